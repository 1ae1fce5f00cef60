import { describe, expect, it } from 'vitest';
import type { Instruction, ParseOptions } from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { expand, type Expansion, expandHeredoc, scopeAt, undefinedUses } from '../../src/dockerfile/variables.ts';

function lastOf(text: string, options?: ParseOptions): Instruction {
  const instruction = parseDockerfile(text, options).instructions.at(-1);
  if (instruction === undefined) throw new Error('There is no instruction.');
  return instruction;
}

/** What the first argument of the last instruction comes to. */
function expanded(text: string, options?: ParseOptions): Expansion {
  const instruction = lastOf(text, options);
  const [word] = instruction.args;
  if (word === undefined) throw new Error('There is no argument.');
  return expand(instruction, word);
}

const args = (buildArgs: Readonly<Record<string, string>>): ParseOptions => ({ buildArgs });

// Each value is that of BuildKit 0.33, from the image that Dockerfile2LLB makes of the file.
describe('the value', () => {
  it.each([
    ['of an ENV', 'FROM a\nENV A=1\nUSER $A', '1', true],
    ['of an ARG', 'FROM a\nARG A=1\nUSER $A', '1', false],
    ['of an ARG after an ENV', 'FROM a\nENV A=1\nARG A=2\nUSER $A', '2', false],
    ['of an ENV after an ARG', 'FROM a\nARG A=2\nENV A=1\nUSER $A', '1', true],
    ['of an ENV again in the next stage', 'FROM a AS s\nENV A=1\nARG A=2\nFROM s\nUSER $A', '1', true],
    ['of an ENV again two stages on', 'FROM a AS s\nENV A=1\nARG A=2\nFROM s AS t\nFROM t\nUSER $A', '1', true],
    ['of an ENV from an ARG', 'FROM a AS s\nENV A=1\nARG A=2\nENV B=$A\nFROM s\nUSER $A$B', '12', false],
    ['of an inherited ARG', 'FROM a AS s\nARG A=2\nFROM s\nUSER $A', '2', false],
    ['of an ARG over an inherited ENV', 'FROM a AS s\nENV A=1\nFROM s\nARG A=3\nUSER $A', '3', false],
    ['of an ENV with a bare ARG behind', 'FROM a\nENV A=1\nARG A\nUSER $A', '1', true],
    ['of a global ARG over an ENV', 'ARG A=g\nFROM a\nENV A=1\nARG A\nUSER $A', 'g', false],
    ['of a default over a global ARG', 'ARG A=g\nFROM a\nARG A=s\nUSER $A', 's', false],
    ['of no global ARG in a stage', 'ARG A=g\nFROM scratch\nUSER x$A', 'x', true],
    ['before the instruction for all pairs of an ENV', 'FROM a\nENV A=1\nENV A=2 B=$A\nUSER $A$B', '21', true],
    ['of the declarations before it in an ARG', 'FROM a\nARG A=1 B=$A\nUSER $A$B', '11', false],
    ['of an ENV whose name has a variable', 'FROM a\nENV A=1\nENV K$A=v\nUSER $K1', 'v', true],
    ['of the later stage of one name', 'FROM a AS s\nENV A=1\nFROM b AS s\nENV A=2\nFROM s\nUSER $A', '2', true],
    ['of a default of TARGETARCH', 'FROM a\nARG TARGETARCH=x\nUSER $TARGETARCH', 'x', false],
    ['of a global TARGETARCH', 'ARG TARGETARCH=x\nFROM a\nARG TARGETARCH\nUSER $TARGETARCH', 'x', false],
    ['of an undeclared TARGETARCH', 'FROM scratch\nUSER x$TARGETARCH', 'x', true],
    [
      'of PATH on scratch',
      'FROM scratch\nUSER $PATH',
      '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      true,
    ],
    ['across a continuation', 'FROM a\nENV AB=1\nUSER $A\\\n# comment\nB', '1', true],
    ['by the escape directive', '# escape=`\nFROM a\nENV A=1\nUSER \\$A`$A', '\\1$A', true],
  ])('%s', (_, text, value, certain) => {
    expect(expanded(text)).toMatchObject({ value, certain, error: undefined });
  });

  it.each([
    ['goes over a default', 'FROM a\nARG A=1\nARG B=$A\nUSER $A$B', '99', false],
    ['goes over an ENV', 'FROM a\nENV A=1\nARG A\nUSER $A', '9', true],
    ['comes through a global ARG', 'ARG A\nFROM a\nARG A\nUSER $A', '9', true],
    ['is not seen undeclared', 'FROM scratch\nUSER x$A', 'x', true],
    ['is not seen from a global ARG alone', 'ARG A\nFROM scratch\nUSER x$A', 'x', true],
  ])('of a --build-arg %s', (_, text, value, certain) => {
    expect(expanded(text, args({ A: '9' }))).toMatchObject({ value, certain });
  });

  it.each([
    ['an ARG without a default', 'FROM scratch\nARG A\nUSER $A'],
    ['the platform', 'FROM scratch\nARG TARGETARCH\nUSER $TARGETARCH'],
    ['what the base image may set', 'FROM a\nUSER ${A:-x}'],
    ['what the base image of the stage below may set', 'FROM a AS s\nFROM s\nUSER ${A:-x}'],
    ['the PATH of an image', 'FROM a\nENV PATH=/x:$PATH\nUSER $PATH'],
    ['an ENV that hangs on one', 'FROM a\nENV A=$B\nUSER $A'],
    ['an ONBUILD, which runs in another build', 'FROM scratch\nONBUILD USER $A'],
  ])('is not known: %s', (_, text) => {
    const last = lastOf(text);
    const instruction = last.keyword === 'ONBUILD' ? last.inner : last;
    const word = instruction?.args[0];
    expect(instruction && word && expand(instruction, word)).toMatchObject({ value: undefined, certain: false });
  });
});

describe('FROM', () => {
  it.each([
    ['ARG V=1\nFROM a:$V', 'a:1', false],
    ['ARG A=1\nARG B=$A-x\nFROM a:$B', 'a:1-x', false],
    ['FROM a:${V:-1}', 'a:1', true],
    ['ARG V\nFROM a:${V:-1}', 'a:1', false],
    ['ARG V\nFROM a:$V', undefined, false],
    ['ARG V=ab\nFROM ${V/a/b}', 'bb', false],
    ['FROM a-$TARGETARCH', undefined, false],
    ['FROM x\nARG V=1\nENV V=1\nFROM a$V', 'a', true],
  ])('%j', (text, value, certain) => {
    expect(expanded(text)).toMatchObject({ value, certain });
  });

  it('takes a --build-arg for a global ARG and for a predefined one', () => {
    const options = args({ V: '2', TARGETARCH: 'arm64' });
    expect(expanded('ARG V=1\nFROM a:$V-$TARGETARCH', options)).toMatchObject({ value: 'a:2-arm64', certain: true });
  });
});

describe('uses', () => {
  it('stand where they are written, continuations and quotes between them', () => {
    const text = 'FROM a\nENV LONG=1\nENV B="x$LO\\\n  # comment\nNG ${LONG:-$C}" D=${E}\n';
    const instruction = lastOf(text);
    const words = instruction.keyword === 'ENV' ? instruction.pairs.map(pair => pair.value) : [];
    const uses = words.flatMap(word => expand(instruction, word).uses);
    expect(uses.map(use => [use.name, text.slice(...use.span), use.operator, use.definition.kind])).toEqual([
      ['LONG', '$LO\\\n  # comment\nNG', undefined, 'env'],
      ['LONG', '${LONG:-$C}', ':-', 'env'],
      ['C', '$C', undefined, 'base'],
      ['E', '${E}', undefined, 'base'],
    ]);
    expect(uses.map(use => text.slice(...use.nameSpan))).toEqual(['LO\\\n  # comment\nNG', 'LONG', 'C', 'E']);
  });

  it.each([
    ['a flag with quotes', 'FROM a\nCOPY --chown="$U":$G x y', ['$U', '$G']],
    ['a mount', 'FROM a\nRUN --mount=type=cache,target=/$T,id=$I x', ['$T', '$I']],
    ['a JSON string', 'FROM a\nVOLUME ["/a", "\\u0024A/$B"]', ['\\u0024A', '$B']],
    ['a legacy pair', 'FROM a\nENV K a $B', ['$B']],
    ['a label', 'FROM a\nLABEL a.$K=b', ['$K']],
    ['a heredoc', 'FROM a\nCOPY <<E /x\n"$A"\nE', ['$A']],
    ['a platform', 'FROM --platform=$P a', ['$P']],
    ['an image', 'FROM a:$V', ['$V']],
    ['the default of an ARG', 'FROM a\nARG A=$B', ['$B']],
    ['a working directory with blanks', 'FROM a\nWORKDIR /a $B', ['$B']],
    ['nothing in a command', 'FROM a\nCMD echo $A', []],
    ['nothing in a quoted heredoc', 'FROM a\nCOPY <<"E" /x\n$A\nE', []],
    ['nothing in EXPOSE, as BuildKit', 'FROM a\nEXPOSE $P', []],
    ['nothing in ONBUILD', 'FROM a\nONBUILD USER $U', []],
    ['no ARG without a default', 'FROM a\nARG A\nUSER $A', []],
    ['no inherited ARG', 'FROM a AS s\nARG A\nFROM s\nUSER $A', []],
    ['no bare global ARG in FROM', 'ARG V\nFROM a:$V', []],
    ['no PATH', 'FROM a\nENV PATH=/x:$PATH', []],
    ['a proxy, which only commands see', 'FROM a\nUSER $HTTP_PROXY', ['$HTTP_PROXY']],
    ['a global ARG in a stage', 'ARG A=1\nFROM a\nUSER $A', ['$A']],
  ])('of what nothing defines: %s', (_, text, uses) => {
    expect(undefinedUses(lastOf(text)).map(({ span }) => text.slice(...span))).toEqual(uses);
  });

  it('expands a heredoc with its quotes', () => {
    const instruction = lastOf('FROM a\nENV A=1\nCOPY <<E <<"F" /x\n"$A"\nE\n$A\nF');
    const bodies = instruction.heredocs.map(heredoc => expandHeredoc(instruction, heredoc).value);
    expect(bodies).toEqual(['"1"\n', '$A\n']);
  });

  it('say where a word cannot be expanded', () => {
    const text = 'FROM a\nENV A=x${B';
    const instruction = lastOf(text);
    const word = instruction.keyword === 'ENV' ? instruction.pairs[0]?.value : undefined;
    const { error } = (word && expand(instruction, word)) ?? {};
    expect(error && [error.message, text.slice(...error.span)]).toEqual(['`}` is missing', '${B']);
  });
});

describe('scopes', () => {
  it.each([
    ['A', 'FROM a\nARG A=1\nRUN x', { kind: 'arg', value: '1', certain: false }],
    ['A', 'FROM a\nENV A=1\nRUN x', { kind: 'env', value: '1', certain: true }],
    ['A', 'FROM a\nARG A\nRUN x', { kind: 'arg', value: undefined, certain: false }],
    ['A', 'FROM a\nRUN x', { kind: 'base' }],
    ['A', 'FROM scratch\nRUN x', { kind: 'undefined' }],
    ['A', 'FROM scratch AS s\nFROM s\nRUN x', { kind: 'undefined' }],
    ['A', 'FROM scratch\nENV A=1', { kind: 'undefined' }],
    ['PATH', 'FROM a\nRUN x', { kind: 'predefined', value: undefined }],
    ['TARGETARCH', 'FROM a\nARG TARGETARCH\nRUN x', { kind: 'predefined', value: undefined }],
    ['TARGETARCH', 'FROM scratch\nRUN x', { kind: 'undefined' }],
    ['TARGETARCH', 'FROM scratch', { kind: 'predefined', value: undefined }],
    ['https_proxy', 'FROM a\nRUN x', { kind: 'predefined', value: undefined }],
    ['Https_Proxy', 'FROM scratch\nRUN x', { kind: 'undefined' }],
    ['https_proxy', 'FROM scratch\nCMD x', { kind: 'undefined' }],
    ['constructor', 'FROM scratch\nRUN x', { kind: 'undefined' }],
    ['__proto__', 'FROM scratch\nENV __proto__=1\nRUN x', { kind: 'env', value: '1' }],
  ])('%s in %j', (name, text, definition) => {
    expect(scopeAt(lastOf(text)).get(name)).toMatchObject(definition);
  });

  it('name the instruction that defines a variable', () => {
    const { instructions } = parseDockerfile('ARG A=1\nFROM a\nARG A\nENV B=1\nENV B=2\nRUN x');
    const [, , arg, , env, run] = instructions;
    const scope = run && scopeAt(run);
    expect(scope?.get('A')).toMatchObject({ kind: 'arg', instruction: arg, value: '1' });
    expect(scope?.get('B')).toMatchObject({ kind: 'env', instruction: env });
  });

  it('list the names that are defined', () => {
    expect(scopeAt(lastOf('ARG G=1\nFROM a\nENV B=1\nARG A\nENV C=1')).names()).toEqual(['PATH', 'B', 'A']);
    expect(scopeAt(lastOf('ARG G=1\nFROM a')).names()).toContain('G');
    expect(scopeAt(lastOf('ARG G=1\nFROM a')).names()).toContain('TARGETPLATFORM');
  });

  it('hold in a file of many variables', () => {
    const many = Array.from(
      { length: 6400 },
      (_, index) => `ENV V${index}=${index} W${index + 1}=\${W${index}}${index % 2 ? '' : 'x'}`,
    );
    const { value } = expanded(`FROM scratch\n${many.join('\n')}\nUSER $V0,$V3200,$V6399,$V6400,$W6400`);
    expect(value?.split(',')).toEqual(['0', '3200', '6399', '', 'x'.repeat(3200)]);
  });

  it('end with the value that grows without end', () => {
    const doubled = Array.from({ length: 100 }, () => 'ENV A=$A$A');
    expect(expanded(`FROM a\nENV A=xx\n${doubled.join('\n')}\nUSER $A`).value).toBeUndefined();
    expect(expanded(`FROM a\nENV A=xx\n${doubled.slice(0, 3).join('\n')}\nUSER $A`).value).toBe('x'.repeat(16));
  });
});
