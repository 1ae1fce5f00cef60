import { labelKind } from '../makers/label-kind.ts';

// An absolute URI (RFC 3986); those of the web have a host.
const URI = /^(?!https?:(?!\/\/[^\s/?#]))[a-z][a-z\d+.-]*:(?:[^\s<>"{}|\\^`%]|%[\da-f]{2})+$/i;

export default labelKind({
  id: 'label-url',
  summary: 'Write an absolute URL in labels that hold one',
  alias: 'DL3052',
  kind: 'url',
  name: 'an absolute URL',
  isValid: value => URI.test(value),
});
