import type { Method } from '@deadwax/linkage/model';
import type { BlockedName } from '../blocking/block.ts';

/** One matching method: which names it accepts. The first pass that accepts any of an artist's names gives the method. */
export interface Pass {
  readonly method: Method;
  accepts(name: BlockedName): boolean;
}
