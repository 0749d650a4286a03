import { sql } from 'kysely';
import type { CatalogDatabase } from '../../src/database/tables.ts';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { readQuestions } from '../../src/identity/questions.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';
import { answerOf } from '../jobs/truth.ts';

/** Ids lie this far apart, so that few rows are several ranges. */
const ID_STEP = 17;

/** Fills the library with rows of every kind that were all answered once, too long ago. */
export async function prepareLibrary(db: CatalogDatabase, rows: number): Promise<void> {
  await sql`ALTER SEQUENCE library_id_seq INCREMENT BY ${sql.lit(ID_STEP)}`.execute(db);
  await seedRows(
    db,
    Array.from({ length: rows }, (_, place) => makeSeed(place)),
  );
  const { rows: ids } = await sql<{ id: number }>`SELECT id FROM library ORDER BY id`.execute(db);
  const questions = await readQuestions(
    db,
    ids.map(({ id }) => id),
  );
  const askedAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const answers = questions.map((question) => ({
    verdict: answerOf(question),
    asked: { artistName: question.artist_name, albumTitle: question.album_title },
    askedAt,
  }));
  const writer = { actor: 'test', reason: 'the first answer', category: 'rerun' as const };
  await db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));
}

function makeSeed(place: number): Seed {
  const artist = `Artist ${place % 40}`;
  if (place % 10 === 3) return { artist, title: `Nothing ${place}` };
  if (place % 10 === 6) return { artist, title: `Sampler ${place}`, letters: 'Z' };
  return { artist, title: `Album ${place}` };
}
