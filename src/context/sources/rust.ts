import type { SourceLanguage } from './source-fact.ts';

export const rust: SourceLanguage = {
  extensions: ['rs'],
  lineComment: /^\s*\/\//,
  tests: /(?:^|\/)(?:tests|benches|examples)\/|(?:^|\/)(?:tests|build)\.rs$/,
  vendored: /(?:^|\/)(?:target)\//,
  patterns: [
    { kind: 'spawns', find: /\bCommand::new\s?\(\s?(?:"([^"]+)")?/ },
    {
      kind: 'writes',
      find: /\b(?:File::create(?:_new)?|fs::(?:write|create_dir_all|create_dir|rename|remove_file|copy))\s?\(\s?(?:"([^"]+)")?/,
    },
    { kind: 'writes', find: /\.(?:create|append|write)\s?\(\s?true\s?\)/ },
    { kind: 'writes', find: /"sqlite:(?:\/\/)?([^"?]+)/ },
    { kind: 'reads', find: /\b(?:File::open|fs::(?:read_to_string|read_dir|read))\s?\(\s?(?:"([^"]+)")?/ },
    {
      kind: 'reads',
      find: /\b(?:ServeDir::new|ServeFile::new|NamedFile::open|FileServer::from|Tera::new)\s?\(\s?(?:"([^"]+)")?/,
    },
    { kind: 'reads', find: /\b(?:fs::)?Files::new\s?\(\s?"[^"]*"\s?,\s?(?:"([^"]+)")?/ },
    { kind: 'loads-library', find: /\b(?:Library::new|dlopen)\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'native', find: /^\s*extern "C" \{/ },
    { kind: 'native', find: /#\[link\(name\s?=\s?"([^"]+)"/ },
    { kind: 'environment', find: /\benv::var(?:_os)?\s?\(\s?"(\w+)"/ },
    { kind: 'home', find: /\b(?:home_dir|cache_dir|config_dir|data_dir)\s?\(\s?\)/ },
    { kind: 'locale', find: /\b(?:Local::now|OffsetDateTime::now_local)\s?\(/ },
  ],
};
