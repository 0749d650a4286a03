import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { InvalidInputError } from '@deadwax/platform/http/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppDependencies } from './dependencies.ts';
import { findChanges } from './find-changes.ts';

const LONGEST_ID = 200;

export function listSnapshotChanges(dependencies: AppDependencies) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { id } = request.params as { id: string };
    const { since } = request.query as { since?: unknown };
    if (typeof since !== 'string' || since === '' || since.length > LONGEST_ID)
      throw new InvalidInputError([
        { pointer: '/since', message: 'The query parameter since must name a snapshot, once.' },
      ]);
    const etag = `"${createHash('sha256').update(`${since}\n${id}`).digest('base64url')}"`;
    const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    const isKnown = known.includes(etag) || known.includes('*');
    // Opened while it is sure to be there; it may be removed while it is read.
    const file = await findChanges(dependencies, { snapshot: id, since }, ({ path }) => (isKnown ? null : open(path)));
    reply.header('etag', etag);
    if (file === null) return reply.code(304).send();
    return reply.type('application/x-ndjson; charset=utf-8').send(file.createReadStream());
  };
}
