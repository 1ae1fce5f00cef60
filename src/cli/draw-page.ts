import { displayWidth } from '../reporters/display-width.ts';
import { link, paint, type Style } from '../reporters/style.ts';
import { wrap } from '../reporters/wrap.ts';

const CODE_BAR = '  | ';

/** Draws a rule's page (the Markdown that such pages use) for a terminal. */
export function drawPage(markdown: string, style: Style): string {
  const drawn: string[] = [];
  const lines = markdown.replace(/<!--[\s\S]*?(?:-->\n?|$)/g, '').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      const last = end === -1 ? lines.length : end;
      drawn.push(...drawCode(line.slice(3), lines.slice(at + 1, last), style));
      at = last;
    } else if (line.startsWith('|')) {
      const rows = lines.slice(at, at + lines.slice(at).findIndex(next => !next.startsWith('|')));
      drawn.push(...drawTable(rows, style));
      at += rows.length - 1;
    } else {
      drawn.push(...drawLine(line, style));
    }
  }
  return `${drawn
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function drawCode(info: string, code: readonly string[], style: Style): string[] {
  const label = info.split(' ').slice(1).join(' ');
  const ink = label === 'bad' ? 'red' : 'green';
  const head = label === '' ? [] : [`  ${paint(style, ink, label)}`];
  return [...head, ...code.map(line => paint(style, 'dim', CODE_BAR) + line)];
}

function drawTable(rows: readonly string[], style: Style): string[] {
  const cells = rows
    .filter(row => !/^[|\s:-]+$/.test(row))
    .map(row =>
      row
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map(cell => cell.trim().replaceAll('\\|', '|')),
    );
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map(row => displayWidth(row[column] ?? ''))));
  if (widths.reduce((sum, width) => sum + width + 2, -2) > style.width) return drawRows(cells, style);
  return cells.map((row, index) => {
    const text = row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
      .join('  ');
    return inline(index === 0 ? paint(style, 'dim', text.trimEnd()) : text.trimEnd(), style);
  });
}

/** A table that is too wide, row by row: its first cell, and below it the others under their heads. */
function drawRows([heads = [], ...rows]: readonly (readonly string[])[], style: Style): string[] {
  return rows.flatMap(([first = '', ...others]) => [
    inline(first, style),
    ...others.flatMap((cell, index) =>
      wrap(`${heads[index + 1] ?? ''}: ${cell}`, style.width - 4).map(
        (line, part) => `${part === 0 ? '  ' : '    '}${inline(line, style)}`,
      ),
    ),
  ]);
}

function drawLine(line: string, style: Style): string[] {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return [paint(style, ['bold', 'underline'], heading)];
  const item = /^(\s*(?:[-*]|\d+\.) )(.*)$/.exec(line);
  const [indent, text] = item ? [item[1] ?? '', item[2] ?? ''] : ['', line];
  return wrap(text, style.width - indent.length).map(
    (part, index) => (index === 0 ? indent : ' '.repeat(indent.length)) + inline(part, style),
  );
}

/** Links, code and emphasis within a line; where there is no link, its address follows its text. */
function inline(text: string, style: Style): string {
  return text
    .replace(/\[([^[\]]+)\]\(([^()\s]+)\)/g, (_, label: string, url: string) =>
      style.links ? link(style, url, label) : `${label} (${url})`,
    )
    .replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => paint(style, 'bold', bold))
    .replace(/`([^`]+)`/g, (_, code: string) => (style.color ? paint(style, 'cyan', code) : `\`${code}\``));
}
