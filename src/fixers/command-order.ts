import { isPosixLike } from '../shell/which-shell.ts';
import type { ListItem } from '../shell/model.ts';
import type { Edit } from '../text/span.ts';

/**
 * Runs a command right before one of a script's list, joined by `&&`. Undefined where that could change which commands run:
 * in a branch, a loop, the background, beside `||`, in a script that is handed to another shell, in the exec form.
 */
export function insertBefore(item: ListItem, command: string): Edit | undefined {
  return isPlain(item) ? { span: [item.span[0], item.span[0]], text: `${command} && ` } : undefined;
}

/** True for an item that runs once, in its turn, and whose failure goes nowhere but to `&&` or the script's end. */
export function isPlain({ script, within, before, after, isCompound }: ListItem): boolean {
  const { origin, errors, shell } = script;
  return (
    (origin === 'shell-form' || origin === 'heredoc') &&
    isPosixLike(shell) &&
    errors.length === 0 &&
    within.length === 0 &&
    !isCompound &&
    ![before, after].some(joint => joint === '||' || joint === '&')
  );
}
