/** A value in double quotes that BuildKit reads back as it is: no variable in it is expanded. */
export function quotedLiteral(value: string, escape: '\\' | '`'): string {
  return `"${value.replace(/["$\\`]/g, character => (needsEscape(character, escape) ? escape + character : character))}"`;
}

function needsEscape(character: string, escape: string): boolean {
  return character === '"' || character === '$' || character === escape;
}
