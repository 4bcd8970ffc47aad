import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { components, paths };

/** A schema of the API, by its name in the reference. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface RegularsOptions {
  /** Address of the gateway, without a path. */
  baseUrl: string;
  /** A login token, an API key of a community, or an API key of a user. */
  token?: string;
  /** A system key, for the System API. */
  systemKey?: string;
  /** How often a request is repeated after 429 and 503; each time as late as `Retry-After` says. */
  retries?: number;
  fetch?: (request: Request) => Promise<Response>;
}

const REPEATED = new Set([429, 503]);

/** A client whose paths, parameters, bodies and answers are those of the OpenAPI document. */
export function createRegulars(options: RegularsOptions): Client<paths> {
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const client = createClient<paths>({
    baseUrl: options.baseUrl,
    fetch: (request) => repeated(send, request, options.retries ?? 2),
  });
  client.use(credentials(options));
  return client;
}

function credentials(options: RegularsOptions): Middleware {
  return {
    onRequest({ request }) {
      if (options.token) request.headers.set('Authorization', `Bearer ${options.token}`);
      if (options.systemKey) request.headers.set('x-api-key', options.systemKey);
      return request;
    },
  };
}

/** Writes are repeated only with an `Idempotency-Key`, with which they happen once. */
async function repeated(send: (request: Request) => Promise<Response>, request: Request, retries: number): Promise<Response> {
  const safe = request.method === 'GET' || request.headers.has('Idempotency-Key');
  const again = safe && retries > 0 ? request.clone() : undefined;
  const response = await send(request);
  if (!again || !REPEATED.has(response.status)) return response;
  const seconds = Number(response.headers.get('Retry-After') ?? '1');
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return repeated(send, again, retries - 1);
}
