const WRAPPERS: ReadonlySet<string> = new Set(['tini', 'dumb-init', 'docker-init', 'catatonit', 'exec', 'env', '--']);
/** Package managers that look a program up and run it: the words before its name. */
const RUNNERS: readonly (readonly string[])[] = [
  ['bundle', 'exec'],
  ['npx'],
  ['npm', 'exec'],
  ['pnpm', 'exec'],
  ['yarn', 'exec'],
  ['bunx'],
  ...['poetry', 'pipenv', 'uv', 'pdm', 'rye', 'hatch', 'conda', 'micromamba'].map(manager => [manager, 'run']),
];
const INTERPRETER = /^(?:python|pypy)[\d.]*$/;

/** The program that a command line comes to, as base names: behind init processes, `poetry run`, `bundle exec`, `python -m` and the like. */
export function behindLaunchers(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const name = first.slice(first.lastIndexOf('/') + 1);
  if (WRAPPERS.has(name) || /^[A-Za-z_]\w*=/.test(first)) return behindLaunchers(withoutFlags(rest));
  const runner = RUNNERS.find(head => head.every((word, index) => (index === 0 ? name : words[index]) === word));
  if (runner !== undefined) return behindLaunchers(withoutFlags(words.slice(runner.length)));
  if (!INTERPRETER.test(name)) return [name, ...rest];
  const at = rest.findIndex(word => !/^-[uBEIOsS]+$/.test(word));
  const isModule = rest[at] === '-m';
  const script = at === -1 ? undefined : rest[at + (isModule ? 1 : 0)];
  if (script === undefined || script.startsWith('-')) return [name, ...rest];
  return [script.slice(script.lastIndexOf('/') + 1), ...rest.slice(at + (isModule ? 2 : 1))];
}

function withoutFlags(words: readonly string[]): readonly string[] {
  const at = words.findIndex(word => !word.startsWith('-'));
  return at === -1 ? [] : words.slice(at);
}
