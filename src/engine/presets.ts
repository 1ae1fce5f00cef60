import type { ConfiguredRule } from './finding.ts';
import { aliasHolds, familyOf, type Family } from './names.ts';
import type { PresetName, Rule, Severity } from './rule.ts';

export interface PresetOptions {
  /** Leaves out what later editions brought; the newest unless given. */
  readonly edition?: number | undefined;
  /** Takes in rules that are not in an edition yet. */
  readonly preview?: boolean | undefined;
}

/** BuildKit runs these only where `experimental=` asks for them. */
const BUILDKIT_EXPERIMENTAL: readonly string[] = ['InvalidDefinitionDescription'];

type Choice = (rule: Rule, options: PresetOptions) => Omit<ConfiguredRule, 'rule' | 'options'> | undefined;

const CHOICES: Readonly<Record<PresetName, Choice>> = {
  recommended: (rule, { edition = Infinity }) => {
    const severity = severityIn(rule, edition);
    return rule.recommended === false || severity === 'off' ? undefined : { severity, ...ownMessages(rule) };
  },
  strict: rule => ({ severity: rule.severity, ...ownMessages(rule) }),
  security: rule => (rule.category === 'security' ? { severity: rule.severity, ...ownMessages(rule) } : undefined),
  hadolint: rule =>
    rule.hadolint === 'off' ? undefined : asPeer(rule, ['hadolint', 'shellcheck'], rule.hadolint ?? rule.severity),
  buildkit: rule => asPeer(rule, ['buildkit'], 'warning', BUILDKIT_EXPERIMENTAL),
};

/** The rules of a preset, computed from what the rules say of themselves. */
export function preset(name: PresetName, rules: readonly Rule[], options: PresetOptions = {}): ConfiguredRule[] {
  const { edition = Infinity, preview = false } = options;
  return rules.flatMap(rule => {
    if (rule.edition > edition || (rule.preview === true && !preview)) return [];
    const choice = CHOICES[name](rule, options);
    return choice ? [{ rule, options: rule.presetOptions?.[name] ?? {}, ...choice }] : [];
  });
}

/** A rule that a preset has off, as it runs there when it is switched on. */
export function switchedOn(rule: Rule, name: PresetName): ConfiguredRule {
  const everywhere = name === 'hadolint' || name === 'buildkit';
  return {
    rule,
    severity: rule.severity,
    options: rule.presetOptions?.[name] ?? {},
    ...(everywhere && { everywhere }),
  };
}

function ownMessages({ severities }: Rule): Pick<ConfiguredRule, 'messages'> {
  return severities === undefined ? {} : { messages: severities };
}

/** What a rule was in an edition: that of the earliest entry that reaches it, or else what it is now. */
function severityIn({ formerly = {}, severity }: Rule, edition: number): Severity | 'off' {
  const upTo = Object.keys(formerly)
    .map(Number)
    .filter(last => last >= edition)
    .toSorted((a, b) => a - b)[0];
  return upTo === undefined ? severity : (formerly[upTo] ?? severity);
}

/** A rule as a peer has it: only the messages that its codes belong to, in every stage. */
function asPeer(rule: Rule, families: readonly Family[], severity: Severity, without: readonly string[] = []) {
  const codes = (rule.aliases ?? []).filter(alias => {
    const family = familyOf(alias);
    return family !== undefined && families.includes(family) && !without.includes(alias);
  });
  if (codes.length === 0) return undefined;
  const foreign = Object.keys(rule.messages).filter(id => !codes.some(code => aliasHolds(rule, code, id)));
  const messages = Object.fromEntries(foreign.map(id => [id, 'off'] as const));
  return { severity, everywhere: true, ...(foreign.length > 0 && { messages }) };
}

/** The rules for BuildKit's experimental checks that a file asks for in its `# check=experimental=…`, but those that run anyway. */
export function experimentalRules(
  asked: readonly string[],
  catalogue: readonly Rule[],
  configured: readonly ConfiguredRule[],
): ConfiguredRule[] {
  if (asked.length === 0) return [];
  const codes = BUILDKIT_EXPERIMENTAL.filter(code => asked.includes(code) || asked.includes('all'));
  const running = new Set(configured.map(({ rule }) => rule.id));
  return catalogue
    .filter(rule => !running.has(rule.id) && codes.some(code => rule.aliases?.includes(code)))
    .map(rule => ({ rule, severity: 'warning', options: {} }));
}
