/** A title without what editions add: two entries of one artist that share it are one album. */
export function looseTitle(title: string): string {
  const bare = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ [([].*[)\]]$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ (?:e p|ep|l p|lp|single)$/, '')
    .trim();
  return bare === '' ? title : bare;
}
