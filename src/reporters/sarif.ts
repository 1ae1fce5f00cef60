import type { Log, Notification, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import type { Fix, Meta, Severity } from '../engine/rule.ts';
import type { Span } from '../text/span.ts';
import { docsUrl, HOMEPAGE, positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  style: 'note',
};

/** What GitHub sorts security findings by: 7 and over is high, 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  error: '8.0',
  warning: '5.0',
  info: '3.0',
  style: '1.0',
};

/** SARIF 2.1.0, with fixes and with fingerprints that survive line shifts. */
export function sarifReport(report: Report): string {
  const rules = usedRules(report);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'plimsoll',
            fullName: `Plimsoll ${report.version}`,
            version: report.version,
            semanticVersion: report.version,
            informationUri: HOMEPAGE,
            rules: rules.map(descriptorOf),
          },
        },
        automationDetails: { id: 'plimsoll/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that plimsoll was run in.' } } },
        invocations: [
          {
            executionSuccessful: report.failures.length === 0,
            toolExecutionNotifications: report.failures.map(({ path, message }): Notification => {
              const location = { physicalLocation: { artifactLocation: artifactOf(path) } };
              return { level: 'error', message: { text: message }, locations: [location] };
            }),
          },
        ],
        results: report.files.flatMap(file =>
          file.findings.map(finding => resultOf(file, finding, indexes.get(finding.rule.id) ?? -1)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The rules that found something, by name. */
function usedRules({ files }: Report): Meta[] {
  const found = new Map(files.flatMap(({ findings }) => findings.map(({ rule }) => [rule.id, rule] as const)));
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function descriptorOf(rule: Meta): ReportingDescriptor {
  const { id, summary, category, severity, aliases = [] } = rule;
  const url = docsUrl(rule);
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: `${summary}.` },
    help: { text: `${summary}. See ${url}`, markdown: `${summary}. [Why, with examples](${url})` },
    helpUri: url,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [category, ...aliases],
      precision: 'high',
      'problem.severity': severity === 'error' || severity === 'warning' ? severity : 'recommendation',
      ...(category === 'security' && { 'security-severity': SECURITY_SEVERITY[severity] }),
    },
  };
}

function resultOf(file: FileReport, finding: ReportedFinding, ruleIndex: number): Result {
  const { rule, severity, message, at, fix, fingerprint } = finding;
  // A fix that writes other files whole cannot be said in replacements: SARIF counts from what those files hold.
  const sayable = fix !== undefined && (fix.files ?? []).length === 0;
  return {
    ruleId: rule.id,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: locationOf(file, at) }],
    partialFingerprints: { 'plimsoll/v1': fingerprint },
    ...(sayable && { fixes: [fixOf(file, fix)] }),
  };
}

function fixOf(file: FileReport, { title, safety, edits }: Fix): NonNullable<Result['fixes']>[number] {
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: regionOf(file, span),
    insertedContent: { text },
  }));
  return {
    description: { text: safety === 'safe' ? `${title}.` : `${title} (unsafe: may change what the image does).` },
    artifactChanges: [{ artifactLocation: artifactOf(file.path), replacements }],
  };
}

function locationOf(file: FileReport, at: Span): PhysicalLocation {
  const region = { ...regionOf(file, at), snippet: { text: file.text.slice(...at) } };
  return { artifactLocation: artifactOf(file.path), region };
}

function regionOf(file: FileReport, [start, end]: Span): Region {
  const from = positionIn(file, start);
  const to = positionIn(file, end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** Relative to the folder of the run where the file is in it. */
function artifactOf(path: string): PhysicalLocation['artifactLocation'] & object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri: path === '-' ? 'stdin' : uri, uriBaseId: '%SRCROOT%' };
}

function pascalCase(id: string): string {
  return id
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
