import { parse } from 'smol-toml';
import type { BuildContext } from '../build-context.ts';
import { asTable, type Table } from './values.ts';

/** The table in a TOML file; undefined where there is none to read, or it is not well-formed. */
export function readToml(context: BuildContext, path: string): Table | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  try {
    return asTable(parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

/** A table inside of tables: `tableAt(file, 'tool', 'poetry')`; empty where there is none. */
export function tableAt(table: Table, ...keys: readonly string[]): Table {
  return keys.reduce<Table>((inner, key) => asTable(inner[key]), table);
}
