import type { Stage } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { operationsOf } from '../../shell/operations.ts';

export default defineRule({
  id: 'build-platform-missing',
  summary: 'Build on the platform of the builder where the result is for another',
  category: 'portability',
  severity: 'info',
  recommended: false,
  applies: 'any',

  messages: {
    crossCompiles:
      'The stage compiles for TARGETARCH by itself, and still runs emulated: `--platform=$BUILDPLATFORM` spares that.',
    frontEnd:
      'What is built here is the same for each platform, and still is built emulated for each: `--platform=$BUILDPLATFORM` spares that.',
  },

  check({ stages }, report) {
    const allUsers = usersIn(stages);
    const usersOf = new Map<Stage, Stage[]>(stages.map(stage => [stage, []]));
    for (const user of stages) user.dependsOn.forEach(stage => usersOf.get(stage)?.push(user));
    for (const stage of stages) {
      const { base, from } = stage;
      const isFree =
        base.kind === 'image' && from.image !== undefined && !from.flags.some(({ name }) => name === 'platform');
      const users = allUsers.get(stage) ?? [];
      if (!isFree || users.length === 0 || users.some(isBuiltOn(stage))) continue;
      const commands = stage.instructions.filter(({ keyword }) => keyword === 'RUN').flatMap(commandsOf);
      if (commands.some(crossCompiles)) report('crossCompiles', { at: from.image.span });
      else if (bundles(stage, commands) && users.every(serves)) report('frontEnd', { at: from.image.span });
    }
  },
});

/** The stages that depend on each. */
function usersIn(stages: readonly Stage[]): ReadonlyMap<Stage, readonly Stage[]> {
  const found = new Map<Stage, Stage[]>();
  for (const user of stages) {
    for (const used of new Set(user.dependsOn)) {
      const users = found.get(used) ?? [];
      users.push(user);
      found.set(used, users);
    }
  }
  return found;
}

function isBuiltOn(stage: Stage): (user: Stage) => boolean {
  return ({ base }) => base.kind === 'stage' && base.stage === stage;
}

const TARGET = /\$\{?TARGET(?:ARCH|PLATFORM)\b/;

/** `GOARCH=$TARGETARCH go build`, `dotnet publish -a $TARGETARCH`. */
function crossCompiles(command: ShellCommand): boolean {
  const { name, assignments, wrappers, words, script } = command;
  if (name === 'dotnet') return words.some(({ text }) => TARGET.test(text)) && runs(command, 'build');
  if (name !== 'go' || !runs(command, 'build')) return false;
  const { text } = script.source;
  const setters = [...assignments, ...wrappers.flatMap(wrapper => wrapper.assignments)].map(
    ({ name: variable }) => variable,
  );
  return (
    (setters.includes('GOARCH') || /\bexport\s(?:(?!\bexport\s)[^\n;&])*GOARCH=/.test(text)) &&
    /GOARCH="?\$\{?TARGETARCH\b/.test(text)
  );
}

function runs(command: ShellCommand, action: string): boolean {
  return operationsOf(command).some(operation => operation.action === action);
}

const BUNDLING = /^(?:build|generate|export)(?::\w+)*$/;

/** A front end's `npm run build` in an image of Node.js. */
function bundles({ base }: Stage, commands: readonly ShellCommand[]): boolean {
  if (base.kind !== 'image' || base.image.name !== 'node') return false;
  return commands.some(
    ({ name = '', words }) =>
      ['npm', 'yarn', 'pnpm', 'bun'].includes(name) && words.slice(1).some(({ value = '' }) => BUNDLING.test(value)),
  );
}

const SERVERS = /^(?:nginx|httpd|caddy|nginxinc\/nginx-unprivileged|joseluisq\/static-web-server)$/;

/** A server of files, which cannot run what it is given. */
function serves({ base }: Stage): boolean {
  return base.kind === 'image' && SERVERS.test(base.image.name);
}
