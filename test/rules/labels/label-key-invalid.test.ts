import rule from '../../../src/rules/labels/label-key-invalid.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM scratch\nLABEL maintainer=me',
    'FROM scratch\nLABEL org.opencontainers.image.title="A" io.k8s.display-name=B',
    'FROM scratch\nLABEL build_version=1 example.org/team=a com.example.v2=b',
    'FROM scratch\nLABEL maintainer Me <me@example.org>',
    // Docker Desktop asks for these.
    'FROM scratch\nLABEL com.docker.desktop.extension.api.version=">= 0.3.4" com.docker.extension.categories=ci',
    'FROM scratch\nARG NAME\nLABEL $NAME=x',
    'FROM scratch\nENV Name=x',
  ],
  invalid: [
    {
      code: 'FROM scratch\nLABEL com.docker.team=a',
      finds: [['reserved', 'com.docker.team']],
      says: [
        "`com.docker.team` is in a namespace that Docker keeps for itself; a label's name begins with a domain of its author's.",
      ],
    },
    {
      code: 'FROM scratch\nLABEL io.docker.a=b org.dockerproject.a=b',
      finds: [
        ['reserved', 'io.docker.a'],
        ['reserved', 'org.dockerproject.a'],
      ],
    },
    {
      code: 'FROM scratch\nLABEL Description="A tool"',
      finds: [['malformed', 'Description']],
      says: [
        '`Description` is no well-formed label name: small letters, digits and single `.` or `-`, a letter first.',
      ],
    },
    {
      code: 'FROM scratch\nLABEL a..b=1 a--b=1 1a=1 a.=1 "a b"=1\nONBUILD LABEL A=1',
      finds: [
        ['malformed', 'a..b'],
        ['malformed', 'a--b'],
        ['malformed', '1a'],
        ['malformed', 'a.'],
        ['malformed', '"a b"'],
        ['malformed', 'A'],
      ],
    },
  ],
});
