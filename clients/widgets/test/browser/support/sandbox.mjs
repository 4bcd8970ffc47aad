import { readFileSync } from 'node:fs';

/** The running sandbox; `SANDBOX` names its sandbox.json. */
export const demo = JSON.parse(readFileSync(process.env.SANDBOX ?? '../../.sandbox/sandbox.json', 'utf8'));
export const community = demo.community._id;

/** A call to the API. Without `expected`, any answer is one. */
export async function call(method, path, { token, body, headers = {}, expected } = {}) {
  const response = await fetch(demo.gateway + path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (expected && response.status !== expected) {
    throw new Error(`${method} ${path}: ${response.status} instead of ${expected}: ${text}`);
  }
  const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  return { status: response.status, body: json, data: json?.data ?? json?.body };
}

export const partner = (method, path, body, expected) => call(method, path, { token: demo.apiKey, body, expected });

export async function logIn({ email, password }) {
  const answer = await call('POST', '/v1/auth/login', { body: { email, password }, expected: 200 });
  return answer.data.token;
}

/** Text that becomes an element, an attribute or a style wherever it is not treated as text. */
export const EVIL = `"'><img src=x onerror="window.stolen=1"><script>window.stolen=1</script>`;

/** Something to see in every widget, some of it hostile. */
export async function furnish() {
  const mark = Date.now().toString(36);
  const me = { userId: demo.member.userId };
  const changes = { coins: 2000, premium: 5, spins: 5, freezes: 2 };
  await partner('POST', '/v1/ledger/adjustments', { ...me, changes, reason: 'Welcome' }, 201);
  const category = (await partner('POST', '/v1/categories', { name: `Treats ${mark} ${EVIL}` }, 201)).data._id;
  const product = { name: `Coffee ${mark}`, description: `One cup. ${EVIL}`, price: 25, stocks: 40, category };
  const coffee = (await partner('POST', '/v1/products', product, 201)).data;
  await partner('POST', '/v1/products', { name: `Mug ${mark} ${EVIL}`, price: 90, category }, 201);
  const text = `Good morning ${mark} ${EVIL}`;
  const message = { channelId: demo.channel._id, sender: demo.member.email, message: text };
  await partner('POST', '/v1/messages/send', message, 200);
  const board = (await partner('POST', '/v1/leaderboards', boardBody(mark), 201)).data;
  await partner('PUT', '/v1/mini-games/wheel/settings', wheelBody(mark), 200);
  await partner('POST', '/v1/streaks', streakBody(mark), 201);
  const milestone = { name: `Talker ${mark} ${EVIL}`, description: EVIL, unit: 'messages', target: 500, changes: { xp: 50 } };
  await partner('POST', '/v1/milestones', milestone, 201);
  return { mark, coffee, board };
}

const boardBody = (mark) => ({
  name: `Top members ${mark} ${EVIL}`,
  slug: `top-${mark}`,
  description: 'Who earned the most XP',
  rankingField: 'xp',
  displayedColumns: [],
  startDate: '2020-01-01T00:00:00.000Z',
  hasNoEndDate: true,
  isEnabled: true,
  allowedTimeFilters: ['all-time', 'weekly'],
});

const wheelBody = (mark) => ({
  isEnabled: true,
  prizes: [
    { label: `10 coins ${mark}`, weight: 50, changes: { coins: 10 } },
    { label: '50 coins', weight: 25, changes: { coins: 50 } },
    { label: 'Free spin', weight: 20, changes: { spins: 1 } },
    { label: '<img src=x onerror=window.stolen=1>', weight: 5, changes: { xp: 100 } },
  ],
});

const streakBody = (mark) => ({
  name: `Daily message ${mark} ${EVIL}`,
  timezone: 'utc_gmt',
  startDate: '2026-01-01',
  timeframe: { value: 'daily', count: 1 },
  action: { operator: 'and', conditions: [{ action: 'messages', value: 1, isCustomField: null }] },
  activeDaysType: 'custom',
  activeDays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
});
