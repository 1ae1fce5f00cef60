import { readPackageJson } from '../../context/manifests/package-json.ts';
import type { Refusal } from '../plan.ts';
import { scan } from '../source-scan.ts';
import { type Project, seenAt, seenIn } from '../project.ts';
import { refusal } from '../recipe.ts';
import { isWorkspace } from './node-workspace.ts';
import { needsPackages } from './node-install.ts';
import type { NodeStart } from './node-start.ts';
import { resourcesRead } from './resources.ts';

/** What the final stage takes from a built Node.js project. */
export interface NodeOutputs {
  readonly artefacts: readonly {
    readonly from: string;
    readonly to: string;
    /** True where the framework itself writes there as it runs. */
    readonly isWritten?: boolean;
  }[];
  readonly resources: readonly string[];
  /** Next.js's own output with a server of its own. */
  readonly standalone: boolean;
  /** True where a development dependency is needed to run. */
  readonly wantsDevelopment?: boolean;
}

const NEXT_CONFIGS = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs'];

export function nodeOutputs(project: Project, start: NodeStart | undefined, workdir: string): NodeOutputs | Refusal {
  const { context } = project;
  const manifest = readPackageJson(context, 'package.json');
  const isNext = start?.program === 'next' || start?.argv?.some(word => /(?:^|\/)node_modules\/next\//.test(word));
  if (manifest?.dependencies.has('next') === true && start !== undefined && isNext === true)
    return nextOutputs(project, start, workdir);
  if (isWorkspace(project)) return { artefacts: [{ from: workdir, to: './' }], resources: [], standalone: false };
  const word = (start?.argv ?? []).find(each => !each.startsWith('-'));
  const entry = word?.startsWith(`${workdir}/`) === true ? word.slice(workdir.length + 1) : word?.replace(/^\.\//, '');
  const folder = entry?.split('/')[0];
  if (entry === undefined || folder === undefined) {
    return refusal('T1', 'Which file of the build is started is not known.', {
      hazard: 21,
      evidence: start === undefined ? [seenAt(project, project.final.stage.from)] : [start.evidence],
      remedy: 'Start it with CMD ["node", "dist/main.js"].',
    });
  }
  const packages = manifest !== undefined && needsPackages(manifest) ? ['node_modules'] : [];
  const shared = ['package.json', ...packages].map(name => ({ from: `${workdir}/${name}`, to: `./${name}` }));
  const isSource = folder === 'node_modules' || context.files().some(file => file.startsWith(`${folder}/`));
  const data = dataFolders(project);
  if (folder.includes('.') || isSource || data === undefined || !readsAreKnown(project)) {
    return { artefacts: [{ from: workdir, to: './' }], resources: [], standalone: false };
  }
  const read = resourcesRead(project, 'node', workdir);
  return {
    artefacts: [...shared, { from: `${workdir}/${folder}`, to: `./${folder}` }],
    resources: [...new Set([...read, ...data])]
      .filter((path, _, all) => !all.some(other => path.startsWith(`${other}/`)))
      .toSorted(),
    standalone: false,
  };
}

/** What a build reads and the program does not: source, tools' settings, documents, tests. */
const FOR_BUILDING =
  /\.(?:[cm]?[jt]sx?|map|vue|svelte|css|s[ac]ss|less|md|mdx|lock|lockb|sh|iml)$|(?:^|\/)(?:\.(?!env)[^/]*|Dockerfile[^/]*|[^/]*\.[Dd]ockerfile|(?:docker-)?compose[^/]*|Makefile|Procfile|LICEN[CS]E[^/]*|CODEOWNERS|package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-(?:lock|workspace)\.yaml|[jt]sconfig[^/]*\.json|nest-cli\.json|nodemon\.json|tslint\.json|(?:turbo|nx|project|lerna|renovate|vercel|fly|netlify|app|components|biome|deno)\.(?:jsonc?|toml)|(?:fly|railway|render|cloudbuild)\.(?:toml|ya?ml|json))$|^(?:\.[^/]+|docs?|tests?|__tests__|e2e|test|spec|coverage|scripts?|k8s|helm|charts?|terraform|deploy(?:ment)?|infra|prisma|node_modules|dist|build)\//;
/** More folders than this are copied with the rest. */
const MOST_FOLDERS = 3;

/** Folders and files beside the source that frameworks read by their own rules; undefined where there are many, or they are among it. */
function dataFolders({ context }: Project): readonly string[] | undefined {
  const files = context.files().filter(file => !FOR_BUILDING.test(file) && context.stat(file)?.kind === 'file');
  const tops = [...new Set(files.map(file => file.split('/')[0] ?? file))];
  const isAmongSource = tops.some(top => /^(?:src|app|lib|server|source|\.env.*)$/.test(top));
  const schema = context.read('prisma/schema.prisma') ?? '';
  const isGeneratedApart = /^[ \t]*output[ \t]*=/m.test(schema) && !/node_modules/.test(schema);
  return isAmongSource || isGeneratedApart || tops.length > MOST_FOLDERS ? undefined : tops;
}

/** True where every file that the source reads is named in it, or taken to be of no concern. */
function readsAreKnown({ context, options }: Project): boolean {
  return (
    options.assume.includes(21) ||
    scan(context, 'node')
      .of('reads')
      .every(({ detail, text }) => (detail !== undefined && !detail.startsWith('..')) || /dotenv/.test(text))
  );
}

/** True where Next.js makes a server of its own with all that it needs. */
export function isNextStandalone({ context }: Project): boolean {
  return NEXT_CONFIGS.some(path => /output\s*:\s*['"]standalone['"]/.test(context.read(path) ?? ''));
}

function nextOutputs(project: Project, start: NodeStart, workdir: string): NodeOutputs | Refusal {
  const { context } = project;
  const config = NEXT_CONFIGS.find(path => context.stat(path) !== undefined);
  const text = config === undefined ? '' : (context.read(config) ?? '');
  const publicFolder = context.files().some(file => file.startsWith('public/'))
    ? [{ from: `${workdir}/public`, to: './public' }]
    : [];
  if (isNextStandalone(project)) {
    if (start.words.some(word => /^(?:-p|--port|-H|--hostname)/.test(word)))
      return refusal('T1', '`next start` is given a port or host, which server.js reads from variables.', {
        hazard: 6,
        evidence: [start.evidence],
        remedy: 'Set PORT and HOSTNAME with ENV.',
      });
    return {
      artefacts: [
        { from: `${workdir}/.next/standalone`, to: './', isWritten: true },
        { from: `${workdir}/.next/static`, to: './.next/static', isWritten: true },
        ...publicFolder,
      ],
      resources: [],
      standalone: true,
    };
  }
  if (config !== undefined && /output\s*:\s*['"]export['"]/.test(text))
    return refusal('T1', 'The build exports files; `next start` does not serve them.', {
      hazard: 27,
      evidence: [seenIn(context, config, 'output')],
    });
  const manifest = readPackageJson(context, 'package.json');
  // next start compiles a configuration in TypeScript: https://github.com/vercel/next.js/issues/81798
  const wantsDevelopment = config?.endsWith('.ts') === true && manifest?.dependencies.has('typescript') !== true;
  const hasVariables = context.files().some(file => /^\.env(?:\.|$)/.test(file));
  if (hasVariables || /(?:from|import|require)\s?\(?\s?['"]\.{1,2}\//.test(text))
    return {
      artefacts: [{ from: workdir, to: './', isWritten: true }],
      resources: [],
      standalone: false,
      wantsDevelopment,
    };
  const types =
    config?.endsWith('.ts') === true && context.stat('tsconfig.json') !== undefined ? ['tsconfig.json'] : [];
  const names = ['package.json', 'node_modules', '.next', ...(config === undefined ? [] : [config]), ...types];
  return {
    artefacts: [
      ...names.map(name => ({ from: `${workdir}/${name}`, to: `./${name}`, isWritten: name === '.next' })),
      ...publicFolder,
    ],
    resources: [],
    standalone: false,
    wantsDevelopment,
  };
}
