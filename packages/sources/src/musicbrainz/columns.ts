/** How a kept column is read. `uuid` is VARCHAR in lower case. */
export type ColumnKind = 'int' | 'bool' | 'text' | 'uuid';

export interface DumpColumn {
  readonly name: string;
  /** Null: in the dump, not kept. */
  readonly kind: ColumnKind | null;
}

export interface DumpTable {
  readonly name: string;
  /** Every column of the dump, in its order. */
  readonly columns: readonly DumpColumn[];
  /** Columns that tell rows apart. */
  readonly key: readonly string[];
}

/** `name:kind` is kept, a bare `name` only holds its place. */
function parseColumns(text: string): DumpColumn[] {
  return text
    .trim()
    .split(/\s+/)
    .map((part) => {
      const [name = '', kind] = part.split(':');
      return { name, kind: (kind as ColumnKind | undefined) ?? null };
    });
}

function table(name: string, key: string, columns: string): DumpTable {
  return { name, key: key.split(' '), columns: parseColumns(columns) };
}

const BEGIN = 'begin_date_year:int begin_date_month begin_date_day';
const END = 'end_date_year:int end_date_month end_date_day';
const SPAN = `${BEGIN} ${END}`;
const DATES = SPAN.replaceAll(':int', '');
const EDITED = 'edits_pending last_updated';

function aliasTable(entity: string): DumpTable {
  return table(
    `${entity}_alias`,
    'id',
    `id:int ${entity}:int name:text locale:text ${EDITED} type:int sort_name:text ${DATES} primary_for_locale:bool ended:bool`,
  );
}

function redirectTable(entity: string): DumpTable {
  return table(`${entity}_gid_redirect`, 'gid', 'gid:uuid new_id:int created');
}

function linkTable(from: string, to: string): DumpTable {
  const columns = `id:int link:int entity0:int entity1:int ${EDITED} link_order entity0_credit:text entity1_credit:text`;
  return table(`l_${from}_${to}`, 'id', columns);
}

/** The core tables that carry identity, as of schema sequence 31. */
export const DUMP_TABLES: readonly DumpTable[] = [
  table(
    'artist',
    'id',
    `id:int gid:uuid name:text sort_name:text ${SPAN} type:int area:int gender comment:text ${EDITED} ended:bool begin_area end_area`,
  ),
  aliasTable('artist'),
  table('artist_credit', 'id', 'id:int name:text artist_count:int ref_count created edits_pending gid'),
  table(
    'artist_credit_name',
    'artist_credit position',
    'artist_credit:int position:int artist:int name:text join_phrase:text',
  ),
  redirectTable('artist'),
  table('release_group', 'id', `id:int gid:uuid name:text artist_credit:int type:int comment:text ${EDITED}`),
  aliasTable('release_group'),
  redirectTable('release_group'),
  table('release_group_primary_type', 'id', 'id:int name:text parent child_order description gid:uuid'),
  table('release_group_secondary_type', 'id', 'id:int name:text parent child_order description gid:uuid'),
  table(
    'release_group_secondary_type_join',
    'release_group secondary_type',
    'release_group:int secondary_type:int created',
  ),
  table(
    'release',
    'id',
    `id:int gid:uuid name:text artist_credit:int release_group:int status:int packaging language:int script:int barcode:text comment:text edits_pending quality last_updated`,
  ),
  aliasTable('release'),
  redirectTable('release'),
  table('release_status', 'id', 'id:int name:text parent child_order description gid:uuid'),
  table('release_country', 'release country', 'release:int country:int date_year:int date_month:int date_day:int'),
  table('release_unknown_country', 'release', 'release:int date_year:int date_month:int date_day:int'),
  table('release_label', 'id', 'id:int release:int label:int catalog_number:text last_updated'),
  table(
    'label',
    'id',
    `id:int gid:uuid name:text ${SPAN} label_code:int type:int area:int comment:text ${EDITED} ended:bool`,
  ),
  redirectTable('label'),
  table('medium', 'id', `id:int release:int position:int format:int name:text ${EDITED} track_count:int gid`),
  table('medium_format', 'id', 'id:int name:text parent:int child_order year has_discids description gid:uuid'),
  table(
    'track',
    'id',
    `id:int gid:uuid recording:int medium:int position:int number:text name:text artist_credit:int length:int ${EDITED} is_data_track:bool`,
  ),
  table('recording', 'id', `id:int gid:uuid name:text artist_credit:int length:int comment:text ${EDITED} video:bool`),
  redirectTable('recording'),
  table('isrc', 'id', 'id:int recording:int isrc:text edits_pending created'),
  table('area', 'id', `id:int gid:uuid name:text type:int ${EDITED} ${DATES} ended comment`),
  table('url', 'id', `id:int gid:uuid url:text ${EDITED}`),
  table('link', 'id', `id:int link_type:int ${SPAN} attribute_count created ended:bool`),
  table(
    'link_type',
    'id',
    `id:int parent:int child_order gid:uuid entity_type0:text entity_type1:text name:text description link_phrase
     reverse_link_phrase long_link_phrase last_updated is_deprecated:bool has_dates entity0_cardinality entity1_cardinality`,
  ),
  linkTable('artist', 'artist'),
  linkTable('artist', 'url'),
  linkTable('label', 'url'),
  linkTable('recording', 'url'),
  linkTable('release_group', 'url'),
  linkTable('release', 'url'),
];
