import type { Judgement } from '../outcome.ts';
import type { HarnessCase, HarnessRun } from './run-harness.ts';

const COLUMNS: readonly Judgement[] = ['correct', 'wrong', 'ambiguous', 'missed', 'abstained', 'linked'];
const BAD: readonly Judgement[] = ['wrong', 'linked', 'ambiguous', 'missed'];

interface ReportOptions {
  /** How many cases of each bad judgement are listed. */
  readonly misses: number;
  readonly write: (text: string) => void;
}

/** Figures by scenario and by degradation, the sums, and some of what went wrong. */
export function writeHarnessReport({ cases, seconds }: HarnessRun, { misses, write }: ReportOptions): void {
  write(table(cases, ({ scenario }) => scenario));
  write(table(cases, ({ degradation }) => degradation));
  write(sums(cases, seconds));
  for (const judgement of BAD) {
    const bad = cases.filter((each) => each.judgement === judgement);
    const step = Math.max(1, Math.floor(bad.length / Math.max(1, misses)));
    const listed = bad.filter((_, place) => place % step === 0).slice(0, misses);
    for (const each of listed) write(`${describeCase(each)}\n`);
  }
}

function table(cases: readonly HarnessCase[], by: (each: HarnessCase) => string): string {
  const head = `${''.padEnd(42)}${COLUMNS.map((column) => column.padStart(10)).join('')}\n`;
  const rows = [...Map.groupBy(cases, by)].map(([name, group]) => {
    const counts = COLUMNS.map((column) => count(group, column));
    return `${name.padEnd(42)}${counts.map((each) => String(each || '·').padStart(10)).join('')}\n`;
  });
  return `${head}${rows.join('')}\n`;
}

function count(cases: readonly HarnessCase[], judgement: Judgement): number {
  return cases.filter((each) => each.judgement === judgement).length;
}

function sums(cases: readonly HarnessCase[], seconds: number): string {
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(3)} %`;
  const answerable = cases.filter(({ truth }) => isAnswerable(truth)).length;
  const rest = cases.length - answerable;
  const [correct, wrong, linked] = [count(cases, 'correct'), count(cases, 'wrong'), count(cases, 'linked')];
  return [
    `${cases.length} cases in ${seconds.toFixed(1)} s, ${percent(rest, cases.length)} of them without an answer\n`,
    `answerable: ${percent(correct, answerable)} correct; wrong of all: ${percent(wrong, cases.length)} (${wrong})\n`,
    `unanswerable: ${percent(rest - linked, rest)} left open (${linked} linked)\n\n`,
  ].join('');
}

export function isAnswerable({ artistOnly, artists, releases }: HarnessCase['truth']): boolean {
  return (artistOnly ? artists : releases).size > 0;
}

function describeCase({ judgement, scenario, degradation, row, truth, wrong, result }: HarnessCase): string {
  const facts = [row.label, row.year, row.format, row.catalog_number, row.barcode]
    .map((each) => each ?? '')
    .join(' / ');
  const listed = result.candidates
    .slice(0, 2)
    .map(({ artist_name: artist, name, confidence }) => `${artist ?? ''} – ${name} @${confidence}`)
    .join(' ; ');
  const right = [...(truth.artistOnly ? truth.artists : truth.releases)].slice(0, 2).join(', ');
  return [
    judgement.toUpperCase(),
    `${scenario} / ${degradation}`,
    `${row.artist_name} | ${row.album_title} | ${facts}`,
    `gave ${wrong.join(', ') || '–'}`,
    `truth ${right || '–'}`,
    `${result.method ?? result.unresolved_reason} ${result.confidence ?? ''}`,
    listed,
  ].join('\t');
}
