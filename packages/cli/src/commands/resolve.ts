import { basename, extname } from 'node:path';
import { createProgress, silentProgress } from '@deadwax/platform/progress';
import { type Command, Option } from 'commander';
import { CliError, exitCode } from '../cli-error.ts';
import { describeLibrary } from '../library/describe-library.ts';
import { type OpenedSnapshot, openSnapshot } from '../library/open-snapshot.ts';
import { checkNotInput, chooseFormat, type OutputFormat, outputFormats } from '../library/output/choose-output.ts';
import { openOutput } from '../library/output/replace-file.ts';
import { ReaderGone, streamSink } from '../library/output/stream-sink.ts';
import { noSink, type TextSink } from '../library/output/text-sink.ts';
import { type Library, readLibrary } from '../library/read-library.ts';
import { addReadingOptions, parseReadingFlags, type ReadingFlags } from '../library/reading-flags.ts';
import { resolveLibrary } from '../library/resolve-library.ts';
import { describeSummary, type ResolveSummary } from '../library/summary.ts';
import { withInterrupt } from '../with-interrupt.ts';

interface ResolveFlags extends ReadingFlags {
  snapshot: string;
  out?: string;
  format?: OutputFormat;
  jsonSummary?: string;
  quiet: boolean;
}

/** What a run needs from outside: the engine that answers and the streams it talks to. */
export interface ResolveParts {
  open(snapshotDirectory: string): Promise<OpenedSnapshot>;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly messages: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

const ownParts: ResolveParts = { open: openSnapshot, output: process.stdout, messages: process.stderr };

export function registerResolve(program: Command, parts: ResolveParts = ownParts): void {
  const command = program
    .command('resolve')
    .description('Say which record each row of a library is.')
    .argument('<library>', 'a CSV or TSV file with a row for each record')
    .requiredOption(
      '--snapshot <folder>',
      'the snapshot to resolve against, or a folder of snapshots with a current one',
    )
    .option('--out <file>', 'where to write, .csv or .ndjson (standard output without it)');
  addReadingOptions(command)
    .addOption(
      new Option('--format <format>', 'what to write, instead of what the name of --out says').choices(outputFormats),
    )
    .option('--json-summary <file>', 'write the summary as JSON too')
    .option('--quiet', 'say nothing but errors', false)
    .action((file: string, flags: ResolveFlags) => withInterrupt((signal) => resolve(file, flags, { parts, signal })));
}

interface Surroundings {
  readonly parts: ResolveParts;
  readonly signal: AbortSignal;
}

async function resolve(file: string, flags: ResolveFlags, { parts, signal }: Surroundings): Promise<void> {
  const options = parseReadingFlags(file, flags);
  const out = flags.out === '-' ? undefined : flags.out;
  const format = chooseFormat(flags.format, out);
  for (const path of [out, flags.jsonSummary]) if (path !== undefined) await checkNotInput(path, file);
  const say = flags.quiet ? () => undefined : (line: string) => void parts.messages.write(`${line}\n`);
  const library = await readLibrary(options);
  for (const line of describeLibrary(library)) say(line);
  const { resolver, extraSources } = await parts.open(flags.snapshot);
  const progress = flags.quiet || !parts.messages.isTTY ? silentProgress : createProgress();
  const sink = await openSink(out, parts);
  try {
    const run = { library, resolver, sink, format, extraSources, progress, signal };
    const { summary, notices } = await resolveLibrary(run).finally(() => progress.stop());
    await sink.finish();
    for (const line of [...notices.describe(), ...describeSummary(summary)]) say(line);
    if (flags.jsonSummary !== undefined) await writeSummary(flags.jsonSummary, summary, library);
    if (out !== undefined) say(`written to ${out}`);
    else if (sink === noSink)
      say(`nothing was written: --out ${basename(file, extname(file))}.resolved.csv keeps the rows`);
  } catch (error) {
    await sink.abandon();
    if (error instanceof ReaderGone) return;
    if (!signal.aborted) throw error;
    throw new CliError('interrupted', { exitCode: exitCode.interrupted, cause: error });
  }
}

/** The file that was asked for; else standard output, unless rows would only rush past a person. */
async function openSink(out: string | undefined, { output }: ResolveParts): Promise<TextSink> {
  if (out !== undefined) return openOutput(out);
  return output.isTTY ? noSink : streamSink(output, { name: 'standard output', ends: false });
}

async function writeSummary(path: string, summary: ResolveSummary, { file, columns }: Library): Promise<void> {
  const sink: TextSink = await openOutput(path);
  await sink.write(
    `${JSON.stringify({ library: file.path, encoding: file.encoding.name, recognised: columns.recognised, ...summary }, null, 2)}\n`,
  );
  await sink.finish();
}
