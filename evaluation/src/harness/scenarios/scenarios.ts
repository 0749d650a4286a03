import type { Scenario } from '../scenario.ts';
import { nameScenarios } from './names.ts';
import { recordScenarios } from './records.ts';
import { titleScenarios } from './titles.ts';

export const scenarios: readonly Scenario[] = [...nameScenarios, ...titleScenarios, ...recordScenarios];
