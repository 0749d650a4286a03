import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertName, rotateName } from './inverted-name.ts';

describe('invertName', () => {
  it.each([
    ['a surname and a given name', 'Dylan, Bob', 'Bob Dylan'],
    ['without a space', 'Orcutt,Bill', 'Bill Orcutt'],
    ['a surname of two words', 'Van Zandt, Townes', 'Townes Van Zandt'],
    ['two of each', 'García Márquez, Gabriel José', 'Gabriel José García Márquez'],
    ['a suffix after the given name', 'Williams, Hank III', 'Hank III Williams'],
    ['a band behind it', 'Marley, Bob & The Wailers', 'Bob Marley & The Wailers'],
    ['a band joined in words', 'Marley, Bob and the Wailers', 'Bob Marley and the Wailers'],
    ['guests', 'Coltrane, Alice feat. Pharoah Sanders', 'Alice Coltrane feat. Pharoah Sanders'],
    ['another language', 'Парра, Виолета', 'Виолета Парра'],
  ])('turns round %s', (_what, name, inverted) => {
    expect(invertName(name)).toBe(inverted);
  });

  it.each([
    ['no comma', 'Stereolab'],
    ['a comma inside a number', '10,000 Maniacs'],
    ['nothing behind it', 'Dylan,'],
    ['nothing before it', ', Bob'],
    ['an article behind it', 'Beatles, The'],
    ['a Spanish article behind it', 'Lobos, Los'],
    ['a suffix alone', 'Sammy Davis, Jr.'],
    ['a number of a dynasty alone', 'Hank Williams, III'],
    ['two commas', 'Davis, Sammy, Jr.'],
    ['a list', 'Crosby, Stills, Nash & Young'],
    ['a list before it', 'Simon & Garfunkel, Paul'],
    ['four words before it', 'A Very Long Band, Here'],
    ['four words behind it', 'Here, A Very Long Band'],
  ])('leaves alone a name with %s', (_what, name) => {
    expect(invertName(name)).toBeNull();
  });

  it('undoes what a shelf did', () => {
    const word = fc.constantFrom('Bob', 'Nina', 'Alice', 'Coltrane', 'Orcutt', 'Yanya', 'Nilüfer', 'Жанна');
    const part = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(part, part, (given, surname) => {
        expect(invertName(`${surname}, ${given}`)).toBe(`${given} ${surname}`);
      }),
    );
  });
});

describe('rotateName', () => {
  it.each([
    ['bob dylan', 'dylan bob'],
    ['john coltrane quartet', 'quartet john coltrane'],
    ['a tribe called quest', 'quest a tribe called'],
    ['stereolab', null],
    ['godspeed you black emperor live', null],
    ['', null],
  ])('files %j as %j', (key, rotated) => {
    expect(rotateName(key)).toBe(rotated);
  });
});
