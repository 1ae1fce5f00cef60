import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';
import { childrenAt, parseXml, textAt, type XmlElement } from './xml.ts';

export interface Pom {
  readonly path: string;
  readonly groupId: string | undefined;
  readonly artifactId: string | undefined;
  /** Undefined where it hangs on a property that is not in the file. */
  readonly version: string | undefined;
  readonly packaging: string;
  /** Name of the artefact in `target/` without its ending; undefined where the file alone does not tell. */
  readonly finalName: string | undefined;
  readonly modules: readonly string[];
  readonly parent: { readonly artifactId: string | undefined; readonly version: string | undefined } | undefined;
  /** The parent's file in the context; undefined where it is a published one. */
  readonly parentPath: string | undefined;
  /** Major of the Java that it is compiled for. */
  readonly javaVersion: string | undefined;
  /** Artifact ids of the plugins of the build, profiles included. */
  readonly plugins: readonly string[];
  readonly dependencies: readonly string[];
  /** Version of Spring Boot; empty where it is used in a version that is not known. */
  readonly springBoot: string | undefined;
  /** True for a jar that is a shell script too: it cannot be taken apart into layers. */
  readonly executableJar: boolean;
}

export function readPom(context: BuildContext, path: string): Pom | undefined {
  const project = parseXml(context.read(path) ?? '');
  if (project?.name !== 'project') return undefined;
  const values = propertiesOf(project);
  const value = (...names: readonly string[]): string | undefined => expanded(textAt(project, ...names), values);
  const [parent] = childrenAt(project, 'parent');
  const [artifactId, version] = [value('artifactId'), value('version') ?? value('parent', 'version')];
  const plugins = pluginsOf(project);
  const named = textAt(project, 'build', 'finalName');
  return {
    path,
    groupId: value('groupId') ?? value('parent', 'groupId'),
    artifactId,
    version,
    packaging: value('packaging') ?? 'jar',
    finalName: named === undefined ? usualName(artifactId, version) : expanded(named, values),
    modules: childrenAt(project, 'modules', 'module').map(({ text }) => text),
    parent: parent && { artifactId: value('parent', 'artifactId'), version: value('parent', 'version') },
    parentPath: parent && parentPathOf(context, path, parent),
    javaVersion: javaVersionOf(project, values),
    plugins: plugins.flatMap(plugin => textAt(plugin, 'artifactId') ?? []),
    dependencies: childrenAt(project, 'dependencies', 'dependency').flatMap(one => textAt(one, 'artifactId') ?? []),
    springBoot: springBootOf(project, plugins, values),
    executableJar: plugins.some(plugin => textAt(plugin, 'configuration', 'executable') === 'true'),
  };
}

function usualName(artifactId: string | undefined, version: string | undefined): string | undefined {
  return artifactId === undefined || version === undefined ? undefined : `${artifactId}-${version}`;
}

function propertiesOf(project: XmlElement): Map<string, string> {
  const values = new Map(
    childrenAt(project, 'properties').flatMap(({ children }) => children.map(({ name, text }) => [name, text])),
  );
  for (const name of ['groupId', 'artifactId', 'version', 'packaging']) {
    const text = textAt(project, name) ?? (name === 'artifactId' ? undefined : textAt(project, 'parent', name));
    if (text !== undefined)
      for (const prefix of ['project.', 'pom.', '']) if (!values.has(prefix + name)) values.set(prefix + name, text);
  }
  return values;
}

const MAX_ROUNDS = 5;

/** Undefined where a property is left that the file does not set. */
function expanded(text: string | undefined, values: ReadonlyMap<string, string>): string | undefined {
  let result = text;
  for (let round = 0; round < MAX_ROUNDS && result?.includes('${'); round++) {
    const next: string = result.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => values.get(name) ?? whole);
    if (next === result || next.length > 1000) break;
    result = next;
  }
  return result?.includes('${') ? undefined : result;
}

function pluginsOf(project: XmlElement): readonly XmlElement[] {
  const builds = [...childrenAt(project, 'build'), ...childrenAt(project, 'profiles', 'profile', 'build')];
  return builds.flatMap(build => childrenAt(build, 'plugins', 'plugin'));
}

function javaVersionOf(project: XmlElement, values: ReadonlyMap<string, string>): string | undefined {
  const compiler = pluginsOf(project).find(plugin => textAt(plugin, 'artifactId') === 'maven-compiler-plugin');
  const stated = [
    textAt(compiler, 'configuration', 'release'),
    values.get('maven.compiler.release'),
    values.get('java.version'),
    textAt(compiler, 'configuration', 'target'),
    values.get('maven.compiler.target'),
    values.get('maven.compiler.source'),
  ].map(text => expanded(text, values));
  return stated.find(text => text !== undefined)?.replace(/^1\./, '');
}

function springBootOf(
  project: XmlElement,
  plugins: readonly XmlElement[],
  values: ReadonlyMap<string, string>,
): string | undefined {
  if (textAt(project, 'parent', 'artifactId') === 'spring-boot-starter-parent') {
    return expanded(textAt(project, 'parent', 'version'), values) ?? '';
  }
  const plugin = plugins.find(one => textAt(one, 'artifactId') === 'spring-boot-maven-plugin');
  return plugin && (expanded(textAt(plugin, 'version'), values) ?? values.get('spring-boot.version') ?? '');
}

function parentPathOf(context: BuildContext, path: string, parent: XmlElement): string | undefined {
  const [relative] = childrenAt(parent, 'relativePath');
  if (relative?.text === '') return undefined;
  const target = joinPath(folderOf(path), relative?.text ?? '../pom.xml');
  const file = target !== undefined && context.stat(target)?.kind === 'folder' ? joinPath(target, 'pom.xml') : target;
  return file !== undefined && context.stat(file)?.kind === 'file' ? file : undefined;
}
