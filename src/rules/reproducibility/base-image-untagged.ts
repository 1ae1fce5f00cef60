import { parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Dockerfile, Instruction, Word } from '../../dockerfile/model.ts';
import { referencesOf, resolveStage } from '../../dockerfile/stages.ts';
import { flag, strings } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { isPlausibleImage } from '../../images/plausible-image.ts';
import { matchesWhole } from '../../text/glob.ts';

export default defineRule({
  id: 'base-image-untagged',
  summary: 'Give images a tag or a digest',
  category: 'reproducibility',
  severity: 'warning',
  applies: 'any',
  wholeFile: true,
  aliases: ['DL3006', 'DS-0001'],
  codes: { DL3006: 'untagged', 'DS-0001': 'untagged' },
  hadolint: 'warning',
  presetOptions: { hadolint: { argDefaults: false, versionInName: [] } },

  options: {
    argDefaults: flag({ about: 'Judge a name that begins with a variable by the default of its ARG.', default: true }),
    versionInName: strings({
      about: 'Globs of images whose names say the version: their `latest` stays within it.',
      default: ['gcr.io/distroless/*-debian*', 'redhat/ubi*', 'registry.{access.redhat.com,redhat.io}/ubi*/*'],
    }),
  },

  messages: {
    untagged: '`{image}` has no tag, so each build takes whatever `latest` is on its day.',
    untaggedSource: '`{image}` has no tag, so each build copies from whatever `latest` is on its day.',
  },

  check(dockerfile, report, { argDefaults, versionInName }) {
    const { stages, instructions, options } = dockerfile;
    const given = handedIn(dockerfile);
    const needsNoTag = (name: string): boolean => versionInName.some(glob => matchesWhole(glob, name));
    for (const { base, from } of stages) {
      if (base.kind !== 'image' || from.image === undefined || (!argDefaults && from.image.text.startsWith('$')))
        continue;
      const { tag, digest, text } = base.image;
      if (tag !== undefined || digest !== undefined || needsNoTag(text) || given.has(variableOf(from.image) ?? ''))
        continue;
      report('untagged', { at: from.image.span, data: { image: text } });
    }
    for (const { name, span, instruction } of instructions.flatMap(referencesOf)) {
      if (options.namedContexts?.includes(name) === true || !isUntaggedImage(instruction, name) || needsNoTag(name))
        continue;
      report('untaggedSource', { at: span, data: { image: name } });
    }
  },
});

/** `ARG BASE=$REGISTRY/$OWNER/base`: names of images that are put together from what whoever builds gives, tag and all. */
function handedIn({ instructions }: Dockerfile): ReadonlySet<string> {
  const args = instructions.flatMap(instruction =>
    instruction.keyword === 'ARG' && instruction.stage === undefined ? instruction.declarations : [],
  );
  return new Set(args.filter(({ value }) => /\$[^$/]*\//.test(value?.text ?? '')).map(({ name }) => name.text));
}

function variableOf(image: Word): string | undefined {
  const [, braced, bare] = /^["']?\$(?:\{(\w+)\}|(\w+))["']?$/.exec(image.text) ?? [];
  return braced ?? bare;
}

function isUntaggedImage(instruction: Instruction, name: string): boolean {
  if (instruction.inOnbuild || resolveStage(instruction, name) !== undefined) return false;
  const image = parseImageReference(name);
  if (image === undefined || name === 'scratch' || image.tag !== undefined || image.digest !== undefined) return false;
  return isPlausibleImage(image);
}
