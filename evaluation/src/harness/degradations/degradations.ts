import { type Degradation, ofRow } from './degradation.ts';
import { encoding } from './encoding.ts';
import { filing } from './filing.ts';
import { numbers } from './numbers.ts';
import { typing } from './typing.ts';

const untouched = ofRow('none', (row) => row, true);

export const degradations: readonly Degradation[] = [untouched, ...typing, ...filing, ...numbers, ...encoding];
