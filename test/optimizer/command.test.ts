import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOf, folderWith, plimsoll, textOf } from '../support/run-program.ts';

const FLASK = 'test/fixtures/apps/python-gcp-port';

function committed(fixture: string): string {
  const folder = copyOf(fixture);
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'first');
  return folder;
}

it('prints a diff and the reasons, and writes nothing', () => {
  const folder = copyOf(FLASK);
  const before = textOf(folder, 'Dockerfile');
  const { code, out, err } = plimsoll(['optimize'], { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('+FROM python:3.14-slim');
  expect(out).toContain('Dockerfile: rewritten to T1 (several stages, slim runtime); planned, not built.');
  expect(out).toContain(
    '  H13 The distroless image has Python 3.13 only; this project runs on 3.14.\n    Dockerfile:1\n    Move to python:3.13.\n',
  );
  const prose = out.slice(out.indexOf('\nSteps\n')).split('\n');
  expect(prose.filter(line => line.length > 80 && line.trim().includes(' '))).toEqual([]);
  expect(textOf(folder, 'Dockerfile')).toBe(before);
});

it('says of a variable whose value only the image knows that it is set', () => {
  const { out } = plimsoll(['optimize', 'test/fixtures/apps/go-http']);
  expect(out).toContain('environment GOLANG_VERSION: set → none');
});

it('ends with 1 where it refuses, and says why', () => {
  const { code, out } = plimsoll(['optimize', 'test/fixtures/apps/onbuild-base']);
  expect(code).toBe(1);
  expect(out).toContain('refused');
  expect(out).toContain('ONBUILD makes this a base image');
});

it.each([['COPY --from=build /etc/app /etc/app'], ['RUN --mount=from=BUILD,target=/m true']])(
  'adds no stage of a name that means something outside of the file: %s',
  line => {
    const folder = copyOf('test/fixtures/apps/c-cmake-curl');
    const text = textOf(folder, 'Dockerfile');
    const taken = text.replace('\nCMD', `\n${line}\nCMD`);
    expect(taken).not.toBe(text);
    writeFileSync(join(folder, 'Dockerfile'), taken);
    const { code, out } = plimsoll(['optimize'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toContain('is called `build`');
  },
);

it.each([
  [['optimize', 'nowhere'], 'nowhere: no such file or folder'],
  [['optimize', FLASK, '--assume', 'H99'], '--assume: "H99" is no hazard; they are H1 to H62'],
  [['optimize', FLASK, '--context', 'nowhere'], 'nowhere: there is no such folder'],
])('%s is an error that tells what to do', (args, message) => {
  const { code, out, err } = plimsoll(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

it('writes the files where the old text is committed, and then finds nothing to do', () => {
  const folder = committed(FLASK);
  expect(plimsoll(['optimize', '--write'], { cwd: folder }).code).toBe(0);
  expect(textOf(folder, 'Dockerfile')).toContain('FROM python:3.14-slim');
  expect(textOf(folder, '.dockerignore')).toContain('.git\n');
  const written = textOf(folder, 'Dockerfile');
  expect(plimsoll(['optimize', '--write', '--force'], { cwd: folder }).out).not.toContain('@@');
  expect(textOf(folder, 'Dockerfile')).toBe(written);
});

it('overwrites nothing that is not committed unless it is forced', () => {
  const folder = copyOf(FLASK);
  const { code, err } = plimsoll(['optimize', '--write'], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toContain('not under version control');
  expect(existsSync(join(folder, '.dockerignore'))).toBe(false);
  expect(plimsoll(['optimize', '--write', '--force'], { cwd: folder }).code).toBe(0);
  expect(existsSync(join(folder, '.dockerignore'))).toBe(true);
});

it.each(['json', 'markdown', 'html'])('prints %s', async format => {
  const { code, out } = plimsoll(['optimize', FLASK, '--format', format, '--assume', '32']);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(`plans/formats/python-gcp-port.${format}`);
});

it('escapes what stands in files', () => {
  const hostile = 'FROM python:3.13\nWORKDIR /app\nRUN pip install <script>alert(1)</script>\nCMD ["a"]\n';
  const folder = folderWith({ Dockerfile: hostile, 'requirements.txt': 'flask\n' });
  expect(plimsoll(['optimize', '--format', 'html'], { cwd: folder }).out).not.toContain('<script');
  expect(plimsoll(['optimize', '--format', 'markdown'], { cwd: folder }).out).not.toMatch(/^[^\n`]*<script/m);
});
