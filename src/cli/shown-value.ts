/** What a plan says of one setting of an image; where only the image knows the value, that it is set. */
export function shownValue(value: string | undefined): string {
  return value === undefined ? 'none' : value === '' ? 'set' : value;
}
