import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openCatalogDatabase } from '../../src/database/open-catalog-database.ts';
import type { CatalogDatabase } from '../../src/database/tables.ts';
import { defaultPullFlags } from '../../src/pull/flags.ts';
import { sendPull } from '../../src/pull/send-pull.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import { type Checked, checkRun } from './check-run.ts';
import type { Killable } from './killable.ts';
import { prepareLibrary } from './prepare-library.ts';
import { createRandom } from './random.ts';
import { LEASE_SECONDS, makeWorker, startDatabase, startResolver } from './services.ts';

export interface KillOptions {
  readonly seed: number;
  readonly kills: number;
  readonly rows: number;
  readonly say?: (text: string) => void;
}

export interface KillFigures extends Checked {
  readonly killed: Readonly<Record<'worker' | 'resolver' | 'database', number>>;
  /** How often a worker ended by itself. */
  readonly fell: number;
  readonly seconds: number;
}

const flags = { ...defaultPullFlags, batchSize: 10, vaBatchSize: 10 };
const END_MS = 240_000;

/** One pull by two worker processes, while they, the resolver and the database are killed at random. */
export async function runKills({ seed, kills, rows, say = () => undefined }: KillOptions): Promise<KillFigures> {
  const begun = performance.now();
  const postgres = await startDatabase();
  const resolver = await startResolver();
  const workers = [1, 2].map((number) => makeWorker(postgres.url, resolver.url, number));
  const catalog = await openCatalogDatabase({ url: postgres.url });
  try {
    await prepareLibrary(catalog.db, rows);
    const runId = await send(catalog.db, postgres.url);
    for (const worker of workers) await worker.start();
    const victims = { worker: workers, resolver: [resolver.server], database: [postgres.server] };
    const killed = await killAll(catalog.db, { runId, seed, kills, rows, victims, say });
    await waitForEnd(catalog.db, runId, workers);
    const checked = await checkRun(catalog.db, runId);
    const fell = workers.reduce((sum, worker) => sum + worker.fell, 0);
    return { ...checked, killed, fell, seconds: (performance.now() - begun) / 1000 };
  } finally {
    for (const worker of workers) await worker.stop('SIGKILL');
    await resolver.server.stop('SIGKILL');
    await catalog.close();
    await postgres.stop();
  }
}

async function send(db: CatalogDatabase, url: string): Promise<number> {
  const options = { onError: () => undefined, supervise: false, leaseSeconds: LEASE_SECONDS };
  const queue = await openQueue({ pglite: null }, { url }, options);
  const runId = await sendPull(db, queue, flags, 'test');
  await queue.stop({ graceful: false });
  return runId;
}

type Victims = Readonly<Record<'worker' | 'resolver' | 'database', readonly Killable[]>>;

/** Kills at random stretches of progress; one in four sooner, while what was killed before still comes to itself. */
async function killAll(
  db: CatalogDatabase,
  {
    runId,
    seed,
    kills,
    rows,
    victims,
    say,
  }: Omit<Required<KillOptions>, 'say'> & {
    runId: number;
    victims: Victims;
    say: (text: string) => void;
  },
): Promise<Record<keyof Victims, number>> {
  const random = createRandom(seed);
  const killed = { worker: 0, resolver: 0, database: 0 };
  const kinds = Object.keys(killed) as (keyof Victims)[];
  const points = Array.from({ length: kills }, () => Math.floor(random() * rows * 0.85)).sort((a, b) => a - b);
  for (const point of points) {
    const early = random() < 0.25;
    await waitForProgress(db, runId, early ? 0 : point);
    await sleep(random() * (early ? 3000 : 300));
    const kind = kinds[Math.floor(random() * kinds.length)] as keyof Victims;
    const these = victims[kind];
    const victim = these[Math.floor(random() * these.length)] as Killable;
    say(`${victim.name} killed after ${await readProgress(db, runId)} rows`);
    await victim.kill(random() * 800);
    killed[kind] += 1;
  }
  return killed;
}

async function readProgress(db: CatalogDatabase, runId: number): Promise<number> {
  const { rows } = await sql<{ scanned: number }>`
    SELECT sum((counters->>'scanned')::integer)::integer AS scanned FROM job_range WHERE run_id = ${runId}`.execute(db);
  return rows[0]?.scanned ?? 0;
}

async function waitForProgress(db: CatalogDatabase, runId: number, point: number): Promise<void> {
  const deadline = Date.now() + END_MS;
  while ((await readProgress(db, runId)) < point) {
    if (Date.now() > deadline) throw new Error(`the run does not get to ${point} rows`);
    await sleep(20);
  }
}

async function waitForEnd(db: CatalogDatabase, runId: number, workers: readonly Killable[]): Promise<void> {
  const deadline = Date.now() + END_MS;
  for (;;) {
    const { rows } = await sql<{ state: string }>`SELECT state FROM job_run WHERE run_id = ${runId}`.execute(db);
    if (rows[0]?.state === 'succeeded') return;
    if (rows[0]?.state !== 'running' || Date.now() > deadline)
      throw new Error(`the run is ${rows[0]?.state}; the workers said ${workers.map(({ said }) => said).join('\n')}`);
    await sleep(100);
  }
}
