import type { Category, Severity } from '../engine/rule.ts';
import { docsUrl, positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  style: 'info',
};

/** Code Climate's names for what rules are about. */
const CATEGORIES: Readonly<Record<Category, string>> = {
  correctness: 'Bug Risk',
  cache: 'Performance',
  size: 'Performance',
  stages: 'Complexity',
  security: 'Security',
  reproducibility: 'Bug Risk',
  runtime: 'Bug Risk',
  portability: 'Compatibility',
  labels: 'Style',
  style: 'Style',
  shell: 'Bug Risk',
};

/** GitLab's Code Quality report: an array of issues, told from one another by their fingerprints. */
export function gitlabReport({ files }: Report): string {
  const issues = files.flatMap(file =>
    file.findings.map(finding => ({
      description: finding.message,
      check_name: finding.rule.id,
      fingerprint: fingerprintIn(file, finding),
      severity: SEVERITIES[finding.severity],
      location: { path: relative(file.path), lines: linesOf(file, finding) },
    })),
  );
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** What a Code Climate engine writes: issues, a NUL after each. */
export function codeclimateReport({ files }: Report): string {
  const issues = files.flatMap(file =>
    file.findings.map(finding => ({
      type: 'issue',
      check_name: finding.rule.id,
      description: finding.message,
      content: { body: `${finding.rule.summary}. See ${docsUrl(finding.rule)}` },
      categories: [CATEGORIES[finding.rule.category]],
      location: { path: relative(file.path), lines: linesOf(file, finding) },
      severity: SEVERITIES[finding.severity],
      fingerprint: fingerprintIn(file, finding),
    })),
  );
  return issues.map(issue => `${JSON.stringify(issue)}\0\n`).join('');
}

function linesOf(file: FileReport, { at }: ReportedFinding) {
  return { begin: positionIn(file, at[0]).line, end: positionIn(file, at[1]).line };
}

/** Like findings in two files are two issues. */
function fingerprintIn(file: FileReport, { fingerprint }: ReportedFinding): string {
  return `${relative(file.path)}:${fingerprint}`;
}

/** Both compare paths with those of the repository, which have no `./`. */
function relative(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}
