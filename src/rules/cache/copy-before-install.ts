import type { BuildContext } from '../../context/build-context.ts';
import { isWholeContext, localSources, type LocalSource } from '../../context/local-sources.ts';
import { INSTALL_SCRIPTS, readPackageJson } from '../../context/manifests/package-json.ts';
import { downloadsPackages } from '../../context/manifests/external-dependencies.ts';
import { installInputs } from '../../context/manifests/install-inputs.ts';
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { inheritedInstructions } from '../../dockerfile/stage-chain.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { downloadModulesFirst } from '../../fixers/download-first.ts';
import { manifestsFirst } from '../../optimizer/manifests-first.ts';
import { packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'copy-before-install',
  summary: 'Install dependencies before the source is copied',
  category: 'cache',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    build:
      '`{source}` is copied before `{install}` in line {line}, which downloads the dependencies first, again with every edit of the source.',
    source:
      '`{source}` is copied before `{install}` in line {line}, so every edit of the source installs all of it again.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const stage of dockerfile.stages) {
      const found = earlyCopy(stage, context);
      if (found === undefined) continue;
      const { source, install } = found;
      const isBuild = install.action === 'build';
      report(isBuild ? 'build' : 'source', {
        at: source.word.span,
        data: {
          source: source.word.text,
          install: `${install.program.unquoted} ${install.subcommand}`.trim(),
          line: String(install.command.script.instruction.firstLine),
        },
        fix:
          context && (isBuild ? modulesFirst(dockerfile, context, found) : manifestsFirst(dockerfile, context, stage)),
      });
    }
  },
});

interface Early {
  readonly copy: Instruction;
  readonly source: LocalSource;
  readonly install: PackageOperation;
}

/** The copy of the source that an install of dependencies has to wait for, where none came before. */
function earlyCopy(stage: Stage, context: BuildContext | undefined): Early | undefined {
  const done = new Set(
    inheritedInstructions(stage)
      .flatMap(each => installsOf(each, context))
      .map(managerName),
  );
  let early: Omit<Early, 'install'> | undefined;
  for (const instruction of stage.instructions) {
    const source = localSources(instruction).find(({ path }) => isWholeContext(path));
    if (source !== undefined) early ??= { copy: instruction, source };
    const installs = installsOf(instruction, context);
    const install = costly(instruction, installs).find(
      each => !done.has(managerName(each)) && !needsSource(each, context),
    );
    if (early !== undefined && install !== undefined) return { ...early, install };
    installs.forEach(each => done.add(managerName(each)));
  }
  return undefined;
}

function managerName({ manager }: PackageOperation): string {
  return manager.name;
}

/** Installs of what a manifest names, and builds that download it. */
function installsOf(instruction: Instruction, context: BuildContext | undefined): readonly PackageOperation[] {
  if (instruction.keyword !== 'RUN' || instruction.inOnbuild) return [];
  return packageOperations(instruction).filter(each => readsManifest(each) || downloads(each, context));
}

/** None where the downloads are on a mount: those cost little. */
function costly(instruction: Instruction, installs: readonly PackageOperation[]): readonly PackageOperation[] {
  return instruction.keyword === 'RUN' && instruction.mounts.some(({ type }) => type === 'cache') ? [] : installs;
}

function downloads({ action, manager }: PackageOperation, context: BuildContext | undefined): boolean {
  return action === 'build' && context !== undefined && downloadsPackages(context, manager.name);
}

function modulesFirst(dockerfile: Dockerfile, context: BuildContext, { copy, install }: Early): Fix | undefined {
  const isGo = install.manager.name === 'go' && copy.keyword === 'COPY';
  return isGo ? downloadModulesFirst(dockerfile, context, copy) : undefined;
}

function readsManifest({ action, isFromManifest, isGlobal, packages }: PackageOperation): boolean {
  return (action === 'install' || action === 'download') && isFromManifest && !isGlobal && packages.length === 0;
}

const ECOSYSTEMS = { python: 'python', node: 'node', go: 'go', rust: 'rust', ruby: 'ruby', php: 'php' } as const;

/** True where the context shows that the install takes more of the source than manifests. */
function needsSource({ manager }: PackageOperation, context: BuildContext | undefined): boolean {
  if (context === undefined || !isKnown(manager.ecosystem)) return false;
  const scripts = manager.ecosystem === 'node' ? readPackageJson(context, 'package.json')?.scripts : undefined;
  if (INSTALL_SCRIPTS.some(name => scripts?.has(name) === true)) return true;
  return (installInputs(context, '', ECOSYSTEMS[manager.ecosystem])?.localProjects.length ?? 0) > 0;
}

function isKnown(ecosystem: string): ecosystem is keyof typeof ECOSYSTEMS {
  return Object.hasOwn(ECOSYSTEMS, ecosystem);
}
