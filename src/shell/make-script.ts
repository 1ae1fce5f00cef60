import { parse } from 'unbash';
import type { Instruction } from '../dockerfile/model.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { ListItem, Script, ScriptOrigin, ShellCommand, ShellName } from './model.ts';
import { walkScript } from './walk.ts';
import { isPosixLike } from './which-shell.ts';
import { memoMap } from '../text/memo-map.ts';

interface ScriptParts {
  readonly source: MappedText;
  readonly shell: ShellName;
  readonly shellFlags: readonly string[];
  readonly origin: ScriptOrigin;
  readonly instruction: Instruction;
  readonly carrier?: ShellCommand;
}

/** unbash takes time with each level of quoted substitutions, and bounds their depth near this one. */
const DEEPEST = 200;

const statements = memoMap<Script, readonly ListItem[]>();

/** A script with its tree, where it is one of a shell that can be read. */
export function makeScript({ source, shell, shellFlags, origin, instruction, carrier }: ScriptParts): Script {
  const tooDeep = isPosixLike(shell) ? tooDeepAt(source.text) : undefined;
  const ast = isPosixLike(shell) && tooDeep === undefined ? parse(source.text) : undefined;
  // Its commands know the script, so they come when it is there. Getters would do, but make an object slow to read.
  const script: { -readonly [Name in keyof Script]: Script[Name] } = {
    source,
    shell,
    shellFlags,
    origin,
    instruction,
    carrier,
    isHeredoc: origin === 'heredoc',
    ast,
    commands: [],
    errors:
      tooDeep === undefined
        ? []
        : [{ message: 'substitutions are nested too deeply', span: source.sourceSpan([tooDeep, tooDeep + 3]) }],
  };
  if (ast === undefined) return script;
  const { commands, items, errors } = walkScript(script, ast);
  statements.set(script, items);
  return Object.assign(script, { commands, errors });
}

/** Where `"$(` is nested too deeply; undefined where it is not. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/"\$\(|\)"/g)) {
    depth = mark === ')"' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

/** A script's own statements: `a && b; c` has three, a pipeline or an `if` is one. */
export function statementsOf(script: Script): readonly ListItem[] {
  return statements.get(script) ?? [];
}
