import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { findChromium, frameOf, openBrowser, openSite } from './support/browser.mjs';
import { furnish } from './support/sandbox.mjs';
import { createWidgets, element, embedToken, loader, TAGS } from './support/widgets.mjs';

const skip = findChromium() ? false : 'Skipped: there is no Chromium on the PATH';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.SCREENSHOTS;

/** Width, theme, language. */
const LOOKS = [
  [1280, 'light', 'en'],
  [1280, 'dark', 'en'],
  [360, 'light', 'ar'],
  [360, 'dark', 'en'],
];

describe('looks of widgets', { skip, concurrency: 2 }, () => {
  let browser, site, origin, ours, token;

  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), openSite()]);
    origin = site.origin('partner');
    const { board } = await furnish();
    ours = await createWidgets(origin, board._id);
    token = await embedToken(ours.key);
    if (pictures) mkdirSync(pictures, { recursive: true });
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const type of Object.keys(TAGS).filter((type) => type !== 'custom')) {
    it(`${type} has no serious finding of axe and fits`, async () => {
      const page = await browser.context.newPage();
      for (const [width, theme, language] of LOOKS) {
        await page.setViewportSize({ width, height: 800 });
        const attributes = { 'embed-token': token, theme, language, height: '900px' };
        await page.goto(origin + site.serve(element(type, ours.widgets[type], attributes) + loader));
        const frame = await frameOf(page, `/${type}/`);
        await frame.waitForSelector('.rai-content[aria-busy=false]');
        assert.equal(await frame.locator('.rai-state').count(), 0, 'it shows data');
        if (pictures) {
          await page.locator(TAGS[type]).screenshot({ path: `${pictures}/${type}-${width}-${theme}-${language}.png` });
        }
        const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${width} px: ${overflow} px too wide`);
        assert.deepEqual(await findings(frame), [], `${width} ${theme} ${language}`);
      }
      await page.close();
    });
  }

  async function findings(frame) {
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate(() => axe.run('.rai-widget-root'));
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  }
});
