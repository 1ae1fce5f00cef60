import type { CopyInstruction, Instruction, Stage, Word } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { originOf, type Origin } from '../../images/copy-origin.ts';
import type { ImageFacts } from '../../images/image-facts.ts';
import { stateAt } from '../../images/state.ts';
import { pythonFolders } from '../../shell/python-folders.ts';
import { withoutTrailing } from '../../text/endings.ts';
import { memoMap } from '../../text/memo-map.ts';

/** Where pip puts packages for one minor. */
const PACKAGES = /\/lib\/python(\d+\.\d+)(?:\/(?:site|dist)-packages)?\/?$/;
const PATHS = /^(?:PYTHONPATH|PYTHONHOME|PYTHONUSERBASE)$/;
const VENV = /(?:^|\/)\.?venv\/?$/;

export default defineRule({
  id: 'python-minor-mismatch',
  summary: 'Copy Python packages only to the minor version that they were installed for',
  category: 'correctness',
  severity: 'error',
  applies: 'any',

  messages: {
    folder: '`{path}` is for Python {minor}, and this stage runs {own}, which does not look there.',
    source: '`{path}` is not there: the stage `{from}` has Python {minor}.',
    venv: '`{path}` was made by Python {minor}, and this stage runs {own}, which does not look into its packages.',
    layout: "Debian's Python looks into dist-packages, and no PYTHONPATH names `{path}`.",
  },

  check({ instructions }, report) {
    for (const copy of instructions) {
      const { stage } = copy;
      const origin = copy.keyword === 'COPY' ? originOf(copy) : undefined;
      const facts = stateAt(copy)?.facts;
      if (copy.keyword !== 'COPY' || origin === undefined || stage === undefined) continue;
      const [own, minor] = [facts && pythonMinor(facts), pythonMinor(origin.facts)];
      for (const word of copy.sources) {
        const path = expand(copy, word).value ?? '';
        const target = targetOf(copy);
        const [, written] = PACKAGES.exec(target?.path ?? '') ?? [];
        const [, there] = PACKAGES.exec(path) ?? [];
        const isListed = target !== undefined && isOnPath(stage, target.path);
        if (there !== undefined && minor !== undefined && there !== minor && path.startsWith('/usr/local/')) {
          report('source', { at: word.span, data: { path, minor, from: origin.name } });
        } else if (target !== undefined && written !== undefined && own !== undefined && written !== own && !isListed) {
          report('folder', { at: target.word.span, data: { path: target.path, minor: written, own } });
        } else if (
          own !== undefined &&
          minor !== undefined &&
          own !== minor &&
          isMadeForMinor(path, origin) &&
          !isListed
        ) {
          report('venv', { at: word.span, data: { path, minor, own } });
        } else if (
          target !== undefined &&
          !isListed &&
          isDebianPython(facts) &&
          /^\/usr\/local\/lib\/.*\/site-packages\/?$/.test(target.path)
        ) {
          report('layout', { at: target.word.span, data: { path: target.path } });
        }
      }
    }
  },
});

/** The minor of an image's own Python, where a tag or the distribution fixes it. */
function pythonMinor({ tag }: ImageFacts): string | undefined {
  return tag.language === 'python' && !tag.floating ? tag.minor : undefined;
}

/** True where a variable tells Python to look into what is copied, or hangs on something that is not seen. */
function isOnPath(stage: Stage, path: string): boolean {
  const values = listed.get(stage) ?? pathValues(stage);
  listed.set(stage, values);
  return values.some(value => value.includes(withoutTrailing(path, '/')) || /\$\{?(?!PYTHONPATH)/.test(value));
}

const listed = memoMap<Stage, readonly string[]>();

function pathValues({ instructions }: Stage): readonly string[] {
  const pairs = instructions.flatMap(one => (one.keyword === 'ENV' ? one.pairs : []));
  return [...new Set(pairs.flatMap(({ key, value }) => (PATHS.test(key.text) ? value.text : [])))];
}

function targetOf(copy: CopyInstruction): { readonly path: string; readonly word: Word } | undefined {
  const { destination } = copy;
  const path = destination && expand(copy, destination).value;
  return destination === undefined || path === undefined ? undefined : { path, word: destination };
}

/** True for a folder that the origin made for its own minor, or that has the name of a virtual environment. */
function isMadeForMinor(path: string, { instructions }: Origin): boolean {
  const folders = made.get(instructions) ?? pythonFolders(instructions);
  made.set(instructions, folders);
  const folder = withoutTrailing(path, '/');
  // What others make may be for a Python that they brought themselves.
  if (folders === 'unknown') return false;
  return folders.has(folder) || VENV.test(folder) || (folders.has('~/.local') && folder.endsWith('/.local'));
}

const made = memoMap<readonly Instruction[], ReadonlySet<string> | 'unknown'>();

function isDebianPython(facts: ImageFacts | undefined): boolean {
  return facts?.tag.name.startsWith('gcr.io/distroless/python3') === true;
}
