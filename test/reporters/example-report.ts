import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { uniqueFingerprints } from '../../src/engine/fingerprint.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { Fix, Meta } from '../../src/engine/rule.ts';
import type { FileReport, Report } from '../../src/reporters/report.ts';

const RULE: Omit<Meta, 'id' | 'summary'> = {
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  edition: 2026,
};

const pinned: Meta = { ...RULE, id: 'pinned-base', summary: 'Name the version of a base image', aliases: ['DL3006'] };
const leak: Meta = {
  ...RULE,
  id: 'leaked-secret',
  summary: 'A secret is in the image',
  category: 'security',
  severity: 'error',
};
const long: Meta = {
  ...RULE,
  id: 'long-run',
  summary: 'Keep RUN short',
  severity: 'info',
  aliases: ['DL9001', 'SC2086'],
};
const taste: Meta = { ...RULE, id: 'wide-label', summary: 'Label in one script', category: 'style', severity: 'style' };

const DIRTY = [
  '\uFEFFFROM debian',
  'LABEL 名前="漢字😀" other=x',
  'RUN\techo\tone \\',
  '    && echo two \\',
  '',
  '    && echo three \\',
  '    && echo four \\',
  '    && echo five',
  `ENV TOKEN=\u001B[31mhunter2\u202E ${'and a very long tail '.repeat(8)}END`,
  'CMD ["x"]\r',
  '',
].join('\n');

/** Findings of every shape: byte order mark, wide characters, tabs, many lines, a cropped line, nothing to underline. */
export function exampleReport(): Report {
  return {
    version: '1.2.3',
    files: [
      fileOf('app/Dockerfile', DIRTY, text => [
        found(pinned, text, 'debian', '`debian` has no tag, so that it is another image every month.', {
          title: 'Use debian:13',
          safety: 'unsafe',
          edits: [insertAfter(text, 'debian', ':13')],
        }),
        found(taste, text, '漢字😀', 'The value is written in another script than the key.'),
        found(
          long,
          text,
          DIRTY.slice(DIRTY.indexOf('echo\tone'), DIRTY.indexOf('five') + 4),
          'One RUN does five things.',
        ),
        found(leak, text, '\u001B[31mhunter2\u202E', 'The image keeps `\u001B[31mhunter2\u202E` for everyone to read.'),
        found(leak, text, 'END', 'A long line is cropped around what is meant.'),
        { ...found(taste, text, 'CMD', 'Lower case reads better.'), fix: fixOf(text, 'CMD', 'cmd') },
        { ...found(pinned, text, 'CMD', 'Nothing follows.'), at: [text.length, text.length] },
      ]),
      fileOf('clean/Dockerfile', 'FROM debian:13\n', () => []),
      fileOf('odd name\u0007%.Dockerfile', 'FROM debian\n', text => [found(pinned, text, 'debian', 'No tag.')]),
    ],
    failures: [{ path: 'gone/Dockerfile', message: 'no such file or folder' }],
  };
}

function fileOf(path: string, text: string, find: (text: string) => readonly Finding[]): FileReport {
  const dockerfile = parseDockerfile(text);
  const findings = find(text);
  const prints = uniqueFingerprints(dockerfile, findings);
  return {
    path,
    text,
    lines: dockerfile.lines,
    findings: findings.map((finding, index) => ({ ...finding, fingerprint: prints[index] ?? '' })),
    instructions: dockerfile.instructions.map(({ span }) => span),
  };
}

function found(rule: Meta, text: string, words: string, message: string, fix?: Fix): Finding {
  const start = text.indexOf(words);
  return { rule, severity: rule.severity, messageId: 'it', message, at: [start, start + words.length], fix };
}

function insertAfter(text: string, words: string, written: string): Fix['edits'][number] {
  const end = text.indexOf(words) + words.length;
  return { span: [end, end], text: written };
}

function fixOf(text: string, words: string, written: string): Fix {
  const start = text.indexOf(words);
  return { title: `Write ${written}`, safety: 'safe', edits: [{ span: [start, start + words.length], text: written }] };
}
