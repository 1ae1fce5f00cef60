import type { ShellAssignment, ShellCommand, ShellWord } from './model.ts';
import { programName } from './words.ts';
import { WRAPPERS, type Wrapper } from './wrappers.ts';

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

/** Takes `sudo`, `env`, `xargs` and the like off a command, outermost first. */
export function takeWrappers(command: ShellCommand): ShellCommand {
  const { words } = command;
  if (wrapperOf(command.name) === undefined) return command;
  const wrappers: ShellCommand[] = [];
  const assignments: ShellAssignment[] = [...command.assignments];
  let start = 0;
  let { name } = command;
  for (let wrapper = wrapperOf(name); wrapper !== undefined; wrapper = wrapperOf(name)) {
    const end = endOfOwnWords(words, start, wrapper);
    if (end === undefined) break;
    const own = words.slice(start, end);
    if (wrapper.assignments) assignments.push(...own.slice(1).flatMap(assigned));
    wrappers.push({
      ...command,
      name,
      words: own,
      assignments: [],
      redirects: [],
      span: spanOf(own),
      place: undefined,
    });
    start = end;
    const program = words[start];
    name = program && programName(program);
  }
  return { ...command, name, words: words.slice(start), wrappers, assignments };
}

function wrapperOf(name: string | undefined): Wrapper | undefined {
  return name === undefined ? undefined : WRAPPERS.get(name);
}

/** Where the wrapped command begins; undefined where the wrapper runs none. */
function endOfOwnWords(words: readonly ShellWord[], start: number, wrapper: Wrapper): number | undefined {
  let { operands } = wrapper;
  let endOfFlags = false;
  for (let index = start + 1; index < words.length; index++) {
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
