import { type Command, Option } from 'commander';
import { ENGINES, RUNTIMES } from '../optimizer/plan.ts';
import type { ExitCode } from './program.ts';

const FORMATS = ['text', 'json', 'markdown', 'html'];

/** Adds `plimsoll optimize`; the optimizer itself is loaded when it is asked for. */
export function addOptimize(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('optimize')
    .description('rewrite a Dockerfile into a lean one, with reasons; refuses what cannot be shown to be right')
    .argument('[dockerfiles...]', 'the Dockerfile, or a folder with one; several with --advice', ['Dockerfile'])
    .option('--context <folder>', "the build context; the Dockerfile's folder unless given")
    .addOption(new Option('--runtime <runtime>', 'the leanest rung to try').choices(RUNTIMES).default('auto'))
    .option('--assume <hazards>', 'hazards that you have looked at yourself, as in H20,H32')
    .addOption(
      new Option('--target-engine <engine>', 'what the syntax has to suit').choices(ENGINES).default('portable'),
    )
    .addOption(new Option('--format <format>', 'how to print the plan').choices(FORMATS).default('text'))
    .option('--write', 'write the new file and .dockerignore; the old text has to be committed')
    .option('--advice', 'only say in one line for each file how lean it could be; exit code 0')
    .option('--force', 'with --write: overwrite text that is not committed')
    .option('--color', 'colour, even where no terminal is seen')
    .option('--no-color', 'no colour')
    .action(async (paths: string[], options) =>
      done((await import('./commands/optimize.ts')).optimize(paths, options)),
    );
}
