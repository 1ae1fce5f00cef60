import { nameIndex } from '../engine/names.ts';
import type { Meta } from '../engine/rule.ts';
import type { Config, RuleSetting } from './config.ts';

const PLAIN_TEXT = /^[A-Za-z_][\w./-]*$/;
/** Words that some reader of YAML takes for something else than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/** The text of a `.plimsoll.yaml` that says what a hadolint configuration says: rules under our names, theirs beside. */
export function toOwnConfig(config: Config, rules: readonly Meta[]): string {
  const sections: (string | undefined)[] = [
    `# Made from ${config.source.replace(/[\r\n]/g, ' ')}.`,
    scalar('preset', config.preset),
    scalar('fail-on', config.failOn),
    scalar('shellcheck', config.shellcheck),
    ruleLines(config.rules ?? [], rules),
    list('trusted-registries', config.trustedRegistries),
    mapping('label-schema', config.labelSchema),
    scalar('strict-labels', config.strictLabels),
    config.pragmas?.allow === undefined ? undefined : `pragmas:\n  allow: ${config.pragmas.allow}`,
    config.format === undefined
      ? undefined
      : `# Not a setting of a file here: --format ${config.format.replace(/[\r\n]/g, ' ')}`,
    config.color === undefined ? undefined : '# Not a setting of a file here: --no-color',
  ];
  return `${sections.filter(section => section !== undefined).join('\n')}\n`;
}

/** Later settings of one rule win, as they do where they were read. */
function ruleLines(settings: readonly RuleSetting[], rules: readonly Meta[]): string | undefined {
  const index = nameIndex(rules);
  const lines = new Map<string, string>();
  for (const { name, severity } of settings) {
    const named = index.find(name);
    // A code of one message only has no other name than itself; an unknown one is kept for the reader.
    const byCode = named.length === 0 || named.some(({ messageId }) => messageId !== undefined);
    if (named.length === 0 && !/^SC\d+$/i.test(name)) {
      lines.set(name, `  # ${name.replace(/[\r\n]/g, ' ')}: no rule has this name`);
      continue;
    }
    for (const { rule } of byCode ? named.slice(0, 1) : named)
      lines.set(
        byCode ? name : rule.id,
        `  ${byCode ? text(name) : rule.id}: ${text(severity)}${byCode ? '' : ` # ${name}`}`,
      );
    if (named.length === 0) lines.set(name, `  ${text(name)}: ${text(severity)}`);
  }
  return lines.size === 0 ? undefined : ['rules:', ...lines.values()].join('\n');
}

function scalar(key: string, value: string | boolean | undefined): string | undefined {
  return value === undefined ? undefined : `${key}: ${typeof value === 'string' ? text(value) : value}`;
}

function list(key: string, values: readonly string[] | undefined): string | undefined {
  return values === undefined ? undefined : [`${key}:`, ...values.map(value => `  - ${text(value)}`)].join('\n');
}

function mapping(key: string, values: Readonly<Record<string, string>> | undefined): string | undefined {
  if (values === undefined) return undefined;
  return [`${key}:`, ...Object.entries(values).map(([name, value]) => `  ${text(name)}: ${text(value)}`)].join('\n');
}

/** Quoted where YAML might read it as something else; `off` stays bare, as people write it. */
function text(value: string): string {
  const isBare = PLAIN_TEXT.test(value) && (value === 'off' || value === 'on' || !RESERVED.test(value));
  return isBare ? value : JSON.stringify(value);
}
