import { differentLabels } from '../catalogue/authored-catalogue.ts';
import type { Scenario, ScenarioContext } from '../scenario.ts';
import { aim } from '../target.ts';

/** One artist with several albums whose titles are made of one stem: any of them may be the one that is missing. */
function siblings(name: string, titles: (stem: string, context: ScenarioContext) => readonly string[]): Scenario {
  return {
    name,
    withhold: 'album',
    make: (context) => {
      const { names, catalogue } = context;
      const artist = catalogue.addArtist(names.artist());
      const stem = names.title().replace(/^(?:Vol\.|Part) /, '');
      return { targets: titles(stem, context).map((title) => aim(catalogue.addAlbum([artist], title))) };
    },
  };
}

/** Scenarios about which album of the artist it is. */
export const siblingScenarios: readonly Scenario[] = [
  siblings('live and studio', (stem, { random }) => [
    stem,
    stem + random.pick([' (Live)', ' Live', ' - Live', ' (Live In Oslo)', ' [Live]']),
  ]),
  siblings('volumes', (stem, { random }) => {
    const word = random.pick(['Vol. ', 'Volume ', 'Vol ', 'Volume ']);
    return [1, 2, 3, 4].map((n) => `${stem} ${word}${n}`);
  }),
  siblings('parts', (stem, { random }) => {
    const numerals = random.chance(0.5) ? ['I', 'II', 'III'] : ['1', '2', '3'];
    return numerals.map((n) => `${stem} Part ${n}`);
  }),
  siblings('sequels', (stem, { random }) => {
    const numerals = random.chance(0.5) ? ['II', 'III'] : ['2', '3'];
    return [stem, ...numerals.map((n) => `${stem} ${n}`)];
  }),
  siblings('remix album', (stem, { random }) => [
    stem,
    stem + random.pick([' (The Remixes)', ' Remixed', ' Remixes', ' (Remixes)']),
  ]),
  siblings('other versions', (stem, { random }) => [
    stem,
    stem +
      random.pick([' (Instrumentals)', ' (Acoustic)', ' (Demos)', ' (Karaoke Version)', ' In Dub', ' (Unplugged)']),
  ]),
  siblings('titles alike', (stem, { names }) => [stem, `${stem} ${names.word()}`]),
  {
    name: 'titles a letter apart',
    withhold: 'nothing',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const word = names.word(6);
      const twinned = random.chance(0.5);
      const titles = [`The ${word}`, `The ${word}${random.pick(['s', 'e'])}`];
      return { targets: titles.map((title) => aim(catalogue.addAlbum([artist], title, { twinned }))) };
    },
  },
  siblings('sessions of several years', (_, { names }) => {
    const word = names.word();
    return [1961, 1967, 1974].map((year) => `${word} Sessions ${year}`);
  }),
  {
    name: 'best of and greatest hits',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const titles = ['Greatest Hits', random.pick(['The Best Of', `The Best Of ${artist.name}`]), 'Anthology'];
      return { targets: titles.map((title) => aim(catalogue.addAlbum([artist], title))) };
    },
  },
  {
    name: 'same title, other year',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const title = random.pick(['Anthology', 'Live', 'Greatest Hits', '1984', names.title()]);
      const first = random.between(1958, 1990);
      const twinned = random.chance(0.5);
      const albums = differentLabels(random, 3).map((label, place) =>
        catalogue.addAlbum([artist], title, { year: first + 14 * place, pressings: 1, label, twinned }),
      );
      return { targets: albums.map((album) => aim(album, { tells: ['year', 'label'] })) };
    },
  },
  {
    name: 'several self-titled',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const twinned = random.chance(0.5);
      const first = random.between(1960, 1998);
      const albums = differentLabels(random, 3).map((label, place) =>
        catalogue.addAlbum([artist], artist.name, { year: first + 9 * place, pressings: 1, label, twinned }),
      );
      return { targets: albums.map((album) => aim(album, { tells: ['year', 'label'] })) };
    },
  },
  {
    name: 'EP and LP of one name',
    withhold: 'nothing',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const title = names.title();
      const twinned = random.chance(0.5);
      const albums = ['Vinyl', 'CD'].map((format, place) =>
        catalogue.addAlbum([artist], title, { format, pressings: 1, year: 1990 + 4 * place, twinned }),
      );
      return { targets: albums.map((album) => aim(album, { hints: ['year', 'format', 'label'], open: true })) };
    },
  },
];
