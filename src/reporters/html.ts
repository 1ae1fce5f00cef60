import { codeFrame } from './code-frame.ts';
import { escapeControls } from './escape.ts';
import { escapeHtml, htmlPage, htmlTable } from './html-page.ts';
import { docsUrl, positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';
import { PLAIN } from './style.ts';
import { summaryLine } from './summary.ts';

const STYLE = `.error{color:#c22}.warning{color:#a60}.info{color:#26c}.style{color:#287}article{margin:1.5rem 0}pre{margin:.3rem 0}p{margin:.2rem 0}`;

/** One self-contained page. All text from files is escaped. */
export function htmlReport(report: Report): string {
  const title = summaryLine(report);
  const withFindings = report.files.filter(({ findings }) => findings.length > 0);
  return htmlPage(`Plimsoll: ${title}`, STYLE, [
    `<h1>${escapeHtml(title)}</h1>`,
    withFindings.length > 1 ? contents(withFindings) : '',
    ...withFindings.map((file, index) => section(file, index)),
    htmlTable(
      'Not linted',
      ['File', 'Why'],
      report.failures.map(({ path, message }) => [escapeControls(path), escapeControls(message)]),
    ),
  ]);
}

function contents(files: readonly FileReport[]): string {
  const items = files.map(
    ({ path, findings }, index) => `<li><a href="#file-${index}">${text(path)}</a> (${findings.length})</li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}

function section(file: FileReport, index: number): string {
  const articles = file.findings.map(finding => article(file, finding));
  return `<section id="file-${index}"><h2>${text(file.path)}</h2>${articles.join('\n')}</section>`;
}

function article(file: FileReport, finding: ReportedFinding): string {
  const { rule, severity, message, at, fix } = finding;
  const { line, column } = positionIn(file, at[0]);
  const frame = codeFrame(file, at, { ...PLAIN, width: 160 }, 'red').join('\n');
  const option = fix?.safety === 'safe' ? '--fix' : '--fix-unsafe';
  const advice = fix === undefined ? '' : `<p>Fix: ${text(fix.title)} (<code>${option}</code>)</p>`;
  const name = `<a href="${escapeHtml(docsUrl(rule))}">${text(rule.id)}</a>`;
  return `<article><p>${line}:${column} <strong class="${severity}">${severity}</strong> ${name}</p><p>${text(message)}</p><pre>${escapeHtml(frame)}</pre>${advice}</article>`;
}

function text(raw: string): string {
  return escapeHtml(escapeControls(raw));
}
