/** What is derived from objects, remembered as long as they live. */
export interface MemoMap<K extends object, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): void;
}

/** One thing that is remembered of an object, and the others behind it. */
interface Cell {
  /** Tells a copy of an object, which has the cells too, from the object itself. */
  readonly owner: object;
  readonly map: object;
  value: unknown;
  readonly next: Cell | undefined;
}

const CELLS = Symbol('cells');

type Remembering = object & { [CELLS]?: Cell };

/**
 * Like a WeakMap, but what is remembered is kept on the objects themselves: weak maps with tens of thousands of entries make every
 * collection of garbage slow, so that a long file takes several times as long. All maps share one property: with one each, objects
 * of one kind would have hundreds of shapes, which makes each look at any of their properties slow.
 */
export function memoMap<K extends object, V>(): MemoMap<K, V> {
  const map = {};
  return {
    get: key => cellOf(map, key)?.value as V | undefined,
    has: key => cellOf(map, key) !== undefined,
    set(key: Remembering, value) {
      const known = cellOf(map, key);
      const first = key[CELLS];
      if (known !== undefined) known.value = value;
      else key[CELLS] = { owner: key, map, value, next: first?.owner === key ? first : undefined };
    },
  };
}

function cellOf(map: object, key: Remembering): Cell | undefined {
  let cell = key[CELLS];
  if (cell?.owner !== key) return undefined;
  while (cell !== undefined && cell.map !== map) cell = cell.next;
  return cell;
}
