import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diskContext } from '../src/cli/disk-context.ts';
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { optimize } from '../src/optimizer/optimize.ts';
import { plimsoll } from './support/run-program.ts';

const own = readFileSync('Dockerfile', 'utf8');

// What a reader of the code finds: NODE_VERSION is named in the tables of base images (H3), git and ShellCheck are used where
// they are at hand (H20), and the files that are read and written are the user's, in a mounted folder (H21, H32).
const options = { date: '2026-08-22', assume: [3, 20, 21, 32] };

it('is what optimize makes of the plain Dockerfile', () => {
  const plain = parseDockerfile(readFileSync('test/fixtures/own/Dockerfile', 'utf8'));
  const plan = optimize(plain, diskContext('.'), options);
  expect(plan.text).toBe(own);
  expect(plan.rung).toBe('T2');
});

it('has no findings', () => {
  const { code, out } = plimsoll(['--date', '2026-08-22', '--format', 'gnu', 'Dockerfile']);
  expect(out).toBe('');
  expect(code).toBe(0);
});
