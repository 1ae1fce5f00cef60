import { describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import { readCargoLock, readCargoToml } from '../../src/context/manifests/cargo.ts';
import { readDotnetProject, readSolution, sdkVersion } from '../../src/context/manifests/dotnet.ts';
import { goPackages, readGoMod, readGoWork } from '../../src/context/manifests/go-mod.ts';
import { readGradle } from '../../src/context/manifests/gradle.ts';
import { readPom } from '../../src/context/manifests/pom.ts';
import { parseXml } from '../../src/context/manifests/xml.ts';

describe('Go', () => {
  it('go.mod', () => {
    const text =
      'module example.org/app // the app\n\ngo 1.22.3\ntoolchain go1.23.0\n\nrequire (\n\tgithub.com/a/b v1.0.0\n\tgithub.com/c/d v2.0.0+incompatible // indirect\n)\nrequire github.com/e/f v0.1.0\nreplace github.com/a/b => ./forks/b\nreplace (\n\tx => ../../x\n\ty v1.0.0 => github.com/z/y v1.0.1\n)\n';
    expect(readGoMod(memoryContext({ 'app/go.mod': text }), 'app/go.mod')).toEqual({
      path: 'app/go.mod',
      module: 'example.org/app',
      go: '1.22.3',
      toolchain: 'go1.23.0',
      requires: [
        { path: 'github.com/a/b', version: 'v1.0.0', indirect: false },
        { path: 'github.com/c/d', version: 'v2.0.0+incompatible', indirect: true },
        { path: 'github.com/e/f', version: 'v0.1.0', indirect: false },
      ],
      localReplaces: ['app/forks/b', undefined],
    });
  });

  it('go.work', () => {
    expect(readGoWork(memoryContext({ 'go.work': 'go 1.22\nuse (\n  ./a\n  ./b/c\n)\nuse .\n' }), 'go.work')).toEqual([
      'a',
      'b/c',
      '',
    ]);
  });

  it('main packages and cgo', () => {
    const context = memoryContext({
      'main.go': 'package main\n\nimport "fmt"\n',
      'cmd/tool/main.go': '// Command tool\npackage main\n',
      'lib/c.go': 'package lib\n\n// #include <x.h>\nimport "C"\n',
      'lib/c_test.go': 'package main\nimport "C"\n',
      'gen.go': '//go:build ignore\n\npackage main\n',
      'vendor/v/v.go': 'package main\nimport "C"\n',
    });
    expect(goPackages(context, '')).toEqual({
      mains: ['cmd/tool', ''],
      cgo: [{ file: 'lib/c.go', line: 4 }],
      complete: true,
    });
    expect(goPackages(memoryContext({ 'big.go': { size: 3e6 } }), '').complete).toBe(false);
  });
});

describe('Rust', () => {
  it('Cargo.toml with its programs', () => {
    const context = memoryContext({
      'Cargo.toml':
        '[package]\nname = "server"\nversion = "0.1.0"\nedition = "2021"\ndefault-run = "server"\n[[bin]]\nname = "migrate"\npath = "tools/migrate.rs"\n[dependencies]\ntokio = { version = "1", features = ["full"] }\ncore = { path = "crates/core" }\n[target.\'cfg(unix)\'.dependencies]\nopenssl = "0.10"\n[dev-dependencies]\nrstest = "1"\n[workspace]\nmembers = ["crates/*"]\n',
      'src/main.rs': '',
      'src/bin/worker.rs': '',
      'src/bin/admin/main.rs': '',
      'src/bin/admin/part.rs': '',
      'build.rs': '',
    });
    expect(readCargoToml(context, 'Cargo.toml')).toMatchObject({
      name: 'server',
      binaries: ['migrate', 'server', 'admin', 'worker'],
      defaultRun: 'server',
      buildScript: 'build.rs',
      isWorkspace: true,
      workspaceMembers: ['crates/*'],
      localPaths: ['crates/core'],
      dependencies: [
        { name: 'tokio', features: ['full'], optional: false, kind: 'normal' },
        { name: 'core', features: [], optional: false, kind: 'normal' },
        { name: 'rstest', features: [], optional: false, kind: 'dev' },
        { name: 'openssl', features: [], optional: false, kind: 'normal' },
      ],
    });
  });

  it('a [[bin]] on src/main.rs renames the program', () => {
    const context = memoryContext({
      'Cargo.toml': '[package]\nname = "a"\n[[bin]]\nname = "b"\npath = "src/main.rs"\n',
      'src/main.rs': '',
    });
    expect(readCargoToml(context, 'Cargo.toml')?.binaries).toEqual(['b']);
  });

  it('Cargo.lock', () => {
    const text =
      'version = 4\n\n[[package]]\nname = "openssl-sys"\nversion = "0.9.1"\ndependencies = [\n "cc",\n]\n\n[[package]]\nname = "app"\nversion = "0.1.0"\n';
    expect(readCargoLock(memoryContext({ 'Cargo.lock': text }), 'Cargo.lock')).toEqual([
      { name: 'openssl-sys', version: '0.9.1' },
      { name: 'app', version: '0.1.0' },
    ]);
  });
});

describe('Maven', () => {
  it('pom.xml of a Spring Boot application', () => {
    const text = `<?xml version="1.0"?>
<!-- <packaging>war</packaging> -->
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.3.1</version><relativePath/></parent>
  <artifactId>shop</artifactId><version>\${revision}</version>
  <properties><java.version>17</java.version><revision>1.0</revision></properties>
  <dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>
  <build><finalName>\${project.artifactId}-\${project.version}-app</finalName>
    <plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId><configuration><executable>true</executable></configuration></plugin></plugins></build>
</project>`;
    expect(readPom(memoryContext({ 'pom.xml': text }), 'pom.xml')).toEqual({
      path: 'pom.xml',
      groupId: 'org.springframework.boot',
      artifactId: 'shop',
      version: '1.0',
      packaging: 'jar',
      finalName: 'shop-1.0-app',
      modules: [],
      parent: { artifactId: 'spring-boot-starter-parent', version: '3.3.1' },
      parentPath: undefined,
      javaVersion: '17',
      plugins: ['spring-boot-maven-plugin'],
      dependencies: ['spring-boot-starter-web'],
      springBoot: '3.3.1',
      executableJar: true,
    });
  });

  it('does not guess what the file does not say', () => {
    const text =
      '<project><parent><artifactId>p</artifactId></parent><artifactId>a</artifactId><version>${v}</version><packaging>war</packaging></project>';
    const context = memoryContext({ 'a/pom.xml': text, 'pom.xml': '<project/>' });
    expect(readPom(context, 'a/pom.xml')).toMatchObject({
      version: undefined,
      finalName: undefined,
      packaging: 'war',
      parentPath: 'pom.xml',
      springBoot: undefined,
    });
  });

  it.each([
    '',
    '<',
    '<a',
    '<project',
    '</project>',
    '<!--',
    '<![CDATA[',
    `${'<a>'.repeat(5000)}`,
    '<project><a></b></project>',
  ])('survives %j', text => {
    expect(readPom(memoryContext({ 'pom.xml': text }), 'pom.xml')?.artifactId).toBeUndefined();
  });

  it('reads text, entities and CDATA', () => {
    const root = parseXml('<p:a x="1 &amp; 2"><b>q &lt; r<!-- no --></b>\n<c><![CDATA[<raw>]]></c></p:a>');
    expect(root).toMatchObject({
      name: 'a',
      children: [
        { name: 'b', text: 'q < r', line: 1 },
        { name: 'c', text: '<raw>', line: 2 },
      ],
    });
    expect(root?.attributes.get('x')).toBe('1 & 2');
  });
});

describe('Gradle', () => {
  it.each([
    [
      'build.gradle',
      "plugins {\n  id 'java'\n  id 'org.springframework.boot' version '3.2.0'\n  // id 'war'\n}\n/* version = '9' */\ngroup = 'org.example'\nversion = '0.1'\njava { toolchain { languageVersion = JavaLanguageVersion.of(21) } }\n",
      ['java', 'org.springframework.boot'],
    ],
    [
      'build.gradle.kts',
      'plugins {\n    application\n    id("org.springframework.boot") version "3.2.0"\n}\ngroup = "org.example"\nversion = "0.1"\nkotlin { jvmToolchain(21) }\n',
      ['org.springframework.boot', 'application'],
    ],
  ])('%s', (name, text, plugins) => {
    const context = memoryContext({
      [`svc/${name}`]: text,
      'svc/settings.gradle': "rootProject.name = 'svc'\ninclude 'app', ':lib'\n",
    });
    expect(readGradle(context, 'svc')).toMatchObject({
      path: `svc/${name}`,
      settingsPath: 'svc/settings.gradle',
      rootName: 'svc',
      includes: ['app', ':lib'],
      plugins,
      group: 'org.example',
      version: '0.1',
      javaVersion: '21',
      springBoot: '3.2.0',
    });
  });
});

describe('.NET', () => {
  it('a project file', () => {
    const text = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework><AssemblyName>Shop.Api</AssemblyName><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup>
  <ItemGroup><PackageReference Include="Npgsql" Version="8" /><ProjectReference Include="..\\Core\\Core.csproj" /></ItemGroup>
</Project>`;
    expect(readDotnetProject(memoryContext({ 'src/Api/Api.csproj': text }), 'src/Api/Api.csproj')).toMatchObject({
      sdk: 'Microsoft.NET.Sdk.Web',
      targetFrameworks: ['net8.0'],
      assemblyName: 'Shop.Api',
      isWeb: true,
      invariantGlobalization: true,
      publishAot: false,
      packages: ['Npgsql'],
      projectReferences: ['src/Core/Core.csproj'],
    });
  });

  it('a solution and global.json', () => {
    const context = memoryContext({
      'a.sln': 'Project("{FAE0}") = "Api", "src\\Api\\Api.csproj", "{1}"\nEndProject\n',
      'global.json': '{ "sdk": { "version": "8.0.100" } }',
    });
    expect(readSolution(context, 'a.sln')).toEqual(['src/Api/Api.csproj']);
    expect(sdkVersion(context, '')).toBe('8.0.100');
  });
});
