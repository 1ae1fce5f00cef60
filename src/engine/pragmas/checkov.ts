import type { PragmaReader } from './pragma.ts';

const PRAGMA = /^#\s*(?:checkov|bridgecrew):skip=(\w+)(?::(.*))?$/;

/** Checkov's Dockerfile checks under the code of ours that asks the same. */
const CODES: Readonly<Record<string, string>> = {
  CKV_DOCKER_1: 'DS-0004',
  CKV_DOCKER_2: 'DL3057',
  CKV_DOCKER_3: 'DS-0002',
  CKV_DOCKER_4: 'DL3020',
  CKV_DOCKER_5: 'DS-0017',
  CKV_DOCKER_6: 'DL4000',
  CKV_DOCKER_7: 'DS-0001',
  CKV_DOCKER_8: 'DS-0002',
  CKV_DOCKER_9: 'DL3027',
  CKV_DOCKER_10: 'DL3000',
  CKV_DOCKER_11: 'DL3024',
  CKV2_DOCKER_1: 'DL3004',
  CKV2_DOCKER_2: 'tls-verification-off',
  CKV2_DOCKER_3: 'tls-verification-off',
  CKV2_DOCKER_4: 'tls-verification-off',
  CKV2_DOCKER_5: 'tls-verification-off',
  CKV2_DOCKER_6: 'tls-verification-off',
  CKV2_DOCKER_7: 'tls-verification-off',
  CKV2_DOCKER_8: 'tls-verification-off',
  CKV2_DOCKER_9: 'tls-verification-off',
  CKV2_DOCKER_12: 'tls-verification-off',
  CKV2_DOCKER_13: 'tls-verification-off',
  CKV2_DOCKER_14: 'tls-verification-off',
  CKV2_DOCKER_15: 'tls-verification-off',
  CKV2_DOCKER_16: 'tls-verification-off',
  CKV2_DOCKER_17: 'password-set',
};

/** `# checkov:skip=CKV_DOCKER_3:reason`: Checkov takes it for the whole file, wherever it stands. */
export const readCheckov: PragmaReader = ({ span }, raw) => {
  const [, check = '', reason] = PRAGMA.exec(raw.trimEnd()) ?? [];
  if (check === '') return undefined;
  const at = span[0] + raw.indexOf(check);
  return {
    dialect: 'checkov',
    scope: 'file',
    names: [{ text: CODES[check.toUpperCase()] ?? check, span: [at, at + check.length] }],
    reason: reason?.trim() || undefined,
    until: undefined,
    span,
  };
};
