import type { Evidence } from '../plan.ts';
import { readPackageJson } from '../../context/manifests/package-json.ts';
import { type Project, seenIn } from '../project.ts';

const SOURCE = /\.[cm]?[jt]sx?$/;
const VENDORED = /(?:^|\/)(?:node_modules|tests?|__tests__)\//;
const MAX_FILES = 3000;

/** Where a Node.js project names SIGTERM, as it does to handle it, or a server that does; undefined where no line does. */
export function signalHandler({ context }: Project): Evidence | undefined {
  if (readPackageJson(context, 'package.json')?.dependencies.has('next') === true)
    return seenIn(context, 'package.json', '"next"');
  const files = context.files().filter(file => SOURCE.test(file) && !VENDORED.test(file));
  for (const file of files.slice(0, MAX_FILES)) {
    const lines = (context.read(file) ?? '').split('\n');
    const index = lines.findIndex(line => /(['"`])SIGTERM\1/.test(line));
    if (index !== -1) return { file, line: index + 1, text: (lines[index] ?? '').trim() };
  }
  return undefined;
}
