// Builds and runs fixture apps before and after `optimize`, and writes the table of docs/evidence.md: `npm run lab`, or
// `npm run lab -- APP…` for some of them, with what the lab remembers of the others. Exits 1 where a rewritten image falls short.
import { readFileSync, writeFileSync } from 'node:fs';
import { APPS } from '../test/lab/apps.ts';
import { assemble } from '../test/lab/assemble.ts';
import { BASE_IMAGES } from '../test/lab/base-images.ts';
import { withTable } from '../test/lab/evidence.ts';
import { lacking, prepareStore } from '../test/lab/machine.ts';
import { MissingToolchain } from '../test/lab/toolchains.ts';
import { faults, remember, remembered, tryApp } from '../test/lab/trial.ts';

const PAGE = 'docs/evidence.md';

const missing = lacking();
if (missing.length > 0) {
  console.error(`The lab needs root on Debian and some packages; here is no ${missing.join(', ')}.`);
  process.exit(2);
}
const names = process.argv.slice(2);
const unknown = names.filter(name => !APPS.some(app => app.name === name));
if (unknown.length > 0) {
  console.error(`No such app: ${unknown.join(', ')}. There are ${APPS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

prepareStore();
for (const image of BASE_IMAGES) {
  try {
    if (assemble(image)) console.log(`put together: ${image.names[0]}`);
  } catch (error) {
    const reason = error instanceof MissingToolchain ? `there is no ${error.message}` : String(error);
    console.log(`left out: ${image.names[0]}: ${reason}`);
  }
}

for (const app of APPS) {
  if (names.length > 0 && !names.includes(app.name)) continue;
  const trial = tryApp(app);
  remember(trial);
  writePage();
  console.log(`${app.name}: ${faults(trial).join('; ') || 'works'}`);
}

const trials = APPS.flatMap(({ name }) => remembered(name));
console.log(writePage());
process.exitCode = trials.every(trial => faults(trial).length === 0) ? 0 : 1;

function writePage(): string {
  const page = withTable(
    readFileSync(PAGE, 'utf8'),
    APPS.flatMap(({ name }) => remembered(name)),
  );
  writeFileSync(PAGE, page.text);
  return page.table;
}
