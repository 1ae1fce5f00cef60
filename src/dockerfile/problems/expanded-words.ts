import type { Instruction, Word } from '../model.ts';
import { parseMarker } from '../heredocs.ts';
import { flagWord } from '../word-span.ts';

const EXPANDED_FLAGS = ['chown', 'chmod', 'checksum'];

/** The words of an instruction in which BuildKit replaces variables. */
export function expandedWords(instruction: Instruction): readonly Word[] {
  switch (instruction.keyword) {
    case 'ADD':
    case 'COPY':
      return [...flagWords(instruction), ...instruction.args.filter(({ text }) => parseMarker(text) === undefined)];
    case 'ARG':
      return instruction.declarations.flatMap(({ value }) => value ?? []);
    case 'ENV':
    case 'LABEL':
      return instruction.pairs.flatMap(({ key, value }) => [key, value]);
    case 'EXPOSE':
    case 'STOPSIGNAL':
    case 'USER':
    case 'VOLUME':
    case 'WORKDIR':
      return instruction.args;
    case 'RUN':
      return instruction.mounts.flatMap(({ options }) => [...options.values()]);
    case 'CMD':
    case 'ENTRYPOINT':
    case 'FROM':
    case 'HEALTHCHECK':
    case 'MAINTAINER':
    case 'ONBUILD':
    case 'SHELL':
    case 'UNKNOWN':
      return [];
  }
}

function flagWords({ flags }: Instruction): readonly Word[] {
  return flags.filter(({ name }) => EXPANDED_FLAGS.includes(name)).flatMap(flag => flagWord(flag) ?? []);
}
