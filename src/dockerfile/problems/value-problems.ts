import type { CopyInstruction, Dockerfile, Flag, Instruction, Problem, Word } from '../model.ts';
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

/** Only a quote or a brace can be left open or be followed by what cannot be read. */
const CAN_FAIL = /['"{]/;

function lexProblem(word: Word, expand: Expand): Problem | undefined {
  if (!CAN_FAIL.test(word.text)) return undefined;
  const { error } = expand(word);
  return error && syntax(`\`${word.text}\` cannot be expanded: ${error.message}.`, word.span);
}

function valueFaults(instruction: Instruction, expand: Expand): readonly Problem[] {
  const { keyword, args } = instruction;
  if (keyword === 'EXPOSE') return args.flatMap(word => portProblems(word, expand));
  if (keyword === 'STOPSIGNAL') return args.flatMap(word => signalProblem(word, expand) ?? []);
  if (keyword === 'VOLUME') return args.flatMap(word => volumeProblem(word, expand) ?? []);
  return keyword === 'ADD' || keyword === 'COPY' ? copyProblems(instruction, expand) : [];
}

function signalProblem(word: Word, expand: Expand): Problem | undefined {
  const { value } = expand(word);
  return value === undefined || isSignal(value) ? undefined : syntax(`There is no signal \`${value}\`.`, word.span);
}

/** Quotes with nothing between; that with nothing at all is found when the line is read. */
function volumeProblem(word: Word, expand: Expand): Problem | undefined {
  const isEmpty = word.text.trim() !== '' && expand(word).value === '';
  return isEmpty ? syntax('The path of a VOLUME is empty.', word.span) : undefined;
}

/** A word of EXPOSE is split once more after its variables are replaced. */
function portProblems(word: Word, expand: Expand): readonly Problem[] {
  const ports = (expand(word).value ?? '').split(/\s+/).filter(port => port !== '');
  return ports.flatMap(port => {
    const fault = portFault(port);
    return fault === undefined
      ? []
      : { kind: 'port', message: `\`${port}\` cannot be exposed: ${fault}.`, span: word.span };
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

function copyProblems({ keyword, flags, sources }: CopyInstruction, expand: Expand): readonly Problem[] {
  const modes = flags.flatMap(flag => (flag.name === 'chmod' ? (modeProblem(flag, expand) ?? []) : []));
  const urls = sources.filter(source => REMOTE.test(expand(source).value ?? ''));
  if (keyword === 'COPY')
    return [...modes, ...urls.map(({ span }) => syntax('COPY fetches nothing: ADD takes a URL.', span))];
  const checksum = flags.find(({ name }) => name === 'checksum');
  const isLocal = sources.every(source => isLocalPath(expand(source).value ?? ''));
  if (checksum?.value === undefined || checksum.value === '' || !isLocal) return modes;
  return [...modes, syntax('`--checksum` is for what is fetched: a URL or a Git repository.', checksum.span)];
}

function modeProblem({ value, span, valueSpan = span }: Flag, expand: Expand): Problem | undefined {
  const mode = value === undefined ? undefined : expand({ text: value, span }).value;
  if (mode === undefined || mode === '' || isMode(mode)) return undefined;
  return syntax(`\`${mode}\` is no mode such as \`0755\` or \`u+x\`.`, valueSpan);
}

const REMOTE = /^(?:https?|git|ssh):\/\//;

/** A path without what a reference to a Git repository has (`git@…`, `….git#…`, `github.com/…`). */
function isLocalPath(text: string): boolean {
  return text !== '' && !/[:@#]|\.git|^github\.com\//.test(text);
}
