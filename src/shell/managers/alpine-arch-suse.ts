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
import { flags, type Manager } from './manager.ts';

const NAME_AND_RELATION = /^(?<name>[^=<>]+)(?:[=<>]{1,2}(?<version>.+))?$/;

export const apk: Manager = {
  name: 'apk',
  ecosystem: 'alpine',
  programs: ['apk'],
  valueFlags: flags(`
    -t --virtual -X --repository -p --root --arch --cache-dir --cache-max-age --keys-dir
    --repositories-file --wait --progress-fd -o --output
  `),
  subcommands: {
    ...named(['add', 'fix'], install),
    del: remove,
    update: updateIndex,
    upgrade,
    fetch: download,
    ...named(['cache', 'cache clean', 'cache purge'], clean),
    ...named(['info', 'list', 'search', 'policy', 'version', 'verify', 'audit', 'stats', 'manifest', 'dot'], query),
  },
  packagePattern: /^(?<name>[^=~<>@]+)(?:@[^=~<>]+)?(?:[=~<>]{1,2}(?<version>.+))?$/,
  filePattern: /^(?:\.{0,2}\/|~\/)|\.apk$/,
  noCache: ['--no-cache'],
  caches: [{ path: '/var/cache/apk', sharing: 'locked', kind: 'downloads' }],
  cleanCommand: 'rm -rf /var/cache/apk/*',
  manifests: [],
  lockFiles: [],
};

export const zypper: Manager = {
  name: 'zypper',
  ecosystem: 'suse',
  programs: ['zypper'],
  valueFlags: flags(`
    -R --root --installroot -c --config --cache-dir --reposd-dir -p --plus-repo --plus-content -r --repo
    --from -t --type --download --solver-focus -P --priority
  `),
  subcommands: {
    ...named(['install', 'in', 'source-install', 'si'], install),
    ...named(['install-new-recommends', 'inr'], 'install'),
    ...named(['refresh', 'ref', 'refresh-services', 'refs'], updateIndex),
    ...named(['update', 'up', 'patch'], upgrade),
    ...named(['dist-upgrade', 'dup'], distUpgrade),
    ...named(['remove', 'rm'], remove),
    ...named(['clean', 'cc'], clean),
    ...named(['addrepo', 'ar', 'removerepo', 'rr', 'renamerepo', 'nr', 'modifyrepo', 'mr'], configure),
    ...named(['addservice', 'as', 'modifyservice', 'ms', 'addlock', 'al', 'removelock', 'rl'], configure),
    ...named(['search', 'se', 'info', 'if', 'repos', 'lr', 'list-updates', 'lu', 'what-provides', 'wp'], query),
  },
  packagePattern: NAME_AND_RELATION,
  filePattern: /^(?:\.{0,2}\/|~\/)|\.rpm$/,
  groupPattern: /^(?:pattern|product|patch):/,
  assumeYes: ['-y', '--no-confirm', '-n', '--non-interactive'],
  noRecommends: ['--no-recommends'],
  caches: [{ path: '/var/cache/zypp', sharing: 'locked', kind: 'downloads' }],
  cleanCommand: 'zypper clean --all',
  manifests: [],
  lockFiles: [],
};

export const pacman: Manager = {
  name: 'pacman',
  ecosystem: 'arch',
  programs: ['pacman', 'yay', 'paru'],
  valueFlags: flags(`
    -b --dbpath -r --root --arch --cachedir --color --config --gpgdir --hookdir --logfile --sysroot
    --assume-installed --ignore --ignoregroup --overwrite
  `),
  subcommands: {
    ...named(['-S', '--sync'], install),
    '-Sy': { ...install, alone: 'update-index' },
    ...named(['-Su', '-Syu'], { ...install, alone: 'upgrade' }),
    '-Sw': download,
    '-Sc': clean,
    ...named(['-Ss', '-Si', '-Sl', '-Sg', '-Q', '--query', '-F', '--files', '-T'], query),
    ...named(['-U', '--upgrade'], install),
    ...named(['-R', '--remove'], remove),
    ...named(['-D', '--database'], configure),
  },
  packagePattern: NAME_AND_RELATION,
  filePattern: /^(?:\.{0,2}\/|~\/)|\.pkg\.tar(?:\.\w+)?$/,
  assumeYes: ['--noconfirm'],
  caches: [{ path: '/var/cache/pacman/pkg', sharing: 'locked', kind: 'downloads' }],
  cleanCommand: 'pacman -Scc --noconfirm',
  manifests: [],
  lockFiles: [],
};
