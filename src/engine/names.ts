import { nearest } from '../text/nearest.ts';
import type { Meta } from './rule.ts';

/** Whose code an alias is; undefined where it is nobody's that we know. */
export type Family = 'hadolint' | 'shellcheck' | 'buildkit' | 'trivy' | 'checkov';

const FAMILIES: readonly (readonly [Family, RegExp])[] = [
  ['hadolint', /^DL\d+$/],
  ['shellcheck', /^SC\d+$/],
  ['trivy', /^DS-\d+$/],
  ['checkov', /^CKV2?_/],
  ['buildkit', /^(?:[A-Z][a-z]+|JSON|AS)+$/],
];

export function familyOf(alias: string): Family | undefined {
  return FAMILIES.find(([, form]) => form.test(alias))?.[0];
}

/** True where an alias holds for a message of its rule: `codes` may give it to one message only. */
export function aliasHolds(rule: Meta, alias: string, messageId: string): boolean {
  const only = rule.codes?.[alias];
  return only === undefined || only === messageId;
}

/** The code that another linter gives to what was found: `DL3020`. */
export function codeOf(finding: { rule: Meta; messageId: string }, family: Family): string | undefined {
  const { rule, messageId } = finding;
  return rule.aliases?.find(alias => familyOf(alias) === family && aliasHolds(rule, alias, messageId));
}

/** A rule that a name stands for, and the only message of it that is meant where the name is a code of that message. */
export interface Named<R extends Meta = Meta> {
  readonly rule: R;
  readonly messageId: string | undefined;
}

/** Finds rules by id or alias, in any letter case; an alias may stand for several. */
export interface NameIndex<R extends Meta = Meta> {
  find(name: string): readonly Named<R>[];
  /** A name near to a misspelt one. */
  suggest(name: string): string | undefined;
}

/** Costs nothing until a name is looked up. */
export function nameIndex<R extends Meta>(rules: readonly R[]): NameIndex<R> {
  let byName: ReadonlyMap<string, readonly Named<R>[]> | undefined;
  return {
    find: name => (byName ??= namesOf(rules)).get(normalName(name)) ?? [],
    suggest: name =>
      nearest(
        name,
        rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
      ),
  };
}

function namesOf<R extends Meta>(rules: readonly R[]): ReadonlyMap<string, readonly Named<R>[]> {
  const byName = new Map<string, Named<R>[]>();
  const add = (name: string, named: Named<R>): void => {
    const key = normalName(name);
    byName.set(key, [...(byName.get(key) ?? []), named]);
  };
  for (const rule of rules) {
    add(rule.id, { rule, messageId: undefined });
    for (const alias of rule.aliases ?? []) add(alias, { rule, messageId: rule.codes?.[alias] });
  }
  return byName;
}

/** One spelling for all of a name's: `Bk:`, `hadolint/` and the like taken off, `DS002` and `AVD-DS-0002` as `ds-0002`. */
export function normalName(name: string): string {
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/^(?:bk:|hadolint\/|buildkit\/|shellcheck\/|plimsoll\/)/, '');
  const trivy = /^(?:avd-)?ds-?0*(\d{1,4})$/.exec(bare)?.[1];
  return trivy === undefined ? bare : `ds-${trivy.padStart(4, '0')}`;
}

/** A name of one of the new rules that a known rule, or one of the new before it, has already. */
export function takenName(known: readonly Meta[], added: readonly Meta[]): string | undefined {
  const ids = added.map(({ id }) => id);
  const index = nameIndex(known);
  return ids.find((id, at) => index.find(id).length > 0 || ids.indexOf(id) < at);
}
