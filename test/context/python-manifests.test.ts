import { describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import { readPyProject } from '../../src/context/manifests/pyproject.ts';
import { pythonLocks, pythonVersion, readPipfile } from '../../src/context/manifests/python-lock.ts';
import { readRequirements, requirementsClosure } from '../../src/context/manifests/requirements.ts';

describe('requirements.txt', () => {
  const parse = (text: string): ReturnType<typeof readRequirements> =>
    readRequirements(memoryContext({ 'app/requirements.txt': text }), 'app/requirements.txt');

  it.each([
    ['Flask==2.0', { name: 'flask', specifier: '==2.0' }],
    ['zope.interface >= 5, < 6', { name: 'zope-interface', specifier: '>=5,<6' }],
    ['uvicorn[standard]==0.30', { name: 'uvicorn', extras: ['standard'], specifier: '==0.30' }],
    ['typing_extensions; python_version < "3.11"', { name: 'typing-extensions', specifier: '' }],
    ['requests # http', { name: 'requests', specifier: '' }],
    ['six==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb', { name: 'six', specifier: '==1.0', hashed: true }],
    ['-e ./lib', { path: 'app/lib', isLocal: true, editable: true }],
    ['-e .', { path: 'app', isLocal: true, editable: true }],
    ['./wheels/x-1.0-py3-none-any.whl', { path: 'app/wheels/x-1.0-py3-none-any.whl', isLocal: true }],
    ['../../outside', { path: undefined, isLocal: true }],
    [
      'git+https://example.org/x.git@main#egg=My_Lib',
      { name: 'my-lib', url: 'git+https://example.org/x.git@main#egg=My_Lib', isLocal: false },
    ],
    ['pip @ https://example.org/pip.whl', { name: 'pip', url: 'https://example.org/pip.whl' }],
    ['lib @ file:///src/lib', { name: 'lib', path: undefined, isLocal: true }],
  ])('%j', (text, expected) => {
    expect(parse(text)?.requirements).toMatchObject([expected]);
  });

  it('takes in other files, constraints and indexes', () => {
    const text =
      '\uFEFF# all\r\n-r base.txt\r\n--requirement=../dev.txt\n-c constraints.txt\n--extra-index-url https://pypi.example.org/simple\n--no-binary :all:\n\nflask\n';
    expect(parse(text)).toMatchObject({
      includes: ['app/base.txt', 'dev.txt'],
      constraints: ['app/constraints.txt'],
      indexes: ['https://pypi.example.org/simple'],
      requirements: [{ name: 'flask', line: 8 }],
      leavesContext: false,
    });
    expect(parse('-r ../../base.txt')?.leavesContext).toBe(true);
  });

  it('is followed through -r and -c, round about too', () => {
    const context = memoryContext({ 'a.txt': '-r b.txt', 'b.txt': '-r a.txt\n-c c.txt\n-r gone.txt', 'c.txt': '' });
    const { files, missing } = requirementsClosure(context, 'a.txt');
    expect(files.map(({ path }) => path).toSorted()).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(missing).toEqual(['gone.txt']);
  });
});

describe('pyproject.toml', () => {
  it('of the standard kind', () => {
    const text = `[build-system]
requires = ["hatchling", "hatch-vcs"]
build-backend = "hatchling.build"
[project]
name = "app"
readme = "README.md"
license = { file = "LICENSE" }
requires-python = ">=3.11"
dependencies = ["Flask[async]>=2", "psycopg2"]
[project.scripts]
app = "app:main"
[tool.uv.sources]
core = { path = "../core", editable = true }
[tool.uv.workspace]
members = ["packages/*"]
[tool.hatch.version]
path = "src/app/__init__.py"
`;
    expect(readPyProject(memoryContext({ 'svc/pyproject.toml': text }), 'svc/pyproject.toml')).toEqual({
      path: 'svc/pyproject.toml',
      name: 'app',
      requiresPython: '>=3.11',
      buildBackend: 'hatchling.build',
      buildRequires: ['hatchling', 'hatch-vcs'],
      tools: ['uv', 'hatch'],
      dependencies: ['flask', 'psycopg2'],
      scripts: new Map([['app', 'app:main']]),
      buildFiles: ['svc/README.md', 'svc/LICENSE', 'svc/src/app/__init__.py'],
      localPaths: ['core'],
      requirementFiles: [],
      versionFromGit: true,
      workspaceMembers: ['packages/*'],
      packageMode: true,
    });
  });

  it('of poetry', () => {
    const text = `[tool.poetry]
name = "app"
package-mode = false
[tool.poetry.dependencies]
python = "^3.12"
Django = "^5"
shared = { path = "libs/shared", develop = true }
[tool.poetry.group.dev.dependencies]
pytest = "*"
`;
    expect(readPyProject(memoryContext({ 'pyproject.toml': text }), 'pyproject.toml')).toMatchObject({
      tools: ['poetry'],
      requiresPython: '^3.12',
      dependencies: ['django', 'shared'],
      localPaths: ['libs/shared'],
      packageMode: false,
      versionFromGit: false,
    });
  });

  it.each(['', '[project', 'project = 3', '[project]\nname = 3\ndependencies = "x"'])('survives %j', text => {
    const read = readPyProject(memoryContext({ 'pyproject.toml': text }), 'pyproject.toml');
    expect(read?.dependencies ?? []).toEqual([]);
    expect(read?.name).toBeUndefined();
  });
});

it('reads the lock files of uv, poetry and pipenv', () => {
  const context = memoryContext({
    'uv.lock':
      'version = 1\n[[package]]\nname = "Flask"\nversion = "3.0"\n[package.metadata]\nname = "no"\n[[package]]\nname = "app"\nsource = { virtual = "." }\n',
    'Pipfile.lock': '{"default": {"requests": {"version": "==2.0"}}, "develop": {"pytest": {}}}',
    'poetry.lock': { size: 3e6 },
  });
  expect(pythonLocks(context, '')).toEqual([
    {
      path: 'uv.lock',
      kind: 'uv',
      packages: [
        { name: 'flask', version: '3.0' },
        { name: 'app', version: undefined },
      ],
    },
    { path: 'poetry.lock', kind: 'poetry', packages: undefined },
    { path: 'Pipfile.lock', kind: 'pipenv', packages: [{ name: 'requests', version: '2.0' }] },
  ]);
});

it('reads Pipfile and .python-version', () => {
  const context = memoryContext({
    Pipfile:
      '[packages]\nFlask = "*"\nlib = {path = "./lib"}\n[dev-packages]\npytest = "*"\n[requires]\npython_version = "3.12"\n',
    '.python-version': 'cpython-3.12.4\n',
  });
  expect(readPipfile(context, '')).toEqual({
    path: 'Pipfile',
    packages: ['flask', 'lib'],
    devPackages: ['pytest'],
    pythonVersion: '3.12',
    localPaths: ['lib'],
  });
  expect(pythonVersion(context, '')).toBe('3.12.4');
});
