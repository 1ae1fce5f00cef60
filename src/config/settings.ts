import type { ConfiguredRule } from '../engine/finding.ts';
import { familyOf, nameIndex, normalName, type NameIndex } from '../engine/names.ts';
import { preset, switchedOn } from '../engine/presets.ts';
import type { PresetName, Rule, Severity } from '../engine/rule.ts';
import { wanted } from './check-value.ts';
import type { Config, RuleSetting } from './config.ts';
import { configError } from './config-error.ts';
import { matchesGlob } from '../text/glob.ts';
import { nearest } from '../text/nearest.ts';

/** What holds for one file when all layers are taken together. */
export interface Settings {
  readonly preset: PresetName;
  readonly edition: number | undefined;
  readonly preview: boolean;
  /** In the order of the rules given. */
  readonly configured: readonly ConfiguredRule[];
  readonly trustedRegistries: readonly string[];
  readonly labelSchema: Readonly<Record<string, string>>;
  readonly strictLabels: boolean;
  readonly failOn: Severity | 'none';
  readonly maxSize: number | undefined;
  readonly honourPragmas: boolean;
  readonly shellcheck: 'auto' | 'on' | 'off';
  /** What is said of ShellCheck's codes that no rule has. */
  readonly shellcheckCodes: ReadonlyMap<string, Severity | 'on' | 'off'>;
  /** Whether those that nothing is said of are reported: not where other rules are selected. */
  readonly shellcheckOthers: 'on' | 'off';
  readonly format: string | undefined;
  readonly color: boolean | undefined;
}

/** The settings of a file: later layers win. `path` is the file's, with `/`, absolute where the layers' folders are. */
export function settingsFor(path: string, layers: readonly Config[], rules: readonly Rule[]): Settings {
  const parts = layers.flatMap(layer => [layer, ...overridesFor(path, layer)]);
  const last = <K extends keyof Config>(key: K): Config[K] | undefined =>
    parts.findLast(part => part[key] !== undefined)?.[key];
  const base = {
    preset: last('preset') ?? 'recommended',
    edition: last('edition'),
    preview: last('preview') ?? false,
  } as const;
  const trustedRegistries = last('trustedRegistries') ?? [];
  const labelSchema = last('labelSchema') ?? {};
  const pragmas = Object.assign({}, ...layers.map(layer => layer.pragmas));

  const index = nameIndex(rules);
  const table = new Map(preset(base.preset, rules, base).map(one => [one.rule.id, one]));
  for (const rule of impliedRules(rules, trustedRegistries, labelSchema, pragmas.requireReason === true)) {
    if (!table.has(rule.id)) table.set(rule.id, switchedOn(rule, base.preset));
  }
  for (const setting of parts.flatMap(part => part.rules ?? [])) applySetting(table, index, base.preset, setting);
  const selected = selectedRules(last('select'), index, base.preset, table);

  return {
    ...base,
    configured: rules.flatMap(rule => selected.get(rule.id) ?? []),
    trustedRegistries,
    labelSchema,
    strictLabels: last('strictLabels') ?? false,
    failOn: last('failOn') ?? 'warning',
    maxSize: last('maxSize'),
    honourPragmas: pragmas.allow ?? true,
    shellcheck: last('shellcheck') ?? 'off',
    shellcheckCodes: shellcheckCodes(parts, index, last('select')),
    shellcheckOthers: last('select') ? 'off' : 'on',
    format: last('format'),
    color: last('color'),
  };
}

/** Checks the names of rules and their options in a configuration; throws a configuration error at the first wrong one. */
export function checkRules(config: Config, rules: readonly Rule[]): void {
  const index = nameIndex(rules);
  const settings = [...(config.rules ?? []), ...(config.overrides ?? []).flatMap(override => override.rules ?? [])];
  for (const name of config.select ?? []) checkName(config, index, { name, severity: 'on' });
  for (const setting of settings) {
    checkName(config, index, setting);
    for (const { rule } of index.find(setting.name)) checkOptions(config, rule, setting);
  }
}

function checkName(config: Config, index: NameIndex<Rule>, setting: RuleSetting): void {
  const { name } = setting;
  if (index.find(name).length > 0 || familyOf(name.toUpperCase()) === 'shellcheck') return;
  const near = index.suggest(name);
  throw problemAt(
    config,
    setting,
    `there is no rule \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
  );
}

function checkOptions(config: Config, rule: Rule, setting: RuleSetting): void {
  for (const [name, value] of Object.entries(setting.options ?? {})) {
    const option = rule.options[name];
    if (!option) {
      const near = nearest(name, Object.keys(rule.options));
      throw problemAt(
        config,
        setting,
        `\`${rule.id}\` has no option \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      );
    }
    if (!option.accepts(value)) {
      throw problemAt(
        config,
        setting,
        `\`${name}\` of \`${rule.id}\` takes ${wanted(option)}, not ${JSON.stringify(value)}`,
      );
    }
  }
}

function problemAt({ source }: Config, { at }: RuleSetting, message: string): Error {
  return configError({ source, line: at?.line, column: at?.column, message });
}

function overridesFor(path: string, { folder, overrides = [], source }: Config): Config[] {
  const inside = folder !== undefined && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  return overrides
    .filter(({ files }) => files.some(glob => matchesGlob(glob, inside)))
    .map(override => ({ source, ...override }));
}

/** Rules that a plain key asks for, whatever the preset: those of labels, registries and reasons. */
function impliedRules(
  rules: readonly Rule[],
  trustedRegistries: readonly string[],
  labelSchema: Readonly<Record<string, string>>,
  requireReason: boolean,
): Rule[] {
  const hasLabels = Object.keys(labelSchema).length > 0;
  return rules.filter(
    ({ id, category }) =>
      (hasLabels && category === 'labels') ||
      (trustedRegistries.length > 0 && id === 'untrusted-registry') ||
      (requireReason && id === 'pragma-without-reason'),
  );
}

/** Rules are switched whole; a code that belongs to one message of its rule switches that message only. */
function applySetting(
  table: Map<string, ConfiguredRule>,
  index: NameIndex<Rule>,
  name: PresetName,
  setting: RuleSetting,
): void {
  for (const named of index.find(setting.name)) {
    const { rule } = named;
    const known = table.get(rule.id);
    const off = switchedOn(rule, name);
    const next =
      named.messageId === undefined ? whole(known, off, setting) : single(known, off, named.messageId, setting);
    if (next) table.set(rule.id, next);
    else table.delete(rule.id);
  }
}

function whole(
  known: ConfiguredRule | undefined,
  off: ConfiguredRule,
  { severity, options }: RuleSetting,
): ConfiguredRule | undefined {
  if (severity === 'off') return undefined;
  const own = severity === 'on' ? (known ?? off).severity : severity;
  const { messages: _, ...rest } = known ?? off;
  return { ...rest, severity: own, options: { ...rest.options, ...options } };
}

function single(
  known: ConfiguredRule | undefined,
  off: ConfiguredRule,
  messageId: string,
  { severity, options }: RuleSetting,
): ConfiguredRule | undefined {
  const allOff = Object.fromEntries(Object.keys(off.rule.messages).map(id => [id, 'off'] as const));
  const base: ConfiguredRule = known ?? { ...off, messages: allOff };
  const own = severity === 'on' ? base.severity : severity;
  const messages = { ...base.messages, [messageId]: own };
  const isSilent = Object.keys(off.rule.messages).every(id => messages[id] === 'off');
  return isSilent ? undefined : { ...base, messages, options: { ...base.options, ...options } };
}

/** With `select`, only these run; one that was off runs as it is by itself. */
function selectedRules(
  select: readonly string[] | undefined,
  index: NameIndex<Rule>,
  name: PresetName,
  table: ReadonlyMap<string, ConfiguredRule>,
): ReadonlyMap<string, ConfiguredRule> {
  if (!select) return table;
  const chosen = new Map<string, ConfiguredRule>();
  for (const wish of select) {
    const setting: RuleSetting = { name: wish, severity: 'on' };
    for (const { rule } of index.find(wish)) {
      const known = chosen.get(rule.id) ?? table.get(rule.id);
      if (known) chosen.set(rule.id, known);
    }
    applyMissing(chosen, index, name, setting);
  }
  return chosen;
}

function applyMissing(
  chosen: Map<string, ConfiguredRule>,
  index: NameIndex<Rule>,
  name: PresetName,
  setting: RuleSetting,
): void {
  if (index.find(setting.name).some(({ rule }) => !chosen.has(rule.id))) applySetting(chosen, index, name, setting);
}

function shellcheckCodes(
  parts: readonly Config[],
  index: NameIndex<Rule>,
  select: readonly string[] = [],
): Map<string, Severity | 'on' | 'off'> {
  const selected = select.map((name): RuleSetting => ({ name, severity: 'on' }));
  const settings = [...selected, ...parts.flatMap(part => part.rules ?? [])];
  const codes = settings.filter(
    ({ name }) => familyOf(normalName(name).toUpperCase()) === 'shellcheck' && index.find(name).length === 0,
  );
  return new Map(codes.map(({ name, severity }) => [normalName(name).toUpperCase(), severity]));
}
