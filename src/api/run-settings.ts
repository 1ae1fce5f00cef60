import { takenName } from '../engine/names.ts';
import { readConfig } from '../config/read-config.ts';
import { checkRules, settingsFor, type Settings } from '../config/settings.ts';
import type { BuildContext } from '../context/build-context.ts';
import type { ParseOptions } from '../dockerfile/model.ts';
import type { LintOptions as EngineOptions } from '../engine/lint.ts';
import { invocationOn, type Invocation, type PresetName, type Rule, type Severity } from '../engine/rule.ts';
import { rules as builtIn } from '../rules/index.ts';

/** What a rule is set to: `error` and the like, or that with the rule's options. */
export type RuleSetting =
  | Severity
  | 'on'
  | 'off'
  | readonly [Severity | 'on' | 'off', Readonly<Record<string, unknown>>];

/** How to lint; what is left out is as on the command line without a configuration. */
export interface LintOptions {
  /** The rules to begin with: `recommended` unless given. */
  readonly preset?: PresetName;
  /** By id or alias. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** A configuration of the shape of `.plimsoll.yaml`; `preset` and `rules` go over it. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** The build context; without one, rules that need it keep silent. */
  readonly context?: BuildContext;
  /** Path of the file: globs of the configuration are matched with it. */
  readonly path?: string;
  /** The day that it is, YYYY-MM-DD: today unless given. */
  readonly date?: string;
  /** What the build is started with: build arguments, targets, named contexts. */
  readonly build?: ParseOptions;
  /** Rules of your own, made with `defineRule`. */
  readonly plugins?: readonly Rule[];
}

/** What the engine takes. */
export interface RunSettings {
  readonly configured: Settings['configured'];
  readonly invocation: Invocation;
  readonly options: EngineOptions;
}

/** Throws an error with a clear message where an option is wrong: an unknown rule, say. */
export function runSettings(options: LintOptions): RunSettings {
  const { preset, rules = {}, config = {}, context, plugins = [], path = 'Dockerfile', date = today() } = options;
  const taken = takenName(builtIn, plugins);
  if (taken !== undefined) throw new Error(`a plugin has a rule \`${taken}\`, and another rule goes by that name`);
  const catalogue = [...builtIn, ...plugins];
  const layers = [readConfig(JSON.stringify(config), 'config')];
  if (preset !== undefined || Object.keys(rules).length > 0)
    layers.push(readConfig(JSON.stringify({ preset, rules }), 'options'));
  for (const layer of layers) checkRules(layer, catalogue);
  const settings = settingsFor(path, layers, catalogue);
  const { trustedRegistries, labelSchema, strictLabels } = settings;
  return {
    configured: settings.configured,
    invocation: invocationOn(date, { trustedRegistries, labelSchema, strictLabels, context }),
    options: {
      catalogue,
      honourPragmas: settings.honourPragmas,
      ...(settings.maxSize !== undefined && { maxSize: settings.maxSize }),
      ...options.build,
    },
  };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
