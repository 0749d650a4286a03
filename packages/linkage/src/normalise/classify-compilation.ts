import { editDistance } from '../compare/edit-distance.ts';
import { startsWithWord } from './compilation.ts';
import { matchForm } from './match-form.ts';
import { isPlainName } from './plain-name.ts';

/** What a catalog row may say beside the artist name, in the words of the contract. */
export interface CompilationHints {
  readonly is_compilation?: boolean | null | undefined;
  readonly shelf_code?: string | null | undefined;
}

export type CompilationSignal =
  | 'library_flag'
  | 'mistyped_name'
  | 'name'
  | 'name_prefix'
  | 'short_name'
  | 'shelf_code'
  | 'unusable_artist';

export interface CompilationVerdict {
  /** `weak` counts only when nothing stronger, such as an artist with a release of that title, speaks against it. */
  readonly compilation: 'yes' | 'weak' | 'no';
  readonly signal: CompilationSignal | null;
}

const NAMES = `
  various · various artist · various artists · v a · v/a · v.a · v-a · varios · varios artistas · vários · vários artistas
  artistes divers · diverse artiesten · diverse interpreten · verschiedene · verschiedene interpreten · verschiedene künstler
  artisti vari · aa.vv. · aavv · разные исполнители · compilation · compilations · soundtrack · soundtracks · o.s.t.
  original soundtrack · original motion picture soundtrack · unknown artists · no artist`;
const SHORT_NAMES = 'va · ost · divers · diverse';
const PREFIXES = ['various artists', 'various artist', 'v/a', 'v.a', 'soundtracks'];

const names = headingSet(NAMES);
const shortNames = headingSet(SHORT_NAMES);

/** Whether a row stands for a compilation, judged by its artist name and by what the library says of it. */
export function classifyCompilation(name: string, hints: CompilationHints = {}): CompilationVerdict {
  if (hints.is_compilation === true) return { compilation: 'yes', signal: 'library_flag' };
  const heading = headingForm(name);
  if (names.has(heading)) return { compilation: 'yes', signal: 'name' };
  if (PREFIXES.some((prefix) => startsWithWord(heading, prefix))) return { compilation: 'yes', signal: 'name_prefix' };
  const isShort = shortNames.has(heading);
  // Zappa is shelved under Z too: the letter needs a name that says nothing against it.
  if (/^\s*z/i.test(hints.shelf_code ?? '')) {
    const isCertain = isShort || isUnusableArtist(name);
    return { compilation: isCertain ? 'yes' : 'weak', signal: 'shelf_code' };
  }
  if (isUnusableArtist(name)) return { compilation: 'no', signal: 'unusable_artist' };
  if (hints.is_compilation === false) return { compilation: 'no', signal: null };
  if (isMistyped(heading)) return { compilation: 'weak', signal: 'mistyped_name' };
  if (!isShort) return { compilation: 'no', signal: null };
  return { compilation: 'weak', signal: 'short_name' };
}

/** Pieces of the long headings: a slip spoils two at most, so that one of them is left of a heading with as many as count. */
const PIECE = /var|iou|s a|rti|sts|soun|dtr|acks/;

/** A slip or two in the long headings, where no other word is as near. */
function isMistyped(heading: string): boolean {
  if (!PIECE.test(heading)) return false;
  const end = heading.indexOf(' - ');
  const start = end < 0 ? heading : heading.slice(0, end);
  return editDistance(start, 'various artists', 2) <= 2 || editDistance(start, 'soundtracks', 1) <= 1;
}

/** Whether a name is a placeholder of an export, not an artist: blank, or the word NULL in capitals. */
export function isUnusableArtist(name: string): boolean {
  // An ASCII letter or digit stays in every form.
  return /[a-z0-9]/i.test(name) ? name.trim() === 'NULL' : matchForm(name).trim() === '';
}

/** The match form on single spaces, without the punctuation around it: "[V.A.]", "**Various**", "(Soundtracks)". */
function headingForm(name: string): string {
  if (isPlainName(name)) return name.toLowerCase();
  return matchForm(name)
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{M}\p{N}]+$/u, '');
}

function headingSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/[·\n]/).map(headingForm).filter(Boolean));
}
