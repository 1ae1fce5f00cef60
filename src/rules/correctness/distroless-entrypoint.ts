import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { effectiveBase, stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { replaceKeyword } from '../../fixers/instructions.ts';
import { dropWords, quotedWord } from '../../fixers/exec-words.ts';
import type { Launch } from '../../images/configuration.ts';
import { distrolessInterpreter, parseDistroless } from '../../images/distroless.ts';
import { finalState } from '../../images/state.ts';

/** Servers that Python runs as a module. */
const MODULES = /^(?:gunicorn|uvicorn|hypercorn|daphne|flask|celery|streamlit)$/;
const MANAGERS = /^(?:npm|npx|yarn|yarnpkg|pnpm|corepack)$/;
/** What only runs with an interpreter. */
const PROGRAM_TEXT = /\.(?:py|[cm]?js|jar|rb|php|pl|dll)$/;

export default defineRule({
  id: 'distroless-entrypoint',
  summary: 'Give a distroless image what its own entrypoint takes',
  category: 'correctness',
  severity: 'error',
  applies: 'shipped',
  fixable: 'safe',

  messages: {
    doubled: 'The entrypoint of this image is `{entrypoint}` already, which takes `{word}` for the file to run.',
    module: 'The entrypoint of this image is Python, which takes `{word}` for a file: `-m` runs a module.',
    lacking: 'This image has no `{word}`, and its entrypoint, Node, takes the name for a file.',
    path: '`{word}` is not on the PATH of this image: it is `{program}`.',
    replaced: '`{word}` takes the place of the entrypoint `{program}`, so that nothing runs it: that is for CMD.',
    interpreter: 'This image has nothing that runs `{word}`, and no entrypoint but the one that is given.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const base = effectiveBase(stage);
      const image = base.kind === 'image' ? parseDistroless(base.image.name) : undefined;
      if (image === undefined || (base.kind === 'image' && base.image.tag?.includes('debug') === true)) continue;
      const { entrypoint, cmd } = finalState(stage).configuration;
      const own = entrypoint?.instruction;
      const launch = own === undefined ? cmd : entrypoint;
      const [word] = launch?.argv ?? [];
      const instruction = launch?.instruction;
      if (launch === undefined || instruction === undefined || word === undefined || hasMore(stage)) continue;
      const at = instruction.args[0]?.span ?? instruction.keywordSpan;

      const interpreter = distrolessInterpreter(image);
      if (interpreter === undefined) {
        if (PROGRAM_TEXT.test(word) && !image.kind.startsWith('java')) report('interpreter', { at, data: { word } });
        continue;
      }
      const { language, program } = interpreter;
      if (own !== undefined && PROGRAM_TEXT.test(word)) {
        report('replaced', { at, data: { word, program }, fix: asCmd(dockerfile, stage, own) });
      } else if (own !== undefined) {
        if (language === 'node' && /^node(?:js)?$/.test(word) && !setsPath(stage))
          report('path', { at, data: { word, program }, fix: quotedWord(instruction, 0, program) });
      } else if (interpreter.names.test(word)) {
        const written = [program, ...(language === 'java' ? ['-jar'] : [])].join(' ');
        report('doubled', { at, data: { word, entrypoint: written }, fix: undoubled(launch, language) });
      } else if (language === 'python' && MODULES.test(word)) {
        report('module', { at, data: { word }, fix: asModule(instruction) });
      } else if (language === 'node' && MANAGERS.test(word)) {
        report('lacking', { at, data: { word } });
      }
    }
  },
});

/** True where programs were perhaps added. */
function hasMore(stage: Stage): boolean {
  return finalState(stage).hasProgram('sh') !== false;
}

function setsPath(stage: Stage): boolean {
  return stageChain(stage).some(({ instructions }) =>
    instructions.some(one => one.keyword === 'ENV' && one.pairs.some(({ key }) => key.text === 'PATH')),
  );
}

function undoubled({ argv = [], instruction }: Launch, language: string): Fix | undefined {
  if (instruction === undefined) return undefined;
  // `java -jar` is the entrypoint: with other options the whole has to take its place.
  const count = language === 'java' ? (argv[1] === '-jar' ? 2 : 0) : 1;
  return count === 0 ? undefined : dropWords(instruction, count);
}

/** CMD in its place, where the stage has none. */
function asCmd(dockerfile: Dockerfile, { instructions }: Stage, own: Instruction): Fix | undefined {
  const isAlone = instructions.includes(own) && instructions.every(({ keyword }) => keyword !== 'CMD');
  return isAlone ? { title: 'Use CMD', safety: 'safe', edits: [replaceKeyword(dockerfile, own, 'CMD')] } : undefined;
}

function asModule({ args }: Instruction): Fix | undefined {
  const start = args[0]?.span[0];
  return start === undefined
    ? undefined
    : { title: 'Run it with -m', safety: 'safe', edits: [{ span: [start, start], text: '"-m", ' }] };
}
