import { describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import type { Ecosystem } from '../../src/context/manifests/ecosystem.ts';
import { installInputs } from '../../src/context/manifests/install-inputs.ts';
import { manifestsIn } from '../../src/context/manifests/overview.ts';

interface Case {
  readonly what: string;
  readonly ecosystem: Ecosystem;
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: readonly string[];
  readonly missing?: readonly string[];
  readonly projects?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'requirements that take in others',
    ecosystem: 'python',
    files: {
      'requirements.txt': '-r reqs/base.txt\n-e ./lib\n',
      'reqs/base.txt': '-c ../c.txt\nflask',
      'c.txt': '',
      'lib/setup.py': '',
      'app.py': '',
    },
    inputs: ['c.txt', 'reqs/base.txt', 'requirements.txt'],
    projects: ['lib'],
  },
  {
    what: 'an include that is ignored, and one that is not there',
    ecosystem: 'python',
    files: { '.dockerignore': 'base.txt', 'requirements.txt': '-r base.txt\n-r gone.txt', 'base.txt': '' },
    inputs: ['requirements.txt'],
    missing: ['base.txt', 'gone.txt'],
  },
  {
    what: 'the readme that a pyproject names',
    ecosystem: 'python',
    files: {
      'pyproject.toml': '[project]\nname="a"\nreadme="README.md"\n',
      'uv.lock': '',
      'README.md': '',
      '.python-version': '3.12',
    },
    inputs: ['.python-version', 'README.md', 'pyproject.toml', 'uv.lock'],
  },
  {
    what: 'npm with workspaces and a local package',
    ecosystem: 'node',
    files: {
      'package.json': '{"workspaces": ["packages/*"], "dependencies": {"x": "file:./vendor/x", "y": "file:../y"}}',
      'package-lock.json': '{}',
      '.npmrc': '',
      'packages/a/package.json': '{}',
      'packages/a/index.js': '',
      'packages/a/node_modules/z/package.json': '{}',
      'vendor/x/package.json': '{}',
      'other/package.json': '{}',
    },
    inputs: ['.npmrc', 'package-lock.json', 'package.json', 'packages/a/package.json'],
    missing: ['package.json: a path outside of the context'],
    projects: ['vendor/x'],
  },
  {
    what: 'pnpm with patches',
    ecosystem: 'node',
    files: {
      'package.json': '{"pnpm": {"patchedDependencies": {"a": "fixes/a.patch"}}}',
      'pnpm-lock.yaml': '',
      'pnpm-workspace.yaml': 'packages:\n  - apps/**\n  - "!apps/old"\n',
      'fixes/a.patch': '',
      'apps/web/package.json': '{}',
      'apps/old/package.json': '{}',
    },
    inputs: ['apps/web/package.json', 'fixes/a.patch', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'],
  },
  {
    what: 'yarn with its own releases',
    ecosystem: 'node',
    files: { 'package.json': '{}', 'yarn.lock': '', '.yarnrc.yml': '', '.yarn/releases/yarn.cjs': '' },
    inputs: ['.yarn', '.yarnrc.yml', 'package.json', 'yarn.lock'],
  },
  {
    what: 'a Go module with a replacement',
    ecosystem: 'go',
    files: { 'go.mod': 'module a\nreplace b => ./b\nreplace c => ../c\n', 'go.sum': '', 'b/go.mod': '', 'main.go': '' },
    inputs: ['go.mod', 'go.sum'],
    missing: ['go.mod: a replacement outside of the context'],
    projects: ['b'],
  },
  {
    what: 'a Cargo workspace',
    ecosystem: 'rust',
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\nexclude = ["crates/old"]\n',
      'Cargo.lock': '',
      'rust-toolchain.toml': '',
      '.cargo/config.toml': '',
      'crates/a/Cargo.toml': '[package]\nname = "a"\n[dependencies]\nb = { path = "../b" }\nc = { path = "../../c" }\n',
      'crates/a/build.rs': '',
      'crates/b/Cargo.toml': '[package]\nname = "b"\n',
      'crates/old/Cargo.toml': '',
      'c/Cargo.toml': '',
    },
    inputs: [
      '.cargo/config.toml',
      'Cargo.lock',
      'Cargo.toml',
      'crates/a/Cargo.toml',
      'crates/a/build.rs',
      'crates/b/Cargo.toml',
      'rust-toolchain.toml',
    ],
    projects: ['c'],
  },
  {
    what: 'a Maven reactor',
    ecosystem: 'java',
    files: {
      'pom.xml': '<project><modules><module>a</module><module>gone</module></modules></project>',
      'a/pom.xml': '<project><parent><artifactId>p</artifactId></parent></project>',
      '.mvn/wrapper/maven-wrapper.properties': '',
      mvnw: '',
    },
    inputs: ['.mvn', 'a/pom.xml', 'mvnw', 'pom.xml'],
    missing: ['gone/pom.xml'],
  },
  {
    what: 'Gradle with subprojects',
    ecosystem: 'java',
    files: {
      'build.gradle.kts': '',
      'settings.gradle.kts': '',
      'gradle.properties': '',
      'gradle/libs.versions.toml': '',
      gradlew: '',
      'app/build.gradle': '',
      'app/src/A.java': '',
    },
    inputs: ['app/build.gradle', 'build.gradle.kts', 'gradle', 'gradle.properties', 'gradlew', 'settings.gradle.kts'],
  },
  {
    what: '.NET projects that refer to others',
    ecosystem: 'dotnet',
    files: {
      'a.sln': '"src\\Api\\Api.csproj"',
      'src/Api/Api.csproj':
        '<Project><ItemGroup><ProjectReference Include="..\\Core\\Core.csproj"/></ItemGroup></Project>',
      'src/Core/Core.csproj': '<Project/>',
      'Directory.Build.props': '',
      'src/Directory.Packages.props': '',
      'global.json': '{}',
    },
    inputs: [
      'Directory.Build.props',
      'a.sln',
      'global.json',
      'src/Api/Api.csproj',
      'src/Core/Core.csproj',
      'src/Directory.Packages.props',
    ],
  },
  {
    what: 'a Gemfile that reads a gemspec',
    ecosystem: 'ruby',
    files: {
      Gemfile: 'gemspec\nruby file: ".ruby-version"\n',
      'Gemfile.lock': '',
      'a.gemspec': '',
      '.ruby-version': '3.3',
    },
    inputs: ['.ruby-version', 'Gemfile', 'Gemfile.lock', 'a.gemspec'],
  },
  {
    what: 'composer with a local package',
    ecosystem: 'php',
    files: {
      'composer.json': '{"repositories": [{"type": "path", "url": "lib"}]}',
      'composer.lock': '{}',
      'lib/composer.json': '{}',
    },
    inputs: ['composer.json', 'composer.lock'],
    projects: ['lib'],
  },
  {
    what: 'mix with its configuration',
    ecosystem: 'elixir',
    files: { 'mix.exs': '', 'mix.lock': '', 'config/config.exs': '' },
    inputs: ['config', 'mix.exs', 'mix.lock'],
  },
];

describe('what an install needs', () => {
  it.each(CASES)('$ecosystem: $what', ({ ecosystem, files, inputs, missing = [], projects = [] }) => {
    expect(installInputs(memoryContext(files), '', ecosystem)).toEqual({
      files: inputs,
      missing,
      localProjects: projects,
    });
  });

  it('counts from the folder of the manifest', () => {
    const context = memoryContext({ 'svc/go.mod': 'module a\n', 'svc/go.sum': '', 'go.mod': '' });
    expect(installInputs(context, 'svc', 'go')?.files).toEqual(['svc/go.mod', 'svc/go.sum']);
    expect(installInputs(context, '', 'node')).toBeUndefined();
  });
});

it('lists the ecosystems of a folder', () => {
  const context = memoryContext({
    'package.json': '{}',
    'requirements-dev.txt': '',
    Makefile: '',
    'web/index.html': '',
  });
  expect(manifestsIn(context, '').map(({ ecosystem, manifests }) => [ecosystem, manifests])).toEqual([
    ['python', ['requirements-dev.txt']],
    ['node', ['package.json']],
    ['c', ['Makefile']],
  ]);
  expect(manifestsIn(context, 'web').map(({ ecosystem }) => ecosystem)).toEqual(['static']);
});
