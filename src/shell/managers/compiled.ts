import {
  build,
  clean,
  configure,
  downloadManifest,
  install,
  installManifest,
  lock,
  named,
  publish,
  query,
  remove,
  run,
  test,
  upgrade,
} from './actions.ts';
import { flags, type Manager } from './manager.ts';

const go: Manager = {
  name: 'go',
  ecosystem: 'go',
  programs: ['go'],
  programPattern: /^go\d+(?:\.\d+)*$/,
  valueFlags: flags(`
    -o -C -p -ldflags -tags -mod -modfile -gcflags -asmflags -gccgoflags -buildmode -compiler
    -installsuffix -overlay -pkgdir -toolexec -exec -run -timeout -count -coverprofile -covermode -coverpkg
    -bench -cpu -parallel -vet
  `),
  longFlags: true,
  subcommands: {
    ...named(['install', 'get'], install),
    run: { action: 'run', packages: true },
    ...named(['mod download', 'work sync'], downloadManifest),
    ...named(['mod tidy', 'mod vendor'], lock),
    ...named(['mod init', 'mod edit', 'mod verify', 'work init', 'work use', 'env'], configure),
    ...named(['build', 'generate', 'tool'], build),
    ...named(['test', 'vet'], test),
    clean,
    ...named(['list', 'version', 'doc', 'fmt', 'mod graph', 'mod why'], query),
  },
  packagePattern: /^(?<name>[^@]+)(?:@(?<version>.+))?$/,
  filePattern: /^(?:\.{1,2}(?:\/|$)|\/)|\.go$/,
  caches: [
    { path: '/go/pkg/mod', movedBy: ['GOMODCACHE', 'GOPATH'], kind: 'downloads' },
    { path: '/root/.cache/go-build', movedBy: ['GOCACHE', 'XDG_CACHE_HOME'], kind: 'build' },
  ],
  cleanCommand: 'go clean -cache -modcache',
  manifests: ['go.mod', 'go.work'],
  lockFiles: ['go.sum', 'go.work.sum'],
};

const cargo: Manager = {
  name: 'cargo',
  ecosystem: 'rust',
  programs: ['cargo'],
  skipped: /^\+/,
  valueFlags: flags(`
    --version --vers --git --branch --tag --rev --path --root --index --registry -F --features --profile
    --target --target-dir --manifest-path --config -j --jobs -Z -p --package --bin --example --test --bench
    --color --message-format --exclude -C --recipe-path --out-dir --artifact-dir
  `),
  subcommands: {
    ...named(['install', 'binstall', 'add'], install),
    ...named(['fetch', 'vendor'], downloadManifest),
    ...named(['build', 'b', 'rustc', 'zigbuild', 'xbuild', 'auditable', 'chef cook', 'deb', 'doc', 'd'], {
      action: 'build',
      manifest: 'always',
    }),
    'chef prepare': configure,
    ...named(['check', 'c', 'clippy', 'fmt', 'test', 't', 'nextest', 'bench'], test),
    ...named(['run', 'r'], run),
    ...named(['update', 'generate-lockfile'], lock),
    ...named(['uninstall', 'remove', 'rm'], remove),
    clean,
    ...named(['init', 'new', 'login'], configure),
    publish,
    ...named(['metadata', 'tree', 'search', 'version'], query),
  },
  packagePattern: /^(?<name>[^@]+)(?:@(?<version>.+))?$/,
  versionFlags: ['--version', '--vers'],
  frozen: ['--locked', '--frozen'],
  caches: [
    { path: '/usr/local/cargo/registry', movedBy: ['CARGO_HOME'], kind: 'downloads' },
    { path: '/usr/local/cargo/git', movedBy: ['CARGO_HOME'], kind: 'downloads' },
  ],
  cleanCommand: 'rm -rf /usr/local/cargo/registry /usr/local/cargo/git',
  manifests: ['Cargo.toml'],
  lockFiles: ['Cargo.lock'],
};

const dotnet: Manager = {
  name: 'dotnet',
  ecosystem: 'dotnet',
  // MSBuild's `-p:Name=value` is one flag.
  longFlags: true,
  // `dotnet app.dll`.
  unknownSubcommand: 'run',
  programs: ['dotnet'],
  valueFlags: flags(`
    -c --configuration -o --output -r --runtime -f --framework -v --verbosity --version -s --source
    --add-source --configfile --tool-path -a --arch --os --packages --version-suffix --project -l --logger
    --filter --lock-file-path --manifest -k --api-key
  `),
  subcommands: {
    restore: downloadManifest,
    ...named(['build', 'publish', 'pack', 'msbuild'], { action: 'build', manifest: 'always' }),
    ...named(['test', 'vstest'], test),
    ...named(['run', 'exec', 'watch', 'ef', 'fsi'], run),
    ...named(['tool install', 'workload install', 'add package', 'package add'], install),
    ...named(['tool restore', 'workload restore'], installManifest),
    ...named(['tool update', 'workload update'], upgrade),
    ...named(['tool uninstall', 'remove package'], remove),
    ...named(['clean', 'nuget locals'], clean),
    ...named(
      ['new', 'sln', 'dev-certs', 'nuget add', 'nuget add source', 'nuget update source', 'nuget enable source'],
      configure,
    ),
    'nuget push': publish,
    ...named(['list', 'tool list', 'nuget list', 'help'], query),
  },
  packagePattern: /^(?<name>[^@]+)(?:@(?<version>.+))?$/,
  versionFlags: ['--version'],
  filePattern: /\.(?:csproj|fsproj|vbproj|sln|slnx|proj)$/,
  frozen: ['--locked-mode'],
  noCache: ['--no-cache', '--no-http-cache'],
  caches: [{ path: '/root/.nuget/packages', movedBy: ['NUGET_PACKAGES'], kind: 'downloads' }],
  cleanCommand: 'dotnet nuget locals all --clear',
  manifests: flags('*.csproj *.fsproj *.vbproj *.sln *.slnx Directory.Packages.props NuGet.config'),
  lockFiles: ['packages.lock.json'],
};

export const compiled: readonly Manager[] = [go, cargo, dotnet];
