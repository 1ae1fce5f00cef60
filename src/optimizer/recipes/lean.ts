import { pinnedDistroless } from '../../images/distroless.ts';
import { factsOf } from '../../images/image-facts.ts';
import { accountFor, type AccountPlan, ecosystemOf } from '../parts/account.ts';
import { rebased } from '../parts/rebased.ts';
import { type Handover, handoverOf, needsShell, NO_HANDOVER } from '../parts/own-account.ts';
import { slimTwin } from '../parts/runtime-image.ts';
import { finalChain, withWholeFinal } from '../parts/whole-final.ts';
import type { Refusal, Rung } from '../plan.ts';
import { does, type Project, seenAt, type StageFacts } from '../project.ts';
import { type Proposal, type Recipe, refusal, refused } from '../recipe.ts';
import { RUNTIMES } from '../runtimes/index.ts';
import type { LeanerBase, Runtime } from '../runtimes/runtime.ts';

/** Files that have their stages already: a leaner base for the last one, a user, and pinned names. */
export const lean: Recipe = {
  id: 'lean',
  name: 'Files with several stages',
  applies: project => project.stages.length > 1 || isDistroless(project.final),
  propose: (project, rung) => (rung === 'T2' ? smallest(project) : slimmer(project)),
};

const noAccount: AccountPlan = { create: [], user: [], obligations: [], steps: [] };
/** Effects of a RUN that run the project's own code. */
const CODE = ['dependencies', 'tool', 'build', 'test', 'application'] as const;
const NO_GAIN = 'The last stage is as lean as this rung makes it.';

function isDistroless({ image }: StageFacts): boolean {
  return image?.name.startsWith('gcr.io/distroless/') === true;
}

/** Distroless, chiseled or a pinned name of the distroless image that is there. */
function smallest(project: Project): Proposal {
  const { final } = project;
  if (isDistroless(final)) {
    const images = pins(project);
    return images.size === 0
      ? { kind: 'pointless', reason: 'The last stage is on distroless already.' }
      : rebased(project, { images, account: noAccount });
  }
  if (final.image === undefined && finalChain(project)[0]?.stage.base.kind === 'scratch')
    return { kind: 'pointless', reason: 'The last stage is empty but for what it copies.' };
  const whole = withWholeFinal(project);
  const base = leanerBase(whole, 'T2');
  if (base === undefined)
    return refused('T2', 'The last stage runs no program that is known to stand alone.', {
      evidence: [seenAt(project, final.stage.from)],
    });
  if (typeof base === 'string') return { kind: 'pointless', reason: base };
  if (!('image' in base)) return { kind: 'refused', refusals: base };
  // Chiseled images have the account that .NET's others have.
  const handed = base.image(true).includes('/distroless/') ? handoverOf(whole, base.ecosystem) : NO_HANDOVER;
  const refusals = [
    ...chosenBase(project),
    ...unknownBase(project),
    ...sharedBase(project),
    ...('drops' in handed ? runObstacles(whole, base, handed) : handed),
  ];
  return refusals.length > 0 || !('drops' in handed) ? { kind: 'refused', refusals } : onto(project, base, handed);
}

function leanerBase(whole: Project, rung: Exclude<Rung, 'T0'>): ReturnType<Runtime['base']> {
  for (const runtime of RUNTIMES) {
    const found = runtime.base(whole, rung);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The last stage on another base, as the account of the original or as one of its own. */
function onto(project: Project, base: LeanerBase, handed: Handover): Proposal {
  const [root] = finalChain(project);
  const whole = withWholeFinal(project);
  if (root === undefined) return { kind: 'pointless', reason: NO_GAIN };
  const account = accountFor(whole, base.image(false), base.ecosystem);
  const image = base.image(account.user.length > 0 || handed.isUser);
  return rebased(project, {
    images: new Map([...pins(project), [root, image]]),
    account: { ...account, create: [], user: [] },
    base,
    handed,
  });
}

/** An image that a build argument names is the choice of whoever builds. */
function chosenBase(project: Project, rung: Rung = 'T2'): Refusal[] {
  const from = finalChain(project)[0]?.stage.from;
  return from?.image?.text.includes('$') === true
    ? [
        refusal(rung, 'A build argument chooses the base image.', {
          hazard: 29,
          evidence: [seenAt(project, from)],
          remedy: 'Write the image into FROM.',
        }),
      ]
    : [];
}

/** An image that no table has may well bring what the program needs. */
function unknownBase(project: Project): Refusal[] {
  const from = finalChain(project)[0]?.stage.from;
  const base = finalChain(project)[0]?.stage.base;
  return from === undefined || base?.kind !== 'image' || factsOf(base.image) !== undefined
    ? []
    : [
        refusal('T2', `What ${base.image.text} brings is not known, and the program may need it.`, {
          hazard: 53,
          evidence: [seenAt(project, from)],
        }),
      ];
}

/** A stage below the last one that others stand on too cannot get another base. */
function sharedBase(project: Project): Refusal[] {
  const chain = finalChain(project);
  const other = project.stages.find(
    each =>
      !chain.includes(each) &&
      each.stage.base.kind === 'stage' &&
      chain.some(({ stage }) => stage === (each.stage.base.kind === 'stage' ? each.stage.base.stage : undefined)),
  );
  return other === undefined
    ? []
    : [
        refusal('T2', 'A stage below the last one is the base of another stage too.', {
          hazard: 53,
          evidence: [seenAt(project, other.stage.from)],
          remedy: 'Give the last stage a FROM of its own.',
        }),
      ];
}

/** What RUNs of the last stage do that a base without a shell cannot, or would not bring. */
function runObstacles(whole: Project, { brings }: LeanerBase, handed: Handover): Refusal[] {
  return whole.final.acts.flatMap(act => {
    const { instruction, effects } = act;
    if (instruction.keyword !== 'RUN') return [];
    const at = { evidence: [seenAt(whole, instruction)] };
    if (does(act, 'unknown', ...CODE) || needsShell(act, handed).length > 0)
      return [refusal('T2', 'A RUN of the last stage does what a distroless stage cannot.', { hazard: 42, ...at })];
    const other = effects
      .flatMap(effect => (effect.kind === 'system' ? effect.packages.map(({ name }) => name ?? '?') : []))
      .filter(name => !brings.test(name));
    return other.length === 0
      ? []
      : [refusal('T2', `${other.join(', ')}: distroless has no package manager to bring it.`, { hazard: 18, ...at })];
  });
}

/** Distroless names without the number of their Debian. */
function pins({ stages }: Project): Map<StageFacts, string> {
  return new Map(
    stages.flatMap(stage => {
      const { base } = stage.stage;
      const pinned = base.kind === 'image' ? pinnedDistroless(base.image.name) : undefined;
      if (pinned === undefined || base.kind !== 'image') return [];
      return [[stage, `${pinned}${base.image.tag === undefined ? '' : `:${base.image.tag}`}`] as const];
    }),
  );
}

const TWINNED: ReadonlySet<string> = new Set(['python', 'node', 'ruby']);

/** The slim twin of the last stage's image, and a user where none is set. */
function slimmer(project: Project): Proposal {
  const { final } = project;
  const { base } = final.stage;
  if (isDistroless(final) || base.kind !== 'image') return { kind: 'pointless', reason: NO_GAIN };
  const chosen = chosenBase(project, 'T1');
  const leaner = leanerBase(project, 'T1');
  if (typeof leaner === 'string') return { kind: 'pointless', reason: leaner };
  if (leaner !== undefined && chosen.length > 0) return { kind: 'refused', refusals: chosen };
  if (leaner !== undefined)
    return 'image' in leaner
      ? rebased(project, {
          images: new Map([...pins(project), [final, leaner.image(false)]]),
          account: noAccount,
          base: leaner,
        })
      : { kind: 'refused', refusals: leaner };
  if (!TWINNED.has(base.image.name)) return { kind: 'pointless', reason: NO_GAIN };
  const twin = slimTwin(base.image);
  const account = accountFor(project, twin?.text ?? base.image.text, ecosystemOf(project));
  const fetches = final.acts.find(act => does(act, 'files', 'unknown', 'build'));
  if (twin !== undefined && fetches !== undefined)
    return refused('T1', 'What a RUN of the last stage needs from the full image is not known.', {
      hazard: 53,
      evidence: [seenAt(project, fetches.instruction)],
    });
  const images = new Map([...pins(project), ...(twin === undefined ? [] : [[final, twin.text] as const])]);
  if (images.size === 0 && account.user.length === 0) return { kind: 'pointless', reason: NO_GAIN };
  return rebased(project, { images, account });
}
