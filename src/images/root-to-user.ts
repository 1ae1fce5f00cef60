import type { Stage } from '../dockerfile/model.ts';
import { effectiveBase, stageChain } from '../dockerfile/stage-chain.ts';
import { commandsOf } from '../shell/commands.ts';
import type { ShellCommand } from '../shell/model.ts';
import { officialName } from './official-name.ts';
import { finalState } from './state.ts';
import { withoutVersion } from '../text/endings.ts';

// Images whose entrypoint or server begins as root and hands its work to an account of its own.
const IMAGES = new Set(
  `nginx httpd haproxy traefik postgres mysql mariadb percona mongo redis valkey rabbitmq memcached cassandra couchdb
  influxdb neo4j elasticsearch logstash kibana zookeeper ghost wordpress nextcloud drupal joomla phpmyadmin matomo
  mediawiki owncloud eclipse-mosquitto consul vault hashicorp/vault hashicorp/consul sonarqube solr telegraf chronograf
  postgis/postgis timescale/timescaledb bitnami/minideb docker gitea/gitea`.split(/\s+/),
);
// Lambda runs every image as an account of its own.
const VENDORS =
  /^public\.ecr\.aws\/lambda\/|^amazon\/aws-lambda-|^(?:(?:lscr\.io|ghcr\.io)\/)?linuxserver\/|^tiredofit\/|^jlesage\/|^crazymax\/|^webdevops\/|^serversideup\//;

/** Servers, supervisors and init systems that begin as root and set the user of their children themselves. */
const PROGRAMS = new Set(
  `nginx httpd httpd-foreground apache2 apache2-foreground apachectl apache2ctl php-fpm haproxy sshd supervisord init
  systemd s6-svscan runsvdir runit my_init cron crond named unbound dovecot postfix master vsftpd openvpn privoxy squid
  dockerd containerd dockerd-entrypoint.sh rsyslogd syslog-ng slapd radiusd mysqld mysqld_safe mariadbd redis-server postgres
  memcached varnishd proftpd pure-ftpd in.tftpd tftpd smbd nmbd xinetd inetd freeradius dnsmasq chronyd ntpd tor avahi-daemon
  dbus-daemon smtpd mosquitto tinyproxy sockd pihole-FTL cupsd gosu su-exec setpriv su runuser sudo chroot fixuid`.split(
    /\s+/,
  ),
);
/** Tools that are of use only with root's rights over the kernel: networks, devices, other processes. */
const PRIVILEGED = new Set(
  `dind strace ltrace gdb gdbserver perf bpftrace tcpdump tshark htop iotop iftop nethogs nmap masscan iptables ip6tables nft tc
  ip wg wg-quick shorewall fail2ban-server keepalived dhcpd kea-dhcp4 hostapd mount fsck parted gparted modprobe nsenter
  unshare virtualbox virt-manager libvirtd qemu-system-x86_64 kubelet kube-proxy crio runc buildah podman buildkitd
  pptpd xl2tpd ocserv openconnect ipsec charon tincd vpnserver zerotier-one tailscaled snort suricata syslogd klogd radvd
  rpc.mountd ganesha.nfsd cadvisor node_exporter falco cilium-agent calico-node flanneld`.split(/\s+/),
);
/** Tools that are installed for one who may change the networks of the kernel, or log people in. */
const KERNEL_TOOLS = ['iptables', 'nft', 'wg', 'ipset', 'sshd'];
/** Programs whose being installed, or written into a script, shows that an entrypoint changes the user. */
const CHANGERS =
  /(?:^|[\s/"'=])(?:gosu|su-exec|setpriv|setuidgid|chpst|runuser|fixuid|s6-overlay|s6|s6-setuidgid|supervisor|userdel|start-stop-daemon)(?:$|[\s"'=:@])|\bsu (?:-|\w)|\bchroot --userspec|\bsudo -u|\bs6-overlay\b/;

const WRAPPERS = new Set([
  'tini',
  'dumb-init',
  'catatonit',
  'exec',
  'env',
  'nice',
  'docker-init',
  '--',
  '-g',
  '-s',
  '-v',
]);

/** Scripts that prepare, and then become what they are given. */
const ENTRYPOINTS = /entry-?_?point|^(?:run|start|init|cmd)-?(?:with|wrapper)/;

/** What a container of an image starts. */
export interface MainProgram {
  /** Its base name. */
  readonly name: string;
  /** What it is given. */
  readonly rest: readonly string[];
  /** The base names of what is started before it, and of itself: wrappers and entrypoint scripts. */
  readonly started: readonly string[];
}

const SHELL = /^(?:ba|da|a|k)?sh$/;

/** `sh -c '…'`: the words are no program's, but a script. */
function isScript([program, option]: readonly string[]): boolean {
  return SHELL.test((program ?? '').replace(/^.*\//, '')) && /^-[a-z]*c$/.test(option ?? '');
}

/** Of a script that is all a container runs, the words of the command that it stays in. */
function lastingCommand(commands: readonly ShellCommand[]): readonly string[] {
  const own = commands.filter(
    ({ name, within, before }) =>
      !within.includes('substitution') && before !== '|' && before !== '|&' && !SHELL.test(name ?? ''),
  );
  const command = own.findLast(({ name }) => !/^(?:sleep|tail|wait|true)$/.test(name ?? '')) ?? own.at(-1);
  return command?.words.map(({ unquoted }) => unquoted) ?? [];
}

/** The program that a stage's image starts; undefined where it is not known. */
export function mainProgram(stage: Stage): MainProgram | undefined {
  const { entrypoint, cmd } = finalState(stage).configuration;
  const words: string[] = [];
  for (const launch of [entrypoint, cmd]) {
    if (launch === undefined) continue;
    const { argv, instruction } = launch;
    if (argv !== undefined && !isScript(argv)) words.push(...argv);
    else if (instruction !== undefined) words.push(...lastingCommand(commandsOf(instruction)));
    if (launch === entrypoint && launch.argv === undefined) break;
  }
  const names = words.map(word => word.slice(word.lastIndexOf('/') + 1));
  const at = names.findIndex(
    (name, index) =>
      !WRAPPERS.has(name) &&
      !/^[A-Za-z_]\w*=/.test(name) &&
      !(ENTRYPOINTS.test(name) && index + 1 < names.length) &&
      !(SHELL.test(name) && /^[^-]/.test(names[index + 1] ?? '')),
  );
  const name = names[at];
  return name === undefined || name === ''
    ? undefined
    : { name, rest: words.slice(at + 1), started: names.slice(0, at + 1) };
}

/** What people work in rather than run: an image that starts one of these is a base or a toolbox. */
const INTERACTIVE =
  /^(?:(?:ba|da|a|z|fi|k)?sh|busybox|pwsh|python[\d.]*|node|irb|iex|erl|jshell|php|R|julia|lua|ghci|swipl|groovysh|bash-preload|sleep|tail|true|top)$/;

/** True for an image that starts nothing of its own: a base for others, or a toolbox. */
export function startsNothing(stage: Stage): boolean {
  const program = mainProgram(stage);
  if (program === undefined) return true;
  const { name, rest } = program;
  return INTERACTIVE.test(name) && rest.every(word => word.startsWith('-') || /^(?:infinity|\/dev\/null)$/.test(word));
}

/**
 * True where root is how the image begins, not how its work is done: a server or an entrypoint changes the user.
 * `scripts` are the texts of those that it starts, as far as they are known.
 */
export function mayLeaveRoot(stage: Stage, scripts: readonly string[]): boolean {
  const base = effectiveBase(stage);
  const { entrypoint } = finalState(stage).configuration;
  if (base.kind === 'image' && entrypoint?.instruction === undefined) {
    const name = officialName(base.image);
    if (IMAGES.has(name) || VENDORS.test(name)) return true;
    // PHP's Apache and FPM hand requests to www-data.
    if (name === 'php' && /(?:^|-)(?:apache|fpm)/.test(base.image.tag ?? '')) return true;
  }
  const main = mainProgram(stage);
  const name = withoutVersion(main?.name ?? '');
  const given = finalState(stage).configuration.cmd?.argv?.[0] ?? '';
  if (
    PROGRAMS.has(name) ||
    PROGRAMS.has(given.slice(given.lastIndexOf('/') + 1)) ||
    PRIVILEGED.has(main?.name ?? '') ||
    /^(?:runit|supervis|s6-)/.test(name)
  )
    return true;
  const state = finalState(stage);
  if (KERNEL_TOOLS.some(tool => state.facts?.has(tool) !== true && state.hasProgram(tool) === true)) return true;
  return hasChanger(stage) || scripts.some(script => CHANGERS.test(script));
}

function hasChanger(stage: Stage): boolean {
  return stageChain(stage)
    .flatMap(({ instructions }) => instructions)
    .some(
      instruction =>
        CHANGERS.test(instruction.body.text) || instruction.heredocs.some(({ body }) => CHANGERS.test(body.text)),
    );
}

/** What builds, checks or converts something and is done: it writes into the folder of whoever starts it. */
const TASKS =
  /^(?:(?:build|test|tests|lint|check|format|release|package|deploy|benchmark|bench|e2e)(?:[-_.][\w.-]*)?|run[-_]?tests?(?:\.\w+)?|make|cmake|ninja|pytest|py\.test|tox|nox|jest|vitest|mocha|cypress|rspec|phpunit|rpmbuild|debuild|dpkg-buildpackage|makepkg|mkdocs|sphinx-build)$/;
const SCRIPTS = /^(?:npm|pnpm|yarn|bun|turbo|nx)$/;
const ASKS = /^(?:--?help|-h|help|--?version|-v|version)$/;

/** True for what nobody runs as a service: a build, tests, the server of those who develop, or a tool that shows its help unless told what to do. */
export function isTask(stage: Stage): boolean {
  const { entrypoint, cmd } = finalState(stage).configuration;
  const words = cmd?.argv ?? [];
  const asks = (entrypoint?.instruction !== undefined || words.length === 2) && ASKS.test(words.at(-1) ?? '');
  const { name = '', rest = [] } = mainProgram(stage) ?? {};
  const script = rest.find(word => word !== 'run' && !word.startsWith('-')) ?? '';
  return asks || TASKS.test(name) || (SCRIPTS.test(name) && /^(?:dev|watch|test|lint|build)(?:[:-].*)?$/.test(script));
}

/** Interpreters and launchers: what they run is an application, wherever it came from. */
const RUNS_APPLICATIONS =
  /^(?:node|npm|yarn|pnpm|bun|deno|java|python[\d.]*|gunicorn|uvicorn|hypercorn|flask|celery|django-admin|ruby|bundle|rails|puma|php|dotnet|mix|uv|poetry|catalina\.sh)$/;

/** True where something is copied in or a port opened; else it is a packaged tool, which a person runs now and then. */
export function isApplication(stage: Stage): boolean {
  return (
    RUNS_APPLICATIONS.test(mainProgram(stage)?.name ?? '') ||
    finalState(stage).configuration.ports.length > 0 ||
    stageChain(stage).some(({ instructions }) =>
      instructions.some(({ keyword }) => keyword === 'COPY' || keyword === 'ADD'),
    )
  );
}
