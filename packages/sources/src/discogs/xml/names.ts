/** Every element and attribute name the readers ask for. A name that is not here reads as ''. */
export const KNOWN_NAMES = [
  ...['artist', 'artists', 'label', 'labels', 'master', 'masters', 'release', 'releases'],
  ...['id', 'name', 'realname', 'profile', 'data_quality', 'urls', 'url', 'namevariations', 'aliases', 'groups'],
  ...['members', 'contactinfo', 'parentLabel', 'sublabels'],
  ...['main_release', 'genres', 'genre', 'styles', 'style', 'year', 'title', 'notes', 'videos', 'video'],
  ...['anv', 'join', 'role', 'tracks', 'status', 'extraartists', 'formats', 'format', 'descriptions', 'description'],
  ...['country', 'released', 'master_id', 'is_main_release', 'tracklist', 'track', 'sub_tracks', 'position'],
  ...['duration', 'identifiers', 'identifier', 'type', 'value', 'companies', 'company', 'catno', 'entity_type'],
  ...['entity_type_name', 'series', 'qty', 'text', 'src', 'embed'],
] as const;

export type KnownName = (typeof KNOWN_NAMES)[number];

const SLOTS = 512;
const slotHash = new Int32Array(SLOTS);
const slotEntry = new Int16Array(SLOTS).fill(-1);
const nameBytes: readonly Buffer[] = KNOWN_NAMES.map((name) => Buffer.from(name));

/** One step of the hash that `findName` expects of the bytes of a name, from 0. */
export function hashStep(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 9)) & (SLOTS - 1);
}

for (const [entry, bytes] of nameBytes.entries()) {
  const hash = bytes.reduce(hashStep, 0);
  let slot = slotOf(hash);
  while (slotEntry[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
  slotHash[slot] = hash;
  slotEntry[slot] = entry;
}

/** The known name that stands at `start` to `end`, always the same string object; '' for any other. */
export function findName(hash: number, bytes: Uint8Array, start: number, end: number): KnownName | '' {
  for (let slot = slotOf(hash); slotEntry[slot] !== -1; slot = (slot + 1) & (SLOTS - 1)) {
    const entry = slotEntry[slot]!;
    if (slotHash[slot] === hash && equalBytes(nameBytes[entry]!, bytes, start, end)) return KNOWN_NAMES[entry]!;
  }
  return '';
}

function equalBytes(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (name.length !== length) return false;
  for (let k = 0; k < length; k += 1) {
    if (name[k] !== bytes[start + k]) return false;
  }
  return true;
}
