import type { Degradation } from './degradation.ts';
import { encoding } from './encoding.ts';
import { filing } from './filing.ts';
import { typing } from './typing.ts';

const untouched: Degradation = { name: 'none', apply: (row) => row };

export const degradations: readonly Degradation[] = [untouched, ...typing, ...filing, ...encoding];
