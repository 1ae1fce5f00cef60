/** What is wrong in a configuration, and where: for the user, without a stack trace. */
export interface ConfigProblem {
  /** The file or the option that it stands in. */
  readonly source: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: string;
}

const problems = new WeakMap<Error, ConfigProblem>();

/** An error whose text is `file:line:column: what is wrong`. */
export function configError(problem: ConfigProblem): Error {
  const place = [problem.source, problem.line, problem.column].filter(part => part !== undefined).join(':');
  const error = new Error(`${place}: ${problem.message}`);
  problems.set(error, problem);
  return error;
}

/** The problem that an error stands for; undefined where it is another error. */
export function configProblemOf(error: unknown): ConfigProblem | undefined {
  return error instanceof Error ? problems.get(error) : undefined;
}
