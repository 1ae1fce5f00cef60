import type { CopyInstruction } from '../dockerfile/model.ts';
import { stateAt } from '../images/state.ts';

/** The value of `--chmod` for what chmod is told. Files in a repository are 644, which `+x` makes 755. */
export function copyMode(value: string): string | undefined {
  if (/^0?[0-7]{3}$/.test(value)) return value;
  return /^(?:a|ugo)?\+(?:r?x|xr)$/.test(value) ? '755' : undefined;
}

/** The value of `--chown` for what chown is told; undefined where the account may not be there when it is copied. */
export function copyOwner(value: string, copy: CopyInstruction): string | undefined {
  const [, user = '', separator = '', group = ''] = /^([\w.-]+?)(?:(:)([\w-]*))?$/.exec(value) ?? [];
  const isThere = /^\d+$/.test(user) || stateAt(copy)?.hasAccount(user) === true;
  if (user === '' || !isThere) return undefined;
  // What is copied is of root's group, unless it is told.
  if (separator === '') return `${user}:root`;
  return group === user || group === 'root' || /^\d+$/.test(group) ? `${user}:${group}` : undefined;
}
