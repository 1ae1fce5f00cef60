import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diffArrays } from 'diff';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { assemble } from '../lab/assemble.ts';
import { BASE_IMAGES } from '../lab/base-images.ts';
import { build } from '../lab/engine.ts';
import { lacking, prepareStore, run, STORE } from '../lab/machine.ts';
import { folderWith } from '../support/run-program.ts';

// What only a real build can tell: modes and owners of files, where they come to lie, and what a container prints. The images are built
// by buildah before and after the fix, on a Debian that debootstrap makes.
const BASE = 'docker.io/library/debian:trixie';
const FILES = { 'a.txt': 'a\n', 'b.txt': 'b\n', 'run.sh': '#!/bin/sh\necho "$0" "$@" in "$PWD"\n', 'dir/c.txt': 'c\n' };

interface BuildCase {
  readonly rule: string;
  /** What stands below the FROM; it writes below /srv. */
  readonly before: string;
  readonly differs: readonly string[];
}

const CASES: readonly BuildCase[] = [
  {
    rule: 'chmod-chown-layer',
    before: 'COPY run.sh /srv/\nRUN chmod +x /srv/run.sh\nCMD ["/srv/run.sh", "x"]\n',
    differs: [],
  },
  { rule: 'chmod-chown-layer', before: 'COPY dir /srv/dir\nRUN chown -R 1000:1000 /srv/dir\n', differs: [] },
  { rule: 'consecutive-copy', before: 'WORKDIR /srv/x\nCOPY a.txt ./\nCOPY b.txt ./\nCOPY dir dir\n', differs: [] },
  {
    rule: 'run-cd',
    before: 'WORKDIR /srv\nRUN mkdir a && touch a/0\nRUN cd a && touch 1 2\nRUN touch 3\n',
    differs: [],
  },
  { rule: 'workdir-relative', before: 'WORKDIR srv\nWORKDIR x\nRUN touch 1\nCMD pwd\n', differs: [] },
  {
    rule: 'shell-form-command',
    before: 'WORKDIR /srv\nENV A="b c"\nCMD printf "%s|" "$A" \'d  e\' f\\\n  g\n',
    differs: [],
  },
];

// Making the base takes minutes: that is done where there is a lab already, or is to be one.
const hasLab = process.env['PLIMSOLL_LAB'] !== undefined || existsSync(STORE);
const missing = [...lacking(), ...(hasLab ? [] : ['lab (npm run lab makes one)'])];

describe.skipIf(missing.length > 0)(
  `images built before and after${missing.length > 0 ? `: here is no ${missing.join(', ')}` : ''}`,
  () => {
    beforeAll(() => {
      prepareStore();
      const base = BASE_IMAGES.find(({ names }) => names.includes(BASE));
      if (base === undefined) throw new Error(`There is no ${BASE}.`);
      assemble(base);
    }, 900_000);

    it.each(CASES.map(one => [one.rule, one] as const))(
      '%s',
      (_, { rule: id, before, differs }) => {
        const text = `FROM ${BASE}\n${before}`;
        const rule = rules.find(one => one.id === id);
        if (rule === undefined) throw new Error(`There is no rule ${id}.`);
        const configured = [{ rule, severity: rule.severity, options: {} }];
        const invocation = invocationOn('2026-11-15', { context: memoryContext(FILES) });
        const after = fixAll(text, configured, invocation, { allow: 'unsafe' }).text;
        expect(after).not.toBe(text);
        const lines = diffArrays([...imageOf(text)], [...imageOf(after)]);
        const found = lines.flatMap(({ added, removed, value }) =>
          added || removed ? value.map(line => `${added ? '+' : '-'} ${line}`) : [],
        );
        expect(found).toEqual(differs);
      },
      300_000,
    );
  },
);

/** The files below /srv, the configuration, and what the container prints. */
function imageOf(dockerfile: string): readonly string[] {
  const folder = folderWith({});
  for (const [path, content] of Object.entries({ ...FILES, Dockerfile: dockerfile })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o644 });
  }
  const tag = 'localhost/fix-meaning';
  const { status, output } = build(folder, tag);
  expect(status, output).toBe(0);
  const container = run('buildah', 'from', '--pull-never', tag);
  try {
    const root = run('buildah', 'mount', container);
    const files = run('find', `${root}/srv`, '-printf', '/srv/%P %y %m %U:%G %s\\n').split('\n').toSorted();
    const { Cmd, Env, User, WorkingDir } = configOf(tag);
    const isShell = Cmd === undefined || Cmd[0] === 'bash';
    const printed = isShell ? [] : [`prints ${outputOf(container, Cmd)}`];
    return [...files, `env ${JSON.stringify(Env)}`, `user ${User ?? ''}`, `workdir ${WorkingDir ?? ''}`, ...printed];
  } finally {
    run('buildah', 'rm', container);
  }
}

/** buildah loses output now and then on a busy machine; none of the commands here is silent. */
function outputOf(container: string, words: readonly string[]): string {
  const once = (): string => run('buildah', 'run', container, '--', ...words);
  return once() || once();
}

interface Config {
  readonly Cmd?: readonly string[];
  readonly Env?: readonly string[];
  readonly User?: string;
  readonly WorkingDir?: string;
}

function configOf(tag: string): Config {
  const [image] = JSON.parse(run('podman', 'image', 'inspect', tag)) as readonly { readonly Config: Config }[];
  return image?.Config ?? {};
}
