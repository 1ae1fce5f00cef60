import type { Dockerfile, Stage } from '../../dockerfile/model.ts';
import { integer } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { appendCommand } from '../../fixers/run-commands.ts';
import { finalState } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import { removes } from '../../shell/removals.ts';

const FOLDERS = ['/usr/share/doc', '/usr/share/man'] as const;

export default defineRule({
  id: 'docs-and-man-kept',
  summary: 'Leave manuals and documentation out of images that install many packages',
  category: 'size',
  severity: 'info',
  recommended: false,
  applies: 'layers',
  fixable: 'unsafe',
  options: {
    min: integer({ about: 'Fewest packages of one install that are worth it.', default: 10, min: 1 }),
  },

  messages: {
    kept: 'These {count} packages bring their manuals and documentation, which nothing in a container reads.',
  },

  check(dockerfile, report, { min }) {
    for (const stage of dockerfile.stages) {
      if (!keepsDocs(dockerfile, stage)) continue;
      for (const operation of stage.instructions.flatMap(packageOperations)) {
        const { action, manager, packages } = operation;
        if (manager.ecosystem !== 'debian' || action !== 'install' || packages.length < min) continue;
        const data = { count: String(packages.length) };
        report('kept', { at: headSpan(operation), data, fix: fixOf(dockerfile, operation) });
      }
    }
  },
});

/** Ubuntu and the slim variants of Debian are set up to leave them out; other images are not known, or have none. */
function keepsDocs({ text }: Dockerfile, stage: Stage): boolean {
  const { facts } = finalState(stage);
  if (facts?.distro?.id !== 'debian' || facts.tag.variants.includes('slim')) return false;
  const isExcluded = /path-exclude/.test(text);
  return !isExcluded && !stage.instructions.flatMap(commandsOf).some(command => removes(command, FOLDERS[0]));
}

function fixOf(dockerfile: Dockerfile, { command }: PackageOperation): Fix | undefined {
  const run = runOf(command.script.instruction);
  const removal = `rm -rf ${FOLDERS.map(folder => `${folder}/*`).join(' ')}`;
  const edit = run && appendCommand(dockerfile, run, removal);
  return edit && { title: 'Remove manuals and documentation', safety: 'unsafe', edits: [edit] };
}
