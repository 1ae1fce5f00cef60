import type { SourceLanguage } from './source-fact.ts';

export const elixir: SourceLanguage = {
  extensions: ['ex', 'exs', 'eex', 'heex', 'leex'],
  lineComment: /^\s*#/,
  tests: /(?:^|\/)test\/|_test\.exs$|(?:^|\/)mix\.exs$/,
  vendored: /(?:^|\/)(?:_build|deps)\//,
  patterns: [
    { kind: 'spawns', find: /\bSystem\.(?:cmd|find_executable)\s?\(\s?(?:"([\w./-]+)")?/ },
    { kind: 'shell', find: /\bSystem\.shell\s?\(\s?(?:"([\w./-]+))?/ },
    { kind: 'shell', find: /:os\.cmd\s?\(/ },
    { kind: 'spawns', find: /\bPort\.open\s?\(\s?\{\s?:spawn\w*,\s?(?:"([\w./-]+))?/ },
    {
      kind: 'writes',
      find: /\bFile\.(?:write!?|mkdir(?:_p)?!?|cp(?:_r)?!?|rm(?:_rf)?!?|rename!?|touch!?)\s?\(\s?(?:"([^"#]+)")?/,
    },
    { kind: 'reads', find: /\bFile\.(?:read!?|stream!?|ls!?|open!?)\s?\(\s?(?:"([^"#]+)")?/ },
    { kind: 'reads', find: /\b(?::code\.priv_dir|Application\.app_dir)\s?\(/ },
    { kind: 'native', find: /:erlang\.load_nif\s?\(|\buse (Rustler)\b/ },
    { kind: 'environment', find: /\bSystem\.(?:get_env|fetch_env!?)\s?\(\s?"(\w+)"/ },
    { kind: 'home', find: /\bSystem\.user_home!?\s?\(/ },
    { kind: 'metadata', find: /\bMix\.(?:env|Project\.config)\b/ },
  ],
};
