import type { Scenario } from '../scenario.ts';
import { aim } from '../target.ts';

const EDITIONS = [
  '(Deluxe Edition)',
  '[Remastered]',
  '(2011 Remaster)',
  '(Expanded Edition)',
  '(Reissue)',
  'Deluxe Edition',
  '(Bonus Tracks)',
];
const COMMON = [
  'The Best Of',
  'Greatest Hits',
  'Anthology',
  'Live',
  'Home',
  'Gold',
  'Singles',
  'Volume One',
  'Untitled',
];

/** Scenarios about titles that say little, say too much, or say something else. */
export const titleScenarios: readonly Scenario[] = [
  {
    name: 'one title, many artists',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const title = random.pick(COMMON);
      const artists = [0, 1, 2, 3].map(() => catalogue.addArtist(names.artist()));
      return { targets: artists.map((artist) => aim(catalogue.addAlbum([artist], title))) };
    },
  },
  {
    name: 'edition typed',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], names.title());
      return { targets: [aim(album, { title: `${album.title} ${random.pick(EDITIONS)}` })] };
    },
  },
  {
    name: 'edition in the reference',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const title = names.title();
      const edition = random.pick(['(Deluxe Edition)', '(Remastered)', '(Expanded Edition)', '(Special Edition)']);
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], `${title} ${edition}`);
      return { targets: [aim(album, { title })] };
    },
  },
  {
    name: 'carrier typed',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const album = catalogue.addAlbum([catalogue.addArtist(names.artist())], names.title());
      const carrier = random.pick([' ep', ' 12"', ' 7"', ' (ep)', ' [single]', ' LP', ' (CD)', ' cd']);
      return { targets: [aim(album, { title: album.title + carrier, not: ['format tail'] })] };
    },
  },
  {
    name: 'self-titled',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const title = random.pick(['s/t', 'S/T', 'self-titled', artist.name, artist.name]);
      const own = aim(catalogue.addAlbum([artist], artist.name), { title, not: ['artist before title'] });
      return { targets: [own, aim(catalogue.addAlbum([artist], names.title()))] };
    },
  },
  {
    name: 'number titles',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const number = random.between(11, 2090);
      const titles = [String(number), String(number + 1)];
      return { targets: titles.map((title) => aim(catalogue.addAlbum([artist], title))) };
    },
  },
  {
    name: 'short titles',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const titles = random.pick([
        ['A', 'B', 'C'],
        ['Go', 'No', 'So'],
        ['X', 'Y', 'Z'],
        ['IV', 'V', 'VI'],
        ['Up', 'On', 'In'],
      ]);
      return { targets: titles.map((title) => aim(catalogue.addAlbum([artist], title))) };
    },
  },
  {
    name: 'title is an artist',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const [one, other] = [catalogue.addArtist(names.artist()), catalogue.addArtist(names.artist())];
      const album = catalogue.addAlbum([one], other.name);
      return { targets: [aim(album, { not: ['fields swapped'] }), aim(catalogue.addAlbum([other], names.title()))] };
    },
  },
  {
    name: 'artist in title',
    withhold: 'either',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const titles = [
        `The Best Of ${artist.name}`,
        `Introducing ${artist.name}`,
        `${artist.name} Sings ${names.word()}`,
      ];
      return { targets: [aim(catalogue.addAlbum([artist], random.pick(titles)))] };
    },
  },
  {
    name: 'artist left out of title',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const start = random.pick(['The Best Of', 'The Very Best Of', 'The Essential', 'Introducing']);
      return {
        targets: [
          aim(catalogue.addAlbum([artist], `${start} ${artist.name}`), { title: start, not: ['fields swapped'] }),
        ],
      };
    },
  },
  {
    name: 'subtitles',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.artist());
      return { targets: [aim(catalogue.addAlbum([artist], `${names.title()}: ${names.title()}`))] };
    },
  },
  {
    name: 'long titles',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const title = Array.from({ length: 7 }, () => names.title()).join(' ');
      return { targets: [aim(catalogue.addAlbum([catalogue.addArtist(names.artist())], title))] };
    },
  },
];
