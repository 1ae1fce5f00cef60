import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertAbove } from '../../fixers/instructions.ts';
import { mayBeGivenAway } from '../../images/given-away.ts';
import { resolvePath } from '../../images/paths.ts';
import { pathAt } from '../../images/run-paths.ts';
import { finalState, stateAt, type KnownUser } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import { writtenPaths } from '../../shell/written-paths.ts';
import type { Span } from '../../text/span.ts';

/** Folders that are made for what a program writes, by their names. */
const FOR_WRITING = /^(?:logs?|te?mp|caches?|uploads?|data|database|db|storage|media|run|sessions?|state)$/;
/** Everybody may write here, or it is not what the program writes to. */
const ELSEWHERE =
  /^\/(?:$|tmp(?:\/|$)|var\/tmp(?:\/|$)|dev\/|proc\/|run\/secrets|var\/(?:cache\/apt|lib\/apt|lib\/dpkg))/;

/** Packages make folders here, and give them to their accounts. */
const OF_PACKAGES = /^\/(?:etc|usr|var|home|root|opt|run|s?bin|lib\w*)(?:\/|$)/;

interface Folder {
  readonly path: string;
  readonly at: Span;
  readonly instruction: Instruction;
}

export default defineRule({
  id: 'user-cannot-write',
  summary: 'Give the account of USER the folders that it writes to',
  category: 'runtime',
  severity: 'info',
  applies: 'shipped',
  fixable: 'unsafe',

  messages: {
    volume: "`{path}` is a volume for what the program writes, but root's: `{user}` cannot write there.",
    folder: "`{path}` is made for what the program writes, but root's: `{user}` cannot write there.",
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const state = finalState(stage);
      const { user, facts } = state;
      const name = user?.name;
      if (user?.instruction?.stage !== stage || facts === undefined || facts.distro?.id === 'windows') continue;
      if (name === undefined || !user.certain || user.uid === 0 || name === 'root') continue;
      const home = state.account(name)?.home ?? `/home/${name}`;
      const isOwn = (path: string): boolean => `${path}/`.startsWith(`${home}/`);
      const folders = stage.instructions
        .flatMap(foldersOf)
        .filter(({ path }) => !ELSEWHERE.test(path) && !isOwn(path) && !mayBeGivenAway(stage, path));
      const [found] = folders;
      if (found === undefined) continue;
      const kind = found.instruction.keyword === 'VOLUME' ? 'volume' : 'folder';
      const fix = fixOf(dockerfile, stage, user, folders);
      report(kind, { at: found.at, data: { path: found.path, user: name }, fix });
    }
  },
});

/** Volumes, and folders that root makes, whose names say that the program writes there. */
function foldersOf(instruction: Instruction): readonly Folder[] {
  const state = stateAt(instruction);
  if (instruction.keyword === 'VOLUME') {
    return instruction.args.flatMap(word => {
      const path = expand(instruction, word).value;
      const isKnown = path?.startsWith('/') === true && !OF_PACKAGES.test(path);
      return path !== undefined && isKnown ? { path: resolvePath([path]), at: word.span, instruction } : [];
    });
  }
  if (instruction.keyword !== 'RUN' || state?.user?.uid !== 0 || instruction.mounts.length > 0) return [];
  return commandsOf(instruction)
    .filter(({ name, within }) => name === 'mkdir' && within.length === 0)
    .flatMap(command =>
      writtenPaths(command).flatMap(({ path, word }) => {
        const place = pathAt(command, path);
        const isMeant = place !== undefined && FOR_WRITING.test(place.slice(place.lastIndexOf('/') + 1));
        return isMeant ? { path: place, at: word.span, instruction } : [];
      }),
    );
}

/** One RUN above USER; a volume that is declared before would lose it on some builders. */
function fixOf(dockerfile: Dockerfile, stage: Stage, user: KnownUser, folders: readonly Folder[]): Fix | undefined {
  const { instruction, name = '', group } = user;
  const account = finalState(stage).account(name);
  const isMade = account !== undefined || /^\d+$/.test(name);
  const isLate = folders.some(folder => folder.instruction.index > (instruction?.index ?? 0));
  const isVolume = stage.instructions.some(
    ({ keyword, index }) => keyword === 'VOLUME' && index < (instruction?.index ?? 0),
  );
  const made = account?.instruction?.index ?? -1;
  if (instruction === undefined || !isMade || isVolume || made > instruction.index) return undefined;
  if (stateAt(instruction)?.user?.uid !== 0 || folders.some(({ path }) => !/^[\w./-]+$/.test(path))) return undefined;
  const paths = folders.map(({ path }) => path).join(' ');
  const owner = group === undefined ? name : `${name}:${group}`;
  const command = `RUN ${isLate ? `mkdir -p ${paths} && ` : ''}chown ${owner} ${paths}`;
  return {
    title: `Give ${paths} to ${name}`,
    safety: 'unsafe',
    edits: [insertAbove(dockerfile, instruction, [command])],
  };
}
