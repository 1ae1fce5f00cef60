const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1rem}
pre{overflow:auto;padding:1rem;border:1px solid #8885;border-radius:6px;font:13px/1.45 ui-monospace,monospace}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #8885;padding:.3rem .6rem;text-align:left;vertical-align:top}`;

/** One page that needs nothing else and runs nothing; `body` is HTML, `title` is text. */
export function htmlPage(title: string, style: string, body: readonly string[]): string {
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}\n${style}</style>`,
  ];
  const parts = body.filter(part => part !== '');
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${parts.join('\n')}\n</body>\n</html>\n`;
}

/** Text that may stand between tags and in an attribute's quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** A table of text under a heading; empty where it has no rows. */
export function htmlTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map(cell => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<h2>${escapeHtml(title)}</h2><table>${cells('th', head)}${rows.map(row => cells('td', row)).join('')}</table>`;
}
