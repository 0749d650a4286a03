import type { Answer, PathParameters, QueryParameters, RequestBody } from '@deadwax/contract/catalog-messages';
import type { OperationId } from '@deadwax/contract/generated/catalog/operations';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request of one operation, held to the contract before the handler sees it. */
export type OperationRequest<I extends OperationId> = FastifyRequest<{
  Params: PathParameters<I>;
  Querystring: QueryParameters<I>;
  Body: RequestBody<I>;
}>;

/** Answers one operation. The reply is given back only by those that send by themselves: a stream, or nothing at all. */
export type Handler<I extends OperationId> = (
  request: OperationRequest<I>,
  reply: FastifyReply,
) => Promise<Answer<I> | FastifyReply>;

export type Handlers = { readonly [I in OperationId]: Handler<I> };
