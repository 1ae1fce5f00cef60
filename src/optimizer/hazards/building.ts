import { readPackageJson } from '../../context/manifests/package-json.ts';
import { readPyProject } from '../../context/manifests/pyproject.ts';
import { matchSources } from '../../context/copy-match.ts';
import { installManifests } from '../parts/install-manifests.ts';
import { type Project, copiesContext, seenAt, seenIn } from '../project.ts';
import { type Case, type Judgement, fails, holds } from './hazard.ts';

function runTexts(project: Project) {
  return project.stages.flatMap(({ acts }) =>
    acts.flatMap(({ instruction, workdir }) =>
      instruction.keyword === 'RUN' ? [{ instruction, workdir, text: instruction.body.text }] : [],
    ),
  );
}

/** Install scripts of the project itself that a copy of manifests alone would break. */
export function installScripts({ before, after, ecosystem }: Case): Judgement | undefined {
  if (ecosystem !== 'node') return undefined;
  const manifest = readPackageJson(before.context, 'package.json');
  const scripts = ['preinstall', 'install', 'postinstall', 'prepare'].filter(
    name => manifest?.scripts.has(name) === true,
  );
  const [first] = scripts;
  if (first === undefined) return undefined;
  const evidence = [seenIn(before.context, 'package.json', `"${first}"`)];
  if (runTexts(after).some(installsLess) && !runTexts(before).some(installsLess))
    return fails(
      `The install runs the project's own ${first} script, which may need development tools.`,
      evidence,
      'Install with the development dependencies and prune them afterwards.',
    );
  return holds(`The ${first} script runs with everything that it had before.`, evidence);
}

/** An install without development dependencies that runs scripts; taking those packages out afterwards runs none. */
function installsLess({ text }: { readonly text: string }): boolean {
  return /--omit=dev|--production|--only=prod/.test(text) && !/\bprune\b|--ignore-scripts/.test(text);
}

/** Packages that put what they make into node_modules or beside it. */
export function generatedArtefacts({ after, ecosystem }: Case): Judgement | undefined {
  if (ecosystem !== 'node') return undefined;
  const generating = runTexts(after).find(({ text }) =>
    /\b(?:prisma generate|patch-package|ngcc|electron-rebuild)\b/.test(text),
  );
  if (generating === undefined) return undefined;
  const stage = generating.instruction.stage?.name;
  const source = after.final.acts.find(
    ({ instruction }) =>
      instruction.keyword === 'COPY' &&
      instruction.from !== undefined &&
      instruction.sources.some(({ text }) => text.includes('node_modules') || text === generating.workdir),
  );
  if (source === undefined) return undefined;
  const from = source.instruction.keyword === 'COPY' ? source.instruction.from?.value : undefined;
  return from === stage
    ? holds('node_modules comes from the stage that generates into it.', [seenAt(after, generating.instruction)])
    : fails('What is generated into node_modules would be lost: it comes from another stage.', [
        seenAt(after, generating.instruction),
      ]);
}

/** The same manifests, resolved more than once. */
export function oneResolution({ before, after }: Case): Judgement | undefined {
  const installs = (project: Project): number =>
    new Set(
      project.stages
        .filter(({ acts }) => acts.some(({ effects }) => effects.some(({ kind }) => kind === 'dependencies')))
        .map(({ stage }) => stage.index),
    ).size;
  const locked = [
    'package-lock.json',
    'npm-shrinkwrap.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'bun.lock',
    'bun.lockb',
    'poetry.lock',
    'uv.lock',
    'Pipfile.lock',
    'go.sum',
    'Cargo.lock',
    'Gemfile.lock',
    'composer.lock',
    'mix.lock',
  ].find(file => before.context.stat(file) !== undefined);
  const count = installs(after);
  if (count === 0) return undefined;
  if (count === 1 || locked !== undefined)
    return holds(
      locked === undefined ? 'Dependencies are resolved in one stage only.' : `${locked} fixes the versions.`,
    );
  return installs(before) >= count
    ? holds('Dependencies are resolved as often as before.')
    : fails('Without a lock file two installs may come to different versions.');
}

/** Tests and linters that the original ran on its way to the image. */
export function testsStay({ before, after }: Case): Judgement | undefined {
  const names = (project: Project): string[] =>
    project.stages.flatMap(({ acts }) =>
      acts.flatMap(({ effects }) =>
        effects.flatMap(effect =>
          effect.kind === 'test' ? effect.command.words.map(({ text }) => text).join(' ') : [],
        ),
      ),
    );
  const was = names(before);
  if (was.length === 0) return undefined;
  const is = names(after);
  const lost = was.find(text => !is.includes(text));
  return lost === undefined
    ? holds('The tests still run before the image is made.')
    : fails(`\`${lost}\` would not run any more.`);
}

export function gitMetadata({ before }: Case): Judgement | undefined {
  const project = readPyProject(before.context, 'pyproject.toml');
  const asks = runTexts(before).find(({ text }) => /\bgit (?:describe|rev-parse|log|submodule)\b/.test(text));
  if (project?.versionFromGit !== true && asks === undefined) return undefined;
  return holds(
    '.git stays in the context: the build asks it for a version.',
    asks === undefined ? [seenIn(before.context, 'pyproject.toml', 'scm')] : [seenAt(before, asks.instruction)],
  );
}

/** New lines of .dockerignore that would keep out what a build or the program needs. */
export function ignoreLines({ before, after }: Case): Judgement | undefined {
  if (after.context.ignoreFile?.text === before.context.ignoreFile?.text) return undefined;
  const missing = after.stages
    .flatMap(({ acts }) => acts)
    .find(
      ({ instruction }) =>
        instruction.keyword === 'COPY' &&
        instruction.from === undefined &&
        instruction.sources.some(
          ({ text }) =>
            !/[*?[$]/.test(text) &&
            text !== '.' &&
            after.context.stat(text.replace(/^\.\//, '').replace(/\/$/, '')) !== undefined &&
            after.context.ignores(text.replace(/^\.\//, '').replace(/\/$/, '')) &&
            !before.context.ignores(text.replace(/^\.\//, '').replace(/\/$/, '')),
        ),
    );
  return missing === undefined
    ? holds('The new lines of .dockerignore let in everything that is copied by name.')
    : fails('.dockerignore keeps out what is copied by name.', [seenAt(after, missing.instruction)]);
}

/** Cache mounts that would hide files which the image already has, or hold what a later step copies. */
export function hidingMounts({ after, is }: Case): Judgement | undefined {
  const mounts = after.stages.flatMap(({ acts }) =>
    acts.flatMap(({ instruction }) =>
      instruction.keyword === 'RUN'
        ? instruction.mounts.filter(({ type }) => type === 'cache').map(mount => ({ mount, instruction }))
        : [],
    ),
  );
  if (mounts.length === 0) return undefined;
  const copied = after.stages.flatMap(({ acts }) =>
    acts.flatMap(({ instruction }) =>
      instruction.keyword === 'COPY' && instruction.from !== undefined
        ? instruction.sources.map(({ text }) => text)
        : [],
    ),
  );
  const started = [...(is.entrypoint ?? []), ...(is.command ?? [])];
  const hiding = mounts.find(
    ({ mount: { target = '' } }) =>
      /^(?:\/usr\/local\/cargo|\/root\/\.m2|\/root\/\.cargo|.*node_modules)\/?$/.test(target) ||
      [...copied, ...started].some(path => path === target || path.startsWith(`${target}/`)),
  );
  return hiding === undefined
    ? holds('No cache mount hides a file that a later step needs.')
    : fails(`The cache mount on ${hiding.mount.target ?? ''} hides files that are needed.`, [
        seenAt(after, hiding.instruction),
      ]);
}

export function deadMounts({ after }: Case): Judgement | undefined {
  const mounted = runTexts(after).some(
    ({ instruction }) => instruction.keyword === 'RUN' && instruction.mounts.some(({ type }) => type === 'cache'),
  );
  const found = runTexts(after).find(
    ({ instruction, text }) =>
      instruction.keyword === 'RUN' &&
      instruction.mounts.some(({ type }) => type === 'cache') &&
      /--no-cache-dir|npm cache clean|rm -rf (?:~|\/root)\/\.(?:cache|npm)|yarn cache clean/.test(text),
  );
  return found === undefined
    ? mounted
      ? holds('No step empties a cache that it mounts.')
      : undefined
    : fails('A step empties the cache that it mounts.', [seenAt(after, found.instruction)]);
}

const SECRET = /(?:TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|API_KEY|PRIVATE_KEY)/i;

export function secrets({ before, rung }: Case): Judgement | undefined {
  if (rung === 'T0') return undefined;
  const found = before.final.acts.find(
    ({ instruction }) =>
      (instruction.keyword === 'ARG' && instruction.declarations.some(({ name }) => SECRET.test(name.text))) ||
      (instruction.keyword === 'COPY' &&
        instruction.sources.some(({ text }) => /(?:^|\/)\.(?:npmrc|netrc|pypirc|aws|ssh)$/.test(text))),
  );
  return found === undefined
    ? undefined
    : fails(
        'The build takes a secret in a way that leaves it in the history of the build.',
        [seenAt(before, found.instruction)],
        'Hand it over with RUN --mount=type=secret.',
      );
}

/** The files that an install reads are there before it runs. */
export function manifestsCopied({ before, after, ecosystem }: Case): Judgement | undefined {
  const manifests = installManifests(before, ecosystem);
  if (manifests === undefined || manifests.length === 0) return undefined;
  const [was, is] = [before, after].map(project => (path: string) => isCopied(project, path));
  const missing = manifests.find(
    path => after.context.stat(path)?.kind === 'file' && was?.(path) === true && is?.(path) === false,
  );
  if (missing !== undefined)
    return fails(`The install reads ${missing}, which no stage copies.`, [
      { file: missing, line: undefined, text: missing },
    ]);
  return holds(`The install reads ${manifests.join(', ')}, and all of it is copied before.`);
}

function isCopied({ stages, context }: Project, path: string): boolean {
  return stages.some(({ acts }) =>
    acts.some(
      ({ instruction }) =>
        copiesContext(instruction) &&
        instruction.sources.some(({ text }) => matchSources(context, text).includes(path)),
    ),
  );
}
