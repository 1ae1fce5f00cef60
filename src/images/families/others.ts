import type { Family } from './family.ts';

export const OTHERS: readonly Family[] = [
  { pattern: /^(?:docker\.io\/)?bitnami(?:legacy)?\/(?!minideb$)/, distro: 'debian', layers: [{ user: '1001' }] },
  {
    pattern: /^(?:quay\.io\/)?jupyter\//,
    distro: 'ubuntu',
    layers: [
      {
        user: '1000',
        workdir: '/home/jovyan',
        accounts: { jovyan: [1000, 100, '/home/jovyan'] },
        env: { NB_USER: 'jovyan', NB_UID: '1000', NB_GID: '100', CONDA_DIR: '/opt/conda', HOME: '/home/jovyan' },
        path: ['/opt/conda/bin'],
        entrypoint: undefined,
        cmd: undefined,
        present: 'python python3 conda mamba pip jupyter',
      },
    ],
  },
  {
    names: ['grafana/grafana', 'grafana/grafana-oss', 'grafana/grafana-enterprise'],
    layers: [
      {
        user: '472',
        workdir: '/usr/share/grafana',
        entrypoint: ['/run.sh'],
        cmd: [],
        ports: ['3000/tcp'],
        accounts: { grafana: [472, 0, '/home/grafana'] },
      },
    ],
  },
  {
    names: ['jenkins/jenkins'],
    layers: [
      {
        user: 'jenkins',
        ports: ['8080/tcp', '50000/tcp'],
        volumes: ['/var/jenkins_home'],
        accounts: { root: [0, 0, '/root'], jenkins: [1000, 1000, '/var/jenkins_home'] },
        env: { JENKINS_HOME: '/var/jenkins_home' },
        present: 'sh bash java git curl jenkins.sh',
      },
    ],
  },
  {
    names: ['docker'],
    distro: 'alpine',
    layers: [
      { present: 'docker' },
      { when: { not: ['rootless'] }, user: 'root' },
      { when: { has: ['rootless'] }, user: 'rootless' },
    ],
  },
  {
    // Tags end in the distribution: `12.4.1-runtime-ubuntu22.04`.
    names: ['nvidia/cuda', 'nvcr.io/nvidia/cuda'],
    layers: [{ user: 'root', env: { CUDA_VERSION: null, LD_LIBRARY_PATH: null } }],
  },
  {
    names: ['pytorch/pytorch', 'tensorflow/tensorflow'],
    distro: 'ubuntu',
    layers: [{ entrypoint: undefined, cmd: undefined, workdir: undefined, present: 'python python3 pip' }],
  },
  {
    pattern: /^public\.ecr\.aws\/lambda\//,
    distro: 'amazonlinux',
    layers: [
      {
        entrypoint: ['/lambda-entrypoint.sh'],
        cmd: [],
        workdir: '/var/task',
        packageManager: undefined,
        env: { LAMBDA_TASK_ROOT: '/var/task', LAMBDA_RUNTIME_DIR: '/var/runtime' },
      },
    ],
  },
  {
    pattern: /^cimg\//,
    distro: 'ubuntu',
    layers: [
      {
        user: 'circleci',
        workdir: '/home/circleci/project',
        accounts: { circleci: [3434, 3434, '/home/circleci'] },
        shell: undefined,
        cmd: undefined,
        entrypoint: undefined,
        present: 'bash git curl sudo make',
      },
    ],
  },
  {
    pattern: /^circleci\//,
    layers: [
      { user: 'circleci', accounts: { circleci: [3434, 3434, '/home/circleci'] }, present: 'bash git curl sudo' },
    ],
  },
  {
    names: ['gitpod/workspace-full', 'gitpod/workspace-base'],
    distro: 'ubuntu',
    layers: [
      {
        user: 'gitpod',
        workdir: undefined,
        cmd: undefined,
        accounts: { gitpod: [33333, 33333, '/home/gitpod'] },
        present: 'bash git curl sudo',
      },
    ],
  },
  {
    pattern: /^mcr\.microsoft\.com\/playwright(?:\/\w+)?$/,
    distro: 'ubuntu',
    layers: [{ user: 'root', accounts: { pwuser: [1000, 1000, '/home/pwuser'] }, workdir: undefined }],
  },
  {
    pattern: /^ghcr\.io\/astral-sh\/uv$/,
    language: 'uv',
    layers: [
      // Without a distribution in its tag the image is the bare program on scratch.
      {
        when: { not: ['bookworm', 'trixie', 'bullseye', 'alpine', 'debian', 'slim'] },
        entrypoint: ['/uv'],
        workdir: '/io',
        shell: 'none',
        packageManager: 'none',
        libc: 'none',
        tools: 'none',
      },
      { present: 'uv uvx' },
    ],
  },
];
