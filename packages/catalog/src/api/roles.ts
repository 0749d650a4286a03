/** Each has all rights of those before it. */
export const roles = ['reader', 'dj', 'music_director', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Null for what is no role of the catalog's. */
export function parseRole(value: unknown): Role | null {
  return roles.find((role) => role === value) ?? null;
}

export function reaches(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
