import type { ArgInstruction, Dockerfile, Instruction, Word } from '../dockerfile/model.ts';
import { expand } from '../dockerfile/variables.ts';
import { isVolatile } from '../text/volatile-names.ts';
import type { ShellCommand } from './model.ts';
import { steadyStep } from './steady-steps.ts';

/** The variables of an ARG that are given anew with each build. */
export function volatileNames(
  { globals }: Dockerfile,
  arg: ArgInstruction,
): readonly { readonly name: string; readonly word: Word }[] {
  return arg.declarations.flatMap(({ name: word, value }) => {
    const name = word.text;
    if (!isVolatile(name, undefined)) return [];
    const global = globals.findLast(({ declarations }) => declarations.some(one => one.name.text === name));
    const inherited = global?.declarations.find(one => one.name.text === name)?.value;
    const fallback =
      value !== undefined
        ? expand(arg, value).value
        : global !== undefined && inherited !== undefined
          ? expand(global, inherited).value
          : '';
    return fallback !== undefined && isVolatile(name, fallback) ? { name, word } : [];
  });
}

/** What stands behind an instruction up to the first that may use one of its variables. */
export interface FollowingSteps {
  /** The first command of these that takes long. */
  readonly costly: ShellCommand | undefined;
  /** The last RUN with such a command. */
  readonly last: Instruction | undefined;
  /** The first instruction that uses a variable, or may, being unknown; undefined where none does. */
  readonly next: Instruction | undefined;
  /** True where all that is installed in between are packages of the distribution. */
  readonly isSystem: boolean;
}

/** Of the stage's steps behind an instruction, those that surely do not use these variables. */
export function followingSteps(
  { text }: Dockerfile,
  instruction: Instruction,
  names: readonly string[],
): FollowingSteps {
  let found: FollowingSteps = { costly: undefined, last: undefined, next: undefined, isSystem: true };
  const behind = instruction.stage?.instructions.filter(({ index }) => index > instruction.index) ?? [];
  for (const next of behind) {
    const step = next.keyword === 'RUN' ? steadyStep(next) : undefined;
    const isOpaque = next.keyword === 'ONBUILD' || next.keyword === 'UNKNOWN' || (next.keyword === 'RUN' && !step);
    if (isOpaque || mentions(text.slice(...next.span), names)) return { ...found, next };
    if (step === undefined) continue;
    found = {
      ...found,
      costly: found.costly ?? step.costly,
      last: step.costly === undefined ? found.last : next,
      isSystem: found.isSystem && step.isSystem,
    };
  }
  return found;
}

function mentions(text: string, names: readonly string[]): boolean {
  const words = new Set(text.match(/\w+/g));
  return names.some(name => words.has(name));
}
