/** The language families whose projects are known. */
export type Ecosystem =
  | 'python'
  | 'node'
  | 'go'
  | 'rust'
  | 'java'
  | 'dotnet'
  | 'ruby'
  | 'php'
  | 'elixir'
  | 'c'
  | 'static';

interface Manifests {
  /** Files that say what a project is, the most telling first. */
  readonly manifests: readonly RegExp[];
  /** Files that pin what an install fetches. */
  readonly locks: readonly RegExp[];
  /** Other files of the folder that an install reads where they are there, and folders, whole. */
  readonly inputs: readonly string[];
}

/** How the files of each ecosystem are called. */
export const MANIFESTS: Readonly<Record<Ecosystem, Manifests>> = {
  python: {
    manifests: [
      /^pyproject\.toml$/,
      /^requirements[\w.-]*\.(?:txt|in)$/,
      /^Pipfile$/,
      /^setup\.(?:py|cfg)$/,
      /^environment\.ya?ml$/,
    ],
    locks: [/^(?:uv|poetry|pdm|Pipfile)\.lock$/, /^pylock(?:\.\w+)?\.toml$/],
    inputs: ['uv.toml', 'poetry.toml', 'pip.conf', '.python-version', 'MANIFEST.in', 'setup.cfg', 'setup.py'],
  },
  node: {
    manifests: [/^package\.json$/],
    locks: [/^(?:package-lock|npm-shrinkwrap)\.json$/, /^yarn\.lock$/, /^pnpm-lock\.yaml$/, /^bun\.lockb?$/],
    inputs: [
      '.npmrc',
      '.yarnrc',
      '.yarnrc.yml',
      '.yarn',
      'pnpm-workspace.yaml',
      '.pnpmfile.cjs',
      'patches',
      '.pnp.cjs',
      'bunfig.toml',
    ],
  },
  go: { manifests: [/^go\.mod$/], locks: [/^go\.sum$/], inputs: ['go.work', 'go.work.sum', 'vendor'] },
  rust: {
    manifests: [/^Cargo\.toml$/],
    locks: [/^Cargo\.lock$/],
    inputs: ['rust-toolchain.toml', 'rust-toolchain', '.cargo/config.toml', '.cargo/config'],
  },
  java: {
    manifests: [/^pom\.xml$/, /^build\.gradle(?:\.kts)?$/],
    locks: [/^gradle\.lockfile$/],
    inputs: [
      '.mvn',
      'mvnw',
      'gradle.properties',
      'settings.gradle',
      'settings.gradle.kts',
      'gradle',
      'gradlew',
      'buildSrc',
    ],
  },
  dotnet: {
    manifests: [/\.(?:cs|fs|vb)proj$/, /\.slnx?$/],
    locks: [/^packages\.lock\.json$/],
    inputs: [
      'global.json',
      'Directory.Build.props',
      'Directory.Build.targets',
      'Directory.Packages.props',
      'NuGet.config',
      'nuget.config',
      'NuGet.Config',
      '.config/dotnet-tools.json',
    ],
  },
  ruby: {
    manifests: [/^Gemfile$/, /\.gemspec$/],
    locks: [/^Gemfile\.lock$/],
    inputs: ['.ruby-version', '.bundle/config', '.tool-versions'],
  },
  php: { manifests: [/^composer\.json$/], locks: [/^composer\.lock$/], inputs: ['auth.json', 'symfony.lock'] },
  elixir: { manifests: [/^mix\.exs$/], locks: [/^mix\.lock$/], inputs: ['config'] },
  c: {
    manifests: [/^CMakeLists\.txt$/, /^(?:GNUm|M|m)akefile$/, /^meson\.build$/, /^configure(?:\.ac)?$/],
    locks: [/^conan\.lock$/],
    inputs: ['vcpkg.json', 'conanfile.txt', 'conanfile.py', 'CMakePresets.json'],
  },
  static: {
    manifests: [/^hugo\.(?:toml|ya?ml|json)$/, /^mkdocs\.ya?ml$/, /^_config\.ya?ml$/, /^index\.html$/],
    locks: [/^\.hugo_build\.lock$/],
    inputs: [],
  },
};
