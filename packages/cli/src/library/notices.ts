import { formatCount } from './format-count.ts';

/** The things worth saying of a library, in the words the person reads: of one, of several. */
const sentences = {
  stray_bytes: ['byte is not UTF-8: read on its own', 'bytes are not UTF-8: read one by one'],
  nulls: ['NUL character left out', 'NUL characters left out'],
  unreadable: ['character stands for nothing in this encoding', 'characters stand for nothing in this encoding'],
  stray_quotes: [
    'row has quotes where CSV has none: read as well as can be, quoted properly in the output',
    'rows have quotes where CSV has none: read as well as can be, quoted properly in the output',
  ],
  short_rows: ['row has fewer cells than the header: kept', 'rows have fewer cells than the header: kept'],
  long_rows: [
    'row has more cells than the header: kept, in columns of their own',
    'rows have more cells than the header: kept, in columns of their own',
  ],
  empty_lines: ['empty line passed over', 'empty lines passed over'],
  blank_names: ['row has neither artist nor album: kept', 'rows have neither artist nor album: kept'],
  unusable_ids: [
    'id is no whole number or stood in a row before: that row goes by its row number',
    'ids are no whole numbers or stood in a row before: those rows go by their row numbers',
  ],
  years: ['year could not be read', 'years could not be read'],
  cut: [
    'text is too long for the resolver: cut in the question, whole in the output',
    'texts are too long for the resolver: cut in the question, whole in the output',
  ],
  repaired: [
    'text had been misread as Mac Roman: repaired in the question, unchanged in the output',
    'texts had been misread as Mac Roman: repaired in the question, unchanged in the output',
  ],
  confidences: [
    'confidence of an older id could not be read: the id is kept without',
    'confidences of older ids could not be read: the ids are kept without',
  ],
  times: [
    'time of an older id could not be read: the id is kept without',
    'times of older ids could not be read: the ids are kept without',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type NoticeCode = keyof typeof sentences;
type Sentences = Readonly<Record<NoticeCode, readonly [string, string]>>;

/** The same where rows are kept in a catalog, and nothing is written beside them. */
export const keptSentences: Sentences = {
  ...sentences,
  stray_quotes: [
    'row has quotes where CSV has none: read as well as can be',
    'rows have quotes where CSV has none: read as well as can be',
  ],
  long_rows: [
    'row has more cells than the header: the rest is not read',
    'rows have more cells than the header: the rest is not read',
  ],
  years: ['year could not be read: kept without', 'years could not be read: kept without'],
};

const shownLines = 5;

interface Notice {
  count: number;
  readonly lines: number[];
}

/** What a library had that is worth saying, counted, with the first lines where it stood. */
export class Notices {
  private readonly notices = new Map<NoticeCode, Notice>();
  private readonly words: Sentences;

  constructor(words: Sentences = sentences) {
    this.words = words;
  }

  add(code: NoticeCode, lineNumber: number): void {
    this.addCount(code, 1);
    const { lines } = this.notices.get(code)!;
    if (lines.length < shownLines) lines.push(lineNumber);
  }

  /** Counts what has no line to name. */
  addCount(code: NoticeCode, count: number): void {
    if (count === 0) return;
    const notice = this.notices.get(code) ?? { count: 0, lines: [] };
    this.notices.set(code, notice);
    notice.count += count;
  }

  toJson(): Partial<Record<NoticeCode, number>> {
    return Object.fromEntries([...this.notices].map(([code, { count }]) => [code, count]));
  }

  *describe(): Generator<string> {
    for (const [code, { count, lines }] of this.notices) {
      const more = count > lines.length ? ', …' : '';
      const place = lines.length > 0 ? ` (line ${lines.join(', ')}${more})` : '';
      yield `${formatCount(count)} ${this.words[code][count === 1 ? 0 : 1]}${place}`;
    }
  }
}
