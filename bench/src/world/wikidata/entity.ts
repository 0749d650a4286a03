import type { Claims } from './statement.ts';

export interface Entity {
  readonly qid: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly description: string;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly claims: Claims | null;
}

function term(language: string, value: string) {
  return { language, value };
}

/** Empty maps are `[]` in the dumps. */
function orList<T extends object>(map: T): T | [] {
  return Object.keys(map).length === 0 ? [] : map;
}

function mapEntries<T, U>(
  map: Readonly<Record<string, T>>,
  make: (language: string, value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([language, value]) => [language, make(language, value)]));
}

/** One line of the dump, without the comma; other than ASCII is written as `\u` escapes. */
export function entityLine({ qid, labels, description, aliases, claims }: Entity): string {
  const json = JSON.stringify({
    type: 'item',
    id: qid,
    labels: orList(mapEntries(labels, term)),
    descriptions: { en: term('en', description) },
    aliases: orList(mapEntries(aliases, (language, values) => values.map((value) => term(language, value)))),
    claims: claims ?? [],
    sitelinks: [],
    lastrevid: 1,
    modified: '2026-08-30T12:00:00Z',
  });
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
