import { PYTHON_NEEDS } from '../data/python-packages.ts';
import { type Handover, needsShell } from './own-account.ts';
import { makesVenv } from './python-install.ts';
import { leftBehind } from './python-start.ts';
import { pythonDependencies } from './python-dependencies.ts';
import { runtimeOf } from './system-packages.ts';
import type { Refusal, Rung } from '../plan.ts';
import { type Project, seenAt, seenIn, uses } from '../project.ts';
import { refusal } from '../recipe.ts';
import { factsOf } from '../../images/image-facts.ts';
import { majorOf } from '../image-tags.ts';

/** The one minor that Google's distroless image has. */
const DISTROLESS_MINOR = '3.13';

export function obstacles(project: Project, rung: Rung): Refusal[] {
  const version = project.final.image === undefined ? undefined : factsOf(project.final.image)?.tag.version;
  if ((majorOf(version) ?? 0) < 3)
    return [
      refusal(rung, 'Python 2, or a version that is not known, has no venv module.', {
        hazard: 13,
        evidence: [seenAt(project, project.final.stage.from)],
      }),
    ];
  const pinned = /^\d+\.\d+/.exec(project.context.read('.python-version') ?? '')?.[0];
  const minor = project.final.image === undefined ? undefined : factsOf(project.final.image)?.tag.minor;
  const isUv = project.final.acts.some(({ effects }) =>
    effects.some(effect => effect.kind === 'dependencies' && effect.tool === 'uv'),
  );
  if (isUv && pinned !== undefined && minor !== undefined && pinned !== minor)
    return [
      refusal(rung, `.python-version asks for ${pinned}, so uv fetches a Python of its own.`, {
        hazard: 13,
        evidence: [seenIn(project.context, '.python-version', pinned)],
        remedy: `Ask for ${minor}, the image's own.`,
      }),
    ];
  const inside = project.final.acts.find(({ instruction }) => /\b(?:site|dist)-packages\b/.test(instruction.body.text));
  if (inside !== undefined)
    return [
      refusal(rung, 'A step works in the folder of the installed packages, which would be another one.', {
        hazard: 14,
        evidence: [seenAt(project, inside.instruction)],
      }),
    ];
  const lost = leftBehind(project);
  if (lost.length > 0)
    return [
      refusal(rung, 'The program is started through a tool, or by a path, that stays in the stage which installs.', {
        hazard: 17,
        evidence: lost.slice(0, 3),
        remedy: 'Start the program itself, without `run` and without a path into the virtual environment.',
      }),
    ];
  const other = project.final.acts.find(({ effects }) =>
    effects.some(
      ({ command }) => makesVenv(command) && command.words.slice(2).some(({ text }) => !text.startsWith('-')),
    ),
  );
  if (other !== undefined)
    return [
      refusal(rung, 'A tool makes a virtual environment in a place of its own.', {
        hazard: 15,
        evidence: [seenAt(project, other.instruction)],
        remedy: 'Make it with `python3 -m venv`.',
      }),
    ];
  const aimed = project.final.acts.find(
    ({ instruction }) =>
      instruction.keyword === 'ENV' &&
      instruction.pairs.some(({ key }) => /^(?:PIP_(?:TARGET|PREFIX|USER)|PYTHONUSERBASE)$/.test(key.text)),
  );
  if (aimed !== undefined)
    return [
      refusal(rung, 'A variable has packages installed to a place of its own.', {
        hazard: 17,
        evidence: [seenAt(project, aimed.instruction)],
        remedy: 'Install into a virtual environment.',
      }),
    ];
  const installs = project.final.acts.filter(act => uses(act, 'python', 'dependencies'));
  return installs.flatMap(act => {
    const seen = { evidence: [seenAt(project, act.instruction)] };
    const words = act.effects.flatMap(({ command }) => command.words.map(word => word.value ?? word.text));
    if (words.includes('--user'))
      return [
        refusal(rung, '`--user` installs into a home folder that only this user has.', {
          hazard: 17,
          ...seen,
          remedy: 'Install without --user.',
        }),
      ];
    if (words.includes('-t') || words.includes('--target'))
      return [
        refusal(rung, '`--target` puts packages where .pth files are not read.', {
          hazard: 16,
          ...seen,
          remedy: 'Install into a virtual environment.',
        }),
      ];
    if (words.includes('-e') || words.includes('--editable'))
      return [
        refusal(rung, 'An editable install points back at the source.', {
          hazard: 16,
          ...seen,
          remedy: 'Install the project itself, without -e.',
        }),
      ];
    return [];
  });
}

export function distrolessObstacles(project: Project, handed: Pick<Handover, 'drops'>): Refusal[] {
  const found: Refusal[] = [];
  const image = project.final.image;
  const minor = image === undefined ? undefined : factsOf(image)?.tag.minor;
  const from = { evidence: [seenAt(project, project.final.stage.from)] };
  if (minor !== DISTROLESS_MINOR) {
    found.push(
      refusal(
        'T2',
        `The distroless image has Python ${DISTROLESS_MINOR} only; this project runs on ${minor ?? 'a minor that is not known'}.`,
        { hazard: 13, ...from, remedy: `Move to python:${DISTROLESS_MINOR}.` },
      ),
    );
  }
  const apk = project.final.acts.find(({ effects }) =>
    effects.some(effect => effect.kind === 'system' && effect.distribution === 'alpine'),
  );
  if (apk !== undefined)
    found.push(
      refusal('T2', 'The packages are those of Alpine; the distroless image is built from Debian.', {
        hazard: 10,
        evidence: [seenAt(project, apk.instruction)],
        remedy: `Build on python:${DISTROLESS_MINOR}-slim, with the packages of Debian.`,
      }),
    );
  for (const act of project.final.acts) {
    const [bad] = needsShell(act, handed);
    if (bad !== undefined)
      found.push(
        refusal('T2', `\`${bad.command.name ?? 'a command'}\` changes files that a distroless stage cannot make.`, {
          hazard: 42,
          evidence: [seenAt(project, act.instruction)],
          remedy: 'Bring the files with COPY.',
        }),
      );
    const packages = act.effects.flatMap(effect => (effect.kind === 'system' ? effect.packages : []));
    const needed = packages.filter(
      ({ name, text }) =>
        runtimeOf(name ?? text, 'trixie').runtime.some(each => !IN_DISTROLESS.has(each)) ||
        runtimeOf(name ?? text, 'trixie').role === 'unknown-dev',
    );
    if (needed.length > 0)
      found.push(
        refusal('T2', `${needed.map(({ text }) => text).join(', ')}: distroless has no package manager to bring it.`, {
          hazard: needed.some(({ name = '' }) => /^fonts?-|^(?:wkhtmltopdf|libreoffice|fontconfig)/.test(name))
            ? 60
            : 18,
          evidence: [seenAt(project, act.instruction)],
          remedy: 'Drop the package if nothing at run time uses it.',
        }),
      );
  }
  for (const { name, evidence } of pythonDependencies(project)) {
    const need = PYTHON_NEEDS[name];
    if (need?.heavy === true || need?.libraries !== undefined)
      found.push(
        refusal('T2', `${name} needs libraries that the distroless image lacks.`, { hazard: 18, evidence: [evidence] }),
      );
  }
  return found;
}

const IN_DISTROLESS = new Set([
  'ca-certificates',
  'tzdata',
  'libssl3t64',
  'zlib1g',
  'libffi8',
  'libsqlite3-0',
  'libbz2-1.0',
  'liblzma5',
  'libgomp1',
  'libstdc++6',
  'libgcc-s1',
  'libuuid1',
  'libexpat1',
  'libreadline8t64',
]);
