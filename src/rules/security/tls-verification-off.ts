import type { Dockerfile, Pair, PairsInstruction } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { removePair } from '../../fixers/pairs.ts';
import { removeShellFlag } from '../../fixers/shell-flags.ts';
import { stateAt } from '../../images/state.ts';
import { assignmentsOf } from '../../shell/assignments.ts';
import { commandsAfter, commandsOf } from '../../shell/commands.ts';
import { downloadedFile } from '../../shell/downloaded-files.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { switchesVerificationOff, unverifiedIn, type Unverified } from '../../shell/unverified.ts';
import type { Edit } from '../../text/span.ts';

/** A source of apt packages that nothing has to sign. */
const TRUSTED = /\btrusted=(?:yes|1|true)\b/i;
const BRACKETS = /\[[^[\]\n]*\]/g;
/** Packages of the machine's own, which nobody can be in between of. */
const LOCAL_SOURCE = /^\s*(?:file|copy|cdrom):/;

export default defineRule({
  id: 'tls-verification-off',
  summary: 'Check the certificates and signatures of what is downloaded',
  category: 'security',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',

  messages: {
    certificate: '`{setting}` takes any certificate: whoever is on the way to the server can send other files.',
    signature: '`{setting}` takes packages that nobody signed: whoever is on the way to the archive can send others.',
    variable: '`{setting}` makes programs take any certificate, in the finished image too where it is an ENV.',
  },

  check(dockerfile, report) {
    for (const instruction of dockerfile.instructions) {
      for (const command of commandsOf(instruction)) {
        for (const found of unverifiedIn(command)) {
          const { what, setting, word } = found;
          if (what === 'certificate' && isCheckedAfterwards(command)) continue;
          report(what, { at: word.span, data: { setting }, fix: withoutFlag(dockerfile, found) });
        }
        for (const { name, value, span } of assignmentsOf(command)) {
          if (switchesVerificationOff(name, value))
            report('variable', { at: span, data: { setting: `${name}=${value}` } });
        }
      }
      for (const text of [instruction.body, ...instruction.heredocs.map(({ body }) => body)]) {
        if (instruction.keyword === 'LABEL') continue;
        const match = Array.from(text.text.matchAll(BRACKETS)).find(
          ({ 0: options, index }) =>
            TRUSTED.test(options) && !LOCAL_SOURCE.test(text.text.slice(index + options.length).slice(0, 80)),
        );
        if (match !== undefined) {
          const at = text.sourceSpan([match.index, match.index + match[0].length]);
          report('signature', { at, data: { setting: match[0] } });
        }
      }
      if (instruction.keyword !== 'ENV') continue;
      for (const pair of instruction.pairs) {
        const value = expand(instruction, pair.value).value;
        if (!switchesVerificationOff(pair.key.text, value)) continue;
        const fix = withoutPair(dockerfile, instruction, pair);
        report('variable', { at: pair.span, data: { setting: `${pair.key.text}=${value}` }, fix });
      }
    }
  },
});

const SUMS = /^(?:sha\d+sum|shasum|b2sum|gpg)$/;

/** True where a checksum or a signature of the file is compared behind it: a forged one stops the build. */
function isCheckedAfterwards(command: ShellCommand): boolean {
  const file = downloadedFile(command)?.path.split('/').at(-1);
  const later = commandsAfter(command);
  const isCheck = ({ name, words }: ShellCommand): boolean =>
    SUMS.test(name ?? '') && words.some(({ unquoted }) => /^(?:-[abd-z]*c[a-z]*|--check|--verify)$/.test(unquoted));
  const names = ({ name, words }: ShellCommand): boolean =>
    (SUMS.test(name ?? '') || name === 'echo' || name === 'printf') &&
    words.some(({ unquoted }) => file !== undefined && unquoted.includes(file));
  return later.some(isCheck) && later.some(names);
}

function asFix(setting: string, edit: Edit | undefined, isSafe: boolean): Fix | undefined {
  return edit && { title: `Take out ${setting}`, safety: isSafe ? 'safe' : 'unsafe', edits: [edit] };
}

const HOST = /^(?:https:\/\/(?:[^/@]*@)?)?([\w-]+(?:\.[\w-]+)+)(?:[:/?#]|$)/;
const PRIVATE = /\.(?:local|localdomain|internal|intranet|lan|corp|home|test|example)$|^[\d.]+$/;

/** Safe where the server is a public one and the image has the certificates to check it by: then it is served as before. */
function withoutFlag(dockerfile: Dockerfile, found: Unverified): Fix | undefined {
  const { flag, setting, command, what } = found;
  if (flag === undefined) return undefined;
  const urls = command.words.map(({ unquoted }) => unquoted).filter(text => /^[a-z]+:\/\//.test(text));
  const servers = urls.length === 0 && flag.valueWord !== undefined ? [flag.valueWord.unquoted] : urls;
  const isPublic =
    servers.length > 0 &&
    servers.map(text => HOST.exec(text)?.[1]).every(host => host !== undefined && !PRIVATE.test(host));
  const hasBundle = stateAt(command.script.instruction)?.hasProgram('ca-certificates') === true;
  return asFix(setting, removeShellFlag(dockerfile, flag), what === 'certificate' && isPublic && hasBundle);
}

function withoutPair(dockerfile: Dockerfile, instruction: PairsInstruction, pair: Pair): Fix | undefined {
  return asFix(pair.key.text, removePair(dockerfile, instruction, pair), false);
}
