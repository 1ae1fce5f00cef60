import type { ShellCommand } from './model.ts';

/** What a chmod or chown does to which files. */
export interface ModeChange {
  readonly kind: 'chmod' | 'chown';
  /** The mode, or the owner, as given. */
  readonly value: string;
  /** As given. */
  readonly paths: readonly string[];
  readonly isRecursive: boolean;
}

/** Undefined for other commands, and where an expansion or a flag hides what is done. */
export function modeChange({ name, words }: ShellCommand): ModeChange | undefined {
  if (name !== 'chmod' && name !== 'chown') return undefined;
  const values = words.slice(1).map(({ value }) => value);
  const isFlag = (value: string | undefined): boolean =>
    /^-(?:[Rfvc]+|-recursive|-verbose|-changes|-quiet|-silent)$/.test(value ?? '');
  const [value, ...paths] = values.filter(one => !isFlag(one));
  const known = paths.filter(path => path !== undefined);
  if (value === undefined || value.startsWith('-') || paths.length === 0 || known.length < paths.length)
    return undefined;
  if (known.some(path => /[*?[~{]|^-/.test(path))) return undefined;
  const isRecursive = values.some(one => isFlag(one) && /^-(?:\w*R|-recursive)/.test(one ?? ''));
  return { kind: name, value, paths: known, isRecursive };
}
