import { Random } from '@deadwax/bench/world/random';

/** A share with its 95 % interval. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;
const SEED = 20_263;

/** A share of cases and its bootstrap interval (percentiles of seeded resamples); null of no cases. */
export function resampleShare(cases: readonly boolean[]): Interval | null {
  if (cases.length === 0) return null;
  const hits = cases.filter(Boolean).length;
  const share = hits / cases.length;
  const random = new Random(SEED);
  const shares = Array.from({ length: RESAMPLES }, () => drawHits(cases.length, share, random) / cases.length).sort(
    (a, b) => a - b,
  );
  return {
    share,
    low: shares[Math.floor(RESAMPLES * 0.025)] as number,
    high: shares[Math.ceil(RESAMPLES * 0.975) - 1] as number,
  };
}

/** Cases are either so or not: as many draws with replacement hit as a binomial has. For many, its normal limit. */
function drawHits(count: number, share: number, random: Random): number {
  const expected = count * Math.min(share, 1 - share);
  if (expected > 200) {
    const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    return Math.min(count, Math.max(0, Math.round(count * share + normal * Math.sqrt(count * share * (1 - share)))));
  }
  // Few of the rarer kind: counted by the gaps between them.
  const rare = Math.min(share, 1 - share);
  let found = 0;
  if (rare > 0) for (let at = gap(rare, random); at < count; at += 1 + gap(rare, random)) found += 1;
  return share <= 0.5 ? found : count - found;
}

function gap(share: number, random: Random): number {
  return Math.floor(Math.log(1 - random.next()) / Math.log(1 - share));
}
