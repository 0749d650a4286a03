/**
 * The judge's own reading of titles and names. It shares nothing with the code it judges, and is simpler: it compares strings
 * that are known to be right, not what a librarian typed.
 */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ı: 'i', ð: 'd' };

const ARTICLES = new Set(['the', 'a', 'an', 'and']);

/** Words that say which edition, not which album. */
const EDITION = new Set(
  `deluxe edition editions remaster remastered remasters expanded anniversary version ep lp explicit bonus track tracks disc cd
   reissue special limited collector collectors mono stereo super original motion picture soundtrack recording legacy
   recordings digital digitally us uk international classic cast album music from film score jubilee with hd`.split(
    /\s+/,
  ),
);

/** Words that say that it is another recording of the music. */
const OTHER_RECORDING = new Set(
  'remix remixes remixed instrumental instrumentals demo demos acoustic karaoke tribute dub outtakes sampler unplugged'.split(
    ' ',
  ),
);

/** Lower-case words without marks and articles. */
export function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđıð]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const told = words.filter((word) => !ARTICLES.has(word));
  return told.length > 0 ? told : words;
}

export interface AlbumTitle {
  /** Whole, and without brackets and edition. Each both as sorted words and as letters in order. */
  readonly whole: ReadonlySet<string>;
  readonly core: ReadonlySet<string>;
  /** What stood in brackets and names no edition. */
  readonly marks: ReadonlySet<string>;
  readonly recording: string;
}

export function readTitle(title: string): AlbumTitle {
  const groups = [...title.matchAll(/[([{]([^)\]}]*)[)\]}]/g)].map(([, group]) => wordsOf(group ?? ''));
  const outside = wordsOf(title.replace(/[([{][^)\]}]*[)\]}]/g, ' '));
  const all = wordsOf(title);
  const core = dropEdition(outside.length > 0 ? outside : all);
  return {
    whole: keysOf(all, title),
    core: keysOf(core, title),
    marks: new Set(groups.filter((group) => !isEdition(group)).map((group) => group.join(' '))),
    recording: all
      .filter((word) => OTHER_RECORDING.has(word))
      .sort()
      .join(' '),
  };
}

/** Editions are one album; `Weezer (Blue Album)` and `Weezer (Green Album)` are two, and so are a record and its remixes. */
export function isSameTitle(a: AlbumTitle, b: AlbumTitle): boolean {
  if (meets(a.whole, b.whole)) return true;
  const isMarkedApart = a.marks.size > 0 && b.marks.size > 0 && !meets(a.marks, b.marks);
  if (isMarkedApart || a.recording !== b.recording) return false;
  return meets(a.core, b.core);
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

function keysOf(words: readonly string[], raw: string): ReadonlySet<string> {
  if (words.length === 0) return new Set([raw.trim()]);
  return new Set([words.toSorted().join(' '), words.join('')]);
}

function isEdition(words: readonly string[]): boolean {
  return words.some((word) => EDITION.has(word)) && words.every((word) => EDITION.has(word) || isNumber(word));
}

const isNumber = (word: string): boolean => /^\d+(?:st|nd|rd|th)?$/.test(word);

/** `Moondance Deluxe Edition`, `Moondance - 2013 Remaster`: words of an edition at the end, with the numbers before them. */
function dropEdition(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && EDITION.has(words[end - 1] as string)) {
    end -= 1;
    while (end > 1 && isNumber(words[end - 1] as string) && words.length > end) end -= 1;
  }
  return words.slice(0, end);
}
