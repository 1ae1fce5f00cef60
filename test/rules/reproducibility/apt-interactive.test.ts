import rule from '../../../src/rules/reproducibility/apt-interactive.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN apt-get install -y git',
    'FROM debian\nRUN apt-get -yqq install git',
    'FROM debian\nRUN apt-get install --yes git',
    'FROM debian\nRUN apt-get install --assume-yes git',
    'FROM debian\nRUN apt-get -qq install git',
    'FROM debian\nRUN apt-get -q -q install git',
    'FROM debian\nRUN apt-get --quiet=2 install git',
    'FROM debian\nRUN apt-get install -o APT::Get::Assume-Yes=true git',
    'FROM debian\nRUN yes | apt-get install git',
    'FROM debian\nRUN echo y | apt-get install git',
    'FROM debian\nRUN apt-get install git < answers',
    'FROM debian\nARG OPTIONS\nRUN apt-get $OPTIONS install git',
    'FROM debian\nRUN apt-get update && apt-get clean',
    'FROM debian\nRUN apt-get install --dry-run git',
    'FROM debian\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install git',
    'FROM debian AS base\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nFROM base\nRUN apt-get install git',
    'FROM debian\nRUN echo "apt-get install git"',
    'FROM debian\nCMD apt-get install git',
    'FROM debian\nRUN apt-cache show git',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install git',
      finds: [['asks', 'apt-get install']],
      says: ['`apt-get install` asks before it goes on, and a build has nobody to answer: it aborts or hangs.'],
      fixed: 'FROM debian\nRUN apt-get update && apt-get install -y git',
    },
    {
      code: 'FROM debian\nRUN DEBIAN_FRONTEND=noninteractive apt-get -q install \\\n  # the client\n  git\n',
      finds: [['asks', 'apt-get -q install']],
      fixed: 'FROM debian\nRUN DEBIAN_FRONTEND=noninteractive apt-get -q install -y \\\n  # the client\n  git\n',
    },
    {
      code: 'FROM debian\nRUN ["apt-get", "install", "git"]',
      finds: [['asks', '"apt-get", "install"']],
      fixed: 'FROM debian\nRUN ["apt-get", "install", "-y", "git"]',
    },
    {
      code: 'FROM debian\nRUN <<EOF\nset -e\nsudo apt install git\napt-get purge curl\nEOF\n',
      finds: [
        ['asksToo', 'apt install'],
        ['asksToo', 'apt-get purge'],
      ],
      fixed: 'FROM debian\nRUN <<EOF\nset -e\nsudo apt install -y git\napt-get purge -y curl\nEOF\n',
    },
    {
      code: 'FROM debian\nARG PACKAGES\nRUN apt-get install $PACKAGES',
      options: { unsure: true },
      finds: [['asks', 'apt-get install']],
      fixed: 'FROM debian\nARG PACKAGES\nRUN apt-get install -y $PACKAGES',
    },
    {
      code: 'FROM debian\nRUN cat list | xargs apt-get install\nONBUILD RUN sh -c "apt-get install git"',
      finds: [
        ['asks', 'apt-get install'],
        ['asks', 'apt-get install'],
      ],
      fixed: 'FROM debian\nRUN cat list | xargs apt-get install -y\nONBUILD RUN sh -c "apt-get install -y git"',
    },
    {
      code: 'FROM debian\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nFROM debian\nRUN aptitude install git',
      finds: [['asksToo', 'aptitude install']],
      fixed:
        'FROM debian\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nFROM debian\nRUN aptitude install -y git',
    },
  ],
});
