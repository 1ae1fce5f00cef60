import { positionIn, type FileReport, type Report } from './report.ts';
import { document, element } from './xml.ts';

/** Checkstyle's XML, which most CI servers read; severities beyond its three are `info`. */
export function checkstyleReport({ files, failures }: Report): string {
  const children = [
    ...files.map(file => element('file', { name: file.path }, errorsOf(file))),
    ...failures.map(({ path, message }) => {
      const error = element('error', { line: 1, severity: 'error', message, source: 'plimsoll.unreadable' });
      return element('file', { name: path }, [error]);
    }),
  ];
  return document(element('checkstyle', { version: '4.3' }, children));
}

function errorsOf(file: FileReport): string[] {
  return file.findings.map(({ rule, severity, message, at }) => {
    const level = severity === 'style' ? 'info' : severity;
    return element('error', { ...positionIn(file, at[0]), severity: level, message, source: `plimsoll.${rule.id}` });
  });
}
