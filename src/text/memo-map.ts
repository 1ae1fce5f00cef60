/** What is derived from objects, remembered as long as they live. */
export interface MemoMap<K extends object, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): void;
}

/** All that is remembered of one object, by the number of the map. */
interface Memory {
  /** Tells a copy of an object, which has the memory too, from the object itself. */
  readonly owner: object;
  readonly values: unknown[];
}

const MEMORY = Symbol('memory');

let maps = 0;

/**
 * Like a WeakMap, but what is remembered is kept on the objects themselves: weak maps with tens of thousands of entries make every
 * collection of garbage slow, so that a long file takes several times as long. All maps share one property: with one each, objects
 * of one kind would have hundreds of shapes, which makes each look at any of their properties slow.
 */
export function memoMap<K extends object, V>(): MemoMap<K, V> {
  const number = maps;
  maps += 1;
  return {
    get: key => valuesOf(key)?.[number] as V | undefined,
    has: key => valuesOf(key)?.[number] !== undefined,
    set(key, value) {
      const values = valuesOf(key) ?? newValues(key);
      values[number] = value;
    },
  };
}

function valuesOf(key: object): unknown[] | undefined {
  const memory = (key as { readonly [MEMORY]?: Memory })[MEMORY];
  return memory?.owner === key ? memory.values : undefined;
}

function newValues(key: object): unknown[] {
  const values: unknown[] = [];
  (key as { [MEMORY]?: Memory })[MEMORY] = { owner: key, values };
  return values;
}
