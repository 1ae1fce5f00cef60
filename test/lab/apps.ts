import type { OptimizeOptions } from '../../src/optimizer/plan.ts';

/** A fixture app that is built and run before and after. */
export interface App {
  /** Its folder under test/fixtures/apps, unless it is Plimsoll itself. */
  readonly name: string;
  /** The project's own folder and the plain Dockerfile that its own is made from. */
  readonly self?: { readonly dockerfile: string; readonly options: Partial<OptimizeOptions> };
  readonly language: 'Python' | 'Node.js' | 'Go' | 'Rust' | 'Java' | 'C';
  /** The file that a developer edits, and a line that changes nothing. */
  readonly edit: readonly [file: string, line: string];
  /** What is asked of a server; a program without it runs to its end. */
  readonly get?: Request;
  /** Variables that it is run with. */
  readonly env?: Readonly<Record<string, string>>;
  /** What follows the image's name when it is run. */
  readonly args?: readonly string[];
  /** A folder of this project that it sees as /work, and may only read. */
  readonly mount?: string;
}

export interface Request {
  readonly port: number;
  readonly paths: readonly string[];
  /** A regular expression for ids that every build makes anew: they are not compared. */
  readonly made?: string;
}

const flask = (name: string, port: number): App => ({
  name,
  language: 'Python',
  edit: ['app.py', '# edited'],
  get: { port, paths: ['/', '/missing'] },
});

const express = (name: string, file = 'server.js'): App => ({
  name,
  language: 'Node.js',
  edit: [file, '// edited'],
  get: { port: 3000, paths: ['/', '/missing'] },
});

const hello = (name: string, paths: readonly string[] = ['/']): App => ({
  name,
  language: 'Go',
  edit: ['main.go', '// edited'],
  get: { port: 8080, paths },
});

const orders = (name: string): App => ({
  name,
  language: 'Java',
  edit: ['src/main/java/com/example/Main.java', '// edited'],
});

export const APPS: readonly App[] = [
  flask('python-flask-gunicorn', 8000),
  flask('python-entrypoint-script', 8000),
  flask('python-false-multi-stage', 8080),
  flask('python-psycopg2-build', 8000),
  { ...flask('python-own-user', 8000), edit: ['shop.py', '# edited'] },
  express('node-express-npm-start'),
  express('node-multi-fat'),
  express('node-typescript', 'src/main.ts'),
  express('node-no-lock-writes'),
  express('node-own-user'),
  express('node-views', 'src/server.ts'),
  {
    ...express('node-next-standalone', 'app/page.tsx'),
    get: { port: 3000, paths: ['/', '/robots.txt', '/missing'], made: String.raw`(?<=\\")[\w-]{21}(?=\\")` },
  },
  hello('go-http'),
  hello('go-http-slim'),
  { ...hello('go-shell-port'), env: { PORT: '8080' } },
  hello('go-templates', ['/', '/static/style.css']),
  { name: 'go-sqlite-cgo', language: 'Go', edit: ['cmd/app/main.go', '// edited'] },
  { name: 'rust-cli', language: 'Rust', edit: ['src/main.rs', '// edited'] },
  { name: 'rust-postgres', language: 'Rust', edit: ['src/main.rs', '// edited'] },
  orders('java-maven'),
  orders('java-jar-glob'),
  { name: 'c-make-static', language: 'C', edit: ['greet.c', '// edited'] },
  { name: 'c-cmake-curl', language: 'C', edit: ['fetch.c', '// edited'] },
  {
    name: 'plimsoll',
    language: 'Node.js',
    self: { dockerfile: 'test/fixtures/own/Dockerfile', options: { assume: [3, 20, 21, 32] } },
    edit: ['src/cli/main.ts', '// edited'],
    mount: 'test/fixtures/seeds/1-python-naive',
    args: ['--format', 'gnu', '/work/Dockerfile'],
  },
];
