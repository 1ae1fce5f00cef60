import { parse, type ParsedScript } from 'unbash';
import type { Instruction } from '../dockerfile/model.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { ListItem, Script, ScriptOrigin, ShellCommand, ShellName } from './model.ts';
import { walkScript, type Walked } from './walk.ts';
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

const nothing: Walked = { commands: [], items: [], errors: [] };
const walks = memoMap<Script, () => Walked>();

/** A script whose tree, commands and errors are worked out when they are first asked for. */
export function makeScript(parts: ScriptParts): Script {
  let ast: ParsedScript | undefined;
  let walked: Walked | undefined;
  const tree = (): ParsedScript | undefined => {
    if (isPosixLike(parts.shell)) ast ??= parse(parts.source.text);
    return ast;
  };
  const walk = (): Walked => {
    if (walked !== undefined) return walked;
    const root = tree();
    walked = root === undefined ? nothing : walkScript(script, root);
    return walked;
  };
  const script: Script = {
    ...parts,
    carrier: parts.carrier,
    isHeredoc: parts.origin === 'heredoc',
    get ast() {
      return tree();
    },
    get commands() {
      return walk().commands;
    },
    get errors() {
      return walk().errors;
    },
  };
  walks.set(script, walk);
  return script;
}

/** A script's own statements: `a && b; c` has three, a pipeline or an `if` is one. */
export function statementsOf(script: Script): readonly ListItem[] {
  return walks.get(script)?.().items ?? [];
}
