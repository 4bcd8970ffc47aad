import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findChromium, frameOf, openBrowser, openSite } from './support/browser.mjs';
import { call, community, demo, furnish, logIn, partner } from './support/sandbox.mjs';
import { createWidgets, element, embedToken, loader } from './support/widgets.mjs';

const skip = findChromium() ? false : 'Skipped: there is no Chromium on the PATH';

describe('widgets on hostile pages', { skip }, () => {
  let browser, site, origin, page, ours, token;

  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), openSite()]);
    origin = site.origin('partner');
    const { board } = await furnish();
    ours = await createWidgets(origin, board._id);
    token = await embedToken(ours.key);
    page = await browser.context.newPage();
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('a frame on a site that is not listed stays empty', async () => {
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(site.origin('evil') + site.serve(`<iframe src="${demo.gateway}/store/${ours.widgets.store}"></iframe>`));
    await refused;
    const [, frame] = page.frames();
    assert.equal(await frame.locator('#regulars-widget').count(), 0);
  });

  it('the API refuses a token on a site that is not listed', async () => {
    const evil = await call('GET', '/v1/store-page', { token, headers: { Origin: site.origin('evil') } });
    assert.equal(evil.status, 403, JSON.stringify(evil.body));
    const listed = await call('GET', '/v1/store-page', { token, headers: { Origin: origin } });
    assert.equal(listed.status, 200, JSON.stringify(listed.body));
  });

  it('a forged message brings the frame no token, and the page gives none away', async () => {
    const attack = site.serve(`<script>
      window.got = [];
      addEventListener('message', (event) => window.got.push(event.data));
      setInterval(() => {
        for (let index = 0; index < parent.frames.length; index += 1) {
          parent.frames[index].postMessage({ type: 'RETURNINGAI_WIDGET_TOKEN', value: 'forged' }, '*');
          parent.frames[index].postMessage({ type: 'RETURNINGAI_WIDGET_REFRESH', token: 'forged' }, '*');
        }
        parent.postMessage({ type: 'RETURNINGAI_WIDGET_REQUEST_TOKEN' }, '*');
      }, 20);
    </script>`);
    const forged = [];
    page.on('request', (request) => {
      if ((request.headers()['authorization'] ?? '').includes('forged')) forged.push(request.url());
    });
    const widget = element('store', ours.widgets.store, { 'embed-token': token });
    await page.goto(
      origin +
        site.serve(`<iframe src="${demo.gateway}/streak/${ours.widgets.streak}"></iframe>
          <iframe id="attacker" src="${site.origin('evil')}${attack}"></iframe>${widget}${loader}`),
    );
    const plain = await frameOf(page, '/streak/');
    const own = await frameOf(page, '/store/');
    await own.waitForSelector('.rai-card');
    await plain.waitForSelector('text=Sign in on this site to see this');
    const attacker = await frameOf(page, attack);
    const messages = JSON.stringify(await attacker.evaluate(() => window.got));
    assert.ok(!messages.includes(token), messages);
    assert.deepEqual(forged, []);
  });

  it('a stolen token opens nothing in another community', async () => {
    const owner = await logIn(demo.owner);
    const other = (await call('POST', '/api/v1/servers', { token: owner, body: { name: 'Another' } })).data._id;
    const inOther = `?communityId=${other}`;
    const product = await call('POST', `/v1/products${inOther}`, { token: owner, body: { name: 'Secret', price: 0 }, expected: 201 });
    const attempts = [
      ['GET', `/v1/store-page${inOther}`],
      ['GET', `/v1/communities/${other}/users`],
      ['GET', `/v1/communities/${other}/members/${demo.owner.userId}/progress`],
      ['GET', `/v1/ledger/members/${demo.owner.userId}${inOther}`],
      ['POST', `/v1/products/${product.data._id}/purchases`, { quantity: 1 }],
      ['POST', `/v1/products/${product.data._id}/purchases${inOther}`, { quantity: 1 }],
    ];
    for (const [method, path, body] of attempts) {
      const { status } = await call(method, path, { token, body });
      assert.ok([401, 403, 404].includes(status), `${method} ${path}: ${status}`);
    }
  });

  it('a token is a member, not an admin, and not another member', async () => {
    const attempts = [
      ['GET', '/v1/widgets'],
      ['POST', '/v1/ledger/adjustments', { userId: demo.member.userId, changes: { coins: 1 }, reason: 'x' }],
      ['GET', `/v1/ledger/members/${demo.owner.userId}`],
      ['GET', `/v1/communities/${community}/members/${demo.owner.userId}/progress`],
      ['GET', `/v1/communities/${community}/api-keys`],
    ];
    for (const [method, path, body] of attempts) {
      const { status } = await call(method, path, { token, body });
      assert.ok([401, 403, 404].includes(status), `${method} ${path}: ${status}`);
    }
  });

  it('a revoked key makes no tokens, and its tokens end', async () => {
    await partner('DELETE', `/v1/widget-access-keys/${ours.key.accessId}`, undefined, 200);
    await assert.rejects(embedToken(ours.key), /401/);
    const end = Date.now() + 10_000;
    while ((await call('GET', '/v1/store-page', { token })).status !== 401) {
      assert.ok(Date.now() < end, 'the token is still good');
      await page.waitForTimeout(100);
    }
    await page.goto(origin + site.serve(element('store', ours.widgets.store, { 'embed-token': token }) + loader));
    await (await frameOf(page, '/store/')).waitForSelector('text=Sign in on this site to see this');
  });
});
