import rule from '../../../src/rules/size/apt-recommends.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN apt-get install -y --no-install-recommends git',
    'FROM debian\nRUN apt-get --no-install-recommends install -y git',
    'FROM debian\nRUN apt-get install -y -o APT::Install-Recommends=false git',
    'FROM debian\nRUN apt-get install --install-recommends=no -y git',
    'FROM debian\nRUN echo \'APT::Install-Recommends "0";\' > /etc/apt/apt.conf.d/99x\nRUN apt-get install -y git',
    'FROM debian AS a\nCOPY <<EOF /etc/apt/apt.conf.d/99x\nAPT::Install-Recommends "0";\nEOF\nFROM a\nRUN apt-get install -y git',
    'FROM debian\nRUN apt-get build-dep -y git',
    'FROM debian\nRUN apt-get install -y',
    'FROM debian\nRUN apt-get install -y --download-only git',
    'FROM debian AS build\nRUN apt-get install -y gcc\nFROM scratch\nCOPY --from=build /x /x',
    'FROM debian\nRUN echo "apt-get install git"',
    'FROM debian\nRUN apt-get remove -y git',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y git',
      finds: [['recommended', 'apt-get install']],
      says: ['`apt-get install` also installs every package that these recommend, which the image may well not need.'],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN apt-get update && apt-get install --no-install-recommends -y git',
    },
    {
      code: 'FROM debian\nRUN apt -y install \\\n  git # why\n',
      finds: [['recommendedToo', 'apt -y install']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN apt -y install --no-install-recommends \\\n  git # why\n',
    },
    {
      code: 'FROM debian\nRUN ["apt-get", "install", "-y", "git"]',
      finds: [['recommended', '"apt-get", "install"']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN ["apt-get", "install", "--no-install-recommends", "-y", "git"]',
    },
    {
      code: 'FROM debian\nRUN dpkg -i x.deb; apt-get -fy install',
      finds: [['recommended', 'apt-get -fy install']],
      fixed: null,
      fixedUnsafely: 'FROM debian\nRUN dpkg -i x.deb; apt-get -fy install --no-install-recommends',
    },
    {
      code: 'FROM debian\nRUN xargs apt-get install -y < list\nFROM debian AS b\nRUN apt-get install --install-recommends -y git',
      finds: [
        ['recommended', 'apt-get install'],
        ['recommended', 'apt-get install'],
      ],
      fixed: null,
      fixedUnsafely:
        'FROM debian\nRUN xargs apt-get install --no-install-recommends -y < list\nFROM debian AS b\nRUN apt-get install --no-install-recommends --install-recommends -y git',
    },
  ],
});
