import { parseArgs } from 'node:util';
import { checkSeeds, runHarness, tuningSeeds } from './harness/run-harness.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', multiple: true },
    check: { type: 'boolean', default: false },
    scenario: { type: 'string' },
    misses: { type: 'string', default: '20' },
    folder: { type: 'string', default: '.deadwax/evaluation' },
  },
});
const seeds = values.seed?.map(Number) ?? (values.check ? checkSeeds : tuningSeeds);
const run = await runHarness({
  seeds,
  workFolder: values.folder,
  progress: (message) => process.stderr.write(`${message}\n`),
});
const cases = run.cases.filter(({ scenario }) => values.scenario === undefined || scenario === values.scenario);
const table = (by: (each: (typeof cases)[number]) => string) => {
  const groups = new Map<string, Record<string, number>>();
  for (const each of cases) {
    const group = groups.get(by(each)) ?? {};
    group[each.judgement] = (group[each.judgement] ?? 0) + 1;
    groups.set(by(each), group);
  }
  return [...groups]
    .sort()
    .map(([name, counts]) => `${name.padEnd(42)} ${JSON.stringify(counts)}\n`)
    .join('');
};
process.stdout.write(table(({ scenario }) => scenario));
process.stdout.write(`\n${table(({ degradation }) => degradation)}`);
const count = (judgement: string) => cases.filter((each) => each.judgement === judgement).length;
const answerable = cases.filter(({ truth }) => truth.releases.size > 0).length;
const none = cases.length - answerable;
process.stdout.write(
  `\n${cases.length} cases in ${run.seconds.toFixed(1)} s, ${((100 * none) / cases.length).toFixed(1)} % without an answer\n` +
    `correct ${((100 * count('correct')) / answerable).toFixed(2)} % of answerable; wrong ${count('wrong')} (${((100 * (count('wrong') + count('linked'))) / cases.length).toFixed(3)} % of all with linked); ` +
    `abstained ${((100 * count('abstained')) / none).toFixed(3)} % of the others\n`,
);
const bad = cases.filter(({ judgement }) => judgement !== 'correct' && judgement !== 'abstained');
const order = ['wrong', 'linked', 'ambiguous', 'missed'];
for (const judgement of order) {
  const some = bad.filter((each) => each.judgement === judgement);
  const step = Math.max(1, Math.floor(some.length / Number(values.misses)));
  for (const [place, each] of some.entries()) {
    if (place % step !== 0) continue;
    const { row, result } = each;
    process.stdout.write(
      `${judgement}\t${each.scenario} / ${each.degradation}\t${row.artist} | ${row.title} | ${row.year ?? ''} ${row.label ?? ''}\t${each.wrong.join(', ')}\t${result.method} ${result.confidence} ${result.unresolved_reason}\t${result.candidates
        .slice(0, 2)
        .map((c) => `${c.artist_name} – ${c.name} @${c.confidence}`)
        .join(' ; ')}\n`,
    );
  }
}
