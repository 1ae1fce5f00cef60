import { docsUrl, positionIn, type Failure, type FileReport, type Report } from './report.ts';
import { document, element } from './xml.ts';

/** JUnit's XML: a suite a file, a failed test a finding, one passed test where a file has none. */
export function junitReport({ files, failures }: Report): string {
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), failures.length);
  const suites = [...files.map(suiteOf), ...failures.map(unreadable)];
  return document(element('testsuites', { name: 'plimsoll', tests, failures: count, errors: failures.length }, suites));
}

function suiteOf(file: FileReport): string {
  const cases = file.findings.map(({ rule, severity, message, at }) => {
    const { line, column } = positionIn(file, at[0]);
    const place = `${line}:${column}`;
    const failure = element('failure', { type: severity, message: `${place} ${message} See ${docsUrl(rule)}` });
    return element('testcase', { name: `${rule.id} at ${place}`, classname: file.path }, [failure]);
  });
  const all = cases.length > 0 ? cases : [element('testcase', { name: 'no findings', classname: file.path })];
  return element('testsuite', { name: file.path, tests: all.length, failures: cases.length, errors: 0 }, all);
}

function unreadable({ path, message }: Failure): string {
  const error = element('error', { type: 'unreadable', message });
  const test = element('testcase', { name: 'can be read', classname: path }, [error]);
  return element('testsuite', { name: path, tests: 1, failures: 0, errors: 1 }, [test]);
}
