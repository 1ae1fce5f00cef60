import { SEVERITIES, type Severity } from '../engine/rule.ts';
import type { Report } from './report.ts';

export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly findings: number;
  /** Findings that have a fix, safe or not. */
  readonly fixable: number;
  /** Findings whose fix is not safe. */
  readonly fixableUnsafely: number;
  readonly severities: Readonly<Record<Severity, number>>;
}

export function summarize({ files }: Report): Summary {
  const findings = files.flatMap(file => file.findings);
  const count = (severity: Severity): number => findings.filter(finding => finding.severity === severity).length;
  const severities = Object.fromEntries(SEVERITIES.map(severity => [severity, count(severity)]));
  return {
    files: files.length,
    filesWithFindings: files.filter(file => file.findings.length > 0).length,
    findings: findings.length,
    fixable: findings.filter(({ fix }) => fix !== undefined).length,
    fixableUnsafely: findings.filter(({ fix }) => fix?.safety === 'unsafe').length,
    severities: { error: 0, warning: 0, info: 0, style: 0, ...severities },
  };
}

/** `12 problems in 3 of 40 files, 7 fixable; 1 left out`: what could not be linted is never passed over in silence. */
export function summaryLine(report: Report): string {
  const { files, failures } = report;
  if (failures.length === 0) return found(report);
  return files.length === 0 ? 'No file was linted' : `${found(report)}; ${failures.length} left out`;
}

function found(report: Report): string {
  const { files, filesWithFindings, findings, fixable, fixableUnsafely } = summarize(report);
  if (findings === 0) return `No problems in ${plural(files, 'file')}`;
  const unsafely = fixableUnsafely === 0 ? '' : ` (${fixableUnsafely} with --fix-unsafe)`;
  const repairs = fixable === 0 ? '' : `, ${fixable} fixable${unsafely}`;
  return `${plural(findings, 'problem')} in ${filesWithFindings} of ${plural(files, 'file')}${repairs}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
