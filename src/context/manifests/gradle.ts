import type { BuildContext } from '../build-context.ts';
import { joinPath } from '../clean-path.ts';

export interface Gradle {
  readonly path: string;
  readonly settingsPath: string | undefined;
  /** Name of the root project; undefined where the settings do not say, and the folder's name in the build would count. */
  readonly rootName: string | undefined;
  /** Subprojects as written: `:app:core`. */
  readonly includes: readonly string[];
  readonly plugins: readonly string[];
  readonly group: string | undefined;
  readonly version: string | undefined;
  readonly javaVersion: string | undefined;
  /** Version of Spring Boot; empty where it is used in a version that is not known. */
  readonly springBoot: string | undefined;
  readonly mainClass: string | undefined;
  /** What the build file sets an archive's name to, where it is written out. */
  readonly archiveName: string | undefined;
}

/** What can be read in a folder's build.gradle or build.gradle.kts without running it. */
export function readGradle(context: BuildContext, folder: string): Gradle | undefined {
  const path = firstFile(context, folder, ['build.gradle', 'build.gradle.kts']);
  const text = path === undefined ? undefined : code(context.read(path));
  if (path === undefined || text === undefined) return undefined;
  const settingsPath = firstFile(context, folder, ['settings.gradle', 'settings.gradle.kts']);
  const settings = settingsPath === undefined ? '' : (code(context.read(settingsPath)) ?? '');
  const plugins = pluginsIn(text);
  return {
    path,
    settingsPath,
    rootName: /\brootProject\.name\s{0,9}=\s{0,9}["']([^"'$]+)["']/.exec(settings)?.[1],
    includes: includesIn(settings),
    plugins: [...plugins.keys()],
    group: setting(text, 'group'),
    version: setting(text, 'version'),
    javaVersion: javaVersionIn(text),
    springBoot: plugins.get('org.springframework.boot'),
    mainClass: /\bmainClass(?:Name)?(?:\.set\(|\s{0,9}=)\s{0,9}["']([\w.$]+)["']/.exec(text)?.[1],
    archiveName: /\barchive(?:File)?Name(?:\.set\(|\s{0,9}=)\s{0,9}["']([^"'$]+)["']/.exec(text)?.[1],
  };
}

function firstFile(context: BuildContext, folder: string, names: readonly string[]): string | undefined {
  return names.flatMap(name => joinPath(folder, name) ?? []).find(path => context.stat(path)?.kind === 'file');
}

/** The text without line comments and block comments. */
function code(text: string | undefined): string | undefined {
  return text
    ?.split('\n')
    .map(withoutComment)
    .join('\n')
    .split('/*')
    .map((part, index) => (index === 0 ? part : afterComment(part)))
    .join('');
}

function withoutComment(line: string): string {
  const at = line.search(/(?:^|[^:])\/\//);
  return at === -1 ? line : line.slice(0, line[at] === '/' ? at : at + 1);
}

function afterComment(part: string): string {
  const end = part.indexOf('*/');
  return end === -1 ? '' : part.slice(end + 2);
}

function pluginsIn(text: string): Map<string, string> {
  const dsl = text.matchAll(
    /\bid\s{0,9}\(?\s{0,9}["']([\w.-]+)["']\s{0,9}\)?(?:\s{0,9}version\s{0,9}\(?["']([^"'$]+)["'])?/g,
  );
  const applied = text.matchAll(/\bapply\s{0,9}\(?\s{0,9}plugin\s{0,9}[:=]\s{0,9}["']([\w.-]+)["']()/g);
  const kotlin = text.matchAll(/^[ \t]*(application|java|war|`java-library`)[ \t]*$()/gm);
  return new Map(
    Array.from([...dsl, ...applied, ...kotlin], ([, id = '', version = '']) => [id.replaceAll('`', ''), version]),
  );
}

function includesIn(settings: string): string[] {
  const lists = settings.matchAll(/\binclude\b\s{0,9}\(?((?:\s{0,40}["'][^"'$]+["']\s{0,40},?)+)/g);
  return Array.from(lists).flatMap(([, list = '']) =>
    Array.from(list.matchAll(/["']([^"']+)["']/g), ([, name = '']) => name),
  );
}

function setting(text: string, name: 'group' | 'version'): string | undefined {
  return new RegExp(`^${name}\\s{0,9}=?\\s{0,9}["']([^"'$]+)["']`, 'm').exec(text)?.[1];
}

function javaVersionIn(text: string): string | undefined {
  const toolchain = /JavaLanguageVersion\.of\(\s{0,9}["']?(\d+)/.exec(text)?.[1];
  const compatible =
    /\b(?:source|target)Compatibility\s{0,9}=\s{0,9}["']?(?:JavaVersion\.VERSION_)?(?:1[._])?(\d+)/.exec(text)?.[1];
  return toolchain ?? compatible ?? /\bjvmToolchain\(\s{0,9}(\d+)/.exec(text)?.[1];
}
