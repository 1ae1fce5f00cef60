import { type PackageJson, readPackageJson } from '../../context/manifests/package-json.ts';
import type { Evidence } from '../plan.ts';
import { configurationOf } from '../configuration.ts';
import { startScripts } from '../hazards/starting.ts';
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
  /** False where a shell is needed for it, or scripts run before and after. */
  readonly isPlain: boolean;
  readonly evidence: Evidence;
}

/** What the image starts, seen through `npm start` and its like; undefined where it starts nothing that is known. */
export function nodeStart(project: Project): NodeStart | undefined {
  const start = lastOf(project.final, 'CMD') ?? lastOf(project.final, 'ENTRYPOINT');
  const argv = ownArgv(project.final);
  if (start === undefined || argv === undefined || argv[0] === undefined) return undefined;
  return behind(project, argv, facts(argv, undefined, seenAt(project, start)), MOST_SCRIPTS);
}

/** Scripts that start scripts are followed this far. */
const MOST_SCRIPTS = 5;

/** What a start comes to that may be a script of package.json. */
function behind(project: Project, argv: readonly string[], seen: NodeStart, left: number): NodeStart {
  const name = scriptName(argv);
  if (name === undefined) return seen;
  const viaRunner = seen.viaRunner ?? argv[0];
  const unknown = { ...seen, argv: undefined, viaRunner, isPlain: false };
  const manifest = readPackageJson(project.context, 'package.json');
  const script = manifest?.scripts.get(name);
  const isElsewhere = argv.some(word => /^(?:-w|-F|-C|--(?:workspaces?|filter|prefix|cwd|dir))(?:=|$)/.test(word));
  if (isElsewhere) return inMember(project, argv, name, unknown);
  if (manifest === undefined || script === undefined || left === 0)
    return { ...unknown, development: undefined, program: undefined, words: [] };
  const words = script.trim().split(/\s+/);
  const own = facts(words, viaRunner, seenIn(project.context, 'package.json', `"${name}"`));
  if (!isPlainScript(manifest, name, script)) return { ...own, isPlain: false, argv: undefined };
  return behind(project, words, own, left - 1);
}

/** `npm start --workspace packages/api`: what the member's script starts, from a folder that is another one. */
function inMember(project: Project, argv: readonly string[], name: string, unknown: NodeStart): NodeStart {
  const nothing = { ...unknown, development: undefined, program: undefined, words: [] };
  const at = argv.findIndex(word => /^(?:-w|--workspace)(?:=|$)/.test(word));
  const member = argv[at]?.split('=')[1] ?? argv[at + 1];
  if (at === -1 || member === undefined) return nothing;
  const { context } = project;
  const folder = member.replace(/^\.\//, '').replace(/\/$/, '');
  const path = context
    .files()
    .filter(file => file.endsWith('/package.json') && !file.includes('node_modules/'))
    .find(file => file === `${folder}/package.json` || readPackageJson(context, file)?.name === member);
  const manifest = path === undefined ? undefined : readPackageJson(context, path);
  const script = manifest?.scripts.get(name);
  if (manifest === undefined || script === undefined || path === undefined) return nothing;
  const seen = facts(script.trim().split(/\s+/), unknown.viaRunner, seenIn(context, path, `"${name}"`));
  return { ...seen, argv: undefined, words: [], isPlain: isPlainScript(manifest, name, script) };
}

/** True for a script that a shell does nothing for, with no other one before or after it. */
function isPlainScript({ scripts }: PackageJson, name: string, script: string): boolean {
  return !scripts.has(`pre${name}`) && !scripts.has(`post${name}`) && !/[;&|<>$`*?()~=]/.test(script);
}

/** Words that run a program of node_modules, or a script that may. */
const RUNS_PACKAGES = /\b(?:npx|npm|yarn|pnpm|pnpx|bunx?)\b|node_modules\/\.bin/;

/** True where what is started is seen to be Node.js itself, or a program of a dependency, with nothing before it. */
export function startsProgramAlone(project: Project): boolean {
  const { final, context } = project;
  const start = nodeStart(project);
  const was = configurationOf(final.stage);
  if (startScripts({ before: project, was }).some(({ text }) => RUNS_PACKAGES.test(text))) return false;
  if (start === undefined || start.viaRunner === undefined) {
    const text = [...(was.entrypoint ?? []), ...(was.command ?? [])].join(' ');
    return !RUNS_PACKAGES.test(text);
  }
  const manifest = readPackageJson(context, 'package.json');
  return start.isPlain && (start.program === 'node' || manifest?.dependencies.has(start.program ?? '') === true);
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
    isPlain: true,
    evidence,
  };
}
