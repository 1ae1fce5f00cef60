import { BUILDER } from '../recipe.ts';
import type { Draft, Entry } from '../draft.ts';
import { changed, fresh, kept, withGap } from '../draft.ts';
import { type Act, copiesContext, does, literal, type Project, resolvePath } from '../project.ts';
import { withCaches } from './cache-mounts.ts';
import { buildEnvironment, runtimeEnvironment } from './environment.ts';
import { keyword, platformOf } from './keyword.ts';
import { isToolCopy } from './split-copies.ts';
import { runtimeRun } from './system-packages.ts';

/** Where PHP's images have extensions, and what switches them on. */
const EXTENSIONS = ['/usr/local/lib/php/extensions', '/usr/local/etc/php/conf.d'];
/** Effects that install: they happen in the builder, and what they leave is copied. */
const INSTALLING = ['dependencies', 'tool', 'build'] as const;
const CONFIGURATION = /\$\{?PHP_INI_DIR\b|\$\{?APACHE_\w+|(?:^|\s)a2(?:en|dis)\w+\s/;

export interface PhpStages {
  readonly draft: Draft;
  readonly dropped: readonly string[];
  readonly added: readonly string[];
  readonly unknown: readonly string[];
}

/** The last act that installs, with which the builder ends. */
export function lastInstall({ final }: Project): number {
  return final.acts.findLastIndex(act => does(act, ...INSTALLING));
}

/** Two stages on the same image: extensions and packages are made in one, and the other takes them. */
export function phpStages(project: Project, workdir: string, suite: string, unneeded: ReadonlySet<string>): PhpStages {
  const runtime = runtimeStage(project, workdir, suite, unneeded);
  return { ...runtime, draft: { stages: [builderStage(project, workdir), runtime.entries] } };
}

function builderStage(project: Project, workdir: string): Entry[] {
  const { dockerfile, final } = project;
  const { from } = final.stage;
  const image = dockerfile.text.slice(from.flags[0]?.span[0] ?? from.image?.span[0], from.image?.span[1]);
  const entries = [
    changed(dockerfile, from, `${keyword(project, 'FROM')} ${image} ${keyword(project, 'AS')} ${BUILDER}`),
  ];
  for (const act of final.acts.slice(0, lastInstall(project) + 1)) {
    const { instruction, effects } = act;
    if (instruction.keyword === 'RUN') {
      if (does(act, ...INSTALLING) || does(act, 'system') || isInside(act, workdir))
        entries.push(changed(dockerfile, instruction, withCaches(dockerfile, instruction, effects)));
    } else if (instruction.keyword === 'ENV') {
      const entry = buildEnvironment(project, instruction);
      if (entry !== undefined) entries.push(entry);
    } else if (['ARG', 'WORKDIR', 'SHELL'].includes(instruction.keyword)) entries.push(kept(dockerfile, instruction));
    else if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      if (isInstallerCopy(act) || placeOf(act) === undefined || isBelow(placeOf(act), workdir))
        entries.push(kept(dockerfile, instruction));
    }
  }
  return entries;
}

function isInstallerCopy({ instruction }: Act): boolean {
  return instruction.keyword === 'COPY' && isToolCopy(instruction);
}

/** Where a copy goes to. */
function placeOf({ instruction, workdir }: Act): string | undefined {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  const written = literal(instruction, instruction.destination);
  return written === undefined ? undefined : resolvePath(workdir, written);
}

function isBelow(path: string | undefined, folder: string): boolean {
  return path !== undefined && (path === folder || path.startsWith(`${folder}/`));
}

/** True for a RUN that makes files or folders of the application alone, which come with its folder. */
export function isInside(act: Act, workdir: string): boolean {
  if (!does(act, 'files', 'directory') || does(act, 'mode', 'application')) return false;
  const text = act.instruction.body.text.replaceAll(`${workdir}/`, '');
  return !CONFIGURATION.test(text) && !/(?:^|[\s"'=>])\/(?!dev\/null)/.test(text);
}

function runtimeStage(project: Project, workdir: string, suite: string, unneeded: ReadonlySet<string>) {
  const { dockerfile, final } = project;
  const last = lastInstall(project);
  const copy = keyword(project, 'COPY');
  const entries: Entry[] = [
    withGap(fresh(`${keyword(project, 'FROM')} ${platformOf(project)}${final.image?.text ?? ''}`)),
  ];
  const [dropped, added, unknown]: [string[], string[], string[]] = [[], [], []];
  let hasExtensions = false;
  let hasApplication = false;
  for (const [index, act] of final.acts.entries()) {
    const { instruction, effects } = act;
    if (instruction.keyword === 'RUN') {
      if (index <= last && isInside(act, workdir)) continue;
      const installing = effects
        .filter(({ kind }) => INSTALLING.some(each => each === kind))
        .map(({ command }) => command);
      const result = runtimeRun(project, instruction, effects, suite, installing, unneeded);
      dropped.push(...result.dropped);
      added.push(...result.added);
      unknown.push(...result.unknown);
      if (result.text !== undefined) entries.push(changed(dockerfile, instruction, result.text));
      if (!hasExtensions && makesExtensions(act)) {
        entries.push(...EXTENSIONS.map(folder => fresh(`${copy} --from=${BUILDER} ${folder} ${folder}`)));
        hasExtensions = true;
      }
    } else if (instruction.keyword === 'ENV') {
      const entry = runtimeEnvironment(project, instruction);
      if (entry !== undefined) entries.push(entry);
    } else if (isInstallerCopy(act)) continue;
    else if (index <= last && copiesContext(instruction) && isBelow(placeOf(act), workdir)) {
      if (!hasApplication) {
        const owner = instruction.flags.find(({ name }) => name === 'chown')?.value;
        const flag = owner === undefined ? '' : `--chown=${owner} `;
        entries.push({
          ...kept(dockerfile, instruction),
          text: `${copy} --from=${BUILDER} ${flag}${workdir} ${workdir}`,
        });
      }
      hasApplication = true;
    } else entries.push(kept(dockerfile, instruction));
  }
  return { entries, dropped, added, unknown };
}

/** True for a RUN that compiles extensions. */
export function makesExtensions({ effects }: Act): boolean {
  return effects.some(({ command }) => /^(?:docker-php-ext-(?:install|enable)|pecl)$/.test(command.name ?? ''));
}
