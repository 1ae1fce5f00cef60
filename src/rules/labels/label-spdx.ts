import { isSpdxExpression } from '../../images/spdx-expression.ts';
import { labelKind } from '../makers/label-kind.ts';

export default labelKind({
  id: 'label-spdx',
  summary: 'Write an SPDX licence expression in labels that hold one',
  alias: 'DL3054',
  kind: 'spdx',
  name: 'an SPDX licence expression (`Apache-2.0 OR MIT`)',
  isValid: isSpdxExpression,
});
