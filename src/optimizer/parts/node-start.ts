import { readPackageJson } from '../../context/manifests/package-json.ts';
import type { Evidence } from '../plan.ts';
import { type Project, seenAt, seenIn } from '../project.ts';
import { lastOf, ownArgv } from './start.ts';

/** Programs that serve a project under development. */
const DEVELOPMENT =
  /^(?:nodemon|ts-node(?:-dev)?|tsx|vite|react-scripts|ng|vue-cli-service|webpack-dev-server|webpack|parcel|gatsby|nuxt|astro|svelte-kit|concurrently|turbo|nx)$/;
const RUNNERS = new Set(['npm', 'yarn', 'pnpm', 'bun']);

export interface NodeStart {
  /** What Node.js is given, after `node`; undefined where the start is not known to be Node.js alone. */
  readonly argv: readonly string[] | undefined;
  /** True where a package manager stands in front of it. */
  readonly viaRunner: string | undefined;
  /** The development server that it is, if it is one. */
  readonly development: string | undefined;
  /** The program behind the runner: `node`, `next`, `serve`… */
  readonly program: string | undefined;
  readonly words: readonly string[];
  readonly evidence: Evidence;
}

/** What the image starts, seen through `npm start` and its like; undefined where it starts nothing that is known. */
export function nodeStart(project: Project): NodeStart | undefined {
  const start = lastOf(project.final, 'CMD') ?? lastOf(project.final, 'ENTRYPOINT');
  const argv = ownArgv(project.final);
  if (start === undefined || argv === undefined || argv[0] === undefined) return undefined;
  const own = seenAt(project, start);
  const name = scriptName(argv);
  if (name === undefined) return facts(argv, undefined, own);
  const manifest = readPackageJson(project.context, 'package.json');
  const script = manifest?.scripts.get(name);
  const evidence = seenIn(project.context, 'package.json', `"${name}"`);
  if (manifest === undefined || script === undefined)
    return {
      argv: undefined,
      viaRunner: argv[0],
      development: undefined,
      program: undefined,
      words: [],
      evidence: own,
    };
  const isPlain = !/[;&|<>$`*?()~=]/.test(script);
  const hooks = manifest.scripts.has(`pre${name}`) || manifest.scripts.has(`post${name}`);
  const words = script.trim().split(/\s+/);
  const seen = facts(words, argv[0], evidence);
  return isPlain && !hooks ? seen : { ...seen, argv: undefined };
}

function scriptName(argv: readonly string[]): string | undefined {
  const [runner = '', verb, name] = argv;
  if (!RUNNERS.has(runner) || verb === undefined) return undefined;
  if (verb === 'run' || verb === 'run-script') return name;
  return verb === 'start' || runner !== 'npm' ? verb : undefined;
}

function facts(words: readonly string[], viaRunner: string | undefined, evidence: Evidence): NodeStart {
  const [first = '', ...rest] = words;
  const program = first === 'npx' ? (rest.find(word => !word.startsWith('-')) ?? '') : first.replace(/^.*\//, '');
  const isNode = program === 'node';
  const bareFile = viaRunner === undefined && /\.[cm]?js$/.test(first);
  const serves =
    program === 'next'
      ? rest.includes('dev')
      : DEVELOPMENT.test(program) && !(program === 'vite' && rest.includes('preview'));
  return {
    argv: isNode ? rest : bareFile ? words : undefined,
    viaRunner,
    development: serves ? program : undefined,
    program,
    words,
    evidence,
  };
}
