import { clean, configure, distUpgrade, download, install, named, query, remove, updateIndex } from './actions.ts';
import { flags, type Manager } from './manager.ts';

const NO_RECOMMENDS = /^APT::Install-Recommends=["']?(?:0|false|no|off)\b/i;

const apt = {
  ecosystem: 'debian',
  valueFlags: flags(`
    -o --option -c --config-file -t --target-release --default-release -a --host-architecture -P
    --build-profiles
  `),
  subcommands: {
    ...named(['install', 'reinstall', 'build-dep', 'satisfy'], install),
    update: updateIndex,
    upgrade: { action: 'upgrade' },
    ...named(['dist-upgrade', 'full-upgrade'], distUpgrade),
    ...named(['remove', 'purge', 'autoremove', 'autopurge'], remove),
    ...named(['clean', 'autoclean', 'auto-clean', 'distclean', 'dist-clean'], clean),
    ...named(['download', 'source'], download),
    ...named(['changelog', 'check', 'list', 'search', 'show', 'policy', 'depends', 'indextargets'], query),
  },
  // `zlib1g-dev:arm64=1.2`, `git/bookworm-backports`. `+` and `-` at the end install and remove, but are parts of names too (`g++`).
  packagePattern: /^(?<name>[^=/:]+)(?::[\w-]+)?(?:[=/](?<version>.+))?$/,
  filePattern: /^(?:\.{0,2}\/|~\/)|\.deb$/,
  groupPattern: /\^$/,
  assumeYes: [
    '-y',
    '--yes',
    '--assume-yes',
    '-qq',
    { flag: '-q', value: /^[2-9]$/ },
    { flag: '--quiet', value: /^[2-9]$/ },
    { flag: '-o', value: /^APT::Get::Assume-Yes=["']?(?:1|true|yes|on)\b/i },
  ],
  assumeYesSetting: /APT::Get::(?:Assume-Yes|force-yes)\b/i,
  noRecommends: [
    '--no-install-recommends',
    { flag: '--install-recommends', value: /^(?:0|false|no|off)$/i },
    { flag: '-o', value: NO_RECOMMENDS },
    { flag: '--option', value: NO_RECOMMENDS },
  ],
  caches: [
    { path: '/var/cache/apt', sharing: 'locked', kind: 'downloads' },
    { path: '/var/lib/apt', filled: '/var/lib/apt/lists', sharing: 'locked', kind: 'index' },
  ],
  cleanCommand: 'rm -rf /var/lib/apt/lists/*',
  manifests: [],
  lockFiles: [],
} as const satisfies Partial<Manager>;

export const debian: readonly Manager[] = [
  { ...apt, name: 'apt-get', programs: ['apt-get'] },
  { ...apt, name: 'apt', programs: ['apt'] },
  {
    ...apt,
    name: 'aptitude',
    programs: ['aptitude'],
    subcommands: {
      ...apt.subcommands,
      'safe-upgrade': { action: 'upgrade' },
      ...named(['hold', 'markauto'], configure),
    },
    noRecommends: [...apt.noRecommends, '-R', '--without-recommends'],
  },
];
