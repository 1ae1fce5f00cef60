import { COMPILED_LANGUAGES } from './compiled-languages.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import type { Family } from './family.ts';
import { JAVA_AND_DOTNET } from './java-and-dotnet.ts';
import { MINIMAL } from './minimal.ts';
import { OTHERS } from './others.ts';
import { SCRIPTING_LANGUAGES } from './scripting-languages.ts';
import { SERVERS } from './servers.ts';

/** Every image that is known, each name once. */
export const FAMILIES: readonly Family[] = [
  ...DISTRIBUTIONS,
  ...COMPILED_LANGUAGES,
  ...SCRIPTING_LANGUAGES,
  ...JAVA_AND_DOTNET,
  ...SERVERS,
  ...MINIMAL,
  ...OTHERS,
];

const byName = new Map(FAMILIES.flatMap(family => (family.names ?? []).map(name => [name, family] as const)));

/** The family of an image by the name that `officialName` gives it. */
export function familyOf(name: string): Family | undefined {
  return byName.get(name) ?? FAMILIES.find(family => family.pattern?.test(name));
}
