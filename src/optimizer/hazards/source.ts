import { scan, type Sighting } from '../source-scan.ts';
import { copiesContext, type Project, seenAt } from '../project.ts';
import { readPackageJson } from '../../context/manifests/package-json.ts';
import { commandsOf } from '../../shell/commands.ts';
import { matchSources } from '../../context/copy-match.ts';
import { type Case, fails, holds, type Judgement } from './hazard.ts';
import { installedPrograms } from './programs.ts';
import { isShellLess } from './starting.ts';

function traits({ before, ecosystem }: Case, ...wanted: readonly Sighting['trait'][]): Sighting[] {
  return scan(before.context, ecosystem).sightings.filter(({ trait }) => wanted.includes(trait));
}

/** Programs that are the interpreter itself, and so surely there. */
const INTERPRETERS = /^(?:python3?|node|java|dotnet|ruby|php)$/;

export function spawnedPrograms(of: Case): Judgement | undefined {
  if (of.rung === 'T0') return undefined;
  const shells = traits(of, 'shell');
  if (shells.length > 0 && isShellLess(of)) return fails('The source starts a shell, and the runtime image has none.', shells, 'Start the program itself, without a shell.');
  const installed = installedPrograms(of.after);
  for (const sighting of traits(of, 'spawns')) {
    const name = sighting.subject?.replace(/^.*\//, '');
    if (/^(?:import|const|from|var|let)\b/.test(sighting.text) && name === undefined) continue;
    if (name === undefined || name === '') return fails('The source starts a program whose name is not a literal.', [sighting], 'Make sure that the runtime image has the program, and accept it with --assume H20.');
    if (INTERPRETERS.test(name) || installed.has(name)) continue;
    if (of.baseIs?.has(name) !== true) return fails(`The source starts ${name}, which the runtime image is not known to have.`, [sighting], `Install ${name} in the final stage.`);
  }
  return scan(of.before.context, of.ecosystem).isComplete ? holds('The source starts no program that the runtime image lacks.') : fails('Not every source file could be read.', []);
}

/** Files that the source reads and the final stage does not have. */
export function filesRead(of: Case): Judgement | undefined {
  const { before, after, rung } = of;
  if (rung === 'T0') return undefined;
  const was = copiedFiles(before);
  const is = copiedFiles(after);
  if ([...was].every(file => is.has(file))) return holds('The final stage copies every file of the context that the original had.');
  for (const sighting of traits(of, 'reads')) {
    const path = sighting.subject?.replace(/^\.?\//, '').replace(/\/?\*.*$/, '');
    if (path === undefined || path === '') return fails('The source reads a file whose name is not a literal.', [sighting], 'Copy the file into the final stage, and accept it with --assume H21.');
    const needed = [...was].filter(file => file === path || file.startsWith(`${path}/`) || file.endsWith(`/${path}`));
    const lacking = needed.find(file => !is.has(file));
    if (lacking !== undefined && !sighting.text.includes('embed')) return fails(`The source reads ${path}, which the final stage would not have.`, [sighting], `COPY ${path} into the final stage.`);
  }
  return scan(before.context, of.ecosystem).isComplete ? holds('The files that the source reads by name are copied, or were never there.') : fails('Not every source file could be read.', []);
}

/** Files of the context that end up in the final stage: copied there, or copied whole from a stage that has them. */
export function copiedFiles(project: Project): ReadonlySet<string> {
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
  const uses = traits(of, 'ownManifest');
  if (uses.length === 0) return undefined;
  return copiedFiles(of.after).has('package.json') ? holds('package.json, which the source reads, is copied.', uses) : fails('The source reads package.json, which the final stage lacks.', uses);
}

/** Development dependencies that the program itself imports. */
export function developmentImports({ before, after, ecosystem }: Case): Judgement | undefined {
  if (ecosystem !== 'node') return undefined;
  const omits = after.stages.some(({ acts }) => acts.some(({ instruction }) => commandsOf(instruction).some(({ words }) => /--omit=dev|--production|--prod\b|prune/.test(words.map(({ text }) => text).join(' ')))));
  const manifest = readPackageJson(before.context, 'package.json');
  if (!omits || manifest === undefined) return undefined;
  const development = [...manifest.devDependencies.keys()].filter(name => !manifest.dependencies.has(name));
  const builds = before.stages.some(({ acts }) => acts.some(({ effects }) => effects.some(({ kind }) => kind === 'build')));
  const sources = before.context.files().filter(file => /\.[cm]?js$/.test(file) && !/(?:^|\/)(?:test|tests|__tests__|spec|node_modules|scripts|public|client)\/|\.(?:test|spec|config)\.[cm]?js$/.test(file));
  for (const file of builds ? [] : sources) {
    const text = before.context.read(file) ?? '';
    const found = development.find(name => text.includes(`'${name}'`) || text.includes(`"${name}"`) || text.includes(`'${name}/`) || text.includes(`"${name}/`));
    if (found !== undefined) return fails(`${file} uses ${found}, which is a development dependency.`, [{ file, line: 1 + text.slice(0, text.indexOf(found)).split('\n').length - 1, text: found }], `Move ${found} to "dependencies".`);
  }
  return holds(`No source file names one of the ${development.length} development dependencies that are left out.`);
}

/** Folders that a whole copy of the context would lay over what was installed. */
const INSTALLED = /^(?:node_modules|\.venv|venv|vendor\/bundle|_build|deps|target)$/;

export function hostFolders({ after }: Case): Judgement | undefined {
  const { context } = after;
  const top = [...new Set(context.files().map(file => file.split('/')[0] ?? ''))].filter(name => INSTALLED.test(name));
  const copy = after.stages.flatMap(({ acts }) => acts).find(({ instruction }) => copiesContext(instruction) && instruction.sources.some(({ text }) => text === '.' || text === './'));
  if (copy === undefined) return undefined;
  if (top.length === 0) return holds('No installed folder of the host is in the context.');
  return fails(`${top.join(', ')} of the host would be copied over what was installed.`, [seenAt(after, copy.instruction)], `Put ${top.join(', ')} into .dockerignore.`);
}
