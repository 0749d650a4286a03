import type { BulkResolveResult } from '@deadwax/contract/schemas';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dialects } from '../jobs/open-test-database.ts';
import { compilation, type Entry, found, mbid, nothing, resolved, unresolved, weakly } from './answers.ts';
import {
  type HistoryRow,
  type IdentityTest,
  idsOf,
  openIdentityTest,
  type Stored,
  seed,
  withoutStamps,
} from './open-identity-test.ts';

/** Sources of either grain, and one that no column is for; two ids each. */
const ids: Record<string, readonly [string, string]> = {
  discogs_master: ['1', '2'],
  mb_release: [mbid(1), mbid(2)],
  discogs_artist: ['7', '8'],
  toy_release: ['one', 'other'],
};
const columns: Record<string, string> = { discogs_master: 'discogs_master_id', mb_release: 'musicbrainz_release_mbid' };

type Said = 'not asked' | 'nothing' | { readonly id: string; readonly weak: boolean };
interface Answer {
  readonly said: Readonly<Record<string, Said>>;
  readonly isCompilation: boolean;
}

const said = (source: string) =>
  fc.oneof(
    fc.constantFrom<Said>('not asked', 'nothing'),
    fc.record({ id: fc.constantFrom(...ids[source]!), weak: fc.boolean() }),
  );
const answer: fc.Arbitrary<Answer> = fc.record({
  said: fc.record(Object.fromEntries(Object.keys(ids).map((source) => [source, said(source)]))),
  isCompilation: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
});
/** What several rows are answered, one after the other. */
const answersOfRows = fc.array(fc.array(answer, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

function toVerdict({ said, isCompilation }: Answer, library_id: number): BulkResolveResult {
  const provenance = Object.entries(said).flatMap(([source, word]): Entry[] => {
    if (word === 'not asked') return [];
    return [word === 'nothing' ? nothing(source) : found(source, word.id, word.weak ? weakly : {})];
  });
  const isFound = provenance.some(({ external_id }) => external_id !== null);
  const present = isCompilation ? compilation : isFound ? resolved : unresolved;
  return { ...present(provenance), library_id };
}

interface Model {
  /** Links by source. */
  links: Record<string, { id: string; weak: boolean }>;
  /** Ids of the composed identity by source. */
  identity: Record<string, string> | null;
}

/** What the rules make of one answer more, told once more and shortly. */
function follow({ links, identity }: Model, { said, isCompilation }: Answer): Model {
  const next: Model = { links: { ...links }, identity: { ...identity } };
  let isFound = false;
  for (const [source, word] of Object.entries(said)) {
    if (word === 'not asked') continue;
    const known = links[source];
    if (word === 'nothing') delete next.links[source];
    else if (known === undefined || known.weak || !word.weak) next.links[source] = word;
    isFound ||= word !== 'nothing';
    const id = next.links[source]?.id;
    if (id === undefined) delete next.identity?.[source];
    else if (next.identity !== null) next.identity[source] = id;
  }
  if (isCompilation || (!isFound && identity === null)) next.identity = null;
  // Of a source that has no column only the link is kept.
  if (next.identity !== null) delete next.identity.toy_release;
  if (!isFound && next.identity !== null && Object.keys(next.identity).length === 0) next.identity = null;
  return next;
}

const isSame = (one: Stored, other: Stored) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = ({ identity, links }: Stored) => ({
  identity,
  links: Object.fromEntries(Object.entries(links).sort(([one], [other]) => (one < other ? -1 : 1))),
});

/** Takes changes back, the last first: gives every state that a row was in. */
function rewind(now: Stored, history: readonly HistoryRow[]): Stored[] {
  const states = [now];
  for (const { category, identity, sources } of history.toReversed()) {
    if (category === 'refused') continue;
    const links = { ...states[0]!.links };
    for (const link of sources) {
      if (link.external_id === null) delete links[link.source as string];
      else links[link.source as string] = withoutStamps(link);
    }
    states.unshift({ identity: identity === null ? null : withoutStamps(identity), links });
  }
  return states;
}

describe.each(dialects)('after any answers, on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  /** Gives the answers of each row in turn, a page of them at a time; tells of each row after each page. */
  const answerAll = async (rows: Answer[][], tell: (place: number, stored: Stored, answer: Answer) => void) => {
    await test.empty();
    const known = await seed(test.db, rows.length);
    for (let turn = 0; rows.some((row) => row.length > turn); turn += 1) {
      const answered = [...rows.entries()].flatMap(([place, row]) => {
        const given = row[turn];
        return given === undefined ? [] : [{ place, given, id: known[place]! }];
      });
      await test.apply(answered.map(({ given, id }) => toVerdict(given, id)));
      for (const { place, given, id } of answered) tell(place, await test.read(id), given);
    }
    return known;
  };

  it('stands what the last of each source said, but for what is firm', async () => {
    await fc.assert(
      fc.asyncProperty(answersOfRows, async (rows) => {
        const models: Model[] = rows.map(() => ({ links: {}, identity: null }));
        await answerAll(rows, (place, stored, given) => {
          const model = follow(models[place]!, given);
          models[place] = model;
          expect(idsOf(stored)).toEqual(
            Object.fromEntries(Object.entries(model.links).map(([source, { id }]) => [source, id])),
          );
          expect(stored.identity === null).toBe(model.identity === null);
          if (model.identity === null) return;
          const { discogs_artist, ...ofRecord } = model.identity;
          expect(stored.identity!.artist_ids).toEqual(discogs_artist === undefined ? {} : { discogs_artist });
          for (const [source, column] of Object.entries(columns))
            expect(String(stored.identity![column])).toBe(ofRecord[source] ?? 'null');
        });
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('the history leads back through every state that there was, each once', async () => {
    await fc.assert(
      fc.asyncProperty(answersOfRows, async (rows) => {
        const seen: Stored[][] = rows.map(() => [{ identity: null, links: {} }]);
        const known = await answerAll(rows, (place, stored) => {
          if (!isSame(seen[place]!.at(-1)!, stored)) seen[place]!.push(stored);
        });
        for (const [place, id] of known.entries()) {
          const told = rewind(await test.read(id), await test.history(id));
          // That a row had nothing at first is no state worth a line.
          const was = told.length === seen[place]!.length ? seen[place]! : seen[place]!.slice(1);
          expect(told.map(sorted)).toEqual(was.map(sorted));
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
