import type { Severity } from '../engine/rule.ts';
import { escapeControls } from './escape.ts';
import { positionIn, type Report } from './report.ts';

const WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', style: 'note' };

/** One line a finding, in the form of the GNU coding standards that compilers write and editors read: `file:line:column: warning: message [rule]`. */
export function gnuReport({ files }: Report): string {
  return files
    .flatMap(file =>
      file.findings.map(({ rule, severity, message, at }) => {
        const { line, column } = positionIn(file, at[0]);
        const place = `${escapeControls(file.path)}:${line}:${column}`;
        return `${place}: ${WORDS[severity]}: ${escapeControls(message)} [${escapeControls(rule.id)}]\n`;
      }),
    )
    .join('');
}
