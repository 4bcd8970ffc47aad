import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser on the PATH, or null. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable) ?? null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser that blocks third-party cookies and takes every host below .test for this machine. */
export async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'widgets-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 1, block_third_party_cookies: true } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--host-resolver-rules=MAP *.test 127.0.0.1', '--disable-dev-shm-usage'],
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  context.setDefaultTimeout(20_000);
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A site of somebody else: the pages that a test gives it. */
export async function openSite() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url);
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html;charset=utf-8' });
    response.end(page ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  let count = 0;
  return {
    origin: (name) => `http://${name}.test:${port}`,
    /** The same as a page with TLS: browsers trust hosts below localhost. */
    secureOrigin: (name) => `http://${name}.localhost:${port}`,
    /** The path of a page with this body. */
    serve(body) {
      const path = `/${(count += 1)}`;
      const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
      pages.set(path, `<!doctype html><html lang="en"><head>${head}<title>Partner</title></head><body>${body}</body></html>`);
      return path;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The frame of a page whose address has this in it. */
export async function frameOf(page, part, timeout = 20_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const frame = page.frames().find((one) => one.url().includes(part));
    if (frame) return frame;
    if (Date.now() > end) throw new Error(`No frame with ${part} in ${page.frames().map((one) => one.url())}`);
    await page.waitForTimeout(50);
  }
}
