import type { Instruction } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/words.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'apt-recommends',
  summary: 'Install without the packages that apt only recommends',
  category: 'size',
  severity: 'info',
  applies: 'layers',
  fixable: 'unsafe',
  aliases: ['DL3015', 'DS-0029'],
  codes: { DL3015: 'recommended', 'DS-0029': 'recommended' },
  hadolint: 'info',

  messages: {
    recommended: '`{command}` also installs every package that these recommend, which the image may well not need.',
    recommendedToo: '`{command}` also installs every package that these recommend, which the image may well not need.',
  },

  check(dockerfile, report) {
    const settings = Array.from(dockerfile.text.matchAll(/APT::Install-Recommends/gi), ({ index }) => index);
    for (const instruction of dockerfile.instructions) {
      for (const operation of packageOperations(instruction)) {
        if (!takesRecommended(operation) || isSwitchedOff(instruction, settings)) continue;
        const edit = addFlag(dockerfile, operation, '--no-install-recommends');
        // Other linters look at apt-get only.
        report(operation.manager.name === 'apt-get' ? 'recommended' : 'recommendedToo', {
          at: headSpan(operation),
          data: { command: `${operation.manager.name} install` },
          fix: edit && { title: 'Add --no-install-recommends', safety: 'unsafe', edits: [edit] },
        });
      }
    }
  },
});

function takesRecommended(operation: PackageOperation): boolean {
  const { manager, subcommand, packages, isFedByXargs, skipsRecommends } = operation;
  if (manager.ecosystem !== 'debian' || subcommand !== 'install' || skipsRecommends) return false;
  return (
    (packages.length > 0 || isFedByXargs || operation.has('-f', '--fix-broken')) &&
    !operation.has('-d', '--download-only', '-s', '--simulate', '--dry-run')
  );
}

/** True where something up to here, in the stage or those below, sets apt's own option. */
function isSwitchedOff({ stage, span }: Instruction, settings: readonly number[]): boolean {
  if (stage === undefined || settings.length === 0) return false;
  const chain = stageChain(stage);
  return settings.some(at => at < span[1] && chain.some(({ span: [start, end] }) => start <= at && at < end));
}
