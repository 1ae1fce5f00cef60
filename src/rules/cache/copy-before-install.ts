import type { BuildContext } from '../../context/build-context.ts';
import { isWholeContext, localSources, type LocalSource } from '../../context/local-sources.ts';
import { INSTALL_SCRIPTS, readPackageJson } from '../../context/manifests/package-json.ts';
import { installInputs } from '../../context/manifests/install-inputs.ts';
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { inheritedInstructions } from '../../dockerfile/stage-chain.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertBelow, lineEnd } from '../../fixers/instructions.ts';
import { movedCopy, movedCopyInto } from '../../optimizer/parts/moved-copy.ts';
import { describe } from '../../optimizer/project.ts';
import { packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'copy-before-install',
  summary: 'Install dependencies before the source is copied',
  category: 'cache',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    source:
      '`{source}` is copied before `{install}` in line {line}, so every edit of the source installs all of it again.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const stage of dockerfile.stages) {
      const found = earlyCopy(stage, context);
      if (found === undefined) continue;
      const { source, install } = found;
      report('source', {
        at: source.word.span,
        data: {
          source: source.word.text,
          install: `${install.program.text} ${install.subcommand}`.trim(),
          line: String(install.command.script.instruction.firstLine),
        },
        fix: context && manifestsFirst(dockerfile, context, stage),
      });
    }
  },
});

interface Early {
  readonly source: LocalSource;
  readonly install: PackageOperation;
}

/** The copy of the source that an install of dependencies has to wait for, where none came before. */
function earlyCopy(stage: Stage, context: BuildContext | undefined): Early | undefined {
  const done = new Set(inheritedInstructions(stage).flatMap(installsOf).map(managerName));
  let source: LocalSource | undefined;
  for (const instruction of stage.instructions) {
    source ??= localSources(instruction).find(({ path }) => isWholeContext(path));
    const installs = installsOf(instruction);
    const install = installs.find(each => !done.has(managerName(each)) && !needsSource(each, context));
    if (source !== undefined && install !== undefined) return { source, install };
    installs.forEach(each => done.add(managerName(each)));
  }
  return undefined;
}

function managerName({ manager }: PackageOperation): string {
  return manager.name;
}

/** Installs of what a manifest names, but for those whose downloads are on a mount and cost little. */
function installsOf(instruction: Instruction): readonly PackageOperation[] {
  if (instruction.keyword !== 'RUN' || instruction.inOnbuild) return [];
  const isCached = instruction.mounts.some(({ type }) => type === 'cache');
  return isCached ? [] : packageOperations(instruction).filter(readsManifest);
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

/** Copies what the install reads in the place of the source, and the source behind it. */
function manifestsFirst(dockerfile: Dockerfile, context: BuildContext, stage: Stage): Fix | undefined {
  const options = { runtime: 'same', assume: [], targetEngine: 'buildkit', date: '', path: 'Dockerfile' } as const;
  const project = describe(dockerfile, context, options);
  const facts = project?.stages[stage.index];
  if (project === undefined || facts === undefined) return undefined;
  const whole = movedCopy(project, facts);
  const parts = whole === undefined ? movedCopyInto(project, facts) : undefined;
  const move = whole ?? parts?.move;
  if (move === undefined) return undefined;

  const { instruction } = move.copy;
  const { text } = dockerfile;
  const copied = text.slice(...instruction.span);
  const indent = text.slice(dockerfile.lines.start(instruction.firstLine), instruction.span[0]).replace('\uFEFF', '');
  const end = lineEnd(dockerfile);
  const first = { span: instruction.span, text: move.copies.join(end + indent) };
  const second =
    parts === undefined
      ? insertBelow(dockerfile, move.behind.instruction, [copied])
      : { ...parts.divided, text: `${end}${indent}${copied}${parts.divided.text.replaceAll('\n', end + indent)}` };
  return { title: `Copy ${move.manifests.join(', ')} first`, safety: 'unsafe', edits: [first, second] };
}
