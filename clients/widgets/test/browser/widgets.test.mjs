import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findChromium, frameOf, openBrowser, openSite } from './support/browser.mjs';
import { call, community, demo, furnish, logIn, partner } from './support/sandbox.mjs';
import { createWidget, createWidgets, element, embedToken, loader, signIn, TAGS } from './support/widgets.mjs';

const skip = findChromium() ? false : 'Skipped: there is no Chromium on the PATH';

describe('widgets on a page of another site, third-party cookies blocked', { skip }, () => {
  let browser, site, origin, page, seen, ours, token;
  const problems = [];

  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), openSite()]);
    origin = site.origin('partner');
    seen = await furnish();
    ours = await createWidgets(origin, seen.board._id, [site.secureOrigin('partner')]);
    token = await embedToken(ours.key);
    page = await browser.context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('dialog', (dialog) => {
      problems.push(dialog.message());
      void dialog.dismiss();
    });
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (body) => page.goto(origin + site.serve(body + loader));

  /** What a widget shows, in its frame. */
  async function framed(type, attributes = {}) {
    await open(element(type, ours.widgets[type], { 'embed-token': token, ...attributes }));
    const frame = await frameOf(page, `/${type}/`);
    await frame.waitForSelector('.rai-content[aria-busy=false]');
    return frame;
  }

  async function assertMarkupIsInert(frame) {
    assert.equal(await frame.locator('.rai-state').count(), 0, 'it shows data');
    assert.equal(await frame.locator('[onerror], img[src=x], .rai-widget-root script').count(), 0);
    assert.equal(await frame.evaluate(() => window.stolen), undefined);
    assert.equal(await page.evaluate(() => window.stolen), undefined);
  }

  const expected = {
    store: () => `Coffee ${seen.mark}`,
    channel: () => `Good morning ${seen.mark}`,
    leaderboard: () => `Top members ${seen.mark}`,
    streak: () => `Daily message ${seen.mark}`,
    wheel: () => `10 coins ${seen.mark}`,
    'currency-view': () => 'Adjustment',
    milestone: () => `Talker ${seen.mark}`,
    'referral-conditions': () => 'Your invite code',
    social: () => 'Our forum',
  };

  for (const type of Object.keys(expected)) {
    it(`${type} shows real data in a frame, and stored markup as text`, async () => {
      const frame = await framed(type);
      await frame.waitForSelector(`text=${expected[type]()}`);
      await assertMarkupIsInert(frame);
    });
  }

  it('custom shows the configured page', async () => {
    const frame = await framed('custom');
    assert.equal(await frame.getAttribute('iframe', 'src'), 'https://pages.example.com/campaign');
    await assertMarkupIsInert(frame);
  });

  it('social says so where nothing is configured', async () => {
    const id = await createWidget({ type: 'social', auth: 'accessKey', origins: [origin] });
    await open(element('social', id, { 'embed-token': token }));
    await (await frameOf(page, '/social/')).waitForSelector('text=No social pages are configured');
  });

  it('a purchase goes through, by keyboard', async () => {
    const member = await logIn(demo.member);
    const balance = async () =>
      (await call('GET', `/v1/ledger/members/${demo.member.userId}?communityId=${community}`, { token: member })).data
        .balances.coins;
    const before = await balance();
    await open(element('store', ours.widgets.store, { 'embed-token': token, 'bundle-url': '' }));
    await page.focus(`button[aria-label="Buy Coffee ${seen.mark}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    assert.ok(await page.evaluate(() => document.activeElement.closest('dialog')), 'the focus is in the dialog');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.focus(`button[aria-label="Buy Coffee ${seen.mark}"]`);
    await page.keyboard.press('Enter');
    await page.focus('dialog button:not([type])');
    const told = page.evaluate(
      () => new Promise((resolve) => addEventListener('rai-purchase', (event) => resolve(event.detail), { once: true })),
    );
    await page.keyboard.press('Enter');
    const { transactionId } = await told;
    await page.waitForSelector(`dialog >> text=${transactionId}`);
    assert.equal(await balance(), before - seen.coffee.price);
    const orders = await call('GET', `/v1/purchase-history?communityId=${community}`, { token: member });
    assert.ok(orders.data.some((order) => order.transactionId === transactionId && order.state === 'confirmed'));
  });

  it('a channel is live, and takes messages and reactions', async () => {
    const frame = await framed('channel');
    await frame.waitForSelector('[data-stream=live]');
    const news = { channelId: demo.channel._id, sender: demo.owner.email, message: `News ${seen.mark}` };
    await partner('POST', '/v1/messages/send', news, 200);
    await frame.waitForSelector(`.rai-message >> text=News ${seen.mark}`);
    await frame.fill('textarea', `From the widget ${seen.mark}`);
    await frame.press('textarea', 'Enter');
    const own = frame.locator('.rai-message[data-own=true]', { hasText: `From the widget ${seen.mark}` });
    await own.waitFor();
    await own.getByRole('button', { name: 'React', exact: true }).click();
    await own.getByRole('button', { name: 'React with :tada:' }).click();
    await own.locator('text=🎉 1').waitFor();
  });

  it('the wheel turns, and its draw can be checked', async () => {
    const wheel = element('wheel', ours.widgets.wheel, { 'embed-token': token });
    await page.goto(site.secureOrigin('partner') + site.serve(wheel + loader));
    const frame = await frameOf(page, '/wheel/');
    await frame.click('button:text-is("Spin")');
    await frame.waitForSelector('.rai-won');
    await frame.click('text=Check that the draw was fair');
    await frame.waitForSelector('text=The server seed matches the commitment');
  });

  it('a plain frame gets its token from the page, as the guide has it', async () => {
    const id = await createWidget({ type: 'currency-view', auth: 'token', origins: [origin] });
    await open(`<iframe id="w" src="${demo.gateway}/currency-view/${id}" width="600" height="400"></iframe>
      <script>addEventListener('message', (event) => {
        if (event.origin === '${demo.gateway}' && event.data.type === 'RETURNINGAI_WIDGET_REQUEST_TOKEN')
          event.source.postMessage({ type: 'RETURNINGAI_WIDGET_TOKEN', value: '${await signIn()}' }, event.origin);
      });</script>`);
    await (await frameOf(page, '/currency-view/')).waitForSelector('text=Adjustment');
  });

  it('the script form shows a public widget: what anyone may see, and nothing to buy', async () => {
    const id = await createWidget({ type: 'store', auth: 'attribute', origins: [origin] });
    await page.goto(
      origin +
        site.serve(`<div id="place"></div><script src="${demo.gateway}/widget/assets/rai-widget.iife.js"
          data-community-id="${community}" data-widget-id="${id}" data-widget-type="store" data-container="place"
          data-email="${demo.member.email}"></script>`),
    );
    const frame = await frameOf(page, '/store/');
    await frame.waitForSelector(`text=Coffee ${seen.mark}`);
    assert.equal(await frame.locator('.rai-card button').count(), 0);
    assert.equal(await frame.locator('.rai-balance').count(), 0);
  });

  it('a widget reads from right to left in Arabic', async () => {
    const frame = await framed('streak', { language: 'ar' });
    await frame.waitForSelector('.rai-widget-root[dir=rtl][lang=ar] >> text=أيام متتالية');
  });

  it('mount shows every type in a container of the page', async () => {
    const types = Object.keys(TAGS);
    const scripts = types.map((type) => `<script src="${demo.gateway}/widget/assets/${type}.js"></script>`);
    await page.goto(origin + site.serve(`<div id="place"></div>${scripts.join('')}`));
    const titles = await page.evaluate(
      async ([types, widgets, token]) => {
        const globals = {
          store: RaiStoreWidget, channel: RaiChannelWidget, leaderboard: RaiLeaderboardWidget, streak: RaiStreakWidget,
          wheel: RaiWheelWidget, 'currency-view': RaiCurrencyWidget, milestone: RaiMilestoneWidget,
          'referral-conditions': RaiReferralWidget, social: RaiSocialWidget, custom: RaiCustomWidget,
        };
        const ready = types.map((type) => {
          const place = document.getElementById('place').appendChild(document.createElement('div'));
          const done = new Promise((resolve, reject) => {
            place.addEventListener('rai-ready', () => resolve(type));
            place.addEventListener('rai-error', () => reject(new Error(type)));
          });
          globals[type].mount(place, { widgetId: widgets[type], token });
          return done;
        });
        return Promise.all(ready);
      },
      [types, ours.widgets, token],
    );
    assert.deepEqual(titles, types);
  });

  it('no cookie was set, and no script failed', async () => {
    assert.deepEqual(await browser.context.cookies(), []);
    assert.deepEqual(problems, []);
  });
});
