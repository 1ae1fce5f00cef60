import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../editors/vscode/package.json' with { type: 'json' };
import { programPath } from './support/run-program.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

// Python unpacks what is packaged; npm's registry has what packages it.
describe.skipIf(!hasPython)('the extension for VS Code, where Python is installed', () => {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-vscode-'));
  const extension = join(root, 'extension');

  /** Packages the extension as it would be published, and unpacks it. */
  beforeAll(() => {
    const source = join(root, 'source');
    const project = join(root, 'project');
    cpSync('editors/vscode', source, {
      recursive: true,
      filter: path => !/node_modules|dist$|server$|\.vsix$/.test(path),
    });
    for (const name of ['package.json', 'LICENSE', 'schema', 'docs/rules'])
      cpSync(name, join(project, name), { recursive: true });
    cpSync(dirname(programPath()), join(project, 'dist'), { recursive: true });
    run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], source);
    run('npm', ['run', 'package'], source, { PLIMSOLL_PROJECT: project });
    run('python3', ['-m', 'zipfile', '-e', join(source, 'plimsoll.vsix'), root], root);
  }, 240_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('holds the bundle, the server and their licences, and no sources', () => {
    expect(readFileSync(join(extension, manifest.main), 'utf8')).toContain('plimsoll.optimizeFile');
    const { stdout } = spawnSync(process.execPath, [join(extension, 'server/dist/cli.cjs'), '--version'], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { stdout: page } = spawnSync(
      process.execPath,
      [join(extension, 'server/dist/cli.cjs'), 'explain', 'DL4000'],
      {
        encoding: 'utf8',
      },
    );
    expect(page).toContain('maintainer-deprecated');
    expect(() => readFileSync(join(extension, 'src/extension.ts'))).toThrow('ENOENT');
  });

  it('registers every command of its manifest, and reads every setting', async () => {
    const registered: string[] = [];
    const settings: string[] = [];
    const program = createRequire(join(extension, manifest.main));
    const editor = fakeEditor(registered, settings);
    const nodeModule = program('node:module') as { _load: (request: string, ...rest: unknown[]) => unknown };
    const load = nodeModule._load;
    nodeModule._load = (request, ...rest) => (request === 'vscode' ? editor : load(request, ...rest));
    try {
      const { activate } = program(join(extension, manifest.main)) as { activate: (context: object) => Promise<void> };
      await activate({ extensionPath: extension, subscriptions: [] });
    } finally {
      nodeModule._load = load;
    }
    expect(registered.toSorted()).toEqual(manifest.contributes.commands.map(({ command }) => command).toSorted());
    expect(settings).toEqual(['plimsoll.enable']);
  });

  it('declares settings that say what they are', () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      expect(name).toMatch(/^plimsoll\./);
      expect(setting.description).toMatch(/\.$/);
    }
  });
});

/** An editor whose user has switched the extension off: everything is there and does nothing. */
function fakeEditor(registered: string[], settings: string[]): unknown {
  const known: Readonly<Record<string, unknown>> = {
    commands: {
      registerCommand(name: string) {
        registered.push(name);
        return { dispose() {} };
      },
    },
    workspace: {
      getConfiguration: (section: string) => ({
        get(key: string) {
          settings.push(`${section}.${key}`);
          return false;
        },
      }),
      onDidChangeConfiguration: () => ({ dispose() {} }),
    },
    languages: { createLanguageStatusItem: () => ({}) },
    window: { createOutputChannel: () => ({}) },
  };
  return new Proxy(class {}, {
    get: (target, name) => known[String(name)] ?? Reflect.get(target, name) ?? fakeClass(),
  });
}

/** What the client library extends and looks into when it is loaded. */
function fakeClass(): unknown {
  return new Proxy(class {}, { get: (target, name) => Reflect.get(target, name) ?? 0 });
}

function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
}
