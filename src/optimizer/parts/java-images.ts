import type { BuildContext } from '../../context/build-context.ts';
import type { ImageReference } from '../../dockerfile/image-reference.ts';
import { factsOf } from '../../images/image-facts.ts';
import { publishedTags } from '../../images/published.ts';
import { majorOf, tagOf } from '../image-tags.ts';
import type { Evidence } from '../plan.ts';
import { suiteOf } from './runtime-image.ts';

export const DISTROLESS_JAVA: ReadonlySet<number> = new Set([17, 21, 25]);
/** Tools of the JDK that the JRE lacks. */
export const JDK_TOOLS = /^(?:jcmd|jstack|jmap|jps|javac|jshell|jlink)$/;
/** Images whose Java is HotSpot, as Temurin's is. */
const HOTSPOT =
  /^(?:eclipse-temurin|openjdk|amazoncorretto|maven|gradle|azul\/zulu-openjdk(?:-alpine|-debian)?|bellsoft\/liberica-(?:openjdk|openjre|runtime-container)[\w-]*)$/;
const MAJOR: Readonly<Record<string, RegExp>> = {
  maven: /(?:temurin|openjdk|corretto|jdk|liberica|zulu)-?(\d+)/,
  gradle: /(?:jdk|jre)-?(\d+)/,
};

/** The major of the Java that an image has; undefined where it is not known, or is another virtual machine. */
export function javaMajor(image: ImageReference | undefined): number | undefined {
  if (image === undefined || !HOTSPOT.test(image.name)) return undefined;
  if (/(?:^|-)(?:graalvm|openj9|semeru|ibm)/.test(image.tag ?? '')) return undefined;
  const pattern = MAJOR[image.name];
  if (pattern === undefined) return majorOf(factsOf(image)?.tag.version ?? tagOf(image).version);
  const found = pattern.exec(image.tag ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Temurin's JRE of the same major and C library, where it is published. */
export function temurinJre(image: ImageReference): string | undefined {
  const major = javaMajor(image);
  const isAlpine = suiteOf(image)?.startsWith('alpine') === true || image.name.endsWith('-alpine');
  const tag = `${major ?? ''}-jre${isAlpine ? '-alpine' : ''}`;
  return major !== undefined && publishedTags('eclipse-temurin')?.has(tag) === true
    ? `eclipse-temurin:${tag}`
    : undefined;
}

const JDK_CLASSES = /\b(?:javax\.tools\.|com\.sun\.tools\.|jdk\.jshell\b|jdk\.compiler\b|sun\.tools\.)/;

/** Where the source uses what only the JDK has. */
export function jdkUse(context: BuildContext): Evidence | undefined {
  for (const file of context
    .files()
    .filter(path => /\.(?:java|kt|scala|groovy)$/.test(path) && !/\/src\/test\//.test(path))) {
    const lines = (context.read(file) ?? '').split('\n');
    const index = lines.findIndex(line => JDK_CLASSES.test(line));
    if (index !== -1) return { file, line: index + 1, text: (lines[index] ?? '').trim().slice(0, 80) };
  }
  return undefined;
}
