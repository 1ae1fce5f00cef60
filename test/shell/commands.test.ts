import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { namesAssignedBy, valueBefore } from '../../src/shell/assignments.ts';
import { chainOf, commandsAfter, commandsOf, neighbours, pipedInto, pipelineOf } from '../../src/shell/commands.ts';
import { expansionsOf, variablesRead } from '../../src/shell/expansions.ts';
import type { ShellCommand } from '../../src/shell/model.ts';
import { removes } from '../../src/shell/removals.ts';
import { scriptsOf } from '../../src/shell/script.ts';
import { hasOption, stopsOnFailure } from '../../src/shell/shell-options.ts';

function commandsIn(script: string): readonly ShellCommand[] {
  return parseDockerfile(`FROM a\nRUN ${script}\n`).instructions.flatMap(commandsOf);
}

function command(script: string, name: string): ShellCommand {
  const found = commandsIn(script).find(one => one.name === name);
  if (found === undefined) throw new Error(`No ${name} in ${script}`);
  return found;
}

function written({ words }: ShellCommand): string {
  return words.map(({ text }) => text).join(' ');
}

describe('commandsOf', () => {
  it.each([
    ['a && b || c; d & e', ['a', 'b', 'c', 'd', 'e']],
    ['a | b |& c', ['a', 'b', 'c']],
    ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['for x in $(a); do b "$x"; done', ['a', 'b "$x"']],
    ['while a; do b; done < c', ['a', 'b']],
    ['case "$(a)" in x) b;; *) c;; esac', ['a', 'b', 'c']],
    ['(a; b) && { c; }', ['a', 'b', 'c']],
    ['f() { a; }; f', ['a', 'f']],
    ['a <(b) > "$(c)"', ['a <(b)', 'b', 'c']],
    ['X=$(a) b', ['b', 'a']],
    ['X=$(a)', ['', 'a']],
    ['X=(a $(b))', ['', 'b']],
    ['[[ -f $(a) ]] && ! b', ['a', 'b']],
    ['a $((1 + $(b)))', ['a $((1 + $(b)))', 'b']],
    ['a "${x:-$(b)}"', ['a "${x:-$(b)}"', 'b']],
    [`a && sh -c 'b && c' && d`, ['a', `sh -c 'b && c'`, 'b', 'c', 'd']],
    ['export A=1 B="$(c)"', ['export A=1 B="$(c)"', 'c']],
    ['time -p a', ['a']],
  ])('%s', (script, expected) => {
    expect(commandsIn(script).map(written)).toEqual(expected);
  });

  it.each([
    ['/usr/bin/apt-get x', 'apt-get'],
    ['"apt-get" x', 'apt-get'],
    ['\\rm x', 'rm'],
    ['$DIR/bin/pip x', 'pip'],
    ['"${DIR}"/pip x', 'pip'],
    ['$PIP x', undefined],
    ['/bin/$X y', undefined],
    ['A=1', undefined],
  ])('the name in %s', (script, expected) => {
    expect(commandsIn(script)[0]?.name).toBe(expected);
  });
});

describe('wrappers', () => {
  it.each([
    ['sudo -E -u app apt-get x', 'apt-get x', ['sudo']],
    ['sudo A=1 apt-get x', 'apt-get x', ['sudo']],
    ['env -u A B=1 pip x', 'pip x', ['env']],
    ['exec "$@"', '"$@"', ['exec']],
    ['timeout -k 5 10m npm ci', 'npm ci', ['timeout']],
    ['nice -n 10 ionice -c2 make', 'make', ['nice', 'ionice']],
    ['xargs -n1 -I{} rm {}', 'rm {}', ['xargs']],
    ['xargs -0 rm', 'rm', ['xargs']],
    ['gosu app id', 'id', ['gosu']],
    ['command -v git', 'command -v git', []],
    ['command git x', 'git x', ['command']],
    ['sudo -v', 'sudo -v', []],
    ['env', 'env', []],
    ['eatmydata -- apt-get x', 'apt-get x', ['eatmydata']],
  ])('%s', (script, expected, wrappers) => {
    const [found] = commandsIn(script);
    expect(found && written(found)).toBe(expected);
    expect(found?.wrappers.map(({ name }) => name)).toEqual(wrappers);
  });

  it('keeps the variables that env sets', () => {
    expect(commandsIn('A=0 env B=1 pip x')[0]?.assignments).toMatchObject([
      { name: 'A', value: '0' },
      { name: 'B', value: '1' },
    ]);
  });
});

describe('how a command is joined and enclosed', () => {
  it.each([
    ['a && x || b', '&&', '||', []],
    ['a; x', ';', undefined, []],
    ['x & b', undefined, '&', []],
    ['a | x', '|', undefined, []],
    ['if x; then b; fi', undefined, undefined, ['if', 'condition']],
    ['if a; then x; fi', undefined, undefined, ['if']],
    ['while x; do b; done', undefined, undefined, ['while', 'condition']],
    ['for i in 1; do (a && x); done', '&&', undefined, ['for', 'subshell']],
    ['a "$(b; x)"', ';', undefined, ['substitution']],
    ['! x', undefined, undefined, ['negation']],
    ['f() { x; }', undefined, undefined, ['function', 'group']],
    ['case a in b) x;; esac', undefined, undefined, ['case']],
    ['cat <(x)', undefined, undefined, ['process-substitution']],
  ])('%s', (script, before, after, within) => {
    expect(command(script, 'x')).toMatchObject({ before, after, within });
  });

  it('tells a line end from a semicolon', () => {
    const text = 'FROM a\nRUN <<EOF\na # one\n\nb; c\nEOF\n';
    const found = parseDockerfile(text).instructions.flatMap(commandsOf);
    expect(found.map(({ before }) => before)).toEqual([undefined, 'newline', ';']);
  });
});

describe('lists and pipelines', () => {
  it('gives the innermost list item by item', () => {
    const text = 'FROM a\nRUN a && b | c; if d; then e; fi\n';
    const [first] = parseDockerfile(text).instructions.flatMap(commandsOf);
    const items = first === undefined ? [] : chainOf(first);
    expect(items.map(({ span }) => text.slice(...span))).toEqual(['a', 'b | c', 'if d; then e; fi']);
    expect(items.map(({ before, isCompound }) => [before, isCompound])).toEqual([
      [undefined, false],
      ['&&', false],
      [';', true],
    ]);
    expect(items[2]?.commands.map(written)).toEqual(['d', 'e']);
    expect(chainOf(command('a; (b; c)', 'c')).map(({ commands }) => commands.map(written))).toEqual([['b'], ['c']]);
  });

  it('gives the statements of a script', () => {
    const [run] = parseDockerfile('FROM a\nRUN a && b\n').instructions.slice(1);
    const [script] = run === undefined ? [] : scriptsOf(run);
    expect(script && chainOf(script)).toHaveLength(2);
  });

  it('gives the members of a pipeline', () => {
    const curl = command('a; curl x | tee f | (cd y && tar x)', 'curl');
    expect(pipelineOf(curl).map(member => member.map(written))).toEqual([['curl x'], ['tee f'], ['cd y', 'tar x']]);
    expect(pipedInto(curl).map(written)).toEqual(['tee f']);
    expect(pipelineOf(command('a; b', 'a')).map(member => member.map(written))).toEqual([['a']]);
  });

  it('gives what stands before and behind', () => {
    const { previous, next } = neighbours(command('a && b && c', 'b'));
    expect([previous, next].map(item => item?.commands.map(written))).toEqual([['a'], ['c']]);
    expect(commandsAfter(command(`a && sh -c 'b; c' && d`, 'b')).map(written)).toEqual(['c', 'd']);
  });
});

describe('words', () => {
  it.each([
    [`'a b'`, 'a b', 'a b'],
    ['"a\\"b"', 'a"b', 'a"b'],
    ['a"$b"', undefined, 'a$b'],
    ['a$(b)', undefined, 'a$(b)'],
    ['*.deb', '*.deb', '*.deb'],
    ['~/x', '~/x', '~/x'],
    [`'$a'`, '$a', '$a'],
    ['{a,b}', undefined, '{a,b}'],
    ["$'a\\tb'", 'a\tb', 'a\tb'],
    ['a=b', 'a=b', 'a=b'],
  ])('%s', (text, value, unquoted) => {
    expect(commandsIn(`x ${text}`)[0]?.words[1]).toMatchObject({ text, value, unquoted });
  });

  it('gives the expansions of a word', () => {
    const text = 'FROM a\nRUN x "a $b ${c:-1}"${#d}`e`$((1))\n';
    const [found] = parseDockerfile(text).instructions.flatMap(commandsOf);
    const word = found?.words[1];
    const expansions = word === undefined ? [] : expansionsOf(word);
    expect(
      expansions.map(({ kind, name, quoted, operator, prefix }) => [kind, name, quoted, operator, prefix]),
    ).toEqual([
      ['variable', 'b', true, undefined, undefined],
      ['variable', 'c', true, ':-', undefined],
      ['variable', 'd', false, undefined, '#'],
      ['command', undefined, false, undefined, undefined],
      ['arithmetic', undefined, false, undefined, undefined],
    ]);
    expect(expansions.map(({ span }) => text.slice(...span))).toEqual(['$b', '${c:-1}', '${#d}', '`e`', '$((1))']);
  });
});

describe('redirects', () => {
  it('gives operator, descriptor, target and heredoc', () => {
    const text = 'FROM a\nRUN x 2> /dev/null >> "$f" <<EOF\nbody\nEOF\n';
    const [found] = parseDockerfile(text).instructions.flatMap(commandsOf);
    expect(
      found?.redirects.map(({ operator, descriptor, target, body }) => [
        operator,
        descriptor,
        target?.text,
        body?.text,
      ]),
    ).toEqual([
      ['>', 2, '/dev/null', undefined],
      ['>>', undefined, '"$f"', undefined],
      ['<<', undefined, undefined, 'body\n'],
    ]);
  });
});

describe('variables', () => {
  it.each([
    ['A=1 x', '1'],
    ['A=1; x', '1'],
    ['export A=1 && x', '1'],
    ['A=1; A=2; x', '2'],
    ['x; A=1', undefined],
    ['A=$B; x', undefined],
    ['A=1 y; x', undefined],
    ['env A=1 x', '1'],
  ])('the value of A for x in %s', (script, expected) => {
    expect(valueBefore(command(script, 'x'), 'A')).toBe(expected);
  });

  it.each([
    ['read -r a b', ['a', 'b']],
    ['export A=1 B', ['A', 'B']],
    ['printf -v a %s b', ['a']],
    ['getopts ab: opt', ['opt']],
    ['A=1 B=2', ['A', 'B']],
    ['echo a', []],
  ])('the names that %s assigns', (script, expected) => {
    expect(commandsIn(script).flatMap(namesAssignedBy)).toEqual(expected);
  });

  it('gives every variable that is read', () => {
    const [run] = parseDockerfile('FROM a\nRUN a $b "${c%x}" $((d + 1)) $(e $f)\n').instructions.slice(1);
    const [script] = run === undefined ? [] : scriptsOf(run);
    expect(script?.ast && [...variablesRead(script.ast)]).toEqual(['b', 'c', 'd', 'f']);
  });
});

describe('shell options', () => {
  it.each([
    ['set -e; x', 'errexit', true],
    ['set -eux; x', 'errexit', true],
    ['set -o errexit; x', 'errexit', true],
    ['set -euo pipefail; x', 'pipefail', true],
    ['set -o pipefail && x', 'pipefail', true],
    ['set -e; set +e; x', 'errexit', false],
    ['x; set -e', 'errexit', false],
    ['(set -e); x', 'errexit', false],
    ['set -- -e; x', 'errexit', false],
    ['x', 'errexit', false],
  ] as const)('%s: %s', (script, option, expected) => {
    const found = command(script, 'x');
    expect(hasOption(found.script, option, found)).toBe(expected);
  });

  it('sees the flags of SHELL and of nested shells', () => {
    const text = `FROM a\nSHELL ["bash", "-euo", "pipefail", "-c"]\nRUN x && bash -ec 'y'\n`;
    const [x, , y] = parseDockerfile(text).instructions.flatMap(commandsOf);
    expect(x && hasOption(x.script, 'pipefail')).toBe(true);
    expect(x && stopsOnFailure(x)).toBe(true);
    expect(y && [hasOption(y.script, 'errexit'), hasOption(y.script, 'pipefail')]).toEqual([true, false]);
  });
});

describe('removals', () => {
  it.each([
    ['rm -rf /var/lib/apt/lists/*', true],
    ['rm -r -f "/var/lib/apt/lists"', true],
    ['rm -rf /tmp/* /var/lib/apt/lists/', true],
    ['rm -rf /var/lib/{apt,dpkg}/lists/*', true],
    ['rm -rf /var/lib/apt', true],
    ['rm /var/lib/apt/lists/*_*', true],
    ['find /var/lib/apt/lists -mindepth 1 -delete', true],
    ['find /var/lib/apt/lists -type f -exec rm {} +', true],
    ['rm -rf /var/lib/apt/lists/partial', false],
    ['rm -rf /var/cache/apt', false],
    ['rm -rf $DIR', false],
    ['rm -rf /*/x', false],
    ['find /var/lib/apt/lists', false],
    ['ls /var/lib/apt/lists', false],
  ])('%s', (script, expected) => {
    const [found] = commandsIn(script);
    expect(found && removes(found, '/var/lib/apt/lists')).toBe(expected);
  });

  it('takes the home folder for that of root', () => {
    const [found] = commandsIn('rm -rf ~/.cache "$HOME/.npm"');
    expect(found && [removes(found, '/root/.cache/pip'), removes(found, '/root/.npm')]).toEqual([true, true]);
  });
});
