import { expect, it } from 'vitest';
import { folderWith, plimsoll } from '../support/run-program.ts';

const DOCKERFILE = 'ARG BASE=nowhere\nFROM alpine:3.22 AS used\nCOPY here.txt /\nFROM alpine:3.22\nCOPY gone.txt /\n';

function found(files: Readonly<Record<string, string>>, path: string) {
  const folder = folderWith(files);
  const args = ['--select', 'copy-missing', '--format', 'gnu', path];
  const { code, out, err } = plimsoll(args, { cwd: folder });
  return { code, err, lines: out.split('\n').filter(line => line !== '') };
}

it('lints the Dockerfiles of a compose file in their contexts', () => {
  const { code, lines, err } = found(
    {
      'deploy/compose.yaml':
        'services:\n  web:\n    build: { context: ../app, dockerfile: docker/Dockerfile, target: used }\n',
      'app/docker/Dockerfile': DOCKERFILE,
      'app/here.txt': '',
    },
    'deploy/compose.yaml',
  );
  expect([code, err]).toEqual([1, '']);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^app\/docker\/Dockerfile:5:6: error: .*gone\.txt/);
});

it('lints the Dockerfiles of a bake file once each', () => {
  const { code, lines } = found(
    {
      'docker-bake.hcl': 'target "a" {\n  target = "used"\n}\ntarget "b" {\n}\n',
      Dockerfile: DOCKERFILE,
      'here.txt': '',
    },
    'docker-bake.hcl',
  );
  expect([code, lines.length]).toEqual([1, 1]);
});

it('says what is wrong in a file that leads nowhere', () => {
  expect(found({ 'compose.yml': 'services: { web: { build: ./gone } }' }, 'compose.yml')).toMatchObject({
    code: 2,
    err: 'plimsoll: gone/Dockerfile: no such file or folder\n',
  });
  expect(found({ 'docker-bake.hcl': 'target "a" {' }, 'docker-bake.hcl')).toMatchObject({
    code: 2,
    err: 'plimsoll: docker-bake.hcl:1:13: `}` is missing before the end of the line\n',
  });
  expect(found({ 'deep.json': '['.repeat(100_000) }, 'deep.json').code).toBe(2);
});
