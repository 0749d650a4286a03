import type { Source } from '../source.ts';
import { WIKIDATA_AUTHORITY } from './authority.sql.ts';
import { discoverDumps } from './discover.ts';
import { WIKIDATA_ENTITIES } from './entities.ts';
import { readDump } from './read.ts';
import { WIKIDATA_TABLES } from './tables.ts';

/** The JSON dump of Wikidata: items that are artists, albums or labels. */
export const wikidataSource: Source = {
  name: 'wikidata',
  entities: WIKIDATA_ENTITIES,
  tables: WIKIDATA_TABLES,
  discover: discoverDumps,
  read: (file, context) => readDump(file, context),
  authority: WIKIDATA_AUTHORITY,
};
