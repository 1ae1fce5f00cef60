import { mayBeBuilt } from '../context/build-outputs.ts';
import { contextPath } from '../context/clean-path.ts';
import { hasWildcards } from '../context/copy-match.ts';
import { localSources } from '../context/local-sources.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { referencesOf, resolveStage } from '../dockerfile/stages.ts';
import type { OptimizeOptions, Refusal } from './plan.ts';
import { scriptsOf } from '../shell/script.ts';
import { type Project, seenAt } from './project.ts';
import { BUILDER, refusal } from './recipe.ts';

export function invalid({ problems, lines }: Dockerfile, { path }: OptimizeOptions): Refusal[] {
  const [first] = problems;
  if (first === undefined)
    return [refusal('T0', 'There is no stage: the file has no FROM.')].map(each => ({ ...each, rung: undefined }));
  const evidence = [{ file: path, line: lines.position(first.span[0]).line, text: first.message }];
  return [
    {
      rung: undefined,
      hazard: 62,
      reason: `The file does not build: ${first.message}`,
      evidence,
      remedy: 'Mend the file first.',
    },
  ];
}

/** What keeps a file from being rewritten at any rung. */
export function wholeFileObstacle(project: Project): Refusal | undefined {
  const onbuild = project.dockerfile.instructions.find(({ keyword }) => keyword === 'ONBUILD');
  if (onbuild !== undefined)
    return {
      rung: undefined,
      hazard: 54,
      reason: 'ONBUILD makes this a base image; images built on it count on its layout.',
      evidence: [{ file: project.options.path, line: onbuild.firstLine, text: onbuild.body.text.slice(0, 80) }],
      remedy: undefined,
    };
  const missing = missingSource(project);
  if (missing !== undefined)
    return {
      rung: undefined,
      hazard: 62,
      reason: `The build context has no ${missing.path}, so this is another folder's build, or none.`,
      evidence: [seenAt(project, missing.instruction)],
      remedy: 'Say --context for the folder that the image is built from.',
    };
  const windows = project.dockerfile.stages.find(
    ({ base }) => base.kind === 'image' && /windows|nanoserver/.test(base.image.text),
  );
  if (windows !== undefined)
    return {
      rung: undefined,
      hazard: undefined,
      reason: 'Windows images are not rewritten.',
      evidence: [{ file: project.options.path, line: windows.from.firstLine, text: windows.from.body.text }],
      remedy: undefined,
    };
  const taken = namesakeOfBuilder(project);
  if (taken !== undefined)
    return {
      rung: undefined,
      hazard: undefined,
      reason: `An image or build context from outside of this file is called \`${BUILDER}\`, as the stage that a rewrite adds would be.`,
      evidence: [seenAt(project, taken)],
      remedy: 'Call it by another name, or by its whole one.',
    };
  // Last, since it reads every script.
  const broken = project.dockerfile.instructions.flatMap(instruction =>
    scriptsOf(instruction).flatMap(script => script.errors.map(error => ({ instruction, error }))),
  )[0];
  if (broken !== undefined)
    return {
      rung: undefined,
      hazard: 62,
      reason: `The shell cannot read this RUN: ${broken.error.message}`,
      evidence: [
        {
          file: project.options.path,
          line: project.dockerfile.lines.position(broken.error.span[0]).line,
          text: broken.instruction.body.text.slice(0, 80),
        },
      ],
      remedy: 'Mend the file first.',
    };
  return undefined;
}

/** What takes something by the name of the added stage, and means no stage. */
function namesakeOfBuilder({ dockerfile }: Project): Instruction | undefined {
  const copied = dockerfile.instructions
    .flatMap(referencesOf)
    .find(({ instruction, name }) => name.toLowerCase() === BUILDER && resolveStage(instruction, name) === undefined);
  const based = dockerfile.stages.find(
    ({ base }) => base.kind === 'image' && base.image.text.toLowerCase() === BUILDER,
  );
  return copied?.instruction ?? based?.from;
}

/** A file or folder that is copied and neither there nor made by a step before the build. */
function missingSource({ dockerfile, context }: Project): { instruction: Instruction; path: string } | undefined {
  for (const instruction of dockerfile.instructions) {
    for (const { path } of localSources(instruction)) {
      const inside = hasWildcards(path) ? undefined : contextPath(path);
      if (inside !== undefined && context.stat(inside) === undefined && !mayBeBuilt(inside))
        return { instruction, path };
    }
  }
  return undefined;
}
