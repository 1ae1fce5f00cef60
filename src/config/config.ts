import type { PresetName, Severity } from '../engine/rule.ts';
import type { Position } from '../text/lines.ts';

/** What one source says: a file, or the command line. Layers of it make the settings of a file. */
export interface Config {
  /** The file it was read from, or what the user gave: for messages. */
  readonly source: string;
  /** The folder that its globs and paths are relative to, with `/`; undefined for that of the run. */
  readonly folder?: string | undefined;
  /** Other files that it builds on, relative to its folder. */
  readonly extends?: readonly string[] | undefined;
  readonly preset?: PresetName | undefined;
  readonly edition?: number | undefined;
  readonly preview?: boolean | undefined;
  readonly rules?: readonly RuleSetting[] | undefined;
  readonly overrides?: readonly Override[] | undefined;
  /** Ids or aliases of the only rules that run. */
  readonly select?: readonly string[] | undefined;
  readonly trustedRegistries?: readonly string[] | undefined;
  readonly labelSchema?: Readonly<Record<string, string>> | undefined;
  readonly strictLabels?: boolean | undefined;
  /** The mildest severity that fails a run. */
  readonly failOn?: Severity | 'none' | undefined;
  /** The longest file that is linted, in characters. */
  readonly maxSize?: number | undefined;
  readonly pragmas?: { readonly allow?: boolean; readonly requireReason?: boolean } | undefined;
  /** Modules with rules of the user's own, relative to its folder. */
  readonly plugins?: readonly string[] | undefined;
  /** Only heeded in the user's own configuration, never in a project's. */
  readonly allowPlugins?: boolean | undefined;
  readonly shellcheck?: 'auto' | 'on' | 'off' | undefined;
  readonly ignorePaths?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly color?: boolean | undefined;
  /** What is odd but does not stop the run. */
  readonly warnings?: readonly string[] | undefined;
}

/** What a configuration says of one rule. */
export interface RuleSetting {
  /** Id or alias, as written. */
  readonly name: string;
  /** `on` is the rule's own severity. */
  readonly severity: Severity | 'on' | 'off';
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Where it is written. */
  readonly at?: Position | undefined;
}

/** Settings for files that match one of the globs. */
export interface Override extends Pick<Config, 'rules' | 'trustedRegistries' | 'labelSchema' | 'strictLabels'> {
  readonly files: readonly string[];
}
