import { KEYWORDS } from '../dockerfile/problems/keywords.ts';
import { choice, flag, integer, record, strings, type Option } from '../engine/options.ts';
import { NEWEST_EDITION, PRESETS, SEVERITIES } from '../engine/rule.ts';

export const LABEL_KINDS = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'] as const;
export const FAIL_ON = [...SEVERITIES, 'none'] as const;

/** The plain keys of a configuration file. Type, check and schema are one value; `rules`, `overrides` and the like have their own. */
export const KEYS = {
  preset: choice({ about: 'The rules to begin with.', default: 'recommended', of: PRESETS }),
  edition: integer({
    about: 'The year whose rules and severities the presets mean.',
    default: NEWEST_EDITION,
    min: 2026,
    max: NEWEST_EDITION,
  }),
  preview: flag({ about: 'Run rules that are not in an edition yet.', default: false }),
  'trusted-registries': strings({ about: 'Registries that images may come from; `*` for any part.', default: [] }),
  'label-schema': record({ about: 'Labels that an image has, and what each holds.', default: {}, of: LABEL_KINDS }),
  'strict-labels': flag({ about: 'Allow no label that the schema does not name.', default: false }),
  'fail-on': choice({ about: 'The mildest severity that fails a run.', default: 'warning', of: FAIL_ON }),
  'max-size': integer({ about: 'The longest file that is linted, in characters.', default: 1024 * 1024, min: 1 }),
  plugins: strings({ about: 'Modules with rules of your own; they run only with --allow-plugins.', default: [] }),
  'allow-plugins': flag({ about: 'Run plugins; heeded in your own configuration only.', default: false }),
  shellcheck: choice({ about: 'Run ShellCheck over shell scripts.', default: 'off', of: ['auto', 'on', 'off'] }),
  'ignore-paths': strings({ about: 'Globs of files that are not linted.', default: [] }),
} as const satisfies Readonly<Record<string, Option<unknown>>>;

export const PRAGMA_KEYS = {
  allow: flag({ about: 'Whether comments may silence rules.', default: true }),
  'require-reason': flag({ about: 'Report those that give no reason.', default: false }),
} as const satisfies Readonly<Record<string, Option<unknown>>>;

/** A policy: the option of the rule that it sets. */
export interface Policy {
  readonly option: Option<unknown>;
  readonly rule: string;
  readonly sets: string;
}

/** What an organisation demands, without code: each key sets an option of a rule that is idle without it. */
export const POLICIES: Readonly<Record<string, Policy>> = {
  'allowed-base-images': {
    option: strings({ about: 'Globs of images that stages may stand on: `python:3.*-slim`.', default: [] }),
    rule: 'forbidden-base-image',
    sets: 'allow',
  },
  'forbidden-packages': {
    option: strings({ about: 'Globs of packages that no stage installs.', default: [] }),
    rule: 'forbidden-package',
    sets: 'deny',
  },
  'forbidden-instructions': {
    option: strings({ about: 'Instructions that are not used: `ADD`, `ONBUILD`.', default: [], of: KEYWORDS }),
    rule: 'forbidden-instruction',
    sets: 'deny',
  },
};

/** Policies that are plain keys under another name. */
export const POLICY_NAMES: Readonly<Record<string, 'trusted-registries' | 'label-schema'>> = {
  'allowed-registries': 'trusted-registries',
  'required-labels': 'label-schema',
};
