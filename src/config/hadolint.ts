import { SEVERITIES, type Severity } from '../engine/rule.ts';
import { nearest } from '../text/nearest.ts';
import { listOf, mappingOf, refuse, valueAt } from './check-value.ts';
import type { Config, RuleSetting } from './config.ts';
import { LABEL_KINDS } from './keys.ts';
import { readLocated, type Located, type Path } from './located.ts';

const KNOWN = [
  'ignored',
  'override',
  'trustedRegistries',
  'label-schema',
  'strict-labels',
  'failure-threshold',
  'disable-ignore-pragma',
  'no-fail',
  'no-color',
  'format',
];

/**
 * Reads a `.hadolint.yaml`: hadolint's rules and severities, and what the file changes of them. As hadolint does, it passes
 * over keys that it does not know, but says so in `warnings`.
 */
export function readHadolintConfig(text: string, source: string, folder?: string): Config {
  const file = readLocated(text, source);
  if (file.value === null || file.value === undefined) return { ...HADOLINT, source, folder };
  const keys = mappingOf(file, []);
  const registries = keys['trustedRegistries'];
  const threshold = readThreshold(file, keys['failure-threshold']);
  return {
    ...HADOLINT,
    source,
    folder,
    rules: hadolintRules(readOverrides(file), readCodes(file, ['ignored'])),
    trustedRegistries: isSet(registries) ? listOf(file, ['trustedRegistries']) : undefined,
    labelSchema: readLabels(file),
    strictLabels: readFlag(file, 'strict-labels'),
    failOn: readFlag(file, 'no-fail') === true ? 'none' : (threshold ?? HADOLINT.failOn),
    pragmas: readFlag(file, 'disable-ignore-pragma') === true ? { allow: false } : undefined,
    format: isSet(keys['format']) ? listOf(file, ['format'])[0] : undefined,
    color: readFlag(file, 'no-color') === true ? false : undefined,
    warnings: unknownKeys(file, Object.keys(keys)),
  };
}

/** What hadolint does unless told otherwise: it fails from info on, and has ShellCheck inside. */
export const HADOLINT = { preset: 'hadolint', failOn: 'info', shellcheck: 'auto' } as const;

/** hadolint changes severities first and then drops what is ignored. */
export function hadolintRules(overrides: readonly RuleSetting[], ignored: readonly RuleSetting[]): RuleSetting[] {
  return [...overrides, ...ignored];
}

/** hadolint's name of a severity; its `ignore` and `none` are under every severity, so that anything fails. */
export function hadolintThreshold(name: string): Severity | undefined {
  const lower = name.toLowerCase();
  return lower === 'ignore' || lower === 'none' ? 'style' : SEVERITIES.find(severity => severity === lower);
}

function readThreshold(file: Located, value: unknown): Severity | undefined {
  if (!isSet(value)) return undefined;
  const threshold = hadolintThreshold(String(value));
  return (
    threshold ??
    refuse(file, ['failure-threshold'], `\`${String(value)}\` is no severity`, nearest(String(value), SEVERITIES))
  );
}

function readOverrides(file: Located): RuleSetting[] {
  if (!isSet(valueAt(file, ['override']))) return [];
  mappingOf(file, ['override'], SEVERITIES);
  return SEVERITIES.flatMap(severity =>
    readCodes(file, ['override', severity]).map(setting => ({ ...setting, severity })),
  );
}

function readCodes(file: Located, path: Path): RuleSetting[] {
  if (!isSet(valueAt(file, path))) return [];
  return listOf(file, path).map((name, index) => ({ name, severity: 'off', at: file.position([...path, index]) }));
}

function readLabels(file: Located): Readonly<Record<string, string>> | undefined {
  if (!isSet(valueAt(file, ['label-schema']))) return undefined;
  const labels = mappingOf(file, ['label-schema']);
  const entries = Object.entries(labels).map(([label, kind]) => {
    const known = LABEL_KINDS.find(one => one === kind);
    const path = ['label-schema', label];
    return [
      label,
      known ??
        refuse(
          file,
          path,
          `${JSON.stringify(kind)} is none of ${LABEL_KINDS.join(', ')}`,
          nearest(String(kind), LABEL_KINDS),
        ),
    ];
  });
  return Object.fromEntries(entries);
}

function readFlag(file: Located, key: string): boolean | undefined {
  const value = valueAt(file, [key]);
  if (!isSet(value)) return undefined;
  return typeof value === 'boolean'
    ? value
    : refuse(file, [key], `\`${key}\` takes true or false, not ${JSON.stringify(value)}`);
}

function unknownKeys(file: Located, keys: readonly string[]): string[] | undefined {
  const warnings = keys
    .filter(key => !KNOWN.includes(key))
    .map(key => {
      const near = nearest(key, KNOWN);
      const { line, column } = file.position([key], 'key');
      const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
      return `${file.source}:${line}:${column}: hadolint has no key \`${key}\` and passes over it${hint}`;
    });
  return warnings.length > 0 ? warnings : undefined;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
