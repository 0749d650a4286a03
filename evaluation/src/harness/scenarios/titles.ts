import type { Scenario, ScenarioContext } from '../scenario.ts';
import { aim, type TargetOptions } from '../target.ts';

/** An artist with several albums whose titles are made of one stem; each may be the one that is missing. */
function siblings(
  name: string,
  titles: (stem: string, context: ScenarioContext) => readonly string[],
  options: (title: string, stem: string) => TargetOptions = () => ({}),
): Scenario {
  return {
    name,
    make: (context) => {
      const { names, catalogue, withheld } = context;
      const artist = catalogue.addArtist(names.artist());
      const stem = names.title();
      return titles(stem, context).map((title) =>
        aim(name, catalogue.addAlbum([artist], title, { withheld: withheld() }), options(title, stem)),
      );
    },
  };
}

/** What a title has that its sibling lacks. */
function tail(title: string, stem: string): string[] {
  return title
    .slice(stem.length)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const noBrackets = ['bracket tag', 'subtitle dropped', 'last word dropped', 'number spelled'];

/** Scenarios about which album it is. */
export const titleScenarios: readonly Scenario[] = [
  {
    name: 'one title, many artists',
    make: ({ names, catalogue, random, withheld }) => {
      const title = random.pick([
        'The Best Of',
        'Greatest Hits',
        'Anthology',
        'Live',
        'Home',
        'Gold',
        'Singles',
        'Volume One',
        'EP',
        'Untitled',
      ]);
      return [0, 1, 2, 3].map(() =>
        aim(
          'one title, many artists',
          catalogue.addAlbum([catalogue.addArtist(names.artist())], title, { withheld: withheld() }),
          {
            keepTitle: title.split(' '),
            not: ['fields swapped'],
          },
        ),
      );
    },
  },
  siblings(
    'live and studio',
    (stem) => [stem, `${stem} (Live)`],
    (title, stem) => ({ keepTitle: tail(title, stem), not: noBrackets }),
  ),
  siblings(
    'volumes',
    (stem) => [1, 2, 3, 4].map((n) => `${stem} Vol. ${n}`),
    (title, stem) => ({ keepTitle: tail(title, stem).slice(1), not: noBrackets }),
  ),
  siblings(
    'parts',
    (stem) => ['I', 'II', 'III'].map((n) => `${stem} Part ${n}`),
    (title, stem) => ({ keepTitle: tail(title, stem), not: noBrackets }),
  ),
  siblings(
    'remix album',
    (stem) => [stem, `${stem} (The Remixes)`],
    (title, stem) => ({ keepTitle: tail(title, stem), not: noBrackets }),
  ),
  siblings(
    'instrumental version',
    (stem) => [stem, `${stem} (Instrumentals)`],
    (title, stem) => ({ keepTitle: tail(title, stem), not: noBrackets }),
  ),
  siblings(
    'numbered albums',
    (stem) => ['2', '3', '4'].map((n) => `${stem.split(' ')[0]} ${n}`),
    (title) => ({ keepTitle: title.split(' ').slice(-1), not: noBrackets }),
  ),
  siblings(
    'titles alike',
    (stem, { names }) => [stem, `${stem} ${names.word()}`],
    (title) => ({ keepTitle: title.split(/[^\p{L}\p{N}]+/u), not: noBrackets }),
  ),
  {
    name: 'edition typed',
    make: ({ names, catalogue, random, withheld }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], names.title(), { withheld: withheld() });
      const edition = random.pick([
        '(Deluxe Edition)',
        '[Remastered]',
        '(2011 Remaster)',
        '(Expanded Edition)',
        '(Reissue)',
        'Deluxe Edition',
        '(Bonus Tracks)',
      ]);
      return [aim('edition typed', album, { title: `${album.title} ${edition}` })];
    },
  },
  {
    name: 'edition in the reference',
    make: ({ names, catalogue, random, withheld }) => {
      const title = names.title();
      const edition = random.pick(['(Deluxe Edition)', '(Remastered)', '(Expanded Edition)', '(Special Edition)']);
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], `${title} ${edition}`, {
        withheld: withheld(),
      });
      return [aim('edition in the reference', album, { title })];
    },
  },
  {
    name: 'carrier typed',
    make: ({ names, catalogue, random, withheld }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], names.title(), { withheld: withheld() });
      return [
        aim('carrier typed', album, {
          title: album.title + random.pick([' ep', ' 12"', ' 7"', ' (ep)', ' [single]', ' LP', ' (CD)', ' cd']),
        }),
      ];
    },
  },
  {
    name: 'self-titled',
    make: ({ names, catalogue, random, withheld }) => {
      const artist = catalogue.addArtist(names.artist());
      const album = catalogue.addAlbum([artist], artist.name, { withheld: withheld() });
      const other = catalogue.addAlbum([artist], names.title());
      return [
        aim('self-titled', album, {
          title: random.pick(['s/t', 'S/T', 'self-titled', artist.name]),
          not: ['artist before title'],
        }),
        aim('self-titled', other),
      ];
    },
  },
  {
    name: 'several self-titled',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.artist());
      const albums = [1994, 2001, 2008].map((year) =>
        catalogue.addAlbum([artist], artist.name, { year, pressings: 1 }),
      );
      return albums.map((album) =>
        aim('several self-titled', album, { hints: ['year', 'label'], open: true, not: ['wrong year', 'wrong label'] }),
      );
    },
  },
  {
    name: 'number titles',
    make: ({ names, catalogue, random, withheld }) => {
      const title = String(random.between(1900, 2090));
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], title, { withheld: withheld() });
      return [aim('number titles', album, { keepTitle: [title], not: noBrackets })];
    },
  },
  {
    name: 'title is an artist',
    make: ({ names, catalogue, withheld }) => {
      const [one, other] = [catalogue.addArtist(names.artist()), catalogue.addArtist(names.artist())];
      const album = catalogue.addAlbum([one], other.name, { withheld: withheld() });
      return [
        aim('title is an artist', album, { not: ['fields swapped'] }),
        aim('title is an artist', catalogue.addAlbum([other], names.title(), { withheld: withheld() })),
      ];
    },
  },
  {
    name: 'artist in title',
    make: ({ names, catalogue, random, withheld }) => {
      const artist = catalogue.addArtist(names.artist());
      const title = random.pick([
        `The Best Of ${artist.name}`,
        `${artist.name} Live`,
        `Introducing ${artist.name}`,
        `${artist.name} Sings ${names.word()}`,
      ]);
      return [
        aim('artist in title', catalogue.addAlbum([artist], title, { withheld: withheld() }), {
          not: noBrackets,
          keepTitle: ['Live', 'Sings', 'Introducing', 'Best'].filter((word) => title.includes(word)),
        }),
      ];
    },
  },
  {
    name: 'subtitles',
    make: ({ names, catalogue, withheld }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], `${names.title()}: ${names.title()}`, {
        withheld: withheld(),
      });
      return [aim('subtitles', album)];
    },
  },
  {
    name: 'long titles',
    make: ({ names, catalogue, withheld }) => {
      const title = Array.from({ length: 7 }, () => names.title()).join(' ');
      return [
        aim('long titles', catalogue.addAlbum([catalogue.addArtist(names.artist())], title, { withheld: withheld() })),
      ];
    },
  },
];
