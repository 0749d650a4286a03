import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { importOverrides } from './overrides/import-overrides.ts';
import { listOverrides } from './overrides/list-overrides.ts';
import { makeOverride } from './overrides/make-override.ts';
import { revokeOverride } from './overrides/revoke-override.ts';

export function overridesHandlers(dependencies: AppDependencies) {
  return {
    'make-override': makeOverride(dependencies),
    'list-overrides': listOverrides(dependencies),
    'revoke-override': revokeOverride(dependencies),
    'import-overrides': importOverrides(dependencies),
  } satisfies Partial<Handlers>;
}
