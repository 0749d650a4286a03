import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';

export interface DocsOptions {
  /** The contract as one OpenAPI document. */
  readonly document: object;
  readonly title: string;
}

/** A name or an address, with or without a port. Others may parse as a URL whose host is another part of them: `[@&`. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Of the right form, and no address either that is none: `.0`. */
function isHost(host: string): boolean {
  return HOST.test(host) && URL.canParse(`http://${host}`);
}

/** The contract at /openapi.json and its pages at /docs, with nothing fetched from anywhere else. */
export function registerDocs(app: FastifyInstance, { document, title }: DocsOptions): void {
  const body = JSON.stringify(document);
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
  app.register(scalar, {
    routePrefix: '/docs',
    logLevel: 'silent',
    // The plugin builds a URL from the Host header, and one that does not parse would become a 500.
    hooks: {
      onRequest: async (request) => {
        if (!isHost(request.host)) request.raw.headers.host = 'localhost';
      },
    },
    configuration: {
      url: '/openapi.json',
      pageTitle: title,
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  });
}
