import type { Asked } from './asked.ts';
import type { Cost } from './ours.ts';
import type { OpenPeer } from './peers/peer.ts';

/** Measured as ours is: once for nothing, as what comes first is cold, then the best of the rounds. */
export async function measurePeer(
  peer: Pick<OpenPeer, 'measure'>,
  asked: readonly Asked[],
  rounds: number,
): Promise<Cost> {
  await peer.measure(asked);
  let best = await peer.measure(asked);
  for (let round = 1; round < rounds; round += 1) {
    const cost = await peer.measure(asked);
    if (cost.microseconds < best.microseconds) best = cost;
  }
  return best;
}
