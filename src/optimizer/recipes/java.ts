import { readGradle } from '../../context/manifests/gradle.ts';
import { readPom } from '../../context/manifests/pom.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { publishedTags } from '../../images/published.ts';
import type { Entry } from '../draft.ts';
import { looseLibraries } from '../parts/java-jar.ts';
import { DISTROLESS_JAVA, JDK_TOOLS, javaMajor, jdkUse } from '../parts/java-images.ts';
import { seenFrom, ship } from '../parts/artefact-recipe.ts';
import { builds } from '../parts/compile.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { distroless } from '../parts/runtime-image.ts';
import { keyword } from '../parts/keyword.ts';
import { execForm, hasCommand, lastOf, ownArgv } from '../parts/start.ts';
import type { Rung } from '../plan.ts';
import { does, type Project, resolvePath, seenAt, uses } from '../project.ts';
import { type Proposal, type Recipe, refused } from '../recipe.ts';

/** Images that a Java build stands on. */
const IMAGES = /^(?:eclipse-temurin|maven|gradle|openjdk|amazoncorretto)$/;

export const java: Recipe = {
  id: 'java',
  name: 'Java',
  applies: project =>
    project.stages.length === 1 &&
    IMAGES.test(project.final.image?.name ?? '') &&
    project.final.acts.some(act => uses(act, 'java', 'build')),
  propose: proposeJava,
};

function proposeJava(project: Project, rung: Exclude<Rung, 'T0'>): Proposal {
  const major = javaMajor(project.final.image);
  const workdir = finalWorkdir(project, '/');
  const argv = ownArgv(project.final);
  const start = lastOf(project.final, 'ENTRYPOINT') ?? lastOf(project.final, 'CMD');
  if (start === undefined || workdir === undefined)
    return refused(rung, 'What the image starts is not known.', { hazard: 54, evidence: seenFrom(project) });
  const jar = jarOf(argv ?? start.body.text.split(/\s+/));
  const seen = { evidence: [seenAt(project, start)] };
  if (major === undefined)
    return refused(rung, 'Which Java the image has is not known.', { hazard: 55, evidence: seenFrom(project) });
  if (jar === undefined)
    return refused(rung, 'The image does not start a jar.', {
      hazard: 21,
      ...seen,
      remedy: 'Start it with CMD ["java", "-jar", "app.jar"].',
    });
  if (argv === undefined && rung === 'T2')
    return refused(rung, 'The command needs a shell, and the distroless image has none.', {
      hazard: 6,
      ...seen,
      remedy: 'Write it in exec form; options of Java go into JAVA_TOOL_OPTIONS.',
    });
  if (argv?.some(word => JDK_TOOLS.test(word)) === true)
    return refused(rung, 'The image uses a tool of the JDK.', { hazard: 20, ...seen });
  if (rung === 'T2' && !DISTROLESS_JAVA.has(major))
    return refused(rung, `The distroless image is published for Java 17, 21 and 25; this project runs on ${major}.`, {
      hazard: 55,
      evidence: seenFrom(project),
      remedy: 'Move to Java 21.',
    });
  if (rung === 'T1' && publishedTags('eclipse-temurin')?.has(`${major}-jre`) !== true)
    return refused(rung, `eclipse-temurin:${major}-jre is not published.`, { hazard: 55, evidence: seenFrom(project) });
  const trust = project.final.acts.find(({ instruction }) => /\bkeytool\b|-javaagent/.test(instruction.body.text));
  if (trust !== undefined)
    return refused(rung, 'Certificates or agents that the JDK is given would be left behind.', {
      hazard: 41,
      evidence: [seenAt(project, trust.instruction)],
      remedy: 'Copy them into the final stage.',
    });
  const loose = looseLibraries(project.context);
  if (loose !== undefined)
    return refused(rung, 'The build is not seen to pack the libraries into the jar.', {
      hazard: 21,
      evidence: [loose],
      remedy: 'Build a jar with everything in it, as spring-boot-maven-plugin or maven-shade-plugin do.',
    });
  const use = jdkUse(project.context);
  if (use !== undefined)
    return refused(rung, 'The source uses a part of the JDK that the runtime image lacks.', {
      hazard: 20,
      evidence: [use],
    });
  const built = builtJar(project, jar, workdir);
  if (!('path' in built))
    return refused(rung, built.reason, {
      hazard: 21,
      ...seen,
      remedy: 'Name the jar exactly, or set its name in the build.',
    });
  const target = resolvePath(workdir, built.renamed ? 'app.jar' : jar) ?? '/app.jar';
  return ship(project, {
    ecosystem: 'java',
    rung,
    runtime: nonroot => (rung === 'T2' ? distroless(`java${major}`, nonroot) : `eclipse-temurin:${major}-jre`),
    workdir,
    artefacts: [{ from: built.path, to: target }],
    command: instruction => startEntry(project, instruction, rung, jar, target),
    leaves: 'The JDK, the build tool and its repository',
  });
}

/** The jar behind `java … -jar`. */
function jarOf(words: readonly string[]): string | undefined {
  if (words[0]?.replace(/^.*\//, '') !== 'java' && !words.includes('java')) return undefined;
  const at = words.indexOf('-jar');
  return at === -1 ? undefined : words[at + 1];
}

type Built = { readonly path: string; readonly renamed: boolean } | { readonly reason: string };

/** The file that the build makes of which the start says the name. */
function builtJar(project: Project, jar: string, workdir: string): Built {
  const path = resolvePath(workdir, jar);
  if (path === undefined) return { reason: 'Where the jar lies is not known.' };
  const moved = project.final.acts.some(
    act =>
      does(act, 'files') &&
      act.effects.some(
        effect => effect.kind === 'files' && effect.paths.some(each => resolvePath(act.workdir, each) === path),
      ),
  );
  if (moved) return { path, renamed: false };
  const act = builds(project).at(-1);
  const folder = act?.workdir ?? workdir;
  const expected = [...mavenJars(project), ...gradleJars(project)].map(name => resolvePath(folder, name));
  if (/[*?]/.test(jar)) {
    const [only, ...others] = expected;
    return only !== undefined && others.length === 0
      ? { path: only, renamed: true }
      : { reason: `${jar} may be more than one file.` };
  }
  if (expected.length === 0 || expected.includes(path))
    return expected.length === 0
      ? { reason: 'The name of the jar that the build makes is not known.' }
      : { path, renamed: /(?:^|\/)(?:target|build)\//.test(jar) };
  return { reason: `The build makes ${expected.join(', ')}, and the image starts ${path}.` };
}

function mavenJars({ context }: Project): string[] {
  const pom = readPom(context, 'pom.xml');
  if (pom === undefined || pom.modules.length > 0 || pom.finalName === undefined) return [];
  return [`target/${pom.finalName}.${pom.packaging}`];
}

function gradleJars({ context }: Project): string[] {
  const gradle = readGradle(context, '');
  if (gradle === undefined || gradle.includes.length > 0) return [];
  if (gradle.archiveName !== undefined) return [`build/libs/${gradle.archiveName}`];
  if (gradle.rootName === undefined) return [];
  return [`build/libs/${gradle.rootName}${gradle.version === undefined ? '' : `-${gradle.version}`}.jar`];
}

/** The start with the jar where the final stage has it. The interpreter is on PATH in either runtime image. */
function startEntry(
  project: Project,
  instruction: Instruction,
  rung: Rung,
  jar: string,
  target: string,
): Entry | undefined {
  if (!hasCommand(instruction)) return undefined;
  const text = project.dockerfile.text.slice(instruction.span[0], instruction.span[1]);
  const argv = instruction.json ? instruction.args.map(({ text: word }) => word) : undefined;
  const named = argv?.map(word => (word === jar ? target : word)) ?? ownWords(project, jar, target);
  const own = lastOf(project.final, 'ENTRYPOINT');
  if (named === undefined)
    return text.includes(jar) ? { lead: '', text: text.replaceAll(jar, target), origin: instruction } : undefined;
  const isPlainCommand = instruction.keyword === 'CMD' && own === undefined && rung === 'T2';
  const line = execForm(project, instruction, named);
  if (!isPlainCommand)
    return instruction.json && line === text ? undefined : { lead: '', text: line, origin: instruction };
  // The image's own entrypoint is `java -jar`, which would come before the command.
  return {
    lead: '# The entrypoint of the image is java -jar, which would come before the command.\n',
    text: `${keyword(project, 'ENTRYPOINT')} []\n${line}`,
    origin: instruction,
  };
}

function ownWords(project: Project, jar: string, target: string): readonly string[] | undefined {
  return ownArgv(project.final)?.map(word => (word === jar ? target : word));
}
