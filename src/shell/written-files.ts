import type { ShellCommand } from './model.ts';

/** A file that a command writes: by a redirection, `tee`, `cp`, `mv`, `dd`; as written, root's home for `~`. */
export function filesWritten({ name, words, redirects }: ShellCommand): readonly string[] {
  const redirected = redirects.flatMap(({ operator, descriptor, target }) =>
    /^(?:>|>>|>\||&>|&>>)$/.test(operator) && (descriptor === undefined || descriptor === 1) && target !== undefined
      ? [target.unquoted]
      : [],
  );
  const operands = words.slice(1).flatMap(({ unquoted }) => (unquoted.startsWith('-') ? [] : [unquoted]));
  return [...redirected, ...ofProgram(name, operands)]
    .map(path => path.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, '/root'))
    .filter(path => !path.startsWith('/dev/'));
}

function ofProgram(name: string | undefined, operands: readonly string[]): readonly string[] {
  if (name === 'tee') return operands;
  if (name === 'cp' || name === 'mv' || name === 'install') return operands.length < 2 ? [] : operands.slice(-1);
  return name === 'dd' ? operands.flatMap(word => (word.startsWith('of=') ? [word.slice('of='.length)] : [])) : [];
}
