import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { compareVersions, type VersionLevel } from '@deadwax/linkage/compare/version-tags';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { nameQualifier } from '@deadwax/linkage/normalise/name-qualifier';
import { type Comparison, type Contribution, identifierLimit, weigh } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { carrierOf, hasBarcode, hasCatalogNumber } from './pressing-hints.ts';

/** What speaks for or against an album beside artist and title: version, year, label, numbers and carrier of any of its releases. */
export function compareContext(
  input: BulkResolveInput,
  { releases, pressings }: { releases: readonly number[]; pressings: Iterable<number> },
  index: MatchIndex,
): Contribution[] {
  const found = [weigh('version', versionLevel(input.album_title, releases, index))];
  if (!input.year && !input.label && !input.format && !input.catalog_number && !input.barcode) return found;
  const all = [...releases, ...pressings];
  const add = (comparison: Comparison, level: string | null) => {
    if (level !== null) found.push(weigh(comparison, level));
  };
  add('year', input.year ? yearLevel(input.year, all, index) : null);
  add('label', input.label ? labelLevel(input.label, all, index) : null);
  add('format', input.format ? formatLevel(input.format, all, index) : null);
  const identifiers: Contribution[] = [];
  if (
    input.catalog_number &&
    all.some((release) => index.labelsOf(release).some(({ catalogNumber }) => catalogNumber !== ''))
  )
    identifiers.push(
      weigh(
        'catalog_number',
        all.some((each) => hasCatalogNumber(each, input.catalog_number, index)) ? 'same' : 'different',
      ),
    );
  if (input.barcode && all.some((release) => index.barcodesOf(release).length > 0))
    identifiers.push(
      weigh('barcode', all.some((each) => hasBarcode(each, input.barcode, index)) ? 'same' : 'different'),
    );
  return [...found, ...limited(identifiers)];
}

/** One false number must never outvote artist and title: what numbers say counts only so far. */
function limited(identifiers: readonly Contribution[]): Contribution[] {
  const sum = identifiers.reduce((total, { weight }) => total + weight, 0);
  const share = Math.abs(sum) > identifierLimit ? identifierLimit / Math.abs(sum) : 1;
  return identifiers.map((each) => ({ ...each, weight: Math.round(each.weight * share * 1000) / 1000 }));
}

const versionOrder: readonly VersionLevel[] = ['same', 'unsaid', 'lacking', 'extra', 'different'];

function versionLevel(title: string, releases: readonly number[], index: MatchIndex): VersionLevel {
  let best = versionOrder.length;
  let noted: string | null = null;
  const note = (other: string) => {
    if (other === noted) return;
    noted = other;
    best = Math.min(best, versionOrder.indexOf(compareVersions(title, other)));
  };
  for (const release of releases) {
    note(index.releaseTitle(release));
    for (const other of index.otherTitles(release)) note(other);
    if (best === 0) break;
  }
  return versionOrder[best] ?? 'unsaid';
}

function yearLevel(year: number, releases: readonly number[], index: MatchIndex): string {
  const years = releases.flatMap((release) => index.releaseYear(release) ?? []);
  if (years.length === 0) return 'unknown';
  if (years.includes(year)) return 'same';
  if (years.some((each) => Math.abs(each - year) === 1)) return 'close';
  return year > Math.min(...years) ? 'later' : 'earlier';
}

function labelLevel(label: string, releases: readonly number[], index: MatchIndex): string {
  const names = releases.flatMap((release) => index.labelsOf(release).map(({ name }) => labelKey(name)));
  if (names.length === 0) return 'unknown';
  return names.includes(labelKey(label)) ? 'same' : 'different';
}

const labelKey = (label: string): string =>
  artistKey(label).replace(/ (?:records?|recordings?|music|entertainment|inc|ltd|label|discos?|disques|tapes)$/, '');

function formatLevel(format: string, releases: readonly number[], index: MatchIndex): string {
  const carriers = releases.flatMap((release) => index.releaseFormat(release) ?? []).map(carrierOf);
  if (carriers.length === 0) return 'unknown';
  return carriers.includes(carrierOf(format)) ? 'same' : 'different';
}

/** Ends with an ASCII letter, digit or mark that closes no bracket: cheap, and true of most names. */
function endsPlainly(name: string): boolean {
  const last = name.charCodeAt(name.length - 1);
  return last > 0x20 && last < 0x7f && last !== 0x29 && last !== 0x5d;
}

/** Two names of one spelling that say which they are: `Nirvana (US)`, `Nirvana (2)`. Null where either says nothing. */
export function compareQualifiers(typed: string, heading: string): Contribution | null {
  if (endsPlainly(typed) || endsPlainly(heading)) return null;
  const [a, b] = [nameQualifier(typed).qualifier, nameQualifier(heading).qualifier];
  // A number is only how Discogs keeps homonyms apart: it says nothing of a place or a trade.
  const isNumber = (qualifier: string | null) => /^\(\d+\)$/.test(qualifier ?? '');
  return a === null || b === null || isNumber(a) !== isNumber(b)
    ? null
    : weigh('qualifier', a === b ? 'same' : 'different');
}
