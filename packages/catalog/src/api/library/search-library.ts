import type { SearchResponse } from '@deadwax/contract/catalog-schemas';
import { InvalidInputError } from '@deadwax/platform/http/errors';
import { SearchCursorError } from '../../search/cursor.ts';
import { searchLibrary as search } from '../../search/search-library.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function searchLibrary({ db }: Pick<AppDependencies, 'db'>): Handler<'search-library'> {
  return async ({ query }) => {
    const request = {
      q: query.q,
      filters: {
        genres: query.genre,
        formats: query.format,
        onStreaming: query.on_streaming,
        missing: query.missing,
        rotationBins: query.rotation_bin,
        identityStatus: query.identity_status,
        method: query.method,
      },
      sort: query.sort,
      order: query.order,
      limit: query.limit,
      cursor: query.cursor,
    };
    try {
      return (await search(db, request)) as SearchResponse;
    } catch (error) {
      if (!(error instanceof SearchCursorError)) throw error;
      throw new InvalidInputError([{ pointer: '/cursor', message: error.message }]);
    }
  };
}
