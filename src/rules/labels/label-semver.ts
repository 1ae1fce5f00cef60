import { labelKind } from '../makers/label-kind.ts';

const VERSION = /^(\d+\.\d+\.\d+)(?:-([\da-z.-]+))?(?:\+([\da-z.-]+))?$/i;

export default labelKind({
  id: 'label-semver',
  summary: 'Write a semantic version in labels that hold one',
  alias: 'DL3056',
  kind: 'semver',
  name: 'a semantic version (`1.2.3`)',
  isValid(value) {
    const [, numbers, before = '0', build = '0'] = VERSION.exec(value) ?? [];
    if (numbers === undefined) return false;
    const counted = `${numbers}.${before}`.split('.');
    return counted.every(part => /^(?:0|[1-9]\d*|\d*[a-z-][\da-z-]*)$/i.test(part)) && !build.split('.').includes('');
  },
});
