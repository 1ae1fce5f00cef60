import type { BuildContext } from '../build-context.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { SourceFact, SourceFactKind, SourceLanguage, SourcePattern } from './source-fact.ts';

export interface ScanOptions {
  /** Only these kinds; all unless given. */
  readonly kinds?: readonly SourceFactKind[];
  /** Only files below this folder; the whole context unless given. */
  readonly folder?: string;
  /** Test files too. */
  readonly tests?: boolean;
  /** Most characters that are read altogether; 8 million unless given. */
  readonly budget?: number;
}

export interface SourceScan {
  /** By file, then line. */
  readonly facts: readonly SourceFact[];
  readonly files: number;
  /** True where there is more source than was looked at: what was not found may still be there. */
  readonly truncated: boolean;
  /** Source files that could not be read, or are over a megabyte or minified, so that nothing is known of them. */
  readonly unread: readonly string[];
}

const BUDGET = 8_000_000;
/** Longer lines are generated; on them only the beginning is looked at, and the file counts as unread. */
const MAX_LINE = 2000;
const MAX_TEXT = 120;
const VENDORED = /(?:^|\/)(?:node_modules|vendor|site-packages|\.?venv|\.git|__pycache__)\//;

/**
 * Looks through the source files that the build may copy for what a rewrite has to know, line by line and by simple
 * patterns: it sees calls that are written out, not those that are built from pieces. Tests and vendored code are passed over.
 */
export function scanSources(context: BuildContext, language: Language, options: ScanOptions = {}): SourceScan {
  const rules: SourceLanguage = LANGUAGES[language];
  const [own, set] = [rules.patterns, rules.settings?.patterns ?? []].map(patterns => ready(patterns, options));
  const facts: SourceFact[] = [];
  const unread: string[] = [];
  let [left, files, truncated] = [options.budget ?? BUDGET, 0, context.isTruncated()];

  for (const file of sourceFiles(context, rules, options)) {
    const text = context.read(file);
    if (text === undefined || text.includes('\0')) {
      unread.push(file);
      continue;
    }
    left -= text.length;
    if (left < 0) {
      truncated = true;
      break;
    }
    const isSetting = !hasExtension(rules, file);
    if (!isSetting) files++;
    const reading = isSetting
      ? { patterns: set ?? [], lineComment: /^\s*(?:#|<!--)/ }
      : { ...rules, patterns: own ?? [] };
    if (!scanText(file, text, reading, facts)) unread.push(file);
  }
  return { facts, files, truncated, unread };
}

function ready(patterns: readonly SourcePattern[], { kinds }: ScanOptions): SourcePattern[] {
  return patterns
    .filter(({ kind }) => kinds?.includes(kind) ?? true)
    .map(({ kind, find }) => ({ kind, find: new RegExp(find, `${find.flags}g`) }));
}

function hasExtension({ extensions }: SourceLanguage, file: string): boolean {
  return extensions.includes(file.slice(file.lastIndexOf('.') + 1));
}

function sourceFiles(
  context: BuildContext,
  rules: SourceLanguage,
  { folder = '', tests = false }: ScanOptions,
): string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return context.files().filter(file => {
    if (!file.startsWith(prefix) || !(hasExtension(rules, file) || rules.settings?.files.test(file))) return false;
    const inside = file.slice(prefix.length);
    return !VENDORED.test(inside) && rules.vendored?.test(inside) !== true && (tests || !rules.tests.test(inside));
  });
}

/** False where some lines were too long to look at whole. */
function scanText(
  file: string,
  text: string,
  rules: Pick<SourceLanguage, 'lineComment' | 'patterns'>,
  facts: SourceFact[],
): boolean {
  let whole = true;
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.length > MAX_LINE) whole = false;
    const line = raw.slice(0, MAX_LINE);
    if (line === '' || rules.lineComment.test(line)) continue;
    for (const { kind, find } of rules.patterns) {
      find.lastIndex = 0;
      for (let match = find.exec(line); match !== null; match = find.exec(line)) {
        facts.push({ kind, file, line: index + 1, text: line.trim().slice(0, MAX_TEXT), detail: match[1] });
      }
    }
  }
  return whole;
}
