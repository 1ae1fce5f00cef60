import { existsSync, mkdirSync, readdirSync, writeFileSync, copyFileSync, appendFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { attempt, run } from './machine.ts';

const AUTHORITIES = '/usr/local/share/ca-certificates';
const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

/** Where the bundle with this machine's own certificate authorities is in the images. */
export const IMAGE_BUNDLE = '/usr/local/share/lab/ca.pem';

/**
 * Gives an image, whose root folder is `root`, what this machine's own package managers are configured with: certificate
 * authorities, registries and proxies. RUN instructions inherit none of it.
 */
export function copySettings(root: string): void {
  const authorities = existsSync(AUTHORITIES) ? readdirSync(AUTHORITIES).filter(name => name.endsWith('.crt')) : [];
  if (authorities.length > 0) {
    for (const name of authorities) put(join(AUTHORITIES, name), join(root, AUTHORITIES, name));
    put(BUNDLE, join(root, IMAGE_BUNDLE));
    if (existsSync(join(root, BUNDLE))) put(BUNDLE, join(root, BUNDLE));
  }
  const bundle = authorities.length > 0 ? IMAGE_BUNDLE : undefined;
  writeLines(join(root, 'etc/pip.conf'), ['[global]', assignment('cert', bundle), ...pipIndex()]);
  writeLines(join(root, 'usr/local/etc/npmrc'), [
    assignment('cafile', bundle),
    `registry=${run('npm', 'config', 'get', 'registry')}`,
  ]);
  goSettings(root);
  putIfThere(join(homedir(), '.cargo/config.toml'), join(root, 'usr/local/cargo/config.toml'));
  putIfThere(join(homedir(), '.m2/settings.xml'), join(root, 'etc/maven/settings.xml'));
  if (run('apt-config', 'dump', 'Acquire::Check-Valid-Until').includes('"false"'))
    writeLines(join(root, 'etc/apt/apt.conf.d/99lab'), ['Acquire::Check-Valid-Until "false";']);
}

function pipIndex(): readonly string[] {
  return ['index-url', 'extra-index-url'].flatMap(key => {
    const { status, output } = attempt('python3', '-m', 'pip', 'config', 'get', `global.${key}`);
    return status === 0 ? [`${key} = ${output.trim()}`] : [];
  });
}

function goSettings(root: string): void {
  const file = join(root, 'usr/local/go/go.env');
  if (!existsSync(file)) return;
  const names = ['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GONOPROXY', 'GOPRIVATE'];
  const values = run('go', 'env', ...names).split('\n');
  const lines = names.flatMap((name, index) => (values[index] ? [`${name}=${values[index]}`] : []));
  appendFileSync(file, `${lines.join('\n')}\n`);
}

function assignment(key: string, value: string | undefined): string {
  return value === undefined ? '' : `${key} = ${value}`;
}

function writeLines(file: string, lines: readonly string[]): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${lines.filter(line => line !== '').join('\n')}\n`);
}

function putIfThere(from: string, to: string): void {
  if (existsSync(from)) put(from, to);
}

function put(from: string, to: string): void {
  mkdirSync(join(to, '..'), { recursive: true });
  copyFileSync(from, to);
}
