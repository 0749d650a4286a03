import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkResolveLibrariesRequest } from '@deadwax/contract/schemas';
import { makeAnswer } from '../resolver-client/samples.ts';
import { secondAnswerOf } from './second-answer.ts';

const ANSWER_MS = 120;

/** A resolver to be killed: answers by the contract, slowly enough to be hit in the middle. */
const server = createServer(async (request, response) => {
  if (request.url === '/healthz') {
    response.end('ok');
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { inputs } = JSON.parse(Buffer.concat(chunks).toString()) as BulkResolveLibrariesRequest;
  await sleep(ANSWER_MS);
  const answer = makeAnswer([], { results: inputs.map(secondAnswerOf), tracks_contract_version: 1 });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
