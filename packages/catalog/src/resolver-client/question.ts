import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { Caller } from './policies.ts';

/** One call, with the caller's options filled in. */
export interface Question {
  readonly inputs: readonly BulkResolveInput[];
  readonly caller: Caller;
  readonly includeTracks: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * Equal for records that differ only in case, spaces and their numbers in the library, which decide nothing.
 *
 *     "  Stereolab ", "Dots and\tLoops"  =  "STEREOLAB", "dots and loops"
 *     label absent                       =  label null  =  label ""
 *     "a|b", "c"                         ≠  "a", "b|c"
 */
export function formatQuestionKey(input: BulkResolveInput, includeTracks: boolean): string {
  return JSON.stringify([
    normalizeText(input.artist_name),
    normalizeText(input.album_title),
    normalizeText(input.label),
    input.year ?? null,
    normalizeText(input.format),
    normalizeText(input.catalog_number),
    normalizeText(input.barcode),
    input.is_compilation ?? null,
    normalizeText(input.shelf_code),
    input.neighbours?.titles?.map(normalizeText) ?? [],
    input.neighbours?.labels?.map(normalizeText) ?? [],
    input.legacy_release_id ?? null,
    includeTracks,
  ]);
}

function normalizeText(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
}
