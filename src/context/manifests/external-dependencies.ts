import type { BuildContext } from '../build-context.ts';

/** What shows, by manager, that a build of the context's root downloads packages: a file, and what stands in it for each of them. */
const EVIDENCE: Readonly<
  Record<string, { readonly file: string; readonly pattern: RegExp; readonly vendored: string }>
> = {
  go: { file: 'go.sum', pattern: /\S/, vendored: 'vendor/modules.txt' },
  cargo: { file: 'Cargo.lock', pattern: /^source = "(?:registry|sparse|git)\+/m, vendored: 'vendor' },
  maven: { file: 'pom.xml', pattern: /<dependency>/, vendored: '.m2' },
};

/** True where a build by the manager, at the root of the context, surely downloads packages first. */
export function downloadsPackages(context: BuildContext, manager: string): boolean {
  const evidence = Object.hasOwn(EVIDENCE, manager) ? EVIDENCE[manager] : undefined;
  if (evidence === undefined || context.ignores(evidence.file) || context.stat(evidence.vendored) !== undefined)
    return false;
  return evidence.pattern.test(context.read(evidence.file) ?? '');
}
