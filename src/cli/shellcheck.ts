import type { Settings } from '../config/settings.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import type { Finding } from '../engine/finding.ts';
import { nameIndex, type NameIndex } from '../engine/names.ts';
import type { Meta, Rule, Severity } from '../engine/rule.ts';
import { baseDefines } from '../images/base-environment.ts';
import { expansionsOf } from '../shell/expansions.ts';
import { partWording } from '../shell/wording.ts';
import type { Span } from '../text/span.ts';
import { failure } from './failure.ts';
import { hasShellcheck, runShellcheck, type ShellcheckComment } from './shellcheck-run.ts';
import { shellcheckScripts, spanOf, type ShellcheckScript } from './shellcheck-script.ts';

/** ShellCheck over the RUN instructions of a run's files. */
export interface Shellcheck {
  /** Checks the scripts of all these files in one process, ahead of `findings`; throws a failure where a needed program is missing. */
  prepare(dockerfiles: readonly Dockerfile[], isNeeded: boolean): void;
  /** What it finds in a file; scripts that are new to it cost another process. */
  findings(dockerfile: Dockerfile, settings: ShellcheckSettings): readonly Finding[];
}

export interface ShellcheckSettings extends Pick<
  Settings,
  'configured' | 'shellcheck' | 'shellcheckCodes' | 'shellcheckOthers'
> {
  readonly catalogue: readonly Rule[];
}

type Indexed = ShellcheckSettings & { readonly index: NameIndex<Rule> };

/** What only says that an error is near: where another code names it, that one is kept. */
const VAGUE = [1009, 1072, 1073];
const SYNTAX_RULE = 'shell-syntax-error';

/** Remembers what ShellCheck said of a script, so that equal ones, and files whose fixes leave it alone, ask once. */
export function openShellcheck(): Shellcheck {
  const known = new Map<string, readonly ShellcheckComment[]>();
  let isThere: boolean | undefined;

  const canRun = (isNeeded: boolean): boolean => {
    isThere ??= hasShellcheck();
    if (isThere || !isNeeded) return isThere;
    throw failure('`shellcheck: on` needs the program shellcheck, which is not on the PATH; `auto` does without it');
  };
  const ask = (scripts: readonly ShellcheckScript[]): void => {
    const fresh = [...new Set(scripts.map(({ text }) => text))].filter(text => !known.has(text));
    for (const [index, comments] of runShellcheck(fresh).entries()) known.set(fresh[index] ?? '', comments);
  };
  return {
    prepare(dockerfiles, isNeeded) {
      if (canRun(isNeeded)) ask(dockerfiles.flatMap(shellcheckScripts));
    },
    findings(dockerfile, settings) {
      if (settings.shellcheck === 'off' || !canRun(settings.shellcheck === 'on')) return [];
      const scripts = shellcheckScripts(dockerfile);
      ask(scripts);
      const index = nameIndex(settings.catalogue);
      return scripts.flatMap(script => findingsIn(script, known.get(script.text) ?? [], { ...settings, index }));
    },
  };
}

function findingsIn(
  script: ShellcheckScript,
  comments: readonly ShellcheckComment[],
  settings: Indexed,
): readonly Finding[] {
  return withOneSyntaxError(comments, script.script.errors.length > 0)
    .filter(comment => !(script.mayBeBash && isBashism(comment)) && !mayBeDefined(script, comment))
    .flatMap(comment => {
      const at = spanOf(script, comment);
      const known = ruleFor(comment, settings);
      if (at === undefined || known === undefined || isHarmless(script, comment, at)) return [];
      return [{ ...known, messageId: `SC${comment.code}`, message: sentence(comment.message), at }];
    });
}

/** A script that cannot be parsed has one error, told once: by the built-in rule where that sees it. */
function withOneSyntaxError(comments: readonly ShellcheckComment[], isTold: boolean): readonly ShellcheckComment[] {
  const errors = comments.filter(comment => isSyntaxError(comment) || comment.code === 1009);
  if (errors.length === 0) return comments;
  const kept = isTold ? undefined : (errors.find(({ code }) => !VAGUE.includes(code)) ?? errors[0]);
  return comments.filter(comment => comment === kept || !errors.includes(comment));
}

function isSyntaxError({ code, level }: ShellcheckComment): boolean {
  return code < 2000 && level === 'error';
}

/** Codes of what `sh` does not have; 2039 was all of them once. */
function isBashism({ code }: ShellcheckComment): boolean {
  return code === 2039 || (code >= 3000 && code < 4000);
}

/** `x is referenced but not assigned`, of a variable that the base image may well define. */
function mayBeDefined({ script: { instruction } }: ShellcheckScript, { code, message }: ShellcheckComment): boolean {
  if (code !== 2154) return false;
  const [name = ''] = /^\w+/.exec(message) ?? [];
  const stage = instruction.inOnbuild ? undefined : instruction.stage;
  return stage === undefined || baseDefines(stage, name) !== false;
}

/** The rule of ours that has the code, and its severity; or else the code as a rule of its own. Undefined where it is off. */
function ruleFor(
  comment: ShellcheckComment,
  { catalogue, index, configured, shellcheckCodes, shellcheckOthers }: Indexed,
): { readonly rule: Meta; readonly severity: Severity } | undefined {
  const code = `SC${comment.code}`;
  const named = index.find(code)[0]?.rule;
  const own = named ?? (isSyntaxError(comment) ? catalogue.find(({ id }) => id === SYNTAX_RULE) : undefined);
  if (own !== undefined) {
    const running = configured.find(({ rule }) => rule.id === own.id);
    return running && { rule: { ...own, aliases: [code] }, severity: running.severity };
  }
  const said = shellcheckCodes.get(code) ?? shellcheckOthers;
  if (said === 'off') return undefined;
  return { rule: ruleOf(code, comment), severity: said === 'on' ? comment.level : said };
}

/** Missing quotes around what gives one word: a version that the script itself assigns, `$(nproc)`. */
function isHarmless({ script }: ShellcheckScript, { code }: ShellcheckComment, [at]: Span): boolean {
  if (code !== 2086 && code !== 2046) return false;
  return script.commands.some(({ span, words }) => {
    if (at < span[0] || at >= span[1]) return false;
    const expansion = words.flatMap(expansionsOf).find(one => one.span[0] === at);
    return expansion !== undefined && partWording(script, expansion.node) === 'one-word';
  });
}

function ruleOf(code: string, { level, message }: ShellcheckComment): Meta {
  return {
    id: code,
    summary: message.replace(/\.$/, ''),
    docs: `https://www.shellcheck.net/wiki/${code}`,
    category: 'shell',
    severity: level,
    applies: 'any',
    aliases: [code],
    edition: 2026,
  };
}

function sentence(message: string): string {
  const text = message.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
