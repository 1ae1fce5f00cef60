import type { Instruction } from '../../dockerfile/model.ts';
import type { Entry } from '../draft.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Obligation, Rung, Step } from '../plan.ts';
import { type Project, seenAt } from '../project.ts';
import { type Proposal } from '../recipe.ts';
import { accountFor } from './account.ts';
import { compileStages } from './compile.ts';
import { resourcesRead } from './resources.ts';

/** A build whose result is a few files that another image can run. */
export interface Shipment {
  readonly ecosystem: Ecosystem;
  readonly rung: Exclude<Rung, 'T0'>;
  readonly builderImage?: string | undefined;
  /** The runtime image, by whether it is to have an account of its own as its user. */
  readonly runtime: (nonroot: boolean) => string;
  readonly workdir: string;
  readonly artefacts: readonly { readonly from: string; readonly to: string }[];
  /** True where the program writes among them as it starts, so that they are its account's. */
  readonly ownsArtefacts?: boolean;
  readonly rewrite?: (entry: Entry) => string | undefined;
  readonly finish?: readonly Entry[];
  /** First lines of the final stage. */
  readonly top?: readonly Entry[];
  readonly environment?: readonly Entry[];
  readonly command?: (instruction: Instruction) => Entry | undefined;
  readonly obligations?: readonly Obligation[];
  /** What stays behind, for the explanation. */
  readonly leaves: string;
}

/** The proposal for such a build: builder as it was, final stage with the artefacts, the files read by name and the configuration. */
export function ship(project: Project, shipment: Shipment): Proposal {
  const { rung, ecosystem, runtime, workdir } = shipment;
  const account = accountFor(project, runtime(false), ecosystem);
  const nonroot = account.user.length > 0;
  const owner = shipment.ownsArtefacts === true ? account.user.at(-1)?.text.split(' ')[1] : undefined;
  const isDistroless = runtime(nonroot).startsWith('gcr.io/distroless/');
  const result = compileStages(project, {
    rung,
    builderImage: shipment.builderImage,
    runtimeImage: runtime(nonroot),
    workdir,
    rewrite: shipment.rewrite ?? (() => undefined),
    finish: shipment.finish ?? [],
    artefacts: shipment.artefacts.map(each => ({ ...each, owner })),
    resources: resourcesRead(project, ecosystem, workdir),
    account: [...(shipment.top ?? []), ...(isDistroless ? [] : account.create)],
    user: isDistroless ? [] : account.user,
    environment: shipment.environment ?? [],
    command: shipment.command ?? (() => undefined),
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  const own: Step[] = [
    {
      what: 'Build in a stage of its own',
      why: `${shipment.leaves} stay behind; the final stage takes what the build makes.`,
      lines: [project.final.stage.from.firstLine],
      effect: 'smaller image',
    },
    {
      what: `Run on ${runtime(nonroot)}`,
      why: 'Nothing that runs needs the rest of the build image.',
      lines: [project.final.stage.from.firstLine],
      effect: 'fewer packages to patch',
    },
  ];
  return {
    kind: 'draft',
    draft: result.draft,
    steps: [...own, ...result.steps, ...account.steps],
    obligations: [...(shipment.obligations ?? []), ...account.obligations],
  };
}

/** Evidence that points at FROM. */
export function seenFrom(project: Project) {
  return [seenAt(project, project.final.stage.from)];
}
