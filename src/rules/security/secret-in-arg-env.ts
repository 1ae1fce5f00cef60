import type { Dockerfile, Instruction, Stage, Word } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { choice } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { isSecretToBuildkit, isSecretToHadolint } from '../../text/peer-secret-names.ts';
import { isLiteralSecret, isWeakPassword, looksRandom, mayNameSecret, namesSecret } from '../../text/secret-names.ts';
import { passwordsInUrls, tokensIn } from '../../text/secret-shapes.ts';

export default defineRule({
  id: 'secret-in-arg-env',
  summary: 'Hand secrets to a build as secret mounts, not as ARG or ENV',
  category: 'security',
  severity: 'warning',
  severities: { named: 'info' },
  applies: 'any',
  aliases: ['DL3064', 'SecretsUsedInArgOrEnv', 'DS-0031'],
  hadolint: 'warning',
  options: {
    judge: choice({
      about: 'What tells a secret: its value, or the name alone by the list of another linter.',
      default: 'value',
      of: ['value', 'buildkit-names', 'hadolint-names'],
    }),
  },
  presetOptions: { buildkit: { judge: 'buildkit-names' }, hadolint: { judge: 'hadolint-names' } },

  messages: {
    token: '`{name}` holds what is a secret by its shape ({kind}): whoever has the file or the image has it too.',
    literal: '`{name}` is set to a literal secret: whoever has the file or the image can read it.',
    named: 'What the build is given as `{name}` stays readable in the history or the configuration of the image.',
  },

  check(dockerfile, report, { judge }) {
    const named = new Set<string>();
    for (const variable of variablesOf(dockerfile)) {
      const { name, nameWord, value } = variable;
      const found = judge === 'value' ? byValue(variable) : byName(judge, variable);
      if (found?.kind === 'token')
        report('token', { at: value?.span ?? nameWord.span, data: { name, kind: found.of } });
      else if (found?.kind === 'literal') report('literal', { at: value?.span ?? nameWord.span, data: { name } });
      else if (found !== undefined) {
        // An ENV that hands on what the ARG was given is one leak, not two.
        const key = `${variable.stage?.index} ${name}`;
        if (judge !== 'value' || !named.has(key)) report('named', { at: nameWord.span, data: { name } });
        named.add(key);
      }
    }
  },
});

interface Variable {
  readonly instruction: Instruction;
  readonly stage: Stage | undefined;
  readonly name: string;
  readonly nameWord: Word;
  readonly value: Word | undefined;
}

function variablesOf({ instructions }: Dockerfile): readonly Variable[] {
  return instructions
    .flatMap(one => (one.keyword === 'ONBUILD' && one.inner !== undefined ? one.inner : one))
    .flatMap((instruction): Variable[] => {
      const { stage } = instruction;
      if (instruction.keyword === 'ARG') {
        return instruction.declarations.map(({ name, value }) => ({
          instruction,
          stage,
          name: name.text,
          nameWord: name,
          value,
        }));
      }
      if (instruction.keyword !== 'ENV') return [];
      return instruction.pairs.map(({ key, value }) => ({ instruction, stage, name: key.text, nameWord: key, value }));
    });
}

type Found = { readonly kind: 'token'; readonly of: string } | { readonly kind: 'literal' | 'named' };

/** In an ENV it is what the program runs with, however poor. */
const PASSWORD = /(?:password|passwd|pwd)$/i;

function byValue({ instruction, stage, name, value }: Variable): Found | undefined {
  const { value: text = '', uses = [] } = value === undefined ? {} : expand(instruction, value);
  const [token] = uses.length === 0 ? tokensIn(text) : [];
  if (token !== undefined) return { kind: 'token', of: token.kind };
  if (uses.length === 0 && passwordsInUrls(text).length > 0) return { kind: 'token', of: 'password in a URL' };

  if (!namesSecret(name)) return mayNameSecret(name) && looksRandom(text) ? { kind: 'literal' } : undefined;
  if (uses.length === 0 && text !== '') {
    const isDefault = instruction.keyword === 'ENV' && PASSWORD.test(name) && isWeakPassword(text);
    return isDefault || isLiteralSecret(text) ? { kind: 'literal' } : undefined;
  }
  // In a stage that is thrown away, nothing of it gets into an image.
  if (stage?.layersShip !== true) return undefined;
  const isGiven =
    instruction.keyword === 'ARG'
      ? uses.length === 0
      : uses.some(({ definition }) => definition.kind === 'arg' && definition.value === undefined);
  return isGiven ? { kind: 'named' } : undefined;
}

function byName(judge: 'buildkit-names' | 'hadolint-names', { instruction, stage, name }: Variable): Found | undefined {
  if (judge === 'hadolint-names') return isSecretToHadolint(name) ? { kind: 'named' } : undefined;
  // BuildKit looks neither at global ARGs nor into ONBUILD.
  const isSeen = stage !== undefined && !instruction.inOnbuild;
  return isSeen && isSecretToBuildkit(name) ? { kind: 'named' } : undefined;
}
