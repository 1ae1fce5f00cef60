// Proves that no regular expression of src takes more than linear time: `npm run regexes -- [FILE…]`. Says file, line and a text
// that takes long for each that may; exits 1 where there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { check } from 'recheck';
import { parseSync, Visitor } from 'rolldown/utils';
import { linesOf } from '../src/text/lines.ts';

interface Regex {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const ROOT = process.cwd();
const MILLISECONDS_EACH = 60_000;

const files = process.argv.length > 2 ? process.argv.slice(2) : sources(join(ROOT, 'src'));
const written = files.flatMap(literalsIn);
const regexes = written.filter(({ source }) => /[*+{]/.test(source));

let faults = 0;
let next = 0;
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`${written.length} regular expressions, ${regexes.length} with a repetition, ${faults} not linear`);
process.exitCode = faults === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let regex = regexes[next++]; regex !== undefined; regex = regexes[next++]) {
    const fault = await faultOf(regex);
    if (fault === undefined) continue;
    faults++;
    console.log(`${regex.place} /${regex.source}/${regex.flags}\n    ${fault}`);
  }
}

async function faultOf({ source, flags }: Regex): Promise<string | undefined> {
  const verdict = await check(source, flags, { timeout: MILLISECONDS_EACH });
  if (verdict.status === 'safe') return undefined;
  if (verdict.status === 'unknown') return `cannot be proven linear: ${verdict.error.kind}`;
  return `${verdict.complexity.summary}: ${verdict.attack.pattern}`;
}

function literalsIn(file: string): readonly Regex[] {
  const text = readFileSync(file, 'utf8');
  const lines = linesOf(text);
  const found: Regex[] = [];
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const place = `${relative(ROOT, file)}:${lines.position(node.start).line}`;
      found.push({ place, source: node.regex.pattern, flags: node.regex.flags });
    },
  }).visit(parseSync(file, text).program);
  return found;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file));
}
