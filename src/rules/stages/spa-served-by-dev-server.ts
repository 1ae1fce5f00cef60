import { behindRunner, copiedManifest } from '../../context/npm-script.ts';
import type { BuildContext } from '../../context/build-context.ts';
import { readPackageJson } from '../../context/manifests/package-json.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { ownStart } from '../../images/own-start.ts';
import { finalState } from '../../images/state.ts';

/** The development servers of front ends, with the subcommands that start them; `''` is the bare call. */
const SERVERS: Readonly<Record<string, readonly string[]>> = {
  'react-scripts': ['start'],
  'react-app-rewired': ['start'],
  craco: ['start'],
  'vue-cli-service': ['serve'],
  ng: ['serve', 's'],
  vite: ['', 'dev', 'serve'],
  webpack: ['serve', 's'],
  'webpack-dev-server': [''],
  parcel: ['serve'],
  gatsby: ['develop'],
  ember: ['serve', 's', 'server'],
};

export default defineRule({
  id: 'spa-served-by-dev-server',
  summary: 'Build a front end and serve its files, not with its development server',
  category: 'stages',
  severity: 'warning',
  applies: 'shipped',

  messages: {
    server:
      '`{server}` is a development server, which compiles in the container with all that the build needs: the front end is static files once it is built.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const stage of dockerfile.stages) {
      const started = ownStart(stage);
      if (started === undefined || isForDevelopment(stage, started.words)) continue;
      const server = serverIn(started.words, stage, context);
      if (server !== undefined) report('server', { at: started.at, data: { server } });
    }
  },
});

/** True where the image is for those who work on the front end, not for those who use it. */
function isForDevelopment(stage: Stage, words: readonly string[]): boolean {
  const mode = finalState(stage).env('NODE_ENV');
  const isWork = words.some(word => /^(?:dev|develop|development|watch)(?:$|[:-])/.test(word));
  const isNamed =
    stage.name !== undefined && /(?:^|[-_.])(?:dev|devel|development|local|debug|test|e2e)/.test(stage.name);
  return isNamed || mode === 'development' || (isWork && mode !== 'production');
}

/** The development server that a command comes to, as it is written where it stands. */
function serverIn(words: readonly string[], stage: Stage, context: BuildContext | undefined): string | undefined {
  const path = context && copiedManifest(stage, context, 'package.json');
  const manifest = context === undefined || path === undefined ? undefined : readPackageJson(context, path);
  const plain = words[0] === 'npx' ? words.slice(1).filter(word => word !== '--yes' && word !== '-y') : words;
  for (const [first = '', ...rest] of behindRunner(plain, manifest) ?? []) {
    const program = first.slice(first.lastIndexOf('/') + 1);
    const verb = rest[0] === undefined || rest[0].startsWith('-') ? '' : rest[0];
    if (Object.hasOwn(SERVERS, program) && SERVERS[program]?.includes(verb) === true)
      return `${program} ${verb}`.trim();
  }
  return undefined;
}
