import {
  build,
  clean,
  configure,
  downloadManifest,
  install,
  installEither,
  installManifest,
  named,
  publish,
  query,
  remove,
  run,
  test,
  upgrade,
} from './actions.ts';
import { flags, type Manager } from './manager.ts';

const npmRegistry = {
  ecosystem: 'node',
  // A scope's own `@` is no separator; `alias@npm:name@version` has its version at the end.
  packagePattern: /^(?<name>@?[^@]+)(?:@(?<version>.+))?$/,
  filePattern: /^(?:\.{1,2}(?:\/|$)|\/|~\/|file:|link:|portal:)|\.(?:tgz|tar\.gz|tar)$/,
  vcsPattern: /^(?:git(?:\+\w+)?:|git@|(?:github|gitlab|bitbucket|gist):)|^[^@/:.~][^@/:]*\/[^@/:#]+(?:#.*)?$/,
  vcsRefPattern: /#(?<ref>.+)/,
  manifests: ['package.json'],
} as const satisfies Partial<Manager>;

const npm: Manager = {
  ...npmRegistry,
  name: 'npm',
  programs: ['npm'],
  valueFlags: flags(`
    --prefix -C --registry --cache --loglevel --omit --include --only -w --workspace --userconfig
    --globalconfig --tag --install-strategy --fetch-retries --fetch-retry-mintimeout
    --fetch-retry-maxtimeout --fetch-timeout --maxsockets --proxy --https-proxy --cafile --script-shell
    --cpu --os --libc --python --scope
  `),
  subcommands: {
    ...named(['install', 'i', 'in', 'ins', 'inst', 'insta', 'instal', 'isnt', 'isnta', 'isntal', 'add'], installEither),
    ...named(['ci', 'clean-install', 'ic', 'install-clean', 'isntall-clean', 'cit', 'install-ci-test'], {
      ...installManifest,
      frozen: true,
    }),
    ...named(['install-test', 'it'], installEither),
    ...named(['update', 'up', 'upgrade', 'udpate'], upgrade),
    ...named(['uninstall', 'un', 'unlink', 'remove', 'rm', 'r', 'prune'], remove),
    ...named(['cache', 'cache clean', 'cache clear', 'cache rm'], clean),
    ...named(
      ['cache verify', 'ls', 'list', 'view', 'info', 'outdated', 'root', 'prefix', 'audit', 'fund', 'config get'],
      query,
    ),
    ...named(['config', 'config set', 'set', 'init', 'link', 'ln', 'login', 'pkg', 'version'], configure),
    ...named(['run', 'run-script', 'rum', 'start', 'stop', 'restart', 'exec', 'x', 'rebuild'], run),
    ...named(['test', 't', 'tst'], test),
    pack: build,
    publish,
  },
  global: ['-g', '--global', { flag: '--location', value: /^global$/ }],
  noDevelopment: [
    '--production',
    { flag: '--omit', value: /^dev$/ },
    { flag: '--only', value: /^prod(?:uction)?$/ },
    { flag: '--dev', value: /^false$/ },
  ],
  caches: [{ path: '/root/.npm', movedBy: ['NPM_CONFIG_CACHE', 'npm_config_cache', '--cache'], kind: 'downloads' }],
  cleanCommand: 'npm cache clean --force',
  lockFiles: ['package-lock.json', 'npm-shrinkwrap.json'],
};

const yarn: Manager = {
  ...npmRegistry,
  name: 'yarn',
  programs: ['yarn', 'yarnpkg'],
  valueFlags: flags(`
    --cwd --cache-folder --modules-folder --network-timeout --network-concurrency --registry --mutex
    --use-yarnrc --preferred-cache-folder --global-folder --link-folder --prefix --proxy --https-proxy
    --mode
  `),
  subcommands: {
    ...named(['', 'install'], installManifest),
    ...named(['add', 'global add', 'dlx'], install),
    'workspaces focus': installManifest,
    ...named(['upgrade', 'up', 'upgrade-interactive', 'global upgrade'], upgrade),
    ...named(['remove', 'global remove', 'autoclean'], remove),
    ...named(['cache', 'cache clean', 'cache clear'], clean),
    ...named(
      [
        'cache dir',
        'cache list',
        'list',
        'info',
        'why',
        'outdated',
        'audit',
        'versions',
        'config get',
        'global bin',
        'global dir',
      ],
      query,
    ),
    ...named(
      ['config', 'config set', 'set version', 'policies set-version', 'plugin import', 'link', 'init', 'version'],
      configure,
    ),
    ...named(['run', 'exec', 'node', 'start', 'workspace', 'workspaces run', 'workspaces foreach', 'rebuild'], run),
    test,
    pack: build,
    ...named(['publish', 'npm publish'], publish),
  },
  unknownSubcommand: 'run',
  noDevelopment: ['--production', '--prod'],
  frozen: ['--immutable', '--frozen-lockfile'],
  caches: [
    { path: '/usr/local/share/.cache/yarn', movedBy: ['YARN_CACHE_FOLDER', '--cache-folder'], kind: 'downloads' },
    {
      path: '/root/.yarn/berry/cache',
      movedBy: ['YARN_CACHE_FOLDER', 'YARN_GLOBAL_FOLDER', '--cache-folder'],
      kind: 'downloads',
    },
  ],
  cleanCommand: 'yarn cache clean',
  lockFiles: ['yarn.lock'],
};

const pnpm: Manager = {
  ...npmRegistry,
  name: 'pnpm',
  programs: ['pnpm'],
  valueFlags: flags(`
    -C --dir -F --filter --filter-prod --prefix --store-dir --virtual-store-dir --reporter --registry
    --loglevel --network-concurrency --fetch-retries --fetch-timeout --node-linker --modules-dir
    --lockfile-dir --global-dir --workspace-concurrency --child-concurrency
  `),
  subcommands: {
    ...named(['install', 'i'], installEither),
    ...named(['ci'], { ...installManifest, frozen: true }),
    ...named(['add'], install),
    fetch: downloadManifest,
    ...named(['update', 'up', 'upgrade'], upgrade),
    ...named(['remove', 'rm', 'uninstall', 'un', 'prune'], remove),
    ...named(['store prune', 'cache delete'], clean),
    ...named(['store path', 'list', 'ls', 'why', 'outdated', 'audit', 'root', 'bin', 'config get'], query),
    ...named(['config', 'config set', 'setup', 'env use', 'init', 'link', 'approve-builds'], configure),
    ...named(['run', 'exec', 'dlx', 'start', 'rebuild', 'rb', 'recursive'], run),
    ...named(['test', 't'], test),
    ...named(['deploy', 'pack'], build),
    publish,
  },
  unknownSubcommand: 'run',
  global: ['-g', '--global'],
  noDevelopment: ['-P', '--prod', '--production'],
  frozen: ['--frozen-lockfile'],
  caches: [
    { path: '/pnpm/store', movedBy: ['PNPM_HOME', 'npm_config_store_dir', 'NPM_CONFIG_STORE_DIR'], kind: 'downloads' },
  ],
  cleanCommand: 'pnpm store prune',
  lockFiles: ['pnpm-lock.yaml'],
};

const bun: Manager = {
  ...npmRegistry,
  name: 'bun',
  programs: ['bun'],
  valueFlags: flags(`
    --cwd --backend --cache-dir -c --config --registry --filter -F --omit --concurrent-scripts
    --network-concurrency --target --outdir --outfile --ca --cafile
  `),
  subcommands: {
    ...named(['install', 'i'], installEither),
    ...named(['ci'], { ...installManifest, frozen: true }),
    ...named(['add', 'a'], install),
    ...named(['update', 'upgrade'], upgrade),
    ...named(['remove', 'rm'], remove),
    'pm cache rm': clean,
    ...named(['pm ls', 'pm cache', 'outdated', 'why', 'info'], query),
    ...named(['init', 'create', 'link', 'pm trust'], configure),
    ...named(['run', 'x', 'exec'], run),
    test,
    build,
    publish,
  },
  unknownSubcommand: 'run',
  global: ['-g', '--global'],
  noDevelopment: ['-p', '--production', { flag: '--omit', value: /^dev$/ }],
  frozen: ['--frozen-lockfile'],
  noCache: ['--no-cache'],
  caches: [{ path: '/root/.bun/install/cache', movedBy: ['BUN_INSTALL_CACHE_DIR', 'BUN_INSTALL'], kind: 'downloads' }],
  cleanCommand: 'bun pm cache rm',
  lockFiles: ['bun.lock', 'bun.lockb'],
};

export const node: readonly Manager[] = [npm, yarn, pnpm, bun];
