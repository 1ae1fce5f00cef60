/** What a line of source tells that a rewrite has to know; the numbers are those of the hazard table. */
export type SourceFactKind =
  /** 20: starts another program. `detail` is its name where it is written out. */
  | 'spawns'
  /** 20: hands text to a shell. */
  | 'shell'
  /** 21: reads a file at run time. `detail` is the path where it is written out. */
  | 'reads'
  /** 22: reads the package's own metadata: package.json, distribution metadata, `npm_package_*`. */
  | 'metadata'
  /** 23: takes in a module. `detail` is its package's name. */
  | 'imports'
  /** 28: a variable that a bundler writes into the output. `detail` is its name. */
  | 'build-variable'
  /** 32: writes a file or a folder. `detail` is the path where it is written out. */
  | 'writes'
  /** 35: keeps something in the home folder. */
  | 'home'
  /** 19: loads a shared library by name. `detail` is the name where it is written out. */
  | 'loads-library'
  /** 6: reads an environment variable. `detail` is its name. */
  | 'environment'
  /** 40: depends on time zones, locales or character sets of the system. */
  | 'locale'
  /** 59: calls C from a language that can do without. */
  | 'native'
  /** 22, 16: finds plugins or entry points among what is installed. */
  | 'plugins';

export interface SourceFact {
  readonly kind: SourceFactKind;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line as it stands, shortened; text from files, to be escaped by whoever prints it. */
  readonly text: string;
  /** What it is about, where it is written out; undefined where that hangs on a value. */
  readonly detail: string | undefined;
}

/** One thing to look for. The first group of the expression, if it has one, is the `detail`. */
export interface SourcePattern {
  readonly kind: SourceFactKind;
  /** Linear on one line: no repetition inside of a repetition. */
  readonly find: RegExp;
}

export interface SourceLanguage {
  readonly extensions: readonly string[];
  readonly lineComment: RegExp;
  /** Paths of tests and tools, which do not run in production. */
  readonly tests: RegExp;
  /** Folders of other people's or made code, besides those that all languages know. */
  readonly vendored?: RegExp;
  readonly patterns: readonly SourcePattern[];
  /** Files that say where the program logs to and what it stores in; they are no source, and comments in them begin with `#`. */
  readonly settings?: { readonly files: RegExp; readonly patterns: readonly SourcePattern[] };
}
