import type { SourceLanguage } from './source-fact.ts';

export const java: SourceLanguage = {
  extensions: ['java', 'kt', 'kts', 'scala', 'groovy'],
  lineComment: /^\s*(?:\/\/|\*|\/\*)/,
  tests: /(?:^|\/)src\/(?:test|integrationTest|it)\/|(?:^|\/)buildSrc\/|\.gradle(?:\.kts)?$/,
  vendored: /(?:^|\/)(?:target|build|\.gradle)\//,
  patterns: [
    { kind: 'spawns', find: /\bgetRuntime\(\)\s?\.exec\s?\(\s?(?:"([^"\s]+))?/ },
    { kind: 'spawns', find: /\bProcessBuilder\s?\(\s?(?:(?:List|Arrays)\.\w+\s?\(|listOf\s?\()?\s?(?:"([^"\s]+))?/ },
    {
      kind: 'writes',
      find: /\bnew (?:FileWriter|FileOutputStream|PrintWriter|RandomAccessFile)\s?\(\s?(?:"([^"]+)")?/,
    },
    {
      kind: 'writes',
      find: /\bFiles\.(?:write\w*|newBufferedWriter|newOutputStream|create\w+|copy|move|delete\w*)\s?\(/,
    },
    { kind: 'writes', find: /\.(?:mkdirs?|writeText|writeBytes|appendText|transferTo)\s?\(/ },
    { kind: 'writes', find: /\bjdbc:(?:h2:(?!mem:|tcp:|ssl:)(?:file:)?|sqlite:|hsqldb:file:|derby:)([~.\w/][^"';]*)/ },
    {
      kind: 'reads',
      find: /\b(?:new (?:FileReader|FileInputStream|FileSystemResource)|FileReader|FileInputStream)\s?\(\s?(?:"([^"]+)")?/,
    },
    { kind: 'reads', find: /\b(?:Paths\.get|Path\.of|new File|File)\s?\(\s?"([^"]+)"/ },
    { kind: 'reads', find: /"file:([^"]+)"/ },
    { kind: 'loads-library', find: /\bSystem\.load(?:Library)?\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'loads-library', find: /\bNative\.(?:load|loadLibrary|register)\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'environment', find: /\bSystem\.getenv\s?\(\s?"(\w+)"/ },
    { kind: 'home', find: /"user\.home"/ },
    {
      kind: 'locale',
      find: /\b(?:ZoneId\.systemDefault|TimeZone\.getDefault|Locale\.getDefault|Charset\.defaultCharset)\s?\(/,
    },
    { kind: 'native', find: /\b(java\.awt|javax\.imageio|javax\.swing)\./ },
    { kind: 'plugins', find: /\b(?:ServiceLoader\.load|Class\.forName)\s?\(\s?(?:"([^"]+)")?/ },
  ],
  settings: {
    files:
      /(?:^|\/)(?:application|bootstrap|config|logging|log4j2?|logback)[\w.-]*\.(?:properties|ya?ml|xml|conf)$|(?:^|\/)[\w-]+\.ya?ml$/,
    patterns: [
      { kind: 'writes', find: /\blogging\.file(?:\.name|\.path)?\s?=\s?(\S+)/ },
      { kind: 'writes', find: /\bmultipart\.location\s?=\s?(\S+)/ },
      { kind: 'writes', find: /^\s+(?:file|currentLogFilename|archivedLogFilenamePattern)\s?:/ },
      { kind: 'writes', find: /<(?:file|File|fileNamePattern)>\s?([^<]+)/ },
      { kind: 'writes', find: /\bfileName\s?=\s?"([^"]+)"/ },
      { kind: 'writes', find: /\.(?:File|fileName)\s?=\s?(\S+)/ },
      {
        kind: 'writes',
        find: /\bjdbc:(?:h2:(?!mem:|tcp:|ssl:)(?:file:)?|sqlite:|hsqldb:file:|derby:)([~.\w/][^"';]*)/,
      },
    ],
  },
};
