import {
  build,
  clean,
  configure,
  download,
  install,
  installEither,
  installManifest,
  lock,
  named,
  publish,
  query,
  remove,
  run,
  runProgram,
  upgrade,
} from './actions.ts';
import { flags, TRUTHY, type Manager } from './manager.ts';

const MANIFESTS = ['pyproject.toml', 'setup.py', 'setup.cfg'];

const pypi = {
  ecosystem: 'python',
  // Extras in brackets belong to the name, an environment marker behind `;` to neither.
  packagePattern: /^(?<name>[^\s=<>!~@;]+)\s*(?:(?:===?|[<>!~]=|[<>@])\s*(?<version>[^\s;][^;]*))?(?:;.*)?$/,
  filePattern:
    /^(?:\.{1,2}(?:\/|\[|$)|\/|~\/)|\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)(?:\[[^[\]]*\])?$|^[\w.-]+(?:\/[\w.-]+)*\/$|^[\w.-]+(?:\/[\w.-]+)+$/,
  vcsPattern: /^(?:[\w.[\],-]+\s*@\s*)?(?:git|hg|svn|bzr)\+/,
  vcsRefPattern: /^[^:]*:\/\/[^/#]*\/[^@#]*@(?<ref>[^#]+)/,
} as const satisfies Partial<Manager>;

const PIP_VALUE_FLAGS = flags(`
  -r --requirement -c --constraint -e --editable -t --target -i --index-url --pypi-url --extra-index-url -f
  --find-links --root --prefix -b --build --src --platform --python-version --implementation --abi
  --upgrade-strategy --no-binary --only-binary --progress-bar --cache-dir --trusted-host --cert
  --client-cert --proxy --retries --timeout --exists-action --log --python -d --dest -w --wheel-dir
  --global-option --install-option --build-option -C --config-settings --use-feature --use-deprecated
  --report --root-user-action --group --build-constraint --keyring-provider
`);

const pip: Manager = {
  ...pypi,
  name: 'pip',
  programs: ['pip'],
  programPattern: /^pip-?\d+(?:\.\d+)*$/,
  pythonModule: 'pip',
  valueFlags: PIP_VALUE_FLAGS,
  subcommands: {
    install,
    ...named(['download', 'wheel'], download),
    uninstall: remove,
    ...named(['cache', 'cache purge', 'cache remove'], clean),
    ...named(['list', 'show', 'freeze', 'check', 'index', 'inspect', 'debug'], query),
    config: configure,
  },
  packageFlags: ['-e', '--editable'],
  requirementFlags: ['-r', '--requirement'],
  constraintFlags: ['-c', '--constraint'],
  noCache: ['--no-cache-dir', '--no-cache'],
  // pip takes any boolean for yes, `0` and `off` too: see `_handle_no_cache_dir` in its cmdoptions.py.
  noCacheVariables: { PIP_NO_CACHE_DIR: /./ },
  caches: [
    { path: '/root/.cache/pip', movedBy: ['PIP_CACHE_DIR', 'XDG_CACHE_HOME', '--cache-dir'], kind: 'downloads' },
  ],
  cleanCommand: 'pip cache purge',
  manifests: ['requirements.txt', ...MANIFESTS],
  lockFiles: [],
};

const pipx: Manager = {
  ...pypi,
  name: 'pipx',
  programs: ['pipx'],
  pythonModule: 'pipx',
  valueFlags: flags('--python --suffix -i --index-url --pip-args --preinstall --spec'),
  subcommands: {
    ...named(['install', 'inject'], install),
    ...named(['upgrade', 'upgrade-all', 'reinstall', 'reinstall-all'], upgrade),
    uninstall: remove,
    run,
    ensurepath: configure,
    list: query,
  },
  caches: [{ path: '/root/.cache/pip', movedBy: ['PIP_CACHE_DIR', 'XDG_CACHE_HOME'], kind: 'downloads' }],
  manifests: [],
  lockFiles: [],
};

const uv: Manager = {
  ...pypi,
  name: 'uv',
  programs: ['uv'],
  pythonModule: 'uv',
  valueFlags: flags(`
    -r --requirement --requirements -c --constraint --constraints -e --editable --override -p --python
    --index --default-index -i --index-url --extra-index-url -f --find-links --index-strategy
    --keyring-provider --extra --no-extra --group --no-group --only-group --package --no-install-package
    --no-binary --only-binary --no-binary-package --no-build-package -P --upgrade-package --resolution
    --prerelease --link-mode --cache-dir --directory --project --config-file --config-setting --target
    --prefix --python-platform --python-version -o --output-file --format --with --with-editable
    --with-requirements --from --color --exclude-newer --torch-backend --env-file --allow-insecure-host
    --reinstall-package --refresh-package --branch --tag --rev
  `),
  subcommands: {
    ...named(['pip install', 'tool install', 'add'], install),
    ...named(['pip sync', 'sync'], installManifest),
    'pip uninstall': remove,
    ...named(['remove', 'tool uninstall'], remove),
    ...named(['pip compile', 'lock', 'export'], lock),
    ...named(['tool upgrade'], upgrade),
    run: runProgram,
    'tool run': run,
    'python install': { action: 'install' },
    ...named(['venv', 'init', 'python pin', 'self update', 'tool update-shell'], configure),
    build,
    publish,
    ...named(['cache', 'cache clean', 'cache prune'], clean),
    ...named(
      ['pip list', 'pip freeze', 'pip check', 'pip show', 'tree', 'version', 'cache dir', 'python list', 'python find'],
      query,
    ),
  },
  packageFlags: ['-e', '--editable'],
  requirementFlags: ['-r', '--requirement', '--requirements'],
  constraintFlags: ['-c', '--constraint', '--constraints'],
  noCache: ['--no-cache', '--no-cache-dir', '-n'],
  noCacheVariables: { UV_NO_CACHE: TRUTHY },
  noDevelopment: ['--no-dev', '--no-default-groups', { flag: '--no-group', value: /^dev$/ }],
  frozen: ['--locked', '--frozen'],
  caches: [{ path: '/root/.cache/uv', movedBy: ['UV_CACHE_DIR', 'XDG_CACHE_HOME'], kind: 'downloads' }],
  cleanCommand: 'uv cache clean',
  manifests: MANIFESTS,
  lockFiles: ['uv.lock'],
};

const poetry: Manager = {
  ...pypi,
  name: 'poetry',
  programs: ['poetry'],
  pythonModule: 'poetry',
  valueFlags: flags(`
    --only --with --without -E --extras -G --group -C --directory -P --project -f --format -o --output
    --source --python --platform
  `),
  subcommands: {
    ...named(['install', 'sync'], installManifest),
    add: install,
    'self add': install,
    remove,
    update: { action: 'upgrade', packages: true },
    lock,
    ...named(['export'], lock),
    build,
    publish,
    run: runProgram,
    shell: run,
    ...named(['cache clear'], clean),
    ...named(['config', 'init', 'new', 'env use', 'self update', 'source add'], configure),
    ...named(['show', 'check', 'version', 'env info', 'about'], query),
  },
  // `poetry add requests@^2.25`, `requests==2.25`.
  packagePattern: /^(?<name>[^\s=<>!~@^;]+)\s*(?:[=<>!~@^]{1,3}\s*(?<version>\S.*))?$/,
  assumeYes: ['-n', '--no-interaction'],
  noCache: ['--no-cache'],
  noCacheVariables: { POETRY_NO_CACHE: TRUTHY },
  noDevelopment: [
    '--no-dev',
    { flag: '--only', value: /(?:^|,)main(?:,|$)/ },
    { flag: '--without', value: /(?:^|,)dev(?:,|$)/ },
  ],
  caches: [{ path: '/root/.cache/pypoetry', movedBy: ['POETRY_CACHE_DIR', 'XDG_CACHE_HOME'], kind: 'downloads' }],
  cleanCommand: 'poetry cache clear --all .',
  manifests: ['pyproject.toml'],
  lockFiles: ['poetry.lock'],
};

const pipenv: Manager = {
  ...pypi,
  name: 'pipenv',
  programs: ['pipenv'],
  pythonModule: 'pipenv',
  valueFlags: flags('-r --requirements -e --editable -i --index --python --pypi-mirror --categories --extra-pip-args'),
  subcommands: {
    install: installEither,
    sync: { ...installManifest, frozen: true },
    ...named(['update', 'upgrade'], upgrade),
    uninstall: remove,
    ...named(['lock', 'requirements'], lock),
    run: runProgram,
    shell: run,
    '--clear': clean,
    ...named(['check', 'graph', 'verify'], query),
  },
  packageFlags: ['-e', '--editable'],
  requirementFlags: ['-r', '--requirements'],
  frozen: ['--deploy', '--ignore-pipfile'],
  caches: [
    { path: '/root/.cache/pip', movedBy: ['PIP_CACHE_DIR', 'XDG_CACHE_HOME'], kind: 'downloads' },
    { path: '/root/.cache/pipenv', movedBy: ['PIPENV_CACHE_DIR', 'XDG_CACHE_HOME'], kind: 'downloads' },
  ],
  cleanCommand: 'pipenv --clear',
  manifests: ['Pipfile'],
  lockFiles: ['Pipfile.lock'],
};

export const python: readonly Manager[] = [pip, pipx, uv, poetry, pipenv];
