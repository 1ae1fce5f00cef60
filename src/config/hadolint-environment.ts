import { SEVERITIES } from '../engine/rule.ts';
import type { Config, RuleSetting } from './config.ts';
import { configError } from './config-error.ts';
import { hadolintRules, hadolintThreshold } from './hadolint.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What hadolint's environment variables say, as a layer over its file; undefined where none is set. */
export function readHadolintEnvironment(environment: Environment): Config | undefined {
  const names = Object.keys(environment).filter(
    name => name.startsWith('HADOLINT_') && environment[name] !== undefined,
  );
  if (names.length === 0) return undefined;
  const list = (name: string): string[] => splitList(environment[`HADOLINT_${name}`]);
  const overrides = SEVERITIES.flatMap(severity =>
    list(`OVERRIDE_${severity.toUpperCase()}`).map((name): RuleSetting => ({ name, severity })),
  );
  const ignored = list('IGNORE').map((name): RuleSetting => ({ name, severity: 'off' }));
  const registries = list('TRUSTED_REGISTRIES');
  const labels = list('REQUIRE_LABELS').map(label => splitLabel(label));

  return {
    source: 'HADOLINT_* in the environment',
    rules: hadolintRules(overrides, ignored),
    trustedRegistries: registries.length > 0 ? registries : undefined,
    labelSchema: labels.length > 0 ? Object.fromEntries(labels) : undefined,
    strictLabels: isTrue(environment['HADOLINT_STRICT_LABELS']) || undefined,
    failOn: isTrue(environment['HADOLINT_NOFAIL']) ? 'none' : threshold(environment['HADOLINT_FAILURE_THRESHOLD']),
    pragmas: isTrue(environment['HADOLINT_DISABLE_IGNORE_PRAGMA']) ? { allow: false } : undefined,
    format: environment['HADOLINT_FORMAT'] || undefined,
  };
}

function threshold(name: string | undefined): Config['failOn'] {
  if (name === undefined || name === '') return undefined;
  const severity = hadolintThreshold(name);
  if (severity) return severity;
  const message = `\`${name}\` is none of error, warning, info, style, ignore, none`;
  throw configError({ source: 'HADOLINT_FAILURE_THRESHOLD', line: undefined, column: undefined, message });
}

function splitList(text = ''): string[] {
  return text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}

function splitLabel(text: string): [string, string] {
  const colon = text.lastIndexOf(':');
  return colon === -1 ? [text, 'text'] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** hadolint takes 1, y, yes, true and on for yes. */
function isTrue(text = ''): boolean {
  return /^(?:1|y|yes|true|on)$/i.test(text);
}
