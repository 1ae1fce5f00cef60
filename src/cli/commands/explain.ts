import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ENGINE_RULES } from '../../engine/finding.ts';
import { nameIndex } from '../../engine/names.ts';
import type { Meta } from '../../engine/rule.ts';
import { rules } from '../../rules/index.ts';
import { drawPage } from '../draw-page.ts';
import { failure } from '../failure.ts';
import type { ExitCode } from '../program.ts';
import { styleOf } from '../terminal.ts';

/** Prints the page of each rule that a name stands for. */
export function explain(name: string, { color }: { readonly color?: boolean }): ExitCode {
  const index = nameIndex<Meta>([...rules, ...ENGINE_RULES]);
  const found = index.find(name);
  if (found.length === 0) {
    const near = index.suggest(name);
    throw failure(
      `there is no rule \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`} \`plimsoll rules\` lists them`,
    );
  }
  const style = styleOf(process.stdout, color);
  process.stdout.write(found.map(({ rule }) => drawPage(pageOf(rule), style)).join('\n'));
  return 0;
}

/** The rule's page as the package has it; what the rule says of itself where there is none yet. */
function pageOf({ id, summary }: Meta): string {
  const path = join(packageFolder(), 'docs', 'rules', `${id}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : `# ${id}\n\n${summary}.\n`;
}

function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw failure('the package is incomplete: its pages are missing');
    folder = parent;
  }
  return folder;
}
