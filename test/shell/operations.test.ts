import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { MANAGERS } from '../../src/shell/managers/index.ts';
import { packageOperations, type PackageOperation } from '../../src/shell/operations.ts';

function operationsIn(script: string): readonly PackageOperation[] {
  return parseDockerfile(`FROM a\nRUN ${script}\n`).instructions.flatMap(packageOperations);
}

/** `install` of `curl` in version 1 as `apt-get install: curl@1`; other kinds than registry in brackets. */
function summary({ manager, action, packages }: PackageOperation): string {
  const named = packages.map(({ kind, name, version, text }) => {
    const label = kind === 'registry' ? (name ?? '?') : `[${kind}]${text}`;
    return version === undefined ? label : `${label} ${version}`;
  });
  return `${manager.name} ${action}: ${named.join(', ')}`.trimEnd();
}

describe('what is installed', () => {
  it.each([
    ['apt-get update && apt-get install -y curl=7.* git', ['apt-get update-index:', 'apt-get install: curl 7.*, git']],
    ['apt-get -y -o X::Y=Z install a -t stable b', ['apt-get install: a, b']],
    ['apt-get install -yqq --no-install-recommends a', ['apt-get install: a']],
    [
      'apt-get install ./x.deb /tmp/y.deb "$Z.deb" *.deb',
      ['apt-get install: [file]./x.deb, [file]/tmp/y.deb, [file]$Z.deb, [file]*.deb'],
    ],
    ['apt-get install a/stable zlib1g-dev:arm64 g++ a=$V', ['apt-get install: a stable, zlib1g-dev, g++, a $V']],
    [
      'apt-get install $PKGS "${LIST[@]}" $(cat list) a-$V',
      ['apt-get install: [variable]$PKGS, [variable]${LIST[@]}, [variable]$(cat list), [variable]a-$V'],
    ],
    ['apt-get install -- -odd', ['apt-get install: -odd']],
    ['apt-get install python3-{dev,pip}', ['apt-get install: python3-dev, python3-pip']],
    ['apt-get install lib{a..c}', ['apt-get install: [variable]lib{a..c}']],
    ['DEBIAN_FRONTEND=noninteractive sudo -E apt-get install a', ['apt-get install: a']],
    ['echo a | xargs apt-get install -y', ['apt-get install:']],
    ['for p in a b; do apt-get install $p; done', ['apt-get install: [variable]$p']],
    [
      'apt-get dist-upgrade -y; apt-get purge a; apt-get clean',
      ['apt-get dist-upgrade:', 'apt-get remove: a', 'apt-get clean:'],
    ],
    ['apt-get $ACTION a', ['apt-get other:']],
    ['aptitude -R install a', ['aptitude install: a']],
    [
      `apk add --no-cache --virtual .deps 'foo~=1.2' bar=1.2-r0 baz@edge "q>3" x.apk`,
      ['apk install: foo 1.2, bar 1.2-r0, baz, q 3, [file]x.apk'],
    ],
    ['apk --no-cache add -t .deps $X', ['apk install: [variable]$X']],
    ['apk del .deps', ['apk remove: .deps']],
    [
      'yum -y install gcc-c++ httpd-2.4.6 java-1.8.0-openjdk kernel-3.10.0-1.el7',
      ['yum install: gcc-c++, httpd 2.4.6, java-1.8.0-openjdk, kernel 3.10.0-1.el7'],
    ],
    ['dnf module install nodejs:18/common', ['dnf install: nodejs 18']],
    [
      'dnf install -y @development-tools https://x.org/a.rpm ./b.rpm',
      ['dnf install: [group]@development-tools, [url]https://x.org/a.rpm, [file]./b.rpm'],
    ],
    ['microdnf install --setopt install_weak_deps=0 a', ['microdnf install: a']],
    ['dnf clean all', ['dnf clean:']],
    ['dnf in -y a && dnf -y up-min', ['dnf install: a', 'dnf upgrade:']],
    ['dnf -y group install "Development Tools"', ['dnf install: [group]Development Tools']],
    ['yum install -y git-core-${V} a-$V-1', ['yum install: git-core ${V}, a $V-1']],
    ['gem install a:1 -- --with-x true', ['gem install: a 1']],
    [
      'pip install a/b git+https://x.org/a.git "b @ git+ssh://git@x.org/b@1.2#egg=b"',
      ['pip install: [file]a/b, [vcs]git+https://x.org/a.git, [vcs]b @ git+ssh://git@x.org/b@1.2#egg=b 1.2'],
    ],
    ['npm install a/b c/d#v1', ['npm install: [vcs]a/b, [vcs]c/d#v1 v1']],
    [
      'zypper -n in -t pattern devel && zypper --non-interactive dup',
      ['zypper install: devel', 'zypper dist-upgrade:'],
    ],
    ['zypper install a=1.2 "b>=2"', ['zypper install: a 1.2, b 2']],
    [
      'pacman -Syu --noconfirm git && pacman -Sy && pacman -Scc --noconfirm',
      ['pacman install: git', 'pacman update-index:', 'pacman clean:'],
    ],
    ['pacman -Syu --noconfirm', ['pacman upgrade:']],
  ])('%s', (script, expected) => {
    expect(operationsIn(script).map(summary)).toEqual(expected);
  });

  it.each([
    [`pip install flask==1.0 'x[a,b]>=2' y~=1 "z ; python_version<'3'"`, ['pip install: flask 1.0, x[a,b] 2, y 1, z']],
    ['pip3.12 install .', ['pip install: [file].']],
    ['pip install -e . ./x[dev] a.whl', ['pip install: [file]., [file]./x[dev], [file]a.whl']],
    ['pip install -r a.txt -c b.txt', ['pip install:']],
    [
      'pip install git+https://x.org/y@1 https://x.org/y.zip "n @ https://x.org/z.zip"',
      ['pip install: [vcs]git+https://x.org/y@1 1, [url]https://x.org/y.zip, [url]n @ https://x.org/z.zip'],
    ],
    ['python3 -u -m pip install a', ['pip install: a']],
    ['python -mpip install a', ['pip install: a']],
    ['python -c "import pip"', []],
    ['$VENV/bin/pip install a', ['pip install: a']],
    ['pip install --index-url https://x a', ['pip install: a']],
    ['pip install "$A" b==$V', ['pip install: [variable]$A, b $V']],
    ['pipx install a==1', ['pipx install: a 1']],
    [
      'uv pip install --system a==1 && uv sync --frozen && uv tool install b',
      ['uv install: a 1', 'uv install:', 'uv install: b'],
    ],
    ['poetry install --only main && poetry run pip install a', ['poetry install:', 'pip install: a']],
    ['pipenv install --deploy --system', ['pipenv install:']],
    ['conda install -y -c conda-forge numpy=1.2 "x>=2" conda-forge::y', ['conda install: numpy 1.2, x 2, y']],
    ['conda run -n e pip install a', ['pip install: a']],
    ['mamba env update -n e -f env.yml && mamba clean -afy', ['mamba install:', 'mamba clean:']],
  ])('%s', (script, expected) => {
    expect(operationsIn(script).map(summary)).toEqual(expected);
  });

  it.each([
    ['npm i @scope/x@1 y@^2 z', ['npm install: @scope/x 1, y ^2, z']],
    ['npm install --prefix x', ['npm install:']],
    [
      'npm install ./a a.tgz user/repo#1 git+ssh://x/y https://x/y.tgz github:a/b',
      [
        'npm install: [file]./a, [file]a.tgz, [vcs]user/repo#1 1, [vcs]git+ssh://x/y, [url]https://x/y.tgz, [vcs]github:a/b',
      ],
    ],
    ['npm run install', ['npm run:']],
    ['npm ci && npm cache clean --force', ['npm install:', 'npm clean:']],
    ['npm install npm@$V', ['npm install: npm $V']],
    [
      'yarn && yarn --production && yarn build && yarn cache clean',
      ['yarn install:', 'yarn install:', 'yarn run:', 'yarn clean:'],
    ],
    ['yarn global add a@1', ['yarn install: a 1']],
    ['yarn --version', []],
    ['corepack pnpm install --frozen-lockfile', ['pnpm install:']],
    ['pnpm add -g a && pnpm fetch && pnpm store prune', ['pnpm install: a', 'pnpm download:', 'pnpm clean:']],
    ['bun install --production && bun run build', ['bun install:', 'bun run:']],
    [
      'go install x.org/y@v1 && go mod download && go build -ldflags "-s -w" -o /a ./cmd',
      ['go install: x.org/y v1', 'go download:', 'go build:'],
    ],
    ['go get . && go run main.go', ['go install: [file].', 'go run: [file]main.go']],
    ['cargo install --locked --version 1.2 x && cargo +nightly build', ['cargo install: x', 'cargo build:']],
    ['./mvnw -B clean package -DskipTests', ['maven clean:', 'maven build:']],
    ['mvn org.apache.maven.plugins:maven-dependency-plugin:3.6.0:go-offline', ['maven download:']],
    ['sh ./gradlew :app:bootJar -x test --no-daemon', ['gradle build:']],
    ['dotnet restore "a.csproj" && dotnet publish -p:A=b -c Release -o /x', ['dotnet download:', 'dotnet build:']],
    ['dotnet tool install -g x --version 1', ['dotnet install: x']],
    ['gem install a:1 b -v 2', ['gem install: a 1, b']],
    ['bundle && bundle install --jobs 4 && bundle exec rake x', ['bundle install:', 'bundle install:', 'bundle run:']],
    [
      'php composer.phar require a/b:^1 && composer install --no-dev',
      ['composer install: a/b ^1', 'composer install:'],
    ],
    ['mix do deps.get, compile', ['mix download:', 'mix build:']],
    ['apt-get() { x; }; echo apt-get install a', []],
  ])('%s', (script, expected) => {
    expect(operationsIn(script).map(summary)).toEqual(expected);
  });
});

describe('how it is installed', () => {
  it.each([
    ['apt-get install -y a', { assumesYes: true, skipsRecommends: false }],
    ['apt-get install -qq a', { assumesYes: true }],
    ['apt-get install -q a', { assumesYes: false }],
    ['apt-get install -q=2 a', { assumesYes: true }],
    ['apt-get install --assume-yes=false a', { assumesYes: false }],
    ['apt-get -oAPT::Get::Assume-Yes=true install a', { assumesYes: true }],
    ['apt-get -o APT::Install-Recommends=0 install a', { skipsRecommends: true }],
    ['apt-get install --no-install-recommends a', { skipsRecommends: true }],
    ['dnf install --setopt=install_weak_deps=False a', { skipsRecommends: true }],
    ['apk add --no-cache a', { skipsCache: true }],
    ['pip install --no-cache-dir a', { skipsCache: true }],
    ['PIP_NO_CACHE_DIR=1 pip install a', { skipsCache: true }],
    ['export PIP_NO_CACHE_DIR=on && pip install a', { skipsCache: true }],
    ['PIP_NO_CACHE_DIR=0 pip install a', { skipsCache: true }],
    ['PIP_NO_CACHE_DIR= pip install a', { skipsCache: false }],
    [
      'pip install -r a.txt --requirement=b.txt -cc.txt',
      { requirementFiles: ['a.txt', 'b.txt'], constraintFiles: ['c.txt'], isFromManifest: true },
    ],
    ['npm ci', { isFromManifest: true, isFrozen: true }],
    ['npm install', { isFromManifest: true, isFrozen: false }],
    ['npm install a', { isFromManifest: false }],
    ['echo a | xargs npm install', { isFromManifest: false, isFedByXargs: true }],
    ['npm install -g a', { isGlobal: true }],
    ['npm i --omit=dev', { skipsDevelopment: true }],
    ['npm i --omit optional', { skipsDevelopment: false }],
    ['yarn global add a', { isGlobal: true }],
    ['yarn --immutable', { isFrozen: true }],
    ['bundle install --without "development test"', { skipsDevelopment: true }],
    ['gem install a -v 2', { version: '2' }],
    ['composer install -n --no-dev', { assumesYes: true, skipsDevelopment: true }],
    ['conda clean -afy', { assumesYes: true, isFromManifest: false }],
  ])('%s', (script, expected) => {
    expect(operationsIn(script)[0]).toMatchObject(expected);
  });

  it.each([
    ['ENV PIP_NO_CACHE_DIR=1', true],
    ['ARG PIP_NO_CACHE_DIR=true', true],
    ['ENV PIP_NO_CACHE_DIR=false', true],
    ['ENV PIP_NO_CACHE_DIR=$X', false],
  ])('skips the cache where %s stands before', (line, expected) => {
    const operations = parseDockerfile(`FROM a\n${line}\nRUN pip install a\n`).instructions.flatMap(packageOperations);
    expect(operations.map(({ skipsCache }) => skipsCache)).toEqual([expected]);
  });

  it('finds flags, the subcommand and packages in their places', () => {
    const text = 'FROM a\nRUN apt-get -qy \\\n  install curl \\\n  git=1\n';
    const [operation] = parseDockerfile(text).instructions.flatMap(packageOperations);
    const at = (span: readonly [number, number] | undefined): string | undefined => span && text.slice(...span);
    expect(at(operation?.program.span)).toBe('apt-get');
    expect(at(operation?.subcommandWord?.span)).toBe('install');
    expect(at(operation?.flag('-y')?.word.span)).toBe('-qy');
    expect(operation?.has('-y', '--yes')).toBe(true);
    expect(operation?.packages.map(({ word }) => at(word.span))).toEqual(['curl', 'git=1']);
  });

  it('sees into ONBUILD, exec form and nested shells', () => {
    const text = `FROM a\nONBUILD RUN apk add x\nRUN ["apk", "add", "y"]\nRUN bash -c "apk add z"\nRUN bash <<EOF\napk add w\nEOF\n`;
    const operations = parseDockerfile(text).instructions.flatMap(packageOperations);
    expect(operations.map(summary)).toEqual(['apk install: x', 'apk install: y', 'apk install: z', 'apk install: w']);
  });
});

describe('the table of managers', () => {
  it('has every program once', () => {
    const programs = MANAGERS.flatMap(({ programs: names }) => names);
    expect(programs).toEqual([...new Set(programs)]);
  });

  it.each(MANAGERS)('$name has well-formed data', ({ valueFlags, caches, packagePattern, subcommands }) => {
    expect(valueFlags.filter(flag => !/^--?[A-Za-z]/.test(flag))).toEqual([]);
    expect(caches.filter(({ path }) => !path.startsWith('/'))).toEqual([]);
    expect(packagePattern.exec('name')?.groups?.['name']).toBe('name');
    expect(Object.values(subcommands).some(({ action }) => action === 'install' || action === 'build')).toBe(true);
  });
});
