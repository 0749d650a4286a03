import { reportGate } from '../../gate/report-gate.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function getIdentityGate({ db }: Pick<AppDependencies, 'db'>): Handler<'get-identity-gate'> {
  return async ({ query }) => reportGate(db, query);
}
