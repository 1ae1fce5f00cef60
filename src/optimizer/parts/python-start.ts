import { configurationOf } from '../configuration.ts';
import type { Entry } from '../draft.ts';
import { composeFiles, parseDocument } from '../hazards/compose-files.ts';
import { startScripts } from '../hazards/starting.ts';
import type { Evidence } from '../plan.ts';
import { stateAt } from '../../images/state.ts';
import { type Project, resolvePath, seenAt } from '../project.ts';
import { keyword } from './keyword.ts';
import { argvOf, hasCommand, startOf } from './start.ts';
import type { Instruction } from '../../dockerfile/model.ts';

/** Where packages are installed in a virtual environment of our own: the same path in both stages, for it does not move. */
const VENV = '/venv';

export interface Venv {
  readonly path: string;
  /** True where the original makes it. */
  readonly isOwn: boolean;
  /** The one link in its `bin` that leads out of it: the name that Python was called by. */
  readonly link: string;
}

/** The virtual environment that the original makes with Python itself, or one of our own. */
export function venvOf({ final }: Project): Venv {
  for (const { effects, workdir, instruction } of final.acts) {
    for (const effect of effects) {
      if (!('tool' in effect) || effect.tool !== 'venv') continue;
      const word = effect.command.words.findLast(({ text }) => !text.startsWith('-'));
      const written = word?.value ?? (word === undefined ? undefined : fromVariables(instruction, word.unquoted));
      const path = written === undefined ? undefined : resolvePath(workdir, written);
      if (path !== undefined) return { path, isOwn: true, link: effect.command.name ?? 'python3' };
    }
  }
  return { path: VENV, isOwn: false, link: 'python3' };
}

/** `$NAME` as the stage's ENV or ARG has it. */
function fromVariables(instruction: Instruction, text: string): string | undefined {
  const name = /^\$\{?(\w+)\}?$/.exec(text)?.[1];
  return name === undefined ? undefined : stateAt(instruction)?.env(name);
}

/** Programs by their whole path are in the virtual environment now; `uv run` and its like are not needed in it. */
export function ownCommand(project: Project, instruction: Instruction): Entry | undefined {
  if (!hasCommand(instruction)) return undefined;
  return startOf(project, instruction, argv => ownWords(project, argv));
}

function ownWords(project: Project, argv: readonly string[]): readonly string[] {
  const venv = venvOf(project);
  if (venv.isOwn) return withoutRunner(argv);
  const places = ['/usr/local/bin/', ...projectVenvs(project).map(path => `${path}/bin/`)];
  return withoutRunner(argv).map((word, index) => {
    const place = index === 0 ? places.find(each => word.startsWith(each) && word.length > each.length) : undefined;
    return place === undefined ? word : `${venv.path}/bin/${word.slice(place.length)}`;
  });
}

/** Where uv, poetry and pipenv would put a virtual environment of the project's own, as the file may write it. */
export function projectVenvs({ final }: Project): readonly string[] {
  const folders = final.acts.flatMap(({ workdir, effects }) =>
    effects.some(({ kind }) => kind === 'dependencies') && workdir !== undefined ? [workdir] : [],
  );
  return [...new Set(folders)].flatMap(folder => [`${folder === '/' ? '' : folder}/.venv`, '.venv', './.venv']);
}

/** `uv run`, `poetry run` and their like, in whatever they stand. */
const RUNNER = /\b(?:uv|poetry|pipenv|pdm|rye|hatch)\s+run\b/;
/** What `uv run` is told about the environment, which is made by then. */
const RUNNER_SWITCHES = new Set([
  '--',
  '--no-sync',
  '--frozen',
  '--locked',
  '--no-dev',
  '--offline',
  '--no-project',
  '-q',
]);

function withoutRunner(argv: readonly string[]): readonly string[] {
  const [first = '', second] = argv;
  if (!['uv', 'poetry', 'pipenv'].includes(first) || second !== 'run') return argv;
  const at = argv.findIndex((word, index) => index > 1 && !RUNNER_SWITCHES.has(word));
  const rest = argv.slice(at === -1 ? argv.length : at);
  if (rest[0] === undefined || rest[0].startsWith('-')) return argv;
  // `uv run main.py` runs a file with Python.
  return rest[0].endsWith('.py') ? ['python', ...rest] : rest;
}

/** What is started through a tool that stays in the stage which installs, or by a path that is no more; an entry of the evidence each. */
export function leftBehind(project: Project): Evidence[] {
  const { final, context } = project;
  const venv = `${venvOf(project).path}/`;
  const isLost = (text: string): boolean =>
    RUNNER.test(text) || /\.venv\/|\.local\/bin\b/.test(text.replaceAll(venv, ''));
  const own = final.acts.flatMap(({ instruction }) => {
    if (!hasCommand(instruction) && instruction.keyword !== 'HEALTHCHECK') return [];
    const argv = hasCommand(instruction) ? argvOf(instruction) : undefined;
    const text = argv === undefined ? instruction.body.text : ownWords(project, argv).join(' ');
    return isLost(text) ? [seenAt(project, instruction)] : [];
  });
  const was = configurationOf(final.stage);
  const scripts = startScripts({ before: project, was }).flatMap(({ path, text }) => {
    const line = text.split('\n').findIndex(isLost);
    return line === -1
      ? []
      : [{ file: path, line: line + 1, text: (text.split('\n')[line] ?? '').trim().slice(0, 80) }];
  });
  const composed = composeFiles(context)
    .flatMap(file => parseDocument(file, context.read(file) ?? ''))
    .filter(({ value }) => isLost(value.replaceAll(/["',]+/g, ' ')));
  return [...own, ...scripts, ...composed.map(({ evidence }) => evidence)];
}

export function distrolessCommand(project: Project, instruction: Instruction): Entry | undefined {
  const own = ownCommand(project, instruction);
  if (instruction.keyword !== 'CMD' || project.final.acts.some(act => act.instruction.keyword === 'ENTRYPOINT'))
    return own;
  const reset = `${keyword(project, 'ENTRYPOINT')} []`;
  const line = own?.text ?? project.dockerfile.text.slice(instruction.span[0], instruction.span[1]);
  return {
    lead: `# The image's own entrypoint would put the interpreter before the command a second time.\n`,
    text: `${reset}\n${line}`,
    origin: instruction,
  };
}
