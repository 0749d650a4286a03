import type { Source } from '../source.ts';
import { DISCOGS_AUTHORITY } from './authority.sql.ts';
import { discoverDumps } from './discover.ts';
import { DISCOGS_ENTITIES } from './entities.ts';
import { readDump } from './read.ts';
import { openDumpStream, readDumpInBlocks } from './read-in-blocks.ts';
import { DISCOGS_TABLES } from './tables.ts';

export const discogsSource: Source = {
  name: 'discogs',
  entities: DISCOGS_ENTITIES,
  tables: DISCOGS_TABLES,
  discover: discoverDumps,
  read: (file, context) => readDump(file, context),
  blocks: { open: openDumpStream, read: readDumpInBlocks },
  authority: DISCOGS_AUTHORITY,
};
