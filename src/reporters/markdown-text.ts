/** Text that Markdown and HTML leave as it is; no one is mentioned by it. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~@&]/g, character => `&#${character.charCodeAt(0)};`);
}

/** Text whose `…` is code, fit for a cell of a table. */
export function codeMarkdown(text: string): string {
  const parts = text.split('`');
  const isPaired = parts.length % 2 === 1 && parts.every((part, index) => index % 2 === 0 || part.trim() !== '');
  if (!isPaired) return plainMarkdown(text);
  const code = (part: string): string => `\`${part.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : plainMarkdown(part))).join('');
}

/** A table of text; empty where it has no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map(row => row.map(plainMarkdown));
  return markdownTableOf(head.map(plainMarkdown), escaped);
}

/** A table of cells that are Markdown already. */
export function markdownTableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A block that its own text cannot end. */
export function fencedMarkdown(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
