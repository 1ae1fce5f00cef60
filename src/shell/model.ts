import type { ParsedScript as Ast, Command as AstCommand, WordPart } from 'unbash';
import type { Instruction } from '../dockerfile/model.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/** `sh` stands for whatever POSIX shell the base image has; `other` for an interpreter that is no shell (a heredoc's shebang). */
export type ShellName = 'sh' | 'bash' | 'ash' | 'dash' | 'ksh' | 'zsh' | 'powershell' | 'cmd' | 'other';

/**
 * `exec-form` is a JSON array as one command, each string in single quotes (its spans are those of the JSON strings);
 * `argument` is the text that `sh -c`, `su -c` or `eval` is given, or the heredoc that a shell reads. What an
 * outer shell expands in it stands as written. Only `shell-form` and `heredoc` are plain to edit.
 */
export type ScriptOrigin = 'shell-form' | 'heredoc' | 'exec-form' | 'argument';

/** One part of a list: what stands between `&&`, `||`, `;`, `&` and line ends. A pipeline is one item. */
export interface ListItem {
  readonly script: Script;
  readonly span: Span;
  readonly before: Joint | undefined;
  readonly after: Joint | undefined;
  readonly within: readonly Enclosure[];
  /** Every simple command in it, those in substitutions and compound commands included. */
  readonly commands: readonly ShellCommand[];
  /** True for `if`, `for`, `( )`, `{ }`, a function…: more than a simple command or a pipeline. */
  readonly isCompound: boolean;
}

/** Where a command stands: its list, and its pipeline if it is in one. */
export interface Place {
  readonly items: readonly ListItem[];
  readonly item: ListItem;
  readonly pipeline: readonly (readonly ShellCommand[])[] | undefined;
}

/** A shell script in a Dockerfile: the shell form of RUN, CMD, ENTRYPOINT or HEALTHCHECK, or a heredoc of RUN. All spans are the Dockerfile's. */
export interface Script {
  readonly shell: ShellName;
  /** Flags that the shell is started with (`-o pipefail`, `-e`), from SHELL or a shebang. */
  readonly shellFlags: readonly string[];
  /** What the shell reads, with its map to the Dockerfile. */
  readonly source: MappedText;
  /** Undefined where the shell is none that can be parsed (PowerShell, cmd, other). Its offsets are those of `source`. */
  readonly ast: Ast | undefined;
  /** Every simple command in source order, those in substitutions and compound commands included. */
  readonly commands: readonly ShellCommand[];
  readonly errors: readonly { readonly message: string; readonly span: Span }[];
  /** True where BuildKit hands over the body of a heredoc as the script. */
  readonly isHeredoc: boolean;
  readonly origin: ScriptOrigin;
  /** The instruction that runs it; inside an ONBUILD the inner one. */
  readonly instruction: Instruction;
  /** The command that runs it, for `argument`. */
  readonly carrier: ShellCommand | undefined;
}

/** How a command is joined to its neighbour in the same list or pipeline. */
export type Joint = '&&' | '||' | ';' | '&' | '|' | '|&' | 'newline';

/** What encloses a command, outermost first. `condition` is the test of an if, while or until. */
export type Enclosure =
  | 'if'
  | 'condition'
  | 'for'
  | 'while'
  | 'case'
  | 'subshell'
  | 'group'
  | 'function'
  | 'substitution'
  | 'process-substitution'
  | 'negation'
  | 'coproc';

export interface ShellCommand {
  /** The program's base name (`/usr/bin/apt-get` → `apt-get`); undefined where an expansion makes it unknown or there is only an assignment. */
  readonly name: string | undefined;
  /** The program and its arguments, behind any wrapper: `sudo -E apt-get install x` has `apt-get`, `install`, `x`. */
  readonly words: readonly ShellWord[];
  /** Wrappers taken off, outermost first: `sudo`, `env`, `exec`, `nice`, `time`, `command`, `xargs`, `eatmydata`, `gosu`… */
  readonly wrappers: readonly ShellCommand[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly span: Span;
  readonly before: Joint | undefined;
  readonly after: Joint | undefined;
  readonly within: readonly Enclosure[];
  readonly node: AstCommand;
  readonly script: Script;
  /** Its list and pipeline; undefined in the wrappers. Ask `chainOf` and `pipelineOf`. */
  readonly place: Place | undefined;
}

export interface ShellWord {
  /** As written, continuations taken out. */
  readonly text: string;
  /** Without quotes, expansions as written: `"a$b"` is `a$b`. */
  readonly unquoted: string;
  /** Its value where no expansion makes it unknown (globs and tildes count as they stand). */
  readonly value: string | undefined;
  readonly span: Span;
  readonly parts: readonly WordPart[];
  /** The text that the offsets of `parts` belong to. */
  readonly map: MappedText;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: string | undefined;
  readonly span: Span;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `&>`, `<<`, `<<<`… */
  readonly operator: string;
  readonly descriptor: number | undefined;
  readonly target: ShellWord | undefined;
  readonly span: Span;
  /** The body of a heredoc (`<<`, `<<-`). */
  readonly body: MappedText | undefined;
}
