import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { Progress } from '@deadwax/platform/progress';
import type { Resolver } from '@deadwax/resolver/resolver';
import { type Neighbourhood, surveyNeighbourhood } from './neighbourhood.ts';
import { Notices } from './notices.ts';
import type { OutputFormat } from './output/choose-output.ts';
import { CsvRows } from './output/csv-rows.ts';
import type { TextSink } from './output/text-sink.ts';
import type { Library, LibraryRow } from './read-library.ts';
import { countResult, emptySummary, type ResolveSummary } from './summary.ts';

/** As many as one request over HTTP may hold. */
const pageSize = 1000;

export interface ResolveRun {
  readonly library: Library;
  readonly resolver: Resolver;
  readonly sink: TextSink;
  readonly format: OutputFormat;
  /** Sources that `main` has no place for: each gets a column. Those seen in the first page get one too. */
  readonly extraSources: readonly string[];
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Asks about every row of a library, page by page, and writes an answer for each, in their order. */
export async function resolveLibrary(run: ResolveRun): Promise<{ summary: ResolveSummary; notices: Notices }> {
  const { library, resolver, progress } = run;
  const summary = emptySummary(resolver);
  const notices = new Notices();
  const started = performance.now();
  const step = progress.start({ name: 'resolve', unit: 'bytes', total: library.file.size });
  const neighbourhood = await surveyNeighbourhood(library, run.signal);
  let rows: CsvRows | null = null;
  for await (const page of readPages(library.rows(notices, (bytesRead) => step.update(bytesRead)))) {
    run.signal.throwIfAborted();
    const results = resolvePage(resolver, page, neighbourhood);
    for (const result of results) countResult(summary, result);
    if (run.format === 'ndjson') {
      await run.sink.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
      continue;
    }
    const header = rows === null;
    rows ??= new CsvRows(library, [...run.extraSources, ...listSources(results)]);
    const lines = page.map(({ record }, index) => rows!.present(record, results[index]!));
    await run.sink.write((header ? rows.header : '') + lines.join(''));
  }
  run.signal.throwIfAborted();
  step.finish({ rows: summary.rows });
  summary.seconds = Number(((performance.now() - started) / 1000).toFixed(3));
  summary.rows_per_second = Math.round(summary.rows / Math.max(summary.seconds, 0.001));
  summary.notices = notices.toJson();
  return { summary, notices };
}

async function* readPages(rows: AsyncIterable<LibraryRow>): AsyncGenerator<LibraryRow[]> {
  let page: LibraryRow[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** One answer for each row, in order, under the number the library knows the row by. */
function resolvePage(resolver: Resolver, page: readonly LibraryRow[], { around }: Neighbourhood): BulkResolveResult[] {
  const results = resolver.resolve(
    page.map(({ input }) => around(input)),
    { includeTracks: false },
  );
  const isAnswered =
    results.length === page.length && results.every((result, index) => result.library_id === page[index]!.rowNumber);
  if (!isAnswered) throw new Error('the resolver did not answer every row in its order');
  return results.map((result, index) => ({ ...result, library_id: page[index]!.libraryId }));
}

function* listSources(results: readonly BulkResolveResult[]): Generator<string> {
  for (const { provenance } of results) {
    for (const { source, external_id } of provenance) if (external_id !== null) yield source;
  }
}
