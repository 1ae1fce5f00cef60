export interface Token {
  readonly kind: 'newline' | 'string' | 'number' | 'name' | 'sign' | 'end';
  /** Of a string, what is between its quotes, escapes undone; of a template in it, `${…}` as it stands. */
  readonly text: string;
  /** Offset of its first character. */
  readonly at: number;
}

const TOKEN =
  /(?<blank>[ \t\r]+|\/\/[^\n]*|#[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)|(?<newline>\n)|"(?<string>(?:[^"\\\n]|\\[^\n])*)"|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_][\w-]*)|(?<sign>[^])/y;
const HEREDOC = /<<-?([A-Za-z_]\w*)\r?\n/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The words of an HCL file, by the specification of HCL's native syntax; comments and blanks left out, line ends kept. */
export function hclTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const heredoc = heredocAt(text, at);
    if (heredoc !== undefined) {
      tokens.push({ kind: 'string', text: heredoc.body, at });
      at = heredoc.end;
      continue;
    }
    TOKEN.lastIndex = at;
    const [whole = '', ...rest] = TOKEN.exec(text) ?? [];
    const token = tokenOf(rest, at);
    if (token !== undefined) tokens.push(token);
    at += Math.max(1, whole.length);
  }
  return tokens;
}

function tokenOf(groups: readonly (string | undefined)[], at: number): Token | undefined {
  const [, newline, string, number, name, sign] = groups;
  if (newline !== undefined) return { kind: 'newline', text: newline, at };
  if (string !== undefined) return { kind: 'string', text: unescaped(string), at };
  if (number !== undefined) return { kind: 'number', text: number, at };
  if (name !== undefined) return { kind: 'name', text: name, at };
  return sign === undefined ? undefined : { kind: 'sign', text: sign, at };
}

function heredocAt(text: string, at: number): { readonly body: string; readonly end: number } | undefined {
  HEREDOC.lastIndex = at;
  const opening = HEREDOC.exec(text);
  if (opening === null) return undefined;
  const [line, tag = ''] = opening;
  const start = at + line.length;
  for (let from = start; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(from, end).trim() === tag) return { body: text.slice(start, from), end };
    from = end + 1;
  }
  return { body: text.slice(start), end: text.length };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}
