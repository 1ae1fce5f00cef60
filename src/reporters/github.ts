import type { Severity } from '../engine/rule.ts';
import { escapeControls } from './escape.ts';
import { positionIn, type FileReport, type Report, type ReportedFinding } from './report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  style: 'notice',
};

/** Workflow commands, which GitHub shows as annotations of the lines; nothing that a file holds can end one or begin another. */
export function githubReport({ files, failures }: Report): string {
  const lines = [
    ...failures.map(({ path, place, message }) =>
      command(
        'error',
        { file: path, ...(place && { line: String(place.line), col: String(place.column) }), title: 'plimsoll' },
        message,
      ),
    ),
    ...files.flatMap(file => file.findings.map(finding => annotation(file, finding))),
  ];
  return lines.map(line => `${line}\n`).join('');
}

function annotation(file: FileReport, { rule, severity, message, at }: ReportedFinding): string {
  const from = positionIn(file, at[0]);
  const to = positionIn(file, at[1]);
  const title = `plimsoll: ${rule.id}`;
  // GitHub wants columns only where one line has both.
  const columns = from.line === to.line ? { col: from.column, endColumn: to.column } : {};
  return command(
    COMMANDS[severity],
    { file: file.path, line: from.line, endLine: to.line, ...columns, title },
    message,
  );
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return escapeControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
