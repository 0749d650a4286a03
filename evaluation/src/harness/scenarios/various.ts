import type { Scenario } from '../scenario.ts';
import { aim } from '../target.ts';

const FILED = ['Various Artists', 'Various', 'V/A', 'VA', 'Various Artists - Rock - S'];
/** What a score and a soundtrack have in common: the film. */
const SOUNDTRACK = '(Original Motion Picture Soundtrack)';

/** Scenarios about records by many artists. */
export const variousScenarios: readonly Scenario[] = [
  {
    name: 'various artists',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const album = catalogue.addAlbum([], `${names.title()} ${names.word()}`);
      return { targets: [aim(album, { artist: random.pick(FILED) })] };
    },
  },
  {
    name: 'various artists, series',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const stem = `${names.title()} ${names.word()}`;
      const albums = [1, 2, 3].map((n) => catalogue.addAlbum([], `${stem} Volume ${n}`));
      return { targets: albums.map((album) => aim(album, { artist: random.pick(FILED) })) };
    },
  },
  {
    name: 'various artists of an artist’s title',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const title = `${names.title()} ${names.word()}`;
      const own = catalogue.addAlbum([catalogue.addArtist(names.artist())], title);
      return { targets: [aim(catalogue.addAlbum([], title), { artist: random.pick(FILED) }), aim(own)] };
    },
  },
  {
    name: 'soundtrack',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const album = catalogue.addAlbum([], `${names.title()} ${SOUNDTRACK}`);
      return { targets: [aim(album, { artist: 'Soundtracks - L' })] };
    },
  },
  {
    name: 'score and soundtrack',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const film = `${names.word()} ${names.title()}`;
      const composer = catalogue.addArtist(names.person().full);
      const score = catalogue.addAlbum([composer], `${film} ${random.pick(['(Original Score)', SOUNDTRACK])}`);
      const soundtrack = catalogue.addAlbum([], `${film} (Music From The Motion Picture)`);
      return { targets: [aim(score), aim(soundtrack)] };
    },
  },
  {
    name: 'tribute',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const own = catalogue.addAlbum([artist], random.chance(0.5) ? artist.name : names.title());
      const title = random.pick([
        `A Tribute To ${artist.name}`,
        `${artist.name} Tribute`,
        `The Songs Of ${artist.name}`,
      ]);
      return { targets: [aim(own), aim(catalogue.addAlbum([], title))] };
    },
  },
  {
    name: 'box sets',
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const album = catalogue.addAlbum([artist], names.title());
      const box = catalogue.addAlbum(
        [artist],
        `${album.title}: ${random.pick(['The Complete Sessions', 'The Box', 'The Collection'])}`,
      );
      return { targets: [aim(album), aim(box)] };
    },
  },
];
