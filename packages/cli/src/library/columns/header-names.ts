import type { AskedField, ColumnField, KeptField } from './column-field.ts';

// Best first: where a header has several of a row, the one that stands earlier is taken.
const lists: Readonly<Record<AskedField, string>> = {
  artist: `artist · artist name · artist credit · album artist · album artist name · release artist · main artist · artists · artist names
    performer · band · act · group · interpret · künstler · artiste · interprète · artista · intérprete · interprete · interpreter
    esecutore · artiest · uitvoerende · uitvoerder · artist/band · band/artist · wykonawca · исполнитель · アーティスト · アーティスト名`,
  album: `album · album title · album name · release · release title · release name · record · record title · record name · lp
    title · titel · titre · título · titulo · titolo · álbum · disque · disco · plattentitel · albumtitel · tytuł · альбом · アルバム
    アルバム名 · タイトル · name`,
  label: `label · label name · record label · labels · publisher · marke · plattenlabel · sello · etichetta · étiquette · maison de disques
    gravadora · imprint · лейбл · レーベル`,
  year: `release year · year · released · year released · release date · date released · date · original year · jahr · erscheinungsjahr
    année · año · ano · anno · rok · год · 年 · 発売年`,
  format:
    'format · format name · formats · media · medium · media type · carrier · tonträger · support · formato · formaat · フォーマット',
  catalog_number: `catalog# · catalogue# · catalog number · catalogue number · catalog no · catalogue no · catalog nr · catalog · cat# · cat no
    cat nr · cat number · catno · catalog id · katalognummer · katalog nr · número de catálogo · référence · numero di catalogo · label number`,
  barcode:
    'barcode · bar code · upc · ean · upc/ean · ean/upc · ean13 · ean code · upc code · gtin · strichcode · código de barras · code barres',
  is_compilation: 'is compilation · compilation · is various artists · various artists · is va · sampler',
  shelf_code: `shelf code · shelf · shelf letters · code volume letters · volume letters · call letters · code letters · shelfmark
    signatur · cote`,
  id: `library id · id · release id · record id · album id · item id · row id · row · row number · record number · # · no · nr · key · pk
    index · code`,
  legacy_release_id: 'legacy release id · legacy id',
};

/** Fields that are kept and not asked with. A name may stand for one of these and for one of those above. */
const keptLists: Readonly<Record<Exclude<KeptField, AskedField>, string>> = {
  genre:
    'genre · genre name · station genre · main genre · genres · género · genere · gênero · musikrichtung · ジャンル · жанр',
  code_volume_letters: 'code volume letters · volume letters',
  album_artist: 'album artist · album artist name',
  alternate_artist_name: 'alternate artist name · alternate artist · artist alias · also known as · aka',
  canonical_entity_id: 'canonical entity id',
  canonical_entity_confidence: 'canonical entity confidence · canonical confidence',
  canonical_entity_resolved_at: 'canonical entity resolved at · canonical resolved at',
};

interface NamedField {
  readonly field: ColumnField;
  /** Its place among the names of the field: 0 is best. */
  readonly rank: number;
}

const separator = /[·\n]/;

function indexNames(names: Readonly<Record<string, string>>): ReadonlyMap<string, NamedField> {
  const fieldOfName = new Map<string, NamedField>();
  for (const [field, list] of Object.entries(names) as [ColumnField, string][]) {
    for (const [rank, name] of list.split(separator).entries()) {
      const form = headerForm(name);
      if (form !== '' && !fieldOfName.has(form)) fieldOfName.set(form, { field, rank });
    }
  }
  return fieldOfName;
}

const indexes = [indexNames(lists), indexNames(keptLists)];

/** Those of the fields that a column name can stand for. */
export function findFields(name: string, fields: readonly ColumnField[]): NamedField[] {
  const form = headerForm(name);
  return indexes.flatMap((fieldOfName) => fieldOfName.get(form) ?? []).filter(({ field }) => fields.includes(field));
}

/** A column name without case, accents, spaces and punctuation; `#` and № are words. */
export function headerForm(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('#', 'number')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
