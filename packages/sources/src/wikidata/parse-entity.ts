import { classifyEntity } from './classify-entity.ts';
import { parseWikidataQid, type WikidataQid } from './ids.ts';
import {
  type EntityKind,
  IDENTIFIER_PROPERTIES,
  type IdentifierProperty,
  INSTANCE_OF,
  ITEM_PROPERTIES,
  OCCUPATION,
  PUBLICATION_DATE,
  parseIdentifier,
} from './properties.ts';
import { fieldsOf, isBest, itemOfValue, listStatements, type Rank, yearOfValue } from './statements.ts';

export interface Text {
  readonly language: string;
  readonly value: string;
}

export interface ExternalId {
  readonly property: string;
  readonly value: string;
  readonly rank: Rank;
  readonly ended: boolean;
  readonly best: boolean;
}

export interface ItemClaim {
  readonly property: string;
  readonly position: number;
  readonly qid: WikidataQid;
  readonly rank: Rank;
  readonly best: boolean;
}

/** An item of the dump, as far as we keep it. */
export interface WikidataEntity {
  readonly qid: WikidataQid;
  readonly kind: EntityKind;
  readonly label: string | null;
  readonly description: string | null;
  readonly year: number | null;
  readonly labels: readonly Text[];
  readonly aliases: readonly Text[];
  readonly externalIds: readonly ExternalId[];
  readonly items: readonly ItemClaim[];
  /** Identifiers left out because they are none of their authority. */
  readonly malformedIdentifiers: number;
}

export type EntityOutcome =
  | { readonly outcome: 'kept'; readonly entity: WikidataEntity }
  | { readonly outcome: 'not_item' | 'not_music' }
  | { readonly outcome: 'bad'; readonly reason: 'not_an_entity' | 'missing_id' };

type Json = Readonly<Record<string, unknown>>;

/** Reads one entity of a dump. */
export function parseEntity(json: unknown): EntityOutcome {
  const entity = fieldsOf(json);
  const { type, id } = entity;
  if (type !== 'item' && (typeof type === 'string' || (typeof id === 'string' && /^[LP]\d/.test(id)))) {
    return { outcome: 'not_item' };
  }
  if (!('claims' in entity) && !('labels' in entity)) return { outcome: 'bad', reason: 'not_an_entity' };
  const qid = typeof id === 'string' ? parseWikidataQid(id) : null;
  if (qid === null) return { outcome: 'bad', reason: 'missing_id' };
  const claims = fieldsOf(entity.claims);
  const { externalIds, malformedIdentifiers } = readExternalIds(claims);
  const items = ITEM_PROPERTIES.flatMap((property) => readItems(claims, property));
  const kind = classifyEntity({
    classes: items.filter((claim) => claim.property === INSTANCE_OF).map((claim) => claim.qid),
    occupations: items.filter((claim) => claim.property === OCCUPATION).map((claim) => claim.qid),
    identifiers: externalIds.map((claim) => claim.property),
  });
  if (kind === null) return { outcome: 'not_music' };
  return {
    outcome: 'kept',
    entity: { qid, kind, ...readTexts(entity), year: readYear(claims), externalIds, items, malformedIdentifiers },
  };
}

function readTexts(entity: Json): Pick<WikidataEntity, 'label' | 'description' | 'labels' | 'aliases'> {
  const labels = Object.values(fieldsOf(entity.labels)).flatMap(readText);
  const aliases = Object.values(fieldsOf(entity.aliases)).flatMap((list) =>
    Array.isArray(list) ? list.flatMap(readText) : [],
  );
  const [description] = readText(fieldsOf(entity.descriptions).en);
  const distinct = new Map(aliases.map((alias) => [`${alias.language} ${alias.value}`, alias]));
  return {
    label: chooseLabel(labels),
    description: description?.value ?? null,
    labels: [...new Map(labels.map((label) => [label.language, label])).values()],
    aliases: [...distinct.values()],
  };
}

function readText(json: unknown): Text[] {
  const { language, value } = fieldsOf(json);
  if (typeof language !== 'string' || typeof value !== 'string') return [];
  const trimmed = value.trim();
  return trimmed === '' ? [] : [{ language, value: trimmed }];
}

/** `mul` is the label for every language that has none of its own. */
const LABEL_LANGUAGES = ['en', 'mul', 'en-gb', 'en-ca', 'en-us'];

function chooseLabel(labels: readonly Text[]): string | null {
  for (const language of LABEL_LANGUAGES) {
    const label = labels.find((each) => each.language === language);
    if (label !== undefined) return label.value;
  }
  return labels[0]?.value ?? null;
}

function readExternalIds(claims: Json): Pick<WikidataEntity, 'externalIds' | 'malformedIdentifiers'> {
  let malformedIdentifiers = 0;
  const externalIds = IDENTIFIER_PROPERTIES.filter(({ property }) => property in claims).flatMap((property) => {
    const { ids, malformed } = readIdentifiers(claims, property);
    malformedIdentifiers += malformed;
    return ids;
  });
  return { externalIds, malformedIdentifiers };
}

/** One row for each id: stated twice, it has the better rank, and has ended only where both have. */
function readIdentifiers(claims: Json, property: IdentifierProperty): { ids: ExternalId[]; malformed: number } {
  const byId = new Map<string, { rank: Rank; ended: boolean }>();
  let malformed = 0;
  for (const { value, rank, ended } of listStatements(claims, property.property)) {
    const id = typeof value === 'string' ? parseIdentifier(property, value) : null;
    if (id === null) {
      malformed += 1;
      continue;
    }
    const seen = byId.get(id) ?? { rank, ended };
    byId.set(id, { rank: seen.rank === 'preferred' ? seen.rank : rank, ended: seen.ended && ended });
  }
  const all = [...byId.values()];
  const ids = [...byId].map(([value, { rank, ended }]) => ({
    property: property.property,
    value,
    rank,
    ended,
    best: isBest(rank, all),
  }));
  return { ids, malformed };
}

function readItems(claims: Json, property: string): ItemClaim[] {
  const statements = listStatements(claims, property);
  const byQid = new Map<WikidataQid, Rank>();
  for (const { value, rank } of statements) {
    const qid = itemOfValue(value);
    if (qid !== null && byQid.get(qid) !== 'preferred') byQid.set(qid, rank);
  }
  return [...byQid].map(([qid, rank], index) => ({
    property,
    position: index + 1,
    qid,
    rank,
    best: isBest(rank, statements),
  }));
}

/** The first year among the best dates: editions and countries have dates of their own. */
function readYear(claims: Json): number | null {
  const statements = listStatements(claims, PUBLICATION_DATE);
  const years = statements
    .filter(({ rank }) => isBest(rank, statements))
    .map(({ value }) => yearOfValue(value))
    .filter((year) => year !== null);
  return years.length === 0 ? null : Math.min(...years);
}
