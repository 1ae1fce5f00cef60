import { nameOf } from '../../context/clean-path.ts';
import { copiedPaths } from '../../context/copied-paths.ts';
import { isRemoteSource } from '../../context/local-sources.ts';
import { between } from '../../dockerfile/build-file.ts';
import type { CopyInstruction, Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { isPlain } from '../../fixers/command-order.ts';
import { copyMode, copyOwner } from '../../fixers/copy-owner.ts';
import { addFlag } from '../../fixers/instruction-flags.ts';
import { removeInstruction } from '../../fixers/instructions.ts';
import { dropCommand } from '../../fixers/run-commands.ts';
import { resolvePath } from '../../images/paths.ts';
import { stateAt } from '../../images/state.ts';
import { chainOf, commandsBefore, commandsOf, itemOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { modeChange, type ModeChange } from '../../shell/mode-changes.ts';

export default defineRule({
  id: 'chmod-chown-layer',
  summary: 'Give copied files their mode and owner as they are copied',
  category: 'cache',
  severity: 'warning',
  applies: 'layers',
  fixable: 'safe',

  messages: {
    again: '`{command}` writes what line {line} copied a second time, into another layer.',
  },

  check(dockerfile, report) {
    for (const { instructions } of dockerfile.stages) {
      const copies: CopyInstruction[] = [];
      for (const instruction of instructions) {
        if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') copies.push(instruction);
        if (instruction.keyword !== 'RUN') continue;
        const edited = editedBy(instruction);
        for (const command of commandsOf(instruction)) {
          const change = changeOf(command, instruction, edited);
          if (change === undefined) continue;
          const touched = copies.filter(copy => change.paths.some(path => touches(path, copy, change)));
          const [first] = touched;
          if (first === undefined) continue;
          const written = dockerfile.text.slice(...command.span).split('\n')[0] ?? '';
          report('again', {
            at: command.span,
            data: {
              command: written
                .trimEnd()
                .replace(/[\\`]$/, '')
                .trimEnd(),
              line: String(first.firstLine),
            },
            fix: onCopies(dockerfile, command, change, touched),
          });
          break;
        }
      }
    }
  },
});

/** What a command changes for sure; its paths absolute. */
function changeOf(command: ShellCommand, run: RunInstruction, edited: ReadonlySet<string>): ModeChange | undefined {
  const change = command.within.length === 0 ? modeChange(command) : undefined;
  if (change === undefined) return undefined;
  const moves = commandsBefore(command).some(({ name }) => name === 'cd' || name === 'pushd');
  const workdir = moves ? undefined : stateAt(run)?.workdir;
  const isKnown = change.paths.every(path => path.startsWith('/') || workdir !== undefined);
  const paths = change.paths.map(path => resolvePath(['/', workdir ?? '', path]));
  return isKnown && !paths.every(path => edited.has(nameOf(path))) ? { ...change, paths } : undefined;
}

/** Folders of the base image's own files: what changes all of them is about more than what is copied. */
const SYSTEM = /^\/(?:etc|usr|bin|sbin|lib|lib64|var\/(?:lib|log|cache|run|spool))?(?:\/|$)/;

/** By the end of its name, or by a mode that only folders get (`2775`, `g+s`, `+t`): what is in it keeps its own. */
function isFolder(source: string, mode: string): boolean {
  return /(?:^|\/)\.{0,2}$/.test(source) || /^=?0?[123]\d{3}$|^[ugoa]*\+[rwxX]*t$|^[go]+\+[rwxX]*s$/.test(mode);
}

/** The names of the files that a RUN edits in place, and so writes anyway. */
function editedBy(run: RunInstruction): ReadonlySet<string> {
  const edits = commandsOf(run).filter(
    ({ name, words }) => name === 'sed' && words.some(({ unquoted }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(unquoted)),
  );
  return new Set(edits.flatMap(({ words }) => words.map(({ unquoted }) => nameOf(unquoted))));
}

/** True where a path is what is copied, or a folder around it whose content is meant too. */
function touches(path: string, copy: CopyInstruction, { isRecursive, value }: ModeChange): boolean {
  return copiedPaths(copy).some(
    ({ source, file, folder }) =>
      (path === file && (isRecursive || !isFolder(source.text, value))) ||
      (isRecursive && !SYSTEM.test(path) && `${folder}/`.startsWith(`${path}/`)),
  );
}

/** The change as a flag of every COPY that it is about, where that comes to the same. */
function onCopies(
  dockerfile: Dockerfile,
  command: ShellCommand,
  change: ModeChange,
  copies: readonly CopyInstruction[],
): Fix | undefined {
  const run = command.script.instruction;
  const item = itemOf(command);
  const [value, ...others] = new Set(
    copies.map(copy => (change.kind === 'chmod' ? copyMode(change.value) : copyOwner(change.value, copy))),
  );
  if (item === undefined || !isPlain(item) || item.commands.length > 1 || value === undefined || others.length > 0)
    return undefined;
  if (run.flags.length > 0 || copies.some(({ flags }) => flags.some(({ name }) => name === change.kind)))
    return undefined;

  const isOfFiles = isExact(change, copies);
  const passed = between(copies[0] ?? run, run);
  // What else was written below a folder would keep its owner.
  const isAllCopied = commandsBefore(command).length === 0 && passed.every(({ keyword }) => keyword !== 'RUN');
  if (!isOfFiles && !(change.isRecursive && isAllCopied)) return undefined;
  const isAlone = chainOf(command).length === 1;
  const dropped = isAlone ? removeInstruction(dockerfile, run) : dropCommand(dockerfile, command);
  if (dropped === undefined) return undefined;
  const isFetched = copies.some(({ sources }) => sources.some(({ text }) => isRemoteSource(text)));
  return {
    title: `Copy with --${change.kind}=${value}`,
    safety: isOfFiles && !(isFetched && change.value.includes('+')) ? 'safe' : 'unsafe',
    edits: [...copies.map(copy => addFlag(copy, `--${change.kind}=${value}`)), dropped],
  };
}

/** Names that folders do not have. */
const FILE =
  /^<<|\.(?:sh|bash|py|rb|pl|php|lua|[cm]?[jt]s|sql|conf|cfg|ini|cnf|env|json|ya?ml|toml|txt|xml|jar|war|service|properties|crt|pem|key|list|repo|exe)["']?$/i;

/** True where each path is one file that is copied, and every file of these COPYs is among them. */
function isExact({ paths, value }: ModeChange, copies: readonly CopyInstruction[]): boolean {
  const places = copies.flatMap(copiedPaths);
  // A folder can be entered already.
  const isMadeExecutable = /^[augo]*\+r?x$/.test(value);
  const isFile = ({ source, file }: (typeof places)[number]): boolean =>
    paths.includes(file) && (isMadeExecutable || /\/bin\/[^/]+$/.test(file) || FILE.test(source.text));
  return places.every(isFile) && paths.every(path => places.some(({ file }) => file === path));
}
