import type { DistroId } from '../../images/distros.ts';
import { stateAt } from '../../images/state.ts';
import type { PackageOperation } from '../../shell/operations.ts';
import { interactive } from '../makers/interactive.ts';

export default interactive({
  id: 'dnf-interactive',
  name: 'dnf',
  managers: ['dnf', 'microdnf', 'tdnf'],
  answer: '-y',
  behind: 'subcommand',
  aliases: ['DL3038'],
  isPeers: ({ action, manager }) => action === 'install' && manager.name !== 'tdnf',
  asksHere: operation => operation.manager.name !== 'microdnf' || asksSinceNine(operation),
});

const FAMILY: readonly DistroId[] = ['rhel', 'centos', 'rocky', 'almalinux', 'oraclelinux'];

/** The microdnf of RHEL 8 and its kin takes yes for an answer, that of 9 and of Fedora does not. */
function asksSinceNine({ command }: PackageOperation): boolean {
  const { instruction } = command.script;
  const distro = instruction.inOnbuild ? undefined : stateAt(instruction)?.facts?.distro;
  if (distro === undefined) return false;
  return distro.id === 'fedora' || (FAMILY.includes(distro.id) && Number.parseInt(distro.version ?? '', 10) >= 9);
}
