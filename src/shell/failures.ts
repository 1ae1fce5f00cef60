import { operationsOf } from './operations.ts';
import type { ShellCommand } from './model.ts';

const listed = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Programs that only fail where the script itself is wrong, or whose failure says nothing: they print, look up, tidy up. */
const HARMLESS = listed(`
  echo printf true : yes seq date env export set unset shift shopt ulimit umask local readonly declare typeset trap exit return
  break continue wait sleep alias read eval exec test [ [[ let pwd id whoami hostname uname arch nproc getconf basename dirname
  realpath readlink cat ls stat file which command type hash find grep egrep fgrep zgrep sed awk gawk mawk cut tr sort uniq head tail
  wc tac rev paste column comm diff nl fold jq yq xargs tee rm rmdir mkdir touch sync df du free ps tree getent groups
  dpkg-query dpkg-architecture rpmquery ldd scanelf objdump readelf ldconfig chmod chown chgrp strings od hexdump
`);
const ASKS_ONLY = listed('--version -version -v -V version --help -h help');
const QUERIES = ['query', 'clean', 'remove', 'configure', 'other', 'run'];

/** True for a command that may fail on another day, or in another place, with the same script: it fetches, installs, builds. */
export function mayFail(command: ShellCommand): boolean {
  const { name, words } = command;
  if (name === undefined || HARMLESS.has(name)) return false;
  if (name === 'dpkg' && words.some(({ unquoted }) => /^-[lLsSW]$|^--(?:print|list|status|get)/.test(unquoted)))
    return false;
  if (name === 'apt-mark' && words[1]?.unquoted.startsWith('show') === true) return false;
  if (words.length <= 2 && words.slice(1).every(({ unquoted }) => ASKS_ONLY.has(unquoted)) && words.length === 2)
    return false;
  const operations = operationsOf(command);
  return operations.length === 0 || operations.some(({ action }) => !QUERIES.includes(action));
}

/** Programs that take an empty input for a good one. */
const CONTENT = listed(`
  cat tee sed awk gawk mawk cut tr sort uniq head tail wc tac rev paste column xargs jq base64 md5sum sha1sum sha256sum sha512sum dd
`);
const INTERPRETERS = /^(?:sh|bash|ash|dash|zsh|ksh|php|node|ruby|perl|python[\d.]*)$/;
const CHECKS = /^(?:-[abd-z]*c[a-z]*|--check|--exit-status|-e)$/;

/** True for a command that succeeds where its input is empty: text tools, and interpreters that read their program from it. */
export function acceptsNothing({ name, words, wrappers }: ShellCommand): boolean {
  if (name === undefined) return false;
  const args = words.slice(1).map(({ unquoted }) => unquoted);
  if (wrappers.some(wrapper => wrapper.name === 'xargs')) return true;
  if (CONTENT.has(name)) return !(/sum$|^jq$/.test(name) && args.some(arg => CHECKS.test(arg)));
  if (!INTERPRETERS.test(name)) return false;
  return readsProgram(args);
}

/** `bash`, `sh -s -- -y`, `bash -ex`, `python3 -`. */
function readsProgram(args: readonly string[]): boolean {
  const own = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  if (own.some(arg => /^-[a-z]*s$/.test(arg))) return true;
  return own.every(arg => arg === '-' || arg === '/dev/stdin' || /^-[exu]+$/.test(arg) || arg.startsWith('--no'));
}
