import type { Dockerfile } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addFlag, replaceWord } from '../../fixers/words.ts';
import { commandsOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { flags } from '../../shell/managers/manager.ts';
import type { ShellCommand, ShellWord } from '../../shell/model.ts';
import { operationsOf, type PackageOperation } from '../../shell/operations.ts';

/** What `apt-get` and `apt-cache` call alike; `list` and `edit-sources` are apt's alone. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  'apt-get': flags(`
    install reinstall update upgrade full-upgrade dist-upgrade remove purge autoremove autopurge clean autoclean
    download source build-dep satisfy changelog
  `),
  'apt-cache': flags('search show policy depends rdepends showsrc'),
};

export default defineRule({
  id: 'apt-not-apt-get',
  summary: 'Use apt-get, not apt, in scripts',
  category: 'reproducibility',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL3027'],
  hadolint: 'warning',

  messages: {
    apt: '`apt` is made for people at a terminal, and says itself that its options may change; `apt-get` keeps them.',
  },

  check(dockerfile, report) {
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const command of commandsOf(run)) {
        const [program] = command.words;
        if (command.name !== 'apt' || program === undefined) continue;
        report('apt', { at: program.span, fix: useAptGet(dockerfile, command, program) });
      }
    }
  },
});

function useAptGet(dockerfile: Dockerfile, command: ShellCommand, program: ShellWord): Fix | undefined {
  const [operation] = operationsOf(command);
  const [name] = Object.entries(PROGRAMS).find(([, names]) => names.includes(operation?.subcommand ?? '')) ?? [];
  if (operation === undefined || name === undefined || program.value === undefined) return undefined;
  const replaced = replaceWord(dockerfile, command, program, program.value.replace(/apt$/, name));
  // `apt upgrade` installs what an upgrade newly depends on, `apt-get upgrade` only when it is told to.
  const isUpgrade = operation.subcommand === 'upgrade';
  const added = isUpgrade ? addFlag(dockerfile, operation, '--with-new-pkgs') : undefined;
  if (replaced === undefined || (isUpgrade && added === undefined)) return undefined;
  const safety = operation.packages.some(isPattern) ? 'unsafe' : 'safe';
  return { title: `Use ${name}`, safety, edits: added === undefined ? [replaced] : [replaced, added] };
}

/** apt-get takes a name that no package has for a regular expression; apt takes only globs and its own patterns. */
function isPattern({ text }: PackageOperation['packages'][number]): boolean {
  return /[*?[\]^$|~]/.test(text);
}
