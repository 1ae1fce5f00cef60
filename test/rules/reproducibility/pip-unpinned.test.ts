import rule from '../../../src/rules/reproducibility/pip-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM python\nRUN pip install flask==3.1.2',
    "FROM python\nRUN pip install 'flask>=3,<4' 'x~=1.2'",
    'FROM python\nRUN pip install -r requirements.txt',
    'FROM python\nRUN pip install -c constraints.txt flask',
    'FROM python\nRUN pip install . ./lib lib/ -e . -e lib',
    'FROM python\nRUN pip install git+https://github.com/pallets/flask@3.1.2',
    'FROM python\nRUN pip install x.whl',
    'FROM python\nARG V\nRUN pip install flask==$V',
    {
      code: 'FROM python\nRUN python3 -m pip install --no-cache-dir flask[async] gunicorn==23',
      options: { allow: ['*'] },
    },
  ],
  invalid: [
    {
      code: 'FROM python\nRUN python3 -m pip install --no-cache-dir flask[async] gunicorn==23',
      finds: [['unpinned', 'pip install']],
      says: ['No version is named for `flask[async]`: the same Dockerfile installs another one on another day.'],
    },
    {
      code: 'FROM python\nRUN pip install --no-cache-dir $NAME',
      options: { variables: true },
      finds: [['unpinned', 'pip install']],
    },
  ],
});
