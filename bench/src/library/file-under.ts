/** A name as a shelf files it: `The Beatles` → `Beatles, The`. */
export function fileUnder(name: string): string {
  return name.startsWith('The ') ? `${name.slice(4)}, The` : name;
}
