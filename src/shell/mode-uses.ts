import { flagWord } from '../dockerfile/word-span.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Span } from '../text/span.ts';
import { commandsOf } from './commands.ts';
import { parseArguments } from './flags.ts';
import { parseMode, type Mode } from './modes.ts';
import type { ShellCommand, ShellWord } from './model.ts';

/** A mode that an instruction gives to files. */
export interface ModeUse {
  readonly mode: Mode;
  /** As written: `777`, `u+s`. */
  readonly text: string;
  readonly at: Span;
  /** What it is given to, as written. */
  readonly targets: readonly string[];
}

/** The modes that chmod, `install -m`, `mkdir -m` and the `--chmod` of COPY and ADD give; what hangs on a variable is left out. */
export function modesGiven(instruction: Instruction): readonly ModeUse[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const flag = instruction.flags.find(({ name }) => name === 'chmod');
    const word = flag && flagWord(flag);
    const to = instruction.destination?.text ?? '';
    const isInto = /(?:^|\/)\.{0,2}$/.test(to);
    const targets = isInto ? instruction.sources.map(({ text }) => text) : [to];
    return word === undefined ? [] : useOf(word.text, word.span, targets);
  }
  return commandsOf(instruction).flatMap(command => modesOf(command));
}

function modesOf({ name, words }: ShellCommand): readonly ModeUse[] {
  if (name === 'chmod') return ofChmod(words.slice(1));
  if (name !== 'install' && name !== 'mkdir') return name === 'find' ? ofFind(words) : [];
  const valueFlags =
    name === 'mkdir' ? ['-m', '--mode'] : ['-m', '--mode', '-o', '--owner', '-g', '--group', '-t', '-S'];
  const { flags, operands } = parseArguments(words.slice(1), { valueFlags });
  const flag = flags.find(found => found.name === '-m' || found.name === '--mode');
  const at = flag?.valueWord ?? flag?.word;
  return flag?.value === undefined || at === undefined ? [] : useOf(flag.value, at.span, textsOf(operands));
}

function ofChmod(words: readonly ShellWord[]): readonly ModeUse[] {
  // `-x` and `-w` are modes, not flags.
  const rest = words.filter(({ unquoted }) => !/^-(?:[RfvcHLP]+|-.*)$/.test(unquoted));
  const [mode, ...targets] = rest;
  return mode?.value === undefined ? [] : useOf(mode.value, mode.span, textsOf(targets));
}

/** `find … -exec chmod MODE {} +`. */
function ofFind(words: readonly ShellWord[]): readonly ModeUse[] {
  return words.flatMap((word, index) => {
    const isRun = word.value === 'chmod' && /^-(?:exec|ok)(?:dir)?$/.test(words[index - 1]?.value ?? '');
    return isRun ? ofChmod(words.slice(index + 1)) : [];
  });
}

function useOf(text: string, at: Span, targets: readonly string[]): readonly ModeUse[] {
  const mode = parseMode(text);
  return mode === undefined ? [] : [{ mode, text, at, targets }];
}

function textsOf(words: readonly ShellWord[]): readonly string[] {
  return words.map(({ unquoted }) => unquoted);
}
