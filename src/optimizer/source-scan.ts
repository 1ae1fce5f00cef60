import type { BuildContext } from '../context/build-context.ts';
import type { Language } from '../context/sources/languages.ts';
import { scanSources } from '../context/sources/scan-sources.ts';
import type { SourceFact, SourceFactKind } from '../context/sources/source-fact.ts';
import type { Ecosystem } from './ecosystem.ts';

export interface Scan {
  readonly facts: readonly SourceFact[];
  readonly files: number;
  /** False where some source was not looked at, or there is none: then nothing is proven by what was not seen. */
  readonly isComplete: boolean;
  /** The facts of these kinds. */
  of(...kinds: readonly SourceFactKind[]): readonly SourceFact[];
}

const LANGUAGE: Readonly<Record<Ecosystem, Language | undefined>> = {
  python: 'python',
  node: 'node',
  go: 'go',
  rust: 'rust',
  java: 'java',
  dotnet: 'csharp',
  ruby: 'ruby',
  php: 'php',
  elixir: 'elixir',
  c: 'c',
  static: undefined,
};

const memo = new WeakMap<BuildContext, Map<Ecosystem, Scan>>();

/** What the source of one ecosystem does, as far as simple patterns show it. */
export function scan(context: BuildContext, ecosystem: Ecosystem): Scan {
  const scans = memo.get(context) ?? new Map<Ecosystem, Scan>();
  memo.set(context, scans);
  const found = scans.get(ecosystem) ?? scanFresh(context, ecosystem);
  scans.set(ecosystem, found);
  return found;
}

function scanFresh(context: BuildContext, ecosystem: Ecosystem): Scan {
  const language = LANGUAGE[ecosystem];
  const { facts, files, truncated, unread } =
    language === undefined ? { facts: [], files: 0, truncated: false, unread: [] } : scanSources(context, language);
  return {
    facts,
    files,
    isComplete: language === undefined || (files > 0 && !truncated && unread.length === 0),
    of: (...kinds) => facts.filter(({ kind }) => kinds.includes(kind)),
  };
}
