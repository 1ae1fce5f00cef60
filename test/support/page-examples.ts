import type { Rule } from '../../src/engine/rule.ts';

/** One example of a rule's page, with what is known beside it. */
export interface Example {
  readonly kind: 'bad' | 'good' | 'fixed';
  readonly code: string;
  readonly options: unknown;
  readonly context: PageContext;
}

/** What `file=` blocks and a line `<!-- with {…} -->` say of the run. */
export interface PageContext {
  readonly files?: Readonly<Record<string, string>>;
  readonly date?: string;
  readonly trustedRegistries?: readonly string[];
  readonly labelSchema?: Readonly<Record<string, string>>;
  readonly strictLabels?: boolean;
}

const BLOCK = /^(`{3,})(\S+) ([^\n]*)\n([\s\S]*?)^\1$|^<!-- with (\{.*\}) -->$/gm;

/**
 * The examples of a page: blocks ```` ```dockerfile bad|good|fixed [options={…}] ````. A block `file=NAME` puts a file into the
 * context of all that follow; `<!-- with {"date": "2026-01-01"} -->` sets what else they run with.
 */
export function pageExamples(page: string): Example[] {
  const examples: Example[] = [];
  let context: PageContext = {};
  for (const [, , language, info = '', code = '', more] of page.matchAll(BLOCK)) {
    if (more !== undefined) context = { ...context, ...JSON.parse(more) };
    const file = /(?:^| )file=(\S+)/.exec(info)?.[1];
    if (file !== undefined) context = { ...context, files: { ...context.files, [file]: code } };
    const kind = (['bad', 'good', 'fixed'] as const).find(name => name === info.split(' ')[0]);
    if (language !== 'dockerfile' || kind === undefined) continue;
    const options: unknown = JSON.parse(/ options=(\{.*\})/.exec(info)?.[1] ?? '{}');
    examples.push({ kind, code, options, context });
  }
  return examples;
}

/** True where a rule takes options so. */
export function isOptions(rule: Rule, options: unknown): options is Readonly<Record<string, unknown>> {
  return (
    typeof options === 'object' &&
    options !== null &&
    Object.entries(options).every(([name, value]) => rule.options[name]?.accepts(value) === true)
  );
}
