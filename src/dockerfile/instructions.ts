import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { splitCommand, type Command } from './command.ts';
import type {
  Comment,
  CopyInstruction,
  Flag,
  FromInstruction,
  HealthcheckInstruction,
  Heredoc,
  Instruction,
  PlainInstruction,
  Word,
} from './model.ts';
import { mountsOf } from './mounts.ts';
import { blankWords, declarationsOf, pairsOf, quotedWords, wholeWord } from './words.ts';

/** What an instruction has beside its own text. */
export interface Surroundings {
  readonly span: Span;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly heredocs: readonly Heredoc[];
  readonly comments: readonly Comment[];
  readonly innerComments: readonly Comment[];
  readonly emptyLines: readonly Span[];
  readonly index: number;
  readonly inOnbuild: boolean;
}

/** The parts that every instruction has. */
interface Common extends Surroundings {
  readonly keywordSpan: Span;
  readonly flags: readonly Flag[];
  readonly body: MappedText;
  readonly json: boolean;
  readonly args: readonly Word[];
  readonly stage: undefined;
}

/** The typed instruction that a command is. */
export function instructionOf(command: Command, around: Surroundings, escape: string): Instruction {
  // Spreading objects of so many fields would take a third of the time of parsing.
  const { span, firstLine, lastLine, heredocs, comments, innerComments, emptyLines, index, inOnbuild } = around;
  const common: Common = {
    span,
    firstLine,
    lastLine,
    heredocs,
    comments,
    innerComments,
    emptyLines,
    index,
    inOnbuild,
    keywordSpan: command.keywordSpan,
    flags: command.flags.map(({ flag }) => flag),
    body: command.body,
    json: command.json?.kind === 'strings',
    args: hasManyWords(command) ? [] : argsOf(command, escape),
    stage: undefined,
  };
  const instruction = typed(command, common, escape);
  return hasManyWords(command) ? withLazyArgs(instruction, () => argsOf(command, escape)) : instruction;
}

function typed(command: Command, common: Common, escape: string): Instruction {
  const { keyword, body } = command;
  switch (keyword) {
    case 'FROM':
      return Object.assign(common, { keyword, ...fromParts(common.args) });
    case 'RUN':
      return Object.assign(common, {
        keyword,
        script: common.json ? undefined : body,
        mounts: mountsOf(command.flags),
      });
    case 'COPY':
    case 'ADD':
      return Object.assign(common, { keyword, ...copyParts(common.args, common.flags) });
    case 'CMD':
    case 'ENTRYPOINT':
      return Object.assign(common, { keyword, script: common.json ? undefined : body });
    case 'HEALTHCHECK':
      return Object.assign(common, { keyword, ...healthcheckParts(body, common.json) });
    case 'ENV':
    case 'LABEL':
      return Object.assign(common, { keyword, pairs: pairsOf(body, escape).pairs });
    case 'ARG':
      return Object.assign(common, { keyword, declarations: declarationsOf(body, escape) });
    case 'ONBUILD':
      return Object.assign(common, { keyword, inner: innerInstruction(common, escape) });
    default:
      return isPlain(keyword)
        ? Object.assign(common, { keyword })
        : Object.assign(common, { keyword: 'UNKNOWN', name: command.name } as const);
  }
}

const PLAIN: readonly string[] = [
  'EXPOSE',
  'MAINTAINER',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] satisfies PlainInstruction['keyword'][];

function isPlain(keyword: string): keyword is PlainInstruction['keyword'] {
  return PLAIN.includes(keyword);
}

function fromParts([image, as, alias]: readonly Word[]): Pick<FromInstruction, 'image' | 'alias' | 'asSpan'> {
  const isNamed = as?.text.toLowerCase() === 'as';
  return { image, alias: isNamed ? alias : undefined, asSpan: isNamed ? as.span : undefined };
}

function copyParts(
  args: readonly Word[],
  flags: readonly Flag[],
): Pick<CopyInstruction, 'sources' | 'destination' | 'from'> {
  const from = flags.find(flag => flag.name === 'from');
  if (args.length < 2) return { sources: args, destination: undefined, from };
  return { sources: args.slice(0, -1), destination: args.at(-1), from };
}

function healthcheckParts(body: MappedText, json: boolean): Pick<HealthcheckInstruction, 'none' | 'script'> {
  const type = /^(\S*)\s*/.exec(body.text);
  const isCommand = type?.[1]?.toUpperCase() === 'CMD' && !json;
  return {
    none: type?.[1]?.toUpperCase() === 'NONE',
    script: isCommand ? body.slice(type?.[0].length ?? 0) : undefined,
  };
}

/** An ONBUILD in an ONBUILD, which BuildKit rejects, has no inner instruction: so depth cannot grow with the input. */
function innerInstruction(outer: Common, escape: string): Instruction | undefined {
  if (outer.inOnbuild || outer.body.text === '') return undefined;
  const command = splitCommand(outer.body, escape);
  const [, end] = outer.span;
  return instructionOf(
    command,
    { ...surroundings(outer), span: [command.keywordSpan[0], end], inOnbuild: true },
    escape,
  );
}

function surroundings(outer: Common): Surroundings {
  const { span, firstLine, lastLine, heredocs, comments, innerComments, emptyLines, index, inOnbuild } = outer;
  return { span, firstLine, lastLine, heredocs, comments, innerComments, emptyLines, index, inOnbuild };
}

const ONE_WORD = ['MAINTAINER', 'STOPSIGNAL', 'USER', 'WORKDIR'];
const QUOTED_WORDS = ['ARG', 'ENV', 'LABEL'];

function argsOf(command: Command, escape: string): readonly Word[] {
  if (command.json?.kind === 'strings') return command.json.words;
  if (ONE_WORD.includes(command.keyword)) return wholeWord(command.body);
  if (QUOTED_WORDS.includes(command.keyword)) return quotedWords(command.body, escape);
  return blankWords(command.body);
}

const MANY = 10_000;

/** Few ask for the words of a long RUN, and there may be millions. */
function hasManyWords({ keyword, body, json }: Command): boolean {
  return body.text.length > MANY && keyword === 'RUN' && json?.kind !== 'strings';
}

function withLazyArgs(instruction: Instruction, args: () => readonly Word[]): Instruction {
  let words: readonly Word[] | undefined;
  return Object.defineProperty(instruction, 'args', { get: () => (words ??= args()), enumerable: true });
}
