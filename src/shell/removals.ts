import { matchesWhole } from '../text/glob.ts';
import type { ShellCommand } from './model.ts';
import { spellingsOf } from './spellings.ts';

const HOME = /^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/;

/** The paths that a command removes (`rm`, `find … -delete`, `find … -exec rm`), as written, root's home for `~`. */
export function removedPaths(command: ShellCommand): readonly string[] {
  const { name, words } = command;
  if (name === 'rm') return pathsOf(words.slice(1).filter(({ unquoted }) => !unquoted.startsWith('-')));
  if (name !== 'find' || !deletes(words.map(({ unquoted }) => unquoted))) return [];
  const end = words.findIndex(({ unquoted }, index) => index > 0 && /^[-(!]/.test(unquoted));
  // Tests may spare some of it: rules that ask take it as meant for all.
  return pathsOf(words.slice(1, end));
}

/** True where a command removes a folder or all that is in it. */
export function removes(command: ShellCommand, folder: string): boolean {
  return removedPaths(command).some(path => covers(path, folder));
}

/** Tells of a path, as written, whether one of the commands removes it, a folder around it, or all that is in that. */
export function removedBy(commands: readonly ShellCommand[]): (path: string) => boolean {
  const gone = new Set(commands.flatMap(removedPaths).map(path => path.replace(/\/\*?$/, '')));
  return path => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) if (gone.has(at)) return true;
    return false;
  };
}

function pathsOf(words: ShellCommand['words']): readonly string[] {
  return words.flatMap(spellingsOf).map(({ text }) => text.replace(HOME, '/root'));
}

function deletes(words: readonly string[]): boolean {
  return (
    words.includes('-delete') || words.some((word, index) => word.startsWith('-exec') && words[index + 1] === 'rm')
  );
}

/** `/a/b` and `/a/b/*` cover `/a/b` and `/a/b/c`. */
function covers(path: string, folder: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const base = last === '' || last.includes('*') ? path.slice(0, path.lastIndexOf('/')) : path;
  return base !== '' && (folder === base || folder.startsWith(`${base}/`)) && !base.includes('*');
}

/** True where a path that is removed, wildcards in its last part included, takes another with it for sure. */
export function takesAlong(removed: string, path: string): boolean {
  const at = removed.lastIndexOf('/');
  const [base, last] = [removed.slice(0, at), removed.slice(at + 1)];
  if (!/[*?[]/.test(last)) return path === removed || path.startsWith(`${removed}/`);
  if (/[*?[]/.test(base) || !path.startsWith(`${base}/`)) return false;
  const [part = ''] = path.slice(base.length + 1).split('/');
  return matchesWhole(last, part);
}
