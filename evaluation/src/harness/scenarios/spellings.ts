import type { Scenario } from '../scenario.ts';
import { aim } from '../target.ts';

/** Cultures whose names are not in Latin letters. */
const SCRIPTS = [
  ['ru', 'Cyrillic names'],
  ['jp', 'Japanese names'],
  ['gr', 'Greek names'],
  ['il', 'Hebrew names'],
  ['eg', 'Arabic names'],
  ['kr', 'Korean names'],
] as const;

/** Scenarios about how a name is written, and by which of an artist's names a record is filed. */
export const spellingScenarios: readonly Scenario[] = [
  {
    name: 'accented names',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist(random.pick(['hu', 'tr', 'fr', 'pl', 'se', 'br', 'de'])));
      return { targets: [0, 1].map(() => aim(catalogue.addAlbum([artist], names.title()))) };
    },
  },
  {
    name: 'filed by surname',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const { full, given, surname } = names.person();
      const artist = catalogue.addArtist(full, { sortName: `${surname}, ${given}` });
      return { targets: [aim(catalogue.addAlbum([artist], names.title()), { artist: `${surname}, ${given}` })] };
    },
  },
  {
    name: 'joint credits',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const pair = [catalogue.addArtist(names.artist()), catalogue.addArtist(names.artist())];
      const joiner = random.pick([' & ', ' And ', ' With ']);
      const album = catalogue.addAlbum(pair, names.title(), { joiner });
      const alone = catalogue.addAlbum(pair.slice(0, 1), names.title());
      return { targets: [aim(album), aim(alone)] };
    },
  },
  {
    name: 'first of a joint credit',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const pair = [catalogue.addArtist(names.artist()), catalogue.addArtist(names.artist())];
      const album = catalogue.addAlbum(pair, names.title());
      return { targets: [aim(album, { artist: pair[0]?.name ?? '' })] };
    },
  },
  {
    name: 'split records',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const pair = [catalogue.addArtist(names.artist()), catalogue.addArtist(names.artist())];
      const album = catalogue.addAlbum(pair, `${names.title()} / ${names.title()}`, { joiner: ' / ' });
      return { targets: [aim(album)] };
    },
  },
  {
    name: 'member for group',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const member = names.person().full;
      const group = catalogue.addArtist(names.artist(), { members: [member] });
      return { targets: [aim(catalogue.addAlbum([group], names.title()), { artist: member })] };
    },
  },
  {
    name: 'alias',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const other = names.artist();
      const artist = catalogue.addArtist(names.artist(), { aliases: [other] });
      return { targets: [aim(catalogue.addAlbum([artist], names.title()), { artist: other })] };
    },
  },
  {
    name: 'name variation',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const { full, given, surname } = names.person();
      const variations = [`${given[0]}. ${surname}`, `${surname} ${given[0]}.`, `${full} Jr.`];
      const artist = catalogue.addArtist(full, { variations });
      const variation = random.pick(variations);
      return { targets: [aim(catalogue.addAlbum([artist], names.title()), { artist: variation })] };
    },
  },
  ...SCRIPTS.map(
    ([code, name]): Scenario => ({
      name,
      withhold: 'either',
      make: ({ names, catalogue }) => {
        const artist = catalogue.addArtist(names.artist(code));
        return { targets: [0, 1].map(() => aim(catalogue.addAlbum([artist], names.title(code)))) };
      },
    }),
  ),
];
