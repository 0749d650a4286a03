import { NotFoundError } from '@deadwax/platform/http/errors';
import { endShow as end } from '../../flowsheet/shows.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function endShow({ db }: Pick<AppDependencies, 'db'>): Handler<'end-show'> {
  return async ({ params }) => {
    const show = await end(db, params.show_id);
    if (show === null) throw new NotFoundError(`There is no show ${params.show_id}.`);
    return show;
  };
}
