import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { packageOperations } from '../../shell/operations.ts';
import type { PackageArgument } from '../../shell/packages.ts';

const TOOLS = ['wget', 'curl'] as const;

export default defineRule({
  id: 'wget-and-curl',
  summary: 'Download with wget or with curl, not with both',
  category: 'size',
  severity: 'info',
  applies: 'layers',
  aliases: ['DL4001', 'DS-0014'],
  codes: { DL4001: 'used', 'DS-0014': 'used' },
  hadolint: 'warning',
  options: {
    used: flag({
      about: 'Report every RUN that uses one where the stage uses the other, installed or not.',
      default: false,
    }),
  },
  presetOptions: { hadolint: { used: true } },

  messages: {
    installed: '`{tool}` is installed beside `{other}`, and the downloads of this stage need only one of them.',
    used: '`{tool}` downloads here, and `{other}` elsewhere in the stage: one of them is enough.',
  },

  check({ stages }, report, { used }) {
    for (const stage of stages) {
      const uses = stage.instructions.flatMap(instruction => downloadsIn(runOf(instruction)));
      const names = new Set(uses.map(({ name }) => name));
      if (names.size < TOOLS.length) continue;
      const spare = used ? undefined : spareTool(stage, uses);
      if (spare !== undefined) report('installed', { at: spare.word.span, data: namesOf(spare.name) });
      if (!used) continue;
      for (const { words, name } of laterUses(uses))
        report('used', { at: words[0]?.span ?? [0, 0], data: namesOf(name) });
    }
  },
});

function downloadsIn(instruction: Instruction | undefined): readonly ShellCommand[] {
  if (instruction === undefined) return [];
  return commandsOf(instruction).filter(({ name }) => TOOLS.some(tool => tool === name));
}

function namesOf(tool = ''): { tool: string; other: string } {
  return { tool, other: TOOLS.find(name => name !== tool) ?? '' };
}

/** The package of the tool that is used less, where the stage installs both, removes neither, and runs it in RUNs only. */
function spareTool({ instructions }: Stage, uses: readonly ShellCommand[]): PackageArgument | undefined {
  const operations = instructions.flatMap(packageOperations);
  const named = (action: string, tool: string): PackageArgument | undefined =>
    operations
      .filter(operation => operation.action === action)
      .flatMap(({ packages }) => packages)
      .find(({ name }) => name === tool);
  if (TOOLS.some(tool => named('install', tool) === undefined || named('remove', tool) !== undefined)) return undefined;

  const atRuntime = instructions.filter(instruction => runOf(instruction) === undefined).flatMap(downloadsIn);
  const count = (tool: string): number =>
    uses.filter(({ name }) => name === tool).length + (atRuntime.some(({ name }) => name === tool) ? Infinity : 0);
  const [wget, curl] = [count('wget'), count('curl')];
  if (wget === Infinity && curl === Infinity) return undefined;
  return named('install', curl < wget ? 'curl' : 'wget');
}

/** The first use of each RUN from the one on by which both have been used. */
function laterUses(uses: readonly ShellCommand[]): readonly ShellCommand[] {
  const first = uses.find(({ name }) => name !== uses[0]?.name);
  const index = first?.script.instruction.index ?? Infinity;
  return uses.filter(
    (use, at) =>
      use.script.instruction.index >= index && use.script.instruction.index !== uses[at - 1]?.script.instruction.index,
  );
}
