import { defineRule, type Rule } from '../../engine/rule.ts';
import { cleanUp, keptCachesOf } from '../../fixers/clean-up.ts';

interface Spec {
  readonly id: string;
  /** As the summary calls the managers. */
  readonly name: string;
  readonly managers: readonly string[];
  /** The codes of other linters, and the managers and subcommands that they are about. */
  readonly aliases: readonly string[];
  readonly peers: readonly string[];
  readonly peerSubcommands: readonly string[];
}

/** A rule on a distribution's package manager that keeps metadata of its repositories in the layer. */
export function repositoryCacheKept({ id, name, managers, aliases, peers, peerSubcommands }: Spec): Rule {
  return defineRule({
    id,
    summary: `Clean up the cache of ${name} in the RUN that installs`,
    category: 'size',
    severity: 'warning',
    applies: 'layers',
    fixable: 'safe',
    aliases,
    codes: Object.fromEntries(aliases.map(alias => [alias, 'kept'])),
    hadolint: 'warning',

    messages: {
      kept: '`{command}` leaves the metadata of the repositories in its cache, which then stays in the layer.',
      keptToo: '`{command}` leaves the metadata of the repositories in its cache, which then stays in the layer.',
    },

    check(dockerfile, report) {
      const use = { managers, actions: ['install', 'upgrade', 'dist-upgrade'], kind: 'downloads' } as const;
      for (const kept of keptCachesOf(dockerfile, use)) {
        const isPeers = kept.operations.some(
          ({ manager, subcommand }) => peers.includes(manager.name) && peerSubcommands.includes(subcommand),
        );
        const { at, command } = kept;
        report(isPeers ? 'kept' : 'keptToo', { at, data: { command }, fix: cleanUp(dockerfile, kept) });
      }
    },
  });
}
