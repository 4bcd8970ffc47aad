// Builds dist/: page.js for the pages that the installation serves, rai-widget.iife.js for pages of partners,
// and a bundle per widget. No file may be larger than the budget.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

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

let tooLarge = false;
for (const file of readdirSync('dist').sort()) {
  const size = gzipSync(readFileSync(`dist/${file}`)).length;
  tooLarge ||= size > BUDGET;
  console.log(`${file.padEnd(26)} ${(size / 1024).toFixed(1).padStart(6)} KiB gzip`);
}
if (tooLarge) {
  console.error('A bundle is larger than 60 KiB');
  process.exit(1);
}
