import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CatalogDatabase } from '../../database/tables.ts';
import { type Exportable, spoolExport } from '../../export/spool-export.ts';
import { whenClientLeaves } from '../client-leaves.ts';

/** Sends an export as NDJSON, compressed unless the caller refuses that; 304 where it is what the caller has. */
export async function sendExport(
  db: CatalogDatabase,
  exportable: Exportable,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const plain = refusesGzip(request.headers['accept-encoding']);
  const tagOf = (etag: string) => (plain ? etag.replace(/"$/, '-plain"') : etag);
  const known = listTags(request.headers['if-none-match']);
  const isKnown = (etag: string) => known.includes('*') || known.includes(tagOf(etag));
  const { etag, file } = await spoolExport(db, exportable, { isKnown, signal: whenClientLeaves(reply) });
  reply.header('etag', tagOf(etag)).header('vary', 'accept-encoding').header('cache-control', 'private, no-cache');
  if (file === null) return reply.code(304).send();
  reply.type('application/x-ndjson');
  const compressed = file.createReadStream();
  // A pipeline closes the file when the reader leaves.
  if (plain) return reply.send(pipeline(compressed, createGunzip(), () => undefined));
  return reply.header('content-encoding', 'gzip').send(compressed);
}

/** RFC 9110: what a caller says nothing of it takes. */
function refusesGzip(accepted: string | string[] | undefined): boolean {
  if (accepted === undefined) return false;
  const weights = new Map(
    String(accepted)
      .toLowerCase()
      .split(',')
      .map((coding) => {
        const [name = '', ...parameters] = coding.split(';').map((part) => part.trim());
        const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  return !((weights.get('gzip') ?? weights.get('*') ?? 0) > 0);
}

function listTags(header: string | undefined): string[] {
  // A cache on the way may have weakened a tag: for a GET that is as good.
  return (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
