import rule from '../../../src/rules/style/pragma-without-reason.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\n# plimsoll ignore=root-user -- needs port 80\nRUN x',
    'FROM alpine\n# hadolint ignore=DL3008 # the mirror keeps one version\nRUN x',
    'FROM alpine\n# tally ignore=DL3008;reason=one version\nRUN x',
    'FROM alpine\n# checkov:skip=CKV_DOCKER_2:no port\nRUN x',
    'FROM alpine\n# check=skip=StageNameCasing on purpose\nRUN x',
  ],

  invalid: [
    { code: 'FROM alpine\n# plimsoll ignore=root-user\nRUN x', finds: [['noReason', '# plimsoll ignore=root-user']] },
    {
      code: 'FROM alpine\n# plimsoll ignore=root-user --\nRUN x',
      finds: [['noReason', '# plimsoll ignore=root-user --']],
    },
    { code: '# check=skip=all\nFROM alpine', finds: [['noReason', '# check=skip=all']] },
    { code: 'FROM alpine\n#trivy:ignore:DS-0002\nRUN x', finds: [['noReason', '#trivy:ignore:DS-0002']] },
  ],
});
