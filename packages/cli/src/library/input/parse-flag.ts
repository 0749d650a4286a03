const yes = new Set([
  '1',
  'true',
  't',
  'yes',
  'y',
  'x',
  'ja',
  'oui',
  'si',
  'sí',
  'va',
  'v/a',
  'compilation',
  'sampler',
  'various artists',
]);
const no = new Set(['0', 'false', 'f', 'no', 'n', 'nein', 'non']);

/** Whether a cell says yes or no; null where it says neither. */
export function parseFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}
