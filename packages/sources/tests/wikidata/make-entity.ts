type Json = Record<string, unknown>;

interface Parts {
  readonly labels?: Readonly<Record<string, string>>;
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly description?: string;
  readonly claims?: Readonly<Record<string, readonly Json[]>>;
}

/** A statement whose value is text, as identifiers are. */
export function textClaim(value: string, more: Json = {}): Json {
  return statement('external-id', { value, type: 'string' }, more);
}

/** A statement whose value is an item. */
export function itemClaim(qid: string, more: Json = {}): Json {
  const value = { 'entity-type': 'item', 'numeric-id': Number(qid.slice(1)), id: qid };
  return statement('wikibase-item', { value, type: 'wikibase-entityid' }, more);
}

/** A statement whose value is a date: 11 = day, 9 = year, 8 = decade. */
export function timeClaim(time: string, precision: number, more: Json = {}): Json {
  return statement('time', { value: { time, precision, timezone: 0 }, type: 'time' }, more);
}

/** A statement that says there is no value, or that it is unknown. */
export function emptyClaim(snaktype: 'novalue' | 'somevalue'): Json {
  return { mainsnak: { snaktype, datatype: 'external-id' }, type: 'statement', rank: 'normal' };
}

function statement(datatype: string, datavalue: Json, more: Json): Json {
  return { mainsnak: { snaktype: 'value', datavalue, datatype }, type: 'statement', rank: 'normal', ...more };
}

/** Qualifier "end time". */
export const ENDED = { qualifiers: { P582: [{ snaktype: 'value', property: 'P582' }] } } as const;

/** An item as the dump has it; maps without entries are `[]`, as PHP writes them. */
export function makeItem(id: string, { labels = {}, aliases = {}, description, claims = {} }: Parts): Json {
  const text = (language: string, value: string) => ({ language, value });
  const orList = (map: Json) => (Object.keys(map).length === 0 ? [] : map);
  return {
    type: 'item',
    id,
    labels: orList(Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, text(key, value)]))),
    descriptions: orList(description === undefined ? {} : { en: text('en', description) }),
    aliases: orList(
      Object.fromEntries(Object.entries(aliases).map(([key, list]) => [key, list.map((value) => text(key, value))])),
    ),
    claims: orList({ ...claims }),
    sitelinks: [],
  };
}

/** A dump in the form that is published. */
export function makeDump(entities: readonly unknown[]): string {
  return `[\n${entities.map((entity) => JSON.stringify(entity)).join(',\n')}\n]\n`;
}

export const PLONE = makeItem('Q7206097', {
  labels: { en: 'Plone', ja: 'プローン' },
  aliases: { en: ['Plone (band)', 'プローン'] },
  description: 'British electronic band',
  claims: {
    P31: [itemClaim('Q215380')],
    P434: [textClaim('B74AB0F1-1EA1-4F23-AE31-85A4E2B4B9B1')],
    P1953: [textClaim('1722'), textClaim('https://www.discogs.com/artist/1722')],
    P3283: [textClaim('plone')],
  },
});

export const PUZZLEWOOD = makeItem('Q90000001', {
  labels: { en: 'Puzzlewood' },
  aliases: { en: ['Puzzle Wood'] },
  claims: {
    P31: [itemClaim('Q208569')],
    P175: [itemClaim('Q7206097'), itemClaim('Q404')],
    P264: [itemClaim('Q5555')],
    P577: [timeClaim('+2020-04-17T00:00:00Z', 11)],
    P1954: [textClaim('1719483')],
  },
});

export const GHOST_BOX = makeItem('Q5555', {
  labels: { en: 'Ghost Box Records' },
  claims: { P31: [itemClaim('Q18127')] },
});

export const SCOTLAND = makeItem('Q22', { labels: { en: 'Scotland' }, claims: { P31: [itemClaim('Q3336843')] } });
