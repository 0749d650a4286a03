import { describe, expect, it } from 'vitest';
import { rejoinCredit, splitCredit, withoutGuests } from './joined-credit.ts';

describe('splitCredit', () => {
  it.each([
    ['an ampersand', 'Sleater & Kinney', ['Sleater', 'Kinney']],
    ['a word', 'Simon and Garfunkel', ['Simon', 'Garfunkel']],
    ['another language', 'Los Amigos y Compañía', ['Los Amigos', 'Compañía']],
    ['a slash', 'Bill Orcutt / Chris Corsano', ['Bill Orcutt', 'Chris Corsano']],
    ['a slash without spaces', 'Bill Orcutt/Chris Corsano', ['Bill Orcutt', 'Chris Corsano']],
    ['a plus', 'Air + Space', ['Air', 'Space']],
    ['a semicolon', 'Derek Bailey; Evan Parker', ['Derek Bailey', 'Evan Parker']],
    ['an x', 'Charli x Rina', ['Charli', 'Rina']],
    ['a list', 'Crosby, Stills, Nash & Young', ['Crosby', 'Stills', 'Nash', 'Young']],
    ['a list with a comma before its end', 'Crosby, Stills, Nash, and Young', ['Crosby', 'Stills', 'Nash', 'Young']],
    ['joiners of several kinds', 'Damon & Naomi with Ghost', ['Damon', 'Naomi', 'Ghost']],
    ['guests', 'Jay-Z feat. Alicia Keys', ['Jay-Z', 'Alicia Keys']],
    ['guests in brackets', 'Jay-Z (feat. Alicia Keys)', ['Jay-Z', 'Alicia Keys']],
    ['a number with a comma', '10,000 Maniacs & Natalie Merchant', ['10,000 Maniacs', 'Natalie Merchant']],
    ['rivals', 'DJ Shadow vs. Cut Chemist', ['DJ Shadow', 'Cut Chemist']],
  ])('parts names at %s', (_what, name, parts) => {
    expect(splitCredit(name)).toEqual(parts);
  });

  it.each([
    ['a name', 'Stereolab'],
    ['a word that holds a joiner', 'Andrew Bird'],
    ['an ampersand inside a word', 'M&M'],
    ['a comma inside a number', '10,000 Maniacs'],
    ['single letters', 'X & Y'],
    ['a joiner alone', 'and'],
  ])('keeps whole %s', (_what, name) => {
    expect(splitCredit(name)).toEqual([name]);
  });
});

describe('rejoinCredit', () => {
  it.each([
    ['Sleater & Kinney', ['Sleater and Kinney', 'Sleater Kinney']],
    ['Orcutt / Corsano', ['Orcutt and Corsano', 'Orcutt Corsano']],
    ['Crosby, Stills & Nash', ['Crosby and Stills and Nash', 'Crosby Stills Nash']],
    ['Stereolab', null],
    ['10,000 Maniacs', null],
  ])('of %j is %j', (name, joints) => {
    expect(rejoinCredit(name)).toEqual(joints);
  });
});

describe('withoutGuests', () => {
  it.each([
    ['Jay-Z feat. Alicia Keys', 'Jay-Z'],
    ['Jay-Z (feat. Alicia Keys)', 'Jay-Z'],
    ['Daft Punk featuring Pharrell', 'Daft Punk'],
    ['Daft Punk Ft. Pharrell', 'Daft Punk'],
    ['DJ Shadow vs. Cut Chemist', 'DJ Shadow'],
    ['Sly & Robbie presents Taxi', 'Sly & Robbie'],
    ['Damon & Naomi with Ghost', null],
    ['Little Feat', null],
    ['The Presents', null],
    ['feat. Alicia Keys', null],
    [' feat. Alicia Keys', null],
    ['', null],
  ])('of %j is %j', (name, main) => {
    expect(withoutGuests(name)).toBe(main);
  });
});
