import type { Handler } from '../handler.ts';

export function version(dependencies: { readonly version: string }): Handler<'version'> {
  return async () => ({ version: dependencies.version, contract_version: 1 });
}
