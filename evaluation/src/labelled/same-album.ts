/**
 * The judge's own idea of one album: it shares nothing with the code it judges. Editions are one album; a record that names no
 * artist is judged by its title.
 */
export interface Strings {
  readonly artist: string;
  readonly title: string;
}

const EDITION =
  /\b(?:deluxe|editions?|remaster(?:ed)?|expanded|anniversary|version|ep|lp|explicit|bonus|tracks?|reissue|special|mono|stereo|super|the|a|an|and|original|recording|legacy|collectors?|soundtrack|music from|motion picture|with)\b/g;

export function isSameAlbum(a: Strings, b: Strings): boolean {
  const isTitled = [foldTitle, foldWholeTitle].some((fold) =>
    [foldTitle, foldWholeTitle].some((other) => fold(a.title) === other(b.title)),
  );
  if (!isTitled) return false;
  const [left, right] = [words(a.artist), words(b.artist)];
  if (left.length === 0 || right.length === 0) return true;
  return left.every((word) => right.includes(word)) || right.every((word) => left.includes(word));
}

function foldTitle(title: string): string {
  return words(title.replace(/[([].*?[)\]]/g, ' ')).join(' ') || foldWholeTitle(title);
}

function foldWholeTitle(title: string): string {
  return words(title).join(' ');
}

function words(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const kept = folded.replace(EDITION, ' ').trim();
  return (kept === '' ? folded.trim() : kept).split(/ +/).filter(Boolean).sort();
}
