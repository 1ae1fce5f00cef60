import type { PresetName, Severity } from '../engine/rule.ts';

/** What decides which findings there are; as commander hands it over. */
export interface RunOptions {
  /** False for `--no-config`. */
  readonly config?: string | false;
  readonly preset?: PresetName;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly preview?: true;
  readonly context?: string;
  readonly date?: string;
  readonly maxSize?: number;
  readonly stdinFilename?: string;
  readonly allowPlugins?: true;
  readonly shellcheck?: 'auto' | 'on' | 'off';
}

export interface FixRequest {
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly fixOnly?: readonly string[];
  readonly diff?: true;
}

/** One of `count` parts of the files, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface LintOptions extends RunOptions, FixRequest {
  /** `name` or `name=file`. */
  readonly format?: readonly string[];
  readonly output?: string;
  readonly failOn?: Severity | 'none';
  readonly shard?: Shard;
  /** Threads that lint. */
  readonly jobs?: number;
  readonly baseline?: string;
  readonly since?: string;
  readonly quiet?: true;
  readonly stats?: true;
  readonly color?: boolean;
}

export function wantsRepair({ fix, fixUnsafe, fixOnly, diff }: FixRequest): boolean {
  return fix === true || fixUnsafe === true || fixOnly !== undefined || diff === true;
}
