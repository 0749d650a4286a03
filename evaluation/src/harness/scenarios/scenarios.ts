import type { Scenario } from '../scenario.ts';
import { artistScenarios } from './artists.ts';
import { pressingScenarios } from './pressings.ts';
import { siblingScenarios } from './siblings.ts';
import { spellingScenarios } from './spellings.ts';
import { stockScenarios } from './stock.ts';
import { titleScenarios } from './titles.ts';
import { variousScenarios } from './various.ts';

export const scenarios: readonly Scenario[] = [
  ...artistScenarios,
  ...spellingScenarios,
  ...siblingScenarios,
  ...titleScenarios,
  ...variousScenarios,
  ...pressingScenarios,
  ...stockScenarios,
];
