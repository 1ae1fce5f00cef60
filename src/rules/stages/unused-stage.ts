import { directiveOn } from '../../dockerfile/directives.ts';
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { referencesOf } from '../../dockerfile/stages.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { lineStart } from '../../fixers/instructions.ts';

/** Names of stages that are there for others. Any other name may be what somebody builds with `--target`. */
const SERVES_OTHERS =
  /^(?:base|build|builder|building|compile|compiler|deps|dependencies|download|downloader|fetch|fetcher|install|installer|packages?|modules|vendor|source|sources|src|common|toolchain|xx)(?:[-_.][\w.-]*)?$|(?:^|[-_.])(?:build|builder|build-env|deps|base)$/;

/** What a project asks for by name: `vendor-validate`, `deps-update`. */
const CHECKS = /[-_.](?:validate|validation|verify|check|test|tests|lint|update|outdated|audit|export|output)$/;

export default defineRule({
  id: 'unused-stage',
  summary: 'Take out stages that nothing needs',
  category: 'stages',
  severity: 'warning',
  applies: 'any',
  wholeFile: true,
  fixable: 'unsafe',

  messages: {
    unused: 'Nothing copies from {stage} or is built on it, so that no image has anything of it.',
  },

  check(dockerfile, report) {
    const { stages, options, problems } = dockerfile;
    // A reference that cannot be read may be the one that counts.
    const isBroken = problems.some(({ kind }) => kind === 'syntax' || kind === 'unknown-stage');
    if (isBroken || stages.some(mayNameStage)) return;
    const needed = new Set(stages.flatMap(({ dependsOn }) => dependsOn));
    const targets = new Set(options.targets?.map(target => target.toLowerCase()));
    // Where stages go by number, those behind the one that is taken out would change theirs.
    const isNumbered = dockerfile.instructions.some(each => referencesOf(each).some(({ name }) => /^\d+$/.test(name)));
    for (const stage of stages) {
      if (stage.isLast || needed.has(stage) || isTarget(stage, targets)) continue;
      const { alias, image } = stage.from;
      report('unused', {
        at: (alias ?? image ?? stage.from).span,
        data: { stage: alias === undefined ? 'this stage' : `\`${alias.text}\`` },
        fix: isNumbered ? undefined : withoutStage(dockerfile, stage),
      });
    }
  },
});

/** True where a build argument may well make FROM name a stage: names of stages have neither `:` nor `/`. */
function mayNameStage({ from: { image } }: Stage): boolean {
  const written = image?.text.replace(/\$\{[^}]*\}?|\$\w+/g, '') ?? '';
  return image !== undefined && image.text.includes('$') && !/[:/@]/.test(written);
}

/** A stage without a name can be built by its number only, which hardly anybody does. */
function isTarget({ name, base, instructions }: Stage, targets: ReadonlySet<string>): boolean {
  if (name === undefined) return false;
  const runs = instructions.some(({ keyword }) => ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'ONBUILD'].includes(keyword));
  return targets.has(name) || runs || base.kind === 'scratch' || !SERVES_OTHERS.test(name) || CHECKS.test(name);
}

/** Takes the stage out with its comments and the blank lines behind it. */
function withoutStage(dockerfile: Dockerfile, { index, from, instructions }: Stage): Fix | undefined {
  const { stages, lines, text } = dockerfile;
  const next = stages[index + 1]?.from;
  if (next === undefined) return undefined;
  const comment = index === 0 ? undefined : from.comments[0];
  const start = lineStart(dockerfile, comment?.line ?? from.firstLine);
  const last: Instruction = instructions.at(-1) ?? from;
  let line = last.lastLine + 1;
  while (line < next.firstLine && text.slice(lines.start(line), lines.end(line)).trim() === '') line++;
  // At the head of the file a comment may become a directive.
  if (index === 0 && directiveOn(text, [lines.start(line), lines.end(line)]) !== undefined) return undefined;
  return {
    title: 'Take the stage out',
    safety: 'unsafe',
    edits: [{ span: [start, lineStart(dockerfile, line)], text: '' }],
  };
}
