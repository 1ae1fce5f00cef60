import type { CopyInstruction, Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { isRemoteSource } from '../../context/local-sources.ts';
import { commandsOf } from '../../shell/commands.ts';

export default defineRule({
  id: 'add-remote-unverified',
  summary: 'Say with --checksum what ADD is to fetch',
  category: 'security',
  severity: 'info',
  applies: 'any',

  messages: {
    url: 'ADD takes whatever `{host}` answers: without `--checksum` a changed or forged file goes into the image unseen.',
    git: 'ADD takes whatever `{ref}` is on the day of the build: only a commit or `--checksum` names one state of a repository.',
  },

  check(dockerfile, report) {
    const seen = new Set<string>();
    const checks = checksIn(dockerfile);
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword !== 'ADD' || instruction.flags.some(({ name }) => name === 'checksum')) continue;
      for (const word of instruction.sources) {
        const source = expand(instruction, word).value ?? word.text;
        if (
          !isRemoteSource(source) ||
          isSignature(source) ||
          FIXED.test(source) ||
          isChecked(checks, instruction, source)
        )
          continue;
        const repository = gitRef(source);
        const host = hostOf(source);
        if (repository === undefined) {
          // What one server answers is one question, however many files it is asked for.
          const key = `${instruction.stage?.index} ${host}`;
          if (!seen.has(key)) report('url', { at: word.span, data: { host } });
          seen.add(key);
        } else if (!/^[0-9a-f]{40}\b|\$/.test(repository) && !seen.has('git')) {
          seen.add('git');
          report('git', { at: word.span, data: { ref: repository === '' ? 'the default branch' : repository } });
        }
      }
    }
  },
});

/** A commit's hash in a path fixes what is fetched. */
const FIXED = /\/[0-9a-f]{40}\//;

/** What verifies others: a signature or a list of checksums. */
function isSignature(source: string): boolean {
  return /\.(?:asc|sig|sign|minisig|sha\d+(?:sum)?s?|md5)$|sums?(?:\.txt)?$/i.test(source);
}

/** Behind `#` of a Git source, empty where there is none; undefined where it is no Git source. */
function gitRef(source: string): string | undefined {
  const isGit = /^git@|^git:\/\/|^ssh:\/\/|\.git(?:[#?]|$)/.test(source);
  if (!isGit) return undefined;
  const fragment = source.split('#')[1]?.split(':')[0] ?? '';
  return /[?&](?:checksum|commit)=[0-9a-f]{7,}/.test(source) ? '0'.repeat(40) : fragment;
}

function hostOf(source: string): string {
  return /^[^:]+:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(source)?.[1] ?? 'the server';
}

const CHECKERS = /^(?:sha\d+sum|md5sum|b2sum|shasum|gpgv?|gpg2|cosign|minisign|signify|openssl)$/;

function runsChecker(instruction: Instruction): boolean {
  return commandsOf(instruction).some(({ name }) => name !== undefined && CHECKERS.test(name));
}

type Checks = ReadonlyMap<Stage | undefined, readonly Instruction[]>;

function checksIn({ instructions }: Dockerfile): Checks {
  const found = new Map<Stage | undefined, Instruction[]>();
  for (const instruction of instructions) {
    if (!runsChecker(instruction)) continue;
    const own = found.get(instruction.stage) ?? [];
    own.push(instruction);
    found.set(instruction.stage, own);
  }
  return found;
}

/** True where a later step of the stage checks a file of that name, or every file that a list names. */
function isChecked(checks: Checks, add: CopyInstruction, source: string): boolean {
  const name = source.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return (checks.get(add.stage) ?? []).some(
    ({ index, body: { text } }) =>
      index > add.index &&
      (text.includes(name) ||
        (add.destination !== undefined && text.includes(add.destination.text)) ||
        /\s-[a-z]*c/.test(text)),
  );
}
