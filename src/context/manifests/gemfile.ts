import type { BuildContext } from '../build-context.ts';
import { folderOf, joinPath } from '../clean-path.ts';
import type { Pinned } from './pinned.ts';

export interface Gemfile {
  readonly path: string;
  readonly gems: readonly string[];
  readonly rubyVersion: string | undefined;
  /** Files that it reads: `ruby file: ".ruby-version"`, `eval_gemfile`, `gemspec`, gems by `path:`; from the context's root. */
  readonly reads: readonly string[];
  readonly usesGemspec: boolean;
}

export function readGemfile(context: BuildContext, path: string): Gemfile | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  const lines = text.split('\n').filter(line => !/^\s*#/.test(line));
  const all = (pattern: RegExp): string[] => lines.flatMap(line => pattern.exec(line)?.[1] ?? []);
  const files = [
    ...all(/^\s*ruby\b[^#]*\bfile:\s?["']([^"']+)["']/),
    ...all(/^\s*eval_gemfile\b[\s(]*["']([^"']+)["']/),
    ...all(/^\s*gem\b[^#]*\bpath:\s?["']([^"']+)["']/),
  ];
  return {
    path,
    gems: all(/^\s*gem[\s(]+["']([^"']+)["']/),
    rubyVersion: all(/^\s*ruby[\s(]+["']([^"']+)["']/)[0],
    reads: files.flatMap(file => joinPath(folderOf(path), file) ?? []),
    usesGemspec: lines.some(line => /^\s*gemspec\b/.test(line)),
  };
}

export interface GemfileLock {
  readonly path: string;
  readonly gems: readonly Pinned[];
  readonly platforms: readonly string[];
  readonly rubyVersion: string | undefined;
  readonly bundledWith: string | undefined;
}

export function readGemfileLock(context: BuildContext, path: string): GemfileLock | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^[A-Z]/.test(line)) section = sections.get(line) ?? [];
    if (/^[A-Z]/.test(line)) sections.set(line, section);
    else section.push(line);
  }
  const specs = ['GEM', 'GIT', 'PATH'].flatMap(name => sections.get(name) ?? []);
  return {
    path,
    gems: specs.flatMap(line => {
      const [, name, version] = /^ {4}(\S+) \(([^)]+)\)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, version }];
    }),
    platforms: (sections.get('PLATFORMS') ?? []).map(line => line.trim()).filter(line => line !== ''),
    rubyVersion: /ruby (\d[\d.]*)/.exec((sections.get('RUBY VERSION') ?? []).join('\n'))?.[1],
    bundledWith: (sections.get('BUNDLED WITH') ?? []).map(line => line.trim()).find(line => line !== ''),
  };
}
