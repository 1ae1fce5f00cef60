import type { Instruction, PairsInstruction } from '../../dockerfile/model.ts';
import { changed, type Entry, kept } from '../draft.ts';
import type { Project } from '../project.ts';

/** Variables that only the running program reads; an install or a build does not change with them. */
const RUNTIME_ONLY =
  /^(?:PYTHONUNBUFFERED|PYTHONDONTWRITEBYTECODE|PYTHONFAULTHANDLER|PYTHONHASHSEED|PYTHONIOENCODING|PORT|HOST|HOSTNAME|BIND|ADDR(?:ESS)?|TZ|LOG_?LEVEL|DEBUG|GUNICORN_\w+|UVICORN_\w+|WEB_CONCURRENCY|FLASK_\w+|STREAMLIT_\w+|DATABASE_URL|REDIS_URL|MONGO\w*|\w+_(?:PORT|HOST|URL|URI|TIMEOUT|WORKERS)|JAVA_TOOL_OPTIONS|JAVA_OPTS|SPRING_\w+|GIN_MODE|ASPNETCORE_\w+|RUST_LOG|RUST_BACKTRACE|TERM)$/;
/** Variables that only an installer or a compiler reads. */
const INSTALLER_ONLY =
  /^(?:PIP_\w+|UV_\w+|POETRY_\w+|PIPENV_\w+|NPM_CONFIG_\w+|npm_config_\w+|YARN_CACHE_FOLDER|DEBIAN_FRONTEND|BUNDLE_JOBS|BUNDLE_RETRY|COMPOSER_\w+|GO111MODULE|CGO_\w+|GO(?:OS|ARCH|AMD64|ARM|ARM64|PROXY|SUMDB|NOSUMDB|PRIVATE|NOPROXY|FLAGS|CACHE|MODCACHE|TOOLCHAIN|BIN)|CARGO_\w+|RUSTFLAGS|RUSTUP_\w+|MAVEN_(?:OPTS|ARGS)|GRADLE_(?:OPTS|USER_HOME)|NUGET_\w+)$/;
/** Variables that switch off the cache which a cache mount keeps. */
const NO_CACHE = /^(?:PIP_NO_CACHE_DIR|UV_NO_CACHE|POETRY_NO_CACHE|POETRY_CACHE_DIR)$/;
/** Variables that have uv install somewhere else than into the virtual environment that is made for it. */
const AIMED = /^UV_(?:SYSTEM_PYTHON|PROJECT_ENVIRONMENT|BREAK_SYSTEM_PACKAGES)$/;

/** An ENV for the stage that builds: what no installer or build reads is left out, as is what would empty the cache mounts. */
export function buildEnvironment({ dockerfile }: Project, env: PairsInstruction): Entry | undefined {
  const used = usedNames(dockerfile, () => true);
  return only(
    dockerfile,
    env,
    name => used(name) || (!RUNTIME_ONLY.test(name) && !NO_CACHE.test(name) && !AIMED.test(name)),
  );
}

/** An ENV for the stage that ships: what only an installer reads is left out. */
export function runtimeEnvironment({ dockerfile }: Project, env: PairsInstruction): Entry | undefined {
  const used = usedNames(dockerfile, ({ keyword }) => keyword !== 'RUN');
  return only(dockerfile, env, name => used(name) || !INSTALLER_ONLY.test(name));
}

/** Whether one of these instructions names a variable. */
function usedNames(
  { instructions }: Project['dockerfile'],
  counts: (instruction: Instruction) => boolean,
): (name: string) => boolean {
  const text = instructions
    .filter(counts)
    .map(({ body }) => body.text)
    .join('\n');
  return name => mentions(text, name);
}

/** The ENV with the pairs whose names pass; undefined where none does. */
function only(
  dockerfile: Project['dockerfile'],
  env: PairsInstruction,
  passes: (name: string) => boolean,
): Entry | undefined {
  const pairs = env.pairs.filter(({ key }) => passes(key.text));
  if (pairs.length === env.pairs.length) return kept(dockerfile, env);
  if (pairs.length === 0) return undefined;
  const keyword = dockerfile.text.slice(env.keywordSpan[0], env.keywordSpan[1]);
  const words = pairs.map(({ span }) => dockerfile.text.slice(span[0], span[1]));
  return changed(dockerfile, env, `${keyword} ${words.join(` ${dockerfile.escape}\n    `)}`);
}

/** True where a text uses a variable in Docker's way. */
export function mentions(text: string, name: string): boolean {
  return new RegExp(`\\$(?:${name}\\b|\\{${name}\\b)`).test(text);
}

/** The names that an ARG declares. */
export function namesOf(instruction: Instruction): readonly string[] {
  return instruction.keyword === 'ARG' ? instruction.declarations.map(({ name }) => name.text) : [];
}

/** Leaves out the ARGs that no later instruction of the stage names; what a RUN reads unseen stays with it. */
export function usedArguments(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ origin }, index) => {
    if (origin?.keyword !== 'ARG') return true;
    const rest = entries
      .slice(index + 1)
      .map(({ text }) => text)
      .join('\n');
    return namesOf(origin).some(name => mentions(rest, name));
  });
}
