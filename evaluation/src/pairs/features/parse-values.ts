const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MS = 86_400_000;

/** `3:33`, `1:02:03`; null for anything else, `--` among it. */
export function parseSeconds(time: string): number | null {
  if (!/^\d+:\d\d(?::\d\d)?$/.test(time)) return null;
  return time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

/** `$ 1.29`; null where the track is sold with its album only. */
export function parsePrice(price: string): number | null {
  const amount = /\d+(?:\.\d+)?/.exec(price)?.[0];
  return amount === undefined ? null : Number(amount);
}

export interface ReleaseDate {
  readonly year: number;
  /** Days since 1970; null where only the year is known. */
  readonly day: number | null;
}

/** `21-Oct-14`, `October 21 , 2014`, `2008`. Two digits are of the century in which they lie before 2050. */
export function parseReleaseDate(text: string): ReleaseDate | null {
  const shortForm = /^(\d{1,2})-([A-Za-z]{3})-(\d{2})$/.exec(text);
  const longForm = /^([A-Za-z]{3})[a-z]* (\d{1,2}) ?, ?(\d{4})$/.exec(text);
  if (shortForm !== null) return dateOf(fullYear(Number(shortForm[3])), shortForm[2], Number(shortForm[1]));
  if (longForm !== null) return dateOf(Number(longForm[3]), longForm[1], Number(longForm[2]));
  return /^\d{4}$/.test(text) ? { year: Number(text), day: null } : null;
}

function fullYear(year: number): number {
  return year < 50 ? 2000 + year : 1900 + year;
}

function dateOf(year: number, month = '', day = 1): ReleaseDate | null {
  const place = MONTHS.indexOf(month.toLowerCase());
  return place < 0 ? null : { year, day: Date.UTC(year, place, day) / DAY_MS };
}

export interface CopyrightNotice {
  readonly years: readonly number[];
  /** The first holder named, lower case, without licence, division and legal form. */
  readonly holder: string;
}

const LICENCE =
  /\b(?:for the (?:us|united states|world)|under (?:exclusive )?licen[cs]e|licen[cs]e exclusive|exclusively|all rights reserved|a division of|a warner|manufactured by).*$/;
const LEGAL_FORM =
  /\b(?:llc|inc|ltd|limited|corporation|corp|records?|recordings?|recording company|music|group|this compilation)\b/g;

/** `( C ) 2014 Polydor Ltd. ( UK ) under exclusive licence to …` → 2014, `polydor uk`. */
export function parseCopyright(notice: string): CopyrightNotice {
  const text = notice.toLowerCase();
  const years = [...text.matchAll(/\b(?:19|20)\d\d/g)].map(([year]) => Number(year));
  const holder = text
    .replace(/[([] ?[cp] ?[)\]]|‰ ?ãñ|\b(?:19|20)\d\d/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(LICENCE, ' ')
    .replace(LEGAL_FORM, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return { years: [...new Set(years)], holder };
}
