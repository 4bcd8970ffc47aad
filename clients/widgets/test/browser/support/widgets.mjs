import { call, community, demo, EVIL, partner } from './sandbox.mjs';

export const TAGS = {
  store: 'rai-store-widget',
  channel: 'rai-channel-widget',
  leaderboard: 'rai-leaderboard-widget',
  streak: 'rai-streak-widget',
  wheel: 'rai-wheel-widget',
  'currency-view': 'rai-currency-widget',
  milestone: 'rai-milestone-widget',
  'referral-conditions': 'rai-referral-widget',
  social: 'rai-social-widget',
  custom: 'rai-custom-widget',
};

/** A widget of each type for these sites, and an access key for them. */
export async function createWidgets(origin, leaderboardId, others = []) {
  const widgets = {};
  for (const type of Object.keys(TAGS)) {
    widgets[type] = await createWidget({ ...settings(type, leaderboardId), type, auth: 'accessKey', origins: [origin, ...others] });
  }
  const key = await partner('POST', '/v1/widget-access-keys', { name: `Partner's site ${EVIL}` }, 201);
  return { widgets, key: key.data };
}

export async function createWidget(body) {
  const full = { name: `Our ${body.type}`, dataAttributes: ['data-email'], ...body };
  return (await partner('POST', '/v1/widgets', full, 201)).data._id;
}

function settings(type, leaderboardId) {
  switch (type) {
    case 'channel':
      return { channelId: demo.channel._id };
    case 'leaderboard':
      return { leaderboardId };
    case 'social':
      return { links: [{ name: `Our forum ${EVIL}`, url: 'https://forum.example.com/' }] };
    case 'custom':
      return { url: 'https://pages.example.com/campaign', name: `Campaign ${EVIL}` };
    default:
      return {};
  }
}

/** What the partner's server does for a visitor whom it knows. */
export async function embedToken(key, email = demo.member.email) {
  const answer = await call('POST', '/v2/api/widget-access-keys/token', {
    body: { accessId: key.accessId, accessKey: key.accessKey, userIdentifiers: { 'data-email': email } },
    expected: 200,
  });
  return answer.data.embedToken;
}

/** The older way: a key of the community, and the visitor's address in a header. */
export async function signIn(email = demo.member.email) {
  const answer = await call('POST', `/widget/${community}/signin`, {
    headers: { 'returningai-api-key': demo.apiKey, email },
    expected: 200,
  });
  return answer.body.token;
}

/** The element of a widget as a partner writes it. */
export function element(type, id, attributes) {
  const written = Object.entries({ 'widget-id': id, ...attributes }).map(([name, value]) => `${name}="${value}"`);
  return `<${TAGS[type]} ${written.join(' ')}></${TAGS[type]}>`;
}

export const loader = `<script src="${demo.gateway}/widget/assets/rai-widget.iife.js"></script>`;
