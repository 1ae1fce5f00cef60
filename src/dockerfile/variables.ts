import type { Span } from '../text/span.ts';
import type { Instruction, Word } from './model.ts';

/** What a word comes to at an instruction, by BuildKit's rules. */
export interface Expansion {
  /** The value without quotes; undefined where it hangs on a variable whose value cannot be known here. */
  readonly value: string | undefined;
  /** False where a `--build-arg` may change the value: it goes through the default of an ARG. */
  readonly certain: boolean;
  readonly uses: readonly VariableUse[];
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
 */
export type Definition =
  | { readonly kind: 'arg' | 'env'; readonly instruction: Instruction; readonly value: string | undefined }
  | { readonly kind: 'predefined'; readonly value: string | undefined }
  | { readonly kind: 'base' }
  | { readonly kind: 'undefined' };

/** The variables that an instruction sees. Names that only a global ARG defines are not among them. */
export interface Scope {
  get(name: string): Definition;
  /** Names that the file defines here, for did-you-mean. */
  names(): readonly string[];
}

/** Expands one word of an instruction. */
export declare function expand(instruction: Instruction, word: Word): Expansion;

/** The variables that an instruction sees, before itself takes effect. */
export declare function scopeAt(instruction: Instruction): Scope;
