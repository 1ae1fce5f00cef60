import type { SourceLanguage } from './source-fact.ts';

export const php: SourceLanguage = {
  extensions: ['php', 'phtml', 'inc'],
  lineComment: /^\s*(?:\/\/|#|\*|\/\*)/,
  tests: /(?:^|\/)[Tt]ests?\//,
  patterns: [
    { kind: 'shell', find: /(?:^|[^>:\w$])(?:shell_exec|exec|system|passthru|popen)\s?\(\s?(?:["']([\w./-]+))?/ },
    { kind: 'spawns', find: /(?:^|[^>:\w$])proc_open\s?\(\s?(?:["']([\w./-]+))?/ },
    { kind: 'spawns', find: /\bnew Process\s?\(\s?\[\s?(?:["']([\w./-]+))?/ },
    {
      kind: 'writes',
      find: /\b(?:file_put_contents|mkdir|move_uploaded_file|touch|unlink|rename|copy)\s?\(\s?(?:["']([^"'$]+)["'])?/,
    },
    { kind: 'writes', find: /\bfopen\s?\(\s?(?:["']([^"'$]+)["']|(?:(?!\bfopen\b)[^,"'])+),\s?["'][waxc]/ },
    { kind: 'writes', find: /\b(?:storage_path|sys_get_temp_dir)\s?\(\s?(?:["']([^"']+)["'])?/ },
    { kind: 'reads', find: /\b(?:file_get_contents|parse_ini_file|readfile|glob)\s?\(\s?(?:["']([^"'$]+)["'])?/ },
    { kind: 'loads-library', find: /\b(?:FFI::cdef|dl)\s?\(/ },
    { kind: 'environment', find: /\b(?:getenv|env)\s?\(\s?["'](\w+)["']/ },
    { kind: 'environment', find: /\$_(?:ENV|SERVER)\[\s?["'](\w+)["']/ },
    { kind: 'locale', find: /\b(?:setlocale|date_default_timezone_set)\s?\(\s?(?:\w+,\s?)?(?:["']([^"']+)["'])?/ },
  ],
};
