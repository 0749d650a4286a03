import type { Pass } from './pass.ts';
import { alias } from './passes/alias.ts';
import { exact } from './passes/exact.ts';
import { memberGroup } from './passes/member-group.ts';
import { nameVariation } from './passes/name-variation.ts';

/** The cascade: strongest pass first. */
export const passes: readonly Pass[] = [exact, nameVariation, memberGroup, alias];
