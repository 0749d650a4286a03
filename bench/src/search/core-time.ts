import { readFileSync } from 'node:fs';
import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { sql } from 'kysely';

/** Milliseconds that the server of a connection and this process have spent on a core; null where the server is elsewhere. */
export type ReadCoreTime = () => number | null;

/** Of a database with one connection. Where others use the machine too, the clock counts their work and this does not. */
export async function openCoreTime(db: CatalogDatabase): Promise<ReadCoreTime> {
  const { rows } = await sql<{ pid: number; host: string | null }>`
    SELECT pg_backend_pid() AS pid, host(inet_server_addr()) AS host`.execute(db);
  const [connection] = rows;
  if (connection?.host !== '127.0.0.1') return () => null;
  const path = `/proc/${connection.pid}/schedstat`;
  return () => {
    const { user, system } = process.cpuUsage();
    try {
      return Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 + (user + system) / 1000;
    } catch {
      return null;
    }
  };
}
