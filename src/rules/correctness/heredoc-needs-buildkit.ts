import { frontendMinor, neededVersions } from '../../dockerfile/frontend-versions.ts';
import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { integer } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { lineEnd, lineStart } from '../../fixers/instructions.ts';

const WANTED = 'docker/dockerfile:1';

export default defineRule({
  id: 'heredoc-needs-buildkit',
  summary: 'Ask for a Dockerfile version that knows what the file uses',
  category: 'correctness',
  severity: 'info',
  severities: { tooOld: 'error' },
  applies: 'any',
  wholeFile: true,
  fixable: 'safe',
  options: {
    builtIn: integer({
      about: 'Minor of the newest Dockerfile version 1.x that every builder has built in; 6 is that of Docker 25.',
      default: 6,
      min: 0,
    }),
  },
  presetOptions: { strict: { builtIn: 0 } },

  messages: {
    tooOld: '`{syntax}` does not know {what}, which came with version 1.{minor}: the build fails.',
    missing: 'Builders that have no Dockerfile version 1.{minor} built in do not know {what}: a syntax line brings it.',
  },

  check(dockerfile, report, { builtIn }) {
    const syntax = dockerfile.directives.find(({ name }) => name === 'syntax');
    const limit = syntax === undefined ? builtIn : frontendMinor(syntax);
    if (limit === undefined) return;
    const needed = dockerfile.instructions.flatMap(usedBy).find(({ minor }) => minor > limit);
    if (needed === undefined) return;
    const { what, span: at } = needed;
    const data = { what, minor: String(needed.minor) };
    const fix = withSyntax(dockerfile);
    if (syntax === undefined) report('missing', { at, data, fix });
    else report('tooOld', { at, data: { ...data, syntax: syntax.value }, fix });
  },
});

function usedBy(instruction: Instruction) {
  const inner = instruction.keyword === 'ONBUILD' ? instruction.inner : undefined;
  return neededVersions(inner ?? instruction);
}

function withSyntax(dockerfile: Dockerfile): Fix | undefined {
  const { text, directives } = dockerfile;
  const syntax = directives.find(({ name }) => name === 'syntax');
  const title = `Use ${WANTED}`;
  if (syntax !== undefined) {
    return syntax.value.includes('@')
      ? undefined
      : { title, safety: 'safe', edits: [{ span: syntax.valueSpan, text: WANTED }] };
  }
  const top = lineStart(dockerfile, 1);
  if (text.startsWith('#!', top)) return undefined;
  const line = `# syntax=${WANTED}${lineEnd(dockerfile)}`;
  return { title, safety: 'safe', edits: [{ span: [top, top], text: line }] };
}
