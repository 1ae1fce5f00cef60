import { spawnSync } from 'node:child_process';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { folderWith, plimsoll, programPath, textOf } from '../support/run-program.ts';

const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\n';

describe('configuration', () => {
  it('is the nearest above each file, with what it extends and overrides', () => {
    const cwd = folderWith({
      '.plimsoll.yaml':
        'extends: ./base.json\noverrides:\n  - files: "*.quiet.Dockerfile"\n    rules: { DL4000: off }\n',
      'base.json': '{ "rules": { "maintainer-deprecated": "error" } }',
      'a/Dockerfile': DIRTY,
      'a/x.quiet.Dockerfile': DIRTY,
      'b/.plimsoll.yml': 'rules: { maintainer-deprecated: info }\n',
      'b/Dockerfile': DIRTY,
    });
    const { out } = plimsoll(['--format', 'hadolint'], { cwd });
    const found = JSON.parse(out) as { code: string; file: string; level: string }[];
    expect(found.filter(({ code }) => code === 'DL4000').map(({ file, level }) => [file, level])).toEqual([
      ['a/Dockerfile', 'error'],
      ['b/Dockerfile', 'info'],
    ]);
    expect(plimsoll(['--no-config', '--format', 'hadolint', 'a/Dockerfile'], { cwd }).out).toContain(
      '"level":"warning"',
    );
  });

  it('has its mistakes named with file, line and the nearest right name', () => {
    const cwd = folderWith({ '.plimsoll.yaml': 'preset: strict\nrulez:\n  x: off\n', Dockerfile: DIRTY });
    const { code, err } = plimsoll([], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^plimsoll: \.plimsoll\.yaml:2:1: .*`rulez`.*`rules`.*\n$/);
  });

  it('that is wrong stops only the files that it holds for', () => {
    const cwd = folderWith({
      'a/Dockerfile': DIRTY,
      'b/.plimsoll.yaml': 'fail-on: warning\npresett: strict\n',
      'b/Dockerfile': DIRTY,
      'b/web.Dockerfile': DIRTY,
      'c/Dockerfile': DIRTY,
    });
    const { code, out, err } = plimsoll(['--select', 'DL4000', '--format', 'github'], { cwd });
    const message = 'there is no key `presett`; did you mean `preset`?';
    expect([code, err]).toEqual([2, `plimsoll: b/.plimsoll.yaml:2:1: ${message}\n`]);
    expect(out).toMatch(/^::error file=b\/\.plimsoll\.yaml,line=2,col=1,title=plimsoll::there is no key/);
    expect(Array.from(out.matchAll(/^::warning file=([^,]+)/gm), ([, path]) => path)).toEqual([
      'a/Dockerfile',
      'c/Dockerfile',
    ]);
  });

  it('may be hadolint’s, with its environment', () => {
    const cwd = folderWith({ '.hadolint.yaml': 'override:\n  info: [DL4000]\n', Dockerfile: DIRTY });
    expect(plimsoll(['--format', 'hadolint'], { cwd }).out).toContain(
      '"code":"DL4000","column":1,"file":"Dockerfile","level":"info"',
    );
    expect(plimsoll(['--format', 'hadolint'], { cwd, env: { HADOLINT_IGNORE: 'DL4000' } }).out).not.toContain('DL4000');
  });

  it.each([
    ['json', '[{"code":'],
    ['checkstyle', '<?xml '],
    ['codeclimate', '{"type":"issue"'],
    ['gitlab_codeclimate', '[\n  {\n    "description"'],
    ['gnu', 'Dockerfile:2:1: '],
    ['sonarqube', '{\n  "rules"'],
    ['sarif', '{\n  "$schema"'],
  ])('takes hadolint’s format %s', (format, head) => {
    const cwd = folderWith({ '.hadolint.yaml': `format: ${format}\n`, Dockerfile: DIRTY });
    expect(plimsoll(['--select', 'DL4000'], { cwd }).out.slice(0, head.length)).toBe(head);
  });

  it('names a format that is none of hadolint’s, or not written here', () => {
    const { code, err } = plimsoll(['--preset', 'hadolint', '-'], { input: DIRTY, env: { HADOLINT_FORMAT: 'codacy' } });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^plimsoll: hadolint's configuration asks for the format `codacy`: /),
    ]);
  });

  it('may be hadolint’s environment alone, where its preset is asked for', () => {
    const cwd = folderWith({ Dockerfile: DIRTY });
    const env = { HADOLINT_IGNORE: 'DL4000' };
    const args = ['--format', 'hadolint', '--select', 'DL4000'];
    expect(plimsoll([...args], { cwd, env }).out).toContain('DL4000');
    expect(plimsoll(['--format', 'hadolint', '--preset', 'hadolint'], { cwd, env }).out).not.toContain('DL4000');
    expect(plimsoll(['--format', 'hadolint', '--preset', 'hadolint'], { cwd }).out).toContain('DL4000');
  });

  it('runs plugins only where the user allows it', () => {
    const plugin = `export default {
      id: 'no-alpine', summary: 'Alpine', category: 'style', severity: 'error', applies: 'any', edition: 2026, messages: { it: 'No.' }, options: {},
      run: file => file.instructions.filter(i => i.keyword === 'FROM').map(i => ({ messageId: 'it', message: 'No.', at: i.span })),
    };`;
    const cwd = folderWith({
      '.plimsoll.yaml': 'plugins: [./rule.mjs]\n',
      'rule.mjs': plugin,
      Dockerfile: 'FROM alpine:3.22\n',
    });
    expect(plimsoll([], { cwd }).code).toBe(2);
    expect(plimsoll([], { cwd }).err).toContain('--allow-plugins');
    const messageOf = (text: string | undefined): string => {
      const folder = folderWith({
        '.plimsoll.yaml': 'plugins: [./rule.mjs]\n',
        ...(text !== undefined && { 'rule.mjs': text }),
      });
      const { code, err } = plimsoll(['--allow-plugins', '-'], { cwd: folder, input: 'FROM alpine:3.22\n' });
      return `${code} ${err.replace(/the plugin .*rule\.mjs/, 'the plugin')}`;
    };
    const head = '2 plimsoll: .plimsoll.yaml: the plugin';
    expect(messageOf(undefined)).toBe(`${head} cannot be loaded: no such file or folder\n`);
    expect(messageOf('\nexport default const\n')).toBe(`${head} cannot be loaded: Unexpected token 'const'\n`);
    expect(messageOf('throw new Error("no luck");\n')).toBe(`${head} cannot be loaded: no luck\n`);
    expect(messageOf('export default 5;\n')).toContain(`${head} has to export a rule`);
    expect(messageOf(plugin.replace('no-alpine', 'DL3002'.toLowerCase()))).toBe(
      `${head} has a rule \`dl3002\`, and another rule goes by that name\n`,
    );
    const { out } = plimsoll(['--allow-plugins', '--select', 'no-alpine', '--format', 'json'], { cwd });
    expect(JSON.parse(out).files[0].findings).toMatchObject([
      { rule: 'no-alpine', docs: 'https://github.com/plimsoll/plimsoll' },
    ]);
  });
});

describe('adoption', () => {
  it('counts only what the baseline does not have', () => {
    const cwd = folderWith({ Dockerfile: DIRTY });
    const only = ['--select', 'maintainer-deprecated'];
    expect(plimsoll(['baseline', ...only], { cwd })).toEqual({
      code: 0,
      out: '',
      err: '.plimsoll-baseline.json: 1 finding in 1 file\n',
    });
    expect(plimsoll([...only, '--baseline', '.plimsoll-baseline.json'], { cwd }).code).toBe(0);
    const later = plimsoll([...only, '--baseline', '.plimsoll-baseline.json', '--stdin-filename', 'Dockerfile', '-'], {
      cwd,
      input: `# moved\n${DIRTY}MAINTAINER you\n`,
    });
    expect(later.out).toContain('MAINTAINER you');
    expect(later.out).toContain('1 problem in 1 of 1 file');
  });

  it('counts only lines changed since a git ref', () => {
    const cwd = folderWith({ Dockerfile: DIRTY, 'other/Dockerfile': DIRTY });
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    const since = () =>
      plimsoll(['--select', 'maintainer-deprecated', '--since', 'HEAD', '--format', 'hadolint'], { cwd });
    expect(since()).toEqual({ code: 0, out: '[]', err: '' });
    spawnSync('sh', ['-c', 'echo MAINTAINER you >> other/Dockerfile; cp Dockerfile new.Dockerfile'], { cwd });
    const found = JSON.parse(since().out) as { file: string; line: number }[];
    expect(found.map(({ file, line }) => [file, line])).toEqual([
      ['new.Dockerfile', 2],
      ['other/Dockerfile', 3],
    ]);
    expect(plimsoll(['--since', 'nowhere'], { cwd }).err).toBe('plimsoll: --since: git knows no `nowhere`\n');
  });
});

describe('inquiries', () => {
  it('lists every rule', () => {
    const listed = JSON.parse(plimsoll(['rules', '--format', 'json']).out) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    const text = plimsoll(['rules']).out;
    for (const { id } of rules) expect(text).toContain(`  ${id} `);
  });

  it('shows the page of a rule by any of its names', () => {
    const page = plimsoll(['explain', 'maintainer-deprecated']).out;
    expect(page).toMatch(/^maintainer-deprecated\n/);
    expect(plimsoll(['explain', 'dl4000']).out).toBe(page);
    const prose = plimsoll(['explain', 'multiple-cmd']).out.split('\n');
    expect(prose.filter(line => line.length > 80 && !line.includes('http'))).toEqual([]);
    expect(plimsoll(['explain', 'maintainer-depricated'])).toEqual({
      code: 2,
      out: '',
      err: 'plimsoll: there is no rule `maintainer-depricated`; did you mean `maintainer-deprecated`? `plimsoll rules` lists them\n',
    });
  });

  it('shows the pages of what is no rule, and is reported all the same', () => {
    for (const name of ['unreadable-file', 'internal-error']) {
      const { code, out } = plimsoll(['explain', name]);
      expect([code, out]).toEqual([0, expect.stringContaining('What to do')]);
    }
  });

  it('prints a schema that its own first configuration keeps to', () => {
    const schema = JSON.parse(plimsoll(['schema']).out) as Record<string, unknown>;
    const check = new Ajv({ strict: false }).compile(schema);
    expect(check({ preset: 'strict', rules: { 'maintainer-deprecated': 'off' } })).toBe(true);
    expect(check({ rulez: {} })).toBe(false);
  });

  it('writes a configuration to begin with, once', () => {
    const cwd = folderWith({ Dockerfile: 'FROM alpine:3.22\n' });
    expect(plimsoll(['init'], { cwd })).toEqual({ code: 0, out: '', err: '.plimsoll.yaml is written\n' });
    expect(plimsoll(['init'], { cwd }).code).toBe(2);
    expect(plimsoll([], { cwd }).code).toBe(0);
  });

  it('translates hadolint’s configuration', () => {
    const cwd = folderWith({ '.hadolint.yaml': 'ignored: [DL4000]\nfailure-threshold: error\n', Dockerfile: DIRTY });
    plimsoll(['init', '--from-hadolint'], { cwd });
    expect(textOf(cwd, '.plimsoll.yaml')).toContain('maintainer-deprecated: off');
    expect(plimsoll(['--format', 'hadolint'], { cwd }).out).not.toContain('DL4000');
  });
});

it('ends quietly when its reader has gone', () => {
  const cwd = folderWith({ Dockerfile: `FROM alpine:3.22\n${'MAINTAINER me\n'.repeat(5000)}` });
  const command = `"${process.execPath}" "${programPath()}" --select maintainer-deprecated | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['Dockerfile\n', '']);
});
