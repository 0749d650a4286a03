import { methodBands } from '@deadwax/contract/generated/method-bands';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const QID = /^Q[1-9][0-9]{0,9}$/;
const POSITIVE = /^[1-9][0-9]{0,9}$/;
const LARGEST_INTEGER = 2_147_483_647;
const LONGEST = 512;
/** Control characters, and halves of a pair: no id has them, and the database refuses some. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

/** Whether a confidence lies in the band of its method. An unknown method has none. */
export function isInBand(method: string, confidence: number): boolean {
  const band = (methodBands as Readonly<Record<string, { min: number; max: number }>>)[method];
  return band !== undefined && confidence >= band.min && confidence <= band.max;
}

/** Whether an id looks as ids of its source do. Of a source that is not known here, any short text. */
export function isIdOf(source: string, externalId: string): boolean {
  if (source.startsWith('discogs')) return POSITIVE.test(externalId) && Number(externalId) <= LARGEST_INTEGER;
  if (source.startsWith('mb_')) return UUID.test(externalId);
  if (source.startsWith('wikidata')) return QID.test(externalId);
  return externalId.trim() !== '' && externalId.length <= LONGEST && !UNSTORABLE.test(externalId);
}

/** An id as it is stored: UUIDs in lower case, as the database writes them. */
export function normaliseId(source: string, externalId: string): string {
  return source.startsWith('mb_') ? externalId.toLowerCase() : externalId;
}
