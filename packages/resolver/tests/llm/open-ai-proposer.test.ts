import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/llm/link-proposer.ts';
import { type OpenAiProposerConfig, openAiProposer } from '../../src/llm/open-ai-proposer.ts';
import { type Answer, type ChatServer, refuse, say, startChatServer } from './chat-server.ts';
import { makeCandidate, makeQuestion } from './samples.ts';

let server: ChatServer;
beforeEach(async () => {
  server = await startChatServer();
});
afterEach(() => server.close());

const never = () => new AbortController().signal;
const makeProposer = (more: Partial<OpenAiProposerConfig> = {}) =>
  openAiProposer({ url: server.url, model: 'm-1', key: 'k3y', timeoutMs: 1000, backoffMs: 5, ...more });

async function askOne(more: Partial<OpenAiProposerConfig> = {}) {
  const [proposal] = await makeProposer(more).propose([makeQuestion()], never());
  return proposal!;
}

const master = (id: unknown, certainty: unknown = 1) => ({ choice: { source: 'discogs_master', id }, certainty });
const hang: Answer = () => undefined;

describe('a question', () => {
  it('carries the row and its candidates, at temperature 0, and nothing that tells no candidates apart', async () => {
    await askOne();
    expect(server.requests).toHaveLength(1);
    const { path, headers, body, question } = server.requests[0]!;
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe('Bearer k3y');
    expect(body).toMatchObject({ model: 'm-1', temperature: 0, response_format: { type: 'json_object' } });
    expect(question).toEqual({
      row: { artist_name: 'A.B.', album_title: 'Best Of 0', year: 1991 },
      candidates: [1, 2].map((id) => ({
        source: 'discogs_master',
        id: String(id),
        name: 'The Best Of',
        artist: 'A.B.',
        year: 1990 + id,
      })),
    });
  });

  it('goes to the whole address where that was configured, and without a key where there is none', async () => {
    await askOne({ url: `${server.url}/chat/completions/`, key: null });
    expect(server.requests[0]!.path).toBe('/v1/chat/completions');
    expect(server.requests[0]!.headers.authorization).toBeUndefined();
  });

  it('never sends a text of any length', async () => {
    const input = { library_id: 1, artist_name: 'x'.repeat(1e6), album_title: 'y' };
    await makeProposer().propose([{ place: 0, input, candidates: [makeCandidate(1)] }], never());
    expect(String(server.requests[0]!.question.row.artist_name)).toHaveLength(301);
  });
});

describe('an answer', () => {
  const link = (confidence: number): Outcome => ({
    kind: 'link',
    source: 'discogs_master',
    externalId: '2',
    confidence,
  });
  const none: Outcome = { kind: 'none' };
  const unavailable = (why: string) => ({ kind: 'unavailable', why });
  it.each<[string, unknown, unknown]>([
    ['one of the candidates, surely: the top of the band', master('2'), link(0.79)],
    ['one of the candidates, half surely: for review only', master('2', 0.5), link(0.695)],
    ['one of the candidates, unsurely: the foot of the band', master('2', 0), link(0.6)],
    ['an id as a number', master(2), link(0.79)],
    ['white space around it', ` ${JSON.stringify(master('2'))}\n`, link(0.79)],
    ['none', { choice: null }, none],
    ['none, surely', { choice: null, certainty: 1 }, none],
    ['an id that is not listed', master('3'), unavailable('unlisted_candidate')],
    [
      'an id under another source',
      { ...master('2'), choice: { source: 'mb_artist', id: '2' } },
      unavailable('unlisted_candidate'),
    ],
    ['a certainty past 1', master('2', 1.01), unavailable('malformed_answer')],
    ['a certainty in words', master('2', 'high'), unavailable('malformed_answer')],
    ['no certainty', { choice: { source: 'discogs_master', id: '2' } }, unavailable('malformed_answer')],
    ['more than was asked for', { ...master('2'), why: 'because' }, unavailable('malformed_answer')],
    ['two choices', [master('1'), master('2')], unavailable('malformed_answer')],
    ['words', 'I think it is the second one.', unavailable('malformed_answer')],
    ['JSON among words', `Here: ${JSON.stringify(master('2'))}`, unavailable('malformed_answer')],
    ['half of it', '{"choice": {"source"', unavailable('malformed_answer')],
    ['nothing', '', unavailable('malformed_answer')],
  ])('that is %s', async (_what, content, outcome) => {
    server.answer = say(content);
    expect(await askOne()).toEqual({ place: 0, outcome, calls: 1 });
  });

  it.each<[string, Answer]>([
    ['no JSON', (_request, response) => void response.end('<html>')],
    ['no completion', (_request, response) => void response.end('{"choices":[]}')],
    ['a refusal', (_request, response) => void response.end('{"choices":[{"message":{"content":null}}]}')],
    ['endless', (_request, response) => void response.end('x'.repeat((1 << 20) + 1))],
  ])('whose envelope is %s counts as not asked', async (_what, answer) => {
    server.answer = answer;
    expect((await askOne()).outcome).toEqual(unavailable('malformed_answer'));
  });
});

describe('an endpoint in trouble', () => {
  it.each([429, 500, 502, 503])('is asked again after %d', async (status) => {
    server.answer = (request, response, count) =>
      (count === 1 ? refuse(status) : say(master('1')))(request, response, count);
    expect(await askOne()).toMatchObject({ outcome: { kind: 'link', externalId: '1' }, calls: 2 });
  });

  it('is left alone for as long as it asks', async () => {
    server.answer = (request, response, count) =>
      (count === 1 ? refuse(429, { 'retry-after': '1' }) : say(master('1')))(request, response, count);
    const started = performance.now();
    expect((await askOne({ timeoutMs: 5000 })).outcome).toMatchObject({ kind: 'link' });
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it('is not waited for where it asks for longer than there is time', async () => {
    server.answer = refuse(429, { 'retry-after': '60' });
    const started = performance.now();
    expect(await askOne()).toEqual({ place: 0, outcome: { kind: 'unavailable', why: 'overloaded' }, calls: 1 });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it.each<[string, Answer, string, number]>([
    ['fails every time', refuse(500), 'overloaded', 3],
    ['does not know us', refuse(401), 'refused', 1],
    ['does not know the model', refuse(404), 'refused', 1],
    ['breaks off', (_request, response) => void response.destroy(), 'unreachable', 3],
    ['sends us elsewhere', refuse(307, { location: 'http://127.0.0.1:1/' }), 'unreachable', 3],
    ['never answers', hang, 'timeout', 1],
    ['never ends its answer', (_request, response) => void response.write('{'), 'timeout', 1],
  ])('that %s could not be asked', async (_what, answer, why, calls) => {
    server.answer = answer;
    expect(await askOne({ timeoutMs: 300 })).toEqual({ place: 0, outcome: { kind: 'unavailable', why }, calls });
  });

  it('that is not there could not be asked', async () => {
    await server.close();
    expect((await askOne()).outcome).toEqual({ kind: 'unavailable', why: 'unreachable' });
    server = await startChatServer();
  });

  it('is not asked by every row: after five failures nobody asks for a while, then one does', async () => {
    server.answer = refuse(401);
    const proposer = makeProposer({ concurrency: 1, pauseMs: 100 });
    const many = Array.from({ length: 50 }, (_, place) => makeQuestion(place));
    const outcomes = (await proposer.propose(many, never())).map(({ outcome }) => 'why' in outcome && outcome.why);
    expect(outcomes).toEqual([...Array(5).fill('refused'), ...Array(45).fill('paused')]);
    expect(server.requests).toHaveLength(5);
    await new Promise((resolve) => setTimeout(resolve, 120));
    server.answer = say({ choice: null });
    const [after] = await proposer.propose([makeQuestion()], never());
    expect(after?.outcome.kind).toBe('none');
  });
});

describe('many questions', () => {
  const many = Array.from({ length: 20 }, (_, place) => makeQuestion(place));

  it('are answered each, a few at a time, also by two batches at once', async () => {
    server.answer = (request, response, count) => {
      const id = Number(String(request.question.row.album_title).slice(8)) % 2 === 0 ? '1' : '2';
      setTimeout(() => say(master(id))(request, response, count), 5);
    };
    const proposer = makeProposer({ concurrency: 3 });
    const [first, second] = await Promise.all([proposer.propose(many, never()), proposer.propose(many, never())]);
    expect(server.most()).toBe(3);
    expect(first).toEqual(second);
    expect(first.map(({ place, outcome }) => [place, 'externalId' in outcome && outcome.externalId])).toEqual(
      many.map(({ place }) => [place, place % 2 === 0 ? '1' : '2']),
    );
  });

  it('have a time for all of them', async () => {
    server.answer = hang;
    const started = performance.now();
    const proposals = await makeProposer({ concurrency: 2, timeoutMs: 5000, budgetMs: 100 }).propose(many, never());
    expect(performance.now() - started).toBeLessThan(1000);
    expect(proposals.every(({ outcome }) => 'why' in outcome && outcome.why === 'timeout')).toBe(true);
    expect(proposals.reduce((sum, { calls }) => sum + calls, 0)).toBe(2);
  });

  it('end when nobody waits for them', async () => {
    server.answer = hang;
    const controller = new AbortController();
    const asked = makeProposer({ timeoutMs: 5000 }).propose(many, controller.signal);
    setTimeout(() => controller.abort(), 50);
    const proposals = await asked;
    expect(proposals).toHaveLength(20);
    expect(proposals.every(({ outcome }) => outcome.kind === 'unavailable')).toBe(true);
    expect(server.requests).toHaveLength(4);
    expect(await makeProposer().propose(many, AbortSignal.abort())).toHaveLength(20);
    expect(server.requests).toHaveLength(4);
  });
});
