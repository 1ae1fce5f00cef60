import type { BuildContext } from '../../context/build-context.ts';
import { readDotnetProject, type DotnetProject } from '../../context/manifests/dotnet.ts';

/** Suites of the chiseled images: what the tags of each version are called. */
export const CHISELED: Readonly<Record<string, string>> = { '8.0': 'noble', '9.0': 'noble', '10.0': 'noble' };
/** Packages that load libraries, or start programs, which chiseled images lack. */
const NOT_ALONE =
  /^(?:System\.Drawing\.Common|SkiaSharp.*|DinkToPdf|Oracle\.ManagedDataAccess|LibGit2Sharp|System\.DirectoryServices\.Protocols|Microsoft\.Playwright.*|PuppeteerSharp.*|Selenium\.WebDriver|IronPdf.*|Aspose\..*|Tesseract|QuestPDF|IBM\.Data\.\w+)$/;

/** The projects of the context. */
export function dotnetProjects(context: BuildContext): readonly DotnetProject[] {
  return context
    .files()
    .filter(file => /\.(?:cs|fs|vb)proj$/.test(file))
    .flatMap(file => readDotnetProject(context, file) ?? []);
}

/** A package of a project, or of those that it refers to, that needs more than the runtime image has. */
export function needyPackage(
  context: BuildContext,
  project: DotnetProject,
): { readonly file: string; readonly name: string } | undefined {
  const projects = dotnetProjects(context);
  const seen = new Set<DotnetProject>();
  const left = [project];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { path, packages, projectReferences } = next;
    const name = packages.find(each => NOT_ALONE.test(each));
    if (name !== undefined) return { file: path, name };
    left.push(...projects.filter(each => projectReferences.includes(each.path)));
  }
  return undefined;
}
