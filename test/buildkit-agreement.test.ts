import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dockerfile } from '../src/dockerfile/model.ts';
import { lint } from '../src/engine/lint.ts';
import { codeOf, familyOf } from '../src/engine/names.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';

/** What BuildKit v0.33.1 finds in each, as `Rule:line`; it was given base images that set nothing but PATH. */
const CASES = JSON.parse(readFileSync('test/fixtures/buildkit-lint.json', 'utf8')) as readonly {
  readonly code: string;
  readonly lint: readonly string[];
}[];

/** Where the two differ, as docs/compatibility.md explains. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM alpine\n':
    'the default of the ARG takes the place of the platform',
  'FROM alpine\nWORKDIR C:\\\\app\n': 'a path of Windows, whose images are not told by their names alone',
  'FROM alpine\nARG D\nWORKDIR $D\n': 'the value comes with the build',
  'FROM alpine\nWORKDIR ${D:-x}\n': 'the base image may define the variable',
  'FROM golang\nENV A=$GOPATH\n': 'the base image defines the variable',
};

const configured = preset('buildkit', rules);
const codes = new Set(rules.flatMap(({ aliases = [] }) => aliases.filter(alias => familyOf(alias) === 'buildkit')));

describe('the preset buildkit finds what BuildKit finds', () => {
  it.each(CASES)('$code', ({ code, lint: theirs }) => {
    const known = theirs.filter(place => codes.has(place.split(':')[0] ?? '')).toSorted();
    if (code in DIFFERENCES) expect(findings(code), DIFFERENCES[code]).not.toEqual(known);
    else expect(findings(code)).toEqual(known);
  });
});

function findings(code: string): readonly string[] {
  const { dockerfile, findings: found } = lint(code, configured, invocationOn('2026-11-15'), { catalogue: rules });
  const places = found.flatMap(finding => {
    const rule = codeOf(finding, 'buildkit');
    return rule === undefined ? [] : `${rule}:${lineOf(dockerfile, rule, finding.at[0])}`;
  });
  return [...new Set(places)].toSorted();
}

/** BuildKit names the first line of the instruction; of one with a blank line inside the last. */
function lineOf({ instructions, lines }: Dockerfile, rule: string, offset: number): number {
  const { line } = lines.position(offset);
  const instruction = instructions.find(({ lastLine }) => line <= lastLine);
  return (rule === 'NoEmptyContinuation' ? instruction?.lastLine : instruction?.firstLine) ?? line;
}
