import type { AppDependencies } from './dependencies.ts';
import { addFlowsheetEntry } from './flowsheet/add-flowsheet-entry.ts';
import { listFlowsheet } from './flowsheet/list-flowsheet.ts';
import type { Handlers } from './handler.ts';

export function flowsheetHandlers(dependencies: AppDependencies) {
  return {
    'add-flowsheet-entry': addFlowsheetEntry(dependencies),
    'list-flowsheet': listFlowsheet(dependencies),
  } satisfies Partial<Handlers>;
}
