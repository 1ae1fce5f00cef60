import { labelKind } from '../makers/label-kind.ts';

// Abbreviated to seven characters or more, or whole, of SHA-1 or SHA-256.
const HASH = /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/;

export default labelKind({
  id: 'label-git-hash',
  summary: 'Write a Git commit in labels that hold one',
  alias: 'DL3055',
  kind: 'hash',
  name: 'the hash of a Git commit',
  isValid: value => HASH.test(value),
});
