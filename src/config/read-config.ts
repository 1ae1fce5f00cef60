import { PRESETS, SEVERITIES, type PresetName } from '../engine/rule.ts';
import { nearest } from '../text/nearest.ts';
import { isOneOf, listOf, mappingOf, plainValue, refuse, sectionValues } from './check-value.ts';
import type { Config, Override, RuleSetting } from './config.ts';
import { KEYS, POLICIES, POLICY_NAMES, PRAGMA_KEYS } from './keys.ts';
import { readLocated, type Located, type Path } from './located.ts';

const OTHER_KEYS = ['extends', 'rules', 'overrides', 'pragmas', 'policies', '$schema'];
const OVERRIDE_KEYS = ['files', 'rules', 'trusted-registries', 'label-schema', 'strict-labels'] as const;
const LEVELS = ['on', 'off', ...SEVERITIES] as const;

/**
 * Reads a `.plimsoll.yaml|yml|json`; throws a configuration error that names file, line, column and the nearest right name. The
 * names and options of rules are checked later, when plugins have brought theirs: see `checkRules`.
 */
export function readConfig(text: string, source: string, folder?: string): Config {
  const file = readLocated(text, source);
  if (file.value === null || file.value === undefined) return { source, folder };
  const keys = mappingOf(file, [], [...Object.keys(KEYS), ...OTHER_KEYS]);
  const plain = sectionValues(file, [], KEYS);
  const { preset, files } = readExtends(file, 'extends' in keys ? ['extends'] : undefined);
  const policies = readPolicies(file, keys);

  return {
    source,
    folder,
    extends: files,
    preset: plain.preset ?? preset,
    edition: plain.edition,
    preview: plain.preview,
    rules: [...(policies.rules ?? []), ...readRules(file, ['rules'], keys['rules'])],
    overrides: readOverrides(file, keys['overrides']),
    trustedRegistries: plain['trusted-registries'] ?? policies.trustedRegistries,
    labelSchema: plain['label-schema'] ?? policies.labelSchema,
    strictLabels: plain['strict-labels'],
    failOn: plain['fail-on'],
    maxSize: plain['max-size'],
    pragmas: readPragmas(file, keys),
    plugins: plain.plugins,
    allowPlugins: plain['allow-plugins'],
    shellcheck: plain.shellcheck,
    ignorePaths: plain['ignore-paths'],
  };
}

/** `extends` takes presets by name and local files by a path that begins with a dot or a slash. */
function readExtends(
  file: Located,
  path: Path | undefined,
): { preset: PresetName | undefined; files: readonly string[] } {
  let preset: PresetName | undefined;
  const files: string[] = [];
  for (const [index, name] of path ? listOf(file, path).entries() : []) {
    if (isOneOf(PRESETS, name)) preset = name;
    else if (/^\.{0,2}\/|\.(?:ya?ml|json)$/.test(name)) files.push(name);
    else refuse(file, [...(path ?? []), index], `\`${name}\` is neither a preset nor a file`, nearest(name, PRESETS));
  }
  return { preset, files };
}

function readPragmas(file: Located, keys: Readonly<Record<string, unknown>>): Config['pragmas'] {
  if (keys['pragmas'] === undefined) return undefined;
  mappingOf(file, ['pragmas'], Object.keys(PRAGMA_KEYS));
  const { allow, 'require-reason': requireReason } = sectionValues(file, ['pragmas'], PRAGMA_KEYS);
  return { ...(allow !== undefined && { allow }), ...(requireReason !== undefined && { requireReason }) };
}

function readPolicies(
  file: Located,
  keys: Readonly<Record<string, unknown>>,
): Pick<Config, 'rules' | 'trustedRegistries' | 'labelSchema'> {
  if (keys['policies'] === undefined) return {};
  const policies = mappingOf(file, ['policies'], [...Object.keys(POLICIES), ...Object.keys(POLICY_NAMES)]);
  const rules = Object.entries(POLICIES).flatMap(([key, { option, rule, sets }]): RuleSetting[] => {
    const value = plainValue(file, ['policies', key], option);
    return value === undefined ? [] : [{ name: rule, severity: 'on', options: { [sets]: value } }];
  });
  const labels = policies['required-labels'];
  // A list of labels asks for no more than some text in each.
  const labelSchema = Array.isArray(labels)
    ? Object.fromEntries(listOf(file, ['policies', 'required-labels']).map(label => [label, 'text']))
    : plainValue(file, ['policies', 'required-labels'], KEYS['label-schema']);
  const trustedRegistries = plainValue(file, ['policies', 'allowed-registries'], KEYS['trusted-registries']);
  return { rules, labelSchema, trustedRegistries };
}

function readOverrides(file: Located, value: unknown): Override[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return refuse(file, ['overrides'], '`overrides` takes a list of `files` and `rules`');
  return value.map((_, index) => {
    const path = ['overrides', index];
    const keys = mappingOf(file, path, OVERRIDE_KEYS);
    if (keys['files'] === undefined) refuse(file, path, 'an override says in `files` which files it is for');
    return {
      files: listOf(file, [...path, 'files']),
      rules: readRules(file, [...path, 'rules'], keys['rules']),
      trustedRegistries: plainValue(file, [...path, 'trusted-registries'], KEYS['trusted-registries']),
      labelSchema: plainValue(file, [...path, 'label-schema'], KEYS['label-schema']),
      strictLabels: plainValue(file, [...path, 'strict-labels'], KEYS['strict-labels']),
    };
  });
}

function readRules(file: Located, path: Path, value: unknown): RuleSetting[] {
  if (value === undefined || value === null) return [];
  return Object.entries(mappingOf(file, path)).map(([name, setting]) => readRule(file, [...path, name], name, setting));
}

/** `off`, a severity, or `[severity, { option: value }]`. */
function readRule(file: Located, path: Path, name: string, setting: unknown): RuleSetting {
  const at = file.position(path, 'key');
  const list: readonly unknown[] = Array.isArray(setting) ? setting : [setting];
  const [level, options] = list;
  // Earlier YAML reads a bare `off` or `on` as false or true.
  const severity = level === false ? 'off' : level === true ? 'on' : level;
  if (typeof severity !== 'string' || !isOneOf(LEVELS, severity) || list.length > 2) {
    const near = typeof severity === 'string' ? nearest(severity, LEVELS) : undefined;
    return refuse(
      file,
      path,
      `\`${name}\` takes ${LEVELS.join(', ')} or [severity, options], not ${JSON.stringify(setting)}`,
      near,
    );
  }
  if (options === undefined) return { name, severity, at };
  return { name, severity, at, options: mappingOf(file, [...path, 1]) };
}
