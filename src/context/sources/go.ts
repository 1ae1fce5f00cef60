import type { SourceLanguage } from './source-fact.ts';

export const go: SourceLanguage = {
  extensions: ['go'],
  lineComment: /^\s*\/\//,
  tests: /_test\.go$|(?:^|\/)(?:testdata|examples?|hack|tools)\//,
  patterns: [
    { kind: 'native', find: /^(?:import )?\s*"(C)"\s*$/ },
    { kind: 'native', find: /^\s*(?:[\w.]+ )?"(plugin|os\/user)"\s*$/ },
    {
      kind: 'native',
      find: /^\s*(?:import )?(?:[\w.]+ )?"(github\.com\/(?:mattn\/go-sqlite3|confluentinc\/confluent-kafka-go|libgit2\/git2go|google\/gopacket\/pcap|mattn\/go-oci8)[^"]*)"/,
    },
    { kind: 'spawns', find: /\bexec\.(?:Command|LookPath)\s?\(\s?(?:"([^"]+)")?/ },
    {
      kind: 'spawns',
      find: /\bexec\.CommandContext\s?\(\s?(?:(?!\bexec\.CommandContext\b)[\w.()])+,\s?(?:"([^"]+)")?/,
    },
    { kind: 'spawns', find: /\b(?:syscall\.Exec|os\.StartProcess)\s?\(\s?(?:"([^"]+)")?/ },
    {
      kind: 'writes',
      find: /\b(?:os|ioutil)\.(?:Create|WriteFile|MkdirAll|Mkdir|Rename|Remove|RemoveAll|CreateTemp|MkdirTemp|TempFile|TempDir)\s?\(\s?(?:["`]([^"`]*)["`])?/,
    },
    { kind: 'writes', find: /\bos\.OpenFile\s?\(\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'writes', find: /\bsql\.Open\s?\(\s?"sqlite3?"\s?,\s?(?:["`]([^"`?]*))?/ },
    { kind: 'reads', find: /\b(?:os|ioutil)\.(?:Open|ReadFile|ReadDir|Stat)\s?\(\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'reads', find: /\.?\b(?:ParseFiles|ParseGlob|LoadHTMLGlob|LoadHTMLFiles)\s?\(\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'reads', find: /\b(?:http\.Dir|os\.DirFS|gin\.Dir)\s?\(\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'reads', find: /\bhttp\.ServeFile\s?\(\s?\w+,\s?\w+,\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'reads', find: /\.(?:Static|StaticFile|StaticFS)\s?\(\s?"[^"]*"\s?,\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'reads', find: /\bviper\.(?:AddConfigPath|SetConfigFile|ReadInConfig)\s?\(\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'reads', find: /\b(?:godotenv\.Load|toml\.DecodeFile|migrate\.New)\s?\(\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'loads-library', find: /\bplugin\.Open\s?\(\s?(?:["`]([^"`]*)["`])?/ },
    { kind: 'environment', find: /\bos\.(?:Getenv|LookupEnv)\s?\(\s?"(\w+)"/ },
    { kind: 'home', find: /\bos\.User(?:HomeDir|CacheDir|ConfigDir)\s?\(/ },
    { kind: 'locale', find: /\btime\.LoadLocation\s?\(\s?(?:"([^"]*)")?/ },
  ],
};
