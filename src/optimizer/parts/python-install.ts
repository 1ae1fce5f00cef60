import type { ShellCommand } from '../../shell/model.ts';
import { operationsOf } from '../../shell/operations.ts';
import type { Effect } from '../effects.ts';
import type { Act, Project } from '../project.ts';
import { cacheEdits } from './cache-mounts.ts';
import { keyword } from './keyword.ts';
import { projectVenvs } from './python-start.ts';
import { dropCommands, dropWords, editRun, isPlainList } from './run-text.ts';

/** The tools that install, which stay out of the virtual environment; pip and setuptools are parts of it. */
const INSTALLERS = /^(?:uv|poetry|poetry-core|pipenv|virtualenv)$/;

export function bringsInstaller(effect: Effect): boolean {
  if (effect.kind !== 'tool') return false;
  const packages = operationsOf(effect.command).flatMap(operation => operation.packages);
  return effect.tool !== 'pip' || packages.some(({ name = '' }) => INSTALLERS.test(name));
}

/** The commands at the head of an install's RUN that only bring or set up its installer. */
function installersOf({ instruction, effects }: Act): readonly Effect[] {
  const count = effects.findIndex(({ kind }) => kind !== 'tool');
  const head = effects.slice(0, count);
  const isList = effects.every(({ command }) => command.after === undefined || command.after === '&&');
  const isPlain = isList && isPlainList(effects.map(({ command }) => command)) && instruction.flags.length === 0;
  return isPlain && head.some(bringsInstaller) ? head : [];
}

export function installerText(project: Project, act: Act): string | undefined {
  const commands = installersOf(act).map(({ command }) => command);
  const [first, last] = [commands[0], commands.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return `${keyword(project, 'RUN')} ${project.dockerfile.text.slice(first.span[0], last.span[1])}`;
}

/** True for a RUN that only makes the virtual environment in the project's folder, or an ENV that only has the shell find it. */
export function servesProjectVenv(project: Project, { instruction, effects }: Act): boolean {
  if (effects.length > 0) return effects.every(({ command }) => makesVenv(command));
  const places = projectVenvs(project).flatMap(path => [`${path}/bin:$PATH`, `${path}/bin:\${PATH}`]);
  return (
    instruction.keyword === 'ENV' &&
    instruction.pairs.every(
      ({ key, value }) => key.text === 'PATH' && places.includes(value.text.replaceAll(/^["']|["']$/g, '')),
    )
  );
}

/** `uv venv`, `virtualenv`. */
export function makesVenv({ name, words }: ShellCommand): boolean {
  return name === 'virtualenv' || (name === 'uv' && words[1]?.value === 'venv');
}

/** Tools other than pip look for the variable that an activated environment sets; uv has one of its own for a project. */
export function variables({ final }: Project, venv: string): string {
  const tools = final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect => (effect.kind === 'dependencies' && 'tool' in effect ? effect.tool : [])),
  );
  const isSet = final.acts.some(
    ({ instruction }) =>
      instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text === 'UV_LINK_MODE'),
  );
  if (tools.includes('uv'))
    return `UV_PROJECT_ENVIRONMENT=${venv} ${isSet ? '' : 'UV_LINK_MODE=copy '}VIRTUAL_ENV=${venv} `;
  return tools.some(tool => tool !== 'pip') ? `VIRTUAL_ENV=${venv} ` : '';
}

/** An install into the virtual environment: the words that aim at the system's Python go. */
export function installText(project: Project, act: Act): string {
  const { instruction, effects } = act;
  if (instruction.keyword !== 'RUN') return '';
  const aimed = effects.flatMap(effect =>
    'tool' in effect
      ? effect.command.words.filter(({ value }) => value === '--system' || value === '--break-system-packages')
      : [],
  );
  const installers = new Set(installersOf(act).map(({ command }) => command));
  return editRun(project.dockerfile, instruction, [
    ...dropCommands(
      effects.map(({ command }) => command),
      installers,
    ),
    ...cacheEdits(
      project.dockerfile,
      instruction,
      effects.filter(({ command }) => !installers.has(command)),
    ),
    ...dropWords(
      project.dockerfile,
      aimed.map(({ span }) => span),
    ),
  ]);
}
