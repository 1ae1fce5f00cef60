import type { BuildContext } from '../context/build-context.ts';
import type { Ecosystem } from './ecosystem.ts';
import type { Evidence } from './plan.ts';

/** What a line of source may do that a smaller image or another user could break. */
export type Trait = 'writes' | 'spawns' | 'shell' | 'reads' | 'loads' | 'home' | 'locale' | 'ownManifest';

interface Pattern {
  readonly trait: Trait;
  /** Tried on one line at a time; linear. */
  readonly pattern: RegExp;
}

/** Per ecosystem: file endings and what to look for. The first group, where there is one, is the path or program. */
const PYTHON: readonly Pattern[] = [
  { trait: 'writes', pattern: /\bopen\([^)]*['"][wax]b?\+?['"]/ },
  { trait: 'writes', pattern: /\.(?:write_text|write_bytes|mkdir|touch|to_csv|to_excel|to_parquet|savefig)\(|\bos\.(?:makedirs|mkdir|rename|remove)\(|\bshutil\.(?:copy|move|rmtree)/ },
  { trait: 'writes', pattern: /\b(?:FileHandler|RotatingFileHandler|TimedRotatingFileHandler)\(|sqlite3\.connect\((?!['"]:memory:)|sqlite:\/\/\/(?!:memory:)|(?:file|f)\.save\(|UPLOAD_FOLDER|MEDIA_ROOT|'ENGINE': 'django\.db\.backends\.sqlite3'/ },
  { trait: 'shell', pattern: /\bos\.(?:system|popen)\(|shell\s*=\s*True/ },
  { trait: 'spawns', pattern: /\bsubprocess\.\w+\(\s*\[?\s*f?['"]?([\w./-]*)|\bos\.(?:exec\w+|spawn\w+)\(|\bcreate_subprocess_\w+\(\s*f?['"]?([\w./-]*)|\bpexpect\b|\bsh\.Command\(/ },
  { trait: 'loads', pattern: /\bctypes\.(?:CDLL|cdll|util\.find_library)|find_library\(|\bffi\.dlopen\(/ },
  { trait: 'locale', pattern: /\blocale\.setlocale\(|\bZoneInfo\(|pytz\.timezone\(/ },
  { trait: 'home', pattern: /\bexpanduser\(|Path\.home\(\)/ },
];
const NODE: readonly Pattern[] = [
  { trait: 'writes', pattern: /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|mkdir|mkdirSync|rename|renameSync|copyFile|copyFileSync|unlink|unlinkSync|rmSync)\(|\bmulter\(|diskStorage\(|new (?:sqlite3\.)?Database\((?!['"]:memory:)|better-sqlite3|transports\.File\(|dialect:\s*['"]sqlite/ },
  { trait: 'spawns', pattern: /\b(?:execSync|execFile|execFileSync|spawn|spawnSync|execa)\(\s*[`'"]?([\w./-]*)|child_process|\bexec\(\s*[`'"]([\w./-]*)/ },
  { trait: 'loads', pattern: /\bdlopen\(|ffi-napi|koffi/ },
  { trait: 'home', pattern: /\bhomedir\(\)/ },
  { trait: 'ownManifest', pattern: /npm_package_|require\(['"][./]+package\.json['"]\)|from ['"][./]+package\.json['"]/ },
  { trait: 'reads', pattern: /(?:readFile|readFileSync|createReadStream|sendFile|express\.static|serveStatic|readdirSync|readdir)\(\s*(?:(?:path\.)?(?:join|resolve)\(\s*(?:__dirname|process\.cwd\(\)|import\.meta\.dirname)\s*,\s*)?[`'"]([^`'"]+)|views['"],\s*(?:(?:path\.)?(?:join|resolve)\(\s*__dirname\s*,\s*)?['"]([^'"]+)/ },
];
const GO: readonly Pattern[] = [
  { trait: 'writes', pattern: /\bos\.(?:Create|WriteFile|Mkdir|MkdirAll|OpenFile|Rename|Remove|RemoveAll)\(|ioutil\.WriteFile\(|SaveUploadedFile\(|bolt\.Open\(|badger\.Open\(|leveldb\.OpenFile\(|sql\.Open\("sqlite3?"/ },
  { trait: 'spawns', pattern: /\bexec\.Command(?:Context)?\(\s*(?:\w+,\s*)?"?([\w./-]*)/ },
  { trait: 'loads', pattern: /\bplugin\.Open\(/ },
  { trait: 'home', pattern: /\bos\.UserHomeDir\(|\buser\.Current\(|\buser\.Lookup\(/ },
  { trait: 'locale', pattern: /\btime\.LoadLocation\(/ },
  { trait: 'reads', pattern: /\b(?:ParseFiles|ParseGlob|os\.Open|os\.ReadFile|os\.ReadDir|ioutil\.ReadFile|http\.Dir|LoadHTMLGlob|LoadHTMLFiles|AddConfigPath|SetConfigFile|http\.ServeFile\([^,]+,[^,]+,|r\.Static\([^,]+,|router\.Static\([^,]+,|e\.Static\([^,]+,|StaticFile\([^,]+,)\(?\s*"([^"]+)"|godotenv\.Load\((?:"([^"]*)")?/ },
];
const RUST: readonly Pattern[] = [
  { trait: 'writes', pattern: /\bFile::create|\bfs::(?:write|create_dir|create_dir_all|rename|remove_file|copy)\b|OpenOptions::new|sqlite:\/\/|Connection::open\(|sled::open/ },
  { trait: 'spawns', pattern: /\bCommand::new\(\s*"?([\w./-]*)/ },
  { trait: 'loads', pattern: /\blibloading\b|Library::new\(/ },
  { trait: 'home', pattern: /\bhome_dir\(|dirs::/ },
  { trait: 'reads', pattern: /\b(?:File::open|fs::read|fs::read_to_string|ServeDir::new|NamedFile::open|Files::new\([^,]+,|Tera::new|FileServer::from|dotenv)\(?\s*(?:path!?\()?&?"([^"]+)"/ },
];
const JAVA: readonly Pattern[] = [
  { trait: 'writes', pattern: /new File(?:Output|Writer)\w*\(|Files\.(?:write|createDirectories|createDirectory|copy|move|newBufferedWriter|createFile)\(|jdbc:(?:h2:file|h2:~|h2:\.|sqlite|hsqldb:file|derby)|logging\.file|transferTo\(/ },
  { trait: 'spawns', pattern: /new ProcessBuilder\(\s*"?([\w./-]*)|getRuntime\(\)\.exec\(\s*"?([\w./-]*)/ },
  { trait: 'loads', pattern: /System\.load(?:Library)?\(|com\.sun\.jna/ },
  { trait: 'home', pattern: /"user\.home"/ },
  { trait: 'reads', pattern: /new File(?:InputStream|Reader)?\(\s*"([^"]+)"|Paths?\.(?:get|of)\(\s*"([^"]+)"/ },
];
const DOTNET: readonly Pattern[] = [
  { trait: 'writes', pattern: /\bFile\.(?:Write|Append|Create|Copy|Move|Delete)\w*\(|Directory\.CreateDirectory\(|new FileStream\([^)]*FileMode\.(?:Create|Append|OpenOrCreate)|Data Source=(?!:memory:)[^;"]*\.(?:db|sqlite)|UseSqlite\(|PersistKeysToFileSystem/ },
  { trait: 'spawns', pattern: /\bProcess\.Start\(\s*"?([\w./-]*)|ProcessStartInfo\(\s*"?([\w./-]*)/ },
  { trait: 'loads', pattern: /\bDllImport\("|NativeLibrary\.Load|System\.Drawing|SkiaSharp/ },
];
const C: readonly Pattern[] = [
  { trait: 'writes', pattern: /\bfopen\([^)]*"[wa]|\bofstream\b|\bcreat\(|O_CREAT|\bmkdir\(/ },
  { trait: 'spawns', pattern: /\b(?:system|popen|execvp?|execlp?|posix_spawnp?)\(\s*"?([\w./-]*)/ },
  { trait: 'loads', pattern: /\bdlopen\(/ },
  { trait: 'reads', pattern: /\bfopen\(\s*"([^"]+)",\s*"r|\bifstream\s+\w+\(\s*"([^"]+)"/ },
];
const RUBY: readonly Pattern[] = [
  { trait: 'writes', pattern: /\bFile\.(?:write|open)\([^)]*['"][wa]|FileUtils\.\w+|adapter:\s*sqlite3|Logger\.new\(['"]/ },
  { trait: 'spawns', pattern: /\bOpen3\.|\bIO\.popen\(|\bsystem\(\s*['"]?([\w./-]*)|`[a-z]/ },
];
const PHP: readonly Pattern[] = [{ trait: 'writes', pattern: /\b(?:fopen\([^)]*['"][wa]|file_put_contents\(|move_uploaded_file\(|mkdir\()/ }, { trait: 'spawns', pattern: /\b(?:shell_exec|exec|system|passthru|proc_open)\(/ }];
const ELIXIR: readonly Pattern[] = [{ trait: 'writes', pattern: /\bFile\.(?:write|mkdir|open)/ }, { trait: 'spawns', pattern: /\bSystem\.cmd\(\s*"?([\w./-]*)|Port\.open/ }];

const LANGUAGES: Readonly<Record<Ecosystem, { readonly files: RegExp; readonly patterns: readonly Pattern[] }>> = {
  python: { files: /\.py$|(?:^|\/)settings\.(?:ini|cfg|toml)$/, patterns: PYTHON },
  node: { files: /\.[cm]?[jt]sx?$/, patterns: NODE },
  go: { files: /\.go$/, patterns: GO },
  rust: { files: /\.rs$/, patterns: RUST },
  java: { files: /\.(?:java|kt|scala|groovy)$|(?:^|\/)application[\w-]*\.(?:properties|ya?ml)$|logback[\w-]*\.xml$/, patterns: JAVA },
  dotnet: { files: /\.(?:cs|fs|vb)$|appsettings[\w.]*\.json$/, patterns: DOTNET },
  ruby: { files: /\.(?:rb|ru)$|(?:^|\/)database\.yml$/, patterns: RUBY },
  php: { files: /\.php$/, patterns: PHP },
  elixir: { files: /\.exs?$/, patterns: ELIXIR },
  c: { files: /\.(?:c|cc|cpp|cxx|h|hpp)$/, patterns: C },
  static: { files: /$^/, patterns: [] },
};

/** Tests, examples and what tools make: none of it runs in the image. */
const OUTSIDE = /(?:^|\/)(?:tests?|__tests__|spec|specs|examples?|docs?|node_modules|vendor|target|dist|build|\.venv|venv|testdata|e2e|cypress)\/|(?:_test\.go|\.(?:test|spec)\.[cm]?[jt]sx?|(?:^|\/)test_\w+\.py|(?:^|\/)(?:conftest|setup)\.py|\.config\.[cm]?[jt]s|\.d\.ts)$/;
const MAX_CHARACTERS = 8_000_000;
const MAX_LINE = 1000;

export interface Sighting extends Evidence {
  readonly trait: Trait;
  /** The program or path that the source names, where it names one. */
  readonly subject: string | undefined;
}

export interface Scan {
  readonly sightings: readonly Sighting[];
  readonly filesRead: number;
  /** False where files were too large, too many or unreadable: then nothing is proven by what was not seen. */
  readonly isComplete: boolean;
}

const memo = new WeakMap<BuildContext, Map<Ecosystem, Scan>>();

/** What the source of one ecosystem does, line by line, by simple patterns. Comments count as source: rather one sighting too many. */
export function scan(context: BuildContext, ecosystem: Ecosystem): Scan {
  const scans = memo.get(context) ?? new Map<Ecosystem, Scan>();
  memo.set(context, scans);
  const found = scans.get(ecosystem) ?? scanFresh(context, ecosystem);
  scans.set(ecosystem, found);
  return found;
}

function scanFresh(context: BuildContext, ecosystem: Ecosystem): Scan {
  const { files: wanted, patterns } = LANGUAGES[ecosystem];
  const sightings: Sighting[] = [];
  let characters = 0;
  let filesRead = 0;
  let isComplete = !context.isTruncated();
  for (const file of context.files()) {
    if (!wanted.test(file) || OUTSIDE.test(file)) continue;
    const text = characters > MAX_CHARACTERS ? undefined : context.read(file);
    if (text === undefined) isComplete = false;
    else {
      filesRead++;
      characters += text.length;
      sightings.push(...sightingsIn(file, text, patterns));
    }
  }
  return { sightings, filesRead, isComplete };
}

function sightingsIn(file: string, text: string, patterns: readonly Pattern[]): Sighting[] {
  return text.split('\n').flatMap((line, index) =>
    patterns.flatMap(({ trait, pattern }) => {
      const match = line.length > MAX_LINE ? null : pattern.exec(line);
      if (match === null) return [];
      return [{ trait, subject: match.slice(1).find(group => group !== undefined && group !== ''), file, line: index + 1, text: line.trim().slice(0, 80) }];
    }),
  );
}
