import type { BuildContext } from '../context/build-context.ts';
import type { ConfiguredRule } from '../engine/finding.ts';
import type { LintOptions } from '../engine/lint.ts';
import type { Invocation } from '../engine/rule.ts';

/** How one file is linted. */
export interface FileSettings {
  readonly configured: readonly ConfiguredRule[];
  readonly invocation: Invocation;
  readonly options: LintOptions;
  /** True where the configuration leaves the file out. */
  readonly ignored: boolean;
}

/** What the server knows of the disk; every path is absolute. */
export interface Workspace {
  readonly version: string;
  /** The settings of a file by the configuration above it, as it is on disk now. Rejects with an error whose message is for people. */
  settings(path: string): Promise<FileSettings>;
  /** Forgets every configuration: the next question reads it anew. */
  forget(): void;
  /** The build context that a Dockerfile is linted in. */
  context(path: string): BuildContext;
}
