import { parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Dockerfile, Stage } from '../../dockerfile/model.ts';
import { referencesOf, resolveStage } from '../../dockerfile/stages.ts';
import { expand } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { isPlausibleImage } from '../../images/plausible-image.ts';
import { nearest } from '../../text/nearest.ts';

export default defineRule({
  id: 'unknown-stage',
  summary: 'Copy from a stage or an image that exists',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  wholeFile: true,
  aliases: ['DL3022'],
  codes: { DL3022: 'unknown' },
  hadolint: 'warning',
  presetOptions: { hadolint: { untaggedImages: false } },

  options: {
    untaggedImages: flag({ about: 'Take the bare name of an official image (`nginx`) for that image.', default: true }),
  },

  messages: {
    unknown: '`{name}` is neither a stage nor an image that Docker Hub has{hint}',
    unknownMount: '`{name}` is neither a stage nor an image that Docker Hub has{hint}',
    misspelt: '`{name}` is no stage, and no image that Docker Hub has{hint}',
  },

  check(dockerfile, report, { untaggedImages }) {
    // In a template the names of stages may be made up of more than what stands there.
    if (dockerfile.stages.some(({ from }) => from.body.text.includes('{{'))) return;
    const contexts = dockerfile.options.namedContexts ?? [];
    for (const instruction of dockerfile.instructions) {
      if (instruction.inOnbuild || instruction.keyword === 'ONBUILD') continue;
      for (const { name, span } of referencesOf(instruction)) {
        if (resolveStage(instruction, name) !== undefined || contexts.includes(name)) continue;
        if (/[$'"\\{]/.test(name) || isImage(name, untaggedImages)) continue;
        const id = instruction.keyword === 'RUN' ? 'unknownMount' : 'unknown';
        report(id, {
          at: span,
          data: { name, hint: hint(name, namesAbove(dockerfile, instruction.stage), asContext(name)) },
        });
      }
    }
    for (const stage of dockerfile.stages) {
      const { image } = stage.from;
      const meant = image && misspeltBase(dockerfile, stage);
      if (meant !== undefined) {
        report('misspelt', {
          at: image?.span ?? stage.span,
          data: { name: meant, hint: hint(meant, namesAbove(dockerfile, stage), '.') },
        });
      }
    }
  },
});

function isImage(name: string, untagged: boolean): boolean {
  const image = parseImageReference(name);
  if (name === 'scratch') return true;
  return (
    image !== undefined &&
    isPlausibleImage(image) &&
    (untagged || image.tag !== undefined || image.digest !== undefined)
  );
}

/** FROM may name any image that is on the machine: only what is nearly the name of a stage above it is in doubt. */
function misspeltBase(dockerfile: Dockerfile, stage: Stage): string | undefined {
  const { from, base } = stage;
  if (base.kind !== 'image' || from.image === undefined || isPlausibleImage(base.image)) return undefined;
  const name = expand(from, from.image).value;
  if (name === undefined || resolveStage(from, name) !== undefined) return undefined;
  return nearest(name, namesAbove(dockerfile, stage)) === undefined ? undefined : name;
}

/** Stages above that a misspelt name is compared with. */
const MOST_NAMES = 100;

function namesAbove({ stages }: Dockerfile, stage: Stage | undefined): readonly string[] {
  const index = stage?.index ?? stages.length;
  return stages.slice(Math.max(0, index - MOST_NAMES), index).flatMap(({ name }) => name ?? []);
}

/** What is left where no name is near. */
function asContext(name: string): string {
  return /^\d+$/.test(name) ? '.' : `: without \`--build-context ${name}=…\` the build fails.`;
}

function hint(name: string, names: readonly string[], otherwise: string): string {
  const meant = nearest(name, names);
  return meant === undefined ? otherwise : `; did you mean \`${meant}\`?`;
}
