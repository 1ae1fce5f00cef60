/** Readings of parsed data of unknown shape: what is not of the wanted kind counts as absent. */
export type Table = Readonly<Record<string, unknown>>;

export function asTable(value: unknown): Table {
  return isTable(value) ? value : {};
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

export function asTables(value: unknown): readonly Table[] {
  return Array.isArray(value) ? value.filter(isTable) : [];
}

/** The entries of a table whose values are texts. */
export function asTextMap(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(asTable(value)).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
}
