import { findFlag, parseArguments, type CommandFlag } from './flags.ts';
import { flags } from './managers/manager.ts';
import type { ShellCommand, ShellWord } from './model.ts';

/** A file that a command fetches. */
export interface DownloadedFile {
  readonly command: ShellCommand;
  /** As written: relative to the folder of the command unless it starts with `/`. Expansions stand as they are. */
  readonly path: string;
  /** The word that names it: that of the file, or the URL. */
  readonly word: ShellWord;
}

const CURL = {
  valueFlags: flags(`
    -o --output --output-dir -H --header -A --user-agent -b --cookie -c --cookie-jar -d --data --data-binary -e --referer
    -F --form -K --config -m --max-time -u --user -x --proxy -X --request -w --write-out -T --upload-file -r --range -z
    -C --continue-at -E --cert --key --cacert --retry --retry-delay --retry-max-time --connect-timeout --url -Y -y
    --speed-limit --speed-time -t --resolve
  `),
};
/** How GNU wget reads its flags. */
export const WGET = {
  valueFlags: flags(`
    -O --output-document -o --output-file -a --append-output -P --directory-prefix -e --execute -i --input-file -B -U
    --user-agent -T --timeout -t --tries -w --wait -Q --header --referer --post-data --user --password -l -A -R -D -I -X
  `),
};
const URL_PATTERN = /^[a-z][a-z\d+.-]*:\/\/|^\$\{?\w+\}?\//i;

/** The one file that a command fetches to a place which can be told; undefined for any other command. */
export function downloadedFile(command: ShellCommand): DownloadedFile | undefined {
  const { name, redirects } = command;
  if (name !== 'curl' && name !== 'wget') return undefined;
  const { flags: given, operands } = parseArguments(command.words.slice(1), name === 'curl' ? CURL : WGET);
  const urls = operands.filter(({ unquoted }) => URL_PATTERN.test(unquoted));
  const [url] = urls;
  const out = findFlag(given, name === 'curl' ? ['-o', '--output'] : ['-O', '--output-document']);
  if (out !== undefined)
    return out.value === '-' || out.value === '/dev/null' ? intoRedirect(command) : named(command, out);
  if (redirects.some(({ operator }) => operator === '>')) return name === 'curl' ? intoRedirect(command) : undefined;
  if (url === undefined || urls.length > 1) return undefined;
  if (name === 'curl' && findFlag(given, ['-O', '--remote-name']) === undefined) return undefined;
  const base = /\/([^/?#]+)$/.exec(url.unquoted)?.[1];
  const folder = findFlag(given, name === 'curl' ? ['--output-dir'] : ['-P', '--directory-prefix'])?.value;
  return base === undefined
    ? undefined
    : { command, path: folder === undefined ? base : `${folder}/${base}`, word: url };
}

function named(command: ShellCommand, { value, valueWord, word }: CommandFlag): DownloadedFile | undefined {
  return value === undefined ? undefined : { command, path: value, word: valueWord ?? word };
}

function intoRedirect(command: ShellCommand): DownloadedFile | undefined {
  const target = command.redirects.find(({ operator }) => operator === '>')?.target;
  return target && { command, path: target.unquoted, word: target };
}
