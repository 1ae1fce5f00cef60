import type { Severity } from '../engine/rule.ts';

/** How a terminal takes text. */
export interface Style {
  readonly color: boolean;
  /** OSC 8 links. */
  readonly links: boolean;
  /** Columns. */
  readonly width: number;
}

export const PLAIN: Style = { color: false, links: false, width: 80 };

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

export type Ink = keyof typeof CODES;

const SEVERITY_INKS: Readonly<Record<Severity, Ink>> = { error: 'red', warning: 'yellow', info: 'blue', style: 'cyan' };

export function severityInk(severity: Severity): Ink {
  return SEVERITY_INKS[severity];
}

/** Text in colour, where the terminal has it. */
export function paint({ color }: Style, inks: Ink | readonly Ink[], text: string): string {
  if (!color || text === '') return text;
  return [inks].flat().reduce((inner, ink) => `\u001B[${CODES[ink][0]}m${inner}\u001B[${CODES[ink][1]}m`, text);
}

export function link({ links }: Style, url: string, text: string): string {
  return links ? `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\` : text;
}
