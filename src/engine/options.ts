/** One setting of a rule: what it is for, what it is unless set, and which values it takes. */
export interface Option<T> {
  readonly about: string;
  readonly default: T;
  /** The JSON Schema of its values, for the configuration's schema and the rule's page. */
  readonly schema: Readonly<Record<string, unknown>>;
  accepts(value: unknown): boolean;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type Values<O extends Options> = { readonly [K in keyof O]: O[K]['default'] };

export function integer(spec: { about: string; default: number; min: number; max?: number }): Option<number> {
  const { about, min, max } = spec;
  return {
    about,
    default: spec.default,
    schema: { type: 'integer', minimum: min, ...(max !== undefined && { maximum: max }) },
    accepts: value => Number.isInteger(value) && Number(value) >= min && Number(value) <= (max ?? Infinity),
  };
}

export function choice<const T extends string>(spec: { about: string; default: T; of: readonly T[] }): Option<T> {
  return {
    ...spec,
    schema: { enum: spec.of },
    accepts: value => spec.of.some(item => item === value),
  };
}

export function flag(spec: { about: string; default: boolean }): Option<boolean> {
  return { ...spec, schema: { type: 'boolean' }, accepts: value => typeof value === 'boolean' };
}

/** Texts, or some of the words `of`, in any letter case. */
export function strings(spec: {
  about: string;
  default: readonly string[];
  of?: readonly string[];
}): Option<readonly string[]> {
  const { about, of } = spec;
  const words = of && new Set(of.map(word => word.toLowerCase()));
  const isItem = (item: unknown): boolean =>
    typeof item === 'string' && (words === undefined || words.has(item.toLowerCase()));
  return {
    about,
    default: spec.default,
    schema: { type: 'array', items: of ? { enum: of } : { type: 'string' } },
    accepts: value => Array.isArray(value) && value.every(isItem),
  };
}

/** Names of the user's own choice, each with a text, or with one of some. */
export function record(spec: {
  about: string;
  default: Readonly<Record<string, string>>;
  of?: readonly string[];
}): Option<Readonly<Record<string, string>>> {
  const { about, of } = spec;
  const isItem = (item: unknown): boolean => typeof item === 'string' && (of?.includes(item) ?? true);
  return {
    about,
    default: spec.default,
    schema: { type: 'object', additionalProperties: of ? { enum: of } : { type: 'string' } },
    accepts: value =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isItem),
  };
}
