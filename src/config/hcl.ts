import { linesOf } from '../text/lines.ts';
import { fieldsOf, type Value } from './build-target.ts';
import { configError } from './config-error.ts';
import { hclTokens, type Token } from './hcl-tokens.ts';

type Fields = Record<string, Value>;

/** Where the reading stands. */
interface Reader {
  readonly peek: () => Token;
  readonly take: () => Token;
  readonly fail: (token: Token, wanted: string) => never;
}

const WORDS: Readonly<Record<string, Value>> = { true: true, false: false, null: null };
const CLOSING = new Set([',', ']', '}', ')']);

/**
 * The attributes and blocks of an HCL file, blocks by type and label. A variable's name stands as `${NAME}`; what else is computed is
 * undefined. Throws a configuration error for what is no HCL.
 */
export function readHcl(text: string, source: string): { readonly [name: string]: Value } {
  const tokens = hclTokens(text);
  let next = 0;
  const peek = (): Token => tokens[next] ?? { kind: 'end', text: '', at: text.length };
  return bodyOf(
    {
      peek,
      take() {
        const token = peek();
        next += 1;
        return token;
      },
      fail({ at, text: found }, wanted) {
        const { line, column } = linesOf(text).position(at);
        const where = found.trim() === '' ? 'the end of the line' : `\`${found}\``;
        throw configError({ source, line, column, message: `${wanted} is missing before ${where}` });
      },
    },
    'end',
  );
}

function bodyOf(reader: Reader, end: '}' | 'end'): Fields {
  const fields: Fields = {};
  for (;;) {
    skipLines(reader);
    const token = reader.take();
    if (end === 'end' ? token.kind === 'end' : isSign(token, end)) return fields;
    if (token.kind !== 'name' && token.kind !== 'string') reader.fail(token, end === 'end' ? 'a name' : '`}`');
    if (isSign(reader.peek(), '=') || isSign(reader.peek(), ':')) {
      reader.take();
      fields[token.text] = expressionOf(reader);
    } else addBlock(reader, fields, token.text);
    if (isSign(reader.peek(), ',')) reader.take();
  }
}

function addBlock(reader: Reader, fields: Fields, type: string): void {
  const labels: string[] = [];
  while (['string', 'name'].includes(reader.peek().kind)) labels.push(reader.take().text);
  const opening = reader.take();
  if (!isSign(opening, '{')) reader.fail(opening, '`{`');
  const content = bodyOf(reader, '}');
  const [label] = labels;
  fields[type] = label === undefined ? content : { ...fieldsOf(fields[type]), [label]: content };
}

function expressionOf(reader: Reader): Value {
  const value = literalOf(reader);
  let depth = 0;
  let isPlain = true;
  for (;;) {
    const token = reader.peek();
    const isOver = token.kind === 'newline' || (token.kind === 'sign' && CLOSING.has(token.text));
    if (token.kind === 'end' || (depth === 0 && isOver)) return isPlain ? value : undefined;
    if (token.kind === 'sign')
      depth += '([{'.includes(token.text) ? 1 : CLOSING.has(token.text) && token.text !== ',' ? -1 : 0;
    isPlain = false;
    reader.take();
  }
}

function literalOf(reader: Reader): Value {
  const { kind, text } = reader.peek();
  if (kind === 'newline' || kind === 'end') return reader.fail(reader.peek(), 'a value');
  reader.take();
  if (kind === 'string') return text;
  if (kind === 'number') return Number(text);
  if (kind === 'name') return text in WORDS ? WORDS[text] : `\${${text}}`;
  return text === '[' ? listOf(reader) : text === '{' ? bodyOf(reader, '}') : undefined;
}

function listOf(reader: Reader): Value {
  const items: Value[] = [];
  for (;;) {
    skipLines(reader);
    if (isSign(reader.peek(), ']')) {
      reader.take();
      return items;
    }
    if (reader.peek().kind === 'end') reader.fail(reader.peek(), '`]`');
    items.push(expressionOf(reader));
    skipLines(reader);
    if (isSign(reader.peek(), ',')) reader.take();
  }
}

function skipLines(reader: Reader): void {
  while (reader.peek().kind === 'newline') reader.take();
}

function isSign(token: Token, text: string): boolean {
  return token.kind === 'sign' && token.text === text;
}
