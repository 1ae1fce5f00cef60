import type { Span } from '../text/span.ts';
import { fileOf } from './build-file.ts';
import type { FromInstruction, Heredoc, Instruction, Word } from './model.ts';
import { expandedWords } from './problems/expanded-words.ts';
import { lexWord, type LexError, type LexOptions } from './shell-lex.ts';
import { bindingOf, namesIn, type Variables, variablesAt } from './variable-scopes.ts';
import { flagWord, spanInWord } from './word-span.ts';
import { memoMap } from '../text/memo-map.ts';

/** What a word comes to at an instruction, by BuildKit's rules. */
export interface Expansion {
  /** The value without quotes; undefined where it hangs on a variable whose value cannot be known here. */
  readonly value: string | undefined;
  /** False where a `--build-arg` may change the value: it goes through the default of an ARG. */
  readonly certain: boolean;
  /** In the order of the text, those inside the operands of others included. */
  readonly uses: readonly VariableUse[];
  /** Why BuildKit stops at this word. */
  readonly error: LexError | undefined;
}

/** One `$name` or `${name…}` in a word. */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/`, `//`, or undefined for the plain form. */
  readonly operator: string | undefined;
  readonly definition: Definition;
}

/**
 * Where a variable comes from: an ARG, an ENV, Docker's own (TARGETARCH once declared, HTTP_PROXY, PATH…),
 * `base` where it is not defined here but the base image may define it, `undefined` where nothing can.
 * The value is undefined where it cannot be known, and of an ARG without a default; it is certain where no `--build-arg` can change it.
 */
export type Definition =
  | {
      readonly kind: 'arg' | 'env';
      readonly instruction: Instruction;
      readonly value: string | undefined;
      readonly certain: boolean;
    }
  | { readonly kind: 'predefined'; readonly value: string | undefined }
  | { readonly kind: 'base' }
  | { readonly kind: 'undefined' };

/** The variables that an instruction sees. Names that only a global ARG defines are not among them. */
export interface Scope {
  get(name: string): Definition;
  /** Names that are defined here, Docker's own included, for did-you-mean. */
  names(): readonly string[];
}

const scopes = memoMap<Instruction, Scope>();

/** The variables that an instruction sees, before itself takes effect; a RUN sees the proxies too. */
export function scopeAt(instruction: Instruction): Scope {
  const known = scopes.get(instruction);
  if (known !== undefined) return known;
  const variables = variablesAt(instruction);
  const scope: Scope = {
    get(name) {
      const { definition } = bindingOf(variables, name);
      return instruction.keyword === 'RUN' && !isDefined(definition) && PROXIES.test(name)
        ? { kind: 'predefined', value: fileOf(instruction).options.buildArgs?.[name] }
        : definition;
    },
    names: () => namesIn(variables),
  };
  scopes.set(instruction, scope);
  return scope;
}

// What BuildKit passes to the commands of a RUN; words that it expands itself do not see them.
const PROXIES = /^(?:(?:HTTP|HTTPS|FTP|NO|ALL)_PROXY|(?:http|https|ftp|no|all)_proxy)$/;

/** Whether the file or Docker itself defines it, as opposed to a base image or nothing. */
export function isDefined({ kind }: Definition): boolean {
  return kind !== 'base' && kind !== 'undefined';
}

const expansions = memoMap<Word | Heredoc, Expansion>();

/** Expands one word of an instruction: an argument, a key or value, or a flag's value by `flagWord`. */
export function expand(instruction: Instruction, word: Word): Expansion {
  const known = expansions.get(word);
  if (known !== undefined) return known;
  const { escape } = fileOf(instruction);
  const expansion = expanded(word, { escape, quotes: true }, variablesAt(instruction, word));
  expansions.set(word, expansion);
  return expansion;
}

/** Expands the body of a COPY's or ADD's heredoc: quotes stay, and the escape character is a backslash in any file. */
export function expandHeredoc(instruction: Instruction, heredoc: Heredoc): Expansion {
  const known = expansions.get(heredoc);
  if (known !== undefined) return known;
  const { body, bodySpan: span } = heredoc;
  const expansion: Expansion = heredoc.expand
    ? expanded({ text: body.text, span, map: body }, { escape: '\\', quotes: false }, variablesAt(instruction))
    : { value: body.text, certain: true, uses: [], error: undefined };
  expansions.set(heredoc, expansion);
  return expansion;
}

function expanded(word: Word, options: LexOptions, variables: Variables): Expansion {
  const { value, certain, uses, error } = lexWord(word.text, options, name => bindingOf(variables, name));
  return {
    value,
    certain,
    uses: uses.map(use => ({
      name: use.name,
      span: spanInWord(word, use.span),
      nameSpan: spanInWord(word, use.nameSpan),
      operator: use.operator,
      definition: bindingOf(variables, use.name).definition,
    })),
    error: error && { message: error.message, span: spanInWord(word, error.span) },
  };
}

/** The uses of variables in what BuildKit expands of an instruction, heredocs of COPY and ADD included; those that a shell expands are the shell's. */
export function variableUses(instruction: Instruction): readonly VariableUse[] {
  const words = (instruction.keyword === 'FROM' ? fromWords(instruction) : expandedWords(instruction)).map(word =>
    expand(instruction, word),
  );
  const isCopy = instruction.keyword === 'COPY' || instruction.keyword === 'ADD';
  const bodies = isCopy ? instruction.heredocs.map(heredoc => expandHeredoc(instruction, heredoc)) : [];
  return [...words, ...bodies].flatMap(({ uses }) => uses);
}

/**
 * The uses of variables that nothing in the file defines, in what BuildKit expands of an instruction. Its UndefinedVar and
 * UndefinedArgInFrom report these, but for those of kind `base` that the image turns out to define.
 */
export function undefinedUses(instruction: Instruction): readonly VariableUse[] {
  // BuildKit expands EXPOSE by another way, which reports nothing.
  if (instruction.inOnbuild || instruction.keyword === 'EXPOSE') return [];
  return variableUses(instruction).filter(({ definition }) => !isDefined(definition));
}

function fromWords({ image, flags }: FromInstruction): readonly Word[] {
  const platform = flags.find(({ name }) => name === 'platform');
  return [image, platform && flagWord(platform)].filter(word => word !== undefined);
}
