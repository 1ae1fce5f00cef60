import type { Instruction } from '../../dockerfile/model.ts';
import { isDefined, scopeAt, undefinedUses, type VariableUse } from '../../dockerfile/variables.ts';
import { PREDEFINED_ARGS } from '../../dockerfile/variable-scopes.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { baseDefines } from '../../images/base-environment.ts';
import { editDistance } from '../../text/nearest.ts';

/** What BuildKit itself looks at, beside what it hands to the build. */
const OF_BUILDKIT = ['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE'];
const OF_SHELLS = ['HOME', 'HOSTNAME', 'PWD', 'UID', 'USER'];

export default defineRule({
  id: 'undefined-variable',
  summary: 'Use variables that something defines',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['UndefinedVar'],
  presetOptions: { buildkit: { baseMayDefine: false } },

  options: {
    baseMayDefine: flag({
      about: 'Keep silent where the base image may define the variable, or the instruction copes with its absence.',
      default: true,
    }),
  },

  messages: {
    undefined: 'Nothing defines `${name}`, so it is empty here{hint}',
  },

  check({ text, globals, stages }, report, { baseMayDefine }) {
    // What these define is the business of arg-not-in-stage.
    const declared = globals.flatMap(({ declarations }) => declarations.map(({ name }) => name.text));
    const globalNames = new Set([...declared, ...PREDEFINED_ARGS]);
    for (const instruction of stages.flatMap(({ instructions }) => instructions)) {
      const uses = undefinedUses(instruction).filter(({ name }) => !OF_BUILDKIT.includes(name));
      for (const name of new Set(uses.map(use => use.name))) {
        const base = instruction.stage && baseDefines(instruction.stage, name);
        const meant = nearMiss(instruction, name);
        const same = uses.filter(use => use.name === name);
        const isLeft = globalNames.has(name) || isSetBy(instruction, name) || same.every(copesWithout);
        if (base === true || (baseMayDefine && (isLeft || (base === undefined && meant === undefined)))) continue;

        const [first] = same;
        if (first)
          report('undefined', {
            at: first.span,
            data: { name, hint: hint(name, meant) },
            fix: respelt(text, same, meant),
          });
      }
    }
  },
});

function hint(name: string, meant: string | undefined): string {
  if (meant !== undefined) return `; did you mean \`$${meant}\`?`;
  return OF_SHELLS.includes(name) ? ': only the shell of a RUN sets it.' : '.';
}

/** A list that is added to, and what the rule env-self-reference reports. */
function isSetBy(instruction: Instruction, name: string): boolean {
  return instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text === name);
}

/** `${NAME:-default}` and the like say what holds where the variable is not set. */
function copesWithout({ operator }: VariableUse): boolean {
  return operator !== undefined && /^:?[-+?]$/.test(operator);
}

/** Names that are compared; more are no file that people write. */
const MOST_NAMES = 500;
const SHORTEST = 4;
const LONG = 8;

/** A name that the file defines and that differs by a slip of the hand: letter case, or one letter (two in a long name), but no digit. */
function nearMiss(instruction: Instruction, name: string): string | undefined {
  const scope = scopeAt(instruction);
  if (name.length < SHORTEST) return undefined;
  const [wanted, limit] = [name.toUpperCase(), name.length < LONG ? 1 : 2];
  const digits = wanted.replace(/\D/g, '');
  return scope
    .names()
    .slice(0, MOST_NAMES)
    .filter(known => known.length >= SHORTEST && scope.get(known).kind !== 'predefined' && isDefined(scope.get(known)))
    .filter(known => known.replace(/\D/g, '') === digits && Math.abs(known.length - name.length) <= limit)
    .find(known => editDistance(known.toUpperCase(), wanted) <= limit);
}

function respelt(text: string, uses: readonly VariableUse[], meant: string | undefined): Fix | undefined {
  if (meant === undefined || uses.some(({ name, nameSpan }) => text.slice(...nameSpan) !== name)) return undefined;
  const edits = uses.map(({ nameSpan }) => ({ span: nameSpan, text: meant }));
  return { title: `Write ${meant}`, safety: 'safe', edits };
}
