import { isStandIn } from './secret-shapes.ts';

// Words between underscores (or capitals): what such a variable holds must not be seen.
const SECRET = new Set('password passwd pword passphrase secret token apikey credential credentials'.split(' '));
const SECRET_PAIRS =
  /(?:^|_)(?:api|access|secret|private|auth|encryption|signing|account|storage|master|app)_key(?:_|$)/;
/** What it is about a secret, not one itself. */
const ABOUT =
  /(?:^|_)(?:public|pub|file|path|dir|folder|location|name|username|user|id|version|url|uri|host|port|endpoint|server|address|type|kind|alg|algorithm|header|length|size|min|max|ttl|expiry|expires|expiration|timeout|lifetime|rotation|enabled|disabled|enable|disable|required|policy|alias|mount|provider|store|scope|scopes|issuer|audience|count|format|prefix|class|manager|hash|fingerprint|sha256|checksum|dummy|stdin|env|from|prompt|cmd|command|check|reset|change|age|auth_type|service|plugin|module|lib|helper|cache|limit|budget|bucket|usage)(?:_|$)/;

function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[-.]/g, '_')
    .toLowerCase();
}

/** True for names of variables whose value must not be seen: `DB_PASSWORD`, `apiKey`; not for `TOKEN_URL` or `PASSWORD_FILE`. */
export function namesSecret(name: string): boolean {
  const words = wordsOf(name);
  if (ABOUT.test(words)) return false;
  return SECRET_PAIRS.test(words) || words.split('_').some(word => SECRET.has(word));
}

/** True for names that may be a secret's or something public's: `LICENSE_KEY`, `BASIC_AUTH`. */
export function mayNameSecret(name: string): boolean {
  const words = wordsOf(name);
  return !ABOUT.test(words) &&
    !/(?:^|_)(?:gpg|pgp|sign|signing|apt|site|map|sort|partition|cache|primary|foreign)(?:_|$)/.test(words)
    ? /(?:^|_)(?:key|auth|pwd|pat)(?:_|$)/.test(words)
    : false;
}

/** True for a value that a person wrote to be secret: not a stand-in, a switch, a number, a path, a plain URL or a variable. */
export function isLiteralSecret(value: string): boolean {
  return (
    value.length >= 4 &&
    !/[$\s]|^\{\{/.test(value) &&
    !isStandIn(value) &&
    !/^(?:[\d.]+|(?:\.{0,2}|~)\/.*|[A-Za-z]:\\.*|[a-z][a-z\d+.-]*:\/\/.*)$/.test(value)
  );
}

/** True for the passwords that everybody tries first: no secret, but let in whoever tries them. */
export function isWeakPassword(value: string): boolean {
  return /^(?:pass(?:word|wd)?\d{0,4}|secret|root|toor|admin\d{0,4}|test|guest|user|postgres|mysql|qwerty|letmein|\d{4,10})$/i.test(
    value,
  );
}

const RANDOM_LENGTH = 16;
const RANDOM_BITS = 3.3;

/** True for a value that no person would choose: long, letters and digits mixed, every one as likely as the next. */
export function looksRandom(value: string): boolean {
  if (value.length < RANDOM_LENGTH || !/^[\w+/=.~!@#%^&*-]+$/.test(value)) return false;
  return (
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/^[a-z]+(?:[-_.][a-z\d]+)+$/i.test(value) &&
    entropy(value) >= RANDOM_BITS
  );
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
