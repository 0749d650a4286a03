import { differentLabels } from '../catalogue/authored-catalogue.ts';
import type { Scenario } from '../scenario.ts';
import { aim } from '../target.ts';

/** Scenarios about who the artist is. */
export const artistScenarios: readonly Scenario[] = [
  {
    name: 'plain records',
    withhold: 'either',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.artist());
      return { targets: [0, 1].map(() => aim(catalogue.addAlbum([artist], names.title()))) };
    },
  },
  {
    name: 'homonym artists',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const name = random.chance(0.5) ? names.person().full : names.artist();
      const homonyms = [null, 2, 3].map((number) => catalogue.addArtist(name, number === null ? {} : { number }));
      return { targets: homonyms.map((artist) => aim(catalogue.addAlbum([artist], names.title()))) };
    },
  },
  {
    name: 'homonyms with one title',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const name = names.artist();
      const title = random.pick(['Greatest Hits', 'Home', 'Live', 'Gold', 'First', names.title()]);
      const first = random.between(1955, 1985);
      const twinned = random.chance(0.5);
      const albums = differentLabels(random, 3).map((label, place) => {
        const artist = catalogue.addArtist(name, place === 0 ? {} : { number: place + 1 });
        return catalogue.addAlbum([artist], title, { pressings: 1, label, year: first + 17 * place, twinned });
      });
      return { targets: albums.map((album) => aim(album, { tells: ['label', 'year'] })) };
    },
  },
  {
    name: 'near namesakes',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const stem = names.word(4);
      const artists = [stem, stem + random.pick(['a', 'o', 'i']), `${stem}s`].map((name) => catalogue.addArtist(name));
      return { targets: artists.map((artist) => aim(catalogue.addAlbum([artist], names.title()))) };
    },
  },
  {
    name: 'surname apart',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const { given, surname } = names.person();
      const other = random.pick(['Esau', 'Thelma', 'Orrin', 'Maude', 'Percival']);
      const people = [`${given} ${surname}`, `${other} ${surname}`, `${given[0]}.${other[0]}. ${surname}`];
      return {
        targets: people.map((name) => aim(catalogue.addAlbum([catalogue.addArtist(name)], names.title()))),
      };
    },
  },
  {
    name: 'leader and band',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const { full } = names.person();
      const band = `${full} ${random.pick(['Trio', 'Quartet', 'Band', 'Orchestra', 'Ensemble'])}`;
      const artists = [full, band, `${full} & The ${names.word()}s`].map((name) => catalogue.addArtist(name));
      return { targets: artists.map((artist) => aim(catalogue.addAlbum([artist], names.title()))) };
    },
  },
  {
    name: 'one-word names',
    withhold: 'either',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.word(4));
      return { targets: [0, 1].map(() => aim(catalogue.addAlbum([artist], names.title()))) };
    },
  },
  {
    name: 'short names',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const letter = () => random.pick([...'ABCDEFGHIKLMNOPRSTUVXZ']);
      const artist = catalogue.addArtist(Array.from({ length: random.between(1, 3) }, letter).join(''));
      return { targets: [aim(catalogue.addAlbum([artist], names.title()))] };
    },
  },
  {
    name: 'names of signs',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const name = random.pick(['!!!', '+/-', '( )', '∆', '***', '???', '$', '>>>', '++++', '…']);
      const artist = catalogue.addArtist(name, { number: random.between(2, 99) });
      return { targets: [aim(catalogue.addAlbum([artist], names.title()))] };
    },
  },
  {
    name: 'with and without article',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const word = names.word();
      const both = [`${random.pick(['The', 'A', 'Los', 'Die'])} ${word}`, word];
      const artists = (random.chance(0.5) ? both : both.slice(0, 1)).map((name) => catalogue.addArtist(name));
      return { targets: artists.map((artist) => aim(catalogue.addAlbum([artist], names.title()))) };
    },
  },
  {
    name: 'artist without the album',
    withhold: 'nothing',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(`${names.word()} ${names.word()} ${names.word()}`);
      const staying = [catalogue.addAlbum([artist], names.title())];
      const album = catalogue.addAlbum([artist], `${names.title()} ${names.word()}`);
      return { targets: [aim(album, { artistOnly: true, not: ['fields swapped'] })], staying };
    },
  },
  {
    name: 'unknown artist',
    withhold: 'artist',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const title = random.chance(0.5) ? names.title() : random.pick(['Live', 'Gold', 'Greatest Hits', 'Home', 'EP']);
      const album = catalogue.addAlbum([artist], title);
      const others = random.chance(0.5) ? [catalogue.addAlbum([catalogue.addArtist(names.artist())], title)] : [];
      return { targets: [aim(album)], staying: others };
    },
  },
];
