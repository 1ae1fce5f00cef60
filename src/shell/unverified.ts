import type { CommandFlag } from './flags.ts';
import { parseArguments } from './flags.ts';
import type { ShellCommand, ShellWord } from './model.ts';
import { operationsOf } from './operations.ts';

/** A place where a command is told not to check whom it talks to, or what it gets. */
export interface Unverified {
  /** As written: `-k`, `http.sslVerify=false`. */
  readonly setting: string;
  readonly word: ShellWord;
  readonly command: ShellCommand;
  /** The flag to take out; undefined where that would not do. */
  readonly flag: CommandFlag | undefined;
  readonly what: 'certificate' | 'signature';
}

interface Switch {
  readonly program: RegExp;
  readonly flags: readonly string[];
  readonly valueFlags?: readonly string[];
  /** Where the flag only means something with these values. */
  readonly value?: RegExp;
  readonly what?: 'signature';
}

const CURL_VALUES =
  '-o --output -H --header -d --data -u --user -X --request -x --proxy -A --user-agent -e --referer -F --form -T --upload-file -w --write-out -m --max-time -b --cookie -c --cookie-jar -C --continue-at -E --cert -K --config -r --range -z --time-cond --retry --retry-delay --connect-timeout --cacert --capath --key'.split(
    ' ',
  );
const OFF = /^(?:0|false|no|off)$/i;
const ON = /^(?:1|true|yes|on)?$/i;

/** Flags that switch off the check of certificates or signatures, by program. */
const SWITCHES: readonly Switch[] = [
  { program: /^curl$/, flags: ['-k', '--insecure', '--proxy-insecure'], valueFlags: CURL_VALUES },
  {
    program: /^wget$/,
    flags: ['--no-check-certificate'],
    valueFlags: ['-O', '-o', '-P', '-U', '-t', '-T', '--header'],
  },
  {
    program: /^pip[\d.]*$|^python[\d.]*$|^pipx?$|^uv$/,
    flags: ['--trusted-host', '--allow-insecure-host'],
    valueFlags: ['--trusted-host', '--allow-insecure-host'],
  },
  { program: /^(?:npm|yarn|pnpm)$/, flags: ['--strict-ssl'], value: OFF },
  { program: /^(?:npm|yarn|pnpm)$/, flags: ['--no-strict-ssl'] },
  {
    program: /^git$/,
    flags: ['-c'],
    valueFlags: ['-c', '-C'],
    value: /^http(?:\..*)?\.sslverify=(?:0|false|no|off)$/i,
  },
  {
    program: /^(?:apt-get|apt)$/,
    flags: ['--allow-unauthenticated', '--allow-insecure-repositories', '--force-yes'],
    value: ON,
    valueFlags: ['-o', '-t', '-c'],
    what: 'signature',
  },
  {
    program: /^(?:apt-get|apt)$/,
    flags: ['-o', '--option'],
    valueFlags: ['-o', '--option', '-t', '-c'],
    value:
      /^(?:Acquire::https(?:::[^=]*)?::Verify-(?:Peer|Host)=["']?(?:0|false|no|off)|(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories)=["']?(?:1|true|yes|on))["']?$/i,
    what: 'signature',
  },
  { program: /^aria2c$/, flags: ['--check-certificate'], value: OFF },
  { program: /^(?:conda|mamba)$/, flags: ['--insecure', '-k'] },
];

/** What two words in a row say: `git config http.sslVerify false`, `npm config set strict-ssl false`. */
const SETTINGS: readonly (readonly [program: RegExp, key: RegExp, value: RegExp])[] = [
  [/^git$/, /^http(?:\..*)?\.sslverify$/i, OFF],
  [/^(?:npm|yarn|pnpm)$/, /^strict-ssl$/i, OFF],
  [/^conda$|^mamba$/, /^ssl_verify$/i, OFF],
  [/^composer$/, /^disable-tls$/, /^(?:1|true)$/],
  [/^poetry$/, /^certificates\..*\.cert$/, OFF],
];
const JOINED_SETTINGS = /^(?:strict-ssl|ssl_verify)=(?:0|false|no|off)$/i;

const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.\d|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)/;

/** Where a command switches off the check of certificates or signatures; talk to the machine itself does not count. */
export function unverifiedIn(command: ShellCommand): readonly Unverified[] {
  const { name, words } = command;
  if (name === undefined || words.some(({ unquoted }) => LOCAL.test(unquoted))) return [];
  return [...fromSwitches(command, name), ...fromSettings(command, name)];
}

function fromSwitches(command: ShellCommand, name: string): readonly Unverified[] {
  return SWITCHES.filter(({ program }) => program.test(name)).flatMap(one => {
    const { flags } = parseArguments(command.words.slice(1), { valueFlags: one.valueFlags ?? [] });
    return flags.flatMap((flag): Unverified[] => {
      if (!one.flags.includes(flag.name) || (one.value !== undefined && !one.value.test(flag.value ?? ''))) return [];
      if (one.what === 'signature' && isOfFilesOnly(command)) return [];
      const setting = flag.value === undefined ? flag.name : `${flag.name}${flag.valueWord ? ' ' : '='}${flag.value}`;
      return [{ setting, word: flag.word, command, flag, what: one.what ?? 'certificate' }];
    });
  });
}

/** Packages that are files of the image's own have no repository that could sign for them. */
function isOfFilesOnly(command: ShellCommand): boolean {
  const packages = operationsOf(command).flatMap(operation => operation.packages);
  return packages.length > 0 && packages.every(({ kind }) => kind === 'file');
}

function fromSettings(command: ShellCommand, name: string): readonly Unverified[] {
  const { words } = command;
  return words.flatMap((word, index): Unverified[] => {
    const next = words[index + 1];
    const isSet = SETTINGS.some(
      ([program, key, value]) => program.test(name) && key.test(word.unquoted) && value.test(next?.unquoted ?? '-'),
    );
    if (isSet && next !== undefined)
      return [{ setting: `${word.unquoted} ${next.unquoted}`, word, command, flag: undefined, what: 'certificate' }];
    const isJoined = /^(?:npm|yarn|pnpm|conda|mamba)$/.test(name) && JOINED_SETTINGS.test(word.unquoted);
    return isJoined ? [{ setting: word.unquoted, word, command, flag: undefined, what: 'certificate' }] : [];
  });
}

/** Environment variables that switch the check off, with the values that do. */
const VARIABLES: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?:1|true|yes|on)$/i,
  NPM_CONFIG_STRICT_SSL: OFF,
  npm_config_strict_ssl: OFF,
  YARN_STRICT_SSL: OFF,
  PERL_LWP_SSL_VERIFY_HOSTNAME: /^0$/,
  PIP_TRUSTED_HOST: /^(?!localhost|127\.)./,
  GOINSECURE: /^(?!localhost|127\.)./,
  CONDA_SSL_VERIFY: OFF,
  HTTPLIB2_DISABLE_SSL: /^(?:1|true)$/i,
};

/** True where a variable of this value makes programs take any certificate. */
export function switchesVerificationOff(name: string, value: string | undefined): boolean {
  return value !== undefined && Object.hasOwn(VARIABLES, name) && VARIABLES[name]?.test(value) === true;
}
