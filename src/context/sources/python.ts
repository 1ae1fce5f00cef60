import type { SourceLanguage } from './source-fact.ts';

export const python: SourceLanguage = {
  extensions: ['py', 'pyi'],
  lineComment: /^\s*#/,
  tests:
    /(?:^|\/)(?:tests?|testing|conftest\.py|test_[^/]*\.py|[^/]*_test\.py|noxfile\.py|setup\.py|docs?|examples?)(?:\/|$)/,
  vendored: /(?:^|\/)(?:build|dist|\.tox|\.eggs|env)\//,
  patterns: [
    { kind: 'imports', find: /^\s*(?:from|import)\s+([A-Za-z_]\w*)/ },
    { kind: 'shell', find: /\bos\.(?:system|popen)\s?\(\s?f?(?:["']([\w./-]+))?/ },
    { kind: 'shell', find: /\bshell\s?=\s?True\b/ },
    { kind: 'shell', find: /\bcreate_subprocess_shell\s?\(/ },
    {
      kind: 'spawns',
      find: /\b(?:subprocess\.(?:run|Popen|call|check_call|check_output|getoutput)|check_output|Popen|create_subprocess_exec|os\.(?:exec|spawn)\w+|pexpect\.spawn)\s?\(\s?\[?\s?(?:f?["']([\w./+-]+))?/,
    },
    { kind: 'spawns', find: /\bshutil\.which\s?\(\s?(?:["']([\w./+-]+)["'])?/ },
    {
      kind: 'writes',
      find: /\bopen\s?\(\s?(?:r?["']([^"']+)["']|(?:(?!\bopen\b)[\w.()/+ ])+),\s?(?:mode\s?=\s?)?["'][rbt]?[wax+]/,
    },
    { kind: 'writes', find: /\.(?:write_text|write_bytes|touch)\s?\(/ },
    {
      kind: 'writes',
      find: /\b(?:os\.(?:makedirs|mkdir|rename|replace|remove|unlink)|shutil\.(?:copy\w*|move|rmtree))\s?\(\s?(?:r?["']([^"']+)["'])?/,
    },
    { kind: 'writes', find: /\.mkdir\s?\(\s?(?:r?["']([^"']+)["'])?/ },
    { kind: 'writes', find: /\b(?:Rotating|TimedRotating|Watched)?FileHandler\s?\(\s?(?:r?["']([^"']+)["'])?/ },
    { kind: 'writes', find: /\bsqlite(?:\+\w+)?:\/\/\/([^"'\s?]*)/ },
    { kind: 'writes', find: /\bsqlite3\.connect\s?\(\s?(?:r?["']([^"']+)["'])?/ },
    {
      kind: 'writes',
      find: /\b(?:UPLOAD_FOLDER|MEDIA_ROOT|LOG_DIR|DATA_DIR)\b\s?["']?\]?\s?=\s?(?:r?["']([^"']+)["'])?/,
    },
    { kind: 'reads', find: /\bopen\s?\(\s?r?["']([^"']+)["']\s?(?:\)|,\s?(?:encoding|["']rb?["']))/ },
    {
      kind: 'reads',
      find: /\b(?:read_text|read_bytes|read_csv|read_json|read_excel|load_model|send_from_directory|send_file|FileResponse|get_template)\s?\(\s?(?:r?["']([^"']+)["'])?/,
    },
    {
      kind: 'reads',
      find: /\b(?:FileSystemLoader|Jinja2Templates|StaticFiles|load_dotenv)\s?\(\s?(?:\w+\s?=\s?)?(?:r?["']([^"']+)["'])?/,
    },
    { kind: 'reads', find: /\brender(?:_template|_to_string)?\s?\(\s?(?:request,\s?)?["']([^"']+\.\w+)["']/ },
    { kind: 'reads', find: /\b(?:importlib\.)?resources\.(?:files|path|read_text|open_text)\s?\(/ },
    { kind: 'metadata', find: /\b(?:importlib[._]metadata|pkg_resources)\b/ },
    { kind: 'plugins', find: /\b(?:iter_entry_points|entry_points)\s?\(\s?(?:group\s?=\s?)?(?:["']([^"']+)["'])?/ },
    { kind: 'loads-library', find: /\bfind_library\s?\(\s?(?:["']([\w.+-]+)["'])?/ },
    { kind: 'loads-library', find: /\b(?:CDLL|LoadLibrary|WinDLL|dlopen)\s?\(\s?(?:["']([^"']+)["'])?/ },
    { kind: 'environment', find: /\benviron(?:\.get\s?\(|\[)\s?["'](\w+)["']/ },
    { kind: 'environment', find: /\bgetenv\s?\(\s?["'](\w+)["']/ },
    { kind: 'home', find: /\b(?:expanduser|Path\.home|user_cache_dir|user_data_dir|user_config_dir)\s?\(/ },
    {
      kind: 'home',
      find: /^\s*(?:from|import)\s+(matplotlib|transformers|huggingface_hub|torch|nltk|spacy|tensorflow|sentence_transformers|easyocr|numba)\b/,
    },
    { kind: 'locale', find: /\blocale\.setlocale\s?\(\s?[\w.]+,\s?(?:["']([^"']*)["'])?/ },
    { kind: 'locale', find: /\b(?:ZoneInfo|pytz\.timezone|tz\.gettz)\s?\(\s?(?:["']([^"']+)["'])?/ },
    { kind: 'locale', find: /\btime\.tzset\s?\(/ },
  ],
};
