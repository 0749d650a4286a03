import { InvalidInputError } from '@deadwax/platform/http/errors';
import type { FastifyRequest } from 'fastify';
import { type CallerClass, callerClasses } from '../engine/lanes.ts';

/** Batches of no more inputs are taken for a person's, where nothing is said. */
const FEW = 20;
const REASON = /^[\x21-\x7e]{1,100}$/;

/** The class the caller names in X-Caller-Class, else 2 for few inputs and 4 for many. Throws InvalidInputError. */
export function readCallerClass({ headers }: Pick<FastifyRequest, 'headers'>, inputs: number): CallerClass {
  const named = headers['x-caller-class'];
  if (named === undefined) return inputs <= FEW ? 2 : 4;
  const known = callerClasses.find((each) => String(each) === named);
  if (known !== undefined) return known;
  throw new InvalidInputError([
    { pointer: '/X-Caller-Class', message: 'The header X-Caller-Class must be 1, 2, 3, 4 or 5.' },
  ]);
}

/** What the caller says it asks for, where it is fit to stand in a log. */
export function readCallerReason({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const reason = headers['x-caller-reason'];
  return typeof reason === 'string' && REASON.test(reason) ? reason : undefined;
}
