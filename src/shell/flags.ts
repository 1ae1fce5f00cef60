import type { ShellWord } from './model.ts';
import type { FlagSpec } from './managers/manager.ts';

/** One flag on a command line; letters given together (`-yqq`) are a flag each. */
export interface CommandFlag {
  /** With its dashes: `-y`, `--no-cache`. */
  readonly name: string;
  /** Without quotes; undefined where it has none. Expansions stand as written. */
  readonly value: string | undefined;
  /** The word that it stands in. */
  readonly word: ShellWord;
  /** The word of its value where that is one of its own. */
  readonly valueWord: ShellWord | undefined;
}

/** How a program reads its flags. */
export interface FlagSyntax {
  /** Flags that take the next word where no value is attached. */
  readonly valueFlags: readonly string[];
  /** `-name` is one flag, not letters in a row. */
  readonly longFlags?: boolean;
  /** The words behind `--` are for another program. */
  readonly dropsRest?: boolean;
}

export interface ParsedArguments {
  readonly flags: readonly CommandFlag[];
  /** The words that are neither flags nor their values, nor `--`. */
  readonly operands: readonly ShellWord[];
}

/** Sorts a command's arguments into flags and operands, as getopt does: flags may stand behind operands, up to `--`. */
export function parseArguments(words: readonly ShellWord[], syntax: FlagSyntax): ParsedArguments {
  const flags: CommandFlag[] = [];
  const operands: ShellWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    const text = word.unquoted;
    if (text === '--') {
      return { flags, operands: syntax.dropsRest === true ? operands : [...operands, ...words.slice(index + 1)] };
    }
    if (!text.startsWith('-') || text === '-') operands.push(word);
    else if (takeFlags(word, text, words[index + 1], syntax, flags)) index++;
  }
  return { flags, operands };
}

/** Adds the flags of one word; true where the last of them takes the next word as its value. */
function takeFlags(
  word: ShellWord,
  text: string,
  next: ShellWord | undefined,
  { valueFlags, longFlags = false }: FlagSyntax,
  flags: CommandFlag[],
): boolean {
  if (text.startsWith('--') || longFlags) {
    const equals = longFlags ? text.search(/[=:]/) : text.indexOf('=');
    if (equals !== -1) {
      flags.push({ name: text.slice(0, equals), value: text.slice(equals + 1), word, valueWord: undefined });
      return false;
    }
    const takesNext = next !== undefined && valueFlags.includes(text);
    flags.push({
      name: text,
      value: takesNext ? next.unquoted : undefined,
      word,
      valueWord: takesNext ? next : undefined,
    });
    return takesNext;
  }

  for (let at = 1; at < text.length; at++) {
    const name = `-${text[at] ?? ''}`;
    const rest = text.slice(at + 1);
    if (valueFlags.includes(name)) {
      const takesNext = rest === '' && next !== undefined;
      const value = takesNext ? next.unquoted : rest.replace(/^=/, '');
      flags.push({ name, value, word, valueWord: takesNext ? next : undefined });
      return takesNext;
    }
    if (rest.startsWith('=')) {
      flags.push({ name, value: rest.slice(1), word, valueWord: undefined });
      return false;
    }
    flags.push({ name, value: undefined, word, valueWord: undefined });
  }
  return false;
}

/** The first flag that one of the specifications means. `-qq` means `-q` given twice. */
export function findFlag(flags: readonly CommandFlag[], specs: readonly FlagSpec[]): CommandFlag | undefined {
  for (const spec of specs) {
    const found =
      typeof spec === 'string'
        ? named(flags, spec)
        : flags.find(flag => flag.name === spec.flag && spec.value.test(flag.value ?? ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

const SWITCHED_OFF = /^(?:0|false|no|off)$/i;

function named(flags: readonly CommandFlag[], name: string): CommandFlag | undefined {
  if (/^-(\w)\1$/.test(name)) return flags.filter(flag => flag.name === name.slice(0, 2))[1];
  return flags.find(flag => flag.name === name && !(name.startsWith('--') && SWITCHED_OFF.test(flag.value ?? '')));
}
