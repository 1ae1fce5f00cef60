/** What a mode of chmod, `install -m` or `--chmod` lets be done. */
export interface Mode {
  /** Everybody may write, and no sticky bit keeps them from one another's files. */
  readonly othersWrite: boolean;
  readonly setsUserId: boolean;
}

const CLAUSE = /^([ugoa]*)([-+=])([rwxXst]*)$/;

/** Reads an octal or symbolic mode; undefined where it is neither. Letters that are taken away count for nothing. */
export function parseMode(text: string): Mode | undefined {
  if (/^[0-7]{3,5}$/.test(text)) {
    const mode = Number.parseInt(text, 8);
    return { othersWrite: (mode & 0o1002) === 0o0002, setsUserId: (mode & 0o4000) !== 0 };
  }
  const clauses = text.split(',').map(clause => CLAUSE.exec(clause));
  if (text === '' || clauses.includes(null)) return undefined;
  let [othersWrite, setsUserId, sticky] = [false, false, false];
  for (const clause of clauses) {
    const [, who = '', operator, what = ''] = clause ?? [];
    if (operator === '-') continue;
    othersWrite ||= /[oa]/.test(who) && what.includes('w');
    setsUserId ||= (who === '' || /[ua]/.test(who)) && what.includes('s');
    sticky ||= what.includes('t');
  }
  return { othersWrite: othersWrite && !sticky, setsUserId };
}
