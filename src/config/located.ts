import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { linesOf, type Position } from '../text/lines.ts';
import { configError } from './config-error.ts';

/** Keys and indexes from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** Data read from YAML or JSON that still knows where its parts stand. */
export interface Located {
  readonly source: string;
  readonly value: unknown;
  /** Where a value stands; for `key`, the key that it stands under. */
  position(path: Path, what?: 'key' | 'value'): Position;
}

/** What the reader of YAML says in words that are of no use to whoever wrote the file. */
const MESSAGES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second document begins here; a configuration is one',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
};

/** Reads YAML 1.2 or JSON; throws a configuration error on what is neither. */
export function readLocated(text: string, source: string): Located {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, merge: true });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw configError({ source, line, column: col, message: MESSAGES[error.code] ?? error.message });
  }
  const lines = linesOf(text);
  return {
    source,
    value: toPlain(() => document.toJS(), source),
    position: (path, what = 'value') => lines.position(offsetOf(document.contents, path, what)),
  };
}

/** Documents whose aliases unfold without end are refused by the reader. */
function toPlain(read: () => unknown, source: string): unknown {
  try {
    return read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw configError({ source, line: undefined, column: undefined, message });
  }
}

function offsetOf(root: Node | null, path: Path, what: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, key] of path.entries()) {
    const found = childOf(node, key);
    if (!found) return offset;
    const wanted = what === 'key' && depth === path.length - 1 ? found.key : (found.value ?? found.key);
    offset = startOf(wanted) ?? startOf(found.key) ?? offset;
    node = found.value;
  }
  return offset;
}

function childOf(node: unknown, key: string | number): { key: unknown; value: unknown } | undefined {
  if (isSeq(node) && typeof key === 'number') return { key: node.items[key], value: node.items[key] };
  if (!isMap(node)) return undefined;
  return node.items.find(item => (isScalar(item.key) ? String(item.key.value) : String(item.key)) === String(key));
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}
