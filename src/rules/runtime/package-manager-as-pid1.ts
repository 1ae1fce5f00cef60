import type { BuildContext } from '../../context/build-context.ts';
import { folderOf } from '../../context/clean-path.ts';
import { readPackageJson } from '../../context/manifests/package-json.ts';
import { behindRunner, copiedManifest } from '../../context/npm-script.ts';
import type { Dockerfile, Stage } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { isForDevelopment } from '../../images/for-development.ts';
import { ownStart, type OwnStart } from '../../images/own-start.ts';
import { finalState } from '../../images/state.ts';

type Kind = 'script' | 'launcher' | 'build';

interface Starter {
  readonly program: RegExp;
  /** The first argument that is no flag. */
  readonly verb: RegExp;
  readonly kind: Kind;
}

const STARTERS: readonly Starter[] = [
  { program: /^npm$/, verb: /^(?:start|run|run-script)$/, kind: 'script' },
  {
    program: /^(?:yarn|pnpm)$/,
    verb: /^(?!(?:node|exec|dlx|install|add|create|init|cache|config)$)[a-z][\w:-]*$/,
    kind: 'script',
  },
  { program: /^(?:poetry|pipenv|pdm|hatch|rye|conda|mamba)$/, verb: /^run$/, kind: 'launcher' },
  { program: /^(?:\.\/)?(?:mvn|mvnw)$/, verb: /^(?:[\w.-]+:run|exec:java|jetty:run)$/, kind: 'build' },
  { program: /^(?:\.\/)?(?:gradle|gradlew)$/, verb: /^:?(?:[\w-]+:)*(?:run|bootRun)$/, kind: 'build' },
  { program: /^(?:dotnet|cargo|go)$/, verb: /^run$/, kind: 'build' },
];
/** What hands its own place to another program. */
const INIT = /(?:^|\/)(?:tini|dumb-init|docker-init|catatonit|exec)$/;

export default defineRule({
  id: 'package-manager-as-pid1',
  summary: 'Start the program, not the package manager that starts it',
  category: 'runtime',
  severity: 'info',
  applies: 'shipped',
  fixable: 'unsafe',

  messages: {
    script:
      '`{command}` keeps a package manager and a shell between the container and the program, so that SIGTERM may never reach it.',
    launcher:
      '`{command}` needs the package manager in the image only to start a program that can be started directly.',
    build: '`{command}` builds the program each time that a container starts, and needs the whole build tool for it.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const stage of dockerfile.stages) {
      const started = ownStart(stage);
      if (started === undefined || isForDevelopment(stage)) continue;
      const found = starterIn(started.words);
      if (found === undefined || /(?:^|[\s:-])(?:dev|develop|watch|tests?|lint)(?:$|[:-])/.test(found.command))
        continue;
      const fix = found.kind === 'script' && context ? direct(dockerfile, stage, started, context) : undefined;
      report(found.kind, { at: started.at, data: { command: found.command }, fix });
    }
  },
});

function starterIn(started: readonly string[]): { readonly kind: Kind; readonly command: string } | undefined {
  const at = started.findIndex(word => !INIT.test(word) && !word.startsWith('-'));
  const [first = '', ...rest] = started.slice(Math.max(0, at));
  const name = /\/(?:usr|bin|opt)\//.test(first) ? first.slice(first.lastIndexOf('/') + 1) : first;
  const starter = STARTERS.find(({ program }) => program.test(name));
  const verb = rest.findIndex(word => starter?.verb.test(word));
  if (starter === undefined || verb === -1 || rest.slice(0, verb).some(word => !word.startsWith('-'))) return undefined;
  const isRun = /^run(?:-script)?$/.test(rest[verb] ?? '') && starter.kind === 'script';
  return { kind: starter.kind, command: [name, ...rest.slice(0, verb + (isRun ? 2 : 1))].join(' ') };
}

/** The script's own command in the exec form, where it is Node with plain words and nothing runs before or after it. */
function direct({ text }: Dockerfile, stage: Stage, { words }: OwnStart, context: BuildContext): Fix | undefined {
  const { cmd, entrypoint } = finalState(stage).configuration;
  const instruction = cmd?.instruction;
  const path = copiedManifest(stage, context, 'package.json');
  if (path === undefined || cmd?.argv === undefined || instruction === undefined) return undefined;
  if (cmd.argv.length !== words.length || instruction.innerComments.length > 0) return undefined;
  const manifest = readPackageJson(context, path);
  const [command, ...others] = behindRunner(words, manifest) ?? [];
  const name = words.find((word, index) => index > 0 && !word.startsWith('-') && !/^run(?:-script)?$/.test(word)) ?? '';
  const script = manifest?.scripts.get(name);
  const hooks = [`pre${name}`, `post${name}`].some(hook => manifest?.scripts.has(hook));
  // Plug'n'Play resolves modules only where yarn starts node.
  const isPlugged = ['.pnp.cjs', '.yarnrc.yml'].some(file => context.stat(`${folderOf(path)}/${file}`) !== undefined);
  const isSame = script !== undefined && script.trim().split(/\s+/).join(' ') === command?.join(' ');
  const isPlain = command?.[0] === 'node' && command.every(word => /^[\w./:=@+-]+$/.test(word));
  if (command === undefined || others.length > 0 || hooks || isPlugged || !isSame || !isPlain) return undefined;
  if (words.length > (words.includes('run') ? 3 : 2) || entrypoint?.instruction?.stage === stage) return undefined;
  const [start, end] = [instruction.args[0]?.span[0], instruction.args.at(-1)?.span[1]];
  if (start === undefined || end === undefined || text.slice(start, end).includes('\n')) return undefined;
  const edit = { span: [start, end] as const, text: command.map(word => JSON.stringify(word)).join(', ') };
  return { title: `Start ${command.slice(0, 2).join(' ')} itself`, safety: 'unsafe', edits: [edit] };
}
