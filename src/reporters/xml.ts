import { escapeControls } from './escape.ts';

/** An element of XML 1.0; what a document of it may not hold is replaced by a visible sign. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  if (children.length === 0) return `<${name}${list.join('')}/>`;
  return `<${name}${list.join('')}>\n${children.map(indent).join('\n')}\n</${name}>`;
}

export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}

// U+FFFE and U+FFFF are characters that XML forbids and terminals do not mind.
function escapeXml(text: string): string {
  return escapeControls(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
