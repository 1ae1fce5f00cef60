import type { CopyInstruction, Dockerfile, Instruction, Problem, Word } from '../model.ts';
import { lexWord, type Lexed } from '../shell-lex.ts';
import { expandedWords } from './expanded-words.ts';
import { portFault } from './ports.ts';
import { syntax } from './problem.ts';

type Expand = (word: Word) => Lexed;

/** What BuildKit rejects in the words of a stage once their variables are replaced; silent on what hangs on one. */
export function valueProblems({ escape, stages }: Dockerfile): readonly Problem[] {
  const unknown = { isSet: undefined, value: undefined, certain: false };
  const expand: Expand = ({ text }) => lexWord(text, { escape, quotes: true }, () => unknown);
  return stages.flatMap(stage =>
    stage.instructions.flatMap(instruction => {
      const errors = expandedWords(instruction).flatMap(word => lexProblem(word, expand) ?? []);
      return errors.length > 0 ? errors : valueFaults(instruction, expand);
    }),
  );
}

function lexProblem(word: Word, expand: Expand): Problem | undefined {
  const { error } = expand(word);
  return error && syntax(`\`${word.text}\` cannot be expanded: ${error.message}.`, word.span);
}

function valueFaults(instruction: Instruction, expand: Expand): readonly Problem[] {
  switch (instruction.keyword) {
    case 'EXPOSE':
      return instruction.args.flatMap(word => portProblems(word, expand));
    case 'STOPSIGNAL':
      return instruction.args.flatMap(word => {
        const { value } = expand(word);
        return value === undefined || isSignal(value) ? [] : syntax(`There is no signal \`${value}\`.`, word.span);
      });
    case 'VOLUME':
      return instruction.args
        .filter(word => word.text.trim() !== '' && expand(word).value === '')
        .map(word => syntax('The path of a VOLUME is empty.', word.span));
    case 'ADD':
    case 'COPY':
      return copyFaults(instruction, expand);
    default:
      return [];
  }
}

/** A word of EXPOSE is split once more after its variables are replaced. */
function portProblems(word: Word, expand: Expand): readonly Problem[] {
  const ports = (expand(word).value ?? '').split(/\s+/).filter(port => port !== '');
  return ports.flatMap(port => {
    const fault = portFault(port);
    return fault === undefined ? [] : syntax(`\`${port}\` cannot be exposed: ${fault}.`, word.span);
  });
}

const SIGNAL = new RegExp(
  '^(?:ABRT|ALRM|BUS|CHLD|CLD|CONT|FPE|HUP|ILL|INT|IO|IOT|KILL|PIPE|POLL|PROF|PWR|QUIT|SEGV|STKFLT|STOP|SYS|TERM|TRAP|' +
    'TSTP|TTIN|TTOU|URG|USR1|USR2|VTALRM|WINCH|XCPU|XFSZ|RTMIN(?:\\+(?:[1-9]|1[0-5]))?|RTMAX(?:-(?:[1-9]|1[0-4]))?)$',
);

function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  return SIGNAL.test(text.toUpperCase().replace(/^SIG/, ''));
}

const SYMBOLIC_MODE = /^[augo]*(?:[-+=][rstwXxugo]*)+(?:,[augo]*(?:[-+=][rstwXxugo]*)+)*$/;

function isMode(text: string): boolean {
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) <= 0o7777 : SYMBOLIC_MODE.test(text);
}

function copyFaults({ keyword, flags, sources }: CopyInstruction, expand: Expand): readonly Problem[] {
  const problems = flags.flatMap(({ name, value, span, valueSpan = span }) => {
    const mode = name === 'chmod' && value !== undefined ? expand({ text: value, span }).value : undefined;
    if (mode === undefined || mode === '' || isMode(mode)) return [];
    return syntax(`\`${mode}\` is no mode such as \`0755\` or \`u+x\`.`, valueSpan);
  });
  if (keyword === 'ADD') return problems;
  const remote = sources.filter(source => /^https?:\/\/|^git:\/\/|^ssh:\/\//.test(expand(source).value ?? ''));
  return [...problems, ...remote.map(({ span }) => syntax('COPY fetches nothing: ADD takes a URL.', span))];
}
