import { aptInstall } from '../parts/apt-install.ts';
import { factsOf } from '../../images/image-facts.ts';
import { type Entry, fresh } from '../draft.ts';
import { accountFor } from '../parts/account.ts';
import { cgoEvidence, cgoObligation, cgoUse, type CgoUse } from '../parts/cgo.ts';
import { compileStages } from '../parts/compile.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { resourcesRead } from '../parts/resources.ts';
import { distroless, onSuite, suiteOf } from '../parts/runtime-image.ts';
import { keyword } from '../parts/keyword.ts';
import { execForm, hasCommand, ownArgv } from '../parts/start.ts';
import type { Step } from '../plan.ts';
import { type Project, seenAt, uses } from '../project.ts';
import { type Proposal, type Recipe, refused } from '../recipe.ts';
import { type Binary, binaryOf, runsSource } from '../parts/go-binary.ts';

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
    const cgo = cgoUse(project.context);
    if (cgo === 'system')
      return refused(rung, 'The program links C libraries of the system, and which is not known.', {
        hazard: 59,
        evidence: cgoEvidence(project.context),
        remedy: 'Write the second stage by hand with the libraries that it needs.',
      });
    return rung === 'T2' ? lean(project, binary, cgo) : slim(project, binary, cgo);
  },
};

function lean(project: Project, binary: Binary, cgo: CgoUse): Proposal {
  const image = project.final.image;
  const suite = image === undefined ? undefined : suiteOf(image);
  const needsTrixie = cgo === 'libc' && image !== undefined && suite !== 'trixie' && suite !== 'bookworm';
  const builder = needsTrixie && image !== undefined ? onSuite(image, 'trixie')?.text : undefined;
  if (needsTrixie && builder === undefined)
    return refused('T2', 'The program links the C library, and the builder has another one than the runtime image.', {
      hazard: 10,
      evidence: cgoEvidence(project.context),
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
    obligations: [cgoObligation(project.context, cgo), ...account.obligations],
  };
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

export function renamed(
  project: Project,
  instruction: Parameters<typeof execForm>[1],
  binary: Binary,
): Entry | undefined {
  const argv = ownArgv(project.final) ?? [];
  const target = argv.findIndex((word, index) => index > 1 && !word.startsWith('-'));
  const rest = binary.command === undefined ? argv.slice(target === -1 ? argv.length : target + 1) : argv.slice(1);
  return { lead: '', text: execForm(project, instruction, [binary.target, ...rest]), origin: instruction };
}

function certificates(project: Project, runtime: string): Entry[] {
  return runtime.startsWith('alpine') ? [] : aptInstall(project, ['ca-certificates']);
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
