/** A Dockerfile that a rule's fixes mend, and all that its build then does otherwise, by the lines of test/support/meaning.ts. */
export interface MeaningCase {
  readonly rule: string;
  readonly before: string;
  /** The build context. */
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Lines taken away (`- `) and added (`+ `), in order; empty where the fix is about the text alone. */
  readonly differs: readonly string[];
}
