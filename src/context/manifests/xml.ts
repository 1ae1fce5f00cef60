/** An XML element as project files need it: names without prefixes, text without markup. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed, entities resolved. */
  readonly text: string;
  /** Line of the start tag, from 1. */
  readonly line: number;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly line: number;
  text: string;
}

const MAX_DEPTH = 200;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads XML leniently: comments, declarations and stray end tags are passed over. Undefined without a root element. */
export function parseXml(text: string): XmlElement | undefined {
  const root = openElement('', '', 1);
  const stack = [root];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const tag = text.indexOf('<', at);
    const top = stack.at(-1) ?? root;
    top.text += text.slice(at, tag === -1 ? text.length : tag);
    if (tag === -1) break;
    line += countLines(text, at, tag);
    const end = markupEnd(text, tag);
    const body = text.slice(tag + 1, end - 1);
    if (body.startsWith('![CDATA[')) top.text += body.slice(8, -2).replaceAll('&', '&amp;');
    else if (body.startsWith('/')) close(stack, nameIn(body.slice(1)));
    else if (!/^[!?]/.test(body)) open(stack, body, line);
    line += countLines(text, tag, end);
    at = end;
  }
  while (stack.length > 1) close(stack, stack.at(-1)?.name ?? '');
  return root.children[0];
}

function markupEnd(text: string, at: number): number {
  const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const found = text.indexOf(closing, at);
  return found === -1 ? text.length : found + closing.length;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text[at] === '\n') count++;
  return count;
}

function open(stack: Open[], body: string, line: number): void {
  if (stack.length > MAX_DEPTH) return;
  const element = openElement(nameIn(body), body, line);
  stack.push(element);
  if (body.endsWith('/')) close(stack, element.name);
}

function openElement(name: string, body: string, line: number): Open {
  return { name, attributes: attributesIn(body), children: [], line, text: '' };
}

function close(stack: Open[], name: string): void {
  const index = stack.findLastIndex((element, depth) => depth > 0 && element.name === name);
  while (index !== -1 && stack.length > index) {
    const done = stack.pop();
    if (done !== undefined) stack.at(-1)?.children.push({ ...done, text: resolved(done.text).trim() });
  }
}

function nameIn(body: string): string {
  const name = /^[^\s/>]*/.exec(body)?.[0] ?? '';
  return name.slice(name.indexOf(':') + 1);
}

function attributesIn(body: string): Map<string, string> {
  const words = Array.from(body.matchAll(/([\w.:-]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?))?/g));
  return new Map(
    words.flatMap(([, name = '', double, single]) => {
      const value = double ?? single;
      return value === undefined ? [] : [[name, resolved(value)] as const];
    }),
  );
}

function resolved(text: string): string {
  return text.replace(/&(\w{1,8});/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** The elements at a path of names below an element. */
export function childrenAt(element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  let found = element === undefined ? [] : [element];
  for (const name of names) found = found.flatMap(({ children }) => children.filter(child => child.name === name));
  return found;
}

/** The text of the first element at a path of names; undefined where there is none or it is empty. */
export function textAt(element: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  return childrenAt(element, ...names)[0]?.text || undefined;
}
