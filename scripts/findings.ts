// Findings to read in their files: `npm run findings -- DIR --rule ID --sample 10`. The same seed draws the same ones.
import { codeFrame } from '../src/reporters/code-frame.ts';
import { PLAIN } from '../src/reporters/style.ts';
import { FOLDER_OPTIONS, lintedFolder, type Linted } from './linted.ts';
import { randomNumbers } from './mutate.ts';

const USAGE = `Name a folder of Dockerfiles: npm run findings -- DIR
  --rule ID       only this rule's
  --sample N      N of them, drawn by chance, one a file as long as there are files left (all)
  --seed N        others (1)
${FOLDER_OPTIONS}`;

const { files, option } = lintedFolder(USAGE);
const rule = option('rule');
const random = randomNumbers(Number(option('seed') ?? 1));

const found = files.flatMap(file =>
  file.findings.filter(finding => rule === undefined || finding.rule.id === rule).map(finding => ({ file, finding })),
);
for (const { file, finding } of drawn(Number(option('sample') ?? found.length))) show(file, finding);

function drawn(size: number): typeof found {
  const left = found.map(one => ({ one, key: random(2 ** 31) })).toSorted((a, b) => a.key - b.key);
  const seen = new Map<string, number>();
  const turn = ({ file }: (typeof found)[number]): number => {
    const count = seen.get(file.path) ?? 0;
    seen.set(file.path, count + 1);
    return count;
  };
  return left
    .map(({ one }) => ({ one, turn: turn(one) }))
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, size)
    .map(({ one }) => one);
}

function show(
  { path, dockerfile }: Linted,
  { rule: { id }, severity, message, at, fix }: Linted['findings'][number],
): void {
  const { line } = dockerfile.lines.position(at[0]);
  console.log(`${path}:${line} ${severity} ${id}: ${message}`);
  for (const row of codeFrame(dockerfile, at, { ...PLAIN, width: 160 }, 'red')) console.log(row);
  if (fix) console.log(`  ${fix.safety}: ${fix.title}`);
  console.log();
}
