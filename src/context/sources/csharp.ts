import type { SourceLanguage } from './source-fact.ts';

export const csharp: SourceLanguage = {
  extensions: ['cs', 'fs', 'vb', 'cshtml', 'razor'],
  lineComment: /^\s*(?:\/\/|\*|\/\*)/,
  tests: /(?:^|\/)(?:[\w.]*Tests?|tests?)\//,
  vendored: /(?:^|\/)(?:bin|obj|packages)\//,
  patterns: [
    { kind: 'spawns', find: /\bProcess\.Start\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'spawns', find: /\bProcessStartInfo\s?(?:\(\s?(?:"([^"]+)")?|\{)/ },
    { kind: 'spawns', find: /\bFileName\s?=\s?"([^"]+)"/ },
    {
      kind: 'writes',
      find: /\bFile\.(?:WriteAll\w+|AppendAll\w+|Create\w*|OpenWrite|Copy|Move|Delete)\s?\(\s?(?:@?"([^"]+)")?/,
    },
    { kind: 'writes', find: /\bDirectory\.(?:CreateDirectory|Delete|Move)\s?\(\s?(?:@?"([^"]+)")?/ },
    { kind: 'writes', find: /\bnew StreamWriter\s?\(\s?(?:@?"([^"]+)")?/ },
    { kind: 'writes', find: /\bFileMode\.(?:Create|CreateNew|Append|OpenOrCreate)\b/ },
    { kind: 'writes', find: /"(?:Data Source|Filename)=([^";=]+\.(?:db|sqlite3?))/i },
    { kind: 'reads', find: /\bFile\.(?:ReadAll\w+|ReadLines|OpenRead|OpenText)\s?\(\s?(?:@?"([^"]+)")?/ },
    {
      kind: 'reads',
      find: /\b(?:AddJsonFile|AddXmlFile|AddIniFile|PhysicalFileProvider|StreamReader)\s?\(\s?(?:@?"([^"]+)")?/,
    },
    { kind: 'loads-library', find: /\[(?:DllImport|LibraryImport)\(\s?(?:"([^"]+)")?/ },
    { kind: 'loads-library', find: /\bNativeLibrary\.(?:Try)?Load\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'native', find: /\busing (System\.Drawing|SkiaSharp|ImageMagick)\b/ },
    { kind: 'environment', find: /\bGetEnvironmentVariable\s?\(\s?"(\w+)"/ },
    { kind: 'home', find: /\bSpecialFolder\.(\w+)/ },
    { kind: 'locale', find: /\b(?:new CultureInfo|GetCultureInfo|CreateSpecificCulture)\s?\(\s?(?:"([^"]*)")?/ },
    { kind: 'locale', find: /\bFindSystemTimeZoneById\s?\(\s?(?:"([^"]+)")?/ },
    { kind: 'plugins', find: /\bAssembly\.Load(?:From|File)?\s?\(/ },
  ],
  settings: {
    files: /(?:^|\/)appsettings[\w.-]*\.json$|(?:^|\/)nlog\.config$/i,
    patterns: [
      {
        kind: 'writes',
        find: /"(?:path|pathFormat|fileName)"\s?:\s?"([^"\n]{0,200}(?:\.(?:log|txt|json)|logs?\/)[^"\n]{0,100})"/i,
      },
      { kind: 'writes', find: /\b(?:Data ?Source|Filename)=([^";=]+\.(?:db|sqlite3?))/i },
      { kind: 'writes', find: /\bfileName="([^"]+)"/ },
    ],
  },
};
