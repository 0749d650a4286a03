import type { Scenario } from '../scenario.ts';
import { aim } from '../target.ts';

/** Scenarios about compilations, pressings and the numbers printed on them. */
export const recordScenarios: readonly Scenario[] = [
  {
    name: 'various artists',
    make: ({ names, catalogue, random, withheld }) => {
      const album = catalogue.addAlbum([], `${names.title()} ${names.word()}`, { withheld: withheld() });
      return [
        aim('various artists', album, {
          artist: random.pick(['Various Artists', 'Various', 'V/A', 'VA', 'Various Artists - Rock - S']),
          keepArtist: ['Various', 'V/A', 'VA'],
        }),
      ];
    },
  },
  {
    name: 'various artists, series',
    make: ({ names, catalogue, withheld }) => {
      const stem = `${names.title()} ${names.word()}`;
      return [1, 2, 3].map((n) =>
        aim('various artists, series', catalogue.addAlbum([], `${stem} Volume ${n}`, { withheld: withheld() }), {
          keepTitle: [String(n)],
          not: ['bracket tag', 'number spelled', 'last word dropped'],
        }),
      );
    },
  },
  {
    name: 'soundtrack',
    make: ({ names, catalogue, withheld }) => {
      const album = catalogue.addAlbum([], `${names.title()} (Original Motion Picture Soundtrack)`, {
        withheld: withheld(),
      });
      return [aim('soundtrack', album, { artist: 'Soundtracks - L', title: album.title })];
    },
  },
  {
    name: 'tribute',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.artist());
      const own = catalogue.addAlbum([artist], names.title());
      const tribute = catalogue.addAlbum([], `A Tribute To ${artist.name}`, { withheld: true });
      return [aim('tribute', own), aim('tribute', tribute, { artist: 'Various Artists', keepTitle: ['Tribute'] })];
    },
  },
  {
    name: 'wrong number',
    make: ({ names, catalogue, withheld }) => {
      const artist = catalogue.addArtist(names.artist());
      const [album, other] = [
        catalogue.addAlbum([artist], names.title(), { withheld: withheld() }),
        catalogue.addAlbum([artist], names.title()),
      ];
      const target = aim('wrong number', album, { hints: ['label'] });
      const { barcode, catalogNumber } = other.pressings[0]!;
      return [
        { ...target, row: { ...target.row, barcode } },
        { ...target, row: { ...target.row, catalogNumber } },
      ];
    },
  },
  {
    name: 'pressing by catalogue number',
    make: ({ names, catalogue, random, withheld }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], names.title(), {
        withheld: withheld(),
        pressings: 4,
      });
      return [
        aim('pressing by catalogue number', album, {
          pressing: random.below(4),
          hints: ['catalogNumber'],
          singledOut: true,
          not: ['wrong catalogue number'],
        }),
      ];
    },
  },
  {
    name: 'pressing by barcode',
    make: ({ names, catalogue, random, withheld }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], names.title(), {
        withheld: withheld(),
        pressings: 4,
      });
      return [
        aim('pressing by barcode', album, {
          pressing: random.below(4),
          hints: ['barcode', 'year'],
          singledOut: true,
          not: ['wrong barcode', 'wrong year'],
        }),
      ];
    },
  },
  {
    name: 'reissue year',
    make: ({ names, catalogue, withheld }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], names.title(), {
        withheld: withheld(),
        pressings: 3,
      });
      return [aim('reissue year', album, { pressing: 2, hints: ['year', 'label', 'format'] })];
    },
  },
  {
    name: 'record, single and album of one name',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.artist());
      const title = names.title();
      const albums = ['Vinyl', 'CD'].map((format, place) =>
        catalogue.addAlbum([artist], title, { format, pressings: 1, year: 1990 + place }),
      );
      return albums.map((album) =>
        aim('record, single and album of one name', album, {
          open: true,
          hints: ['year', 'format', 'label'],
          not: ['wrong year', 'wrong label'],
        }),
      );
    },
  },
];
