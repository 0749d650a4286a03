import type { Scenario } from '../scenario.ts';
import { aim } from '../target.ts';

/** Scenarios about who the artist is. */
export const nameScenarios: readonly Scenario[] = [
  {
    name: 'plain',
    make: ({ names, catalogue, withheld }) => {
      const artist = catalogue.addArtist(names.artist());
      return [0, 1, 2].map(() =>
        aim('plain', catalogue.addAlbum([artist], names.title(), { withheld: withheld() }), { hints: ['label'] }),
      );
    },
  },
  {
    name: 'accented names',
    make: ({ names, catalogue, random, withheld }) => {
      const artist = catalogue.addArtist(names.artist(random.pick(['hu', 'tr', 'fr', 'pl', 'se', 'br', 'de'])));
      return [0, 1].map(() =>
        aim('accented names', catalogue.addAlbum([artist], names.title(), { withheld: withheld() })),
      );
    },
  },
  {
    name: 'person filed by surname',
    make: ({ names, catalogue, withheld }) => {
      const { full, given, surname } = names.person();
      const artist = catalogue.addArtist(full, { sortName: `${surname}, ${given}` });
      const album = catalogue.addAlbum([artist], names.title(), { withheld: withheld() });
      return [aim('person filed by surname', album, { artist: `${surname}, ${given}`, keepArtist: [given, surname] })];
    },
  },
  {
    name: 'homonym artists',
    make: ({ names, catalogue, withheld }) => {
      const name = names.artist();
      const homonyms = [null, 2, 3].map((number) => catalogue.addArtist(name, number === null ? {} : { number }));
      return homonyms.flatMap((artist) =>
        [0, 1].map(() =>
          aim('homonym artists', catalogue.addAlbum([artist], names.title(), { withheld: withheld() }), {
            keepArtist: name.split(' '),
            artists: [artist],
          }),
        ),
      );
    },
  },
  {
    name: 'homonyms with one title',
    make: ({ names, catalogue, random }) => {
      const name = names.artist();
      const title =
        random.pick(['Greatest Hits', 'Home', 'Live', 'Gold', 'First']) +
        (random.chance(0.5) ? ` ${names.word()}` : '');
      const labels = ['Hollow Reed', 'Saltmarsh'];
      const albums = [null, 2].map((number, place) => {
        const artist = catalogue.addArtist(name, number === null ? {} : { number });
        return catalogue.addAlbum([artist], title, {
          pressings: 1,
          label: labels[place] as string,
          year: 1970 + 20 * place,
        });
      });
      const not = ['wrong year', 'wrong label'];
      return albums.flatMap((album) => [
        aim('homonyms with one title', album, { open: true, keepArtist: name.split(' '), keepTitle: title.split(' ') }),
        aim('homonyms with one title', album, {
          hints: ['label', 'year'],
          not,
          keepArtist: name.split(' '),
          keepTitle: title.split(' '),
          open: true,
        }),
      ]);
    },
  },
  {
    name: 'one-word names',
    make: ({ names, catalogue, withheld }) => {
      const artist = catalogue.addArtist(names.word(4));
      return [0, 1].map(() =>
        aim('one-word names', catalogue.addAlbum([artist], names.title(), { withheld: withheld() })),
      );
    },
  },
  {
    name: 'near namesakes',
    make: ({ names, catalogue, withheld }) => {
      const stem = names.word(4);
      const artists = [stem, `${stem}a`, `${stem}s`].map((name) => catalogue.addArtist(name));
      return artists.map((artist) =>
        aim('near namesakes', catalogue.addAlbum([artist], names.title(), { withheld: withheld() }), {
          keepArtist: [artist.name],
        }),
      );
    },
  },
  {
    name: 'short names',
    make: ({ names, catalogue, random, withheld }) => {
      const name = Array.from({ length: random.between(2, 3) }, () => random.pick([...'ABCDEFGHIKLMNOPRSTUVXZ'])).join(
        '',
      );
      const artist = catalogue.addArtist(name);
      return [
        aim('short names', catalogue.addAlbum([artist], names.title(), { withheld: withheld() }), {
          keepArtist: [name],
        }),
      ];
    },
  },
  {
    name: 'punctuation names',
    make: ({ names, catalogue, random, withheld }) => {
      const name = random.pick(['!!!', '+/-', '( )', '∆', '***', '???', '$', '>>>', '++++', '…']);
      const artist = catalogue.addArtist(name, { number: random.between(2, 9) });
      return [
        aim('punctuation names', catalogue.addAlbum([artist], names.title(), { withheld: withheld() }), {
          artist: name,
          keepArtist: [name],
        }),
      ];
    },
  },
  {
    name: 'names with an article',
    make: ({ names, catalogue, random, withheld }) => {
      const word = names.word();
      const artist = catalogue.addArtist(`${random.pick(['The', 'A', 'Los', 'Die'])} ${word}`);
      return [0, 1].map(() =>
        aim('names with an article', catalogue.addAlbum([artist], names.title(), { withheld: withheld() })),
      );
    },
  },
  {
    name: 'joint credits',
    make: ({ names, catalogue, random, withheld }) => {
      const pair = [catalogue.addArtist(names.artist()), catalogue.addArtist(names.artist())];
      const album = catalogue.addAlbum(pair, names.title(), {
        withheld: withheld(),
        joiner: random.pick([' & ', ' And ', ' With ']),
      });
      return [aim('joint credits', album)];
    },
  },
  {
    name: 'split records',
    make: ({ names, catalogue, withheld }) => {
      const pair = [catalogue.addArtist(names.artist()), catalogue.addArtist(names.artist())];
      const album = catalogue.addAlbum(pair, `${names.title()} / ${names.title()}`, {
        withheld: withheld(),
        joiner: ' / ',
      });
      return [aim('split records', album, { not: ['subtitle dropped'] })];
    },
  },
  {
    name: 'member for group',
    make: ({ names, catalogue, withheld }) => {
      const member = names.person().full;
      const group = catalogue.addArtist(names.artist(), { members: [member] });
      const album = catalogue.addAlbum([group], names.title(), { withheld: withheld() });
      return [aim('member for group', album, { artist: member, keepArtist: member.split(' ') })];
    },
  },
  {
    name: 'alias',
    make: ({ names, catalogue, withheld }) => {
      const other = names.artist();
      const artist = catalogue.addArtist(names.artist(), { aliases: [other] });
      const album = catalogue.addAlbum([artist], names.title(), { withheld: withheld() });
      return [aim('alias', album, { artist: other, keepArtist: other.split(' ') })];
    },
  },
  {
    name: 'name variation',
    make: ({ names, catalogue, withheld }) => {
      const { full, given, surname } = names.person();
      const variations = [`${given[0]}. ${surname}`, `${surname} ${given[0]}.`];
      const artist = catalogue.addArtist(full, { variations });
      return variations.map((variation) =>
        aim('name variation', catalogue.addAlbum([artist], names.title(), { withheld: withheld() }), {
          artist: variation,
          keepArtist: [surname],
        }),
      );
    },
  },
  ...(['ru', 'jp', 'gr', 'il', 'eg', 'kr'] as const).map(
    (code): Scenario => ({
      name: `script: ${code}`,
      make: ({ names, catalogue, withheld }) => {
        const artist = catalogue.addArtist(names.artist(code));
        return [0, 1].map(() =>
          aim(`script: ${code}`, catalogue.addAlbum([artist], names.title(code), { withheld: withheld() })),
        );
      },
    }),
  ),
];
