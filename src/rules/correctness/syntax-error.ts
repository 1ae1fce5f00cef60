import type { Dockerfile, Problem } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'syntax-error',
  summary: 'What BuildKit refuses to build',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  wholeFile: true,
  aliases: ['DL1000'],
  codes: { DL1000: 'rejected' },
  hadolint: 'error',

  messages: {
    rejected: '{problem}',
    refused: '{problem}',
  },

  check(dockerfile, report) {
    const problems = dockerfile.problems.filter(problem => !isGiven(dockerfile, problem));
    const own = problems.filter(({ kind }) => kind === 'syntax' || kind === 'base-image');
    for (const { message, span } of own) report('rejected', { at: span, data: { problem: message } });
    if (own.length > 0) return;

    // Rules of their own say what else is wrong; but a file that BuildKit rejects has one syntax error at least.
    const first = firstMet(problems);
    if (first !== undefined) report('refused', { at: first.span, data: { problem: first.message } });
  },
});

/** The one that BuildKit meets first: it reads the whole file, then ties the stages together, then builds. */
function firstMet(problems: readonly Problem[]): Problem | undefined {
  const ofStages = problems.filter(({ kind }) => kind.endsWith('-stage'));
  return problems.find(({ kind }) => kind === 'before-from' || kind === 'onbuild') ?? ofStages[0] ?? problems[0];
}

/** True for an image named by an ARG without a default: whoever builds has to say which, and then it may well be one. */
function isGiven({ globals, stages }: Dockerfile, { kind, span }: Problem): boolean {
  const image = stages.find(({ from }) => from.image?.span[0] === span[0])?.from.image;
  if (kind !== 'base-image' || image === undefined) return false;
  const open = globals.flatMap(({ declarations }) => declarations.filter(({ value }) => value === undefined));
  const used = new Set(Array.from(image.text.matchAll(/\$\{?(\w+)/g), ([, name]) => name));
  return open.some(({ name }) => used.has(name.text));
}
