import { aptInstall } from '../parts/apt-install.ts';
import { readCargoToml } from '../../context/manifests/cargo.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { fresh } from '../draft.ts';
import { seenFrom, ship } from '../parts/artefact-recipe.ts';
import { builds } from '../parts/compile.ts';
import { linkedLibraries, type LinkedLibraries } from '../parts/cargo-libraries.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { distroless, onSuite, suiteOf } from '../parts/runtime-image.ts';
import { keyword } from '../parts/keyword.ts';
import { execForm, hasCommand, lastOf, ownArgv } from '../parts/start.ts';
import type { Obligation, Rung } from '../plan.ts';
import { type Project, resolvePath, seenAt, seenIn, uses } from '../project.ts';
import { type Proposal, type Recipe, refused } from '../recipe.ts';

export const rust: Recipe = {
  id: 'rust',
  name: 'Rust',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === 'rust' &&
    project.final.acts.some(act => uses(act, 'rust', 'build')),
  propose: proposeRust,
};

function proposeRust(project: Project, rung: Exclude<Rung, 'T0'>): Proposal {
  const image = project.final.image;
  const workdir = finalWorkdir(project, '/');
  const suite = image === undefined ? undefined : suiteOf(image);
  const built = binary(project);
  const start = lastOf(project.final, 'ENTRYPOINT') ?? lastOf(project.final, 'CMD');
  if (image === undefined || workdir === undefined || start === undefined)
    return refused(rung, 'What the image starts is not known.', { hazard: 54, evidence: seenFrom(project) });
  if (built === undefined)
    return refused(rung, 'Which program the build makes, or what is started, is not known.', {
      hazard: 21,
      evidence: [seenAt(project, start)],
      remedy: 'Start the program by its path, as target/release/NAME.',
    });
  const libraries = linkedLibraries(project.context, suite);
  if (libraries.unknown !== undefined)
    return refused(rung, `${libraries.unknown} links a library that is not known.`, {
      hazard: 18,
      evidence: [seenIn(project.context, libraries.file, libraries.unknown)],
    });
  if (suite?.startsWith('alpine') === true && rung === 'T2')
    return refused(rung, 'The alpine image links musl; the distroless image has glibc.', {
      hazard: 10,
      evidence: seenFrom(project),
      remedy: 'Build on rust:…-trixie.',
    });
  if (rung === 'T2' && !libraries.distroless)
    return refused(rung, `${libraries.names.join(', ')}: the distroless image lacks the library.`, {
      hazard: 18,
      evidence: libraries.names.map(name => seenIn(project.context, 'Cargo.lock', name)),
    });
  const onTrixie = suite === 'trixie' || libraries.names.length === 0 ? undefined : onSuite(image, 'trixie')?.text;
  const alpine = /^alpine(.*)$/.exec(suite ?? '')?.[1];
  const slim = alpine === undefined ? `debian:${suite ?? 'trixie'}-slim` : `alpine${alpine === '' ? '' : `:${alpine}`}`;
  const packages =
    rung === 'T1' && alpine === undefined
      ? ['ca-certificates', ...libraries.packages]
      : rung === 'T1'
        ? ['libgcc']
        : [];
  return ship(project, {
    ecosystem: 'rust',
    rung,
    builderImage: rung === 'T2' ? onTrixie : undefined,
    runtime: nonroot => (rung === 'T2' ? distroless('cc', nonroot) : slim),
    workdir,
    artefacts: [{ from: built.path, to: built.target }],
    top: installEntry(project, packages, alpine !== undefined),
    command: instruction =>
      built.start !== undefined && hasCommand(instruction)
        ? { lead: '', text: execForm(project, instruction, built.start), origin: instruction }
        : undefined,
    obligations: [libraryObligation(project, libraries)],
    leaves: 'The compiler, the registry and target/',
  });
}

function installEntry(project: Project, packages: readonly string[], alpine: boolean) {
  if (!alpine) return aptInstall(project, packages);
  return packages.length === 0 ? [] : [fresh(`${keyword(project, 'RUN')} apk add --no-cache ${packages.join(' ')}`)];
}

interface Built {
  readonly path: string;
  readonly target: string;
  /** What the image is to start, where the original's words do not fit. */
  readonly start: readonly string[] | undefined;
}

/** The program of `cargo build` or `cargo install` that the image starts. */
function binary(project: Project): Built | undefined {
  const { final, context } = project;
  const argv = ownArgv(final);
  const act = builds(project).findLast(({ effects }) =>
    effects.some(effect => effect.kind === 'build' && effect.tool === 'cargo'),
  );
  const command = act?.effects.find(effect => effect.kind === 'build' && effect.tool === 'cargo')?.command;
  const workdir = finalWorkdir(project, '/') ?? '/';
  if (argv?.[0] === undefined || command === undefined || act === undefined) return undefined;
  const words = command.words.map(({ value }) => value ?? '');
  const manifest = readCargoToml(context, 'Cargo.toml');
  if (words[1] === 'install') {
    const name = argv[0].replace(/^.*\//, '');
    return manifest?.binaries.includes(name) === true
      ? {
          path: `/usr/local/cargo/bin/${name}`,
          target: `/usr/local/bin/${name}`,
          start: argv[0].includes('/') ? [`/usr/local/bin/${name}`, ...argv.slice(1)] : undefined,
        }
      : undefined;
  }
  const profile = words.includes('--release') || words.includes('-r') ? 'release' : (profileOf(words) ?? 'debug');
  const triple = words[words.indexOf('--target') + 1];
  const folder =
    `${act.workdir ?? '/'}/target/${words.includes('--target') && triple !== undefined ? `${triple}/` : ''}${profile}`.replace(
      /\/+/g,
      '/',
    );
  if (argv[0] === 'cargo' && argv[1] === 'run') {
    const name =
      nameAfter(argv, '--bin') ??
      manifest?.defaultRun ??
      (manifest?.binaries.length === 1 ? manifest.binaries[0] : undefined);
    const rest = argv.includes('--') ? argv.slice(argv.indexOf('--') + 1) : [];
    return name === undefined || !(argv.includes('--release') === (profile === 'release'))
      ? undefined
      : { path: `${folder}/${name}`, target: `/usr/local/bin/${name}`, start: [`/usr/local/bin/${name}`, ...rest] };
  }
  const started = resolvePath(workdir, argv[0]);
  const name = argv[0].replace(/^.*\//, '');
  if (started === `${folder}/${name}` && (manifest?.binaries.includes(name) !== false || manifest.isWorkspace))
    return { path: started, target: `/usr/local/bin/${name}`, start: [`/usr/local/bin/${name}`, ...argv.slice(1)] };
  return copied(project, folder, started, argv[0]);
}

/** A program that a RUN copies or moves out of target/ to where it is started from. */
function copied({ final }: Project, folder: string, started: string | undefined, program: string): Built | undefined {
  const moves = final.acts.flatMap(act =>
    act.effects.flatMap(effect => (effect.kind === 'files' ? [{ command: effect.command, workdir: act.workdir }] : [])),
  );
  const found = moves.find(({ command, workdir }) => movesTo(command, workdir, folder, started, program));
  if (found === undefined) return undefined;
  const target =
    started !== undefined && program.includes('/')
      ? started
      : resolvePath(found.workdir, found.command.words.at(-1)?.value ?? '');
  return target === undefined ? undefined : { path: target, target, start: undefined };
}

function movesTo(
  command: ShellCommand,
  workdir: string | undefined,
  folder: string,
  started: string | undefined,
  program: string,
): boolean {
  const [name, ...words] = command.words.map(({ value }) => value ?? '');
  const [source, target] = words
    .filter(word => !word.startsWith('-'))
    .slice(-2)
    .map(word => resolvePath(workdir, word));
  const fits =
    target !== undefined && (target === started || (!program.includes('/') && target.endsWith(`/bin/${program}`)));
  return /^(?:cp|mv|install)$/.test(name ?? '') && source?.startsWith(`${folder}/`) === true && fits;
}

function profileOf(words: readonly string[]): string | undefined {
  return nameAfter(words, '--profile');
}

function nameAfter(words: readonly string[], flag: string): string | undefined {
  const at = words.indexOf(flag);
  return at === -1 ? undefined : words[at + 1];
}

function libraryObligation({ context }: Project, { names }: LinkedLibraries): Obligation {
  const claim =
    names.length === 0
      ? 'No locked crate links a library of the system.'
      : `The runtime image has the libraries of ${names.join(', ')}.`;
  return {
    hazard: 18,
    verdict: 'proven',
    claim,
    evidence: names.map(name => seenIn(context, 'Cargo.lock', name)),
    remedy: undefined,
  };
}
