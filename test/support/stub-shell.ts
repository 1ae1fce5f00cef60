import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Script } from '../../src/shell/model.ts';

/** One call of a program: its words, the folder it runs in, its variables, and what it is given on standard input. */
export interface Call {
  readonly words: readonly string[];
  readonly folder: string;
  readonly env: readonly string[];
  readonly input: string;
}

export interface Setting {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** The program that fails; all succeed unless given. */
  readonly failing?: string | undefined;
}

const MARK = '\u0001';

/** Notes how it is called, when all of its input has come: so the programs of a pipeline are noted in its order. */
const STUB = `#!/bin/sh
input=
while IFS= read -r line || [ -n "$line" ]; do input="$input$line
"; line=; done
{ printf '%s\\0' "\${0##*/}" "$@"; printf '\\1%s\\1%s\\1' "$DIR" "$input"; /usr/bin/env; printf '\\2'; } >> "$LOG"
test "\${0##*/}" != "$FAILING"
`;

/** `cd` is only noted: the folders are those of an image. */
const PREAMBLE = 'cd() { case $1 in /*) DIR=$1;; *) DIR=${DIR%/}/$1;; esac; }\n';
const OWN = /^(?:PATH|LOG|FAILING|DIR|PWD|OLDPWD|SHLVL|_)=/;
const WORD = /[A-Za-z][\w.+-]*/g;

/** Runs scripts on programs that only note how they are called. */
export function stubShell() {
  const root = mkdtempSync(join(tmpdir(), 'stub-shell-'));
  const programs = join(root, 'bin');
  const work = join(root, 'work');
  const log = join(root, 'log');
  for (const folder of [programs, work]) mkdirSync(folder);

  const addPrograms = (text: string): void => {
    for (const [name] of text.matchAll(WORD)) {
      const file = join(programs, name);
      if (existsSync(file)) continue;
      writeFileSync(file, STUB);
      chmodSync(file, 0o755);
    }
  };

  return {
    run({ source, shell, shellFlags }: Script, { folder, env, failing = '' }: Setting) {
      if (/>\s*\/(?!dev\/null)/.test(source.text)) throw new Error(`It would write to this machine: ${source.text}`);
      addPrograms(source.text);
      writeFileSync(log, '');
      const flags = shellFlags.some(flag => /^-\w*c$/.test(flag)) ? shellFlags : [...shellFlags, '-c'];
      // Where its input is a socket, bash takes itself for a remote shell, and reads the user's own settings.
      const [program, ...first] = shell === 'bash' ? ['/bin/bash', '--norc'] : ['/bin/sh'];
      const { status, error } = spawnSync(program ?? '', [...first, '-f', ...flags, PREAMBLE + source.text], {
        env: { ...env, PATH: programs, LOG: log, FAILING: failing, DIR: folder },
        cwd: work,
        input: '',
      });
      if (error) throw error;
      return { succeeded: status === 0, calls: callsIn(readFileSync(log, 'utf8')) };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export type StubShell = ReturnType<typeof stubShell>;

function callsIn(log: string): readonly Call[] {
  return log
    .split('\u0002')
    .slice(0, -1)
    .map(entry => {
      const [words = '', folder = '', input = '', env = ''] = entry.split(MARK);
      const variables = env.split('\n').filter(line => line !== '' && !OWN.test(line));
      return { words: words.split('\0').slice(0, -1), folder, input, env: variables.toSorted() };
    });
}
