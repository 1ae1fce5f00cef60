import { flag, strings } from '../../engine/options.ts';
import { defineRule, type Rule, type Severity } from '../../engine/rule.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import type { PackageArgument } from '../../shell/packages.ts';
import { matchesWhole } from '../../text/glob.ts';

interface Spec {
  readonly id: string;
  /** The first gives the rule its name. */
  readonly managers: readonly string[];
  readonly alias: string;
  /** Those of the managers, and of their subcommands, that the alias is about. */
  readonly peers?: readonly string[];
  readonly peerSubcommands?: readonly string[];
  readonly hadolint: Severity;
  /** What says the version of all packages at once, beside the manager's own flags. */
  readonly isPinned?: (operation: PackageOperation) => boolean;
}

const MOST_NAMED = 3;

/** A rule on packages that a command line names without a version. */
export function unpinned(spec: Spec): Rule {
  const { id, managers, alias, peers = managers, peerSubcommands, hadolint, isPinned = () => false } = spec;
  const [manager = ''] = managers;
  return defineRule({
    id,
    summary: `Name the version of each package that ${manager} installs`,
    category: 'reproducibility',
    severity: 'info',
    recommended: false,
    applies: 'any',
    aliases: [alias],
    codes: { [alias]: 'unpinned' },
    hadolint,
    options: {
      allow: strings({ about: 'Packages that need no version; `*` stands for any characters but `/`.', default: [] }),
      variables: flag({ about: 'Report variables too, which may hold a version.', default: false }),
    },
    presetOptions: { hadolint: { variables: true } },

    messages: {
      unpinned: 'No version is named for {packages}: the same Dockerfile installs another one on another day.',
      unpinnedToo: 'No version is named for {packages}: the same Dockerfile installs another one on another day.',
    },

    check({ instructions }, report, { allow, variables }) {
      const kinds: readonly PackageArgument['kind'][] = ['registry', ...(variables ? (['variable'] as const) : [])];
      for (const run of instructions.flatMap(instruction => runOf(instruction) ?? [])) {
        for (const operation of packageOperations(run)) {
          if (!managers.includes(operation.manager.name) || operation.action !== 'install') continue;
          if (operation.version !== undefined || isPinned(operation)) continue;
          const found = operation.packages
            .filter(({ kind, version }) => version === undefined && (kinds.includes(kind) || hasRefs(kind, operation)))
            .filter(({ name = '' }) => !allow.some(glob => matchesWhole(glob, name)));
          if (found.length === 0) continue;
          const isPeers =
            peers.includes(operation.manager.name) && (peerSubcommands?.includes(operation.subcommand) ?? true);
          report(isPeers ? 'unpinned' : 'unpinnedToo', {
            at: headSpan(operation),
            data: { packages: listed(found) },
          });
        }
      }
    },
  });
}

/** Whether such a package can be asked for by a tag or commit. */
function hasRefs(kind: PackageArgument['kind'], { manager }: PackageOperation): boolean {
  return kind === 'vcs' && manager.vcsRefPattern !== undefined;
}

function listed(packages: readonly PackageArgument[]): string {
  const named = packages.slice(0, MOST_NAMED).map(({ name, text }) => `\`${name ?? text}\``);
  const more = packages.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
