import type { Instruction } from '../dockerfile/model.ts';
import { withoutTrailing } from '../text/endings.ts';
import { commandsOf } from './commands.ts';

const PREFIX = / --prefix[= ](\S+?)\/?(?: |$)/;
/** They may bring a Python of their own. */
const OTHERS: readonly string[] = ['uv', 'pyenv', 'conda', 'mamba', 'micromamba'];

/** The virtual environments that are made, and what pip is told as prefix, `~/.local` for its home; unknown where a Python other than the image's may be used. */
export function pythonFolders(instructions: readonly Instruction[]): ReadonlySet<string> | 'unknown' {
  const folders = new Set<string>();
  for (const { name, words } of instructions.flatMap(commandsOf)) {
    if (OTHERS.includes(name ?? '')) return 'unknown';
    const values = words.map(({ value }) => value ?? '');
    const isVenv = name === 'virtualenv' || (/^python[\d.]*$/.test(name ?? '') && values.includes('venv'));
    const isPip = values.includes('install') && values.some(value => /^pip[\d.]*$/.test(value));
    if (isVenv) values.forEach(value => folders.add(withoutTrailing(value, '/')));
    if (isPip) folders.add(PREFIX.exec(values.join(' '))?.[1] ?? '');
    if (isPip && values.includes('--user')) folders.add('~/.local');
  }
  return folders;
}
