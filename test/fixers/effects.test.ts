import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { invocationOn, type Rule } from '../../src/engine/rule.ts';
import apkCacheKept from '../../src/rules/size/apk-cache-kept.ts';
import aptListsKept from '../../src/rules/size/apt-lists-kept.ts';
import aptRecommends from '../../src/rules/size/apt-recommends.ts';
import condaCacheKept from '../../src/rules/size/conda-cache-kept.ts';
import dnfCacheKept from '../../src/rules/size/dnf-cache-kept.ts';
import docsAndManKept from '../../src/rules/size/docs-and-man-kept.ts';
import downloadKept from '../../src/rules/size/download-kept.ts';
import npmCacheKept from '../../src/rules/size/npm-cache-kept.ts';
import pipCacheKept from '../../src/rules/size/pip-cache-kept.ts';
import removedInLaterLayer from '../../src/rules/size/removed-in-later-layer.ts';
import useraddSparseUid from '../../src/rules/size/useradd-sparse-uid.ts';
import wgetProgress from '../../src/rules/size/wget-progress.ts';
import yumCacheKept from '../../src/rules/size/yum-cache-kept.ts';
import zypperCacheKept from '../../src/rules/size/zypper-cache-kept.ts';
import { scriptsOf } from '../../src/shell/script.ts';

// Runs what the RUNs of a file run, before and after its fixes, on programs that only note how they are called.
const PROGRAMS = 'apk apt-get conda curl dnf git make npm pip rm tar unzip useradd wget yarn yum zypper'.split(' ');
const STUB = '#!/bin/sh\nprintf "%s\\n" "${0##*/} $*" >> "$LOG"\ntest "${0##*/}" != "$FAILING"\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'effects-'));
  for (const name of PROGRAMS) {
    writeFileSync(join(folder, name), STUB);
    chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The programs that the RUNs call with their arguments, and how the last RUN that ran ended. */
function effects(code: string, failing = ''): { readonly calls: readonly string[]; readonly succeeded: boolean } {
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const scripts = parseDockerfile(code).instructions.flatMap(instruction => scriptsOf(instruction).slice(0, 1));
  const succeeded = scripts.every(({ source }) => {
    const env = { PATH: folder, LOG: log, FAILING: failing };
    return spawnSync('/bin/sh', ['-f', '-c', source.text], { env, cwd: folder }).status === 0;
  });
  return { calls: readFileSync(log, 'utf8').split('\n').slice(0, -1), succeeded };
}

function fixed(rule: Rule, code: string): string {
  const rules = [{ rule, severity: rule.severity, options: {} }];
  return fixAll(code, rules, invocationOn('2026-11-15'), { allow: 'unsafe' }).text;
}

const CASES: readonly (readonly [Rule, code: string, calls: readonly string[]])[] = [
  [
    aptListsKept,
    'FROM debian\nRUN apt-get update; apt-get install -y git && make \\\n # why\n || make again',
    ['apt-get update', 'apt-get install -y git', 'make ', 'rm -rf /var/lib/apt/lists/*'],
  ],
  [
    aptListsKept,
    'FROM debian\nRUN <<EOF\nset -e\napt-get update\napt-get install -y git # why\nEOF',
    ['apt-get update', 'apt-get install -y git', 'rm -rf /var/lib/apt/lists/*'],
  ],
  [
    aptRecommends,
    'FROM debian\nRUN apt-get update && apt-get install -y "git"',
    ['apt-get update', 'apt-get install --no-install-recommends -y git'],
  ],
  [apkCacheKept, 'FROM alpine\nRUN apk update && apk add git && make', ['apk add --no-cache git', 'make ']],
  [
    yumCacheKept,
    'FROM centos:7\nRUN yum install -y git \\\n && make && tar x',
    ['yum install -y git', 'make ', 'tar x', 'yum clean all'],
  ],
  [dnfCacheKept, 'FROM fedora\nRUN set -e; dnf install -y git;', ['dnf install -y git', 'dnf clean all']],
  [
    zypperCacheKept,
    'FROM opensuse/leap\nRUN zypper in -y git && \\\n  make',
    ['zypper in -y git', 'make ', 'zypper clean --all'],
  ],
  [pipCacheKept, "FROM python\nRUN pip install 'a>1' b", ['pip install --no-cache-dir a>1 b']],
  [npmCacheKept, 'FROM node\nRUN npm ci && npm run build', ['npm ci', 'npm run build', 'npm cache clean --force']],
  [
    npmCacheKept,
    'FROM node\nRUN yarn install --frozen-lockfile',
    ['yarn install --frozen-lockfile', 'yarn cache clean'],
  ],
  [condaCacheKept, 'FROM continuumio/miniconda3\nRUN conda install -y a', ['conda install -y a', 'conda clean -afy']],
  [useraddSparseUid, 'FROM debian\nRUN useradd -u 123456 app', ['useradd --no-log-init -u 123456 app']],
  [wgetProgress, 'FROM debian\nRUN wget https://x.org/a && make', ['wget -nv https://x.org/a', 'make ']],
  [
    downloadKept,
    'FROM debian\nRUN wget https://x.org/a.zip \\\n && unzip a.zip \\\n && make',
    ['wget https://x.org/a.zip', 'unzip a.zip', 'rm a.zip', 'make '],
  ],
  [
    removedInLaterLayer,
    'FROM debian\nCOPY a.tgz /tmp/\nRUN tar xf /tmp/a.tgz && rm /tmp/a.tgz && make',
    ['tar xf /tmp/a.tgz', 'make '],
  ],
  [
    docsAndManKept,
    'FROM debian\nRUN apt-get install -y a b c d e f g h i j',
    ['apt-get install -y a b c d e f g h i j', 'rm -rf /usr/share/doc/* /usr/share/man/*'],
  ],
];

describe.each(CASES.map(([rule, code, calls]) => [rule.id, { rule, code, calls }] as const))('%s', (_id, one) => {
  const after = fixed(one.rule, one.code);

  it('calls the same programs but for what the rule is about', () => {
    expect(after).not.toBe(one.code);
    expect(effects(after)).toEqual({ calls: one.calls, succeeded: true });
  });

  it.each(PROGRAMS.filter(name => name !== 'rm' && one.code.includes(name)))('fails as before where %s fails', name => {
    expect(effects(after, name).succeeded).toBe(effects(one.code, name).succeeded);
  });
});
