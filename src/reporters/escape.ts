/**
 * Characters that a terminal may act on, or that make text look like what it is not: control characters (C0, DEL, C1), line and
 * paragraph separators, marks of writing direction, halves of surrogate pairs.
 */
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- finding them is the purpose
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu;

/** Makes text from a file, or a file's name, fit for a terminal: each unsafe character becomes one visible one. */
export function escapeControls(text: string): string {
  return text.replace(UNSAFE, character => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
  });
}
