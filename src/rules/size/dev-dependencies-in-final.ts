import type { Dockerfile, Stage } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { addFlag } from '../../fixers/words.ts';
import { stageFacts } from '../../optimizer/project.ts';
import { improvedStages, improvementOf } from '../../optimizer/improvement.ts';
import { skipsDevelopment, unusedDevelopment } from '../../optimizer/parts/unused-development.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import { listed } from '../../text/listed.ts';

/** How each manager is told to leave them out; Bundler and newer Yarn take no flag for it. */
const FLAGS: Readonly<Record<string, string>> = {
  npm: '--omit=dev',
  yarn: '--production',
  pnpm: '--prod',
  bun: '--production',
  composer: '--no-dev',
};

export default defineRule({
  id: 'dev-dependencies-in-final',
  summary: 'Install without what only development needs',
  category: 'size',
  severity: 'warning',
  applies: 'layers',
  fixable: 'unsafe',

  messages: {
    installed:
      '`{install}` installs the development dependencies of {manifest} too ({names}), and nothing that is built or started here uses them.',
  },

  check(dockerfile, report, _options, invocation) {
    const { context } = invocation;
    if (context === undefined) return;
    const improved = improvedStages(dockerfile, invocation);
    for (const stage of dockerfile.stages) {
      if (improved.has(stage) && improvementOf(dockerfile, invocation)?.lack === 'missing-multi-stage') continue;
      const installs = stage.instructions.flatMap(packageOperations).filter(isInstall);
      const [install, ...others] = installs;
      if (install === undefined || others.length > 0 || leavesOut(stage, install)) continue;
      const found = unusedDevelopment(stage, install, context);
      if (found === undefined) continue;
      const at = headSpan(install);
      report('installed', {
        at,
        data: { install: dockerfile.text.slice(...at), manifest: found.manifest, names: listed(found.names) },
        fix: context.stat('.yarnrc.yml') === undefined ? withFlag(dockerfile, install) : undefined,
      });
    }
  },
});

function isInstall({ manager, action, isFromManifest, isGlobal, packages }: PackageOperation): boolean {
  return (
    Object.hasOwn(FLAGS, manager.name) && action === 'install' && isFromManifest && !isGlobal && packages.length === 0
  );
}

/** True where a flag, a variable, a configuration or a later step leaves them out, or the stage builds with them. */
function leavesOut(stage: Stage, install: PackageOperation): boolean {
  const { acts } = stageFacts(stage);
  return (
    skipsDevelopment(install) ||
    acts.some(({ effects }) =>
      effects.some(
        ({ kind, command }) =>
          kind === 'build' ||
          kind === 'test' ||
          kind === 'unknown' ||
          command.words.some(({ unquoted }) => /^(?:prune|deploy|config|set|autoclean|focus)$/.test(unquoted)) ||
          /NODE_ENV/.test(command.script.source.text),
      ),
    )
  );
}

function withFlag(dockerfile: Dockerfile, install: PackageOperation): Fix | undefined {
  const flag = FLAGS[install.manager.name];
  const edit = flag === undefined ? undefined : addFlag(dockerfile, install, flag);
  return edit && { title: `Add ${flag}`, safety: 'unsafe', edits: [edit] };
}
