import { Chalk } from 'chalk';
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

export type Ink = 'bold' | 'dim' | 'underline' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

const colors = new Chalk({ level: 1 });

const SEVERITY_INKS: Readonly<Record<Severity, Ink>> = { error: 'red', warning: 'yellow', info: 'blue', style: 'cyan' };

export function severityInk(severity: Severity): Ink {
  return SEVERITY_INKS[severity];
}

/** Text in colour, where the terminal has it. */
export function paint({ color }: Style, inks: Ink | readonly Ink[], text: string): string {
  if (!color || text === '') return text;
  return [inks].flat().reduce((painter, ink) => painter[ink], colors)(text);
}

export function link({ links }: Style, url: string, text: string): string {
  return links ? `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\` : text;
}
