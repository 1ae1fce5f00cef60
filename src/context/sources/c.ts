import type { SourceLanguage } from './source-fact.ts';

export const c: SourceLanguage = {
  extensions: ['c', 'cc', 'cpp', 'cxx', 'h', 'hh', 'hpp', 'hxx'],
  lineComment: /^\s*(?:\/\/|\*|\/\*)/,
  tests: /(?:^|\/)(?:tests?|bench(?:marks?)?|examples?|third_party|external)\//,
  patterns: [
    { kind: 'shell', find: /(?:^|[^\w.>:])(?:system|popen)\s?\(\s?(?:"([\w./-]+))?/ },
    { kind: 'spawns', find: /\b(?:execv[pe]*|execl[pe]*|posix_spawnp?)\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'writes', find: /\bfopen\s?\(\s?(?:"([^"]+)"|(?:(?!\bfopen\b)[^,"])+),\s?"[wa]/ },
    { kind: 'writes', find: /\bstd::ofstream\b(?:\s+\w+)?\s?[({]?\s?(?:"([^"]+)")?/ },
    { kind: 'writes', find: /\b(?:mkdir|create_director(?:y|ies)|sqlite3_open)\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'writes', find: /\bO_(?:WRONLY|RDWR|CREAT)\b/ },
    { kind: 'reads', find: /\bfopen\s?\(\s?(?:"([^"]+)"|(?:(?!\bfopen\b)[^,"])+),\s?"r/ },
    { kind: 'reads', find: /\bstd::ifstream\b(?:\s+\w+)?\s?[({]?\s?(?:"([^"]+)")?/ },
    { kind: 'loads-library', find: /\bdlopen\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'environment', find: /\bgetenv\s?\(\s?"(\w+)"/ },
    { kind: 'locale', find: /\bsetlocale\s?\(\s?\w+,\s?(?:"([^"]*)")?/ },
    { kind: 'locale', find: /\biconv_open\s?\(/ },
  ],
};
