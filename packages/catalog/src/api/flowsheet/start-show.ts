import { InvalidInputError } from '@deadwax/platform/http/errors';
import { startShow as start } from '../../flowsheet/shows.ts';
import { tidyText } from '../../library/library-fields.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function startShow({ db }: Pick<AppDependencies, 'db'>): Handler<'start-show'> {
  return async ({ body }, reply) => {
    const djName = tidyText(body.dj_name);
    if (djName === null) throw new InvalidInputError([{ pointer: '/dj_name', message: 'nobody is named' }]);
    reply.code(201);
    return start(db, { djName, specialty: tidyText(body.specialty) });
  };
}
