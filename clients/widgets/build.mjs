// Builds dist/: page.js for the pages that the installation serves, rai-widget.iife.js for pages of partners,
// and a bundle per widget. No file may be larger than the budget. dist/built-from tells whether dist/ is of these sources.
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

import { sourceHash } from './source-hash.mjs';

const BUDGET = 60 * 1024;
const bundles = {
  store: 'RaiStoreWidget',
  channel: 'RaiChannelWidget',
  social: 'RaiSocialWidget',
  milestone: 'RaiMilestoneWidget',
  'currency-view': 'RaiCurrencyWidget',
  'referral-conditions': 'RaiReferralWidget',
  custom: 'RaiCustomWidget',
  leaderboard: 'RaiLeaderboardWidget',
  streak: 'RaiStreakWidget',
  wheel: 'RaiWheelWidget',
};

const library = (entry, fileName, format, name) =>
  build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      emptyOutDir: false,
      outDir: 'dist',
      lib: { entry, name, formats: [format], fileName: () => fileName },
    },
  });

rmSync('dist', { recursive: true, force: true });
for (const [type, name] of Object.entries(bundles)) {
  await library(`src/bundles/${type}.ts`, `${type}.js`, 'iife', name);
}
await library('src/embed/script.ts', 'rai-widget.iife.js', 'iife', 'RaiWidget');
await library('src/embed/page.ts', 'page.js', 'es');

const notice = '/*! with lit, Copyright Google LLC, BSD-3-Clause: lit-LICENSE.txt */\n';
copyFileSync('node_modules/lit/LICENSE', 'dist/lit-LICENSE.txt');

// Pages of partners may have another encoding than UTF-8, which a classic script takes over.
for (const file of readdirSync('dist').filter((name) => name.endsWith('.js'))) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(`dist/${file}`, notice + readFileSync(`dist/${file}`, 'utf8').replace(/[^\x00-\x7f]/g, escaped));
}
writeFileSync('dist/built-from', `${sourceHash()}\n`);

let tooLarge = false;
for (const file of readdirSync('dist').filter((name) => name.endsWith('.js')).sort()) {
  const size = gzipSync(readFileSync(`dist/${file}`)).length;
  tooLarge ||= size > BUDGET;
  console.log(`${file.padEnd(26)} ${(size / 1024).toFixed(1).padStart(6)} KiB gzip`);
}
if (tooLarge) {
  console.error('A bundle is larger than 60 KiB');
  process.exit(1);
}
