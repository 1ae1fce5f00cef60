import { goPackages, readGoMod } from '../../context/manifests/go-mod.ts';
import { factsOf } from '../../images/image-facts.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { type Entry, fresh } from '../draft.ts';
import { accountFor } from '../parts/account.ts';
import { builds, compileStages } from '../parts/compile.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { resourcesRead } from '../parts/resources.ts';
import { distroless, onSuite, suiteOf } from '../parts/runtime-image.ts';
import { keyword } from '../parts/split.ts';
import { execForm, hasCommand, lastOf, ownArgv } from '../parts/start.ts';
import type { Obligation, Refusal, Step } from '../plan.ts';
import { type Project, resolvePath, seenAt, seenIn, uses } from '../project.ts';
import { type Proposal, type Recipe, refusal, refused } from '../recipe.ts';

/** Modules that call C, and what a program with them links to; undefined is more than the C library. */
const CGO_MODULES: readonly (readonly [module: string, onlyLibc: boolean])[] = [
  ['github.com/mattn/go-sqlite3', true],
  ['github.com/confluentinc/confluent-kafka-go', false],
  ['github.com/libgit2/git2go', false],
  ['github.com/google/gopacket', false],
  ['github.com/mattn/go-oci8', false],
  ['gorm.io/driver/sqlite', true],
  ['github.com/h2non/bimg', false],
  ['github.com/davidbyttow/govips', false],
  ['github.com/pebbe/zmq4', false],
  ['gocv.io/x/gocv', false],
];

interface Binary {
  /** Where the build puts it, absolute. */
  readonly path: string;
  /** The command that builds it; undefined where the image compiles when it starts. */
  readonly command: ShellCommand | undefined;
  /** Where the final stage has it. */
  readonly target: string;
  /** True where the start has to name it anew. */
  readonly renamed: boolean;
}

export const go: Recipe = {
  id: 'go',
  name: 'Go',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === 'golang' &&
    (project.final.acts.some(act => uses(act, 'go', 'build')) || runsSource(project)),
  propose(project, rung) {
    const binary = binaryOf(project);
    if (!('path' in binary)) return { kind: 'refused', refusals: [{ ...binary, rung }] };
    const cgo = cgoUse(project);
    if (cgo === 'system')
      return refused(rung, 'The program links C libraries of the system, and which is not known.', {
        hazard: 59,
        evidence: cgoEvidence(project),
        remedy: 'Write the second stage by hand with the libraries that it needs.',
      });
    return rung === 'T2' ? lean(project, binary, cgo) : slim(project, binary, cgo);
  },
};

function runsSource({ final }: Project): boolean {
  const argv = ownArgv(final);
  return argv?.[0] === 'go' && argv[1] === 'run';
}

type CgoUse = 'none' | 'libc' | 'system';

function cgoUse(project: Project): CgoUse {
  const { context } = project;
  const own = goPackages(context, '');
  const required = readGoMod(context, 'go.mod')?.requires ?? [];
  const modules = CGO_MODULES.filter(([module]) =>
    required.some(({ path }) => path === module || path.startsWith(`${module}/`)),
  );
  if (own.cgo.length > 0 || !own.complete || modules.some(([, onlyLibc]) => !onlyLibc)) return 'system';
  return modules.length > 0 ? 'libc' : 'none';
}

function cgoEvidence({ context }: Project) {
  const own = goPackages(context, '').cgo.map(({ file, line }) => ({ file, line, text: 'import "C"' }));
  const required = CGO_MODULES.filter(([module]) => (context.read('go.mod') ?? '').includes(module)).map(([module]) =>
    seenIn(context, 'go.mod', module),
  );
  return [...own, ...required];
}

/** What the image starts, and where the build puts it; a refusal where the two do not meet. */
function binaryOf(project: Project): Binary | Refusal {
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
  const path = target === '.' || target === './' ? module : target.replace(/\/$/, '').replace(/@.*$/, '');
  const parts = path.split('/').filter(part => part !== '.' && part !== '...');
  const last = parts.at(-1) ?? 'app';
  return /^v\d+$/.test(last) ? (parts.at(-2) ?? 'app') : last;
}

function lean(project: Project, binary: Binary, cgo: CgoUse): Proposal {
  const image = project.final.image;
  const suite = image === undefined ? undefined : suiteOf(image);
  const needsTrixie = cgo === 'libc' && image !== undefined && suite !== 'trixie' && suite !== 'bookworm';
  const builder = needsTrixie && image !== undefined ? onSuite(image, 'trixie')?.text : undefined;
  if (needsTrixie && builder === undefined)
    return refused('T2', 'The program links the C library, and the builder has another one than the runtime image.', {
      hazard: 10,
      evidence: cgoEvidence(project),
      remedy: 'Build on golang:…-trixie.',
    });
  return propose(project, binary, cgo, {
    rung: 'T2',
    runtime: nonroot => distroless(cgo === 'none' ? 'static' : 'base', nonroot),
    facts: `gcr.io/distroless/${cgo === 'none' ? 'static' : 'base'}-debian13`,
    builder,
  });
}

function slim(project: Project, binary: Binary, cgo: CgoUse): Proposal {
  const image = project.final.image;
  const suite = image === undefined ? undefined : suiteOf(image);
  const alpine = /^alpine(.*)$/.exec(suite ?? '')?.[1];
  const runtime =
    suite === undefined
      ? undefined
      : alpine !== undefined
        ? `alpine${alpine === '' ? '' : `:${alpine}`}`
        : `debian:${suite}-slim`;
  if (runtime === undefined)
    return refused('T1', 'The release that the builder stands on is not known.', {
      hazard: 11,
      evidence: [seenAt(project, project.final.stage.from)],
    });
  return propose(project, binary, cgo, { rung: 'T1', runtime: () => runtime, facts: runtime, builder: undefined });
}

interface Target {
  readonly rung: 'T2' | 'T1';
  readonly runtime: (nonroot: boolean) => string;
  readonly facts: string;
  readonly builder: string | undefined;
}

function propose(project: Project, binary: Binary, cgo: CgoUse, { rung, runtime, facts, builder }: Target): Proposal {
  const account = accountFor(project, facts, 'go');
  const workdir =
    finalWorkdir(
      project,
      factsOf(
        project.final.image ?? {
          text: '',
          registry: undefined,
          repository: '',
          name: '',
          tag: undefined,
          digest: undefined,
        },
      )?.workdir ?? '/go',
    ) ?? '/';
  const nonroot = account.user.length > 0;
  const result = compileStages(project, {
    rung,
    builderImage: builder,
    runtimeImage: runtime(nonroot),
    workdir,
    rewrite: entry => (cgo === 'none' ? withoutCgo(project, entry, binary) : undefined),
    finish: binary.command === undefined ? [compileStep(project, binary, cgo)] : [],
    artefacts: [{ from: binary.path, to: binary.target }],
    resources: resourcesRead(project, 'go', workdir),
    account: rung === 'T1' ? [...certificates(project, facts), ...account.create] : [],
    user: rung === 'T1' ? account.user : [],
    environment: [],
    command: instruction =>
      binary.renamed && hasCommand(instruction) ? renamed(project, instruction, binary) : undefined,
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  return {
    kind: 'draft',
    draft: result.draft,
    steps: [...steps(project, runtime(nonroot)), ...result.steps, ...account.steps],
    obligations: [cgoObligation(project, cgo), ...account.obligations],
  };
}

function cgoObligation(project: Project, cgo: CgoUse): Obligation {
  const evidence = cgo === 'none' ? [] : cgoEvidence(project);
  const claim =
    cgo === 'none'
      ? 'No file imports "C" and no required module is known to call C: with CGO_ENABLED=0 the program is static.'
      : 'The program needs the C library only, which the runtime image has.';
  return { hazard: 59, verdict: 'proven', claim, evidence, remedy: undefined };
}

/** `CGO_ENABLED=0` before the command that builds, unless the file sets the variable itself. */
function withoutCgo({ dockerfile }: Project, entry: Entry, { command }: Binary): string | undefined {
  if (
    entry.origin?.keyword !== 'RUN' ||
    command?.script.instruction !== entry.origin ||
    /CGO_ENABLED/.test(dockerfile.text)
  )
    return undefined;
  return entry.text.replace(/(?<![\w/-])go (?=(?:build|install)\b)/, 'CGO_ENABLED=0 go ');
}

function compileStep(project: Project, binary: Binary, cgo: CgoUse): Entry {
  const argv = ownArgv(project.final) ?? [];
  const words = argv.slice(2);
  const at = words.findIndex(word => !word.startsWith('-'));
  const flags = words.slice(0, at === -1 ? undefined : at);
  const target = words[at] ?? '.';
  const { escape } = project.dockerfile;
  const mounts = `--mount=type=cache,target=/go/pkg/mod ${escape}\n    --mount=type=cache,target=/root/.cache/go-build ${escape}\n    `;
  return fresh(
    `${keyword(project, 'RUN')} ${mounts}${cgo === 'none' ? 'CGO_ENABLED=0 ' : ''}go build ${[...flags, '-o', binary.path, target.endsWith('.go') ? '.' : target].join(' ')}`,
  );
}

function renamed(project: Project, instruction: Parameters<typeof execForm>[1], binary: Binary): Entry | undefined {
  const argv = ownArgv(project.final) ?? [];
  const target = argv.findIndex((word, index) => index > 1 && !word.startsWith('-'));
  const rest = binary.command === undefined ? argv.slice(target === -1 ? argv.length : target + 1) : argv.slice(1);
  return { lead: '', text: execForm(project, instruction, [binary.target, ...rest]), origin: instruction };
}

function certificates(project: Project, runtime: string): Entry[] {
  const { escape } = project.dockerfile;
  if (runtime.startsWith('alpine')) return [];
  return [
    fresh(
      `${keyword(project, 'RUN')} apt-get update && apt-get install -y --no-install-recommends ca-certificates ${escape}\n    && rm -rf /var/lib/apt/lists/*`,
    ),
  ];
}

function steps(project: Project, runtime: string): Step[] {
  return [
    {
      what: 'Compile in a stage of its own',
      why: 'The compiler and the module cache stay behind; the final stage takes the program.',
      lines: [project.final.stage.from.firstLine],
      effect: 'hundreds of megabytes less',
    },
    {
      what: `Run on ${runtime}`,
      why: 'The program needs nothing else of an operating system.',
      lines: [project.final.stage.from.firstLine],
      effect: 'fewer packages to patch',
    },
  ];
}
