import type { SourceLanguage } from './source-fact.ts';

export const node: SourceLanguage = {
  extensions: ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'vue', 'svelte'],
  lineComment: /^\s*(?:\/\/|\*|\/\*)/,
  tests:
    /(?:^|\/)(?:tests?|__tests__|__mocks__|e2e|cypress|spec|stories|examples?|docs?)\/|\.(?:test|spec|stories|d)\.[cm]?[jt]sx?$|(?:^|\/)(?:(?:babel|jest|vite|vitest|webpack|rollup|rolldown|tailwind|postcss|eslint|prettier|tsup|cypress|playwright|svelte|astro|commitlint)\.config|\.eslintrc|gulpfile|Gruntfile|karma\.conf)\.[cm]?[jt]s$/,
  // What a server hands out runs in browsers.
  vendored:
    /(?:^|\/)(?:bower_components|coverage|\.next|\.nuxt|\.yarn|\.output|public|static|wwwroot)\/|\.min\.[cm]?js$/,
  patterns: [
    { kind: 'imports', find: /\bfrom\s?["'](@[\w.-]+\/[\w.-]+|\w[\w.-]*)(?:\/[^"']*)?["']/ },
    { kind: 'imports', find: /^\s*import\s?["'](@[\w.-]+\/[\w.-]+|\w[\w.-]*)(?:\/[^"']*)?["']/ },
    { kind: 'imports', find: /\b(?:require|import)\s?\(\s?["'](@[\w.-]+\/[\w.-]+|\w[\w.-]*)(?:\/[^"']*)?["']/ },
    { kind: 'shell', find: /\b(?:execSync|exec)\s?\(\s?["'`]([\w./-]+)/ },
    { kind: 'shell', find: /\bshell\s?:\s?true\b/ },
    {
      kind: 'spawns',
      find: /\b(?:spawn|spawnSync|execFile|execFileSync|execa|execaSync|execaCommand)\s?\(\s?(?:["'`]([\w./-]+))?/,
    },
    { kind: 'spawns', find: /["'](?:node:)?child_process["']/ },
    { kind: 'spawns', find: /\b(?:puppeteer|playwright|chromium|firefox|webkit)\.(launch)\s?\(/ },
    {
      kind: 'writes',
      find: /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|outputFile|outputJson|ensureDir|mkdir|mkdirSync|mkdirp)\s?\(\s?(?:["'`]([^"'`$]+)["'`])?/,
    },
    { kind: 'writes', find: /\bmulter\s?\(\s?\{\s?dest\s?:\s?(?:["'`]([^"'`$]+)["'`])?/ },
    { kind: 'writes', find: /\bfilename\s?:\s?["'`]([^"'`$]+\.log)["'`]/ },
    { kind: 'writes', find: /\b(?:storage\s?:\s?|new\s+(?:sqlite3\.)?Database\s?\(\s?)["'`]([^"'`$]+)["'`]/ },
    {
      kind: 'reads',
      find: /\b(?:readFile|readFileSync|createReadStream|readdir|readdirSync|readJson|readJsonSync|sendFile)\s?\(\s?(?:["'`]([^"'`$]+)["'`])?/,
    },
    { kind: 'reads', find: /\b(?:express\.static|serveStatic|koaStatic|sirv)\s?\(\s?(?:["'`]([^"'`$]+)["'`])?/ },
    {
      kind: 'reads',
      find: /\b(?:path\.)?(?:join|resolve)\s?\(\s?(?:__dirname|import\.meta\.dirname|process\.cwd\(\))\s?,\s?["'`]([^"'`$]+)["'`]/,
    },
    { kind: 'reads', find: /\bnew URL\s?\(\s?["'`](\.[^"'`$]+)["'`]\s?,\s?import\.meta\.url/ },
    { kind: 'reads', find: /\.set\s?\(\s?["']views["']\s?,\s?(?:["'`]([^"'`$]+)["'`])?/ },
    { kind: 'reads', find: /\bdotenv\b(?:(?!\bdotenv\b)[^;])*\bconfig\s?\(/ },
    { kind: 'metadata', find: /["'`](?:[^"'`]*\/)?(package\.json)["'`]/ },
    { kind: 'metadata', find: /\bprocess\.env\.(npm_package_\w+)/ },
    {
      kind: 'build-variable',
      find: /\b((?:VITE|REACT_APP|NEXT_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC|VUE_APP|EXPO_PUBLIC)_[A-Z\d_]+)\b/,
    },
    { kind: 'environment', find: /\bprocess\.env\.([A-Za-z_]\w*)/ },
    { kind: 'environment', find: /\bprocess\.env\[\s?["'](\w+)["']/ },
    { kind: 'loads-library', find: /\b(?:process\.dlopen|ffi\.Library|koffi\.load)\s?\(\s?(?:["'`]([^"'`$]+)["'`])?/ },
    { kind: 'home', find: /\b(?:os\.)?homedir\s?\(/ },
    { kind: 'locale', find: /\btimeZone\s?:\s?["'`]([\w/+-]+)["'`]/ },
    { kind: 'plugins', find: /\brequire\s?\(\s?(?!["'`)])/ },
    { kind: 'plugins', find: /\bimport\s?\(\s?(?!["'`)])/ },
  ],
};
