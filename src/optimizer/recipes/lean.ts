import { goPackages, readGoMod } from '../../context/manifests/go-mod.ts';
import { pinnedDistroless } from '../../images/distroless.ts';
import { baseFacts, configurationOf } from '../configuration.ts';
import { changed, type Entry, fresh } from '../draft.ts';
import { keyword } from '../parts/keyword.ts';
import { accountFor, type AccountPlan } from '../parts/account.ts';
import { distroless, slimTwin } from '../parts/runtime-image.ts';
import { ownArgv } from '../parts/start.ts';
import type { Refusal, Step } from '../plan.ts';
import { does, doesOnly, type Project, seenAt, type StageFacts } from '../project.ts';
import { type Proposal, type Recipe, refusal, refused } from '../recipe.ts';
import { reorderStage } from './reorder.ts';
import type { Ecosystem } from '../ecosystem.ts';

/** Files that have their stages already: a leaner base for the last one, a user, and pinned names. */
export const lean: Recipe = {
  id: 'lean',
  name: 'Files with several stages',
  applies: project => project.stages.length > 1 || isDistroless(project.final),
  propose: (project, rung) => (rung === 'T2' ? smallest(project) : slimmer(project)),
};

function isDistroless({ image }: StageFacts): boolean {
  return image?.name.startsWith('gcr.io/distroless/') === true;
}

/** A static Go program on an image of its own, or a pinned name of the distroless image that is there. */
function smallest(project: Project): Proposal {
  const { final } = project;
  if (isDistroless(final)) {
    const pinned = pins(project);
    return pinned.size === 0
      ? { kind: 'pointless', reason: 'The last stage is on distroless already.' }
      : draft(project, pinned, noAccount);
  }
  if (final.stage.base.kind === 'scratch')
    return { kind: 'pointless', reason: 'The last stage is empty but for what it copies.' };
  const refusals = programObstacles(project);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const account = accountFor(project, 'gcr.io/distroless/static-debian13', 'go');
  const images = new Map([...pins(project), [final, distroless('static', account.user.length > 0)]]);
  return draft(project, images, noAccount, account.steps, account.obligations);
}

const noAccount: AccountPlan = { create: [], user: [], obligations: [], steps: [] };

function programObstacles(project: Project): Refusal[] {
  const { final, context, stages } = project;
  const at = { evidence: [seenAt(project, final.stage.from)] };
  const builder = stages.find(({ image, stage }) => image?.name === 'golang' && final.stage.dependsOn.includes(stage));
  if (builder === undefined) return [refusal('T2', 'The last stage runs no program that is known to stand alone.', at)];
  const found: Refusal[] = [];
  const [program = ''] = ownArgv(final) ?? [];
  if (baseFacts(final.stage)?.has(program) === true)
    found.push(refusal('T2', `The last stage runs ${program}, which its own image brings.`, { hazard: 20, ...at }));
  const isStatic = builder.acts.some(({ instruction }) => /CGO_ENABLED[= ]0/.test(instruction.body.text));
  const calls =
    goPackages(context, '').cgo.length > 0 ||
    (readGoMod(context, 'go.mod')?.requires ?? []).some(({ path }) => /sqlite3$|confluent-kafka-go|git2go/.test(path));
  if (!isStatic)
    found.push(
      refusal('T2', 'The program is not built with CGO_ENABLED=0, so it may need a C library.', {
        hazard: 59,
        evidence: [seenAt(project, builder.stage.from)],
        remedy: 'Build with CGO_ENABLED=0.',
      }),
    );
  if (calls)
    found.push(refusal('T2', 'A module calls C.', { hazard: 59, evidence: [seenAt(project, builder.stage.from)] }));
  for (const act of final.acts) {
    const { instruction } = act;
    const packages = act.effects.flatMap(effect =>
      effect.kind === 'system' ? effect.packages.flatMap(({ name }) => name ?? '?') : [],
    );
    const other = packages.filter(name => !/^(?:ca-certificates|tzdata|libc6-compat)$/.test(name));
    if (instruction.keyword === 'RUN' && !doesOnly(act, 'system', 'index', 'clean', 'nothing'))
      found.push(
        refusal('T2', 'A RUN of the last stage does what a distroless stage cannot.', {
          hazard: 42,
          evidence: [seenAt(project, instruction)],
        }),
      );
    else if (other.length > 0)
      found.push(
        refusal('T2', `${other.join(', ')}: distroless has no package manager to bring it.`, {
          hazard: 18,
          evidence: [seenAt(project, instruction)],
        }),
      );
  }
  return found;
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

/** The slim twin of the last stage's image, and a user where none is set. */
function slimmer(project: Project): Proposal {
  const { final } = project;
  const { base } = final.stage;
  if (isDistroless(final) || base.kind !== 'image')
    return { kind: 'pointless', reason: 'The last stage is as lean as this rung makes it.' };
  const ecosystem = ecosystemOf(final);
  const twin = ecosystem === undefined ? undefined : slimTwin(base.image);
  if (ecosystem === undefined) return { kind: 'pointless', reason: 'The last stage is as lean as this rung makes it.' };
  const account = accountFor(project, twin?.text ?? base.image.text, ecosystem);
  const fetches = final.acts.find(act => does(act, 'files', 'unknown', 'build'));
  if (twin !== undefined && fetches !== undefined)
    return refused('T1', 'What a RUN of the last stage needs from the full image is not known.', {
      hazard: 53,
      evidence: [seenAt(project, fetches.instruction)],
    });
  const images = new Map([...pins(project), ...(twin === undefined ? [] : [[final, twin.text] as const])]);
  if (images.size === 0 && account.user.length === 0)
    return { kind: 'pointless', reason: 'The last stage is as lean as this rung makes it.' };
  return draft(project, images, account, account.steps, account.obligations);
}

const LANGUAGES: Readonly<Record<string, Ecosystem>> = { python: 'python', node: 'node', ruby: 'ruby' };

function ecosystemOf({ image }: StageFacts): Ecosystem | undefined {
  return LANGUAGES[image?.name ?? ''];
}

function draft(
  project: Project,
  images: ReadonlyMap<StageFacts, string>,
  account: AccountPlan,
  more: readonly Step[] = [],
  obligations: AccountPlan['obligations'] = [],
): Proposal {
  const ordered = project.stages.map(stage => reorderStage(project, stage));
  const stages = ordered.map(({ entries }, index) => {
    const stage = project.stages[index];
    const image = stage === undefined ? undefined : images.get(stage);
    const onDistroless = image?.includes('gcr.io/distroless/') === true;
    const rebased = entries
      .filter(({ origin }) => !(onDistroless && origin?.keyword === 'RUN'))
      .map(entry =>
        image !== undefined && entry.origin?.keyword === 'FROM' ? withImage(project, entry, image) : entry,
      );
    const placed =
      onDistroless && stage === project.final && !isDistroless(stage) ? withWorkdir(project, rebased) : rebased;
    return stage === project.final ? withAccount(placed, account) : placed;
  });
  const named: Step[] = [...images].map(([stage, image]) => ({
    what: `Stand on ${image}`,
    why:
      image.includes('distroless') && isDistroless(stage)
        ? 'A name without a release moves to the next Debian one day.'
        : 'The image that ships needs nothing of what the other has more.',
    lines: [stage.stage.from.firstLine],
    effect: 'fewer packages to patch',
  }));
  return {
    kind: 'draft',
    draft: { stages },
    steps: [...named, ...ordered.flatMap(({ steps }) => steps), ...more],
    obligations,
  };
}

function withImage({ dockerfile }: Project, { origin }: Entry, image: string): Entry {
  if (origin?.keyword !== 'FROM' || origin.image === undefined) return { lead: '', text: '', origin };
  const text =
    dockerfile.text.slice(origin.span[0], origin.image.span[0]) +
    image +
    dockerfile.text.slice(origin.image.span[1], origin.span[1]);
  return changed(dockerfile, origin, text);
}

/** The working directory said out loud: the distroless images have another one. */
function withWorkdir(project: Project, [from, ...rest]: readonly Entry[]): Entry[] {
  const isSaid = rest.some(({ origin }) => origin?.keyword === 'WORKDIR');
  const workdir = configurationOf(project.final.stage).workdir;
  const line = isSaid || workdir === undefined ? [] : [fresh(`${keyword(project, 'WORKDIR')} ${workdir}`)];
  return [...(from === undefined ? [] : [from]), ...line, ...rest];
}

function withAccount([from, ...rest]: readonly Entry[], { create, user }: AccountPlan): Entry[] {
  const at = rest.findIndex(({ origin }) => origin?.keyword === 'CMD' || origin?.keyword === 'ENTRYPOINT');
  const split = at === -1 ? rest.length : at;
  return [...(from === undefined ? [] : [from]), ...create, ...rest.slice(0, split), ...user, ...rest.slice(split)];
}
