import type { Span } from './span.ts';

/** A credential that is known by its shape. */
export interface FoundToken {
  /** As its issuer calls it: `GitHub token`. */
  readonly kind: string;
  readonly span: Span;
}

/** The published prefixes and lengths of credentials; each pattern begins with letters of its own, so that a search is linear. */
const SHAPES: readonly (readonly [kind: string, pattern: string])[] = [
  ['GitHub token', 'gh[pousr]_[A-Za-z0-9]{36,255}'],
  ['GitHub token', 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{40,70}'],
  ['GitLab token', 'gl(?:pat|dt|rt|ptt|cbt)-[A-Za-z0-9_-]{20,60}'],
  ['AWS access key', '(?:AKIA|ASIA)[A-Z2-7]{16}'],
  ['Slack token', 'xox[abeoprs]-[0-9]{6,}-[A-Za-z0-9-]{10,}'],
  ['Slack webhook', 'hooks\\.slack\\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{20,}'],
  ['npm token', 'npm_[A-Za-z0-9]{36}'],
  ['PyPI token', 'pypi-AgE[A-Za-z0-9_-]{50,}'],
  ['RubyGems token', 'rubygems_[a-f0-9]{48}'],
  ['Docker Hub token', 'dckr_pat_[A-Za-z0-9_-]{27}'],
  ['Stripe key', '[rs]k_live_[A-Za-z0-9]{16,}'],
  ['Google API key', 'AIza[A-Za-z0-9_-]{35}'],
  ['OpenAI key', 'sk-[A-Za-z0-9_-]{0,80}T3BlbkFJ[A-Za-z0-9_-]{20,}'],
  ['Anthropic key', 'sk-ant-[A-Za-z0-9_-]{32,}'],
  ['Hugging Face token', 'hf_[A-Za-z]{34}'],
  ['SendGrid key', 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}'],
  ['DigitalOcean token', 'do[opr]_v1_[a-f0-9]{64}'],
  ['Shopify token', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'],
  ['Databricks token', 'dapi[a-f0-9]{32}'],
  ['Vault token', 'hv[sb]\\.[A-Za-z0-9_-]{24,}'],
  ['Azure storage key', 'AccountKey=[A-Za-z0-9+/]{86}=='],
  ['JSON Web Token', 'eyJ[A-Za-z0-9_-]{16,}\\.eyJ[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}'],
  ['private key', '-----BEGIN (?:(?:RSA|DSA|EC|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----'],
];

const ANY = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${SHAPES.map(([, pattern]) => `(${pattern})`).join('|')})(?![A-Za-z0-9_])`,
  'g',
);

/** What documentation writes where a credential goes. */
const SAMPLE = /EXAMPLE|X{6}|x{6}|0{8}|12345678|abcdefgh/;

/** The credentials in a text that their shape gives away, from left to right. */
export function tokensIn(text: string): readonly FoundToken[] {
  return Array.from(text.matchAll(ANY)).flatMap(match => {
    const shape = SHAPES[match.slice(1).findIndex(group => group !== undefined)];
    const [found] = match;
    if (shape === undefined || SAMPLE.test(found)) return [];
    return [{ kind: shape[0], span: [match.index, match.index + found.length] as const }];
  });
}

const URL_PASSWORD = /[a-z0-9+.-]{2}:\/\/([^\s/:@"'<>]*):([^\s/@"'<>]+)@([^\s/:"'<>]*)/gi;

/** The passwords in a text's URLs (`https://user:password@host`), each as its span; variables and stand-ins are none. */
export function passwordsInUrls(text: string): readonly Span[] {
  if (!text.includes('://')) return [];
  return Array.from(text.matchAll(URL_PASSWORD)).flatMap(match => {
    const [whole, user = '', password = '', host = ''] = match;
    if (/[$%{`]/.test(password) || password === user || isStandIn(password) || isLocal(host)) return [];
    const start = match.index + whole.indexOf('://') + 3 + user.length + 1;
    return [[start, start + password.length] as const];
  });
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[?::1\]?|host|hostname|example\.\w+|.*\.example)$/i.test(host);
}

const STAND_IN =
  /^(?:pass(?:word|wd)?|pwd?|secret|token|key|user(?:name)?|x-oauth-basic|null|nil|none|undefined|true|false|yes|no|on|off|empty|unused|n\/?a|foo|bar|baz|test(?:ing)?)$|change.?(?:me|this|it)|dummy|fake|^(?:0x)?(?:cafe|babe|dead|beef|f00d)+$|example|place.?holder|redacted|replace|\byour|not.?(?:a|the|real)\b|build.?time|insert|sample|to.?do|^<.*>$|^\[.*\]$|^__.*__$|^(.)\1*$/i;

/** True for what stands where a secret goes: `changeme`, `<token>`, `xxxx`, `dummy`. */
export function isStandIn(value: string): boolean {
  return STAND_IN.test(value) || SAMPLE.test(value);
}
