import type { Comment, Dockerfile, Instruction, ParseOptions, Stage } from './model.ts';
import { memoMap } from '../text/memo-map.ts';

/** What the variables and stages of a file hang on beyond one instruction. */
export interface BuildFile {
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Comment[];
  /** Complete once the file is parsed. */
  readonly stages: readonly Stage[];
  readonly options: ParseOptions;
  readonly escape: '\\' | '`';
}

const files = memoMap<Instruction, BuildFile>();

/** Makes the file known to its instructions and what their ONBUILDs wrap. */
export function registerFile(file: BuildFile): void {
  for (const instruction of file.instructions) {
    files.set(instruction, file);
    if (instruction.keyword === 'ONBUILD' && instruction.inner !== undefined) files.set(instruction.inner, file);
  }
}

/** The whole of a file of which only a few stages may be seen here. */
export function wholeOf(dockerfile: Dockerfile): Dockerfile {
  const [first] = dockerfile.instructions;
  if (first === undefined) return dockerfile;
  const { instructions, stages } = fileOf(first);
  return instructions === dockerfile.instructions ? dockerfile : { ...dockerfile, instructions, stages };
}

/** The instructions that stand between two of one file. */
export function between(first: Instruction, last: Instruction): readonly Instruction[] {
  return fileOf(first).instructions.slice(first.index + 1, last.index);
}

/** The file of an instruction that the parser made. */
export function fileOf(instruction: Instruction): BuildFile {
  const file = files.get(instruction);
  if (file === undefined) throw new TypeError('The instruction belongs to no parsed file');
  return file;
}
