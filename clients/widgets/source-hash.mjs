import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';

/** The hash of what dist/ is built from, as dev/sandbox/build computes it too. */
export function sourceHash() {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  const hash = createHash('sha256');
  for (const file of [...files, 'build.mjs', 'package-lock.json'].sort()) hash.update(readFileSync(file));
  return hash.digest('hex');
}
