// How quiet the preset `recommended` is: `npm run quiet -- DIR` counts the findings in every file of DIR.
import { FOLDER_OPTIONS, lintedFolder } from './linted.ts';

const USAGE = `Name a folder of Dockerfiles: npm run quiet -- DIR
${FOLDER_OPTIONS}`;

const { files } = lintedFolder(USAGE);
const counts = files.map(({ findings }) => findings.length).toSorted((a, b) => a - b);
const total = counts.reduce((sum, count) => sum + count, 0);
const clean = counts.filter(count => count === 0).length;
const at = (share: number): number => counts[Math.floor(counts.length * share)] ?? 0;

console.log(`${counts.length} files, ${total} findings`);
console.log(
  `median ${at(0.5)}, mean ${(total / Math.max(1, counts.length)).toFixed(2)}, nine in ten have at most ${at(0.9)}`,
);
console.log(`clean: ${clean}, ${((100 * clean) / Math.max(1, counts.length)).toFixed(1)} %\n`);

const rows = new Map<string, { readonly name: string; findings: number; files: number }>();
for (const { findings } of files) {
  const here = new Set<string>();
  for (const { rule, severity } of findings) {
    const row = rows.get(rule.id) ?? { name: `${rule.id} (${severity})`, findings: 0, files: 0 };
    rows.set(rule.id, row);
    row.findings++;
    if (!here.has(rule.id)) row.files++;
    here.add(rule.id);
  }
}
for (const { name, ...row } of Array.from(rows.values()).toSorted((a, b) => b.findings - a.findings)) {
  console.log(`${String(row.findings).padStart(5)} in ${String(row.files).padStart(4)} files  ${name}`);
}
