import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { findChromium, openBrowser, openSite } from './support/browser.mjs';
import { community, demo, furnish } from './support/sandbox.mjs';
import { createWidget, createWidgets, signIn } from './support/widgets.mjs';

const skip = findChromium() ? false : 'Skipped: there is no Chromium on the PATH';
const text = readFileSync('../../docs/widgets.md', 'utf8');
const blocks = (language) => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map((match) => match[1]);
const here = (code) => code.replaceAll('https://regulars.example.com', demo.gateway);

describe('the examples of docs/widgets.md', { skip }, () => {
  let browser, site, origin, page, seen, values;

  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), openSite()]);
    origin = site.origin('partner');
    seen = await furnish();
    const { widgets, key } = await createWidgets(origin, seen.board._id);
    process.env.RAI_ACCESS_ID = key.accessId;
    process.env.RAI_ACCESS_KEY = key.accessKey;
    const [server] = blocks('js');
    const { embedToken } = await import(`data:text/javascript,${encodeURIComponent(here(server))}`);
    values = {
      PUBLIC_WIDGET_ID: await createWidget({ type: 'store', auth: 'attribute', origins: [origin] }),
      TOKEN_WIDGET_ID: await createWidget({ type: 'store', auth: 'token', origins: [origin] }),
      WIDGET_ID: widgets.store,
      COMMUNITY_ID: community,
      EMBED_TOKEN: await embedToken(demo.member.email),
      SIGN_IN_TOKEN: await signIn(),
    };
    page = await browser.context.newPage();
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  blocks('html').forEach((block, index) => {
    it(`number ${index + 1} shows the store`, async () => {
      const filled = Object.entries(values).reduce((code, [name, value]) => code.replaceAll(name, value), here(block));
      await page.goto(origin + site.serve(filled));
      const end = Date.now() + 20_000;
      for (;;) {
        const shown = await Promise.all(
          page.frames().map((frame) => frame.locator(`text=Coffee ${seen.mark}`).count().catch(() => 0)),
        );
        if (shown.some((count) => count > 0)) break;
        assert.ok(Date.now() < end, filled);
        await page.waitForTimeout(50);
      }
    });
  });
});
