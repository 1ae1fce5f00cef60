import type { ShellAssignment, ShellCommand, ShellWord } from './model.ts';
import { programName } from './words.ts';
import { WRAPPERS, type Wrapper } from './wrappers.ts';

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

/** Takes `sudo`, `env`, `xargs` and the like off a command, outermost first. */
export function takeWrappers(command: ShellCommand): ShellCommand {
  const wrappers: ShellCommand[] = [];
  const assignments: ShellAssignment[] = [...command.assignments];
  let { words, name } = command;
  for (let wrapper = wrapperOf(name); wrapper !== undefined; wrapper = wrapperOf(name)) {
    const end = ownWords(words, wrapper);
    if (end === undefined) break;
    const own = words.slice(0, end);
    if (wrapper.assignments) assignments.push(...own.slice(1).flatMap(assigned));
    wrappers.push({ ...command, name, words: own, wrappers: [], assignments: [], redirects: [], span: spanOf(own) });
    words = words.slice(end);
    const [program] = words;
    name = program && programName(program);
  }
  return wrappers.length === 0 ? command : { ...command, name, words, wrappers, assignments };
}

function wrapperOf(name: string | undefined): Wrapper | undefined {
  return name === undefined ? undefined : WRAPPERS.get(name);
}

/** How many words are the wrapper's own; undefined where it runs no command. */
function ownWords(words: readonly ShellWord[], wrapper: Wrapper): number | undefined {
  let { operands } = wrapper;
  let endOfFlags = false;
  for (let index = 1; index < words.length; index++) {
    const text = words[index]?.unquoted ?? '';
    if (!endOfFlags && text === '--') endOfFlags = true;
    else if (!endOfFlags && text.length > 1 && text.startsWith('-')) {
      if (wrapper.queries.includes(text)) return undefined;
      if (wrapper.valueFlags.includes(text)) index++;
    } else if (wrapper.assignments && ASSIGNMENT.test(text)) continue;
    else if (operands > 0) operands--;
    else return index;
  }
  return undefined;
}

function assigned(word: ShellWord): ShellAssignment[] {
  const [prefix, name] = ASSIGNMENT.exec(word.unquoted) ?? [];
  if (prefix === undefined || name === undefined) return [];
  return [{ name, value: word.value?.slice(prefix.length), span: word.span }];
}

function spanOf(words: readonly ShellWord[]): ShellCommand['span'] {
  return [words[0]?.span[0] ?? 0, words.at(-1)?.span[1] ?? 0];
}
