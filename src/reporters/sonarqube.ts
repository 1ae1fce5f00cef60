import { SEVERITIES, type Category, type Meta, type Severity } from '../engine/rule.ts';
import { docsUrl, positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';

/** Impacts on a software quality, from the worst down. */
const IMPACTS: Readonly<Record<Severity, string>> = { error: 'HIGH', warning: 'MEDIUM', info: 'LOW', style: 'INFO' };

interface Meaning {
  readonly softwareQuality: 'SECURITY' | 'RELIABILITY' | 'MAINTAINABILITY';
  readonly cleanCodeAttribute: string;
}

const MEANINGS: Readonly<Record<Category, Meaning>> = {
  correctness: { softwareQuality: 'RELIABILITY', cleanCodeAttribute: 'LOGICAL' },
  cache: { softwareQuality: 'MAINTAINABILITY', cleanCodeAttribute: 'EFFICIENT' },
  size: { softwareQuality: 'MAINTAINABILITY', cleanCodeAttribute: 'EFFICIENT' },
  stages: { softwareQuality: 'MAINTAINABILITY', cleanCodeAttribute: 'MODULAR' },
  security: { softwareQuality: 'SECURITY', cleanCodeAttribute: 'TRUSTWORTHY' },
  reproducibility: { softwareQuality: 'RELIABILITY', cleanCodeAttribute: 'COMPLETE' },
  runtime: { softwareQuality: 'RELIABILITY', cleanCodeAttribute: 'LOGICAL' },
  portability: { softwareQuality: 'MAINTAINABILITY', cleanCodeAttribute: 'CONVENTIONAL' },
  labels: { softwareQuality: 'MAINTAINABILITY', cleanCodeAttribute: 'CONVENTIONAL' },
  style: { softwareQuality: 'MAINTAINABILITY', cleanCodeAttribute: 'FORMATTED' },
  shell: { softwareQuality: 'RELIABILITY', cleanCodeAttribute: 'LOGICAL' },
};

/** SonarQube's generic issue format, of version 10.3 and later. */
export function sonarqubeReport({ files }: Report): string {
  const issues = files.flatMap(file => file.findings.map(finding => issueOf(file, finding)));
  return `${JSON.stringify({ rules: rulesOf(files), issues }, null, 2)}\n`;
}

/** The rules that found something; SonarQube has one severity a rule: the worst that was found. */
function rulesOf(files: readonly FileReport[]) {
  const worst = new Map<string, { readonly rule: Meta; readonly severity: Severity }>();
  for (const { rule, severity } of files.flatMap(({ findings }) => findings)) {
    const before = worst.get(rule.id)?.severity ?? 'style';
    const isWorse = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(before);
    worst.set(rule.id, { rule, severity: isWorse ? severity : before });
  }
  return [...worst.values()]
    .toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
    .map(({ rule, severity }) => {
      const { softwareQuality, cleanCodeAttribute } = MEANINGS[rule.category];
      return {
        id: rule.id,
        name: rule.summary,
        description: `${rule.summary}. See ${docsUrl(rule)}`,
        engineId: 'plimsoll',
        cleanCodeAttribute,
        impacts: [{ softwareQuality, severity: IMPACTS[severity] }],
      };
    });
}

function issueOf(file: FileReport, { rule, message, at }: ReportedFinding) {
  return { ruleId: rule.id, primaryLocation: { message, filePath: file.path, textRange: rangeOf(file, at) } };
}

/** Columns count from 0; a range of no width is no range to SonarQube. */
function rangeOf(file: FileReport, at: ReportedFinding['at']) {
  const from = positionIn(file, at[0]);
  const to = positionIn(file, at[1]);
  if (from.line === to.line && from.column === to.column) return { startLine: from.line };
  return { startLine: from.line, endLine: to.line, startColumn: from.column - 1, endColumn: to.column - 1 };
}
