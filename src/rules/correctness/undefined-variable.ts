import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
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

  check(dockerfile, report, { baseMayDefine }) {
    const { text, globals, stages } = dockerfile;
    const nearMiss = nearMisses(dockerfile);
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

/** Names that are compared; more are no file that people write, and an editor may then compare others. */
const MOST_NAMES = 500;
const SHORTEST = 4;
const LONG = 8;

type NearMiss = (instruction: Instruction, name: string) => string | undefined;

/** Finds a name that the file defines and that differs by a slip of the hand. */
function nearMisses(dockerfile: Dockerfile): NearMiss {
  const names = [...new Set(dockerfile.instructions.flatMap(definedNames))].slice(0, MOST_NAMES);
  const similar = new Map<string, readonly string[]>();
  return (instruction, name) => {
    const known = similar.get(name) ?? names.filter(other => isNear(other, name));
    similar.set(name, known);
    const scope = scopeAt(instruction);
    return known.find(other => scope.get(other).kind !== 'predefined' && isDefined(scope.get(other)));
  };
}

function definedNames(instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'ARG') return instruction.declarations.map(({ name }) => name.text);
  return instruction.keyword === 'ENV' ? instruction.pairs.map(({ key }) => key.text) : [];
}

/** True where letter case differs, or one letter (two in a long name), but no digit. */
function isNear(other: string, name: string): boolean {
  if (name.length < SHORTEST || other.length < SHORTEST) return false;
  const limit = name.length < LONG ? 1 : 2;
  if (Math.abs(other.length - name.length) > limit || other.replace(/\D/g, '') !== name.replace(/\D/g, ''))
    return false;
  return editDistance(other.toUpperCase(), name.toUpperCase()) <= limit;
}

function respelt(text: string, uses: readonly VariableUse[], meant: string | undefined): Fix | undefined {
  if (meant === undefined || uses.some(({ name, nameSpan }) => text.slice(...nameSpan) !== name)) return undefined;
  const edits = uses.map(({ nameSpan }) => ({ span: nameSpan, text: meant }));
  return { title: `Write ${meant}`, safety: 'safe', edits };
}
