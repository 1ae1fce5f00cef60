import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath, nameOf } from '../clean-path.ts';
import { readJson } from './json.ts';
import { asText, asTable } from './values.ts';
import { childrenAt, parseXml, type XmlElement } from './xml.ts';

export interface DotnetProject {
  readonly path: string;
  /** `Microsoft.NET.Sdk.Web`… */
  readonly sdk: string | undefined;
  /** `net8.0`…; several where it is built for several. Empty where a property file sets them. */
  readonly targetFrameworks: readonly string[];
  readonly assemblyName: string;
  readonly outputType: string | undefined;
  readonly isWeb: boolean;
  readonly invariantGlobalization: boolean;
  readonly publishAot: boolean;
  readonly selfContained: boolean;
  readonly packages: readonly string[];
  readonly frameworkReferences: readonly string[];
  /** Projects that it refers to, from the context's root; undefined for one outside of it. */
  readonly projectReferences: readonly (string | undefined)[];
}

/** Reads a .csproj, .fsproj or .vbproj. */
export function readDotnetProject(context: BuildContext, path: string): DotnetProject | undefined {
  const project = parseXml(context.read(path) ?? '');
  if (project?.name !== 'Project') return undefined;
  const property = (name: string): string | undefined =>
    childrenAt(project, 'PropertyGroup', name).at(-1)?.text || undefined;
  const sdk = project.attributes.get('Sdk');
  const frameworks = property('TargetFrameworks') ?? property('TargetFramework') ?? '';
  const frameworkReferences = includes(project, 'FrameworkReference');
  const name = property('AssemblyName');
  return {
    path,
    sdk,
    targetFrameworks: frameworks
      .split(';')
      .map(text => text.trim())
      .filter(text => text !== '' && !text.includes('$(')),
    assemblyName: name === undefined || name.includes('$(') ? nameOf(path).replace(/\.\w+$/, '') : name,
    outputType: property('OutputType'),
    isWeb:
      sdk?.startsWith('Microsoft.NET.Sdk.Web') === true || frameworkReferences.includes('Microsoft.AspNetCore.App'),
    invariantGlobalization: isTrue(property('InvariantGlobalization')),
    publishAot: isTrue(property('PublishAot')),
    selfContained: isTrue(property('SelfContained')),
    packages: includes(project, 'PackageReference'),
    frameworkReferences,
    projectReferences: includes(project, 'ProjectReference').map(target => joinPath(folderOf(path), slashes(target))),
  };
}

function includes(project: XmlElement, name: string): string[] {
  return childrenAt(project, 'ItemGroup', name).flatMap(({ attributes }) => attributes.get('Include') ?? []);
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true';
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** The projects of a .sln or .slnx, from the context's root. */
export function readSolution(context: BuildContext, path: string): readonly string[] | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  const found = text.matchAll(/"([^"\n]+\.(?:cs|fs|vb)proj)"/g);
  return Array.from(found).flatMap(([, target = '']) => joinPath(folderOf(path), slashes(target)) ?? []);
}

/** The SDK version of global.json. */
export function sdkVersion(context: BuildContext, folder: string): string | undefined {
  const json = readJson(context, joinPath(folder, 'global.json') ?? '');
  return json && asText(asTable(json['sdk'])['version']);
}
