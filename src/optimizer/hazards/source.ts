import { scan } from '../source-scan.ts';
import type { SourceFact, SourceFactKind } from '../../context/sources/source-fact.ts';
import { copiesContext, type Project, seenAt } from '../project.ts';
import { manifestsOf } from '../parts/node-workspace.ts';
import { commandsOf } from '../../shell/commands.ts';
import { matchSources } from '../../context/copy-match.ts';
import { isInert } from '../inert-files.ts';
import { type Case, fails, holds, type Judgement } from './hazard.ts';
import { installedPrograms } from './programs.ts';
import { isShellLess } from './starting.ts';

function facts({ before, ecosystem }: Case, ...kinds: readonly SourceFactKind[]): readonly SourceFact[] {
  return scan(before.context, ecosystem).of(...kinds);
}

/** Programs that are the interpreter itself, and so surely there. */
const INTERPRETERS = /^(?:python3?|node|java|dotnet|ruby|php)$/;

/** The program itself, once more. */
const ITSELF = /\bos\.Args\[0\]|\/proc\/self\/exe|\bprocess\.execPath\b|\bsys\.executable\b|\bcurrent_exe\(\)/;

export function spawnedPrograms(of: Case): Judgement | undefined {
  if (of.rung === 'T0') return undefined;
  const shells = facts(of, 'shell');
  if (shells.length > 0 && isShellLess(of))
    return fails(
      'The source starts a shell, and the runtime image has none.',
      shells,
      'Start the program itself, without a shell.',
    );
  const installed = installedPrograms(of.after);
  for (const sighting of facts(of, 'spawns')) {
    const name = sighting.detail?.replace(/^.*\//, '');
    if (/^(?:import|const|from|var|let)\b/.test(sighting.text) && name === undefined) continue;
    if (name === undefined && ITSELF.test(sighting.text)) continue;
    if (name === undefined || name === '')
      return fails(
        'The source starts a program whose name is not a literal.',
        [sighting],
        'Make sure that the runtime image has the program, and accept it with --assume H20.',
      );
    if (INTERPRETERS.test(name) || installed.has(name)) continue;
    // What the original lacks as well is not lost.
    if (of.baseWas?.has(name) === false && !installedPrograms(of.before).has(name)) continue;
    if (of.baseIs?.has(name) !== true)
      return fails(
        `The source starts ${name}, which the runtime image is not known to have.`,
        [sighting],
        `Install ${name} in the final stage.`,
      );
  }
  return scan(of.before.context, of.ecosystem).isComplete
    ? holds('The source starts no program that the runtime image lacks.')
    : fails('Not every source file could be read, or none is in the context.', []);
}

/** Files of the context that the original has in its image, the rewrite lacks, and a program might want. */
function lackingFiles({ before, after, ecosystem }: Case): string[] {
  const is = copiedFiles(after);
  const embedded = ecosystem === 'go' ? embeddedPaths(before) : [];
  return [...copiedFiles(before)].filter(
    file => !is.has(file) && !isInert(file) && !embedded.some(path => file === path || file.startsWith(`${path}/`)),
  );
}

/** Paths that Go compiles into the program. */
function embeddedPaths({ context }: Project): string[] {
  return context
    .files()
    .filter(file => file.endsWith('.go'))
    .flatMap(file => {
      const folder = file.slice(0, file.lastIndexOf('/') + 1);
      const lines = (context.read(file) ?? '').match(/^\/\/go:embed .*$/gm) ?? [];
      return lines
        .flatMap(line => line.slice('//go:embed '.length).split(/\s+/))
        .map(
          path =>
            folder +
            path
              .replace(/^all:/, '')
              .replace(/\/?\*.*/, '')
              .replace(/"/g, ''),
        );
    });
}

export function filesRead(of: Case): Judgement | undefined {
  if (of.rung === 'T0') return undefined;
  const lacking = lackingFiles(of);
  const [first] = lacking;
  if (first === undefined) return holds('The final stage has every file of the context that the program could read.');
  for (const sighting of facts(of, 'reads')) {
    const path = sighting.detail
      ?.replace(/^\.?\//, '')
      .replace(/\/?\*.*/, '')
      .replace(/\/$/, '');
    if (path === undefined || path === '' || path === '.')
      return fails(
        `The source reads files whose names are not written out; ${first} would be missing.`,
        [sighting],
        'Copy the files into the final stage, and accept it with --assume H21.',
      );
    const missing = lacking.find(file => file === path || file.startsWith(`${path}/`) || file.endsWith(`/${path}`));
    if (missing !== undefined)
      return fails(
        `The source reads ${path}, which the final stage would not have.`,
        [sighting],
        `COPY ${path} into the final stage.`,
      );
  }
  if (!scan(of.before.context, of.ecosystem).isComplete)
    return fails('Not every source file could be read, or none is in the context.', []);
  return holds(`No source line reads a file that is left out, such as ${first}.`);
}

/** Files of the context that end up in the final stage: copied there, or copied whole from a stage that has them. */
export function copiedFiles(project: Project): ReadonlySet<string> {
  const known = copied.get(project) ?? findCopied(project);
  copied.set(project, known);
  return known;
}

const copied = new WeakMap<Project, ReadonlySet<string>>();

function findCopied(project: Project): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { instruction } of project.final.acts) {
    if (!copiesContext(instruction)) continue;
    for (const { text } of instruction.sources) for (const file of matchSources(project.context, text)) found.add(file);
  }
  for (const { instruction } of project.final.acts) {
    if (instruction.keyword !== 'COPY' || instruction.from === undefined) continue;
    const source = project.stages.find(({ stage }) => stage.name === instruction.from?.value?.toLowerCase());
    for (const act of source?.acts ?? []) {
      if (!copiesContext(act.instruction)) continue;
      const roots = instruction.sources.map(({ text }) => text.replace(/\/$/, ''));
      for (const { text } of act.instruction.sources) {
        for (const file of matchSources(project.context, text)) {
          const place = `${act.workdir ?? ''}/${file}`.replace(/\/+/g, '/');
          if (roots.some(root => place === root || place.startsWith(`${root}/`))) found.add(file);
        }
      }
    }
  }
  return found;
}

export function ownManifest(of: Case): Judgement | undefined {
  if (of.ecosystem !== 'node') return undefined;
  const uses = facts(of, 'metadata');
  if (uses.length === 0) return undefined;
  return copiedFiles(of.after).has('package.json')
    ? holds('package.json, which the source reads, is copied.', uses)
    : fails('The source reads package.json, which the final stage lacks.', uses);
}

/** Build tools that write what is imported into their output. */
const BUNDLERS = [
  'vite',
  'webpack',
  'rollup',
  'rolldown',
  'esbuild',
  'tsup',
  'tsdown',
  '@vercel/ncc',
  'parcel',
  'next',
  'nuxt',
  'astro',
];
/** Files that only the build reads. */
const TOOLING = /\.config\.\w+$|(?:^|\/)(?:(?:gulpfile|Gruntfile|\.[\w-]+rc)\.\w+$|scripts?\/)/;

/** Development dependencies that the program itself imports. */
export function developmentImports({ before, after, ecosystem }: Case): Judgement | undefined {
  if (ecosystem !== 'node') return undefined;
  const omits = after.stages.some(({ acts }) =>
    acts.some(({ instruction }) =>
      commandsOf(instruction).some(({ words }) =>
        /--omit=dev|--production|--prod\b|prune/.test(words.map(({ text }) => text).join(' ')),
      ),
    ),
  );
  const manifests = manifestsOf(before);
  if (!omits || manifests.length === 0) return undefined;
  const shipped = new Set(manifests.flatMap(({ dependencies }) => [...dependencies.keys()]));
  const names = manifests.flatMap(({ devDependencies }) => [...devDependencies.keys()]);
  const development = new Set(names.filter(name => !shipped.has(name)));
  const bundler = BUNDLERS.find(name => development.has(name) || shipped.has(name));
  const builds = before.stages.some(({ acts }) =>
    acts.some(({ effects }) => effects.some(({ kind }) => kind === 'build')),
  );
  if (builds && bundler !== undefined)
    return holds(`The build bundles with ${bundler}: what it made names no package that it does not need.`);
  const found = scan(before.context, ecosystem)
    .of('imports')
    .find(
      ({ detail, file, text }) =>
        detail !== undefined &&
        development.has(detail) &&
        !(builds && (TOOLING.test(file) || /^\s*import\s+type\b/.test(text))),
    );
  if (found !== undefined)
    return fails(
      `${found.file} imports ${found.detail ?? ''}, which is a development dependency.`,
      [found],
      `Move ${found.detail ?? 'it'} to "dependencies".`,
    );
  return holds(`No source file names one of the ${development.size} development dependencies that are left out.`);
}

/** Folders that a whole copy of the context would lay over what was installed. */
const INSTALLED = /^(?:node_modules|\.venv|venv|vendor\/bundle|_build|deps|target)$/;

function topFolder(file: string): string {
  const slash = file.indexOf('/');
  return slash === -1 ? file : file.slice(0, slash);
}

export function hostFolders({ after }: Case): Judgement | undefined {
  const { context } = after;
  const top = [...new Set(context.files().map(topFolder))].filter(name => INSTALLED.test(name));
  const copy = after.stages
    .flatMap(({ acts }) => acts)
    .find(
      ({ instruction }) =>
        copiesContext(instruction) && instruction.sources.some(({ text }) => text === '.' || text === './'),
    );
  if (copy === undefined) return undefined;
  if (top.length === 0) return holds('No installed folder of the host is in the context.');
  return fails(
    `${top.join(', ')} of the host would be copied over what was installed.`,
    [seenAt(after, copy.instruction)],
    `Put ${top.join(', ')} into .dockerignore.`,
  );
}
