import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameIndex } from '../src/engine/names.ts';
import { preset } from '../src/engine/presets.ts';
import type { Rule } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { PEER_CODES, WITHOUT_RULE, type Peer } from './support/peer-codes.ts';

const PAGE = 'docs/migrating.md';
const index = nameIndex(rules);
const recommended = new Map(preset('recommended', rules).map(one => [one.rule.id, one.severity]));
const peers = ['hadolint', 'buildkit', 'trivy'] as const satisfies readonly Peer[];

describe.each(peers)('every code of %s', peer => {
  it.each(PEER_CODES[peer])('%s has a rule or a reason', code => {
    const hasRule = index.find(code).length > 0;
    expect(hasRule, hasRule ? 'and no reason besides' : 'and no rule').toBe(!(code in WITHOUT_RULE));
  });

  it('is what the rules say that it is', () => {
    const known = new Set(PEER_CODES[peer]);
    const form = { hadolint: /^DL/, buildkit: /^(?!DL|SC|DS-|CKV)/, trivy: /^DS-/ }[peer];
    const aliases = new Set(rules.flatMap(({ aliases: own = [] }) => own.filter(alias => form.test(alias))));
    expect([...aliases].filter(alias => !known.has(alias))).toEqual([]);
  });
});

describe(PAGE, () => {
  it('has a table for each, computed from the rules', async () => {
    let page = readFileSync(PAGE, 'utf8');
    for (const peer of peers) {
      const marks = new RegExp(`(?<=<!-- generated: ${peer} -->\\n)[\\s\\S]*?(?=<!-- end generated -->)`);
      expect(page).toMatch(marks);
      page = page.replace(marks, () => table(peer));
    }
    await expect(page).toMatchFileSnapshot(`../${PAGE}`);
  });
});

function table(peer: Peer): string {
  const rows = PEER_CODES[peer].flatMap(code => {
    const named = index.find(code);
    if (named.length === 0) return [`| ${code} | none | ${WITHOUT_RULE[code] ?? ''} | – | – |`];
    return named.map(
      ({ rule }) => `| ${code} | ${link(rule)} | ${rule.summary} | ${level(rule)} | ${rule.fixable ?? '–'} |`,
    );
  });
  return [
    '',
    '| Code | Rule | What it asks | `recommended` | Fix |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '',
  ].join('\n');
}

function link({ id }: Rule): string {
  return `[${id}](rules/${id}.md)`;
}

function level({ id, preview }: Rule): string {
  return preview ? 'preview' : (recommended.get(id) ?? 'off');
}
