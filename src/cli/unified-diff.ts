import { structuredPatch } from 'diff';
import { escapeControls } from '../reporters/escape.ts';
import { paint, type Ink, type Style } from '../reporters/style.ts';

const INKS: Readonly<Record<string, Ink>> = { '+': 'green', '-': 'red', '@': 'cyan' };

/** A patch that `git apply` and `patch -p1` take; empty where the texts are alike. `before` undefined: the file is new. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const { hunks } = structuredPatch(path, path, before ?? '', after, undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: body }) => [
    `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
    ...body,
  ]);
  const name = escapeControls(path.replace(/^\//, ''));
  return `${[before === undefined ? '--- /dev/null' : `--- a/${name}`, `+++ b/${name}`, ...lines].join('\n')}\n`;
}

function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${start},${count}`;
}

/** The patch as a terminal shows it: coloured, and with nothing in it that a terminal acts on. */
export function drawDiff(patch: string, style: Style): string {
  return patch.replace(/^.*$/gm, line => {
    const shown = line.split('\t').map(escapeControls).join('\t');
    const isHead = line.startsWith('--- ') || line.startsWith('+++ ');
    return paint(style, isHead ? 'bold' : (INKS[line[0] ?? ''] ?? []), shown);
  });
}
