import { flags } from './managers/manager.ts';

/** How a program that runs another one reads its own arguments. */
export interface Wrapper {
  /** Flags that take the next word as their value. */
  readonly valueFlags: readonly string[];
  /** Words of its own between its flags and the command: `timeout 10 cmd`, `gosu user cmd`. */
  readonly operands: number;
  /** Takes `NAME=value` before the command. */
  readonly assignments: boolean;
  /** With one of these it runs nothing: `command -v git`. */
  readonly queries: readonly string[];
}

const plain: Wrapper = { valueFlags: [], operands: 0, assignments: false, queries: [] };

const SUDO = flags(`
  -u -g -h -p -C -r -t -U -D -R -T --user --group --host --prompt --close-from --role --type --other-user
  --chdir --chroot --command-timeout
`);
const XARGS = flags(`
  -I -n -P -L -s -d -a -E --max-args --max-procs --max-lines --max-chars --delimiter --arg-file
  --process-slot-var
`);

/** Programs that only change how the command behind them runs, with their flags as their manuals have them. */
export const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map(
  Object.entries<Partial<Wrapper>>({
    sudo: {
      valueFlags: SUDO,
      assignments: true,
      queries: flags('-v -V -l -k -K -e --list --validate --version --edit'),
    },
    doas: { valueFlags: ['-u', '-C'], queries: ['-L'] },
    env: { valueFlags: ['-u', '--unset', '-C', '--chdir', '-S', '--split-string'], assignments: true },
    exec: { valueFlags: ['-a'] },
    command: { queries: ['-v', '-V'] },
    builtin: {},
    time: { valueFlags: ['-f', '-o', '--format', '--output'] },
    nice: { valueFlags: ['-n', '--adjustment'] },
    ionice: { valueFlags: ['-c', '-n', '--class', '--classdata'], queries: ['-p', '--pid'] },
    chrt: { valueFlags: ['-T', '-P', '-D'], operands: 1, queries: ['-p', '--pid'] },
    taskset: { operands: 1, queries: ['-p', '--pid'] },
    timeout: { valueFlags: ['-s', '--signal', '-k', '--kill-after'], operands: 1 },
    nohup: {},
    setsid: {},
    stdbuf: { valueFlags: ['-i', '-o', '-e', '--input', '--output', '--error'] },
    unbuffer: {},
    chronic: {},
    xargs: { valueFlags: XARGS },
    eatmydata: {},
    fakeroot: { valueFlags: ['-l', '-s', '-i', '-b'] },
    gosu: { operands: 1 },
    'su-exec': { operands: 1 },
    setuser: { operands: 1 },
    runuser: {
      valueFlags: flags('-u --user -g --group -G --supp-group -s --shell -w --whitelist-environment'),
      queries: ['-c', '--command'],
    },
    tini: { valueFlags: ['-p', '-e'] },
    'dumb-init': { valueFlags: ['-r', '--rewrite'] },
    catatonit: {},
    'dbus-run-session': {},
    'xvfb-run': {
      valueFlags: flags('-e -f -n -p -s -w --error-file --auth-file --server-num --server-args'),
    },
    flock: {
      valueFlags: ['-w', '-E', '--timeout', '--wait', '--conflict-exit-code'],
      operands: 1,
      queries: ['-c', '--command'],
    },
    linux32: {},
    linux64: {},
    setarch: { operands: 1 },
    strace: { valueFlags: ['-e', '-o', '-p', '-s'] },
    busybox: {},
  }).map(([name, own]) => [name, { ...plain, ...own }]),
);
