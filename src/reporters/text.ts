import { UNREADABLE_FILE } from '../engine/finding.ts';
import { codeFrame } from './code-frame.ts';
import { escapeControls } from './escape.ts';
import { docsUrl, positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';
import { link, paint, severityInk, type Style } from './style.ts';
import { summaryLine } from './summary.ts';
import { wrap } from './wrap.ts';

/** For people: grouped by file, each finding with its place in the code and what to do about it. */
export function textReport(report: Report, style: Style, quiet = false): string {
  const blocks = report.files.flatMap(file => fileBlock(file, style));
  if (!quiet) blocks.push(paint(style, 'bold', summaryLine(report)));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function fileBlock(file: FileReport, style: Style): string[] {
  const notes = [...appliedLines(file, style), ...rejectedLines(file, style)];
  if (file.findings.length === 0 && notes.length === 0) return [];
  const head = [paint(style, ['bold', 'underline'], escapeControls(file.path)), ...notes].join('\n');
  return [head, ...file.findings.map(finding => findingBlock(file, finding, style))];
}

function findingBlock(file: FileReport, finding: ReportedFinding, style: Style): string {
  const { rule, severity, message, at, fix } = finding;
  const { line, column } = positionIn(file, at[0]);
  const ink = severityInk(severity);
  const name = paint(style, 'bold', link(style, docsUrl(rule), escapeControls(rule.id)));
  return [
    `  ${line}:${column}  ${paint(style, ink, severity)}  ${name}`,
    ...wrap(escapeControls(message), style.width - 2).map(text => `  ${text}`),
    ...(rule.id === UNREADABLE_FILE.id ? [] : codeFrame(file, at, style, ink)),
    ...(fix ? fixLines(fix.title, fix.safety === 'safe' ? '--fix' : '--fix-unsafe', style) : []),
  ].join('\n');
}

function fixLines(title: string, option: string, style: Style): string[] {
  return wrap(`${escapeControls(title)} (${option})`, style.width - 7).map((text, index) =>
    index === 0 ? `  ${paint(style, 'green', 'fix:')} ${text}` : `       ${text}`,
  );
}

function appliedLines({ applied = [] }: FileReport, style: Style): string[] {
  return applied.map(({ rule, title, count }) => {
    const times = count === 1 ? '' : `, ${count} times`;
    return `  ${paint(style, 'green', 'fixed')}  ${escapeControls(title)} (${rule}${times})`;
  });
}

function rejectedLines({ rejected = [] }: FileReport, style: Style): string[] {
  const reasons = { circular: 'never came to an end', breaks: 'would have broken the file' };
  return rejected.map(
    ({ rule, cause }) =>
      `  ${paint(style, 'red', 'not fixed')}  ${rule}: its fixes ${reasons[cause]} and were taken back; please report this`,
  );
}
