// Times the linting of files that grow: `npm run bench:rules -- [repetitions]`. Where time is linear, four times as much takes four times as long.
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { lint } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { repeated, SHAPES } from '../test/support/repeated.ts';

const [repetitions = '500'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(repetitions)) {
  console.error('Say how often to repeat: npm run bench:rules -- 500');
  process.exit(2);
}

const ROUNDS = 3;
const SLOWEST = 3;
const configured = preset('strict', rules);
const invocation = invocationOn('2026-11-01');
const base = Number(repetitions);

console.log(`Node ${process.version}, ${rules.length} rules, processor time, the best of ${ROUNDS} rounds`);
for (const [name, shape] of Object.entries(SHAPES)) {
  const [once = 0, twice = 0, fourfold = 0] = [1, 2, 4].map(factor => best(repeated(shape, factor * base)));
  const text = repeated(shape, 4 * base);
  const times = [once, twice, fourfold].map(time => time.toFixed(0)).join(', ');
  const ratio = (fourfold / once).toFixed(1);
  console.log(`${name}: ${times} ms, ${ratio} times as long for four times as much (${text.split('\n').length} lines)`);
  console.log(`    ${slowest(text).join(', ')}`);
}

function best(text: string): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => spent(() => lint(text, configured, invocation))));
}

/** The rules that take longest; what several of them ask for counts for the first. */
function slowest(text: string): string[] {
  const dockerfile = parseDockerfile(text);
  return configured
    .map(({ rule }) => ({ id: rule.id, time: spent(() => rule.run(dockerfile, invocation)) }))
    .toSorted((a, b) => b.time - a.time)
    .slice(0, SLOWEST)
    .map(({ id, time }) => `${id} ${time.toFixed(0)} ms`);
}

/** Milliseconds of the processor: what else the machine does then matters less. */
function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
