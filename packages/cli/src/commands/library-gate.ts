import type { GateReport } from '@deadwax/contract/catalog-schemas';
import { type Command, InvalidArgumentError } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type CatalogFlags } from '../catalog/connection.ts';
import { parseNumber } from '../catalog/parse-number.ts';
import { drawTable } from '../catalog/present/draw-table.ts';
import { printLines } from '../catalog/present/print-lines.ts';
import { withCatalog } from '../catalog/with-catalog.ts';
import { exitCode } from '../cli-error.ts';

interface GateFlags extends CatalogFlags {
  readonly threshold?: number;
  readonly floor?: number;
  readonly coverage: boolean;
  readonly json: boolean;
}

const counts = [
  ['rows', 'total_rows'],
  ['without an identity of that confidence', 'unresolved_rows'],
  ['  whose artist is known by another record', 'fallback_resolved_rows'],
  ['  open', 'truly_unresolved_rows'],
  ['    asked about, and nothing found', 'found_nothing_rows'],
  ['    could not be asked about', 'could_not_ask_rows'],
  ['    never asked about', 'never_asked_rows'],
] as const;

export function registerLibraryGate(library: Command): void {
  const command = library
    .command('gate')
    .description('Say whether the library is identified well enough, and where it is not. Ends with 4 where it is not.')
    .option(
      '--threshold <rows>',
      'as many open rows, or more, fail (1000)',
      parseNumber({ least: 1, most: 2_147_483_647 }),
    )
    .option('--floor <confidence>', 'least confidence of an identity that counts (0.7)', parseShare)
    .option('--coverage', 'how many rows have each id, too', false)
    .option('--json', 'print the report as JSON', false);
  addCatalogOptions(command).action((flags: GateFlags) =>
    withCatalog(flags, async (catalog) => {
      const { threshold, floor } = flags;
      const query = { ...(threshold === undefined ? {} : { threshold }), ...(floor === undefined ? {} : { floor }) };
      const report = await ask(catalog, (client) => client.GET('/api/v1/identity/gate', { params: { query } }));
      printLines(flags.json ? [JSON.stringify(report, null, 2)] : describeGate(report, flags.coverage));
      if (report.overall.gate_status === 'FAIL') process.exitCode = exitCode.negative;
    }),
  );
}

export function parseShare(text: string): number {
  const share = /^(0|1|0?\.\d+|1\.0+)$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('A number from 0 to 1 is wanted.');
}

function describeGate({ threshold, floor, overall, strata }: GateReport, coverage: boolean): string[] {
  const parts = [overall, strata.single_artist, strata.compilation, strata.soundtrack];
  const columns = ['all', 'single artist', 'compilations', 'soundtracks'].map((title, place) => ({
    title,
    part: parts[place]!,
  }));
  const table = drawTable(counts, [
    { title: '', read: ([name]) => `  ${name}` },
    ...columns.map(({ title, part }) => ({
      title,
      right: true,
      read: ([, counter]: (typeof counts)[number]) => part[counter],
    })),
  ]);
  const known = drawTable(Object.entries(overall.coverage), [
    { title: '  id', read: ([name]) => `  ${name}` },
    { title: 'rows', right: true, read: ([, { rows }]) => rows },
    { title: 'share', right: true, read: ([, { share }]) => `${(share * 100).toFixed(1)} %` },
  ]);
  return [
    `${overall.gate_status}: fewer than ${threshold.toLocaleString('en-GB')} open rows are wanted, confidence ${floor} or more counts`,
    ...table,
    ...(coverage ? ['', ...known] : []),
  ];
}
