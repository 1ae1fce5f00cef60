/** A map that stays as it is: `set` makes another, which shares all but a few nodes with it. */
export interface PersistentMap<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): PersistentMap<V>;
  /** In the order in which the family of maps first met them. */
  keys(): readonly string[];
}

/** A tree over the numbers of the keys, four bits a level. */
interface Node<V> {
  readonly value: V | undefined;
  readonly children: readonly (Node<V> | undefined)[];
}

/** An empty map, from which a family grows. */
export function persistentMap<V>(): PersistentMap<V> {
  return mapOf<V>(new Map(), { value: undefined, children: [] });
}

function mapOf<V>(numbers: Map<string, number>, root: Node<V>): PersistentMap<V> {
  const get = (key: string): V | undefined => valueAt(root, numbers.get(key));
  return {
    get,
    set(key, value) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return mapOf(numbers, withValue(root, number, value));
    },
    keys: () => [...numbers.keys()].filter(key => get(key) !== undefined),
  };
}

function valueAt<V>(root: Node<V>, number: number | undefined): V | undefined {
  if (number === undefined) return undefined;
  let node: Node<V> | undefined = root;
  for (let rest = number; rest !== 0 && node !== undefined; rest >>>= 4) node = node.children[rest & 15];
  return node?.value;
}

function withValue<V>(node: Node<V> | undefined, number: number, value: V): Node<V> {
  if (number === 0) return { value, children: node?.children ?? [] };
  const children = node?.children.slice() ?? [];
  children[number & 15] = withValue(children[number & 15], number >>> 4, value);
  return { value: node?.value, children };
}
