import { parseArgs } from 'node:util';
import { type KillFigures, runKills } from '../../packages/catalog/tests/kills/run-kills.ts';
import { UsageError } from './entry/usage-error.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);
const print = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '50' },
      'per-run': { type: 'string', default: '5' },
      rows: { type: 'string', default: '600' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [kills, perRun, rows, seed] = [values.kills, values['per-run'], values.rows, values.seed].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (![kills, perRun, rows, seed].every((number) => Number.isInteger(number) && number > 0))
    throw new UsageError('Options take whole numbers from 1.');
  const runs: KillFigures[] = [];
  for (let left = kills; left > 0; left -= perRun) {
    const number = runs.length + 1;
    say(`pull ${number}`);
    const run = await runKills({ seed: seed * 1000 + number, kills: Math.min(perRun, left), rows, say });
    runs.push(run);
    if (run.examples.length > 0 || !run.countersExact) say(JSON.stringify(run, null, 2));
  }
  report(runs);
}

function report(runs: readonly KillFigures[]): void {
  const sum = (read: (run: KillFigures) => number) => runs.reduce((total, run) => total + read(run), 0);
  const killed = ['worker', 'resolver', 'database'] as const;
  print(`${runs.length} pulls of ${runs[0]?.rows} rows each, ${sum(({ seconds }) => seconds).toFixed(0)} s`);
  print(`killed: ${killed.map((victim) => `${victim} ${sum((run) => run.killed[victim])}`).join(', ')}`);
  print(`workers that ended by themselves and were started again: ${sum(({ fell }) => fell)}`);
  print('');
  const judge = (name: string, met: boolean, text: string) => {
    print(`${met ? 'MET ' : 'MISS'} ${name}: ${text}`);
    if (!met) process.exitCode = 1;
  };
  const lost = sum((run) => run.lost);
  const doubled = sum((run) => run.doubled);
  const missing = sum((run) => run.historyMissing);
  const exact = runs.filter(({ countersExact }) => countersExact).length;
  const changes = sum(({ expected }) => expected.history ?? 0);
  judge('no row lost', lost === 0, `${lost} of ${sum(({ rows }) => rows)}`);
  judge('no row doubled', doubled === 0, `${doubled}`);
  judge('history complete', missing === 0, `${missing} of ${changes} changes missing`);
  judge('counters exact', exact === runs.length, `${exact} of ${runs.length} pulls`);
}

await main();
