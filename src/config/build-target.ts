/** One build that a compose or bake file describes; what hangs on the environment it is started in is left out. */
export interface BuildTarget {
  /** Of the service or target. */
  readonly name: string;
  /** Relative to the folder of the file, or absolute; undefined for one that is fetched, or not known. */
  readonly context: string | undefined;
  /** Relative to the context, or absolute; undefined where the file holds the Dockerfile itself, or hangs on the environment. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly platforms: readonly string[];
  readonly namedContexts: readonly string[];
}

/** What such files hold; undefined is a value that is not known. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

export function fieldsOf(value: Value): { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

export function textOf(value: Value): string | undefined {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? `${value}`
      : undefined;
}

export function textsOf(value: Value): string[] {
  return isList(value) ? value.flatMap(item => textOf(item) ?? []) : [];
}

/** The entries of a mapping whose values are known. */
export function knownTexts(value: Value): Record<string, string> {
  const entries = Object.entries(fieldsOf(value)).map(([key, item]) => [key, textOf(item)] as const);
  return Object.fromEntries(entries.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
}

/** A folder, not an address of a repository or an archive. */
export function localFolder(context: string | undefined): string | undefined {
  if (context === undefined || /^[a-z][a-z0-9+.-]*:\/\/|^git@|^target:|^docker-image:/i.test(context)) return undefined;
  return context.startsWith('github.com/') || context === '-' ? undefined : context;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
