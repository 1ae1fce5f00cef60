import { statSync, writeFileSync } from 'node:fs';
import { reporters, type Format } from '../reporters/index.ts';
import type { Report } from '../reporters/report.ts';
import { PLAIN } from '../reporters/style.ts';
import { nearest } from '../text/nearest.ts';
import { failure, reasonOf } from './failure.ts';
import type { LintOptions } from './lint-options.ts';
import { styleOf } from './terminal.ts';
import { writeAtomically } from './write-atomically.ts';

/** A format, and the file that it goes to: standard output where there is none. */
interface Output {
  readonly format: Format;
  readonly file: string | undefined;
}

/** hadolint's names of formats, as its configuration has them. */
const HADOLINT_FORMATS: Readonly<Record<string, Format>> = {
  tty: 'text',
  json: 'hadolint',
  checkstyle: 'checkstyle',
  codeclimate: 'codeclimate',
  gitlab_codeclimate: 'gitlab',
  gnu: 'gnu',
  sonarqube: 'sonarqube',
  sarif: 'sarif',
};

/** Where the report goes; `configured` is what a hadolint configuration says of its format. */
export function outputsOf(
  { format, output }: Pick<LintOptions, 'format' | 'output'>,
  configured: string | undefined,
): readonly Output[] {
  if (output === '') throw failure('--output: name a file');
  if (!format) return [{ format: configured === undefined ? 'text' : hadolintFormat(configured), file: output }];
  const outputs = format.map(request => {
    const [name = '', ...file] = request.split('=');
    if (file.length === 1 && file[0] === '') throw failure(`--format ${request}: name a file after \`=\``);
    return { format: formatNamed(name), file: file.length > 0 ? file.join('=') : output };
  });
  const places = outputs.map(({ file }) => file ?? 'standard output');
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) throw failure(`two formats would both go to ${twice}: write --format NAME=FILE`);
  return outputs;
}

function hadolintFormat(name: string): Format {
  const format = HADOLINT_FORMATS[name.toLowerCase()];
  if (format !== undefined) return format;
  const known = Object.keys(HADOLINT_FORMATS).join(', ');
  throw failure(`hadolint's configuration asks for the format \`${name}\`: of hadolint's, there are ${known}`);
}

/** Writes the report in every format that was asked for. */
export function writeReport(
  report: Report,
  outputs: readonly Output[],
  { quiet, color }: { readonly quiet: boolean; readonly color: boolean | undefined },
  stream: NodeJS.WriteStream,
): void {
  for (const { format, file } of outputs) {
    const style = file === undefined ? styleOf(stream, color) : { ...PLAIN, color: color ?? false };
    const text = reporters[format](report, style, quiet);
    if (file === undefined) stream.write(text);
    else writeOutput(file, text);
  }
}

/** Replaces a file as a whole; what is no plain file, such as /dev/stderr, is written to. */
export function writeOutput(file: string, text: string): void {
  try {
    const isPlain = statSync(file, { throwIfNoEntry: false })?.isFile() ?? true;
    if (isPlain) writeAtomically(file, Buffer.from(text));
    else writeFileSync(file, text);
  } catch (error) {
    throw failure(`${file}: cannot be written: ${reasonOf(error)}`);
  }
}

function formatNamed(name: string): Format {
  const names = Object.keys(reporters);
  const format = (names as Format[]).find(one => one === name);
  if (format !== undefined) return format;
  const near = nearest(name, names);
  const hint = near === undefined ? `choose from ${names.join(', ')}` : `did you mean \`${near}\`?`;
  throw failure(`there is no format \`${name}\`: ${hint}`);
}
