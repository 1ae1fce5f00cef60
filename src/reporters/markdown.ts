import { escapeControls } from './escape.ts';
import { codeMarkdown, markdownTable, markdownTableOf, plainMarkdown } from './markdown-text.ts';
import { docsUrl, positionIn, type Report } from './report.ts';
import { summaryLine } from './summary.ts';

/** For a pull request or the summary of a job: one table. */
export function markdownReport(report: Report): string {
  const rows = report.files.flatMap(file =>
    file.findings.map(({ rule, severity, message, at, fix }) => {
      const { line } = positionIn(file, at[0]);
      const name = `[${plainMarkdown(rule.id)}](${docsUrl(rule)})`;
      return [
        plain(`${file.path}:${line}`),
        severity,
        name,
        codeMarkdown(escapeControls(message)),
        fix === undefined ? '' : fix.safety === 'safe' ? '`--fix`' : '`--fix-unsafe`',
      ];
    }),
  );
  const parts = [
    `### ${summaryLine(report)}`,
    markdownTableOf(['Where', 'Severity', 'Rule', 'What', 'Fix'], rows),
    markdownTable(
      ['Not linted', 'Why'],
      report.failures.map(({ path, message }) => [escapeControls(path), escapeControls(message)]),
    ),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function plain(text: string): string {
  return plainMarkdown(escapeControls(text));
}
