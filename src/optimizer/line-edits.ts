import type { Edit } from '../text/span.ts';

/** Most cells of the table that compares two texts line by line; beyond it the changed middle is one edit. */
const MAX_CELLS = 4_000_000;

/** The edits that turn one text into another, whole lines at a time, so that lines which both have keep their bytes. */
export function lineEdits(from: string, to: string): Edit[] {
  const [old, next] = [linesOf(from), linesOf(to)];
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  )
    tail++;
  const [a, b] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  const start = length(old.slice(0, head));
  if (a.length * b.length > MAX_CELLS) return [{ span: [start, start + length(a)], text: b.join('') }];
  return middleEdits(a, b, start);
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** By the longest common subsequence of lines. */
function middleEdits(a: readonly string[], b: readonly string[], start: number): Edit[] {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const diagonal = table[(i + 1) * width + j + 1] ?? 0;
      table[i * width + j] =
        a[i] === b[j] ? diagonal + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const edits: Edit[] = [];
  let [i, j, offset] = [0, 0, start];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      offset += (a[i] ?? '').length;
      i++;
      j++;
      continue;
    }
    const begin = offset;
    const written: string[] = [];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      const skipOld =
        j >= b.length || (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0));
      if (skipOld) offset += (a[i++] ?? '').length;
      else written.push(b[j++] ?? '');
    }
    edits.push({ span: [begin, offset], text: written.join('') });
  }
  return edits;
}
