import { nameOf } from './clean-path.ts';
import { isLiteralSecret, namesSecret } from '../text/secret-names.ts';
import { passwordsInUrls, tokensIn } from '../text/secret-shapes.ts';

/** How a file that may hold secrets is known. */
interface SecretFile {
  readonly path: RegExp;
  readonly what: string;
  /** Finds the secret in its text. Without one the name says enough. */
  readonly holds?: (text: string) => boolean;
  /** Only its text can tell: the name alone says nothing. */
  readonly unsure?: true;
}

/** `NAME=value` or `name: value` lines, at least one of which is a secret. */
function hasAssignedSecret(text: string): boolean {
  return text.split('\n').some(line => {
    const [, name = '', rest = ''] = /^\s*(?:export\s+)?["']?([A-Za-z_][\w.-]*)["']?\s*[:=](.*)$/.exec(line) ?? [];
    const raw = rest.trim();
    const value = (raw.endsWith(',') ? raw.slice(0, -1) : raw).replace(/^(["'])(.*)\1$/, '$2');
    return (namesSecret(name) && isLiteralSecret(value)) || holdsToken(value);
  });
}

function holdsToken(text: string): boolean {
  return tokensIn(text).length > 0 || passwordsInUrls(text).length > 0;
}

const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY/;

const FILES: readonly SecretFile[] = [
  {
    path: /(?:^|\/)\.env(?:\.(?:local|prod(?:uction)?|staging|live)(?:\.local)?)?$/,
    what: 'environment file',
    holds: hasAssignedSecret,
  },
  { path: /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/, what: 'private SSH key' },
  {
    path: /(?:^|\/)(?:privkey\.pem|(?:private|server|tls|ssl)[\w.-]*\.key|[\w.-]*private[-_]?key\.pem|[\w.-]+-key\.pem)$/,
    what: 'private key',
    holds: text => PRIVATE_KEY.test(text),
  },
  { path: /\.(?:pem|key)$/, what: 'private key', holds: text => PRIVATE_KEY.test(text), unsure: true },
  { path: /\.(?:p12|pfx)$/, what: 'key store' },
  { path: /(?:^|\/)config\/(?:master|credentials\/\w+)\.key$/, what: 'Rails master key' },
  {
    path: /(?:^|\/)\.npmrc$/,
    what: 'npm settings with a token',
    holds: text => /:_(?:authToken|password|auth)\s*=\s*(?!\s|\$|"\$)\S/.test(text),
    unsure: true,
  },
  {
    path: /(?:^|\/)\.yarnrc\.yml$/,
    what: 'Yarn settings with a token',
    holds: text => /npmAuth(?:Token|Ident):\s*["']?(?!\$)[\w:.+/=-]{8}/.test(text),
    unsure: true,
  },
  { path: /(?:^|\/)\.(?:netrc|git-credentials|pgpass|vault-token)$/, what: 'credentials' },
  { path: /(?:^|\/)\.pypirc$/, what: 'PyPI credentials', holds: hasAssignedSecret },
  { path: /(?:^|\/)\.aws\/credentials$/, what: 'AWS credentials' },
  {
    path: /(?:^|\/)\.docker\/config\.json$/,
    what: 'registry credentials',
    holds: text => /"auth"\s*:\s*"\w/.test(text),
  },
  { path: /(?:^|\/)(?:\.kube\/config|kubeconfig(?:\.ya?ml)?)$/, what: 'Kubernetes credentials' },
  {
    path: /\.json$/,
    what: 'service account key',
    holds: text => /"private_key"\s*:\s*"-----BEGIN/.test(text),
    unsure: true,
  },
  { path: /\.tfstate$/, what: 'Terraform state', holds: hasAssignedSecret },
];

/** Folders whose keys are samples, or other people's. */
const ELSEWHERE =
  /(?:^|\/)(?:node_modules|vendor|site-packages|\.venv|venv|\.git|tests?|__tests__|specs?|fixtures?|testdata|examples?|samples?|docs?)\//i;
/** A key by the name of a sample's: `testnode.key`, `snakeoil.pem`. */
const SAMPLE = /(?:^|\/)(?:test|dummy|fake|sample|example|mock|snakeoil)[\w.-]*$/i;
/** JSON files that could be a key by their name; reading every JSON of a project would take too long. */
const KEY_JSON = /service|account|credential|key|gcp|google|firebase|secret|auth/i;

function isKeyName(path: string): boolean {
  return KEY_JSON.test(nameOf(path)) || path.endsWith('.docker/config.json');
}

/**
 * What a file is where it holds secrets: by its name, and by its text where `read` has it. Templates, samples and
 * files with no secret in them are none.
 */
export function secretFileAt(path: string, read: (path: string) => string | undefined): string | undefined {
  if (ELSEWHERE.test(path) || SAMPLE.test(path) || (path.endsWith('.json') && !isKeyName(path))) return undefined;
  const file = FILES.find(one => one.path.test(path));
  if (file === undefined) return undefined;
  if (file.holds === undefined) return file.what;
  const text = read(path);
  if (text === undefined) return file.unsure === true ? undefined : file.what;
  return file.holds(text) ? file.what : undefined;
}
