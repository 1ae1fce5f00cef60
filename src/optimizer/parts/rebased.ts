import { parseImageReference } from '../../dockerfile/image-reference.ts';
import { factsOf } from '../../images/image-facts.ts';
import { configurationOf } from '../configuration.ts';
import { changed, type Entry, fresh } from '../draft.ts';
import type { Step } from '../plan.ts';
import type { Project, StageFacts } from '../project.ts';
import type { Proposal } from '../recipe.ts';
import { reorderStage } from '../recipes/reorder.ts';
import type { LeanerBase } from '../runtimes/runtime.ts';
import type { AccountPlan } from './account.ts';
import { keyword } from './keyword.ts';
import type { Handover } from './own-account.ts';
import { plainExec } from './start.ts';
import { finalChain, withWholeFinal } from './whole-final.ts';

/** Other images for stages that stay as they are but for what those images do without. */
export interface Rebasing {
  readonly images: ReadonlyMap<StageFacts, string>;
  readonly account: AccountPlan;
  readonly base?: LeanerBase | undefined;
  /** What becomes of the original's own account. */
  readonly handed?: Handover | undefined;
}

/** The same stages, in the better order, on other images. */
export function rebased(project: Project, rebasing: Rebasing): Proposal {
  const { images, account, base, handed } = rebasing;
  const ordered = project.stages.map(stage => ({ stage, ...reorderStage(project, stage) }));
  const chain = finalChain(project);
  const stages = ordered.map(({ stage, entries }) => {
    const own =
      chain.includes(stage) && base !== undefined ? shipped(withWholeFinal(project), entries, rebasing) : entries;
    const image = images.get(stage);
    const placed = own.flatMap(entry =>
      entry.origin?.keyword === 'FROM' && image !== undefined
        ? rebasedFrom(project, entry, image, rebasing)
        : rewritten(entry, base),
    );
    return stage === project.final ? withAccount(placed, account) : placed;
  });
  return {
    kind: 'draft',
    ecosystem: base?.ecosystem,
    draft: { stages },
    steps: [
      ...imageSteps(images),
      ...ordered.flatMap(({ steps }) => steps),
      ...(handed?.steps ?? []),
      ...account.steps,
    ],
    obligations: [...(base?.obligations ?? []), ...account.obligations],
  };
}

function imageSteps(images: Rebasing['images']): Step[] {
  return [...images].map(([stage, image]) => ({
    what: `Stand on ${image}`,
    why:
      stage.image?.name.startsWith('gcr.io/distroless/') === true
        ? 'A name without a release moves to the next Debian one day.'
        : 'The image that ships needs nothing of what the other has more.',
    lines: [stage.stage.from.firstLine],
    effect: 'fewer packages to patch',
  }));
}

function rewritten(entry: Entry, base: LeanerBase | undefined): Entry {
  const text = base?.rewrite?.(entry);
  return text === undefined ? entry : { ...entry, text };
}

/** What a base without a shell cannot do is left out; numbers stand for names that it does not know. */
function shipped(whole: Project, entries: readonly Entry[], { images, base, handed }: Rebasing): Entry[] {
  const isShellLess = [...images.values()].some(image => /distroless|chiseled/.test(image));
  return entries
    .filter(({ origin }) => !(isShellLess && origin?.keyword === 'RUN'))
    .flatMap(entry => {
      const { origin } = entry;
      const command =
        origin === undefined
          ? undefined
          : (base?.command?.(origin) ?? (isShellLess ? plainExec(whole, origin) : undefined));
      return command ?? handed?.rewrite(entry) ?? (handed === undefined ? entry : []);
    });
}

/** FROM with another image, and the working directory said out loud where the new image has another one. */
function rebasedFrom(project: Project, entry: Entry, image: string, { base }: Rebasing): Entry[] {
  const { dockerfile } = project;
  const { origin } = entry;
  if (origin?.keyword !== 'FROM' || origin.image === undefined) return [entry];
  const text =
    dockerfile.text.slice(origin.span[0], origin.image.span[0]) +
    image +
    dockerfile.text.slice(origin.image.span[1], origin.span[1]);
  const from = changed(dockerfile, origin, text);
  const reference = parseImageReference(image);
  if (base === undefined || reference === undefined) return [from];
  const named = { ...from, lead: withoutMention(from.lead, project.final) };
  const isSaid = finalChain(project).some(({ acts }) =>
    acts.some(({ instruction }) => instruction.keyword === 'WORKDIR'),
  );
  const { workdir } = configurationOf(project.final.stage);
  return isSaid || workdir === undefined || workdir === (factsOf(reference)?.workdir ?? '/')
    ? [named]
    : [named, fresh(`${keyword(project, 'WORKDIR')} ${workdir}`)];
}

/** Images whose names mean nothing else in a comment. */
const SPOKEN_OF = /^(?:alpine|debian|ubuntu|busybox|openjdk|amazoncorretto|eclipse-temurin)$/;

/** The comments above FROM without the lines that name the image which was there. */
function withoutMention(lead: string, { image }: StageFacts): string {
  const name = image?.name ?? '';
  if (!SPOKEN_OF.test(name)) return lead;
  return lead
    .split(/(?<=\n)/)
    .filter(
      line =>
        !(
          line.trimStart().startsWith('#') &&
          line
            .toLowerCase()
            .split(/[^a-z0-9-]+/)
            .includes(name)
        ),
    )
    .join('');
}

function withAccount([from, ...rest]: readonly Entry[], { create, user }: AccountPlan): Entry[] {
  const at = rest.findIndex(({ origin }) => origin?.keyword === 'CMD' || origin?.keyword === 'ENTRYPOINT');
  const split = at === -1 ? rest.length : at;
  return [...(from === undefined ? [] : [from]), ...create, ...rest.slice(0, split), ...user, ...rest.slice(split)];
}
