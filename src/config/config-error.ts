/** What is wrong in a configuration, and where: for the user, without a stack trace. */
export interface ConfigProblem {
  /** The file or the option that it stands in. */
  readonly source: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: string;
}

const PROBLEM = Symbol('config problem');

/** An error whose text is `file:line:column: what is wrong`. */
export function configError(problem: ConfigProblem): Error {
  const place = [problem.source, problem.line, problem.column].filter(part => part !== undefined).join(':');
  return Object.assign(new Error(`${place}: ${problem.message}`), { [PROBLEM]: problem });
}

/** The problem that an error stands for; undefined where it is another error. */
export function configProblemOf(error: unknown): ConfigProblem | undefined {
  return error instanceof Error && PROBLEM in error
    ? (error as Error & { [PROBLEM]: ConfigProblem })[PROBLEM]
    : undefined;
}
