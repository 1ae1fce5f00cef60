import type { CommandInstruction, Instruction } from '../dockerfile/model.ts';
import { expand } from '../dockerfile/variables.ts';
import type { ImageFacts } from './image-facts.ts';
import type { Link } from './stage-chain.ts';

/** What ENTRYPOINT or CMD comes to. */
export interface Launch {
  /** The exec form's words, empty where there is none; undefined for the shell form. */
  readonly argv: readonly string[] | undefined;
  /** The shell form's text. */
  readonly script: string | undefined;
  /** Undefined where it is the base image's. */
  readonly instruction: Instruction | undefined;
}

/** The configuration of the image that a stage would make here, its own and what it inherits. Undefined is unknown. */
export interface Configuration {
  readonly entrypoint: Launch | undefined;
  readonly cmd: Launch | undefined;
  /** The last HEALTHCHECK; undefined where the file has none. */
  readonly healthcheck: Instruction | undefined;
  /** As written and expanded (`8080`, `53/udp`), the base's first. */
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly stopSignal: string | undefined;
}

const CONFIGURING = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'EXPOSE', 'VOLUME', 'LABEL', 'STOPSIGNAL'] as const;

/** Reads the instructions that set configuration, those of the stages below first. */
export function effectiveConfiguration(chain: Link, facts: ImageFacts | undefined): Configuration {
  const draft: Draft = {
    entrypoint: ofBase(facts?.entrypoint),
    cmd: ofBase(facts?.cmd),
    healthcheck: undefined,
    ports: new Set(facts?.ports),
    volumes: new Set(facts?.volumes),
    labels: new Map(),
    stopSignal: facts?.stopSignal,
  };
  const links: Link[] = [];
  for (let link: Link | undefined = chain; link !== undefined; link = link.below) links.push(link);
  for (const { timeline, before } of links.toReversed()) {
    const instructions = CONFIGURING.flatMap(keyword => timeline.configuration.get(keyword) ?? [])
      .filter(({ index }) => index < before)
      .toSorted((a, b) => a.index - b.index);
    // ENTRYPOINT takes back an inherited CMD, not one of its own stage (BuildKit, dispatchEntrypoint).
    const first = instructions.find(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD');
    if (first?.keyword === 'ENTRYPOINT') draft.cmd = { argv: [], script: undefined, instruction: undefined };
    for (const instruction of instructions) apply(draft, instruction);
  }
  return { ...draft, ports: [...draft.ports], volumes: [...draft.volumes] };
}

interface Draft {
  entrypoint: Launch | undefined;
  cmd: Launch | undefined;
  healthcheck: Instruction | undefined;
  readonly ports: Set<string>;
  readonly volumes: Set<string>;
  readonly labels: Map<string, string | undefined>;
  stopSignal: string | undefined;
}

function ofBase(argv: readonly string[] | undefined): Launch | undefined {
  return argv && { argv, script: undefined, instruction: undefined };
}

function apply(draft: Draft, instruction: Instruction): void {
  const { keyword, args } = instruction;
  const values = (): string[] => args.flatMap(word => expand(instruction, word).value ?? []);
  if (keyword === 'CMD') draft.cmd = launchOf(instruction);
  else if (keyword === 'ENTRYPOINT') draft.entrypoint = launchOf(instruction);
  else if (keyword === 'HEALTHCHECK') draft.healthcheck = instruction;
  else if (keyword === 'EXPOSE') values().forEach(port => draft.ports.add(port));
  else if (keyword === 'VOLUME') values().forEach(path => draft.volumes.add(path));
  else if (keyword === 'STOPSIGNAL') draft.stopSignal = values()[0];
  else if (keyword === 'LABEL') {
    for (const { key, value } of instruction.pairs) {
      draft.labels.set(expand(instruction, key).value ?? key.text, expand(instruction, value).value);
    }
  }
}

function launchOf(instruction: CommandInstruction): Launch {
  const { json, args, script } = instruction;
  return json
    ? { argv: args.map(({ text }) => text), script: undefined, instruction }
    : { argv: undefined, script: script?.text, instruction };
}
