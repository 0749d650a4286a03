import { Random } from '@deadwax/bench/world/random';
import { compareKeys, type TextLevel } from '@deadwax/linkage/compare/compare-keys';
import { artistKey, titleKey } from '@deadwax/linkage/normalise/keys';
import { lengthClass } from '@deadwax/linkage/score/weights';
import type { KeySearch } from '@deadwax/snapshot/index/key-search';
import type { ReferenceAlbum } from '../labelled/read-labelled.ts';

export type LengthRates = Record<string, number[]>;

const CLASSES = 5;
const SAMPLE = 6000;

/**
 * How often chance offers a key at each level: keys of a real list are asked for others that are like them. By length of the
 * key. Half a find is added to each, so that what was never seen is rare and not impossible.
 */
export function estimateChance(keys: KeySearch, levels: readonly TextLevel[], seed: number): LengthRates {
  const random = new Random(seed);
  const found = new Map(levels.map((level) => [level, new Array<number>(CLASSES).fill(0)]));
  const asked = new Array<number>(CLASSES).fill(0);
  for (let drawn = 0; drawn < SAMPLE; drawn += 1) {
    const place = random.below(keys.length);
    const key = keys.text(place);
    const length = lengthClass(key.length);
    asked[length] = (asked[length] ?? 0) + 1;
    const others = new Set([...keys.findSimilar(key, 200), ...keys.findLoose(key)]);
    for (const other of others) {
      const counts = other === place ? undefined : found.get(compareKeys(key, keys.text(other)).level);
      if (counts) counts[length] = (counts[length] ?? 0) + 1;
    }
  }
  return Object.fromEntries(
    levels.map((level) => [
      level,
      (found.get(level) as number[]).map((count, length) =>
        precise((count + 0.5) / (Math.max(1, asked[length] as number) * keys.length)),
      ),
    ]),
  );
}

/** How often two albums of one artist have titles at each level. */
export function estimateSiblings(
  reference: readonly ReferenceAlbum[],
  levels: readonly TextLevel[],
): Record<string, number> {
  const byArtist = new Map<string, Set<string>>();
  for (const { artist, title, entity, origin } of reference) {
    if (artist.trim() === '') continue;
    // Only within one list: elsewhere a like title is the same album, spelled otherwise.
    const key = `${artistKey(artist)} ${entity.split(':')[0]} ${origin}`;
    byArtist.set(key, (byArtist.get(key) ?? new Set()).add(titleKey(title)));
  }
  const counts = new Map<string, number>(levels.map((level) => [level, 0]));
  let pairs = 0;
  for (const titles of byArtist.values()) {
    const list = [...titles];
    for (const [place, one] of list.entries()) {
      for (const other of list.slice(place + 1)) {
        pairs += 1;
        const { level } = compareKeys(one, other);
        if (counts.has(level)) counts.set(level, (counts.get(level) ?? 0) + 1);
      }
    }
  }
  return Object.fromEntries([...counts].map(([level, count]) => [level, precise((count + 0.5) / Math.max(1, pairs))]));
}

function precise(rate: number): number {
  return Number(rate.toPrecision(3));
}
