import type { ConfiguredRule } from '../../src/engine/finding.ts';
import { defineRule, type Fix, type Meta, type Rule } from '../../src/engine/rule.ts';

/** Reports every occurrence of a text, and may write another in its place. */
export function textRule(
  id: string,
  found: string,
  more: Partial<Meta> & { instead?: string; safety?: Fix['safety'] } = {},
): Rule {
  const { instead, safety = 'safe', ...meta } = more;
  return defineRule({
    id,
    summary: `Do not write ${found}`,
    category: 'correctness',
    severity: 'warning',
    applies: 'any',
    ...meta,
    messages: { found: 'It says `{found}` here.' },
    check({ text }, report) {
      for (let at = text.indexOf(found); at !== -1; at = text.indexOf(found, at + 1)) {
        const span = [at, at + found.length] as const;
        const fix: Fix | undefined =
          instead === undefined ? undefined : { title: `Write ${instead}`, safety, edits: [{ span, text: instead }] };
        report('found', { at: span, data: { found }, fix });
      }
    },
  });
}

export function configure(...rules: readonly Rule[]): ConfiguredRule[] {
  return rules.map(rule => ({ rule, severity: rule.severity, options: {} }));
}
