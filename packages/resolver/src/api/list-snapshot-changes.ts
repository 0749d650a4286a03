import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
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
    const { path } = await findChanges(dependencies, id, since);
    const etag = `"${createHash('sha256').update(`${since}\n${id}`).digest('base64url')}"`;
    reply.header('etag', etag);
    const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (known.includes(etag) || known.includes('*')) return reply.code(304).send();
    return reply.type('application/x-ndjson; charset=utf-8').send(createReadStream(path));
  };
}
