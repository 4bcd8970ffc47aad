// Against a running sandbox: npm run build, then REGULARS_SANDBOX=…/sandbox.json npm test
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createRegulars } from '../dist/index.js';

const sandbox = JSON.parse(readFileSync(process.env.REGULARS_SANDBOX ?? '../../.sandbox/sandbox.json', 'utf8'));
const regulars = createRegulars({ baseUrl: sandbox.gateway, token: sandbox.apiKey });

test('an API key reads a member', async () => {
  const { data, response } = await regulars.POST('/v1/users/info', { body: { idOrEmail: sandbox.member.email } });
  assert.equal(response.status, 200);
  assert.equal(data.data._id, sandbox.member._id);
});

test('a message is sent once for its key', async () => {
  const body = { channelId: sandbox.channel._id, sender: sandbox.member.email, message: 'Sent by the SDK' };
  const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
  const first = await regulars.POST('/v1/messages/send', { body, params });
  const second = await regulars.POST('/v1/messages/send', { body, params });
  assert.equal(first.response.status, second.response.status);
  assert.ok(first.response.ok, JSON.stringify(first.error));
  assert.deepEqual(second.data, first.data);
});

test('a refusal is typed and tells why', async () => {
  const { error, response } = await createRegulars({ baseUrl: sandbox.gateway, token: 'none' }).POST('/v1/users/info', {
    body: { idOrEmail: '1' },
  });
  assert.equal(response.status, 401);
  assert.equal(error.message, 'Invalid token');
  assert.equal(response.headers.get('X-Error-Code'), 'credential_invalid');
});

test('a request is repeated as late as it is told', async () => {
  let calls = 0;
  const patient = createRegulars({
    baseUrl: sandbox.gateway,
    token: sandbox.apiKey,
    fetch: (request) => (++calls === 1 ? Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '0' } })) : fetch(request)),
  });
  const { response } = await patient.GET('/v1/webhooks');
  assert.equal(response.status, 200);
  assert.equal(calls, 2);
});
