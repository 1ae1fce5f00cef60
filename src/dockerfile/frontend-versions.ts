import type { Directive, Instruction } from './model.ts';
import type { Span } from '../text/span.ts';

/** What a file uses that not every version of the Dockerfile frontend knows. */
export interface NeededVersion {
  /** As people call it: `--exclude`, `a heredoc`. */
  readonly what: string;
  readonly span: Span;
  /** The minor of the first version 1.x that knows it. */
  readonly minor: number;
}

/** Flags → the minor of the version 1.x that brought them (the tables of options in the Dockerfile reference). */
const FLAGS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  RUN: { mount: 2, network: 3, security: 20, device: 27 },
  ADD: { 'keep-git-dir': 1, chmod: 2, link: 4, checksum: 6, unpack: 17, exclude: 19 },
  COPY: { chmod: 2, link: 4, exclude: 19, parents: 20 },
};
const HEREDOC = 4;

/** What an instruction uses of later versions, in the order of the text. */
export function neededVersions({ keyword, flags, heredocs }: Instruction): readonly NeededVersion[] {
  const known = FLAGS[keyword] ?? {};
  const ofFlags = flags.flatMap(({ name, span }) => {
    const minor = Object.hasOwn(known, name) ? known[name] : undefined;
    const nameSpan = [span[0], span[0] + name.length + 2] as const;
    return minor === undefined ? [] : { what: `\`--${name}\``, span: nameSpan, minor };
  });
  return [...ofFlags, ...heredocs.map(({ span }) => ({ what: 'a heredoc', span, minor: HEREDOC }))];
}

/** The minor that a `syntax` directive asks for, at most; infinite for `1` and `latest`. Undefined for other frontends, labs included. */
export function frontendMinor({ value }: Directive): number | undefined {
  const [, tag = 'latest'] = /^(?:docker\.io\/)?docker\/dockerfile(?::([\w.-]+))?(?:@\S+)?$/.exec(value) ?? [];
  if (!/^(?:docker\.io\/)?docker\/dockerfile(?:[:@]|$)/.test(value)) return undefined;
  if (tag === 'latest' || tag === '1') return value.includes('@') ? undefined : Number.POSITIVE_INFINITY;
  const [, minor] = /^1\.(\d+)(?:\.\d+)?$/.exec(tag) ?? [];
  return minor === undefined ? undefined : Number(minor);
}
