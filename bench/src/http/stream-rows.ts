import { Agent } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cpuSecondsOf } from './cpu-of.ts';
import type { Options } from './options.ts';
import { openPost } from './post.ts';
import { AnswerCounter } from './read-answers.ts';
import { inputOf, type Question, readQuestions } from './read-questions.ts';
import { residentMegabytes } from './resident-memory.ts';
import { type RunningResolver, startResolver } from './start-resolver.ts';

const SAMPLE_MS = 200;
const LINES_AT_ONCE = 100;
/** What the last tenth may hold above the middle. */
const MOST_GROWTH = 1.1;

interface Sample {
  readonly rows: number;
  readonly megabytes: number;
}

/** One request of many lines, sent no faster than it is answered; and the memory of the server meanwhile. */
export async function measureStream(options: Options): Promise<{ figures: object; met: boolean }> {
  const questions = await readQuestions(options.library);
  const resolver = await startResolver(options.snapshot, { RESOLVER_WORKERS: String(options.workers) });
  try {
    const before = residentMegabytes(resolver.pid).now;
    const [began, cpu, own] = [performance.now(), cpuSecondsOf(resolver.pid), process.cpuUsage()];
    const samples = await stream(resolver, questions, options.rows);
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(own);
    const cores = { server: (cpuSecondsOf(resolver.pid) - cpu) / seconds, sender: (user + system) / 1e6 / seconds };
    const { peak } = residentMegabytes(resolver.pid);
    return report({ samples, seconds, cores, before, peak }, options);
  } finally {
    await resolver.stop();
  }
}

async function stream(
  resolver: RunningResolver,
  questions: readonly Question[],
  rows: number,
): Promise<readonly Sample[]> {
  const agent = new Agent();
  const caller = { ...resolver, callerClass: '5', agent } as const;
  const { sent, answered } = openPost(caller, 'application/x-ndjson');
  const sending = pipeline(Readable.from(makeLines(questions, rows), { objectMode: false }), sent);
  const answer = await answered;
  if (answer.statusCode !== 200) throw new Error(`answered with ${answer.statusCode}`);
  const counter = new AnswerCounter();
  const samples: Sample[] = [];
  const timer = setInterval(() => {
    samples.push({ rows: counter.rows, megabytes: residentMegabytes(resolver.pid).now });
  }, SAMPLE_MS);
  try {
    for await (const chunk of answer) counter.add(chunk);
    await sending;
  } finally {
    clearInterval(timer);
    agent.destroy();
  }
  if (counter.rows !== rows) throw new Error(`${counter.rows} of ${rows} rows were answered`);
  return samples;
}

function* makeLines(questions: readonly Question[], rows: number): Generator<string> {
  for (let start = 0; start < rows; start += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, rows - start);
    yield Array.from({ length: count }, (_, row) => `${JSON.stringify(inputOf(questions, start + row))}\n`).join('');
  }
}

interface Measured {
  readonly samples: readonly Sample[];
  readonly seconds: number;
  readonly cores: { readonly server: number; readonly sender: number };
  readonly before: number;
  readonly peak: number;
}

function report({ samples, seconds, cores, before, peak }: Measured, { rows, workers }: Options) {
  const mean = (from: number, to: number): number => {
    const own = samples.filter((sample) => sample.rows >= from * rows && sample.rows <= to * rows);
    return own.reduce((sum, { megabytes }) => sum + megabytes, 0) / own.length;
  };
  const memory = { before, firstTenth: mean(0, 0.1), middle: mean(0.45, 0.55), lastTenth: mean(0.9, 1), peak };
  const met = memory.lastTenth <= memory.middle * MOST_GROWTH;
  const rowsPerSecond = rows / seconds;
  const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
  process.stdout.write(
    `${[
      `${whole(rows)} rows in ${seconds.toFixed(1)} s: ${whole(rowsPerSecond)} rows/s; cores busy: server ${cores.server.toFixed(2)}, sender ${cores.sender.toFixed(2)}`,
      `server's memory, MB: ${whole(memory.before)} before, ${whole(memory.firstTenth)} in the first tenth, ${whole(memory.middle)} in the middle, ${whole(memory.lastTenth)} in the last tenth, ${whole(memory.peak)} at most`,
      `${met ? 'MET' : 'MISSED'}: the last tenth holds at most ${MOST_GROWTH} times what the middle holds`,
    ].join('\n')}\n`,
  );
  return { figures: { rows, workers, node: process.version, seconds, rowsPerSecond, cores, memory, met }, met };
}
