/** The rows of a table that begin with a key, cut at the tabs; the key itself is left out. No other line is read. */
export function rowsOf(table: string, key: string): string[][] {
  const rows: string[][] = [];
  const head = `\n${key}\t`;
  for (let at = table.indexOf(head); at !== -1; at = table.indexOf(head, at + 1)) {
    const end = table.indexOf('\n', at + 1);
    rows.push(table.slice(at + head.length, end).split('\t'));
  }
  return rows;
}

/** Every row of a table, cut at the tabs. */
export function allRows(table: string): string[][] {
  return table
    .slice(1, -1)
    .split('\n')
    .map(line => line.split('\t'));
}
