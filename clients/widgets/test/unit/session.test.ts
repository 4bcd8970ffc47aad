import { afterEach, expect, it, vi } from 'vitest';
import { Api, ApiError } from '../../src/core/api';
import { Session } from '../../src/core/session';

afterEach(() => vi.unstubAllGlobals());

/** Answers calls in turn, and remembers them. */
function answering(...answers: (Response | Error)[]) {
  const fetching = vi.fn(async (_url: string, _init: RequestInit) => {
    const answer = answers.shift() ?? new Response('{}', { status: 500 });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const bearer = (init: RequestInit | undefined) => (init?.headers as Record<string, string>)['Authorization'];

it('sends the token, never cookies, and answers the data', async () => {
  const calls = answering(json(200, { meta: {}, data: [1] }));
  expect(await new Api('https://r.example', new Session('', 'first')).get('/v1/x', { limit: 2 })).toEqual([1]);
  expect(calls.mock.calls[0]?.[0]).toBe('https://r.example/v1/x?limit=2');
  expect(calls.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit' });
  expect(bearer(calls.mock.calls[0]?.[1])).toBe('Bearer first');
});

it('asks for another token once, for all calls together', async () => {
  const calls = answering(json(401, {}), json(401, {}), json(200, { data: 1 }), json(200, { data: 2 }));
  const request = vi.fn(async () => 'second');
  const api = new Api('', new Session('', 'first', request));
  expect(await Promise.all([api.get('/a'), api.get('/b')])).toEqual([1, 2]);
  expect(request).toHaveBeenCalledTimes(1);
  expect(calls.mock.calls.slice(2).map((call) => bearer(call[1]))).toEqual(['Bearer second', 'Bearer second']);
});

it('does not ask for another token where a permission is missing', async () => {
  answering(json(401, {}, { 'X-Error-Code': 'permission_missing' }));
  const request = vi.fn(async () => 'second');
  await expect(new Api('', new Session('', 'first', request)).get('/a')).rejects.toMatchObject({ status: 401 });
  expect(request).not.toHaveBeenCalled();
});

it('tells refusals with their code, detail and pause', async () => {
  answering(
    json(409, { meta: { errors: [{ field: 'price', message: 'price has changed' }] } }, { 'X-Error-Code': 'price_changed' }),
    json(429, { message: 'Too Many Requests' }, { 'Retry-After': '3' }),
    new TypeError('failed to fetch'),
  );
  const api = new Api('', new Session('', 'first'));
  const refusal = (await api.post('/a', {}).catch((error: unknown) => error)) as ApiError;
  expect(refusal).toMatchObject({ status: 409, code: 'price_changed', detail: 'price has changed' });
  await expect(api.get('/a')).rejects.toMatchObject({ status: 429, retryAfter: 3 });
  await expect(api.get('/a')).rejects.toMatchObject({ status: 0, code: 'unreachable' });
});

it('learns who the token stands for, and asks for another where it is refused', async () => {
  answering(json(401, {}), json(200, { data: { valid: true, communityId: 'c', userId: 7, widget: { channelId: null, type: 'store' } } }));
  const session = new Session('', 'first', async () => 'second');
  expect(await session.identify()).toEqual({ communityId: 'c', userId: '7', widget: { type: 'store' } });
  expect(session.token).toBe('second');
});

it('is signed out where no token is accepted', async () => {
  answering(json(401, {}), json(200, { data: { valid: false } }));
  expect(await new Session('', 'first', async () => 'first').identify()).toBeNull();
  expect(await new Session('', 'first').identify()).toBeNull();
  expect(await new Session('', '').identify()).toBeNull();
});
