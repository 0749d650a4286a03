import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { ExportSpaceError } from '../errors.ts';

/** Something that is exported line by line, and a mark that changes exactly when its lines do. */
export interface Exportable {
  readonly mark: (db: CatalogDatabase) => Promise<string>;
  readonly lines: (db: CatalogDatabase) => AsyncIterable<string>;
}

export interface Spooled {
  /** A strong entity tag, in quotes. */
  readonly etag: string;
  /** The compressed lines, from their beginning; null where the caller has them already. The file is gone when it is closed. */
  readonly file: FileHandle | null;
}

/**
 * Writes an export to a temporary file before any of it is sent: whole and of one moment, and the database is not held up by
 * whoever reads slowly. Throws ExportSpaceError where there is no room for it.
 */
export async function spoolExport(
  db: CatalogDatabase,
  { mark, lines }: Exportable,
  { isKnown, signal }: { isKnown: (etag: string) => boolean; signal: AbortSignal },
): Promise<Spooled> {
  return db.transaction().execute(async (transaction) => {
    await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`.execute(transaction);
    // Times are written in the zone of the session: the same mark must not stand over other bytes on another server.
    await sql`SELECT set_config('TimeZone', 'UTC', true)`.execute(transaction);
    const etag = `"${await mark(transaction)}"`;
    return { etag, file: isKnown(etag) ? null : await spool(lines(transaction), signal) };
  });
}

async function spool(lines: AsyncIterable<string>, signal: AbortSignal): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-export-'));
  const path = join(folder, 'lines.gz');
  try {
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(path, { flags: 'wx', mode: 0o600 }), {
      signal,
    });
    return await open(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new ExportSpaceError({ cause: error }) : error;
  } finally {
    // What is open can be read on; nothing is left behind, whatever becomes of the reader.
    await rm(folder, { recursive: true, force: true });
  }
}
