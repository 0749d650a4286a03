import { Agent } from 'node:http';
import { availableParallelism } from 'node:os';
import { askSteadily } from './ask-steadily.ts';
import { cpuSecondsOf } from './cpu-of.ts';
import type { Options } from './options.ts';
import { median, type Percentiles, percentilesOf } from './percentiles.ts';
import type { Caller } from './post.ts';
import { inputOf, readQuestions } from './read-questions.ts';
import { type Puller, startPuller } from './start-puller.ts';
import { type RunningResolver, startResolver } from './start-resolver.ts';

const MOST_RATIO = 2;

interface Round {
  readonly alone: readonly number[];
  readonly beside: readonly number[];
  readonly bulkAlone: number;
  readonly bulkBeside: number;
  /** Cores kept busy while both asked. */
  readonly cores: { readonly server: number; readonly puller: number; readonly asker: number };
}

/** Single rows at a steady rate, alone and beside a pull of pages, and the pull alone, in turns. True where the aim is met. */
export async function measureInteractive(options: Options): Promise<{ figures: object; met: boolean }> {
  const bodies = (await readQuestions(options.library)).map((_, row, all) =>
    JSON.stringify({ inputs: [inputOf(all, row)] }),
  );
  const resolver = await startResolver(options.snapshot, { RESOLVER_WORKERS: String(options.workers) });
  const puller = await startPuller({ ...resolver, library: options.library, connections: options.connections });
  const agent = new Agent({ keepAlive: true });
  const caller: Caller = { ...resolver, callerClass: '2', agent };
  const rounds: Round[] = [];
  try {
    await puller.go();
    await askSteadily(caller, bodies, { rate: 200, seconds: 10 });
    await puller.stop();
    for (let round = 0; round < options.rounds; round += 1) {
      rounds.push(await measureRound({ resolver, puller, caller, bodies }, options));
    }
  } finally {
    puller.end();
    agent.destroy();
    await resolver.stop();
  }
  return report(rounds, options);
}

async function measureRound(
  parts: { resolver: RunningResolver; puller: Puller; caller: Caller; bodies: readonly string[] },
  { rate, seconds }: Options,
): Promise<Round> {
  const { resolver, puller, caller, bodies } = parts;
  const alone = await askSteadily(caller, bodies, { rate, seconds });
  await puller.go();
  const [began, own, server] = [performance.now(), process.cpuUsage(), cpuSecondsOf(resolver.pid)];
  const beside = await askSteadily(caller, bodies, { rate, seconds });
  const passed = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  const served = (cpuSecondsOf(resolver.pid) - server) / passed;
  const both = await puller.stop();
  await puller.go();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const bulk = await puller.stop();
  const cores = { server: served, puller: both.cpuShare, asker: (user + system) / 1e6 / passed };
  return { alone, beside, bulkAlone: bulk.rowsPerSecond, bulkBeside: both.rowsPerSecond, cores };
}

function report(rounds: readonly Round[], options: Options) {
  const alone = percentilesOf(rounds.flatMap((round) => round.alone));
  const beside = percentilesOf(rounds.flatMap((round) => round.beside));
  const ratioOf = (name: keyof Percentiles): number => beside[name] / alone[name];
  const ratio = { p50: ratioOf('p50Ms'), p95: ratioOf('p95Ms'), p99: ratioOf('p99Ms') };
  const bulk = {
    aloneRowsPerSecond: median(rounds.map((round) => round.bulkAlone)),
    besideRowsPerSecond: median(rounds.map((round) => round.bulkBeside)),
  };
  const core = (name: keyof Round['cores']): number => median(rounds.map(({ cores }) => cores[name]));
  const cores = {
    machine: availableParallelism(),
    server: core('server'),
    puller: core('puller'),
    asker: core('asker'),
  };
  const ms = (value: number): string => value.toFixed(2).padStart(8);
  const line = (name: string, { p50Ms, p95Ms, p99Ms, maxMs, samples }: Percentiles): string =>
    `${name.padEnd(12)} p50 ${ms(p50Ms)}  p95 ${ms(p95Ms)}  p99 ${ms(p99Ms)}  most ${ms(maxMs)} ms  of ${samples}`;
  const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
  const met = ratio.p99 <= MOST_RATIO;
  process.stdout.write(
    `${[
      line('alone', alone),
      line('beside bulk', beside),
      `ratio        p50 ${ms(ratio.p50)}  p95 ${ms(ratio.p95)}  p99 ${ms(ratio.p99)}`,
      `bulk         ${whole(bulk.aloneRowsPerSecond)} rows/s alone, ${whole(bulk.besideRowsPerSecond)} rows/s beside ${options.rate} single rows a second`,
      `cores busy   server ${cores.server.toFixed(2)}, puller ${cores.puller.toFixed(2)}, asker ${cores.asker.toFixed(2)} of ${cores.machine}`,
      `${met ? 'MET' : 'MISSED'}: p99 beside bulk at most ${MOST_RATIO} times the p99 alone`,
    ].join('\n')}\n`,
  );
  const { rate, seconds, connections, workers } = options;
  const asked = { rate, seconds, connections, workers, rounds: options.rounds, node: process.version };
  return { figures: { ...asked, alone, beside, ratio, bulk, cores, met }, met };
}
