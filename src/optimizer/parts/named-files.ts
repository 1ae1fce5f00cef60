import type { BuildContext } from '../../context/build-context.ts';
import type { Ecosystem } from '../ecosystem.ts';
import { isInert } from '../inert-files.ts';

/** The source of programs that are compiled, and settings that are read beside it. */
const SOURCE: Readonly<Partial<Record<Ecosystem, RegExp>>> = {
  go: /(?<!_test)\.go$/,
  rust: /\.rs$|(?:^|\/)Cargo\.toml$/,
  java: /\.(?:java|kt|scala|properties|ya?ml)$/,
  c: /\.(?:c|cc|cpp|cxx|h|hh|hpp)$/,
};
/** Files that a library reads without being told where, by what names the library. */
const UNTOLD: readonly (readonly [file: RegExp, library: RegExp])[] = [
  [/^\.env$/, /\bdotenv|dotenvy?\b/],
  [/^Rocket\.toml$/, /\brocket\b/],
  [/^templates$/, /\brocket_dyn_templates\b/],
  [/^config$/, /^config\s?=|org\.springframework/m],
  [/^application[\w-]*\.(?:properties|ya?ml)$/, /org\.springframework/],
  [/^(?:conf|views|static)$/, /github\.com\/(?:astaxie|beego)\/beego/],
];
const MAX_FILES = 3000;

/**
 * Files and folders at the top of the context that the source of a compiled program names in quotes, or that a library of it
 * reads on its own; what holds nothing but source is none of them.
 */
export function namedFiles(context: BuildContext, ecosystem: Ecosystem): readonly string[] {
  const source = SOURCE[ecosystem];
  if (source === undefined) return [];
  const files = context.files();
  const tops = new Set(files.filter(file => !isInert(file)).map(topOf));
  const left = new Map([...tops].map(name => [name, mentioned(name)] as const));
  const found: string[] = [];
  for (const file of files.filter(each => source.test(each) && !each.includes('vendor/')).slice(0, MAX_FILES)) {
    const text = atRunTime(context.read(file) ?? '', left);
    for (const [name, isNamed] of left) {
      if (!isNamed(text)) continue;
      found.push(name);
      left.delete(name);
    }
    if (left.size === 0) break;
  }
  return found;
}

/** The text without what is taken into the program as it is compiled; Go's directives take their folders off the list. */
function atRunTime(text: string, left: Map<string, unknown>): string {
  for (const [, paths = ''] of text.matchAll(/^\/\/go:embed (.*)$/gm))
    for (const path of paths.split(/\s+/)) left.delete(topOf(path.replace(/^"?(?:all:)?/, '').replace(/"$/, '')));
  return text.replace(/\b(?:include\w*|migrate|embed\w*)!\s?\([^()]*/g, '');
}

function topOf(file: string): string {
  const slash = file.indexOf('/');
  return slash === -1 ? file : file.slice(0, slash);
}

function mentioned(name: string): (text: string) => boolean {
  const quoted = ['"', "'", '`'].flatMap(quote =>
    ['', './'].flatMap(prefix => ['/', quote].map(end => `${quote}${prefix}${name}${end}`)),
  );
  const libraries = UNTOLD.flatMap(([file, library]) => (file.test(name) ? [library] : []));
  return text => quoted.some(words => text.includes(words)) || libraries.some(library => library.test(text));
}
