import type { Notice } from './expression.ts';

export type FieldName = 'artist' | 'album' | 'label' | 'genre' | 'format' | 'year' | 'id' | 'method' | 'status';

export type Token =
  | { readonly kind: 'word' | 'quoted'; readonly text: string }
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' };

const fieldNames: Readonly<Record<string, FieldName>> = {
  artist: 'artist',
  album: 'album',
  title: 'album',
  label: 'label',
  genre: 'genre',
  format: 'format',
  year: 'year',
  id: 'id',
  method: 'method',
  status: 'status',
};

const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };

const MAX_WORDS = 32;
const MAX_LENGTH = 200;

// A quotation mark opens only where a word would begin: 12" is a format.
const quotation = /["“”„«»]((?:\\.|[^\\"“”„«»])*)(["“”„«»]?)/suy;
const fieldPrefix = /(artist|album|title|label|genre|format|year|id|method|status):/iuy;
const plainWord = /[^\s()]+/uy;

/** Reads a query into tokens. Whatever is typed gives some; what could not be kept is said. */
export function readTokens(query: string): { tokens: readonly Token[]; notices: readonly Notice[] } {
  const text = tidy(query);
  const tokens: Token[] = [];
  const notices: Notice[] = [];
  let at = 0;
  let words = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found;
  };
  const takeQuotation = (): boolean => {
    const found = take(quotation);
    if (found === null) return false;
    const [, inside = '', closed = ''] = found;
    if (closed === '')
      notices.push({ code: 'unclosed_quote', message: 'A quotation mark is not closed: it was taken to the end.' });
    const content = inside.replace(/\\(.)/gsu, '$1');
    tokens.push({ kind: 'quoted', text: cut(content.trim().replace(/\s+/gu, ' ')) });
    return true;
  };
  const takeWord = (operator: boolean): void => {
    const [word = ''] = take(plainWord) ?? [];
    const kind = operator ? operators[word] : undefined;
    tokens.push(kind === undefined ? { kind: 'word', text: cut(word) } : { kind });
  };
  while (at < text.length) {
    const character = text[at]!;
    if (words >= MAX_WORDS) {
      notices.push({ code: 'too_long', message: `Only the first ${MAX_WORDS} words were taken.` });
      break;
    }
    if (/\s/u.test(character)) at += 1;
    else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close' });
      at += 1;
    } else if (character === '-' && /[^\s)]/u.test(text[at + 1] ?? ' ')) {
      tokens.push({ kind: 'not' });
      at += 1;
    } else {
      const field = take(fieldPrefix)?.[1];
      if (field !== undefined) tokens.push({ kind: 'field', field: fieldNames[field.toLowerCase()]! });
      // A field's value stands right behind it: there, AND is a word.
      if (field !== undefined && /^[\s()]?$/u.test(text[at] ?? '')) continue;
      words += 1;
      if (!takeQuotation()) takeWord(field === undefined);
    }
  }
  return { tokens, notices };
}

function tidy(query: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the database refuses a zero byte, and the others are no text
  return query.toWellFormed().replace(/[\u0000-\u001f\u007f]/gu, ' ');
}

function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : text.slice(0, MAX_LENGTH).toWellFormed().trim();
}
