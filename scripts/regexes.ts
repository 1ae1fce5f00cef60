// Looks for regular expressions of src that take more than linear time: `npm run regexes -- [FILE…]`. Names file, line and a text that
// takes long; exits 1 where there is one.
import { check, type Parameters } from 'recheck';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
import { linesOf } from '../src/text/lines.ts';

interface Regex {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const ROOT = process.cwd();
const PATIENCE: Parameters = { timeout: 60_000 };
/** The fuzzer takes a clock that ran out for a hit, so a busy machine makes it see ghosts: it gets ten times as long. */
const MORE_PATIENCE: Parameters = { timeout: 120_000, attackTimeout: 10_000, incubationTimeout: 2500 };

const files = process.argv.slice(2);
const written = (files.length > 0 ? files : sources(join(ROOT, 'src'))).flatMap(literalsIn);
const all = files.length > 0 ? written : [...written, ...(await builtWhileLoading())];
const repeating = all.filter(({ source }) => /[*+{]/.test(source));

// Where its program ends early, recheck's promises stay open, and Node.js leaves with a code of its own and no word.
let isDone = false;
process.on('exit', () => {
  if (!isDone) console.error('recheck ended before it had looked at all: run it again');
});

let faults = 0;
const suspects = await suspicious(repeating);
for (const { place, source, flags } of suspects) {
  const fault = await faultOf(source, flags, MORE_PATIENCE);
  if (fault === undefined) continue;
  faults++;
  console.log(`${place}: /${source}/${flags}\n    ${fault}`);
}
console.log(`${all.length} regular expressions, ${repeating.length} with a repetition, ${faults} not linear`);
process.exitCode = faults === 0 ? 0 : 1;
isDone = true;

async function suspicious(regexes: readonly Regex[]): Promise<readonly Regex[]> {
  const found: Regex[] = [];
  const queue = regexes.values();
  const work = async (): Promise<void> => {
    for (const regex of queue) {
      if ((await faultOf(regex.source, regex.flags, PATIENCE)) !== undefined) found.push(regex);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

async function faultOf(source: string, flags: string, patience: Parameters): Promise<string | undefined> {
  const verdict = await check(source, flags, patience);
  if (verdict.status === 'safe') return undefined;
  if (verdict.status === 'unknown') return `cannot be shown to be linear: ${verdict.error.kind}`;
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

/** What modules of src hand to `new RegExp` while they load. */
async function builtWhileLoading(): Promise<readonly Regex[]> {
  const found: Regex[] = [];
  const original = RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args) {
      const made: RegExp = Reflect.construct(target, args);
      // Modules of src are in the same bundle as this script, libraries are not.
      const isOurs = new Error().stack?.split('\n')[2]?.includes(import.meta.filename) === true;
      if (isOurs) found.push({ place: 'src, new RegExp', source: made.source, flags: made.flags });
      return made;
    },
  });
  await import('../src/index.ts');
  globalThis.RegExp = original;
  return found;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file));
}
