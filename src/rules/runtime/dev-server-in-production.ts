import type { BuildContext } from '../../context/build-context.ts';
import { readPackageJson } from '../../context/manifests/package-json.ts';
import { behindRunner, copiedManifest } from '../../context/npm-script.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { behindLaunchers } from '../../images/behind-launchers.ts';
import { isForDevelopment } from '../../images/for-development.ts';
import { ownStart } from '../../images/own-start.ts';

interface Server {
  readonly program: RegExp;
  /** What has to stand among its arguments; with none it is one however it is called. */
  readonly argument?: RegExp;
  readonly kind: 'server' | 'reload';
}

/** What its authors do not mean for production, and what restarts a program when its files change. */
const SERVERS: readonly Server[] = [
  { program: /^flask$/, argument: /^run$/, kind: 'server' },
  { program: /^(?:manage\.py|django-admin(?:\.py)?)$/, argument: /^runserver(?:_plus)?$/, kind: 'server' },
  { program: /^artisan$/, argument: /^serve$/, kind: 'server' },
  { program: /^fastapi$/, argument: /^dev$/, kind: 'reload' },
  { program: /^(?:next|nuxt|nuxi|astro|remix)$/, argument: /^dev$/, kind: 'server' },
  { program: /^(?:uvicorn|gunicorn|hypercorn|granian|sanic)$/, argument: /^--(?:auto-)?reload$/, kind: 'reload' },
  { program: /^(?:nodemon|ts-node-dev|tsnd|node-dev|watchmedo|reflex)$/, kind: 'reload' },
  { program: /^(?:node|tsx|bun|deno)$/, argument: /^(?:--watch|--hot|watch)$/, kind: 'reload' },
  { program: /^dotnet$/, argument: /^watch$/, kind: 'reload' },
  { program: /^cargo$/, argument: /^watch$/, kind: 'reload' },
];
/** `rails server` is one in the mode that it is told to be in. */
const RAILS = /^rails$/;

export default defineRule({
  id: 'dev-server-in-production',
  summary: 'Serve with a server that is made for it, not with the one for development',
  category: 'runtime',
  severity: 'warning',
  applies: 'shipped',

  messages: {
    server: '`{server}` starts a development server, which is neither safe nor fast enough for others to use.',
    reload:
      '`{server}` watches the source and restarts at every change, which costs memory and never happens in an image.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const stage of dockerfile.stages) {
      const started = ownStart(stage);
      if (started === undefined || isForDevelopment(stage) || isNamedDevelopment(started.words)) continue;
      const found = serverIn(started.words, stage, context);
      if (found !== undefined) report(found.kind, { at: started.at, data: { server: found.written } });
    }
  },
});

/** True for scripts that say what they are for: `npm run dev`. */
function isNamedDevelopment(words: readonly string[]): boolean {
  const isRunner = /^(?:npm|yarn|pnpm|bun|composer|make|rake|just|task)$/.test(words[0] ?? '');
  return isRunner && words.some(word => /(?:^|[:-])(?:dev|develop|development|watch)(?:$|[:-])/.test(word));
}

function serverIn(words: readonly string[], stage: Stage, context: BuildContext | undefined) {
  const path = context && copiedManifest(stage, context, 'package.json');
  const manifest = context === undefined || path === undefined ? undefined : readPackageJson(context, path);
  for (const command of behindRunner(words, manifest) ?? []) {
    const [program = '', ...args] = phpScript(behindLaunchers(command));
    const isRails =
      RAILS.test(program) &&
      /^s(?:erver)?$/.test(args[0] ?? '') &&
      /-e(?:nvironment)?[ =]development/.test(args.join(' '));
    if (isRails) return { kind: 'server', written: `rails ${args.join(' ')}` } as const;
    for (const { program: name, argument, kind } of SERVERS) {
      const at = argument === undefined ? -1 : args.findIndex(word => argument.test(word));
      if (!name.test(program) || (argument !== undefined && at === -1)) continue;
      return { kind, written: `${program} ${args[at] ?? ''}`.trim() };
    }
  }
  return undefined;
}

/** `php artisan serve` is a script's command. */
function phpScript(words: readonly string[]): readonly string[] {
  return words[0] === 'php' ? words.slice(1) : words;
}
