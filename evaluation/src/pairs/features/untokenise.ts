/**
 * One letter, three misreadings: é came out as `Ì©` in one shop and, the Ì flattened, as `'©` in the other; the tokeniser
 * then parted the signs. Letters that one of the charsets lacks all came out as `_`, which stays an unknown letter.
 */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/‰ ?ãÑ/g, '℗'],
  [/Ì ?©| ?' ?©/g, 'é'],
  [/Ì ?÷/g, 'Ø'],
  [/Ì ?ü/g, 'ø'],
  [/ÌÏ|'``/g, 'Ü'],
  [/' ?•/g, 'Ñ'],
  [/(?:Ì| ') ?_ ?(?=\p{Ll}|[()[\]]|$)/gu, '_'],
];

const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/`` ?| ?''/g, '"'],
  [/ (n't|'(?:s|m|re|ve|ll|d|em|cause))\b/gi, '$1'],
  [/(?<=in|\bol|\blil) '(?= |$)/gi, "'"],
  [/([([{]) /g, '$1'],
  [/ ([)\]},.:;!?])/g, '$1'],
  [/\$ (?=[\p{L}\p{N}])/gu, '$'],
];

/** Text as it was before a tokeniser put blanks around its signs: `I 'm ( feat . A$ AP )` → `I'm (feat. A$AP)`. */
export function untokenise(text: string): string {
  const whole = [...MISREAD, ...TOKENS].reduce((rest, [pattern, letter]) => rest.replace(pattern, letter), text);
  return whole.replace(/ {2,}/g, ' ').trim();
}
