import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { BuildContext } from '../../src/context/build-context.ts';
import { lint } from '../../src/engine/lint.ts';
import { overlayContext } from '../../src/engine/overlay-context.ts';
import { preset } from '../../src/engine/presets.ts';
import { invocationOn } from '../../src/engine/rule.ts';
import { optimize } from '../../src/optimizer/optimize.ts';
import { rules } from '../../src/rules/index.ts';
import { applyEdits } from '../../src/text/span.ts';
import { fixtureContext } from './fixture-context.ts';
import { renderPlan } from './render-plan.ts';

const FOLDERS = ['test/fixtures/seeds', 'test/fixtures/apps', 'test/fixtures/hazards'];

/** Flags of a fixture's run, where its folder has `expected.options.json`. */
function optionsOf(folder: string): object {
  const name = readdirSync(folder).find(file => file === 'expected.options.json');
  return name === undefined ? {} : JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** The rules of `recommended` that are reported. */
function reported(text: string, context: BuildContext): ReadonlySet<string> {
  const { findings } = lint(text, preset('recommended', rules), invocationOn('2026-08-22', { context }));
  return new Set(findings.map(({ rule }) => rule.id));
}

const cases = FOLDERS.flatMap(parent => readdirSync(parent).map(name => join(parent, name)));

describe.each(cases)('%s', folder => {
  const text = readFileSync(join(folder, 'Dockerfile'), 'utf8');
  const context = fixtureContext(folder);
  const options = { date: '2026-08-22', ...optionsOf(folder) };
  const plan = optimize(parseDockerfile(text), context, options);

  it('has the plan that was reviewed', async () => {
    const snapshots = `${folder.replace('test/fixtures/', 'test/optimizer/plans/')}`;
    await expect(renderPlan(plan)).toMatchFileSnapshot(join('../..', `${snapshots}.txt`));
    await expect(plan.text).toMatchFileSnapshot(join('../..', `${snapshots}.Dockerfile`));
  });

  it('is written by its edits', () => {
    expect(applyEdits(text, plan.fix?.edits ?? [])).toBe(plan.text);
  });

  it('changes nothing the second time', () => {
    const written = new Map((plan.fix?.files ?? []).map(file => [file.path, file.text]));
    const again = optimize(parseDockerfile(plan.text), overlayContext(context, written), options);
    expect(again.text).toBe(plan.text);
    expect(again.fix).toBeUndefined();
  });

  it('is reported by no rule of `recommended` that was silent before', () => {
    const written = new Map((plan.fix?.files ?? []).map(file => [file.path, file.text]));
    const before = reported(text, context);
    // Who asks for a slim image is told that distroless would do.
    const asked = 'runtime' in options ? ['distroless-candidate'] : [];
    const added = [...reported(plan.text, overlayContext(context, written))].filter(
      rule => !before.has(rule) && !asked.includes(rule),
    );
    expect(added).toEqual([]);
  });

  it('is a Dockerfile without problems', () => {
    expect(parseDockerfile(plan.text).problems.map(({ message }) => message)).toEqual(
      parseDockerfile(text).problems.map(({ message }) => message),
    );
  });
});
