import { resolve } from 'node:path';
import { createProgress, silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import type { SourceInput } from '@deadwax/snapshot/build/load-source';
import { SnapshotError } from '@deadwax/snapshot/errors';
import { csvSource } from '@deadwax/sources/csv/source';
import { ImportError } from '@deadwax/sources/errors';
import { builtInSources } from '@deadwax/sources/registry';
import type { Source } from '@deadwax/sources/source';
import type { Command } from 'commander';
import { CliError, exitCode } from '../cli-error.ts';
import { checkSize, chooseMemory, countUsableMemory } from '../memory-size.ts';
import { withInterrupt } from '../with-interrupt.ts';

interface BuildFlags {
  out: string;
  authority: string[];
  allowTruncated: boolean;
  replace: boolean;
  quiet: boolean;
  maxBad: string;
  memory: string;
  reuse?: string;
  [source: string]: unknown;
}

const collect = (value: string, previous: string[]): string[] => [...previous, value];

export function registerSnapshotBuild(snapshot: Command): void {
  const command = snapshot
    .command('build')
    .description('read dumps and publish a snapshot')
    .requiredOption('--out <folder>', 'the folder the snapshot will be');
  for (const { name } of builtInSources)
    command.option(
      `--${name} <path>`,
      `a ${name} dump: a file, or a folder that holds it (may be repeated)`,
      collect,
      [],
    );
  command
    .option('--authority <name=file.csv>', 'an authority of your own, as CSV (may be repeated)', collect, [])
    .option('--allow-truncated', 'accept dumps that end early', false)
    .option('--replace', 'replace a snapshot that stands at --out', false)
    .option('--max-bad <percent>', 'largest share of bad records per file', '0.1')
    .option(
      '--memory <size>',
      "DuckDB's memory limit; default half of the machine's, 3500MB at most: enough for Discogs whole",
      chooseMemory(countUsableMemory()),
    )
    .option('--reuse <snapshot>', 'take sources over from it whose dump files are the same to the byte')
    .option('--quiet', 'say nothing but errors', false)
    .action((flags: BuildFlags) => build(flags));
}

async function build(flags: BuildFlags): Promise<void> {
  const inputs = await discoverInputs(flags);
  const progress = flags.quiet ? silentProgress : createProgress();
  const manifest = await withInterrupt((signal) =>
    buildSnapshot({
      out: resolve(flags.out),
      inputs,
      allowTruncated: flags.allowTruncated,
      maxBadShare: parsePercent(flags.maxBad),
      replace: flags.replace,
      memoryLimit: checkSize(flags.memory),
      ...(flags.reuse === undefined ? {} : { reuse: resolve(flags.reuse) }),
      signal,
      progress,
    }),
  )
    .catch((error: unknown) => {
      throw presentBuildError(error, resolve(flags.out));
    })
    .finally(() => progress.stop());
  if (flags.quiet) return;
  for (const [name, source] of Object.entries(manifest.sources)) {
    process.stderr.write(
      `${name}: ${source.records.toLocaleString('en-GB')} records${source.quarantined ? `, ${source.quarantined} in quarantine` : ''}\n`,
    );
  }
  process.stdout.write(`${manifest.id} published at ${resolve(flags.out)}\n`);
}

function parsePercent(text: string): number {
  const percent = Number(text.replace('%', ''));
  if (!Number.isFinite(percent) || percent < 0 || percent > 100)
    throw new CliError(`--max-bad takes a percentage, not ${text}`, { exitCode: exitCode.usage });
  return percent / 100;
}

async function discoverInputs(flags: BuildFlags): Promise<SourceInput[]> {
  const inputs: SourceInput[] = [];
  for (const source of builtInSources) {
    const paths = flags[source.name] as string[];
    if (paths.length > 0) inputs.push(await discover(source, paths));
  }
  for (const authority of flags.authority) {
    const border = authority.indexOf('=');
    if (border < 1)
      throw new CliError(`--authority takes NAME=FILE.csv, not ${authority}`, { exitCode: exitCode.usage });
    const name = authority.slice(0, border);
    if (inputs.some(({ source }) => source.name === name))
      throw new CliError(`there are two authorities called ${name}`, { exitCode: exitCode.usage });
    inputs.push(await discover(createCsvSource(name), [authority.slice(border + 1)]));
  }
  if (inputs.length === 0) {
    throw new CliError('nothing to build from', {
      exitCode: exitCode.usage,
      hint: `Name at least one of ${builtInSources.map(({ name }) => `--${name}`).join(', ')}, --authority.`,
    });
  }
  return inputs;
}

function createCsvSource(name: string): Source {
  try {
    return csvSource(name);
  } catch (cause) {
    throw new CliError((cause as Error).message, { exitCode: exitCode.usage, cause });
  }
}

async function discover(source: Source, paths: readonly string[]): Promise<SourceInput> {
  try {
    const files = [];
    for (const path of paths) files.push(...(await source.discover(resolve(path))));
    return { source, files };
  } catch (error) {
    throw presentBuildError(error, '');
  }
}

const hints: Readonly<Record<string, string>> = {
  no_memory: '--memory allows more: nineteen million releases of Discogs took 3500MB.',
  truncated: '--allow-truncated keeps what is whole.',
  already_published: 'deadwax snapshot verify tells whether the one there is whole.',
};

function presentBuildError(error: unknown, out: string): unknown {
  if (!(error instanceof ImportError || error instanceof SnapshotError)) return error;
  const codes: Readonly<Record<string, number>> = {
    locked: exitCode.locked,
    aborted: exitCode.interrupted,
    already_published: exitCode.usage,
  };
  const hint =
    error.code === 'too_many_bad_records'
      ? `The bad records are in ${out}.quarantine; --max-bad accepts more.`
      : hints[error.code];
  return new CliError(error.message, {
    exitCode: codes[error.code] ?? exitCode.failure,
    cause: error,
    ...(hint ? { hint } : {}),
  });
}
