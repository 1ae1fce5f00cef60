import { labelKind } from '../makers/label-kind.ts';

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\d.]+\]|\[IPv6:[\da-f:.]+\])$/i;

export default labelKind({
  id: 'label-email',
  summary: 'Write an e-mail address in labels that hold one',
  alias: 'DL3058',
  kind: 'email',
  name: 'an e-mail address',
  isValid: value => ADDRESS.test(value) && !/^\.|\.\.|\.@/.test(value),
});
