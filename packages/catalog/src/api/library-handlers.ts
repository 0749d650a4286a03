import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { listFormats } from './library/list-formats.ts';
import { listGenres } from './library/list-genres.ts';

export function libraryHandlers(dependencies: AppDependencies) {
  return {
    'list-genres': listGenres(dependencies),
    'list-formats': listFormats(dependencies),
  } satisfies Partial<Handlers>;
}
