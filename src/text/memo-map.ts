/** What is derived from objects, remembered as long as they live. */
export interface MemoMap<K extends object, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): void;
}

interface Cell<V> {
  /** Tells a copy of an object, which has the cell too, from the object itself. */
  readonly owner: object;
  readonly value: V;
}

/**
 * Like a WeakMap, but what is remembered is kept on the objects themselves: weak maps with tens of thousands of entries make every
 * collection of garbage slow, so that a long file takes several times as long.
 */
export function memoMap<K extends object, V>(): MemoMap<K, V> {
  const slot = Symbol('memo');
  const cellOf = (key: K): Cell<V> | undefined => {
    const cell = (key as { readonly [slot]?: Cell<V> })[slot];
    return cell?.owner === key ? cell : undefined;
  };
  return {
    get: key => cellOf(key)?.value,
    has: key => cellOf(key) !== undefined,
    set(key, value) {
      (key as { [slot]?: Cell<V> })[slot] = { owner: key, value };
    },
  };
}
