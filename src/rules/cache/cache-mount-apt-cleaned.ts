import type { Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import { inheritedInstructions } from '../../dockerfile/stage-chain.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { setMountOption } from '../../fixers/cache-mount.ts';
import { insertBefore } from '../../fixers/command-order.ts';
import { dropCommand } from '../../fixers/run-commands.ts';
import { stateAt } from '../../images/state.ts';
import { areNested } from '../../shell/cache-places.ts';
import { commandsAfter, itemOf } from '../../shell/commands.ts';
import { operationsOf, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import { removes } from '../../shell/removals.ts';
import type { Edit } from '../../text/span.ts';

const ARCHIVES = '/var/cache/apt';
const LISTS = '/var/lib/apt/lists';
const DOCKER_CLEAN = '/etc/apt/apt.conf.d/docker-clean';

export default defineRule({
  id: 'cache-mount-apt-cleaned',
  summary: 'Let apt keep what its cache mount is for, one build at a time',
  category: 'cache',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    cleaned:
      'The mount on `{target}` stays empty: `docker-clean` of the base image deletes each package when it is installed.',
    emptied: '`{command}` empties the cache that is mounted on `{target}`.',
    shared: 'Two builds at once use the mount on `{target}`, and apt stops where it finds the other’s lock.',
  },

  check(dockerfile, report) {
    for (const run of dockerfile.instructions) {
      const install = run.keyword === 'RUN' && packageOperations(run).find(isInstall);
      if (run.keyword !== 'RUN' || !install) continue;
      for (const mount of run.mounts) {
        const { target, flag, options } = mount;
        const folder = [ARCHIVES, LISTS].find(path => target !== undefined && areNested(path, target));
        if (mount.type !== 'cache' || target === undefined || folder === undefined) continue;
        const at = flag.valueSpan ?? flag.span;

        if ((options.get('sharing')?.text ?? 'shared') === 'shared') {
          const edit = setMountOption(dockerfile, mount, 'sharing', 'locked');
          report('shared', { at, data: { target }, fix: fixOf('Lock it', edit) });
        }
        const emptying = commandsAfter(install.command).find(
          command => removes(command, folder) || (folder === ARCHIVES && operationsOf(command).some(cleans)),
        );
        if (emptying !== undefined) {
          const command = dockerfile.text.slice(...emptying.span);
          report('emptied', {
            at: emptying.span,
            data: { command, target },
            fix: fixOf('Keep it', dropCommand(dockerfile, emptying)),
          });
        } else if (folder === ARCHIVES && hasDockerClean(dockerfile, run)) {
          report('cleaned', { at, data: { target }, fix: kept(install) });
        }
      }
    }
  },
});

function isInstall({ manager, action }: PackageOperation): boolean {
  return manager.ecosystem === 'debian' && action === 'install';
}

function cleans({ manager, action, subcommand }: PackageOperation): boolean {
  return manager.ecosystem === 'debian' && action === 'clean' && subcommand.endsWith('clean');
}

/** True where the base image surely has the settings that delete archives, and nothing in the file speaks of them. */
function hasDockerClean({ text }: Dockerfile, run: RunInstruction): boolean {
  const id = stateAt(run)?.facts?.distro?.id;
  if ((id !== 'debian' && id !== 'ubuntu') || run.stage === undefined) return false;
  const before = [...inheritedInstructions(run.stage), ...run.stage.instructions].filter(
    ({ index }) => index <= run.index,
  );
  return !before.some(({ span }) => /docker-clean|Keep-Downloaded|apt\.conf/i.test(text.slice(...span)));
}

function fixOf(title: string, edit: Edit | undefined): Fix | undefined {
  return edit && { title, safety: 'unsafe', edits: [edit] };
}

function kept({ command }: PackageOperation): Fix | undefined {
  const [first] = itemOf(command)?.script.commands ?? [];
  const item = first && itemOf(first);
  return fixOf(`Remove ${DOCKER_CLEAN} first`, item && insertBefore(item, `rm -f ${DOCKER_CLEAN}`));
}
