/** The points that results give by two keys; a result without one of them gives none. */
export function readPoints(results: readonly unknown[], x: string, y: string): [number, number][] {
  return results.flatMap((result): [number, number][] => {
    const [across, up] = [readNumber(result, x), readNumber(result, y)];
    return across === null || up === null ? [] : [[across, up]];
  });
}

/** `exact.hitsPerSecond` leads into a result, `bytes/1e6` divides; null where there is no number above zero. */
function readNumber(result: unknown, key: string): number | null {
  const [path = '', divisor = '1'] = key.split('/');
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, name) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[name] : null),
      result,
    );
  return typeof value === 'number' && value > 0 ? value / Number(divisor) : null;
}
