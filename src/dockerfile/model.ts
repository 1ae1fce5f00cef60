import type { Lines } from '../text/lines.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { ImageReference } from './image-reference.ts';

/** A parsed Dockerfile: plain data over the source text, every position an offset into it. */
export interface Dockerfile {
  readonly text: string;
  readonly lines: Lines;
  /** The character that continues lines. */
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every comment line, those inside continued instructions included; heredoc bodies have none. */
  readonly comments: readonly Comment[];
  /** Every instruction in order, those before the first FROM included. */
  readonly instructions: readonly Instruction[];
  /** ARG instructions before the first FROM. */
  readonly globals: readonly ArgInstruction[];
  readonly stages: readonly Stage[];
  /** What BuildKit rejects. A file that it accepts has none. */
  readonly problems: readonly Problem[];
  readonly options: ParseOptions;
}

/** What the caller knows of the build beyond the file: it changes what variables and stages mean. */
export interface ParseOptions {
  /** `--build-arg`s. */
  readonly buildArgs?: Readonly<Record<string, string>>;
  /** `--target`s: stages that ship although later ones follow. */
  readonly targets?: readonly string[];
  /** `--build-context` names, which `FROM` and `--from` may name. */
  readonly namedContexts?: readonly string[];
  /** Platforms that the image is built for: `linux/arm64`. */
  readonly platforms?: readonly string[];
}

/** Something that BuildKit rejects, at the place it stands. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly span: Span;
}

/** `syntax` is the default; the others have rules of their own beside `syntax-error`. */
export type ProblemKind =
  | 'syntax'
  | 'before-from'
  | 'onbuild'
  | 'unknown-stage'
  | 'own-stage'
  | 'later-stage'
  | 'port'
  | 'base-image';

/** `# name=value` at the head of the file: `syntax`, `escape` or `check`. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** One comment line: `text` is what follows `#`, trimmed. The span is `#` to the end of the line's text. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
  readonly line: number;
}

/** A word as BuildKit splits it: continuations and comments taken out, quotes and variables kept. A JSON string is decoded. */
export interface Word {
  readonly text: string;
  /** Quotes included. */
  readonly span: Span;
  /** Where each character stands, where the text differs from what the span covers: continuations, JSON escapes, a flag's quotes. */
  readonly map?: MappedText;
}

/** `--name=value`; the value as BuildKit reads it, without quotes, undefined where there is no `=`. */
export interface Flag {
  readonly name: string;
  readonly value: string | undefined;
  readonly span: Span;
  readonly valueSpan: Span | undefined;
  /** Where each character of the value stands, where it differs from what its span covers. */
  readonly valueMap?: MappedText;
}

export interface Heredoc {
  readonly name: string;
  /** False where the name is quoted: then BuildKit expands no variables in the body. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are taken out. */
  readonly chomp: boolean;
  readonly descriptor: number;
  /** `<<NAME` itself. */
  readonly span: Span;
  /** The body's lines as they stand, the closing line not included. */
  readonly bodySpan: Span;
  readonly body: MappedText;
}

/** One value of `RUN --mount=…`; every option as a word under its name, `type` always there (`bind` unless said). */
export interface Mount {
  readonly type: string;
  readonly options: ReadonlyMap<string, Word>;
  readonly target: string | undefined;
  readonly source: string | undefined;
  readonly from: string | undefined;
  readonly id: string | undefined;
  readonly flag: Flag;
}

/** `key=value`; `legacy` where it is written `key value`. */
export interface Pair {
  readonly key: Word;
  readonly value: Word;
  readonly span: Span;
  readonly legacy: boolean;
}

interface Common {
  /** The keyword as it is written. */
  readonly keywordSpan: Span;
  /** Keyword to the last character, heredocs and their closing lines included, the line end not. */
  readonly span: Span;
  /** From 1, as BuildKit counts: a continued instruction's last line, a heredoc's closing line. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly flags: readonly Flag[];
  /** What follows keyword and flags, as one logical line: continuations and comments taken out, heredoc bodies not included. */
  readonly body: MappedText;
  /** True for the JSON (exec) form. */
  readonly json: boolean;
  /**
   * The strings of the JSON form (for HEALTHCHECK those behind CMD); otherwise the words between blanks, heredoc markers
   * included. ARG, ENV and LABEL keep blanks in quotes; WORKDIR, USER, STOPSIGNAL and MAINTAINER are one word.
   */
  readonly args: readonly Word[];
  readonly heredocs: readonly Heredoc[];
  /** The comment lines right above, with no blank line between. */
  readonly comments: readonly Comment[];
  /** The comment lines inside it. */
  readonly innerComments: readonly Comment[];
  /** Lines of blanks only inside a continuation: BuildKit drops them with a warning. */
  readonly emptyLines: readonly Span[];
  /** Place in `Dockerfile.instructions`; an ONBUILD's inner instruction has its wrapper's. */
  readonly index: number;
  /** The stage it stands in; FROM stands in the stage that it opens. Undefined before the first FROM. */
  readonly stage: Stage | undefined;
  /** True for the instruction that an ONBUILD wraps. */
  readonly inOnbuild: boolean;
}

export interface FromInstruction extends Common {
  readonly keyword: 'FROM';
  readonly image: Word | undefined;
  readonly alias: Word | undefined;
  /** `AS` as it is written. */
  readonly asSpan: Span | undefined;
}
/** Form and shell text of what is run: for the shell form `script` is what the shell gets (heredoc bodies not included). */
export interface RunInstruction extends Common {
  readonly keyword: 'RUN';
  readonly script: MappedText | undefined;
  readonly mounts: readonly Mount[];
}
export interface CopyInstruction extends Common {
  readonly keyword: 'COPY' | 'ADD';
  /** Paths, URLs or heredoc markers; the last argument is the destination. */
  readonly sources: readonly Word[];
  readonly destination: Word | undefined;
  readonly from: Flag | undefined;
}
export interface CommandInstruction extends Common {
  readonly keyword: 'CMD' | 'ENTRYPOINT';
  readonly script: MappedText | undefined;
}
/** HEALTHCHECK NONE has `command` undefined and `none` true. */
export interface HealthcheckInstruction extends Common {
  readonly keyword: 'HEALTHCHECK';
  readonly none: boolean;
  readonly script: MappedText | undefined;
}
export interface PairsInstruction extends Common {
  readonly keyword: 'ENV' | 'LABEL';
  readonly pairs: readonly Pair[];
}
/** ARG takes several `name[=default]`. */
export interface ArgInstruction extends Common {
  readonly keyword: 'ARG';
  readonly declarations: readonly { readonly name: Word; readonly value: Word | undefined; readonly span: Span }[];
}
export interface OnbuildInstruction extends Common {
  readonly keyword: 'ONBUILD';
  readonly inner: Instruction | undefined;
}
/** One-argument and list instructions need no more than `args`. */
export interface PlainInstruction extends Common {
  readonly keyword: 'EXPOSE' | 'MAINTAINER' | 'SHELL' | 'STOPSIGNAL' | 'USER' | 'VOLUME' | 'WORKDIR';
}
/** A keyword that BuildKit does not know. */
export interface UnknownInstruction extends Common {
  readonly keyword: 'UNKNOWN';
  readonly name: string;
}

export type Instruction =
  | FromInstruction
  | RunInstruction
  | CopyInstruction
  | CommandInstruction
  | HealthcheckInstruction
  | PairsInstruction
  | ArgInstruction
  | OnbuildInstruction
  | PlainInstruction
  | UnknownInstruction;

export type Keyword = Instruction['keyword'];

export interface Stage {
  readonly index: number;
  /** Lower case, as BuildKit compares names. */
  readonly name: string | undefined;
  readonly from: FromInstruction;
  /** What follows FROM, in order. */
  readonly instructions: readonly Instruction[];
  readonly base: Base;
  /** Earlier stages that it is built on, copies from or mounts (what it wraps in ONBUILD included), each once, in order. */
  readonly dependsOn: readonly Stage[];
  readonly isLast: boolean;
  /** True where it ends up in an image: the last stage and the targets; without targets also each that no other stage uses. */
  readonly isShipped: boolean;
  /** True where its layers end up in an image: it ships, or a stage that ships is built on it. */
  readonly layersShip: boolean;
  /** FROM to the last character of its last instruction. */
  readonly span: Span;
}

/** What a stage stands on; not `certain` where a `--build-arg` may change it. `unknown`: no value can be known, or it names nothing. */
export type Base =
  | { readonly kind: 'stage'; readonly stage: Stage; readonly certain: boolean }
  | { readonly kind: 'scratch' }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'image'; readonly image: ImageReference; readonly certain: boolean }
  | { readonly kind: 'unknown' };
