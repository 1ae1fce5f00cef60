import { CATEGORIES, type Rule } from '../../engine/rule.ts';
import { docsUrl } from '../../reporters/report.ts';
import { paint, severityInk, type Style } from '../../reporters/style.ts';
import { plural } from '../../reporters/summary.ts';
import { wrap } from '../../reporters/wrap.ts';
import { rules } from '../../rules/index.ts';
import type { ExitCode } from '../program.ts';
import { styleOf } from '../terminal.ts';

export interface RulesOptions {
  readonly format: 'text' | 'json';
  readonly since?: number;
  readonly color?: boolean;
}

/** Prints every rule, or those that an edition newer than `since` adds or changes. */
export function listRules({ format, since, color }: RulesOptions): ExitCode {
  const wanted = since === undefined ? rules : rules.filter(rule => changedAfter(rule, since));
  const text = format === 'json' ? asJson(wanted) : asText(wanted, styleOf(process.stdout, color));
  process.stdout.write(text);
  return 0;
}

/** True where a run with a newer edition may report what one with this edition does not, or otherwise. */
function changedAfter({ edition, preview, formerly = {} }: Rule, since: number): boolean {
  return edition > since || preview === true || Object.keys(formerly).some(last => Number(last) >= since);
}

function asJson(wanted: readonly Rule[]): string {
  const entries = wanted.map(rule => ({
    id: rule.id,
    summary: rule.summary,
    category: rule.category,
    severity: rule.severity,
    recommended: rule.recommended !== false && rule.preview !== true,
    fixable: rule.fixable ?? null,
    aliases: rule.aliases ?? [],
    edition: rule.edition,
    preview: rule.preview === true,
    options: Object.fromEntries(
      Object.entries(rule.options).map(([name, option]) => [
        name,
        { about: option.about, default: option.default, schema: option.schema },
      ]),
    ),
    docs: docsUrl(rule),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

function asText(wanted: readonly Rule[], style: Style): string {
  const width = Math.max(...wanted.map(({ id }) => id.length), 0);
  const blocks = CATEGORIES.flatMap(category => {
    const members = wanted.filter(rule => rule.category === category).flatMap(rule => rows(rule, width, style));
    return members.length === 0 ? [] : [[paint(style, ['bold', 'underline'], category), ...members].join('\n')];
  });
  return `${[...blocks, plural(wanted.length, 'rule')].join('\n\n')}\n`;
}

/** A rule's line; in a terminal, what does not fit stands below. In a pipe a rule is one line, so that it can be searched. */
function rows(rule: Rule, width: number, style: Style): string[] {
  const off = rule.recommended === false || rule.preview === true;
  const severity = paint(style, off ? 'dim' : severityInk(rule.severity), (off ? 'off' : rule.severity).padEnd(7));
  const aliases = rule.aliases ? ` (${rule.aliases.join(', ')})` : '';
  const fix = rule.fixable ? `, ${rule.fixable} fix` : '';
  const indent = width + 13;
  const room = process.stdout.isTTY ? Math.max(style.width - indent, 24) : Infinity;
  const [first = '', ...more] = wrap(rule.summary + aliases + fix, room);
  return [`  ${rule.id.padEnd(width)}  ${severity}  ${first}`, ...more.map(line => `${' '.repeat(indent)}${line}`)];
}
