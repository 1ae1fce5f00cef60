import { describe, expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import { deploymentOverrides } from '../../src/context/sources/deployments.ts';
import type { Language } from '../../src/context/sources/languages.ts';
import { scanSources } from '../../src/context/sources/scan-sources.ts';

/** One line of source, and the facts that it tells, as `kind detail`. */
type Row = readonly [line: string, facts: readonly string[]];

const LINES: Readonly<Record<Language, { readonly file: string; readonly rows: readonly Row[] }>> = {
  python: {
    file: 'app/main.py',
    rows: [
      ['subprocess.run(["ffmpeg", "-i", path])', ['spawns ffmpeg']],
      ["subprocess.check_output('git rev-parse HEAD', shell=True)", ['shell', 'spawns git']],
      ['subprocess.Popen(command)', ['spawns']],
      ['os.system("ls")', ['shell ls']],
      ['# os.system("ls")', []],
      ['with open("data/out.csv", "w") as f:', ['writes data/out.csv']],
      ["with open('config/app.yaml') as f:", ['reads config/app.yaml']],
      ['with open("x.bin", "rb") as f:', ['reads x.bin']],
      ['app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///app.db"', ['writes app.db']],
      ['return render_template("index.html", items=items)', ['reads index.html']],
      ['templates = Jinja2Templates(directory="templates")', ['reads templates']],
      ['from importlib.metadata import version', ['imports importlib', 'metadata']],
      ['import magic', ['imports magic']],
      ['lib = ctypes.util.find_library("gdal")', ['loads-library gdal']],
      ['port = int(os.environ.get("PORT", 8080))', ['environment PORT']],
      ['a, b = os.environ["A"], os.environ["B"]', ['environment A', 'environment B']],
      ['cache = Path.home() / ".cache"', ['home']],
      ['locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")', ['locale de_DE.UTF-8']],
      ['tz = ZoneInfo("US/Eastern")', ['locale US/Eastern']],
      ['reopen(x); print("open the door")', []],
    ],
  },
  node: {
    file: 'src/server.ts',
    rows: [
      ["import express from 'express';", ['imports express']],
      ["import 'source-map-support/register';", ['imports source-map-support']],
      ["const x = require('@acme/lib/deep');", ['imports @acme/lib']],
      ["import { a } from './local';", []],
      ["import { spawn } from 'node:child_process';", ['spawns']],
      ["spawn('convert', ['a.png'])", ['spawns convert']],
      ['execSync(`git rev-parse HEAD`)', ['shell git']],
      ["fs.writeFileSync('uploads/x', data)", ['writes uploads/x']],
      ["fs.readFileSync('views/mail.html')", ['reads views/mail.html']],
      ["app.use(express.static('public'));", ['reads public']],
      ["app.use(express.static(path.join(__dirname, 'public')));", ['reads', 'reads public']],
      ["const pkg = require('../package.json');", ['metadata package.json']],
      ['process.env.npm_package_version', ['metadata npm_package_version', 'environment npm_package_version']],
      ['const url = import.meta.env.VITE_API_URL;', ['build-variable VITE_API_URL']],
      ['app.listen(process.env.PORT || 3000);', ['environment PORT']],
      ['const plugin = require(name);', ['plugins']],
      ['// spawn("x")', []],
      ['const match = pattern.exec(text);', []],
    ],
  },
  go: {
    file: 'cmd/app/main.go',
    rows: [
      ['import "C"', ['native C']],
      ['\t_ "github.com/mattn/go-sqlite3"', ['native github.com/mattn/go-sqlite3']],
      ['cmd := exec.Command("git", "log")', ['spawns git']],
      ['cmd := exec.CommandContext(ctx, "ffmpeg")', ['spawns ffmpeg']],
      ['t := template.Must(template.ParseFiles("templates/a.html"))', ['reads templates/a.html']],
      ['http.Handle("/", http.FileServer(http.Dir("./static")))', ['reads ./static']],
      ['os.WriteFile("out.txt", data, 0o644)', ['writes out.txt']],
      ['port := os.Getenv("PORT")', ['environment PORT']],
      ['loc, err := time.LoadLocation("Europe/Berlin")', ['locale Europe/Berlin']],
      ['//go:embed templates/*', []],
    ],
  },
  rust: {
    file: 'src/main.rs',
    rows: [
      ['let out = Command::new("git").output()?;', ['spawns git']],
      ['let file = File::create("log.txt")?;', ['writes log.txt']],
      ['let text = fs::read_to_string("config.toml")?;', ['reads config.toml']],
      ['App::new().service(Files::new("/static", "./static"))', ['reads ./static']],
      ['let port = env::var("PORT")?;', ['environment PORT']],
      ['include_str!("a.sql")', []],
    ],
  },
  java: {
    file: 'src/main/java/App.java',
    rows: [
      ['Runtime.getRuntime().exec("git status");', ['spawns git']],
      ['new ProcessBuilder("ffmpeg", "-i").start();', ['spawns ffmpeg']],
      ['String url = "jdbc:h2:file:./data/db";', ['writes ./data/db']],
      ['System.loadLibrary("opencv");', ['loads-library opencv']],
      ['var zone = ZoneId.systemDefault();', ['locale']],
      ['import java.awt.Font;', ['native java.awt']],
    ],
  },
  csharp: {
    file: 'src/Program.cs',
    rows: [
      ['Process.Start("wkhtmltopdf", args);', ['spawns wkhtmltopdf']],
      ['File.WriteAllText("log.txt", text);', ['writes log.txt']],
      ['using System.Drawing;', ['native System.Drawing']],
      ['[DllImport("libpq")]', ['loads-library libpq']],
      ['var culture = new CultureInfo("de-DE");', ['locale de-DE']],
    ],
  },
  ruby: {
    file: 'app/job.rb',
    rows: [
      ['system("convert", path)', ['spawns convert']],
      ['out = `git log`', ['shell git']],
      ['Open3.capture2("pandoc")', ['spawns pandoc']],
      ['File.write("tmp/x", data)', ['writes tmp/x']],
      ['ENV.fetch("PORT", 3000)', ['environment PORT']],
      ['config.time_zone = "Berlin"', ['locale Berlin']],
    ],
  },
  php: {
    file: 'src/Job.php',
    rows: [
      ["$out = shell_exec('ffmpeg -i x');", ['shell ffmpeg']],
      ["file_put_contents('var/log.txt', $x);", ['writes var/log.txt']],
      ["$key = getenv('APP_KEY');", ['environment APP_KEY']],
      ['$statement->exec("SELECT 1");', []],
    ],
  },
  elixir: {
    file: 'lib/app.ex',
    rows: [
      ['System.cmd("git", ["log"])', ['spawns git']],
      ['File.write!("priv/out", data)', ['writes priv/out']],
      ['port = System.get_env("PORT")', ['environment PORT']],
    ],
  },
  c: {
    file: 'src/main.c',
    rows: [
      ['system("ls -l");', ['shell ls']],
      ['FILE *f = fopen("out.log", "w");', ['writes out.log']],
      ['FILE *f = fopen("in.txt", "r");', ['reads in.txt']],
      ['void *lib = dlopen("libfoo.so", RTLD_NOW);', ['loads-library libfoo.so']],
      ['filesystem(x);', []],
    ],
  },
};

describe.each(Object.entries(LINES))('%s', (name, { file, rows }) => {
  it.each(rows)('%s', (line, expected) => {
    const language = Object.keys(LINES).find((key): key is Language => key === name) ?? 'c';
    const { facts } = scanSources(memoryContext({ [file]: `\n${line}\n` }), language);
    const found = facts.map(({ kind, detail }) => (detail === undefined ? kind : `${kind} ${detail}`));
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(new Set(facts.map(fact => `${fact.file}:${fact.line}`)).size).toBe(expected.length > 0 ? 1 : 0);
  });
});

describe('which files are looked through', () => {
  const line = 'subprocess.run(["git"])';
  const scanned = (files: Readonly<Record<string, string>>): string[] =>
    scanSources(memoryContext(files), 'python').facts.map(({ file }) => file);

  it('neither tests nor what is vendored, made or ignored', () => {
    const files = {
      '.dockerignore': 'ignored',
      'app.py': line,
      'tests/test_app.py': line,
      'app_test.py': line,
      'ignored/a.py': line,
      '.venv/lib/a.py': line,
      'build/a.py': line,
      'notes.txt': line,
      'bin/run.py': line,
    };
    expect(scanned(files)).toEqual(['app.py', 'bin/run.py']);
  });

  it('tests too where they are asked for, and only some kinds', () => {
    const context = memoryContext({ 'tests/test_a.py': `${line}\nimport os\n` });
    expect(scanSources(context, 'python', { tests: true, kinds: ['spawns'] }).facts).toEqual([
      { kind: 'spawns', file: 'tests/test_a.py', line: 1, text: line, detail: 'git' },
    ]);
  });

  it('only those below a folder', () => {
    const context = memoryContext({ 'build/svc/a.py': line, 'b.py': line });
    expect(scanSources(context, 'python', { folder: 'build/svc' }).facts.map(({ file }) => file)).toEqual([
      'build/svc/a.py',
    ]);
  });
});

describe('settings', () => {
  const SETTINGS: readonly (readonly [language: Language, file: string, text: string, facts: readonly string[]])[] = [
    ['java', 'src/main/resources/application.properties', 'logging.file.name=logs/app.log', ['logs/app.log']],
    ['java', 'src/main/resources/application.properties', '# logging.file.name=logs/app.log', []],
    ['java', 'src/main/resources/application.properties', 'spring.datasource.url=jdbc:h2:mem:test', []],
    ['java', 'src/main/resources/application.yml', '  url: jdbc:h2:file:./data/db', ['./data/db']],
    ['java', 'src/main/resources/logback.xml', '<file>app.log</file>', ['app.log']],
    ['java', 'server.yml', '    currentLogFilename: ./logs/a.log', ['undefined']],
    ['csharp', 'appsettings.json', '"Args": { "path": "logs/app.log" }', ['logs/app.log']],
    ['csharp', 'appsettings.json', '"Default": "Data Source=app.db"', ['app.db']],
    ['csharp', 'package.json', '"path": "logs/app.log"', []],
  ];

  it.each(SETTINGS)('of %s: %s, %s', (language, file, text, expected) => {
    const { facts, files } = scanSources(memoryContext({ [file]: text }), language);
    expect(facts.map(({ detail }) => String(detail))).toEqual(expected);
    expect(files).toBe(0);
  });
});

describe('what it could not see', () => {
  it('more than the budget', () => {
    const context = memoryContext({ 'a.py': 'x = 1\n'.repeat(10), 'b.py': 'y = 2\n'.repeat(10) });
    expect(scanSources(context, 'python', { budget: 60 })).toEqual({
      facts: [],
      files: 1,
      truncated: true,
      unread: [],
    });
    expect(scanSources(context, 'python').truncated).toBe(false);
  });

  it('files that are too large, binary or on one line', () => {
    const context = memoryContext({
      'big.js': { size: 2e6 },
      'bin.js': '\0',
      'min.js': `x;${'y'.repeat(3000)}`,
      'ok.js': 'x',
    });
    expect(scanSources(context, 'node').unread).toEqual(['big.js', 'bin.js', 'min.js']);
  });
});

describe('deployments', () => {
  it('of compose, kept out of the image or not', () => {
    const text =
      'services:\n  web: &web\n    build:\n      context: .\n      target: dev\n    command: npm run dev\n  # db\n  db:\n    image: postgres\n    user: "999"\nvolumes:\n  command:\n';
    const context = memoryContext({ '.dockerignore': '*', 'docker-compose.yml': text });
    expect(deploymentOverrides(context)).toEqual([
      { file: 'docker-compose.yml', line: 5, key: 'target', service: 'web', text: 'target: dev' },
      { file: 'docker-compose.yml', line: 6, key: 'command', service: 'web', text: 'command: npm run dev' },
      { file: 'docker-compose.yml', line: 10, key: 'user', service: 'db', text: 'user: "999"' },
    ]);
  });

  it('of Kubernetes', () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          command: ["sh", "-c", "x"]\n          livenessProbe:\n            exec:\n';
    const context = memoryContext({
      'k8s/web.yaml': text,
      'k8s/config.yaml': 'kind: ConfigMap\ndata:\n  command: x\n',
    });
    expect(deploymentOverrides(context).map(({ file, line, key }) => [file, line, key])).toEqual([
      ['k8s/web.yaml', 8, 'command'],
      ['k8s/web.yaml', 10, 'exec'],
    ]);
  });
});
