import { nearest } from '../../text/nearest.ts';
import type { Command } from '../command.ts';
import type { ParsedFlag } from '../flags.ts';
import type { Flag, Problem } from '../model.ts';
import { hint, syntax } from './problem.ts';

type FlagType = 'boolean' | 'one' | 'many';
type FlagTypes = Readonly<Record<string, FlagType>>;

const NO_FLAGS: FlagTypes = {};

/** https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/instructions/parse.go */
const FLAGS: Readonly<Record<string, FlagTypes>> = {
  ADD: {
    chown: 'one',
    chmod: 'one',
    link: 'boolean',
    'keep-git-dir': 'boolean',
    checksum: 'one',
    unpack: 'boolean',
    exclude: 'many',
  },
  CMD: NO_FLAGS,
  COPY: { chown: 'one', from: 'one', chmod: 'one', link: 'boolean', exclude: 'many', parents: 'boolean' },
  ENTRYPOINT: NO_FLAGS,
  ENV: NO_FLAGS,
  EXPOSE: NO_FLAGS,
  FROM: { platform: 'one' },
  HEALTHCHECK: { interval: 'one', timeout: 'one', 'start-period': 'one', 'start-interval': 'one', retries: 'one' },
  LABEL: NO_FLAGS,
  MAINTAINER: NO_FLAGS,
  ONBUILD: NO_FLAGS,
  RUN: { mount: 'many', network: 'one', security: 'one', device: 'many' },
  SHELL: NO_FLAGS,
  USER: NO_FLAGS,
  VOLUME: NO_FLAGS,
  WORKDIR: NO_FLAGS,
};

/** Flags that BuildKit does not know, that are given twice, or whose value is missing or wrong. ARG and STOPSIGNAL take any. */
export function flagProblems({ keyword, flags, body }: Command): readonly Problem[] {
  const types = FLAGS[keyword];
  if (types === undefined || (keyword === 'HEALTHCHECK' && /^none(?:\s|$)/i.test(body.text))) return [];
  const seen = new Set<string>();
  return flags.flatMap(parsed => {
    const { name } = parsed.flag;
    const again = seen.has(name);
    seen.add(name);
    return flagProblem(keyword, types, parsed, again) ?? [];
  });
}

function flagProblem(keyword: string, types: FlagTypes, { flag }: ParsedFlag, again: boolean): Problem | undefined {
  const { name, value, span } = flag;
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) {
    return syntax(`${keyword} has no flag \`--${name}\`${hint(flagNear(name, types))}`, span);
  }
  if (again && type !== 'many') return syntax(`The flag \`--${name}\` is given twice.`, span);
  if (type === 'boolean') return booleanProblem(flag);
  if (value === undefined) return syntax(`The flag \`--${name}\` needs a value: \`--${name}=…\`.`, span);
  return undefined;
}

function flagNear(name: string, types: FlagTypes): string | undefined {
  const near = nearest(name, Object.keys(types));
  return near === undefined ? undefined : `--${near}`;
}

function booleanProblem({ name, value, span, valueSpan }: Flag): Problem | undefined {
  if (value === undefined || /^(?:true|false)$/i.test(value)) return undefined;
  return syntax(`The flag \`--${name}\` takes \`true\` or \`false\`, not \`${value}\`.`, valueSpan ?? span);
}
