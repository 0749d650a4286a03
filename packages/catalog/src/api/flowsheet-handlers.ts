import type { AppDependencies } from './dependencies.ts';
import { addFlowsheetEntry } from './flowsheet/add-flowsheet-entry.ts';
import { addToRotation } from './flowsheet/add-to-rotation.ts';
import { editRotationEntry } from './flowsheet/edit-rotation-entry.ts';
import { endShow } from './flowsheet/end-show.ts';
import { listFlowsheet } from './flowsheet/list-flowsheet.ts';
import { listRotation } from './flowsheet/list-rotation.ts';
import { startShow } from './flowsheet/start-show.ts';
import type { Handlers } from './handler.ts';

export function flowsheetHandlers(dependencies: AppDependencies) {
  return {
    'add-flowsheet-entry': addFlowsheetEntry(dependencies),
    'list-flowsheet': listFlowsheet(dependencies),
    'list-rotation': listRotation(dependencies),
    'add-to-rotation': addToRotation(dependencies),
    'edit-rotation-entry': editRotationEntry(dependencies),
    'start-show': startShow(dependencies),
    'end-show': endShow(dependencies),
  } satisfies Partial<Handlers>;
}
