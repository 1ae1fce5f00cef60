import type { SourceLanguage } from './source-fact.ts';

export const ruby: SourceLanguage = {
  extensions: ['rb', 'rake', 'ru', 'erb'],
  lineComment: /^\s*#/,
  tests: /(?:^|\/)(?:spec|test|features)\//,
  patterns: [
    { kind: 'imports', find: /^\s*require\s?\(?\s?["']([\w-]+)/ },
    { kind: 'shell', find: /(?:^|[=(\s])`([\w./-]+)(?:[^`\w./-][^`]*)?`/ },
    { kind: 'shell', find: /%x[[{(]\s?([\w./-]+)/ },
    { kind: 'spawns', find: /\b(?:system|exec|spawn|IO\.popen|Process\.spawn)\s?\(?\s?["']([\w./-]+)/ },
    { kind: 'spawns', find: /\bOpen3\.\w+\s?\(?\s?(?:["']([\w./-]+))?/ },
    { kind: 'writes', find: /\bFile\.(?:write|binwrite|rename|delete)\s?\(?\s?(?:["']([^"']+)["'])?/ },
    {
      kind: 'writes',
      find: /\bFile\.(?:open|new)\s?\(?\s?(?:["']([^"']+)["']|(?:(?!\bFile\.(?:open|new))[^,"'])+),\s?["'][wa]/,
    },
    { kind: 'writes', find: /\bFileUtils\.\w+\s?\(?\s?(?:["']([^"']+)["'])?/ },
    { kind: 'writes', find: /\bLogger\.new\s?\(?\s?["']([^"']+)["']/ },
    {
      kind: 'reads',
      find: /\b(?:File\.(?:read|readlines|foreach)|YAML\.load_file|Dir\.glob)\s?\(?\s?(?:["']([^"']+)["'])?/,
    },
    { kind: 'reads', find: /\bRails\.root\.join\s?\(?\s?["']([^"']+)["']/ },
    { kind: 'loads-library', find: /\b(?:ffi_lib|Fiddle\.dlopen)\s?\(?\s?(?:["']([^"']+)["'])?/ },
    { kind: 'environment', find: /\bENV(?:\.fetch)?\s?[[(]\s?["'](\w+)["']/ },
    { kind: 'home', find: /\bDir\.home\b/ },
    { kind: 'locale', find: /\btime_zone\s?=\s?["']([^"']+)["']/ },
  ],
};
