import type { BuildContext } from '../../context/build-context.ts';
import { folderOf, joinPath, nameOf } from '../../context/clean-path.ts';
import { installFolder } from '../../context/install-folder.ts';
import type { PlacedFile } from '../../context/placed-files.ts';
import type { CopyInstruction, RunInstruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'lockfile-not-copied',
  summary: 'Copy the lock file before dependencies are installed',
  category: 'reproducibility',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    notCopied:
      '`{install}` in line {line} finds no {lock}, which stands beside this file: it takes the newest versions.',
    ignored: '`{install}` finds no {lock}: .dockerignore keeps it out, so the newest versions are installed.',
  },

  check(dockerfile, report, _options, { context }) {
    if (context === undefined) return;
    for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of packageOperations(run)) {
        const found = missing(operation, run, context);
        if (found === undefined) continue;
        const { manifest, lock } = found;
        const data = { install: `${operation.manager.name} ${operation.subcommand}`.trim(), lock: nameOf(lock) };
        if (context.ignores(lock)) report('ignored', { at: headSpan(operation), data });
        else
          report('notCopied', {
            at: manifest.source?.span ?? headSpan(operation),
            data: { ...data, line: String(run.firstLine) },
            fix: copyToo(manifest, lock),
          });
      }
    }
  },
});

interface Missing {
  readonly manifest: PlacedFile;
  /** In the build context. */
  readonly lock: string;
}

function missing(operation: PackageOperation, run: RunInstruction, context: BuildContext): Missing | undefined {
  const { manager } = operation;
  if (manager.lockFiles.length === 0 || !readsLock(operation)) return undefined;
  const folder = installFolder(operation, run, context);
  const manifest = folder?.manifests[0];
  if (folder === undefined || manifest === undefined || folder.locks.length > 0 || mayComeElsewhere(run))
    return undefined;
  const beside = manager.lockFiles.flatMap(name => joinPath(folderOf(manifest.path), name) ?? []);
  const lock = beside.find(path => context.stat(path)?.kind === 'file');
  return lock === undefined ? undefined : { manifest, lock };
}

function readsLock(operation: PackageOperation): boolean {
  const { manager, action, subcommand, isFromManifest, isGlobal, packages } = operation;
  if (isGlobal || packages.length > 0 || !isFromManifest || operation.has('--no-lockfile', '--no-package-lock'))
    return false;
  return action === 'install' || action === 'download' || (manager.name === 'cargo' && subcommand === 'build');
}

/** True where another stage may bring the lock file. */
function mayComeElsewhere({ stage, index }: RunInstruction): boolean {
  const copies = stage?.instructions.filter(each => each.index < index && each.keyword === 'COPY') ?? [];
  return copies.some(copy => 'from' in copy && copy.from !== undefined);
}

function copyToo({ copy, source }: PlacedFile, lock: string): Fix | undefined {
  if (copy === undefined || source === undefined || !isFolder(copy) || /[\s"'\\$]/.test(lock)) return undefined;
  const end = source.span[1];
  return { title: `Copy ${lock} too`, safety: 'unsafe', edits: [{ span: [end, end], text: ` ${lock}` }] };
}

function isFolder({ json, destination }: CopyInstruction): boolean {
  return !json && /(?:^|\/)\.{0,2}$/.test(destination?.text ?? 'x');
}
