import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { Command } from 'commander';
import { CliError, exitCode } from '../cli-error.ts';
import { describeExplanation } from '../explain/describe-explanation.ts';
import { parseYear } from '../library/input/parse-year.ts';
import { type OpenedSnapshot, openSnapshot } from '../library/open-snapshot.ts';

interface ExplainFlags {
  snapshot: string;
  label?: string;
  year?: string;
  format?: string;
  catalogNumber?: string;
  barcode?: string;
  neighbour: string[];
  json?: boolean;
}

/** What a run needs from outside: the engine that answers and the stream it talks to. */
export interface ExplainParts {
  open(snapshotDirectory: string): Promise<OpenedSnapshot>;
  readonly output: NodeJS.WritableStream;
}

const ownParts: ExplainParts = { open: openSnapshot, output: process.stdout };

export function registerExplain(program: Command, parts: ExplainParts = ownParts): void {
  program
    .command('explain')
    .description('Show how a verdict comes about: candidates, weights, links, and what would change it.')
    .argument('<artist>', 'artist as the library has it')
    .argument('[album]', 'album as the library has it', '')
    .option(
      '--snapshot <folder>',
      'the snapshot to look in',
      process.env.DEADWAX_SNAPSHOT ?? '.deadwax/snapshots/sample',
    )
    .option('--label <name>', 'the label, as a hint')
    .option('--year <year>', 'the year, as a hint')
    .option('--format <carrier>', 'the carrier, as a hint')
    .option('--catalog-number <number>', 'the catalogue number, as a hint')
    .option('--barcode <digits>', 'the barcode, as a hint')
    .option('--neighbour <title>', 'another title filed under the same artist (may be repeated)', collect, [])
    .option('--json', 'the result as JSON')
    .action((artist: string, album: string, flags: ExplainFlags) => explain({ artist, album }, flags, parts));
}

async function explain(
  { artist, album }: { artist: string; album: string },
  flags: ExplainFlags,
  { open, output }: ExplainParts,
): Promise<void> {
  const { resolver } = await open(flags.snapshot);
  const [result] = resolver.resolve([toInput(artist, album, flags)], { includeTracks: false, explain: true });
  if (!result?.explanation) throw new Error('the resolver gave no explanation');
  const text = flags.json ? `${JSON.stringify(result, null, 2)}\n` : describeExplanation(result, result.explanation);
  output.write(text);
}

function toInput(artist: string, album: string, flags: ExplainFlags): BulkResolveInput {
  const year = flags.year === undefined ? null : parseYear(flags.year);
  if (flags.year !== undefined && year === null)
    throw new CliError(`${flags.year} is no year.`, { exitCode: exitCode.usage });
  return {
    library_id: 1,
    artist_name: artist,
    album_title: album,
    label: flags.label ?? null,
    year,
    format: flags.format ?? null,
    catalog_number: flags.catalogNumber ?? null,
    barcode: flags.barcode ?? null,
    neighbours: flags.neighbour.length === 0 ? null : { titles: flags.neighbour },
  };
}

function collect(value: string, values: string[]): string[] {
  return [...values, value];
}
