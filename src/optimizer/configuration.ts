import type { Instruction, Stage } from '../dockerfile/model.ts';
import { factsOf, factsOfScratch, type ImageFacts } from '../images/image-facts.ts';
import type { ConfigurationChange, EffectiveConfiguration } from './plan.ts';
import { literal, resolvePath } from './project.ts';

type Writable = { -readonly [Key in keyof EffectiveConfiguration]: EffectiveConfiguration[Key] } & {
  readonly environment: Map<string, string>;
  readonly labels: Map<string, string>;
};

/** What an image of this stage would be started with: its own instructions on top of what the bases hand down. */
export function configurationOf(stage: Stage): EffectiveConfiguration {
  const state = start(stage);
  let ownEntrypoint = false;
  let ownCommand = false;
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'ENTRYPOINT') ownEntrypoint = true;
    if (instruction.keyword === 'CMD') ownCommand = true;
    apply(state, instruction);
  }
  // As BuildKit has it: an ENTRYPOINT of the stage takes away the CMD that it inherited.
  if (ownEntrypoint && !ownCommand) state.command = [];
  return state;
}

/** Facts of the image that a stage ends up on. */
export function baseFacts({ base }: Stage): ImageFacts | undefined {
  if (base.kind === 'scratch') return factsOfScratch();
  if (base.kind === 'stage') return baseFacts(base.stage);
  return base.kind === 'image' ? factsOf(base.image) : undefined;
}

function start({ base }: Stage): Writable {
  if (base.kind === 'stage') {
    const inherited = configurationOf(base.stage);
    return { ...inherited, environment: new Map(inherited.environment), labels: new Map(inherited.labels) };
  }
  const facts = base.kind === 'scratch' ? factsOfScratch() : base.kind === 'image' ? factsOf(base.image) : undefined;
  return {
    entrypoint: facts?.entrypoint,
    command: facts?.cmd,
    environment: new Map([...(facts?.env ?? [])].map(([name, value]) => [name, value ?? ''])),
    workdir: facts?.workdir,
    user: facts?.user,
    ports: facts?.ports ?? [],
    volumes: facts?.volumes ?? [],
    stopSignal: facts?.stopSignal,
    healthcheck: undefined,
    labels: new Map(),
  };
}

function apply(state: Writable, instruction: Instruction): void {
  const [first] = instruction.args;
  const words = instruction.args.map(word => literal(instruction, word) ?? word.text);
  if (instruction.keyword === 'ENV' || instruction.keyword === 'LABEL') {
    const target = instruction.keyword === 'ENV' ? state.environment : state.labels;
    for (const { key, value } of instruction.pairs)
      target.set(unquoted(key.text), literal(instruction, value) ?? unquoted(value.text));
  } else if (instruction.keyword === 'WORKDIR' && first !== undefined)
    state.workdir = resolvePath(state.workdir, literal(instruction, first) ?? first.text);
  else if (instruction.keyword === 'USER') state.user = words.join(' ');
  else if (instruction.keyword === 'EXPOSE')
    state.ports = [...new Set([...state.ports, ...words.map(word => (word.includes('/') ? word : `${word}/tcp`))])];
  else if (instruction.keyword === 'VOLUME') state.volumes = [...new Set([...state.volumes, ...words])];
  else if (instruction.keyword === 'STOPSIGNAL') state.stopSignal = words.join(' ');
  else if (instruction.keyword === 'HEALTHCHECK')
    state.healthcheck = instruction.none ? undefined : instruction.body.text.replace(/\s+/g, ' ').trim();
  else if (instruction.keyword === 'CMD') state.command = commandWords(instruction);
  else if (instruction.keyword === 'ENTRYPOINT') state.entrypoint = commandWords(instruction);
}

function commandWords(instruction: Instruction): readonly string[] {
  return instruction.json
    ? instruction.args.map(({ text }) => text)
    : ['/bin/sh', '-c', instruction.body.text.replace(/\s+/g, ' ').trim()];
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

/** What differs between two configurations; each with the reason that holds for its field. */
export function changesBetween(
  before: EffectiveConfiguration,
  after: EffectiveConfiguration,
  reasonFor: (field: string, before: string | undefined) => string,
): ConfigurationChange[] {
  const list = (words: readonly string[] | undefined): string | undefined =>
    words === undefined ? undefined : JSON.stringify(words);
  const fields: (readonly [string, string | undefined, string | undefined])[] = [
    ['entrypoint', list(before.entrypoint), list(after.entrypoint)],
    ['command', list(before.command), list(after.command)],
    ['workdir', before.workdir, after.workdir],
    ['user', asRoot(before.user), asRoot(after.user)],
    ['ports', list(before.ports), list(after.ports)],
    ['volumes', list(before.volumes), list(after.volumes)],
    ['stop signal', before.stopSignal, after.stopSignal],
    ['health check', before.healthcheck, after.healthcheck],
    ...mapFields('environment', before.environment, after.environment),
    ...mapFields('label', before.labels, after.labels),
  ];
  return fields
    .filter(([, from, to]) => from !== to)
    .map(([field, from, to]) => ({ field, before: from, after: to, reason: reasonFor(field, from) }));
}

function asRoot(user: string | undefined): string | undefined {
  return user === '0' || user === '0:0' || user === 'root:root' ? 'root' : user;
}

function mapFields(
  kind: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): (readonly [string, string | undefined, string | undefined])[] {
  return [...new Set([...before.keys(), ...after.keys()])].map(
    name => [`${kind} ${name}`, before.get(name), after.get(name)] as const,
  );
}
