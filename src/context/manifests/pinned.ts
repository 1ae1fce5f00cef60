/** A package that a lock file pins. */
export interface Pinned {
  readonly name: string;
  readonly version: string | undefined;
}

/** The `[[package]]` tables that uv, poetry, pdm and cargo write, one key a line: far quicker than all of TOML. */
export function pinnedPackages(text: string | undefined): readonly Pinned[] | undefined {
  if (text === undefined) return undefined;
  const packages: { name: string; version: string | undefined }[] = [];
  let inPackage = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) {
      inPackage = line.trim() === '[[package]]';
      continue;
    }
    const [, key, value = ''] = (inPackage && /^(name|version) = "([^"]*)"/.exec(line)) || [];
    const last = packages.at(-1);
    if (key === 'name') packages.push({ name: value, version: undefined });
    else if (key === 'version' && last !== undefined) last.version ??= value;
  }
  return packages;
}
