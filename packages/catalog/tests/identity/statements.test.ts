import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { openEmptyCatalog } from '../jobs/open-empty-catalog.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { found, mbid, nothing, resolved, unresolved, weakly } from './answers.ts';
import { answersTo, seed, writer } from './open-identity-test.ts';

describe.each(dialects)('a page of verdicts on %s', (dialect) => {
  let catalog: Awaited<ReturnType<typeof openEmptyCatalog>>;
  let sent = 0;
  beforeAll(async () => {
    catalog = await openEmptyCatalog(dialect, {
      onStatement: () => {
        sent += 1;
      },
    });
  }, 60_000);
  afterAll(() => catalog?.close());

  const apply = async (ids: readonly number[], master: number) => {
    const { db } = catalog.database;
    const verdicts = ids.map((library_id, place) => {
      if (place % 7 === 6) return { ...unresolved([nothing('discogs_master')]), library_id };
      const links = [
        found('discogs_master', String(master + library_id)),
        found('mb_release', mbid(library_id), weakly),
        found('discogs_artist', String(1 + (place % 50)), weakly),
      ];
      return resolved(links, { library_id });
    });
    const answers = await answersTo(db, verdicts);
    sent = 0;
    const applied = await db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));
    return { statements: sent, historyRows: applied.historyRows };
  };

  it('of 500 rows is as many statements as one of five, first and again: at most twelve', async () => {
    const ids = await seed(catalog.database.db, 505);
    const [many, few] = [ids.slice(0, 500), ids.slice(500)];
    const first = await apply(many, 1000);
    expect(first.historyRows).toBe(0);
    expect((await apply(few, 1000)).statements).toBeLessThanOrEqual(first.statements);
    const changed = await apply(many, 9000);
    // 500 rows, but for each seventh, of which nothing was ever known.
    expect(changed.historyRows).toBe(500 - Math.floor(500 / 7));
    for (const { statements } of [first, changed]) {
      expect(statements).toBeGreaterThan(4);
      expect(statements).toBeLessThanOrEqual(12);
    }
  }, 60_000);
});
