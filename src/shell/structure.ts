import type { Span } from '../text/span.ts';
import type { Enclosure, Joint, Script, ShellCommand } from './model.ts';

/** One part of a list: what stands between `&&`, `||`, `;`, `&` and line ends. A pipeline is one item. */
export interface ListItem {
  readonly script: Script;
  readonly span: Span;
  readonly before: Joint | undefined;
  readonly after: Joint | undefined;
  readonly within: readonly Enclosure[];
  /** Every simple command in it, those in substitutions and compound commands included. */
  readonly commands: readonly ShellCommand[];
  /** True for `if`, `for`, `( )`, `{ }`, a function…: more than a simple command or a pipeline. */
  readonly isCompound: boolean;
}

/** Where a command stands: its list, and its pipeline if it is in one. */
export interface Place {
  readonly items: readonly ListItem[];
  readonly item: ListItem;
  readonly pipeline: readonly (readonly ShellCommand[])[] | undefined;
}

const places = new WeakMap<ShellCommand, Place>();

export function placeCommand(command: ShellCommand, place: Place | undefined): void {
  if (place !== undefined) places.set(command, place);
}

export function placeOf(command: ShellCommand): Place | undefined {
  return places.get(command);
}

/** Adds an item to its list. `commands` is asked for only when the walk is over. */
export function placeItem(
  script: Script,
  items: ListItem[],
  item: Omit<ListItem, 'script' | 'commands'> & { readonly commands: () => readonly ShellCommand[] },
): ListItem {
  const { commands, ...rest } = item;
  const entry: ListItem = {
    ...rest,
    script,
    get commands() {
      return commands();
    },
  };
  items.push(entry);
  return entry;
}
