const FEATURING = /\s+[([]?\b(?:feat\.?|featuring|ft\.?|presents|pres\.?|vs\.?|versus)\s.*$/iu;
const JOINERS = /\s*(?:\s(?:&|and|\+|x|y|et|und|e|og|och|with|con|avec|mit|meets|vs\.?)\s|\s?\/\s?|[,;+&]\s)\s*/giu;

/** Every text that the rules below can part or cut holds one of these. */
const MAY_BE_JOINT = /[&+/,;([]|\b(?:and|x|y|et|und|e|og|och|with|con|avec|mit|meets|vs|feat|featuring|ft)\b/iu;

/** The name before its guests: `A feat. B` → `A`. Null when it names none. */
export function withoutGuests(name: string): string | null {
  const main = name.replace(FEATURING, '').trim();
  return main === '' || main === name.trim() ? null : main;
}

/** A joint credit in one spelling, with `and` and with nothing between its names. Null when it is of one name. */
export function rejoinCredit(name: string): readonly string[] | null {
  const parts = splitCredit(name);
  return parts.length < 2 ? null : [parts.join(' and '), parts.join(' ')];
}

/** The names of a joint credit, each of two letters and more: `A & B`, `A / B`, `A + B`, `A, B and C`. */
export function splitCredit(name: string): string[] {
  if (!MAY_BE_JOINT.test(name)) return name.trim().length > 1 ? [name.trim()] : [name];
  const parts = name
    .replace(/\s*[([]((?:feat\.?|featuring|ft\.?|with|presents|pres\.?|vs\.?|versus)\s[^()[\]]*)[)\]]\s*$/iu, ' $1')
    .replace(/\b(?:feat\.?|featuring|ft\.?)\s/giu, '& ')
    .split(JOINERS)
    .map((part) => part.replace(/^(?:and|&)\s/iu, '').trim())
    .filter((part) => part.length > 1);
  return parts.length === 0 ? [name] : parts;
}
