import type { Row } from '../row.ts';
import type { Scenario, ScenarioContext } from '../scenario.ts';
import { aim, type TargetOptions } from '../target.ts';

const PRESSINGS = 4;

/** An album of several pressings, one of which the row's facts single out. */
function singledOut(name: string, tells: NonNullable<TargetOptions['tells']>): Scenario {
  return {
    name,
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const album = catalogue.addAlbum([artist], names.title(), { pressings: PRESSINGS });
      const pressing = random.below(PRESSINGS);
      const told = (place: number) => tells.map((hint) => factOf(album.pressings[place], hint)).join(' | ');
      const others = album.pressings.map((_, place) => place).filter((place) => place !== pressing);
      const isAlone = others.every((place) => told(place) !== told(pressing));
      return { targets: [aim(album, { tells, pressing, singledOut: isAlone })] };
    },
  };
}

type PressingOf = ReturnType<ScenarioContext['catalogue']['addAlbum']>['pressings'][number];

function factOf(pressing: PressingOf | undefined, hint: keyof Row): string | number | null {
  if (hint === 'catalog_number') return pressing?.catalogNumber ?? null;
  return hint === 'label' || hint === 'year' || hint === 'format' || hint === 'barcode'
    ? (pressing?.[hint] ?? null)
    : null;
}

/** A number of another record of the artist on the row: one false identifier never outvotes title and artist. */
function wrongNumber(name: string, facts: (pressing: PressingOf) => Partial<Row>): Scenario {
  return {
    name,
    withhold: 'album',
    make: ({ names, catalogue, random }) => {
      const artist = catalogue.addArtist(names.artist());
      const album = catalogue.addAlbum([artist], names.title());
      const owner = random.chance(0.5) ? artist : catalogue.addArtist(names.artist());
      const other = catalogue.addAlbum([owner], names.title());
      const pressing = other.pressings[0];
      return { targets: [aim(album, { hints: ['label'], facts: pressing ? facts(pressing) : {} })], staying: [other] };
    },
  };
}

/** Scenarios about pressings and the numbers printed on them. */
export const pressingScenarios: readonly Scenario[] = [
  singledOut('pressing by catalogue number', ['catalog_number']),
  singledOut('pressing by barcode', ['barcode']),
  singledOut('pressing by label and year', ['label', 'year']),
  wrongNumber('wrong barcode of another record', ({ barcode }) => ({ barcode })),
  wrongNumber('wrong catalogue number of another record', ({ catalogNumber, label }) => ({
    catalog_number: catalogNumber,
    label,
  })),
  {
    name: 'master against release',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.artist());
      const album = catalogue.addAlbum([artist], names.title(), { pressings: PRESSINGS });
      return { targets: [aim(album, { hints: [] })] };
    },
  },
  {
    name: 'reissue under another year',
    withhold: 'album',
    make: ({ names, catalogue }) => {
      const artist = catalogue.addArtist(names.artist());
      const album = catalogue.addAlbum([artist], names.title(), { pressings: 3 });
      return { targets: [aim(album, { pressing: 2, hints: ['year', 'label', 'format'] })] };
    },
  },
];
