import { copiesContext, doesOnly, literal, type Project, resolvePath } from '../project.ts';

/**
 * Folders that a RUN makes for the running program, absolute: what is not below or above a place that is copied to, built in or
 * taken over, and so is not made for the build.
 */
export function madeFolders(project: Project, taken: readonly string[]): readonly string[] {
  const { acts } = project.final;
  const made = acts
    .filter(act => doesOnly(act, 'directory', 'mode', 'nothing'))
    .flatMap(({ effects, workdir }) =>
      effects.flatMap(effect =>
        effect.kind === 'directory' ? effect.paths.flatMap(path => resolvePath(workdir, path) ?? []) : [],
      ),
    );
  const used = [
    ...taken,
    ...acts.flatMap(({ workdir }) => workdir ?? []),
    ...acts.flatMap(({ instruction, workdir }) => {
      const place = copiesContext(instruction) ? literal(instruction, instruction.destination) : undefined;
      return place === undefined ? [] : (resolvePath(workdir, place) ?? []);
    }),
  ];
  const kept = [...new Set(made)].filter(
    folder => !used.some(path => path === folder || path.startsWith(`${folder}/`)),
  );
  return kept.filter(folder => !kept.some(other => folder.startsWith(`${other}/`)));
}
