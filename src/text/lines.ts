/** A place in a text as people count: both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin; a line ends with LF, and a CR before it belongs to the line end. */
export interface Lines {
  readonly count: number;
  /** The line and column of an offset; offsets beyond the end count as the end. */
  position(offset: number): Position;
  /** The offset where a line (from 1) starts. */
  start(line: number): number;
  /** The offset where a line's text ends, before its line end. */
  end(line: number): number;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const start = (line: number): number => starts[line - 1] ?? text.length;

  return {
    count: starts.length,
    start,
    position(offset) {
      const line = lastAtMost(starts, Math.min(offset, text.length)) + 1;
      return { line, column: Math.min(offset, text.length) - start(line) + 1 };
    },
    end(line) {
      const next = line < starts.length ? start(line + 1) - 1 : text.length;
      return next > start(line) && text[next - 1] === '\r' && line < starts.length ? next - 1 : next;
    },
  };
}

/** A text's line end: that of its first line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** Index of the last number in an ascending list that is not over the limit; -1 where there is none. */
export function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
