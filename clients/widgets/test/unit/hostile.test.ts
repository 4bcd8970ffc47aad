import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mountWidget } from '../../src/core/host';
import type { Widget } from '../../src/core/types';
import { channel } from '../../src/widgets/channel/channel';
import { currency } from '../../src/widgets/currency';
import { custom } from '../../src/widgets/custom';
import { leaderboard } from '../../src/widgets/leaderboard/leaderboard';
import { milestone } from '../../src/widgets/milestone';
import { referral } from '../../src/widgets/referral';
import { social } from '../../src/widgets/social';
import { store } from '../../src/widgets/store/store';
import { streak } from '../../src/widgets/streak';
import { wheel } from '../../src/widgets/wheel/wheel';

/** Text that becomes an element, an attribute or a style wherever it is not treated as text. */
const EVIL = `"'><img src=x onerror="window.stolen=1"><script>window.stolen=1</script>;background:url(//x)`;
const JS = 'javascript:window.stolen=1';
const AT = '2026-01-01T00:00:00.000Z';

const product = {
  _id: 'p', name: EVIL, description: EVIL, image: JS, price: 5, currentPrice: 4, category: 'c', stocks: 3,
  userInformation: { isEnabled: true, shouldCollectName: true, shouldCollectPhone: true, shouldCollectAddress: true },
};
const order = {
  transactionId: EVIL, item: { _id: 'p', name: EVIL, price: 1 }, quantity: 1, paid: 1, state: 'confirmed',
  status: { name: EVIL, color: EVIL }, redemptionInstructions: EVIL, vouchers: [{ code: EVIL, expireDate: EVIL }], createdAt: EVIL,
};
const message = {
  id: 'm', message: EVIL, images: [JS, EVIL], user: { user_id: EVIL }, channel: { channel_id: 'c', name: EVIL },
  timestamp: AT, reactions: [{ emoji: EVIL, total: 1 }], edited_at: EVIL,
};
const row = { rank: 1, user: { userId: EVIL, username: EVIL, displayName: EVIL }, score: 1 };
const answers: [RegExp, unknown][] = [
  [/validate\?/, { valid: true, communityId: 'c', userId: '7', widget: { channelId: 'ch', name: EVIL, url: JS, links: [{ name: EVIL, url: JS }, { name: EVIL, url: 'https://a.example/"><img src=x>' }] } }],
  [/store-page$/, { store: { isEnabled: true, title: EVIL, description: EVIL, currency: { name: EVIL, symbol: EVIL } }, categories: [{ _id: 'c', name: EVIL }], products: [product], balance: 9 }],
  [/purchase-history/, [order]],
  [/purchases$/, order],
  [/v1\/messages\?/, { total: 1, messages: [message] }],
  [/channels$/, [{ _id: 'ch', topic: EVIL, channelType: EVIL }]],
  [/users\?/, [{ id: EVIL, username: EVIL, displayName: EVIL }]],
  [/ranks\/me/, { rank: 9, score: 1, total: 9, neighbours: [row] }],
  [/ranks/, [row]],
  [/leaderboards\?/, [{ _id: 'b', name: EVIL, description: EVIL, image: JS, allowedTimeFilters: ['daily', EVIL] }, { _id: 'd', name: EVIL }]],
  [/postings/, [{ _id: '1', source: EVIL, changes: { coins: 1, [EVIL]: 2 }, outcome: 'applied', createdAt: EVIL }]],
  [/ledger/, { balances: { coins: 1, freezes: 1 }, pending: { coins: 1 }, expiring: [{ unit: EVIL, amount: 1, at: EVIL }] }],
  [/progress/, {
    tier: { name: EVIL, xp: 1, next: EVIL, nextXp: 5 },
    streaks: [{ _id: 's', name: EVIL, timeframe: { value: EVIL, count: 1 }, counted: false, freeze: false, count: 1, best: 1, because: [{ condition: EVIL, wanted: 1, got: 0 }] }],
    milestones: [{ _id: 'm', name: EVIL, description: EVIL, unit: EVIL, target: 3, progress: 1, completedAt: EVIL }],
    referrals: { invite: { code: EVIL, url: JS }, activity: {}, referees: [{ userId: EVIL, username: EVIL, joinedAt: EVIL, progressByProgram: [{ programId: 'p', programName: EVIL, completedStages: 1, totalStages: 2 }] }] },
  }],
  [/proof$/, { commitment: EVIL, serverSeed: EVIL, clientSeed: EVIL, draw: EVIL }],
  [/spins$/, { logId: 'l', prize: { label: EVIL, changes: {} }, spins: 1 }],
  [/wheel\/me$/, { isEnabled: true, spins: 2, commitment: EVIL, prizes: [{ label: EVIL, weight: 1, changes: { [EVIL]: 1 } }] }],
];

beforeAll(() => {
  vi.stubGlobal('CSSStyleSheet', class { replaceSync() {} });
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true });
  vi.stubGlobal('WebSocket', class { close() {} });
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('fetch', async (url: string) => {
    const answer = answers.find(([path]) => path.test(url))?.[1];
    return new Response(JSON.stringify({ data: answer ?? null }), { status: answer === undefined ? 404 : 200 });
  });
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) { this.open = true; };
});

afterEach(() => document.body.replaceChildren());

async function shown(widget: Widget<any>): Promise<HTMLElement> {
  const container = document.body.appendChild(document.createElement('div'));
  const ready = new Promise((resolve) => container.addEventListener('rai-ready', resolve));
  mountWidget(widget, container, { token: 't', language: 'en' }, 'https://r.example');
  await ready;
  return container;
}

/** Nothing of the text became markup, and no address or style was taken over. */
function expectInert(container: HTMLElement): void {
  expect(container.querySelectorAll('script, img, iframe, [onerror], [src="x"]')).toHaveLength(0);
  for (const link of container.querySelectorAll('a')) expect(link.href).toMatch(/^https:/);
  for (const styled of container.querySelectorAll<HTMLElement>('[style]')) expect(styled.style.cssText).not.toContain('url');
  expect((window as unknown as { stolen?: number }).stolen).toBeUndefined();
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe.each([store, channel, leaderboard, streak, wheel, currency, milestone, referral, social, custom].map((widget) => [widget.type, widget as Widget<any>] as const))(
  'hostile text in %s',
  (type, widget) => {
    it('stays text', async () => {
      const container = await shown(widget);
      expectInert(container);
      if (type !== 'custom') expect(container.textContent).toContain('<script>window.stolen=1</script>');
      for (let index = 0; ; index += 1) {
        const button = container.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')[index];
        if (!button) break;
        button.click();
        await settle();
        for (const form of container.querySelectorAll('form')) form.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
        await settle();
        expectInert(container);
      }
    });
  },
);
