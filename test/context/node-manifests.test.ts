import { describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import {
  pnpmWorkspaces,
  readNextConfig,
  readNpmrc,
  readTsOutput,
  yarnLinker,
} from '../../src/context/manifests/node-config.ts';
import { nodeLocks } from '../../src/context/manifests/node-lock.ts';
import { readPackageJson } from '../../src/context/manifests/package-json.ts';

describe('package.json', () => {
  it('is read with its dependencies, scripts and tools', () => {
    const context = memoryContext({
      'package.json': JSON.stringify({
        name: '@acme/web',
        version: '1.2.3',
        type: 'module',
        bin: 'cli.js',
        scripts: { start: 'node dist/main.js', odd: 5 },
        dependencies: { express: '^4' },
        devDependencies: { typescript: '5' },
        packageManager: 'pnpm@9.1.0+sha512.abc',
        workspaces: { packages: ['packages/*'] },
        pnpm: { patchedDependencies: { 'left-pad': 'patches/left-pad.patch' } },
      }),
    });
    expect(readPackageJson(context, 'package.json')).toMatchObject({
      name: '@acme/web',
      type: 'module',
      bin: new Map([['web', 'cli.js']]),
      scripts: new Map([['start', 'node dist/main.js']]),
      dependencies: new Map([['express', '^4']]),
      packageManager: { name: 'pnpm', version: '9.1.0' },
      workspaces: ['packages/*'],
      patches: ['patches/left-pad.patch'],
    });
  });

  it.each(['', '{', '[]', 'null', '{"dependencies": ["x"], "scripts": 3, "workspaces": {"packages": "x"}}'])(
    'survives %j',
    text => {
      const read = readPackageJson(memoryContext({ 'package.json': text }), 'package.json');
      expect(read?.dependencies.size ?? 0).toBe(0);
      expect(read?.workspaces ?? []).toEqual([]);
    },
  );
});

describe('lock files', () => {
  const locked = (name: string, text: string): unknown => nodeLocks(memoryContext({ [name]: text }), '');
  const fact = { builds: undefined, libc: [], dev: undefined };

  it('of npm, version 3', () => {
    const packages = {
      '': { name: 'root' },
      'node_modules/sharp': { version: '0.33.0', hasInstallScript: true },
      'node_modules/@img/sharp-linuxmusl-x64': { version: '0.33.0', libc: ['musl'], optional: true },
      'node_modules/a/node_modules/b': { version: '1.0.0', dev: true },
      'packages/member': { version: '0.0.0' },
    };
    expect(locked('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }))).toEqual([
      {
        path: 'package-lock.json',
        kind: 'npm',
        packages: [
          { name: 'sharp', version: '0.33.0', builds: true, libc: [], dev: false },
          { name: '@img/sharp-linuxmusl-x64', version: '0.33.0', builds: false, libc: ['musl'], dev: false },
          { name: 'b', version: '1.0.0', builds: false, libc: [], dev: true },
        ],
      },
    ]);
  });

  it('of npm, version 1', () => {
    const dependencies = { a: { version: '1.0.0', dependencies: { b: { version: '2.0.0', dev: true } } } };
    expect(locked('npm-shrinkwrap.json', JSON.stringify({ lockfileVersion: 1, dependencies }))).toMatchObject([
      {
        kind: 'npm',
        packages: [
          { name: 'a', version: '1.0.0', dev: false },
          { name: 'b', version: '2.0.0', dev: true },
        ],
      },
    ]);
  });

  it('of yarn 1', () => {
    const text =
      '# yarn lockfile v1\n\n\n"@babel/core@^7.0.0", "@babel/core@^7.1.0":\n  version "7.2.0"\n  resolved "x"\n\nms@2.0.0:\n  version "2.0.0"\n';
    expect(locked('yarn.lock', text)).toEqual([
      {
        path: 'yarn.lock',
        kind: 'yarn',
        packages: [
          { ...fact, name: '@babel/core', version: '7.2.0' },
          { ...fact, name: 'ms', version: '2.0.0' },
        ],
      },
    ]);
  });

  it('of yarn berry', () => {
    const text =
      '__metadata:\n  version: 8\n\n"@esbuild/linux-x64@npm:0.20.0":\n  version: 0.20.0\n  conditions: os=linux & cpu=x64 & libc=glibc\n\n"ms@npm:^2.0.0":\n  version: 2.1.0\n';
    expect(locked('yarn.lock', text)).toMatchObject([
      {
        kind: 'yarn-berry',
        packages: [
          { name: '@esbuild/linux-x64', version: '0.20.0', libc: ['glibc'] },
          { name: 'ms', version: '2.1.0', libc: [] },
        ],
      },
    ]);
  });

  it('of pnpm, old and new', () => {
    const text =
      "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      x: 1\n\npackages:\n\n  '@scope/a@1.0.0':\n    resolution: {integrity: x}\n    libc: [musl]\n\n  bcrypt@5.1.1:\n    requiresBuild: true\n\nsnapshots:\n\n  other@1.0.0: {}\n";
    expect(locked('pnpm-lock.yaml', text)).toMatchObject([
      {
        kind: 'pnpm',
        packages: [
          { name: '@scope/a', version: '1.0.0', libc: ['musl'], builds: false },
          { name: 'bcrypt', version: '5.1.1', builds: true },
        ],
      },
    ]);
    const old = 'packages:\n\n  /@scope/a/1.0.0:\n    resolution: {}\n\n  /b@2.0.0(peer@1.0.0):\n    dev: true\n';
    expect(locked('pnpm-lock.yaml', old)).toMatchObject([
      {
        packages: [
          { name: '@scope/a', version: '1.0.0' },
          { name: 'b', version: '2.0.0' },
        ],
      },
    ]);
  });

  it('of bun, as text with trailing commas and as bytes', () => {
    const text = '{\n  "packages": {\n    "@a/b": ["@a/b@1.0.0", "", { "libc": "musl", }, "sha512-x"],\n  },\n}\n';
    expect(locked('bun.lock', text)).toMatchObject([
      { kind: 'bun', packages: [{ name: '@a/b', version: '1.0.0', libc: ['musl'] }] },
    ]);
    expect(locked('bun.lockb', '\0')).toEqual([{ path: 'bun.lockb', kind: 'bun', packages: undefined }]);
  });

  it('that cannot be read are there all the same', () => {
    expect(nodeLocks(memoryContext({ 'web/package-lock.json': { size: 5e6 } }), 'web')).toEqual([
      { path: 'web/package-lock.json', kind: 'npm', packages: undefined },
    ]);
  });
});

describe('tsconfig.json', () => {
  it('is followed through what it extends, the nearest setting first', () => {
    const context = memoryContext({
      'app/tsconfig.build.json': '{ "extends": "./tsconfig", "compilerOptions": { "noEmit": false } }',
      'app/tsconfig.json':
        '{ // with comments\n "extends": ["../base.json", "@tsconfig/node20/tsconfig.json"], "compilerOptions": { "rootDir": "src", }, }',
      'base.json': '{ "compilerOptions": { "outDir": "./build", "rootDir": "lib", "noEmit": true } }',
    });
    expect(readTsOutput(context, 'app/tsconfig.build.json')).toEqual({
      outDir: 'build',
      rootDir: 'app/src',
      noEmit: false,
      read: ['app/tsconfig.build.json', 'app/tsconfig.json', 'base.json'],
      unread: ['@tsconfig/node20/tsconfig.json'],
    });
  });

  it('may extend itself', () => {
    const context = memoryContext({ 'tsconfig.json': '{ "extends": "./tsconfig.json" }' });
    expect(readTsOutput(context, 'tsconfig.json')).toMatchObject({ outDir: undefined, unread: [] });
  });
});

it('finds credentials in .npmrc', () => {
  const text =
    'registry=https://npm.example.org/\n# //x/:_authToken=old\n//npm.example.org/:_authToken=${NPM_TOKEN}\nalways-auth = true\n';
  expect(readNpmrc(memoryContext({ '.npmrc': text }), '.npmrc')).toMatchObject({
    settings: new Map([
      ['registry', 'https://npm.example.org/'],
      ['//npm.example.org/:_authToken', '${NPM_TOKEN}'],
      ['always-auth', 'true'],
    ]),
    credentials: [3],
  });
});

it.each([
  ["const nextConfig = {\n  output: 'standalone',\n};", 'standalone', 2],
  ['export default { output: "export" }', 'export', 1],
  ["module.exports = {\n  // output: 'standalone',\n};", undefined, undefined],
  ['module.exports = { output: process.env.OUT }', undefined, undefined],
])('next.config %#', (text, output, line) => {
  const context = memoryContext({ 'web/next.config.mjs': text });
  expect(readNextConfig(context, 'web')).toEqual({ path: 'web/next.config.mjs', output, line });
});

it('reads the linker of yarn and the workspaces of pnpm', () => {
  const context = memoryContext({
    '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn.cjs\nnodeLinker: "node-modules"\n',
    'b/.yarnrc.yml': 'enableTelemetry: false\n',
    'pnpm-workspace.yaml':
      "packages:\n  # all\n  - 'packages/*'\n  - apps/web # one\n  - '!**/test/**'\ncatalog:\n  - nothing\n",
  });
  expect(yarnLinker(context, '')).toBe('node-modules');
  expect(yarnLinker(context, 'b')).toBe('pnp');
  expect(yarnLinker(context, 'c')).toBeUndefined();
  expect(pnpmWorkspaces(context, '')).toEqual(['packages/*', 'apps/web', '!**/test/**']);
});
