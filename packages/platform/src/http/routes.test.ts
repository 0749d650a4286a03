import fastify from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { MethodNotAllowedError } from './errors.ts';
import { answerUnknownRoutes } from './routes.ts';

const app = fastify({ exposeHeadRoutes: false });
answerUnknownRoutes(app);
app.setErrorHandler((error, _request, reply) =>
  reply.code(error instanceof MethodNotAllowedError ? 405 : 404).send(Object(error).headers?.allow ?? ''),
);
app.get('/records/:id', async () => 'one');
app.patch('/records/:id', async () => 'one');
app.delete('/records/last', async () => 'last');
app.get('/records/:id/tracks.json', async () => 'tracks');
afterAll(() => app.close());

it.each([
  ['POST', '/records/12', 405, 'GET, PATCH'],
  ['POST', '/records/12?x=/y', 405, 'GET, PATCH'],
  ['PUT', '/records/last', 405, 'DELETE, GET, PATCH'],
  ['POST', '/records/12/tracks.json', 405, 'GET'],
  ['POST', '/records/12/tracksXjson', 404, ''],
  ['POST', '/records/12/more/tracks.json', 404, ''],
  ['POST', '/records', 404, ''],
  ['GET', '/records/12', 200, 'one'],
] as const)('answers %s %s with %i', async (method, url, status, body) => {
  const response = await app.inject({ method, url });
  expect([response.statusCode, response.body]).toEqual([status, body]);
});
