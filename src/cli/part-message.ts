import { ENGINE_RULES } from '../engine/finding.ts';
import type { Meta } from '../engine/rule.ts';
import type { FileReport, ReportedFinding } from '../reporters/report.ts';
import { rules } from '../rules/index.ts';
import { linesOf } from '../text/lines.ts';
import type { Target } from './discover.ts';
import type { LintOptions } from './lint-options.ts';
import type { Part } from './lint-part.ts';

/** What a thread is told to lint. */
export interface Order {
  readonly targets: readonly Target[];
  readonly options: LintOptions;
}

/** A part without functions, which no thread can hand to another: rules go by their ids. */
export interface PackedPart extends Omit<Part, 'files'> {
  readonly files: readonly (Pick<FileReport, 'path' | 'text' | 'instructions'> & {
    readonly findings: readonly (Omit<ReportedFinding, 'rule'> & { readonly rule: string | Meta })[];
  })[];
}

/** How many files are done, or what came of them. */
export type Message = { readonly done: number } | { readonly part: PackedPart };

const known = new Map<string, Meta>([...rules, ...ENGINE_RULES].map(rule => [rule.id, rule]));

export function packed(part: Part): PackedPart {
  const files = part.files.map(({ path, text, instructions, findings }) => ({
    path,
    text,
    instructions,
    findings: findings.map(finding => ({ ...finding, rule: packedRule(finding.rule) })),
  }));
  return { ...part, files };
}

export function unpacked(part: PackedPart): Part {
  const files = part.files.map(file => ({
    ...file,
    lines: linesOf(file.text),
    findings: file.findings.map(finding => ({ ...finding, rule: unpackedRule(finding.rule) })),
  }));
  return { ...part, files };
}

/** Rules of plugins and codes of ShellCheck are in no list of ours: what is said of them goes along. */
function packedRule(rule: Meta): string | Meta {
  return known.get(rule.id) === rule ? rule.id : (JSON.parse(JSON.stringify(rule)) as Meta);
}

function unpackedRule(rule: string | Meta): Meta {
  if (typeof rule !== 'string') return rule;
  const found = known.get(rule);
  if (found === undefined) throw new Error(`A thread names a rule that is not there: ${rule}`);
  return found;
}
