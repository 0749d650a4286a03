import type { Command } from 'commander';
import { registerLibraryArtist } from './library-artist.ts';
import { registerLibraryChanged } from './library-changed.ts';
import { registerLibraryDrift } from './library-drift.ts';
import { registerLibraryExport } from './library-export.ts';
import { registerLibraryGate } from './library-gate.ts';
import { registerLibraryImport } from './library-import.ts';
import { registerLibraryMigrate } from './library-migrate.ts';
import { registerLibraryOverrides } from './library-overrides.ts';
import { registerLibraryPull } from './library-pull.ts';
import { registerLibraryRecord } from './library-record.ts';
import { registerLibraryReview } from './library-review.ts';
import { registerLibraryRuns } from './library-runs.ts';
import { registerLibrarySearch } from './library-search.ts';

/** The commands of a library that a catalog keeps. They know the catalog through the contract alone. */
export function registerLibrary(program: Command): void {
  const library = program.command('library').description('Keep a library in a catalog: import, ask, search, look.');
  registerLibraryImport(library);
  registerLibraryPull(library);
  registerLibraryChanged(library);
  registerLibraryRuns(library);
  registerLibrarySearch(library);
  registerLibraryRecord(library);
  registerLibraryArtist(library);
  registerLibraryReview(library);
  registerLibraryOverrides(library);
  registerLibraryGate(library);
  registerLibraryDrift(library);
  registerLibraryMigrate(library);
  registerLibraryExport(library);
}
