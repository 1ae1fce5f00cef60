import {
  clean,
  configure,
  distUpgrade,
  download,
  install,
  named,
  query,
  remove,
  updateIndex,
  upgrade,
} from './actions.ts';
import { flags, UNKNOWN, type CachePath, type Manager } from './manager.ts';

/** What a version or a release begins with. */
const START = `[\\d${UNKNOWN}]`;

/** `dnf module install nodejs:18/common`: stream and profile. */
const MODULE_PATTERN = /^(?<name>[^:/]+)(?::(?<version>[^/]+))?(?:\/.*)?$/;

const rpm = {
  ecosystem: 'rpm',
  valueFlags: flags(`
    -c --config -d --debuglevel -e --errorlevel -R --randomwait -x --exclude --excludepkgs --enablerepo
    --disablerepo --repo --repoid --enable-repo --disable-repo --installroot --releasever --setopt
    --forcearch --disableplugin --enableplugin --repofrompath --advisory --downloaddir --destdir
    --disableexcludes --add-repo --arch
  `),
  subcommands: {
    ...named(['install', 'in', 'reinstall', 'rei', 'localinstall'], install),
    ...named(['groupinstall', 'group install', 'groups install', 'grp install'], { ...install, groups: true }),
    ...named(['builddep', 'swap', 'downgrade'], install),
    'module install': { ...install, packagePattern: MODULE_PATTERN },
    ...named(
      ['update', 'upgrade', 'up', 'update-minimal', 'upgrade-minimal', 'up-min', 'localupdate', 'groupupdate'],
      upgrade,
    ),
    ...named(['group update', 'group upgrade', 'module update'], upgrade),
    ...named(['distro-sync', 'dsync', 'system-upgrade'], distUpgrade),
    ...named(['remove', 'rm', 'erase', 'groupremove', 'group remove', 'module remove', 'autoremove'], remove),
    clean,
    ...named(['makecache', 'check-update'], updateIndex),
    download,
    ...named(['module enable', 'module disable', 'module reset', 'module switch-to'], configure),
    ...named(['config-manager', 'copr', 'copr enable', 'mark'], configure),
    ...named(
      ['list', 'search', 'info', 'provides', 'repoquery', 'repolist', 'history', 'deplist', 'module list'],
      query,
    ),
  },
  // `-$version` is taken for a version.
  packagePattern: new RegExp(`^(?<name>[^/]+?)(?:-(?<version>(?:\\d+:)?${START}[^-/]*(?:-${START}[^-/]*)?))?$`),
  filePattern: /^(?:\.{0,2}\/|~\/)|\.rpm$/,
  groupPattern: /^@/,
  assumeYes: ['-y', '--assumeyes'],
  assumeYesSetting: /\b(?:assumeyes|defaultyes)\s*=/i,
  noRecommends: [{ flag: '--setopt', value: /^(?:\*\.)?install_weak_deps=(?:0|false|no)$/i }],
  manifests: [],
  lockFiles: [],
} as const satisfies Partial<Manager>;

const cacheAt = (path: string): CachePath => ({ path, sharing: 'locked', kind: 'downloads' });

export const rpmManagers: readonly Manager[] = [
  {
    ...rpm,
    name: 'yum',
    programs: ['yum'],
    caches: [cacheAt('/var/cache/yum'), cacheAt('/var/cache/dnf')],
    cleanCommand: 'yum clean all',
  },
  {
    ...rpm,
    name: 'dnf',
    programs: ['dnf', 'dnf5', 'dnf-3'],
    caches: [cacheAt('/var/cache/dnf'), cacheAt('/var/cache/libdnf5'), cacheAt('/var/cache/yum')],
    cleanCommand: 'dnf clean all',
  },
  {
    ...rpm,
    name: 'microdnf',
    programs: ['microdnf'],
    caches: [cacheAt('/var/cache/yum'), cacheAt('/var/cache/dnf'), cacheAt('/var/cache/libdnf5')],
    cleanCommand: 'microdnf clean all',
  },
  { ...rpm, name: 'tdnf', programs: ['tdnf'], caches: [cacheAt('/var/cache/tdnf')], cleanCommand: 'tdnf clean all' },
];
