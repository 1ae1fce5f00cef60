import type { Script, ShellCommand } from './model.ts';

const OTHER_USER = new Set('sudo doas su gosu su-exec runuser setpriv setuser fakeroot proot unshare'.split(' '));

/** True for a command that surely runs, as the user of its instruction, and whose failure ends the RUN. */
export function failsAsUser({ wrappers, script, after, within }: ShellCommand): boolean {
  const carriers = carriersOf(script);
  const around = [...wrappers, ...carriers, ...carriers.flatMap(carrier => carrier.wrappers)];
  if (around.some(({ name }) => name !== undefined && OTHER_USER.has(name))) return false;
  return after !== '||' && [{ within }, ...carriers].every(one => one.within.length === 0);
}

function carriersOf({ carrier }: Script): readonly ShellCommand[] {
  return carrier === undefined ? [] : [carrier, ...carriersOf(carrier.script)];
}
