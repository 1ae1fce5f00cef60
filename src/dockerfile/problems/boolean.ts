/** What Go's `strconv.ParseBool` takes. */
export function isBoolean(text: string): boolean {
  return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(text);
}
