// Takes out of dist/types what no entry of the package leads to: the compiler writes a file for every module.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = process.argv[2] ?? 'dist/types';
const kept = new Set();
const waiting = ['index.d.ts', 'browser.d.ts', 'rule-tester.d.ts'].map(name => join(root, name));
while (waiting.length > 0) {
  const file = waiting.pop();
  if (kept.has(file) || !existsSync(file)) continue;
  kept.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, target] of text.matchAll(/(?:from|import\() ?['"](\.{1,2}\/[^'"]+)\.[jt]s['"]/g))
    waiting.push(join(dirname(file), `${target}.d.ts`));
}
for (const name of readdirSync(root, { recursive: true })) {
  const file = join(root, name);
  if (file.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
}
