import type { Session } from './session';

/** A refusal of the API, or status 0 where it could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly retryAfter: number | null = null,
  ) {
    super(detail || `HTTP ${status}`);
  }
}

interface Call {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
}

const TIMEOUT_MILLIS = 15_000;

/** The HTTP API as a member. Cookies are never sent, so that it works where third-party cookies are blocked. */
export class Api {
  constructor(
    readonly base: string,
    private readonly session: Session,
  ) {}

  get<T>(path: string, query: Record<string, string | number | undefined> = {}): Promise<T> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) search.set(name, String(value));
    }
    return this.call<T>(search.size > 0 ? `${path}?${search}` : path, {});
  }

  post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    return this.call<T>(path, { method: 'POST', body, headers });
  }

  private async call<T>(path: string, call: Call): Promise<T> {
    const token = this.session.token;
    const response = await this.send(path, call, token);
    if (response.status === 401 && !lacksPermission(response) && (await this.session.renew(token))) {
      return read<T>(await this.send(path, call, this.session.token));
    }
    return read<T>(response);
  }

  private async send(path: string, call: Call, token: string): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...call.headers };
    if (token) headers['Authorization'] = `Bearer ${token}`;
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      return await fetch(this.base + path, {
        method: call.method ?? 'GET',
        headers,
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      });
    } catch {
      throw new ApiError(0, 'unreachable', '');
    }
  }
}

/** A 401 can mean a missing permission (contract 2.2), which a new token would not mend. */
function lacksPermission(response: Response): boolean {
  return (
    response.headers.get('X-Error-Code') === 'permission_missing' ||
    (response.headers.get('WWW-Authenticate') ?? '').includes('insufficient_scope')
  );
}

async function read<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return (isObject(body) && 'data' in body ? body['data'] : body) as T;
  const code = response.headers.get('X-Error-Code') ?? metaOf(body)?.['code'];
  const wait = Number(response.headers.get('Retry-After'));
  throw new ApiError(
    response.status,
    typeof code === 'string' ? code : '',
    detailOf(body),
    Number.isFinite(wait) && wait > 0 ? wait : null,
  );
}

function detailOf(body: unknown): string {
  const errors = metaOf(body)?.['errors'];
  if (Array.isArray(errors) && isObject(errors[0])) return String(errors[0]['message'] ?? '');
  return isObject(body) && typeof body['message'] === 'string' ? body['message'] : '';
}

function metaOf(body: unknown): Record<string, unknown> | undefined {
  return isObject(body) && isObject(body['meta']) ? body['meta'] : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
