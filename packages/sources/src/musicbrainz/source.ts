import type { Source } from '../source.ts';
import { MUSICBRAINZ_AUTHORITY } from './authority.ts';
import { discoverDump } from './discover.ts';
import { MUSICBRAINZ_ENTITIES } from './entities.ts';
import { readDump } from './read.ts';
import { MUSICBRAINZ_TABLES } from './tables.ts';

/** The core dump of MusicBrainz, packed or unpacked. */
export const musicbrainzSource: Source = {
  name: 'musicbrainz',
  entities: MUSICBRAINZ_ENTITIES,
  tables: MUSICBRAINZ_TABLES,
  discover: discoverDump,
  read: readDump,
  authority: MUSICBRAINZ_AUTHORITY,
};
