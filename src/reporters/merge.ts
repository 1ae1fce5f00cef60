import type { Log, ReportingDescriptor, Run } from 'sarif';
import { SEVERITIES } from '../engine/rule.ts';
import type { Summary } from './summary.ts';

/** A report that was read, and where from. */
export interface Part {
  readonly source: string;
  readonly value: unknown;
}

interface JsonLog {
  readonly version: 1;
  readonly files: readonly unknown[];
  readonly summary: Summary;
}

/** Joins reports of one run's parts to what the whole run would have written; undefined names the first part that is none of ours, or of another format. */
export function mergeReports(parts: readonly Part[]): { readonly text: string } | { readonly stray: string } {
  const json = parts.flatMap(({ value }) => (isJsonLog(value) ? [value] : []));
  const sarif = parts.flatMap(({ value }) => (isSarif(value) ? [value] : []));
  const whole = json.length > 0 ? json.length : sarif.length;
  if (whole === parts.length) {
    const merged = json.length > 0 ? mergeJson(json) : mergeSarif(sarif);
    return { text: `${JSON.stringify(merged, null, 2)}\n` };
  }
  const stray = parts.find(({ value }) => !(json.length > 0 ? isJsonLog(value) : isSarif(value)));
  return { stray: stray?.source ?? '' };
}

function mergeJson(logs: readonly JsonLog[]): JsonLog {
  const sum = (count: (summary: Summary) => number): number =>
    logs.reduce((all, { summary }) => all + count(summary), 0);
  const severities = Object.fromEntries(SEVERITIES.map(name => [name, sum(each => each.severities[name])]));
  return {
    version: 1,
    files: logs.flatMap(({ files }) => files),
    summary: {
      files: sum(each => each.files),
      filesWithFindings: sum(each => each.filesWithFindings),
      findings: sum(each => each.findings),
      fixable: sum(each => each.fixable),
      fixableUnsafely: sum(each => each.fixableUnsafely),
      severities: { error: 0, warning: 0, info: 0, style: 0, ...severities },
    },
  };
}

/** One run: GitHub takes several of one tool only under several names. */
function mergeSarif(logs: readonly Log[]): Log {
  const runs = logs.flatMap(log => log.runs);
  const [first, ...others] = runs;
  if (first === undefined) return { version: '2.1.0', runs: [] };
  const rules = new Map(runs.flatMap(rulesOf).map(rule => [rule.id, rule]));
  const sorted = [...rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(sorted.map(({ id }, index) => [id, index]));
  const run: Run = {
    ...first,
    tool: { driver: { ...first.tool.driver, rules: sorted } },
    invocations: [invocationOf([first, ...others])],
    results: runs.flatMap(({ results = [] }) =>
      results.map(result => ({ ...result, ruleIndex: indexes.get(result.ruleId ?? '') ?? -1 })),
    ),
  };
  return { ...logs[0], version: '2.1.0', runs: [run] };
}

function invocationOf(runs: readonly Run[]): NonNullable<Run['invocations']>[number] {
  const all = runs.flatMap(({ invocations = [] }) => invocations);
  return {
    executionSuccessful: all.every(({ executionSuccessful }) => executionSuccessful),
    toolExecutionNotifications: all.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications),
  };
}

function rulesOf({ tool }: Run): readonly ReportingDescriptor[] {
  return tool.driver.rules ?? [];
}

function isJsonLog(value: unknown): value is JsonLog {
  return (
    has(value, 'version', 1) &&
    Array.isArray(value['files']) &&
    isRecord(value['summary']) &&
    isRecord(value['summary']['severities'])
  );
}

function isSarif(value: unknown): value is Log {
  return (
    has(value, 'version', '2.1.0') &&
    Array.isArray(value['runs']) &&
    value['runs'].every(
      run =>
        isRecord(run) &&
        isRecord(run['tool']) &&
        isRecord(run['tool']['driver']) &&
        run['tool']['driver']['name'] === 'plimsoll',
    )
  );
}

function has(value: unknown, key: string, wanted: unknown): value is Record<string, unknown> {
  return isRecord(value) && value[key] === wanted;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
