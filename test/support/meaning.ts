import type { BuildContext } from '../../src/context/build-context.ts';
import type {
  CopyInstruction,
  Dockerfile,
  Instruction,
  RunInstruction,
  Stage,
  Word,
} from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { expand, scopeAt } from '../../src/dockerfile/variables.ts';
import type { Launch } from '../../src/images/configuration.ts';
import { resolvePath } from '../../src/images/paths.ts';
import { finalState, stateAt, type State } from '../../src/images/state.ts';
import { scriptsOf } from '../../src/shell/script.ts';
import { isPosixLike } from '../../src/shell/which-shell.ts';
import type { Call, StubShell } from './stub-shell.ts';

/**
 * What a build does, line by line: its stages, each command with the user, the folder and the variables that it runs with, what is
 * copied where, at which command's failure it stops, and the configuration of each stage's image. The same meaning, the same lines.
 */
export function meaningOf(text: string, context: BuildContext | undefined, shell: StubShell): readonly string[] {
  const dockerfile = parseDockerfile(text);
  const problems = dockerfile.problems.map(({ message }) => `rejected: ${message}`);
  const directives = dockerfile.directives.map(({ name, value }) => `# ${name}=${value}`);
  const sent = (context?.files() ?? []).map(file => `sends ${file}`);
  const stages = dockerfile.stages.flatMap(stage => stageLines(stage, shell));
  return [...problems, ...directives, ...sent, ...stages, ...failures(dockerfile, shell)];
}

function stageLines(stage: Stage, shell: StubShell): readonly string[] {
  const { from, name } = stage;
  const image = from.image === undefined ? '' : valueOf(from, from.image);
  const head = ['FROM', ...from.flags.map(flagText), image, ...(name === undefined ? [] : ['AS', name.toLowerCase()])];
  const steps = stage.instructions.flatMap(instruction => stepLines(instruction, shell));
  return [head.join(' '), ...steps, ...imageLines(stage, shell)];
}

function stepLines(instruction: Instruction, shell: StubShell): readonly string[] {
  if (instruction.keyword === 'RUN') {
    const head = ['RUN', ...instruction.flags.map(flagText)].join(' ');
    return [head, ...commandLines(instruction, shell)];
  }
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') return copyLines(instruction);
  if (instruction.keyword === 'ONBUILD') {
    const { inner } = instruction;
    return inner === undefined ? [] : [`ONBUILD ${inner.keyword} ${inner.body.text.trim()}`];
  }
  return [];
}

/** The commands of an instruction, as programs see them. */
function commandLines(instruction: Instruction, shell: StubShell): readonly string[] {
  const [script] = scriptsOf(instruction);
  if (script === undefined) return [];
  if (!isPosixLike(script.shell)) return [`  ${script.shell}: ${script.source.text.trim()}`];
  const { succeeded, calls } = shell.run(script, settingAt(instruction));
  const user = stateAt(instruction)?.user?.name ?? '?';
  return [...calls.map(call => `  ${user} ${callText(call)}`), ...(succeeded ? [] : ['  fails'])];
}

function callText({ folder, env, words, input }: Call): string {
  const given = input === '' ? [] : ['<<<', JSON.stringify(input)];
  return [folder, ...env, '$', ...words.map(shown), ...given].join(' ');
}

function shown(word: string): string {
  return word === '' || /\s/.test(word) ? JSON.stringify(word) : word;
}

function settingAt(instruction: Instruction) {
  const scope = scopeAt(instruction);
  const variables = scope.names().flatMap(name => {
    const definition = scope.get(name);
    const isSet = (definition.kind === 'env' || definition.kind === 'arg') && definition.value !== undefined;
    return isSet ? [[name, definition.value ?? ''] as const] : [];
  });
  return { folder: stateAt(instruction)?.workdir ?? '?', env: Object.fromEntries(variables) };
}

function copyLines(instruction: CopyInstruction): readonly string[] {
  const { keyword, sources, destination, flags, heredocs } = instruction;
  const { workdir = '?' } = stateAt(instruction) ?? {};
  const target = destination === undefined ? '' : valueOf(instruction, destination);
  const place = resolvePath([workdir, target]) + (/.\/$|(?:^|\/)\.$/.test(target) ? '/' : '');
  const how = [keyword, ...flags.map(flagText).toSorted()].join(' ');
  return sources.map(source => {
    const heredoc = heredocs.find(({ span }) => span[0] === source.span[0]);
    return `${how} ${heredoc ? JSON.stringify(heredoc.body.text) : valueOf(instruction, source)} -> ${place}`;
  });
}

function flagText({ name, value }: { readonly name: string; readonly value: string | undefined }): string {
  return value === undefined ? `--${name}` : `--${name}=${value}`;
}

function valueOf(instruction: Instruction, word: Word): string {
  return expand(instruction, word).value ?? word.text;
}

/** The configuration that a stage ends with. */
function imageLines(stage: Stage, shell: StubShell): readonly string[] {
  const state = finalState(stage);
  const { configuration } = state;
  const env = envNames(stage).map(name => `env ${name}=${state.env(name) ?? '?'}`);
  const { entrypoint, cmd, healthcheck, ports, volumes, labels, stopSignal } = configuration;
  const lines = [
    `user ${state.user?.name ?? '?'}${state.user?.group === undefined ? '' : `:${state.user.group}`}`,
    `workdir ${state.workdir ?? '?'}`,
    ...env,
    ...Array.from(labels, ([key, value]) => `label ${key}=${value ?? '?'}`).toSorted(),
    ...ports.map(port => `port ${port}`),
    ...volumes.map(volume => `volume ${volume}`),
    ...(stopSignal === undefined ? [] : [`stopsignal ${stopSignal}`]),
    `shell ${state.shell.join(' ')}`,
    ...launchLines('entrypoint', entrypoint, state, shell),
    ...launchLines('cmd', cmd, state, shell),
    ...(healthcheck === undefined
      ? []
      : [['healthcheck', ...healthcheck.flags.map(flagText)].join(' '), ...commandLines(healthcheck, shell)]),
  ];
  return lines.map(line => `  = ${line}`);
}

function envNames({ instructions }: Stage): readonly string[] {
  const names = instructions.flatMap(one => (one.keyword === 'ENV' ? one.pairs.map(({ key }) => key.text) : []));
  return [...new Set(names)].toSorted();
}

function launchLines(name: string, launch: Launch | undefined, state: State, shell: StubShell): readonly string[] {
  if (launch === undefined || launch.argv?.length === 0) return [];
  if (launch.argv !== undefined) return [`${name} $ ${launch.argv.map(shown).join(' ')}`];
  if (launch.instruction === undefined) return [`${name} ${launch.script ?? ''}`];
  const [script] = scriptsOf(launch.instruction);
  const calls = script && isPosixLike(script.shell) ? shell.run(script, settingAt(launch.instruction)).calls : [];
  return [
    `${name} through ${state.shell.join(' ')}`,
    ...calls.map(({ words }) => `${name} $ ${words.map(shown).join(' ')}`),
  ];
}

/** For each program, whether the build stops where it fails. */
function failures({ instructions }: Dockerfile, shell: StubShell): readonly string[] {
  const scripts = instructions
    .filter((one): one is RunInstruction => one.keyword === 'RUN')
    .flatMap(run => scriptsOf(run).slice(0, 1))
    .filter(script => isPosixLike(script.shell));
  const runAll = (failing: string): readonly boolean[] =>
    scripts.map(script => shell.run(script, { ...settingAt(script.instruction), failing }).succeeded);
  const programs = scripts.flatMap(script =>
    shell.run(script, settingAt(script.instruction)).calls.flatMap(({ words: [program = ''] }) => program),
  );
  return [...new Set(programs)]
    .toSorted()
    .map(program => `${runAll(program).every(Boolean) ? 'goes on' : 'stops'} where ${program} fails`);
}
