import { type Expression, type IdentityStatus, identityStatuses, type Notice } from './expression.ts';
import type { FieldName } from './tokens.ts';

interface Read {
  readonly term: Expression | null;
  readonly notice: Notice | null;
}

/** One word or phrase, in the field that it was written for. A value that the field cannot hold is looked for as words. */
export function readTerm(field: FieldName | null, text: string, exact: boolean): Read {
  switch (field) {
    case 'year':
      return readYear(text);
    case 'id':
      return readId(text);
    case 'method':
      return text === '' ? emptyPhrase : { term: { kind: 'method', method: text.toLowerCase() }, notice: null };
    case 'status':
      return readStatus(text);
    default:
      return readText(field, text, exact);
  }
}

const emptyPhrase: Read = {
  term: null,
  notice: { code: 'no_letters', message: 'Empty quotation marks were left out.' },
};

function readText(field: 'artist' | 'album' | 'label' | 'genre' | 'format' | null, text: string, exact: boolean): Read {
  if (text === '') return emptyPhrase;
  if (hasWords(text)) return { term: { kind: 'text', field, text, exact }, notice: null };
  // There is no word to look for, but a name may be written so from end to end.
  if (field !== null) return { term: { kind: 'text', field, text, exact: true }, notice: null };
  const message = `There is no letter or digit in ${text}: it was left out. An artist of that name is artist:"${text}".`;
  return { term: null, notice: exact ? { code: 'no_letters', message } : null };
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function asWords(text: string, notice: Notice): Read {
  const { term } = readText(null, text, true);
  return { term, notice };
}

function readYear(text: string): Read {
  const decade = /^(\d{3})0s$/u.exec(text)?.[1];
  if (decade !== undefined)
    return { term: { kind: 'year', from: Number(`${decade}0`), to: Number(`${decade}9`) }, notice: null };
  const [, first = '', range = '', last = ''] = /^(\d{4})?(\.\.|-|–)?(\d{4})?$/u.exec(text) ?? [];
  if ((first === '' && last === '') || (range === '' && last !== ''))
    return asWords(text, {
      code: 'not_a_number',
      message: `year: takes 1990, 1990..1999 or 1990s, and was given ${text}.`,
    });
  const from = first === '' ? null : Number(first);
  const to = range === '' ? from : last === '' ? null : Number(last);
  if (from === null || to === null || from <= to) return { term: { kind: 'year', from, to }, notice: null };
  const notice: Notice = { code: 'swapped_years', message: `${from} is after ${to}: taken the other way round.` };
  return { term: { kind: 'year', from: to, to: from }, notice };
}

function readId(text: string): Read {
  const id = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN;
  if (id >= 1 && id <= 2_147_483_647) return { term: { kind: 'id', id }, notice: null };
  return asWords(text, { code: 'not_a_number', message: `id: takes the number of a record, and was given ${text}.` });
}

function readStatus(text: string): Read {
  const status = identityStatuses.find((known) => known === text.toLowerCase().replace(/[\s-]+/gu, '_'));
  if (status !== undefined) return { term: { kind: 'status', status: status satisfies IdentityStatus }, notice: null };
  const message = `status: takes one of ${identityStatuses.join(', ')}, and was given ${text}.`;
  return asWords(text, { code: 'unknown_status', message });
}
