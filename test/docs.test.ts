import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOptions, pageExamples, type Example } from './support/page-examples.ts';
import { wanted } from '../src/config/check-value.ts';
import { memoryContext } from '../src/context/memory-context.ts';
import { ENGINE_RULES } from '../src/engine/finding.ts';
import { fixAll } from '../src/engine/fix.ts';
import { lint } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { CATEGORIES, invocationOn, type Rule } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';

const HEAD = /(?<=<!-- generated: npm run docs -->\n)[\s\S]*?(?=<!-- end generated -->)/;

/** The names in the folders of the categories, as `category/name`. */
function namesBelow(folder: string, extension: string): string[] {
  return CATEGORIES.filter(category => existsSync(`${folder}/${category}`)).flatMap(category =>
    readdirSync(`${folder}/${category}`)
      .filter(file => file.endsWith(extension))
      .map(file => `${category}/${file.slice(0, -extension.length)}`),
  );
}

describe('each rule has a file, a test and a page, and there is no other', () => {
  const placed = rules.map(({ id, category }) => `${category}/${id}`).toSorted();
  it.each([
    ['src/rules', '.ts'],
    ['test/rules', '.test.ts'],
  ])('%s', (folder, extension) => expect(namesBelow(folder, extension).toSorted()).toEqual(placed));

  it('docs/rules', () => {
    const pages = readdirSync('docs/rules').map(file => file.replace(/\.md$/, ''));
    expect(pages.filter(page => page !== 'README').toSorted()).toEqual(
      [...rules, ...ENGINE_RULES].map(({ id }) => id).toSorted(),
    );
  });

  it('no name stands twice', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe.each(rules.map(rule => [rule.id, rule] as const))('docs/rules/%s.md', (id, rule) => {
  const path = `docs/rules/${id}.md`;
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const examples = pageExamples(page);

  it('opens with what the rule says of itself', async () => {
    expect(page, 'has the marks of the computed part').toMatch(HEAD);
    await expect(page.replace(HEAD, () => head(rule))).toMatchFileSnapshot(`../${path}`);
  });

  it('shows what is reported and what is not', () => {
    const kinds = new Set(examples.map(({ kind }) => kind));
    expect(kinds).toContain('bad');
    expect([...kinds].some(kind => kind !== 'bad')).toBe(true);
  });

  it.each(examples.map(example => [example.kind, example] as const))('%s example', (kind, example) => {
    expect(messages(rule, example)).toEqual(kind === 'bad' ? expect.arrayContaining([expect.any(String)]) : []);
  });

  it('turns each bad example into the fixed one below it', () => {
    for (const [index, { kind, code }] of examples.entries()) {
      const before = examples[index - 1];
      if (kind === 'fixed') expect(before && fixed(rule, before)).toBe(code);
    }
  });
});

describe('good examples, with every rule of `recommended` on', () => {
  const good = rules.flatMap(rule => {
    const path = `docs/rules/${rule.id}.md`;
    const examples = pageExamples(existsSync(path) ? readFileSync(path, 'utf8') : '');
    return examples.filter(({ kind }) => kind === 'good').map(example => [rule.id, rule, example] as const);
  });

  it.each(good)('%s', (_id, rule, example) => {
    const { configured, invocation } = settings(rule, example);
    const all = [...preset('recommended', rules).filter(one => one.rule !== rule), ...configured];
    const { findings } = lint(example.code, all, invocation, { catalogue: rules });
    expect(findings.map(found => `${found.rule.id}: ${found.message}`)).toEqual([]);
  });
});

describe('docs/rules/README.md', () => {
  it('lists every rule', async () => {
    await expect(list()).toMatchFileSnapshot('../docs/rules/README.md');
  });
});

function settings(rule: Rule, { context, options }: Example) {
  if (!isOptions(rule, options)) throw new Error(`${rule.id} does not take ${JSON.stringify(options)}`);
  const { date = '2026-11-15', files, ...more } = { ...context };
  return {
    configured: [{ rule, severity: rule.severity, options }],
    invocation: invocationOn(date, { ...more, context: files && memoryContext(files) }),
  };
}

function messages(rule: Rule, example: Example): string[] {
  const { configured, invocation } = settings(rule, example);
  return lint(example.code, configured, invocation, { catalogue: rules }).findings.map(({ message }) => message);
}

function fixed(rule: Rule, example: Example): string {
  const { configured, invocation } = settings(rule, example);
  return fixAll(example.code, configured, invocation, { allow: 'unsafe', catalogue: rules }).text;
}

function head(rule: Rule): string {
  const { summary, category, severity, fixable = 'none', aliases = [] } = rule;
  return [
    '',
    `${summary}.`,
    '',
    '| Category | Severity | Fix | Also known as |',
    '| --- | --- | --- | --- |',
    `| ${category} | ${rule.recommended === false ? `${severity}, off unless asked for` : severity} | ${fixable} | ${aliases.join(', ') || '–'} |`,
    '',
    ...optionRows(rule),
    '',
  ].join('\n');
}

function optionRows({ options }: Rule): string[] {
  const rows = Object.entries(options).map(
    ([name, option]) => `| \`${name}\` | ${option.about} | ${wanted(option)} | \`${JSON.stringify(option.default)}\` |`,
  );
  return rows.length === 0 ? [] : ['| Option | What for | Takes | Default |', '| --- | --- | --- | --- |', ...rows, ''];
}

function list(): string {
  const sections = CATEGORIES.map(category => [category, rules.filter(rule => rule.category === category)] as const);
  return [
    '# Rules',
    '',
    'Computed from the rules by `npm run docs`. Severities are those of the preset `recommended`; `off` ones run in `strict` or where a configuration asks for them.',
    '',
    ...sections
      .filter(([, ofCategory]) => ofCategory.length > 0)
      .flatMap(([category, ofCategory]) => [
        `## ${category}`,
        '',
        '| Rule | What it asks | Severity | Fix | Also known as |',
        '| --- | --- | --- | --- | --- |',
        ...ofCategory.map(row),
        '',
      ]),
  ].join('\n');
}

function row({ id, summary, severity, recommended, preview, fixable, aliases = [] }: Rule): string {
  const level = preview ? 'preview' : recommended === false ? 'off' : severity;
  return `| [${id}](${id}.md) | ${summary} | ${level} | ${fixable ?? '–'} | ${aliases.join(', ') || '–'} |`;
}
