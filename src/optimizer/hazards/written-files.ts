import { commandsOf } from '../../shell/commands.ts';
import { type Project, seenAt } from '../project.ts';
import { type Case, type Judgement, fails, holds } from './hazard.ts';

/** Architectures that the runtime image is not published for. */
export function platforms({ after, rung }: Case): Judgement | undefined {
  const platform = after.final.stage.from.flags.find(({ name }) => name === 'platform')?.value;
  if (rung !== 'T2' || platform === undefined || platform.includes('$')) return undefined;
  // Google builds what only links C for every architecture of Debian, and the languages for fewer.
  const isLanguage = /python|nodejs|java/.test(after.final.image?.name ?? '');
  const isBuilt = isLanguage
    ? /linux\/(?:amd64|arm64)/.test(platform)
    : /linux\/(?:amd64|arm64|arm\/v7|arm|s390x|ppc64le|riscv64)$/.test(platform);
  return isBuilt
    ? holds(`The runtime image is published for ${platform}.`)
    : fails(`The runtime image is not published for ${platform}.`, [seenAt(after, after.final.stage.from)]);
}

export function linkerCache({ before, rung }: Case): Judgement | undefined {
  if (rung === 'T0') return undefined;
  const found = before.final.acts.find(
    ({ instruction }) =>
      instruction.keyword === 'RUN' && commandsOf(instruction).some(({ name }) => name === 'ldconfig'),
  );
  return found === undefined
    ? undefined
    : fails(
        'Libraries are installed for the linker to find in /usr/local/lib.',
        [seenAt(before, found.instruction)],
        'Copy the libraries, and run ldconfig in the final stage.',
      );
}

export function filesMade({ before, after, rung }: Case): Judgement | undefined {
  if (rung === 'T0') return undefined;
  const made = before.final.acts.filter(({ effects }) => effects.some(({ kind }) => kind === 'files'));
  const kept = after.stages
    .flatMap(({ acts }) => acts.map(({ instruction }) => instruction.body.text))
    .join('\n')
    .replace(/\s+/g, ' ');
  const left = made.filter(({ effects }) =>
    effects.some(
      ({ kind, command }) => kind === 'files' && !kept.includes(command.words.map(({ text }) => text).join(' ')),
    ),
  );
  const [first] = left;
  if (first !== undefined)
    return fails(
      'A file that a RUN makes would be missing.',
      [seenAt(before, first.instruction)],
      'COPY the file instead.',
    );
  const taken = after.final.acts.flatMap(({ instruction }) =>
    instruction.keyword === 'COPY' && instruction.from !== undefined ? instruction.sources.map(({ text }) => text) : [],
  );
  const inBuilder = made.find(
    ({ instruction }) =>
      !taken.some(path => instruction.body.text.includes(path)) &&
      !after.final.acts.some(act => act.instruction.body.text === instruction.body.text) &&
      writesOutside(before, instruction.body.text),
  );
  if (inBuilder !== undefined)
    return fails(
      'A file that a RUN makes outside of the application stays in the stage that builds.',
      [seenAt(before, inBuilder.instruction)],
      'COPY the file into the final stage.',
    );
  return made.length === 0
    ? undefined
    : holds(
        'Steps that make files are kept.',
        made.map(({ instruction }) => seenAt(before, instruction)),
      );
}

const WRITER = /(?:>|\btee|\bcp|\bmv|\bln|-o|-C|\bsed -i)\s/;
const OUTSIDE = /\s\/(?:etc|usr|opt|var|root)\//;

function writesOutside(project: Project, text: string): boolean {
  if (project.final.acts.length === 0) return false;
  return text.split('\n').some(line => {
    const writer = WRITER.exec(line);
    return writer !== null && OUTSIDE.test(line.slice(writer.index + writer[0].length));
  });
}

export function capabilities({ before, after, rung }: Case): Judgement | undefined {
  const found = before.final.acts.find(
    ({ instruction }) =>
      instruction.keyword === 'RUN' && /\bsetcap\b|chmod\s+(?:u\+s|[4-7]\d{3}\b)/.test(instruction.body.text),
  );
  if (rung === 'T0' || found === undefined) return undefined;
  const stays = after.final.acts.some(({ instruction }) => instruction.body.text === found.instruction.body.text);
  return stays
    ? holds('Capabilities are set in the final stage itself.')
    : fails(
        'Capabilities of a file may be lost by a copy between stages.',
        [seenAt(before, found.instruction)],
        'Run setcap in the final stage.',
      );
}

export function executableBits({ before, after, is }: Case): Judgement | undefined {
  const script = [...(is.entrypoint ?? []), ...(is.command ?? [])][0];
  if (script === undefined || !script.endsWith('.sh')) return undefined;
  const name = script.replace(/^.*\//, '');
  const path = before.context.files().find(file => file === name || file.endsWith(`/${name}`));
  const chmods = (project: Project): boolean =>
    project.final.acts.some(
      ({ instruction }) =>
        (instruction.keyword === 'RUN' &&
          /chmod/.test(instruction.body.text) &&
          instruction.body.text.includes(name)) ||
        instruction.flags.some(flag => flag.name === 'chmod'),
    );
  if (path === undefined) return undefined;
  if (before.context.stat(path)?.executable === true || chmods(after)) return holds(`${path} can be executed.`);
  return chmods(before)
    ? fails(`${path} is made executable by a RUN that would be gone.`, [{ file: path, line: undefined, text: name }])
    : undefined;
}
