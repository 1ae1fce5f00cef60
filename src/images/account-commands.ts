import { parseArguments } from '../shell/flags.ts';
import type { ShellCommand } from '../shell/model.ts';

/** An account or group that a command makes. Numbers are undefined where the system chooses them or they are not known. */
export interface MadeAccount {
  readonly kind: 'account' | 'group';
  /** Undefined where an expansion hides it. */
  readonly name: string | undefined;
  readonly uid: number | undefined;
  /** Of a group. */
  readonly gid: number | undefined;
  /** Number or name of the primary group, where one is asked for. */
  readonly group: string | undefined;
  readonly home: string | undefined;
  /** A group of the same name comes with the account. */
  readonly hasOwnGroup: boolean;
}

const MAKERS: Readonly<Record<string, MadeAccount['kind']>> = {
  useradd: 'account',
  adduser: 'account',
  groupadd: 'group',
  addgroup: 'group',
};

// Those of shadow's useradd, Debian's adduser and BusyBox's, which take a value; none of them is a switch elsewhere.
const VALUE_FLAGS =
  '-u --uid -g --gid -G --groups --ingroup -d --home --home-dir -h -s --shell -c --comment --gecos -p --password -k --skel -K --key -e --expiredate -f --inactive -b --base-dir -R --root -P --prefix -Z --firstuid --lastuid --firstgid --conf'.split(
    ' ',
  );

/** The account or group that a command makes; undefined for other commands. `adduser user group` makes none. */
export function accountMadeBy({ name, words }: ShellCommand, isBusyBox: boolean): MadeAccount | undefined {
  const kind = name === undefined || !Object.hasOwn(MAKERS, name) ? undefined : MAKERS[name];
  if (kind === undefined) return undefined;
  const { flags, operands } = parseArguments(words.slice(1), { valueFlags: VALUE_FLAGS });
  const isJoining = (name === 'adduser' || name === 'addgroup') && operands.length > 1;
  const subject = operands.at(-1);
  if (isJoining || subject === undefined) return undefined;

  const flag = (...names: string[]): string | undefined => flags.find(found => names.includes(found.name))?.value;
  // BusyBox's -g is the comment, and -G the group; its addgroup has -g for the number.
  const isShort = isBusyBox && name === 'adduser';
  const group = isShort ? flag('-G', '--ingroup') : flag('-g', '--gid', '--ingroup');
  return {
    kind,
    name: subject.value,
    uid: kind === 'group' ? undefined : numberOf(flag('-u', '--uid')),
    gid: kind === 'group' ? numberOf(flag('-g', '--gid')) : undefined,
    group,
    home: kind === 'group' ? undefined : isShort ? flag('-h', '--home') : flag('-d', '--home-dir', '--home', '-h'),
    hasOwnGroup:
      kind === 'account' &&
      group === undefined &&
      flags.every(found => !['-N', '--no-user-group'].includes(found.name)),
  };
}

export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
