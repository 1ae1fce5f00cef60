import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';

export interface GoMod {
  readonly path: string;
  readonly module: string | undefined;
  /** The `go` line, `1.22` or `1.22.3`. */
  readonly go: string | undefined;
  readonly toolchain: string | undefined;
  readonly requires: readonly { readonly path: string; readonly version: string; readonly indirect: boolean }[];
  /** Local folders that `replace` points to, from the context's root; undefined for one outside of it. */
  readonly localReplaces: readonly (string | undefined)[];
}

export function readGoMod(context: BuildContext, path: string): GoMod | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  const lines = directives(text);
  const one = (verb: string): string | undefined => lines.find(line => line.verb === verb)?.words[0];
  return {
    path,
    module: one('module'),
    go: one('go'),
    toolchain: one('toolchain'),
    requires: lines
      .filter(({ verb }) => verb === 'require')
      .map(({ words: [name = '', version = ''], comment }) => ({
        path: name,
        version,
        indirect: comment.includes('indirect'),
      })),
    localReplaces: lines
      .filter(({ verb }) => verb === 'replace')
      .map(({ words }) => words[words.indexOf('=>') + 1] ?? '')
      .filter(target => /^\.{0,2}\//.test(target))
      .map(target => (target.startsWith('/') ? undefined : joinPath(folderOf(path), target))),
  };
}

/** The folders that a go.work uses, from the context's root. */
export function readGoWork(context: BuildContext, path: string): readonly string[] | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  return directives(text)
    .filter(({ verb }) => verb === 'use')
    .flatMap(({ words: [folder = ''] }) => joinPath(folderOf(path), folder) ?? []);
}

interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  readonly comment: string;
}

/** The lines of a go.mod, with the verb of the block that they stand in. */
function directives(text: string): Directive[] {
  const found: Directive[] = [];
  let block: string | undefined;
  for (const line of text.split('\n')) {
    const slashes = line.indexOf('//');
    const code = slashes === -1 ? line : line.slice(0, slashes);
    const words = code
      .trim()
      .split(/\s+/)
      .filter(word => word !== '')
      .map(word => word.replace(/^(["`])(.*)\1$/, '$2'));
    const [first] = words;
    if (first === undefined) continue;
    if (first === ')') block = undefined;
    else if (block !== undefined) found.push({ verb: block, words, comment: line.slice(code.length) });
    else if (words[1] === '(') block = first;
    else found.push({ verb: first, words: words.slice(1), comment: line.slice(code.length) });
  }
  return found;
}

export interface GoPackages {
  /** Folders of `package main`, from the context's root. */
  readonly mains: readonly string[];
  /** Files of the module itself, tests aside, that import "C". */
  readonly cgo: readonly { readonly file: string; readonly line: number }[];
  /** False where some files could not be read, so that there may be more. */
  readonly complete: boolean;
}

const OTHERS = /(?:^|\/)(?:vendor|testdata|node_modules|\.[^/]+|_[^/]*)\//;

/** What the Go files below a folder say of themselves. */
export function goPackages(context: BuildContext, folder: string): GoPackages {
  const prefix = folder === '' ? '' : `${folder}/`;
  const files = context
    .files()
    .filter(
      file => file.startsWith(prefix) && file.endsWith('.go') && !file.endsWith('_test.go') && !OTHERS.test(file),
    );
  const mains = new Set<string>();
  const cgo: { file: string; line: number }[] = [];
  let complete = !context.isTruncated();
  for (const file of files) {
    const text = context.read(file);
    if (text === undefined) complete = false;
    else {
      if (/^package main\b/m.test(text) && !/^\/\/(?:go:build|\s?\+build) ignore\b/m.test(text))
        mains.add(folderOf(file));
      const at = text.search(/^(?:import )?[ \t]*"C"[ \t\r]*$/m);
      if (at !== -1) cgo.push({ file, line: lineAt(text, at) });
    }
  }
  return { mains: [...mains], cgo, complete };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
