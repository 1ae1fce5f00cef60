// Builds program and types: for `npm pack` and `npm publish`, which run this last, and where npm installs the package from its
// repository, as pre-commit does. For a global installation npm then does not install what the build needs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { npm_config_global: _, NPM_CONFIG_GLOBAL: __, ...env } = process.env;

function npm(...args) {
  const { status } = spawnSync('npm', args, {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}

if (!existsSync('node_modules/rolldown')) npm('ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund');
npm('run', 'build');
npm('run', 'types');
