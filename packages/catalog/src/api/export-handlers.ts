import type { AppDependencies } from './dependencies.ts';
import { exportCompilationTracks } from './export/export-compilation-tracks.ts';
import { exportLibrary } from './export/export-library.ts';
import type { Handlers } from './handler.ts';

export function exportHandlers(dependencies: AppDependencies) {
  return {
    'export-library': exportLibrary(dependencies),
    'export-compilation-tracks': exportCompilationTracks(dependencies),
  } satisfies Partial<Handlers>;
}
