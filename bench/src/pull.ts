import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openCatalogDatabase } from '@deadwax/catalog/database/open-catalog-database';
import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { type AnsweredRow, applyVerdicts } from '@deadwax/catalog/identity/apply-verdicts';
import { readQuestions } from '@deadwax/catalog/identity/questions';
import { defaultPullFlags } from '@deadwax/catalog/pull/flags';
import { runPull } from '@deadwax/catalog/pull/run-pull';
import { openQueue } from '@deadwax/catalog/queue/open-queue';
import { createResolverGateway, type ResolverGateway } from '@deadwax/catalog/resolver-client/gateway';
import { openDatabase } from '@deadwax/platform/database/open-database';
import { startTestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { sql } from 'kysely';
import { UsageError } from './entry/usage-error.ts';
import { startResolver } from './http/start-resolver.ts';
import { loadLibrary } from './pull/load-library.ts';
import { prepareWorld } from './pull/prepare.ts';
import { writeRowByRow } from './pull/row-by-row.ts';
import { timeInTurns, type WriterFigures } from './pull/time-in-turns.ts';

const PAGE = 500;
const say = (text: string) => process.stderr.write(`${text}\n`);
const print = (text: string) => process.stdout.write(`${text}\n`);
const seconds = (since: number) => (performance.now() - since) / 1000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '64000' },
      'peer-rows': { type: 'string', default: '8000' },
      json: { type: 'string' },
    },
  });
  const [rows, peerRows] = [Number(values.rows), Number(values['peer-rows'])];
  if (!Number.isInteger(rows) || rows < 1 || !Number.isInteger(peerRows) || peerRows < 1)
    throw new UsageError('--rows and --peer-rows take whole numbers from 1.');
  const { library, snapshot } = prepareWorld(rows, say);
  const server = await startTestPostgres({ durable: true });
  const resolver = await startResolver(snapshot);
  try {
    const gateway = createResolverGateway({ baseUrl: resolver.url, token: resolver.token });
    const figures = await measure(server.url, { gateway, library, peerRows });
    report(figures);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await resolver.stop();
    await server.stop();
  }
}

interface Figures {
  readonly node: string;
  readonly libraryRows: number;
  readonly importSeconds: number;
  readonly pullSeconds: number;
  readonly pullRowsPerSecond: number;
  readonly statementsPer1000Rows: number;
  readonly counters: unknown;
  readonly secondPull: { readonly scanned: number; readonly calls: number; readonly seconds: number };
  readonly writer: WriterFigures;
  readonly rowByRow: WriterFigures;
  readonly ratio: number;
}

async function measure(
  url: string,
  { gateway, library, peerRows }: { gateway: ResolverGateway; library: string; peerRows: number },
): Promise<Figures> {
  let statements = 0;
  const onStatement = () => {
    statements += 1;
  };
  const { libraryRows, importSeconds } = await importLibrary(url, library);
  const [pages = '', rows = ''] = await copyDatabase(url, ['bench_pages', 'bench_rows']);
  const database = await openCatalogDatabase({ url }, { onStatement, maxConnections: 8 });
  await warm(database.db, gateway);
  const dependencies = { db: database.db, gateway, signal: new AbortController().signal, log };
  statements = 0;
  const pulling = performance.now();
  const { report: counters } = await runPull(dependencies, defaultPullFlags, { actor: 'bench' });
  const pullSeconds = seconds(pulling);
  const pulled = statements;
  const again = performance.now();
  const second = await runPull(dependencies, defaultPullFlags, { actor: 'bench' });
  const drains = Object.values(second.report);
  const secondPull = {
    scanned: drains.reduce((sum, { scanned }) => sum + scanned, 0),
    calls: drains.reduce((sum, { lml_total_calls }) => sum + lml_total_calls, 0),
    seconds: seconds(again),
  };
  say('recording answers for both writers');
  const answers = await record(database.db, gateway, peerRows);
  await database.close();
  const written = { actor: 'bench', reason: 'bench', category: 'rerun' as const };
  const [writer, rowByRow] = await timeInTurns(answers, [
    { url: pages, write: (db, page) => db.transaction().execute((within) => applyVerdicts(within, page, written)) },
    { url: rows, write: writeRowByRow },
  ]);
  return {
    node: process.version,
    libraryRows,
    importSeconds,
    pullSeconds,
    pullRowsPerSecond: libraryRows / pullSeconds,
    statementsPer1000Rows: (pulled / libraryRows) * 1000,
    counters,
    secondPull,
    writer,
    rowByRow,
    ratio: writer.rowsPerSecond / rowByRow.rowsPerSecond,
  };
}

async function importLibrary(url: string, file: string): Promise<{ libraryRows: number; importSeconds: number }> {
  const database = await openCatalogDatabase({ url });
  const queue = await openQueue(database, { url }, { supervise: false, onError: (error) => say(error.message) });
  const begun = performance.now();
  const libraryRows = await loadLibrary(database.db, queue, file);
  const importSeconds = seconds(begun);
  say(`imported ${libraryRows} rows in ${importSeconds.toFixed(1)} s`);
  await sql`VACUUM ANALYZE`.execute(database.db);
  await queue.stop({ graceful: false });
  await database.close();
  return { libraryRows, importSeconds };
}

function log(step: string, details: Readonly<Record<string, unknown>>): void {
  if (step !== 'batch_done') say(`${step} ${JSON.stringify(details)}`);
}

/** The resolver's code is compiled and its index in memory before anything is timed. */
async function warm(db: CatalogDatabase, gateway: ResolverGateway): Promise<void> {
  for (let round = 0; round < 3; round += 1) await record(db, gateway, 1000);
}

async function record(db: CatalogDatabase, gateway: ResolverGateway, count: number): Promise<AnsweredRow[]> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM library ORDER BY id LIMIT ${count}`.execute(db);
  const answers: AnsweredRow[] = [];
  for (let start = 0; start < rows.length; start += PAGE) {
    const questions = await readQuestions(
      db,
      rows.slice(start, start + PAGE).map(({ id }) => id),
    );
    const answer = await gateway.bulkResolve(questions, { caller: 'pull', fresh: true });
    if (answer.outcome !== 'answered') throw new Error(`the resolver could not be asked: ${answer.outcome}`);
    for (const [place, { artist_name: artistName, album_title: albumTitle }] of questions.entries()) {
      const verdict = answer.results[place];
      if (typeof verdict === 'object')
        answers.push({ verdict, asked: { artistName, albumTitle }, askedAt: new Date().toISOString() });
    }
  }
  return answers;
}

/** Copies of a database to which nobody is connected. Gives their addresses. */
async function copyDatabase(url: string, names: readonly string[]): Promise<string[]> {
  const at = (name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const original = new URL(url).pathname.slice(1);
  const { db, close } = await openDatabase<Record<string, never>>({ url: at('postgres') });
  for (const name of names) await sql`CREATE DATABASE ${sql.id(name)} TEMPLATE ${sql.id(original)}`.execute(db);
  await close();
  return names.map(at);
}

function report({
  libraryRows,
  pullSeconds,
  pullRowsPerSecond,
  statementsPer1000Rows,
  secondPull,
  writer,
  rowByRow,
  ratio,
}: Figures): void {
  const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
  print('');
  print(
    `pull of ${whole(libraryRows)} rows: ${pullSeconds.toFixed(1)} s, ${whole(pullRowsPerSecond)} rows/s, ${statementsPer1000Rows.toFixed(1)} statements per 1,000 rows`,
  );
  print(
    `second pull right after: ${secondPull.scanned} rows asked about, ${secondPull.calls} calls, ${secondPull.seconds.toFixed(2)} s`,
  );
  print('');
  print('writing alone, of the same recorded answers, a page of 500 by each in turn:');
  print('writer         rows     rows/s   statements per 1,000 rows');
  for (const [name, figures] of [
    ['pages', writer],
    ['row by row', rowByRow],
  ] as const)
    print(
      `${name.padEnd(11)} ${whole(figures.rows).padStart(7)} ${whole(figures.rowsPerSecond).padStart(10)} ${figures.statementsPer1000Rows.toFixed(1).padStart(12)}`,
    );
  print('');
  const judge = (name: string, met: boolean, text: string) => print(`${met ? 'MET ' : 'MISS'} ${name}: ${text}`);
  judge('whole pull under 60 s', pullSeconds < 60, `${pullSeconds.toFixed(1)} s`);
  judge('writing at least 10 times row by row', ratio >= 10, `${ratio.toFixed(1)} times`);
  judge('second pull asks for nothing', secondPull.scanned === 0, `${secondPull.scanned} rows`);
}

await main();
