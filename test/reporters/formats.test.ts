import { describe, expect, it } from 'vitest';
import { reporters, type Format } from '../../src/reporters/index.ts';
import { PLAIN } from '../../src/reporters/style.ts';
import { exampleReport } from './example-report.ts';

const EXTENSIONS: Readonly<Record<Format, string>> = {
  text: 'txt',
  json: 'json',
  sarif: 'sarif',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  checkstyle: 'checkstyle.xml',
  junit: 'junit.xml',
  sonarqube: 'sonarqube.json',
  codeclimate: 'codeclimate.txt',
  markdown: 'md',
  html: 'html',
  gnu: 'gnu.txt',
  tty: 'tty.txt',
  hadolint: 'hadolint.json',
};

describe.each(Object.entries(reporters))('%s', (name, reporter) => {
  it('reports findings of every shape', async () => {
    const extension = Object.entries(EXTENSIONS).find(([format]) => format === name)?.[1] ?? name;
    await expect(reporter(exampleReport(), PLAIN, false)).toMatchFileSnapshot(`expected/example.${extension}`);
  });
});

it('reports nothing found', () => {
  const nothing = { version: '1.2.3', files: [], failures: [] };
  expect(reporters.text(nothing, PLAIN)).toBe('No problems in 0 files\n');
  expect(JSON.parse(reporters.json(nothing))).toMatchObject({ files: [], summary: { findings: 0 } });
  expect(JSON.parse(reporters.sarif(nothing))).toMatchObject({ runs: [{ results: [] }] });
  expect(reporters.hadolint(nothing)).toBe('[]');
});

describe('text', () => {
  it('has colours and links where the terminal takes them', async () => {
    const text = reporters.text(exampleReport(), { color: true, links: true, width: 80 });
    const shown = text.replaceAll('\u001B', '<ESC>');
    await expect(shown).toMatchFileSnapshot('expected/example-in-colour.txt');
  });

  it('lets no control character of a file through, whatever the terminal takes', () => {
    const text = reporters.text(exampleReport(), PLAIN);
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });

  it('keeps to the width but for what has no blank to break at', () => {
    const lines = reporters.text(exampleReport(), PLAIN).split('\n');
    expect(lines.filter(line => line.length > PLAIN.width)).toEqual([]);
  });

  it('says nothing but findings when it is to be quiet', () => {
    expect(reporters.text(exampleReport(), PLAIN, true)).not.toContain('fixable');
    expect(reporters.text({ version: '1', files: [], failures: [] }, PLAIN, true)).toBe('');
  });
});
