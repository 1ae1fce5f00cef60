import type { RunInstruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsAfter, commandsOf, pipelineOf } from '../../shell/commands.ts';
import type { ShellCommand, ShellWord } from '../../shell/model.ts';
import { removes } from '../../shell/removals.ts';
import { filesWritten } from '../../shell/written-files.ts';

/** Commands that write a setting which they are given to a file of root's home. */
const SETTERS: readonly (readonly [command: RegExp, file: string])[] = [
  [/^npm config set\b|^npm set\b|^pnpm (?:config )?set\b/, '/root/.npmrc'],
  [/^yarn config set\b/, '/root/.yarnrc'],
  [/^git config --global\b/, '/root/.gitconfig'],
  [/^git config --system\b/, '/etc/gitconfig'],
  [/^pip\d* config set\b/, '/root/.config/pip/pip.conf'],
  [/^poetry config\b/, '/root/.config/pypoetry/auth.toml'],
  [/^composer (?:global )?config\b(?=.*(?:-g|--global|auth)\b)/, '/root/.composer/auth.json'],
  [/^bundle config (?:set|--global|\S+ \S)/, '/root/.bundle/config'],
  [/^cargo login\b/, '/root/.cargo/credentials.toml'],
  [/^gh auth login\b/, '/root/.config/gh/hosts.yml'],
  [/^docker login\b/, '/root/.docker/config.json'],
];

export default defineRule({
  id: 'secret-mount-copied-out',
  summary: 'Leave nothing of a secret mount in the layer',
  category: 'security',
  severity: 'error',
  applies: 'layers',

  messages: {
    copied: 'The secret is written to `{file}`, which stays in the layer: the mount is there so that it does not.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      const run = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
      if (run?.keyword !== 'RUN') continue;
      const secrets = secretsOf(run);
      for (const command of commandsOf(run)) {
        const read = command.words.find(word => secrets.some(secret => secret(word)));
        const file = read && writtenBy(command).find(path => stays(run, command, path));
        if (read !== undefined && file !== undefined) report('copied', { at: read.span, data: { file } });
      }
    }
  },
});

type Reads = (word: ShellWord) => boolean;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What tells that a word reads one of the secrets: its file, or the variable that it is in. */
function secretsOf({ mounts }: RunInstruction): readonly Reads[] {
  return mounts.flatMap(({ type, options, target, id }): Reads[] => {
    if (type !== 'secret') return [];
    const variable = options.get('env')?.text;
    const path = target ?? (variable === undefined ? `/run/secrets/${id ?? ''}` : undefined);
    const reads: Reads[] = [];
    if (variable !== undefined) {
      const use = new RegExp(String.raw`\$(?:${escaped(variable)}\b|\{${escaped(variable)}[}:])`);
      // In single quotes it is the name that is written.
      reads.push(({ text }) => use.test(text.replaceAll(/'[^']*'/g, '')));
    }
    if (path !== undefined) {
      const use = new RegExp(String.raw`(?:^|[\s"'=<(])${escaped(path)}(?:$|[\s"')])`);
      reads.push(({ unquoted }) => use.test(unquoted));
    }
    return reads;
  });
}

/** The files that a command, or one that it is piped into, writes what it is given to. */
function writtenBy(command: ShellCommand): readonly string[] {
  const line = command.words.map(({ unquoted }) => unquoted).join(' ');
  const setting = SETTERS.filter(([setter]) => setter.test(line)).map(([, file]) => file);
  if (setting.length > 0) return setting;
  if (!/^(?:cat|cp|mv|install|echo|printf|tee|dd|head|tr|base64|envsubst|sed)$/.test(command.name ?? '')) return [];
  const members = pipelineOf(command);
  const at = members.findIndex(member => member.includes(command));
  const isPassed = members.slice(at + 1).every(([first]) => /^(?:cat|tee|tr|base64|sed|head)$/.test(first?.name ?? ''));
  const later = isPassed ? members.slice(at + 1).flatMap(([first]) => first ?? []) : [];
  return [command, ...later].flatMap(filesWritten);
}

/** False where the same RUN removes the file, or a mount takes it. */
function stays({ mounts }: RunInstruction, command: ShellCommand, path: string): boolean {
  const isMounted = mounts.some(
    ({ target }) => target !== undefined && (path === target || path.startsWith(`${target}/`)),
  );
  const file = path.endsWith('/') ? path.slice(0, -1) : path;
  return !isMounted && !commandsAfter(command).some(later => removes(later, file) || undoes(later, file));
}

function undoes({ words }: ShellCommand, file: string): boolean {
  const line = words.map(({ unquoted }) => unquoted).join(' ');
  const isUndone = /\b(?:config (?:delete|rm|unset)|--unset(?:-all)?|--remove-section|logout|config --delete)\b/.test(
    line,
  );
  return (
    isUndone || (/^(?:shred|unlink|truncate)\b/.test(line) && line.includes(file.slice(file.lastIndexOf('/') + 1)))
  );
}
