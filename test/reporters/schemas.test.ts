import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { reporters } from '../../src/reporters/index.ts';
import { codeMarkdown } from '../../src/reporters/markdown-text.ts';
import { PLAIN } from '../../src/reporters/style.ts';
import { exampleReport } from './example-report.ts';

const nothing = { version: '1.2.3', files: [], failures: [] };

describe.each(['checkstyle', 'junit'] as const)('%s', format => {
  const schema = readFileSync(`test/reporters/schemas/${format}.xsd`, 'utf8');

  it.each([
    ['findings of every shape', exampleReport()],
    ['nothing', nothing],
  ])('is valid with %s', async (_, report) => {
    const xml = { fileName: 'report.xml', contents: reporters[format](report) };
    const { errors } = await validateXML({ xml: [xml], schema: [schema] });
    expect(errors).toEqual([]);
  });

  it('has a schema that refuses what it does not say', async () => {
    const contents = reporters[format](exampleReport()).replaceAll('name=', 'nam=');
    const { valid } = await validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [schema] });
    expect(valid).toBe(false);
  });
});

describe.each(['gitlab', 'sonarqube'] as const)('%s', format => {
  const schema = schemaOf(format);

  it.each([
    ['findings of every shape', exampleReport()],
    ['nothing', nothing],
  ])('is valid with %s', (_, report) => {
    expect(errorsIn(schema, JSON.parse(reporters[format](report)))).toBe(null);
  });
});

it('codeclimate is a row of valid issues', () => {
  const schema = schemaOf('codeclimate');
  const issues = reporters.codeclimate(exampleReport()).split('\0\n');
  expect(issues.pop()).toBe('');
  expect(issues).toHaveLength(8);
  for (const issue of issues) expect(errorsIn(schema, JSON.parse(issue))).toBe(null);
});

it('gitlab and codeclimate tell every finding from every other', () => {
  const issues = JSON.parse(reporters.gitlab(exampleReport())) as { fingerprint: string }[];
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

it('sonarqube names a rule for every issue, and no range without width', () => {
  const { rules, issues } = JSON.parse(reporters.sonarqube(exampleReport())) as {
    rules: { id: string }[];
    issues: { ruleId: string; primaryLocation: { textRange: Record<string, number> } }[];
  };
  const ids = rules.map(({ id }) => id);
  expect(issues.filter(({ ruleId }) => !ids.includes(ruleId))).toEqual([]);
  const ranges = issues.map(({ primaryLocation }) => primaryLocation.textRange);
  expect(ranges.filter(({ endLine }) => endLine === undefined)).toEqual([{ startLine: 11 }]);
  const isEmpty = (range: Record<string, number>) =>
    range['startLine'] === range['endLine'] && range['startColumn'] === range['endColumn'];
  expect(ranges.filter(isEmpty)).toEqual([]);
});

describe('hostile text', () => {
  it('github: one command a line, whatever is in a file or its name', () => {
    const lines = reporters.github(exampleReport()).split('\n').slice(0, -1);
    expect(lines).toHaveLength(9);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [^\r\n]*::[^\r\n]*$/);
    expect(lines.at(-1)).toContain('file=odd name␇%25.Dockerfile,');
  });

  it.each([
    ['a::error file=x::y', '%0A::stop-commands::now'],
    ['a,line=9', 'x\r\n::add-mask::***'],
  ])('github: %j and %j stay text', (path, message) => {
    const report = { ...nothing, failures: [{ path, message }] };
    const [line = '', ...rest] = reporters.github(report).split('\n');
    expect(rest).toEqual(['']);
    expect(/^::error ([^:]*)::/.exec(line)?.[1]).toBe(
      `file=${path.replaceAll(':', '%3A').replaceAll(',', '%2C')},title=plimsoll`,
    );
  });

  it('markdown and html hold none of it as markup', () => {
    const report = { ...nothing, failures: [{ path: '<img src=x>|`@someone`', message: '[a](http://b) **c**' }] };
    expect(reporters.markdown(report)).not.toMatch(/<img|@someone|\*\*|\]\(/);
    expect(reporters.html(report)).not.toContain('<img');
  });

  it.each([
    ['`a|b` and `c`', '`a\\|b` and `c`'],
    ['a `*` b', 'a `*` b'],
    ['one ` tick', 'one &#96; tick'],
    ['`` none', '&#96;&#96; none'],
    ['`<b>` **x**', '`<b>` &#42;&#42;x&#42;&#42;'],
  ])('markdown: %s', (message, expected) => {
    expect(codeMarkdown(message)).toBe(expected);
  });

  it.each(['gnu', 'tty', 'github', 'markdown', 'html', 'checkstyle', 'junit'] as const)(
    '%s has no control character',
    format => {
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/;
      expect(reporters[format](exampleReport(), PLAIN)).not.toMatch(controls);
    },
  );
});

function schemaOf(format: string): AnySchema {
  return JSON.parse(readFileSync(`test/reporters/schemas/${format}.schema.json`, 'utf8')) as AnySchema;
}

function errorsIn(schema: AnySchema, value: unknown) {
  const ajv = new Ajv();
  void ajv.validate(schema, value);
  return ajv.errors;
}
