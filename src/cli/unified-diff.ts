import { isAbsolute, relative, resolve } from 'node:path';
import { structuredPatch } from 'diff';
import { escapeControls } from '../reporters/escape.ts';
import { paint, type Ink, type Style } from '../reporters/style.ts';
import { toPosix } from './gitignore.ts';

const INKS: Readonly<Record<string, Ink>> = { '+': 'green', '-': 'red', '@': 'cyan' };

/** A patch that `git apply` and `patch -p1` take; empty where the texts are alike. `before` undefined: the file is new. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const { hunks } = structuredPatch(path, path, before ?? '', after, undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: body }) => [
    `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
    ...body,
  ]);
  const name = patchName(path);
  const heads = [before === undefined ? '--- /dev/null' : `--- ${quoted(`a/${name}`)}`, `+++ ${quoted(`b/${name}`)}`];
  return `${[...heads, ...lines].join('\n')}\n`;
}

/** As git writes names: those with control characters, quotes or `\\` between quotes, those with blanks with a tab behind them. */
function quoted(name: string): string {
  if (!/["\\\p{Cc}]/u.test(name)) return name.includes(' ') ? `${name}\t` : name;
  const octal = (character: string): string =>
    Array.from(Buffer.from(character), byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return `"${name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, octal)}"`;
}

/** Relative to the working directory; what lies outside of it by its whole path, since patches may not climb with `..`. */
function patchName(path: string): string {
  const name = toPosix(relative('.', path));
  const isOutside = name === '..' || name.startsWith('../') || isAbsolute(name);
  return isOutside ? toPosix(resolve(path)).replace(/^\//, '') : name;
}

/** No lines at all begin behind the line before them. */
function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${count === 0 ? start - 1 : start},${count}`;
}

/** The patch as a terminal shows it: coloured, and with nothing in it that a terminal acts on. */
export function drawDiff(patch: string, style: Style): string {
  return patch.replace(/^.*$/gm, line => {
    const shown = line.split('\t').map(escapeControls).join('\t');
    const isHead = line.startsWith('--- ') || line.startsWith('+++ ');
    return paint(style, isHead ? 'bold' : (INKS[line[0] ?? ''] ?? []), shown);
  });
}
