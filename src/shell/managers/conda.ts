import {
  build,
  clean,
  configure,
  install,
  installManifest,
  named,
  query,
  remove,
  runProgram,
  upgrade,
} from './actions.ts';
import { flags, type Manager } from './manager.ts';

const conda = {
  ecosystem: 'conda',
  valueFlags: flags(`
    -n --name -p --prefix -c --channel -f --file --solver --experimental-solver -r --root-prefix --subdir
    --platform --revision --clone --repodata-fn --cwd --set --add --append --prepend --remove
    --remove-key --rc-file -s --shell
  `),
  subcommands: {
    ...named(['install', 'create'], install),
    ...named(['env create', 'env update'], installManifest),
    ...named(['update', 'upgrade', 'self-update'], upgrade),
    ...named(['remove', 'uninstall', 'env remove'], remove),
    clean: { ...clean, switches: ['-f'] },
    ...named(['config', 'init', 'activate', 'deactivate', 'shell'], configure),
    run: runProgram,
    ...named(['build'], build),
    ...named(['list', 'info', 'search', 'env list', 'env export'], query),
  },
  // `channel::name=version=build`, `name>=1.2`.
  packagePattern: /^(?:[^:]+::)?(?<name>[^\s=<>!~]+)\s*(?:[=<>!~]{1,2}\s*(?<version>\S.*))?$/,
  filePattern: /^(?:\.{0,2}\/|~\/)|\.(?:conda|tar\.bz2)$/,
  requirementFlags: ['-f', '--file'],
  assumeYes: ['-y', '--yes'],
  caches: [
    {
      path: '/opt/conda/pkgs',
      movedBy: ['CONDA_PKGS_DIRS', 'MAMBA_ROOT_PREFIX'],
      sharing: 'locked',
      kind: 'downloads',
    },
  ],
  manifests: ['environment.yml', 'environment.yaml'],
  lockFiles: ['conda-lock.yml'],
} as const satisfies Partial<Manager>;

export const condaManagers: readonly Manager[] = [
  { ...conda, name: 'conda', programs: ['conda'], cleanCommand: 'conda clean -afy' },
  { ...conda, name: 'mamba', programs: ['mamba'], cleanCommand: 'mamba clean -afy' },
  {
    ...conda,
    name: 'micromamba',
    programs: ['micromamba'],
    cleanCommand: 'micromamba clean --all --yes',
  },
];
