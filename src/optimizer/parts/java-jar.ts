import type { BuildContext } from '../../context/build-context.ts';
import { readGradle } from '../../context/manifests/gradle.ts';
import { readPom } from '../../context/manifests/pom.ts';
import type { Evidence } from '../plan.ts';

/** Plugins that pack the libraries into the jar. */
const MAVEN_PACKERS = new Set(['spring-boot-maven-plugin', 'maven-shade-plugin', 'onejar-maven-plugin']);
const GRADLE_PACKERS = new Set([
  'org.springframework.boot',
  'com.github.johnrengelman.shadow',
  'com.gradleup.shadow',
  'io.ktor.plugin',
]);
/** Dependencies that tests or the compiler alone use. */
const NOT_SHIPPED = /junit|mockito|assertj|hamcrest|testcontainers|^lombok$|-test$/;
/** A jar that looks for its libraries beside itself. */
const POINTS_ELSEWHERE = /<addClasspath>\s?true|<classpathPrefix>|["']Class-Path["']/;

/** Where the build is seen not to put the libraries into the jar, or not seen to; undefined where the jar stands alone. */
export function looseLibraries(context: BuildContext): Evidence | undefined {
  const pom = readPom(context, 'pom.xml');
  if (pom !== undefined) {
    const text = context.read(pom.path) ?? '';
    const packs = pom.plugins.some(name => MAVEN_PACKERS.has(name)) || text.includes('jar-with-dependencies');
    const needs = pom.dependencies.filter(name => !NOT_SHIPPED.test(name));
    return !POINTS_ELSEWHERE.test(text) && (packs || needs.length === 0)
      ? undefined
      : { file: pom.path, line: undefined, text: needs[0] ?? 'Class-Path' };
  }
  const gradle = readGradle(context, '');
  if (gradle === undefined) return { file: '.', line: undefined, text: 'no build file' };
  const text = context.read(gradle.path) ?? '';
  const packs = gradle.plugins.some(name => GRADLE_PACKERS.has(name)) || /\bruntimeClasspath\b/.test(text);
  const needs = /\b(?:implementation|api|compile|runtimeOnly|runtime)\b[ (]/.exec(text)?.[0];
  return !POINTS_ELSEWHERE.test(text) && (packs || needs === undefined)
    ? undefined
    : { file: gradle.path, line: undefined, text: needs ?? 'Class-Path' };
}
