import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { addCompilationTracks } from './library/add-compilation-tracks.ts';
import { addLibraryRecord } from './library/add-library-record.ts';
import { deleteLibraryRecord } from './library/delete-library-record.ts';
import { editLibraryRecord } from './library/edit-library-record.ts';
import { getLibraryRecord } from './library/get-library-record.ts';
import { importLibrary } from './library/import-library.ts';
import { listCompilationTracks } from './library/list-compilation-tracks.ts';
import { listFormats } from './library/list-formats.ts';
import { listGenres } from './library/list-genres.ts';
import { searchLibrary } from './library/search-library.ts';

export function libraryHandlers(dependencies: AppDependencies) {
  return {
    'search-library': searchLibrary(dependencies),
    'import-library': importLibrary(dependencies),
    'get-library-record': getLibraryRecord(dependencies),
    'add-library-record': addLibraryRecord(dependencies),
    'edit-library-record': editLibraryRecord(dependencies),
    'delete-library-record': deleteLibraryRecord(dependencies),
    'list-compilation-tracks': listCompilationTracks(dependencies),
    'add-compilation-tracks': addCompilationTracks(dependencies),
    'list-genres': listGenres(dependencies),
    'list-formats': listFormats(dependencies),
  } satisfies Partial<Handlers>;
}
