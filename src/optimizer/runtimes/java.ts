import type { Instruction } from '../../dockerfile/model.ts';
import { changed, type Entry } from '../draft.ts';
import { DISTROLESS_JAVA, JDK_TOOLS, javaMajor, jdkUse, temurinJre } from '../parts/java-images.ts';
import { keyword } from '../parts/keyword.ts';
import { distroless, suiteOf } from '../parts/runtime-image.ts';
import { argvOf, execForm, hasCommand, lastOf, ownArgv } from '../parts/start.ts';
import type { Evidence, Refusal } from '../plan.ts';
import { does, type Project, seenAt } from '../project.ts';
import { refusal } from '../recipe.ts';
import type { LeanerBase, Runtime } from './runtime.ts';

/** Java on distroless, or at least on a JRE where the last stage has a JDK. */
export const java: Runtime = {
  base(project, rung) {
    const { image } = project.final;
    const major = javaMajor(image);
    const words = startWords(project);
    if (image === undefined || words === undefined) return undefined;
    const from = [seenAt(project, project.final.stage.from)];
    if (major === undefined)
      return [refusal(rung, 'Which Java the image has is not known.', { hazard: 55, evidence: from })];
    const obstacle = jdkObstacle(project, words, rung, from);
    if (obstacle !== undefined) return [obstacle];
    return rung === 'T2' ? onDistroless(project, major, from) : onJre(project, from);
  },
};

/** What follows `java`; undefined where something else is started. */
function startWords(project: Project): readonly string[] | undefined {
  const { final } = project;
  const start = lastOf(final, 'ENTRYPOINT') ?? lastOf(final, 'CMD');
  const words =
    ownArgv(final) ??
    start?.body.text
      .trim()
      .replace(/^exec\s+/, '')
      .split(/\s+/);
  return words?.[0]?.replace(/^\/usr\/bin\//, '') === 'java' ? words.slice(1) : undefined;
}

function jdkObstacle(
  { context, final }: Project,
  words: readonly string[],
  rung: Refusal['rung'] & string,
  from: readonly Evidence[],
): Refusal | undefined {
  const tool = words.find(word => JDK_TOOLS.test(word));
  if (tool !== undefined) return refusal(rung, `${tool} is part of the JDK alone.`, { hazard: 20, evidence: from });
  const use = jdkUse(context);
  if (use !== undefined)
    return refusal(rung, 'The source uses a part of the JDK that the runtime image lacks.', {
      hazard: 20,
      evidence: [use],
    });
  const trust = final.acts.find(
    ({ instruction }) => instruction.keyword === 'RUN' && /\bkeytool\b/.test(instruction.body.text),
  );
  return trust === undefined
    ? undefined
    : refusal(rung, 'Certificates that the JDK is given would be left behind.', { hazard: 41, evidence: from });
}

function onDistroless(project: Project, major: number, from: readonly Evidence[]): LeanerBase | readonly Refusal[] {
  if (!DISTROLESS_JAVA.has(major))
    return [
      refusal('T2', `The distroless image is published for Java 17, 21 and 25; this project runs on ${major}.`, {
        hazard: 55,
        evidence: from,
        remedy: 'Move to Java 21.',
      }),
    ];
  if (ownArgv(project.final) === undefined)
    return [
      refusal('T2', 'The command needs a shell, and the distroless image has none.', {
        hazard: 6,
        evidence: from,
        remedy: 'Write it in exec form; options of Java go into JAVA_TOOL_OPTIONS.',
      }),
    ];
  return {
    ecosystem: 'java',
    image: nonroot => distroless(`java${major}`, nonroot),
    brings: /^(?:ca-certificates|tzdata|fontconfig|(?:fonts|ttf)-dejavu(?:-core)?|font-dejavu|libfreetype6|freetype)$/,
    command: instruction => distrolessCommand(project, instruction),
    obligations: [],
  };
}

/** The same start; an exec form alone stays, for `java` is on PATH there too. */
function distrolessCommand(project: Project, instruction: Instruction): Entry | undefined {
  if (!hasCommand(instruction)) return undefined;
  const argv = argvOf(instruction);
  if (argv === undefined) return undefined;
  const line = execForm(project, instruction, argv);
  const entry = changed(
    project.dockerfile,
    instruction,
    instruction.json ? project.dockerfile.text.slice(...instruction.span) : line,
  );
  if (instruction.keyword === 'ENTRYPOINT' || lastOf(project.final, 'ENTRYPOINT') !== undefined) return entry;
  return {
    ...entry,
    lead: `${entry.lead}# The entrypoint of the image is java -jar, which would come before the command.\n`,
    text: `${keyword(project, 'ENTRYPOINT')} []\n${entry.text}`,
  };
}

/** Packages that have the same name in Debian, Ubuntu and Alpine. */
const COMMON = /^(?:ca-certificates|tzdata|curl|wget|bash|tini|dumb-init|fontconfig|jq|unzip)$/;

function onJre({ final }: Project, from: readonly Evidence[]): LeanerBase | readonly Refusal[] | undefined {
  const { image } = final;
  if (image === undefined || /(?:^|-)jre\b|headless/.test(image.tag ?? '') || /openjre/.test(image.name))
    return undefined;
  const jre = temurinJre(image);
  if (jre === undefined)
    return [refusal('T1', 'No JRE of the same version is published.', { hazard: 55, evidence: from })];
  const sameFamily = image.name === 'eclipse-temurin' || suiteOf(image)?.startsWith('alpine') === true;
  const other = final.acts.find(
    act =>
      act.instruction.keyword === 'RUN' &&
      (does(act, 'unknown', 'files') ||
        (!sameFamily &&
          act.effects.some(
            effect =>
              effect.kind === 'system' &&
              (effect.distribution !== 'debian' || effect.packages.some(({ name }) => !COMMON.test(name ?? ''))),
          ))),
  );
  if (other !== undefined)
    return [
      refusal('T1', 'What a RUN of the last stage needs from its image is not known.', {
        hazard: 53,
        evidence: from,
      }),
    ];
  return { ecosystem: 'java', image: () => jre, brings: /^$/, obligations: [] };
}
