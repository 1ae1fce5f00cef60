import { SPDX_LICENSES } from './data/spdx-licenses.ts';

const TOKEN = /[()]|[^\s()]+/g;
const REFERENCE = /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/;
const known = new Set([...SPDX_LICENSES].map(id => id.toLowerCase()));

/** True for an SPDX licence expression: `MIT`, `Apache-2.0 OR GPL-2.0+ WITH Classpath-exception-2.0`, `NONE`. Identifiers in any letter case. */
export function isSpdxExpression(text: string): boolean {
  if (text === 'NONE' || text === 'NOASSERTION') return true;
  let depth = 0;
  // What may come next: a licence, or an operator behind one.
  let wants: 'licence' | 'operator' | 'exception' = 'licence';
  let mayHaveException = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const upper = token.toUpperCase();
    if (wants === 'licence') {
      if (token === '(') depth++;
      else if (!isLicence(token)) return false;
      else [wants, mayHaveException] = ['operator', true];
    } else if (wants === 'exception') {
      if (!/^[\w.-]+$/.test(token)) return false;
      [wants, mayHaveException] = ['operator', false];
    } else if (token === ')' && depth > 0) {
      depth--;
      mayHaveException = false;
    } else if (upper === 'AND' || upper === 'OR') wants = 'licence';
    else if (upper === 'WITH' && mayHaveException) wants = 'exception';
    else return false;
  }
  return wants === 'operator' && depth === 0;
}

function isLicence(token: string): boolean {
  return known.has(token.toLowerCase()) || known.has(token.replace(/\+$/, '').toLowerCase()) || REFERENCE.test(token);
}
