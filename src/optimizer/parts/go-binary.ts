import { goPackages, readGoMod } from '../../context/manifests/go-mod.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { builds } from './compile.ts';
import { finalWorkdir } from './workdir.ts';
import { lastOf, ownArgv } from './start.ts';
import type { Refusal } from '../plan.ts';
import { type Project, resolvePath, seenAt } from '../project.ts';
import { refusal } from '../recipe.ts';

export interface Binary {
  /** Where the build puts it, absolute. */
  readonly path: string;
  /** The command that builds it; undefined where the image compiles when it starts. */
  readonly command: ShellCommand | undefined;
  /** Where the final stage has it. */
  readonly target: string;
  /** True where the start has to name it anew. */
  readonly renamed: boolean;
}

export function runsSource({ final }: Project): boolean {
  const argv = ownArgv(final);
  return argv?.[0] === 'go' && argv[1] === 'run';
}

/** What the image starts, and where the build puts it; a refusal where the two do not meet. */
export function binaryOf(project: Project): Binary | Refusal {
  const workdir = finalWorkdir(project, '/go');
  const argv = ownArgv(project.final);
  const start = lastOf(project.final, 'ENTRYPOINT') ?? lastOf(project.final, 'CMD');
  if (start === undefined || workdir === undefined)
    return refusal('T1', 'The image starts nothing of its own.', {
      hazard: 54,
      evidence: [seenAt(project, project.final.stage.from)],
      remedy: 'Say with CMD or ENTRYPOINT what it starts.',
    });
  if (runsSource(project)) {
    const [target = '.'] = (argv ?? []).slice(2).filter(word => !word.startsWith('-'));
    if (target.endsWith('.go') && goPackages(project.context, '').mains.length !== 1)
      return refusal('T1', 'Which package `go run` compiles is not clear.', { evidence: [seenAt(project, start)] });
    const name = baseName(project, target.endsWith('.go') ? '.' : target);
    return { path: `/out/${name}`, command: undefined, target: `/usr/local/bin/${name}`, renamed: true };
  }
  const command = builds(project)
    .flatMap(({ effects }) => effects)
    .findLast(effect => effect.kind === 'build' && effect.tool === 'go')?.command;
  const built = command === undefined ? undefined : outputOf(project, command);
  const [program] = argv ?? shellProgram(project);
  if (command === undefined || built === undefined || program === undefined)
    return refusal('T1', 'Where the build puts the program, or what is started, is not known.', {
      hazard: 21,
      evidence: [seenAt(project, start)],
      remedy: 'Name the output with `go build -o` and start it in exec form.',
    });
  const started = program.includes('/') ? resolvePath(workdir, program) : undefined;
  if (
    started === built ||
    (!program.includes('/') && built === `/go/bin/${program}`) ||
    (!program.includes('/') && /^\/usr\/(?:local\/)?bin\//.test(built) && built.endsWith(`/${program}`))
  ) {
    return {
      path: built,
      command,
      target: built.startsWith('/go/bin/') ? `/usr/local/bin/${program.replace(/^.*\//, '')}` : built,
      renamed: started !== undefined && built.startsWith('/go/bin/'),
    };
  }
  return refusal('T1', `The build makes ${built}, and the image starts ${program}.`, {
    hazard: 21,
    evidence: [seenAt(project, start)],
    remedy: 'Start what the build makes.',
  });
}

/** The program of a shell form with variables in it: its first word. */
function shellProgram({ final }: Project): readonly string[] {
  const start = lastOf(final, 'ENTRYPOINT') ?? lastOf(final, 'CMD');
  const word =
    start === undefined || start.json
      ? undefined
      : start.body.text
          .trim()
          .replace(/^exec\s+/, '')
          .split(/\s+/)[0];
  return word === undefined || /[$;&|`]/.test(word) ? [] : [word];
}

function outputOf(project: Project, command: ShellCommand): string | undefined {
  const words = command.words.map(({ value }) => value);
  if (words.includes(undefined) && words.indexOf('-o') === -1) return undefined;
  const act = project.final.acts.find(({ effects }) => effects.some(effect => effect.command === command));
  const workdir = act?.workdir;
  const [, verb] = words;
  const packages = words
    .slice(2)
    .filter(
      (word, index, rest) =>
        word !== undefined &&
        !word.startsWith('-') &&
        !/^-(?:o|ldflags|tags|gcflags|mod|p)$/.test(rest[index - 1] ?? ''),
    );
  const target = packages[0] ?? '.';
  if (verb === 'install') return `/go/bin/${baseName(project, target)}`;
  const at = words.indexOf('-o');
  const named = at === -1 ? words.find(word => word?.startsWith('-o=') === true)?.slice(3) : words[at + 1];
  const path =
    named ?? (target.endsWith('.go') ? target.replace(/^.*\//, '').replace(/\.go$/, '') : baseName(project, target));
  const whole = resolvePath(workdir, path);
  return path.endsWith('/') ? `${whole}/${baseName(project, target)}` : whole;
}

/** What `go build` calls a package's program. */
function baseName({ context }: Project, target: string): string {
  const module = readGoMod(context, 'go.mod')?.module ?? 'app';
  const path = target === '.' || target === './' ? module : target.replace(/\/$/, '').replace(/@.*/, '');
  const parts = path.split('/').filter(part => part !== '.' && part !== '...');
  const last = parts.at(-1) ?? 'app';
  return /^v\d+$/.test(last) ? (parts.at(-2) ?? 'app') : last;
}
