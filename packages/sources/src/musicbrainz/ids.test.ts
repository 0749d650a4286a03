import { describe, expect, it } from 'vitest';
import { dumpDateOfPath, parseDumpDate } from './dump-date.ts';
import { MUSICBRAINZ_ENTITIES } from './entities.ts';
import { parseMbid, parseMusicbrainzUrl } from './ids.ts';

const GID = 'f90e8b26-9e52-4669-a5c9-e28529c47894';

describe('parseMbid', () => {
  it.each([
    [GID, GID],
    [` ${GID.toUpperCase()} `, GID],
    [GID.slice(1), null],
    [`${GID}0`, null],
    [GID.replace('f', 'g'), null],
    ['', null],
  ])('%j is %j', (text, mbid) => {
    expect(parseMbid(text)).toBe(mbid);
  });
});

describe('the entities', () => {
  it.each(MUSICBRAINZ_ENTITIES.map((entity) => [entity.name, entity] as const))(
    '%s has a page that names it',
    (name, entity) => {
      const page = entity.url(GID);
      expect(parseMusicbrainzUrl(new URL(page ?? ''))).toEqual({ source: name, id: GID });
      expect(entity.pattern.test(GID)).toBe(true);
    },
  );
});

describe('the date of a dump', () => {
  it.each([
    ['2026-09-23 00:14:07.481516+00', '184733', '2026-09-23'],
    ['2026-09-23 00:00:00+00', '184733', '2026-09-23'],
    ['2026-01-01 00:00:00+00', '0', null],
    ['', '', null],
  ])('TIMESTAMP %j with replication %j is of %j', (timestamp, replication, day) => {
    expect(parseDumpDate(timestamp, replication)).toBe(day);
  });

  it.each([
    ['/dumps/fullexport/20260923-001407/mbdump.tar.bz2', '2026-09-23'],
    ['/dumps/mbdump-20260923.tar.bz2', '2026-09-23'],
    ['/dumps/20260923', '2026-09-23'],
    ['/dumps/mbdump.tar.bz2', null],
    ['/dumps/12026092345/mbdump.tar.bz2', null],
  ])('%s is of %j', (path, day) => {
    expect(dumpDateOfPath(path)).toBe(day);
  });
});
