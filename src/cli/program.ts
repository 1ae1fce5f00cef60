import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { configProblemOf } from '../config/config-error.ts';
import { PRESETS, SEVERITIES } from '../engine/rule.ts';
import { reporters } from '../reporters/index.ts';
import type { Shell } from './commands/completion.ts';
import { lint } from './commands/lint.ts';
import { complain, isFailure } from './failure.ts';
import type { Shard } from './lint-options.ts';
import { addOptimize } from './optimize-command.ts';
import { version } from './version.ts';

/** What the process ends with: nothing found, something found, could not do the work. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command that the arguments name; errors that users can mend become one line on standard error. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  endQuietlyOnClosedPipe();
  let code: ExitCode = 0;
  const program = createProgram(result => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): ExitCode {
  // Commander has printed what it has to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isFailure(error) || configProblemOf(error)) complain(error instanceof Error ? error.message : '');
  else
    complain(
      `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  return 2;
}

/** `plimsoll | head` is no error. */
function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}

type Done = (code: ExitCode) => void;

const HELP = `
Without a command, paths are linted: plimsoll app/Dockerfile is plimsoll lint app/Dockerfile.

Exit codes: 0 nothing at or over --fail-on, 1 findings, 2 could not do the work.`;

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

function createProgram(done: Done): Command {
  const program = new Command('plimsoll')
    .description('Lints Dockerfiles and repairs what can be repaired without doubt.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      outputError: message =>
        complain(
          message
            .replace(/^error: /, '')
            .trim()
            .split('\n')
            .join(' '),
        ),
    })
    .configureHelp({ helpWidth: Math.min(process.stdout.columns || 80, 100) })
    .addHelpText('after', HELP);
  addLint(program, done);
  addBaseline(program, done);
  addOptimize(program, done);
  addInquiries(program, done);
  return program;
}

function addLint(program: Command, done: Done): void {
  const command = program
    .command('lint', { isDefault: true })
    .description('lint Dockerfiles; this is what plimsoll does unless told otherwise')
    .argument('[paths...]', 'files, folders or globs; - for standard input', ['.']);
  for (const option of [...runOptions(), ...reportOptions(), ...fixOptions()]) command.addOption(option);
  command.action(async (paths: string[], options) => {
    const names = program.commands.map(one => one.name());
    done(await lint(paths, options, names));
  });
}

function addBaseline(program: Command, done: Done): void {
  const command = program
    .command('baseline')
    .description('record what is found today, so that only new findings count')
    .argument('[paths...]', 'files, folders or globs', ['.'])
    .option('--output <file>', 'where to write it', '.plimsoll-baseline.json');
  for (const option of runOptions()) command.addOption(option);
  command.action(async (paths: string[], options) =>
    done(await (await import('./commands/baseline.ts')).baseline(paths, options)),
  );
}

function addInquiries(program: Command, done: Done): void {
  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>', 'how to print them').choices(['text', 'json']).default('text'))
    .option('--since <edition>', 'only what an edition newer than this year adds or changes', wholeNumber)
    .option('--color', 'colour, even where no terminal is seen')
    .option('--no-color', 'no colour')
    .action(async options => done((await import('./commands/rules.ts')).listRules(options)));
  program
    .command('explain')
    .description('show the page of a rule')
    .argument('<rule>', 'its id, or its code in hadolint, BuildKit, Trivy or ShellCheck')
    .option('--color', 'colour, even where no terminal is seen')
    .option('--no-color', 'no colour')
    .action(async (rule: string, options) => done((await import('./commands/explain.ts')).explain(rule, options)));
  program
    .command('init')
    .description('write a configuration to begin with')
    .option('--from-hadolint [file]', 'what .hadolint.yaml says, in our words')
    .option('--force', 'overwrite the one that is there')
    .action(async options => done((await import('./commands/init.ts')).init(options)));
  program
    .command('merge')
    .description('join the JSON or SARIF reports of the parts of a run')
    .argument('<reports...>', 'the reports, in the order of their shards')
    .option('--output <file>', 'write the report there')
    .action(async (paths: string[], options) => done((await import('./commands/merge.ts')).merge(paths, options)));
  program
    .command('completion')
    .description('print a script that completes commands and options')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action(async (shell: Shell) => done((await import('./commands/completion.ts')).completion(shell, program)));
  program
    .command('lsp')
    .description('serve editors over the language server protocol')
    .option('--stdio', 'on standard input and output, which is the only way there is')
    .action(async () => (await import('./commands/lsp.ts')).lsp());
  program
    .command('schema')
    .description('print the JSON Schema of the configuration')
    .action(async () => done((await import('./commands/schema.ts')).schema()));
}

/** What decides which findings there are. */
function runOptions(): Option[] {
  return [
    new Option('--config <file>', 'the configuration, instead of the one above each file'),
    new Option('--no-config', 'no configuration file'),
    new Option('--preset <name>', 'the rules to begin with').choices(PRESETS),
    new Option('--select <rules>', 'only these rules, by id or code').argParser(list),
    new Option('--ignore <rules>', 'not these rules, by id or code').argParser(list),
    new Option('--preview', 'also rules that are not in an edition yet'),
    new Option('--context <folder>', 'the build context, instead of the folder of each file'),
    new Option('--date <day>', 'take it for today: YYYY-MM-DD').argParser(day),
    new Option('--max-size <characters>', 'the longest file to lint').argParser(wholeNumber),
    new Option('--stdin-filename <name>', 'what to call standard input'),
    new Option('--allow-plugins', 'run the rules of your own that the configuration names'),
    new Option('--shellcheck <when>', 'run ShellCheck too: where it is installed, always or never').choices([
      'auto',
      'on',
      'off',
    ]),
  ];
}

function reportOptions(): Option[] {
  return [
    new Option('--format <name[=file]>', 'how to report, and the file for it; may be given more than once')
      .choices(Object.keys(reporters))
      .argParser((value: string, before?: readonly string[]) => [...(before ?? []), value]),
    new Option('--output <file>', 'write the report there'),
    new Option('--fail-on <severity>', 'the mildest severity that makes the exit code 1').choices([
      ...SEVERITIES,
      'none',
    ]),
    new Option('--shard <part>', 'only one part of the files: 1/4 is the first of four').argParser(shard),
    new Option('--jobs <threads>', 'how many threads lint; one, unless there are thousands of files').argParser(
      threads,
    ),
    new Option('--baseline <file>', 'only what the baseline does not have'),
    new Option('--since <ref>', 'only lines changed since a git ref'),
    new Option('--quiet', 'findings only: no summary, no notes'),
    new Option('--stats', 'how often each rule was reported, and the time taken, on standard error'),
    new Option('--color', 'colour, even where no terminal is seen'),
    new Option('--no-color', 'no colour'),
  ];
}

function fixOptions(): Option[] {
  return [
    new Option('--fix', 'apply the safe fixes'),
    new Option('--fix-unsafe', 'apply also those that may change what the image does'),
    new Option('--fix-only <rules>', 'apply the fixes of these rules only').argParser(list),
    new Option('--diff', 'show what the fixes would change, write nothing'),
  ];
}

function list(value: string, before: readonly string[] = []): string[] {
  const names = value.split(',').map(name => name.trim());
  return [...before, ...names.filter(name => name !== '')];
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It has to be a whole number over 0.');
  return Number(value);
}

function threads(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('It has to be a whole number from 1 to 99.');
  return Number(value);
}

function shard(value: string): Shard {
  const [, index = 0, count = 0] = /^(\d{1,6})\/(\d{1,6})$/.exec(value)?.map(Number) ?? [];
  if (index < 1 || index > count) throw new InvalidArgumentError('It has to be a part of parts, as in 1/4.');
  return { index, count };
}

function day(value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  const isDay = time !== undefined && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
  if (!isDay) throw new InvalidArgumentError('It has to be a day, as in 2026-11-30.');
  return value;
}
