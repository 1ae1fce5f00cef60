import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { expand, isDefined, scopeAt, undefinedUses } from '../../dockerfile/variables.ts';
import { PREDEFINED_ARGS } from '../../dockerfile/variable-scopes.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertAboveComments } from '../../fixers/instructions.ts';
import { baseDefines } from '../../images/base-environment.ts';
import { unsetReads } from '../../shell/unset-reads.ts';
import type { Span } from '../../text/span.ts';

export default defineRule({
  id: 'arg-not-in-stage',
  summary: 'Declare a global ARG again in the stage that uses it',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',

  messages: {
    global: 'The ARG `{name}` above the first FROM holds for FROM lines only, so `{name}` is empty in this stage.',
    automatic: 'Docker knows `{name}`, but a stage sees it only after `ARG {name}`: it is empty here.',
  },

  check(dockerfile, report) {
    const globals = new Set(
      dockerfile.globals.flatMap(({ declarations }) => declarations.map(({ name }) => name.text)),
    );
    const names = [...globals, ...PREDEFINED_ARGS];
    const mayUse = ({ span }: Instruction): boolean => {
      const text = dockerfile.text.slice(...span);
      return text.includes('$') && names.some(name => text.includes(name));
    };
    for (const stage of dockerfile.stages) {
      for (const [name, { instruction, at }] of firstUses(stage.instructions.filter(mayUse))) {
        if (!globals.has(name) && !PREDEFINED_ARGS.includes(name)) continue;
        if (baseDefines(stage, name) === true || mayComeWithBase(stage, name)) continue;
        report(globals.has(name) ? 'global' : 'automatic', {
          at,
          data: { name },
          fix: declared(dockerfile, instruction, name),
        });
      }
    }
  },
});

/** `ARG NODE_VERSION` / `FROM registry/node:$NODE_VERSION`: an unknown image may well have a variable of that name. */
function mayComeWithBase(stage: Stage, name: string): boolean {
  if (baseDefines(stage, name) === false) return false;
  return stageChain(stage).some(
    ({ from }) => from.image !== undefined && expand(from, from.image).uses.some(use => use.name === name),
  );
}

interface Use {
  readonly instruction: Instruction;
  readonly at: Span;
}

/** Every variable that instructions of a stage use and nothing in the file defines there, at its first place. */
function firstUses(instructions: readonly Instruction[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const instruction of instructions) {
    const add = (name: string, at: Span): void => {
      if (!uses.has(name)) uses.set(name, { instruction, at });
    };
    for (const { name, span } of undefinedUses(instruction)) add(name, span);
    if (instruction.keyword !== 'RUN') continue;
    const scope = scopeAt(instruction);
    for (const [name, span] of unsetReads(instruction)) if (!isDefined(scope.get(name))) add(name, span);
  }
  return uses;
}

function declared(dockerfile: Dockerfile, instruction: Instruction, name: string): Fix {
  const written = dockerfile.text.slice(...instruction.keywordSpan);
  const keyword = written === written.toLowerCase() ? 'arg' : 'ARG';
  const edits = [insertAboveComments(dockerfile, instruction, `${keyword} ${name}`)];
  return { title: `Declare ${name} in the stage`, safety: 'safe', edits };
}
