import type { RunInstruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { lineEnd } from '../../fixers/instructions.ts';
import { stateAt } from '../../images/state.ts';
import { effectOf } from '../../optimizer/effects.ts';
import { cacheEdits, missingMounts } from '../../optimizer/parts/cache-mounts.ts';
import { commandsOf } from '../../shell/commands.ts';
import { operationsOf } from '../../shell/operations.ts';

export default defineRule({
  id: 'missing-cache-mount',
  summary: 'Keep what package managers download in a cache mount',
  category: 'cache',
  severity: 'info',
  recommended: false,
  applies: 'any',
  wholeFile: true,
  fixable: 'unsafe',

  messages: {
    missing: '{tool} downloads everything again whenever this step is built; a cache mount on `{place}` keeps it.',
  },

  check(dockerfile, report) {
    for (const run of dockerfile.instructions) {
      if (run.keyword !== 'RUN' || run.inOnbuild || !runsAsRoot(run)) continue;
      const effects = commandsOf(run)
        .filter(({ within }) => !within.includes('substitution'))
        .map(effectOf);
      const [mount] = missingMounts(run, effects);
      const first = effects.find(effect => missingMounts(run, [effect]).length > 0);
      const operation = first && operationsOf(first.command)[0];
      if (mount === undefined || operation === undefined) continue;
      const { program, subcommandWord } = operation;
      const end = lineEnd(dockerfile);
      const edits = cacheEdits(dockerfile, run, effects).map(edit => ({
        ...edit,
        text: edit.text.replaceAll('\n', end),
      }));
      report('missing', {
        at: [program.span[0], (subcommandWord ?? program).span[1]],
        data: { tool: program.text, place: /target=([^,]+)/.exec(mount)?.[1] ?? '' },
        fix: edits.length === 0 ? undefined : { title: 'Mount a cache', safety: 'unsafe', edits },
      });
    }
  },
});

/** The mounts are root's folders. */
function runsAsRoot(run: RunInstruction): boolean {
  const user = stateAt(run)?.user;
  return user === undefined || user.name === 'root' || user.uid === 0;
}
