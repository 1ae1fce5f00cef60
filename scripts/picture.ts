// Draws what the built program prints, in its colours: `npm run picture`. Writes docs/lint.svg and docs/optimize.svg.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COLUMNS = 84;
const CHARACTER = 8.4;
const LINE = 18;
const PADDING = 16;
const INKS: Readonly<Record<string, string>> = {
  '1': 'font-weight="bold"',
  '2': 'fill="#8b949e"',
  '4': 'text-decoration="underline"',
  '31': 'fill="#ff7b72"',
  '32': 'fill="#7ee787"',
  '33': 'fill="#e3b341"',
  '34': 'fill="#79c0ff"',
  '36': 'fill="#a5d6ff"',
};
const OFF: Readonly<Record<string, readonly string[]>> = {
  '22': ['1', '2'],
  '24': ['4'],
  '39': ['31', '32', '33', '34', '36'],
};

draw('lint', 'test/fixtures/seeds/6-node-nginx', ['--date', '2026-08-22', 'Dockerfile'], 40);
draw('optimize', 'test/fixtures/seeds/1-python-naive', ['optimize', 'Dockerfile'], 54);

/** Writes the first lines of what a command prints in a folder. */
function draw(name: string, cwd: string, args: readonly string[], most: number): void {
  const program = join(process.cwd(), 'dist', 'cli.cjs');
  const { stdout } = spawnSync(process.execPath, [program, ...args, '--color'], { cwd, encoding: 'utf8' });
  const lines = [
    `$ plimsoll ${args.filter(arg => !/^--date$|^\d{4}-/.test(arg)).join(' ')}`,
    '',
    ...stdout.trimEnd().split('\n'),
  ];
  writeFileSync(`docs/${name}.svg`, picture(lines.slice(0, most)));
}

function picture(lines: readonly string[]): string {
  const width = Math.round(COLUMNS * CHARACTER + 2 * PADDING);
  const height = lines.length * LINE + 2 * PADDING;
  const drawn = lines.map(
    (line, index) => `<text x="${PADDING}" y="${PADDING + LINE * (index + 0.75)}">${spansOf(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${drawn.join('\n')}
</svg>
`;
}

/** Text with its colours; what the terminal would link is left as text. */
function spansOf(line: string): string {
  const on = new Set<string>();
  // oxlint-disable-next-line no-control-regex -- colours begin with ESC
  const parts = line.replaceAll(/\u001B\]8;;[^\u001B]*\u001B\\/g, '').split(/(\u001B\[[\d;]*m)/);
  return parts
    .map(part => {
      if (!part.startsWith('\u001B'))
        return part === '' ? '' : `<tspan ${[...on].map(code => INKS[code] ?? '').join(' ')}>${escaped(part)}</tspan>`;
      for (const code of part.slice(2, -1).split(';')) {
        if (code in INKS) on.add(code);
        for (const gone of OFF[code] ?? []) on.delete(gone);
        if (code === '0') on.clear();
      }
      return '';
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`);
}
