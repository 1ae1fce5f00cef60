import {
  build,
  clean,
  configure,
  download,
  downloadManifest,
  install,
  installManifest,
  lock,
  named,
  publish,
  query,
  remove,
  run,
  runProgram,
  test,
  upgrade,
} from './actions.ts';
import { flags, type Manager } from './manager.ts';

const gem: Manager = {
  name: 'gem',
  ecosystem: 'ruby',
  programs: ['gem'],
  programPattern: /^gem\d+(?:\.\d+)*$/,
  // Options of the build of native parts.
  dropsRest: true,
  valueFlags: flags(`
    -v --version -i --install-dir -n --bindir -s --source --platform -p --http-proxy -P --trust-policy -g
    --file -B --bulk-threshold --build-root --document -w --config-file
  `),
  subcommands: {
    ...named(['install', 'i'], install),
    update: upgrade,
    uninstall: remove,
    fetch: download,
    cleanup: clean,
    ...named(['build'], build),
    push: publish,
    ...named(['sources', 'source'], configure),
    ...named(['list', 'search', 'specification', 'which', 'environment', 'env', 'info'], query),
  },
  packagePattern: /^(?<name>[^:]+)(?::(?<version>.+))?$/,
  versionFlags: ['-v', '--version'],
  filePattern: /^(?:\.{1,2}\/|\/|~\/)|\.gem$/,
  requirementFlags: ['-g', '--file'],
  caches: [{ path: '/usr/local/bundle/cache', movedBy: ['GEM_HOME'], kind: 'downloads' }],
  cleanCommand: 'gem cleanup',
  manifests: [],
  lockFiles: [],
};

const bundler: Manager = {
  name: 'bundle',
  ecosystem: 'ruby',
  programs: ['bundle', 'bundler'],
  valueFlags: flags(`
    -j --jobs --retry --without --with --path --gemfile --shebang --standalone -P --trust-policy
    --target-rbconfig
  `),
  skipped: /^_[\d.]+_$/,
  subcommands: {
    ...named(['', 'install'], installManifest),
    add: install,
    update: upgrade,
    remove,
    lock,
    ...named(['package', 'cache', 'pack'], downloadManifest),
    ...named(['exec', 'e'], runProgram),
    binstubs: configure,
    ...named(['config', 'config set', 'init', 'binstub', 'plugin'], configure),
    clean,
    ...named(['check', 'list', 'show', 'info', 'outdated', 'config get'], query),
  },
  packagePattern: /^(?<name>[^:]+)(?::(?<version>.+))?$/,
  versionFlags: ['-v', '--version'],
  noDevelopment: [{ flag: '--without', value: /\bdevelopment\b/ }],
  frozen: ['--frozen', '--deployment'],
  noCache: ['--no-cache'],
  caches: [{ path: '/root/.bundle/cache', movedBy: ['BUNDLE_USER_CACHE', 'BUNDLE_USER_HOME'], kind: 'downloads' }],
  cleanCommand: 'rm -rf /usr/local/bundle/cache',
  manifests: ['Gemfile', '*.gemspec'],
  lockFiles: ['Gemfile.lock'],
};

const composer: Manager = {
  name: 'composer',
  ecosystem: 'php',
  programs: ['composer', 'composer.phar'],
  valueFlags: flags(`
    -d --working-dir --prefer-install --ignore-platform-req --apcu-autoloader-prefix --repository -s
    --stability --repository-url
  `),
  subcommands: {
    ...named(['install', 'i'], installManifest),
    ...named(['require', 'r', 'global require', 'create-project'], install),
    ...named(['update', 'u', 'upgrade', 'global update'], { ...upgrade, manifest: 'without-packages' }),
    ...named(['remove', 'rm', 'uninstall', 'global remove'], remove),
    ...named(['dump-autoload', 'dumpautoload'], build),
    ...named(['run-script', 'run', 'exec'], run),
    ...named(['clear-cache', 'clearcache', 'cc'], clean),
    ...named(['config', 'global config', 'init', 'self-update', 'selfupdate'], configure),
    ...named(['show', 'info', 'validate', 'check-platform-reqs', 'diagnose', 'audit', 'outdated'], query),
  },
  packagePattern: /^(?<name>[^:=]+)(?:[:=](?<version>.+))?$/,
  assumeYes: ['-n', '--no-interaction'],
  noDevelopment: ['--no-dev'],
  noCache: ['--no-cache'],
  noCacheVariables: { COMPOSER_NO_CACHE: /^1$/ },
  caches: [
    {
      path: '/root/.cache/composer',
      movedBy: ['COMPOSER_CACHE_DIR', 'COMPOSER_HOME', 'XDG_CACHE_HOME'],
      kind: 'downloads',
    },
  ],
  cleanCommand: 'composer clear-cache',
  manifests: ['composer.json'],
  lockFiles: ['composer.lock'],
};

const mix: Manager = {
  name: 'mix',
  ecosystem: 'elixir',
  programs: ['mix'],
  valueFlags: flags('--only --target --path -o --output --sha512 --app'),
  manyGoals: true,
  subcommands: {
    'deps.get': downloadManifest,
    ...named(['local.hex', 'local.rebar', 'archive.install', 'escript.install'], 'install'),
    ...named(
      ['compile', 'deps.compile', 'release', 'phx.digest', 'assets.deploy', 'assets.build', 'assets.setup'],
      build,
    ),
    ...named(['test'], test),
    ...named(['phx.server', 'run', 'ecto.migrate', 'ecto.create', 'ecto.setup'], run),
    ...named(['deps.update'], 'upgrade'),
    ...named(['clean', 'deps.clean'], clean),
    ...named(['hex.config', 'hex.repo', 'hex.organization'], configure),
    ...named(['deps', 'deps.tree', 'help'], query),
  },
  packagePattern: /^(?<name>\S+)(?:\s+(?<version>\S+))?$/,
  assumeYes: ['--force'],
  noDevelopment: [{ flag: '--only', value: /^prod$/ }],
  frozen: ['--check-locked'],
  caches: [
    { path: '/root/.hex', movedBy: ['HEX_HOME'], kind: 'downloads' },
    { path: '/root/.cache/rebar3', movedBy: ['REBAR_CACHE_DIR'], kind: 'downloads' },
  ],
  manifests: ['mix.exs'],
  lockFiles: ['mix.lock'],
};

export const scripting: readonly Manager[] = [gem, bundler, composer, mix];
