import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { matchForm } from '@deadwax/linkage/normalise/match-form';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';

const compact = (text: string): string => matchForm(text).replace(/[^\p{L}\p{N}]/gu, '');
const digits = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');

export function hasBarcode(release: number, barcode: string | null | undefined, index: MatchIndex): boolean {
  const wanted = digits(barcode ?? '');
  return wanted.length >= 7 && index.barcodesOf(release).some((code) => digits(code) === wanted);
}

export function hasCatalogNumber(release: number, number: string | null | undefined, index: MatchIndex): boolean {
  const wanted = compact(number ?? '');
  return wanted.length >= 3 && index.labelsOf(release).some((printed) => compact(printed.catalogNumber) === wanted);
}

interface Hint {
  /** Enough by itself to single a pressing out. */
  readonly strong: boolean;
  holds(release: number): boolean;
}

function listHints(input: BulkResolveInput, index: MatchIndex): Hint[] {
  const hints: Hint[] = [];
  const { barcode, catalog_number: catalogNumber, label, year, format } = input;
  if (barcode) hints.push({ strong: true, holds: (release) => hasBarcode(release, barcode, index) });
  if (catalogNumber) hints.push({ strong: true, holds: (release) => hasCatalogNumber(release, catalogNumber, index) });
  if (label)
    hints.push({
      strong: false,
      holds: (release) => index.labelsOf(release).some(({ name }) => artistKey(name) === artistKey(label)),
    });
  if (year) hints.push({ strong: false, holds: (release) => index.releaseYear(release) === year });
  if (format)
    hints.push({ strong: false, holds: (release) => carrierOf(index.releaseFormat(release)) === carrierOf(format) });
  return hints;
}

/** The kind of carrier a format names: `12" vinyl`, `LP` and `Vinyl` are one kind. */
export function carrierOf(format: string | null): string {
  const text = matchForm(format ?? '');
  if (/vinyl|\blp\b|["”]|\bep\b|shellac/.test(text)) return 'vinyl';
  if (/\bcds?\b|cdr|compact disc/.test(text)) return 'cd';
  if (/cassette|\btape\b|\bmc\b/.test(text)) return 'cassette';
  if (/file|digital|mp3|flac/.test(text)) return 'file';
  return text;
}

export interface SingledOut {
  readonly releases: readonly number[];
  /** The hints left one, and were strong enough to mean it. */
  readonly certain: boolean;
}

/** Narrows pressings by what the row says beside artist and title. A hint that fits none of them is passed over. */
export function singleOut(releases: readonly number[], input: BulkResolveInput, index: MatchIndex): SingledOut {
  let left = releases;
  let weight = 0;
  for (const hint of listHints(input, index)) {
    const fitting = left.filter((release) => hint.holds(release));
    if (fitting.length === 0) continue;
    weight += hint.strong ? 2 : 1;
    left = fitting;
  }
  return { releases: left, certain: left.length === 1 && (weight >= 2 || releases.length === 1) };
}
