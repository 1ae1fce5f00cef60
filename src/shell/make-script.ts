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

const statements = memoMap<Script, readonly ListItem[]>();

/** A script with its tree, where it is one of a shell that can be read. */
export function makeScript({ source, shell, shellFlags, origin, instruction, carrier }: ScriptParts): Script {
  const ast = isPosixLike(shell) ? parse(source.text) : undefined;
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
    errors: [],
  };
  if (ast === undefined) return script;
  const { commands, items, errors } = walkScript(script, ast);
  statements.set(script, items);
  return Object.assign(script, { commands, errors });
}

/** A script's own statements: `a && b; c` has three, a pipeline or an `if` is one. */
export function statementsOf(script: Script): readonly ListItem[] {
  return statements.get(script) ?? [];
}
