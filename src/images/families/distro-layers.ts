import { DEBIAN_ACCOUNTS } from './debian-accounts.ts';
import type { Layer } from './family.ts';

const COREUTILS =
  'sh cat chmod chown cp cut date dirname basename echo env expr false grep head id install ln ls mkdir mktemp mv nproc printf pwd readlink rm rmdir sed seq sha256sum sleep sort stat tail tee test touch tr true uname uniq wc';
const TOOLS = `${COREUTILS} find xargs tar gzip gunzip awk`;

// What people most often take for granted; none of it is in a bare distribution.
const RARE =
  'git gcc g++ cc c++ clang make cmake node npm java javac mvn gradle go cargo rustc ruby gem php jq vim nano ssh ssh-keygen rsync zip tini dumb-init gosu su-exec sudo ffmpeg convert psql mysql redis-cli';
const RARE_OUTSIDE_RED_HAT = `${RARE} gpg python python2 systemctl`;

const DEBIAN_LIKE: Layer = {
  user: 'root',
  shell: 'dash',
  packageManager: 'apt',
  libc: 'glibc',
  tools: 'gnu',
  entrypoint: [],
  workdir: '/',
  present: `${TOOLS} bash dash perl apt apt-get apt-cache dpkg dpkg-query su chroot which useradd usermod userdel groupadd groupmod groupdel chpasswd getent ldd mount setpriv`,
  absent: `${RARE_OUTSIDE_RED_HAT} curl wget python3 ping ip ifconfig nc unzip lsb_release less file netstat telnet ca-certificates apk yum dnf microdnf zypper`,
  accounts: DEBIAN_ACCOUNTS,
  groups: {
    nogroup: 65534,
    staff: 50,
    users: 100,
    sudo: 27,
    audio: 29,
    video: 44,
    tty: 5,
    adm: 4,
    disk: 6,
    shadow: 42,
    utmp: 43,
  },
};

const RED_HAT_LIKE: Layer = {
  user: 'root',
  shell: 'bash',
  libc: 'glibc',
  tools: 'gnu',
  entrypoint: [],
  workdir: '/',
  present: `${COREUTILS} bash rpm ca-certificates`,
  absent: `${RARE} wget apt apt-get dpkg apk zypper`,
  accounts: {
    root: [0, 0, '/root'],
    bin: [1, 1, '/bin'],
    daemon: [2, 2, '/sbin'],
    adm: [3, 4, '/var/adm'],
    lp: [4, 7, '/var/spool/lpd'],
    sync: [5, 0, '/sbin'],
    shutdown: [6, 0, '/sbin'],
    halt: [7, 0, '/sbin'],
    mail: [8, 12, '/var/spool/mail'],
    operator: [11, 0, '/root'],
    games: [12, 100, '/usr/games'],
    ftp: [14, 50, '/var/ftp'],
  },
};

/** What each distribution brings, whichever image stands on it. */
export const DISTRO_LAYERS: Readonly<Record<string, readonly Layer[]>> = {
  debian: [
    DEBIAN_LIKE,
    { cmd: ['bash'], absent: 'ps top bzip2' },
    { when: { distroBefore: '13' }, present: 'adduser addgroup', accounts: { _apt: [100, 65534, '/nonexistent'] } },
    { when: { distroSince: '13' }, accounts: { _apt: [42, 65534, '/nonexistent'] } },
    { when: { distroBefore: '12' }, accounts: { gnats: [41, 41, '/var/lib/gnats'] } },
  ],
  ubuntu: [
    DEBIAN_LIKE,
    { cmd: ['/bin/bash'] },
    { when: { distroBefore: '24.10' }, present: 'adduser addgroup' },
    { when: { distroSince: '23.04' }, accounts: { ubuntu: [1000, 1000, '/home/ubuntu'] } },
    {
      when: { distroBefore: '23.10' },
      accounts: { gnats: [41, 41, '/var/lib/gnats'], _apt: [100, 65534, '/nonexistent'] },
    },
    { when: { distroSince: '23.10' }, accounts: { _apt: [42, 65534, '/nonexistent'] } },
  ],
  alpine: [
    {
      user: 'root',
      shell: 'ash',
      packageManager: 'apk',
      libc: 'musl',
      tools: 'busybox',
      entrypoint: [],
      cmd: ['/bin/sh'],
      workdir: '/',
      present: `${TOOLS} ash busybox apk adduser addgroup deluser delgroup chpasswd wget vi ps top ping nc unzip bzip2 less ip ifconfig netstat su crond getent ldd which chroot ca-certificates`,
      absent: `${RARE_OUTSIDE_RED_HAT} bash curl python3 perl useradd usermod userdel groupadd groupmod groupdel file lsb_release apt apt-get dpkg yum dnf microdnf zypper`,
      accounts: {
        root: [0, 0, '/root'],
        bin: [1, 1, '/bin'],
        daemon: [2, 2, '/sbin'],
        lp: [4, 7, '/var/spool/lpd'],
        sync: [5, 0, '/sbin'],
        shutdown: [6, 0, '/sbin'],
        halt: [7, 0, '/sbin'],
        mail: [8, 12, '/var/mail'],
        news: [9, 13, '/usr/lib/news'],
        uucp: [10, 14, '/var/spool/uucppublic'],
        cron: [16, 16, '/var/spool/cron'],
        ftp: [21, 21, '/var/lib/ftp'],
        sshd: [22, 22, '/dev/null'],
        games: [35, 35, '/usr/games'],
        ntp: [123, 123, '/var/empty'],
        guest: [405, 100, '/dev/null'],
        nobody: [65534, 65534, '/'],
        // Releases before 3.20 have these too.
        operator: [11, 0, '/root'],
        man: [13, 15, '/usr/man'],
        postmaster: [14, 12, '/var/mail'],
        at: [25, 25, '/var/spool/cron/atjobs'],
        squid: [31, 31, '/var/cache/squid'],
        xfs: [33, 33, '/etc/X11/fs'],
        cyrus: [85, 12, '/usr/cyrus'],
        vpopmail: [89, 89, '/var/vpopmail'],
        smmsp: [209, 209, '/var/spool/mqueue'],
      },
      groups: {
        wheel: 10,
        tty: 5,
        disk: 6,
        audio: 18,
        video: 27,
        netdev: 28,
        'www-data': 82,
        users: 100,
        shadow: 42,
        nobody: 65534,
      },
    },
  ],
  wolfi: [
    {
      user: 'root',
      shell: 'ash',
      packageManager: 'apk',
      libc: 'glibc',
      tools: 'busybox',
      entrypoint: [],
      cmd: ['/bin/sh'],
    },
    {
      workdir: '/',
      accounts: { root: [0, 0, '/root'], nobody: [65534, 65534, '/'], nonroot: [65532, 65532, '/home/nonroot'] },
    },
    {
      present: `${TOOLS} ash busybox apk adduser addgroup wget ca-certificates`,
      absent: 'bash curl git apt apt-get yum dnf',
    },
  ],
  busybox: [
    { user: 'root', shell: 'ash', packageManager: 'none', tools: 'busybox', entrypoint: [], cmd: ['sh'], workdir: '/' },
    {
      present: `${TOOLS} ash busybox adduser addgroup wget vi ps nc unzip ping`,
      absent: `${RARE_OUTSIDE_RED_HAT} bash curl python3 perl apt apt-get apk yum dnf useradd groupadd ca-certificates`,
      accounts: {
        root: [0, 0, '/root'],
        daemon: [1, 1, '/usr/sbin'],
        bin: [2, 2, '/bin'],
        sys: [3, 3, '/dev'],
        sync: [4, 100, '/bin'],
        mail: [8, 8, '/var/spool/mail'],
        'www-data': [33, 33, '/var/www'],
        operator: [37, 37, '/var'],
        nobody: [65534, 65534, '/home'],
      },
    },
  ],
  centos: [
    RED_HAT_LIKE,
    { cmd: ['/bin/bash'], present: 'yum curl useradd usermod groupadd find xargs tar gzip gunzip awk' },
    { when: { distroBefore: '8' }, packageManager: 'yum', absent: 'dnf microdnf', accounts: { nobody: [99, 99, '/'] } },
    { when: { distroSince: '8' }, packageManager: 'dnf', present: 'dnf', accounts: { nobody: [65534, 65534, '/'] } },
  ],
  rocky: [
    RED_HAT_LIKE,
    {
      cmd: ['/bin/bash'],
      packageManager: 'dnf',
      present: 'dnf yum curl useradd groupadd',
      accounts: { nobody: [65534, 65534, '/'] },
    },
  ],
  almalinux: [
    RED_HAT_LIKE,
    {
      cmd: ['/bin/bash'],
      packageManager: 'dnf',
      present: 'dnf yum curl useradd groupadd',
      accounts: { nobody: [65534, 65534, '/'] },
    },
  ],
  fedora: [
    RED_HAT_LIKE,
    {
      cmd: ['/bin/bash'],
      packageManager: 'dnf',
      present: 'dnf curl useradd groupadd',
      accounts: { nobody: [65534, 65534, '/'] },
    },
  ],
  rhel: [
    RED_HAT_LIKE,
    {
      cmd: ['/bin/bash'],
      packageManager: 'dnf',
      present: 'dnf yum curl useradd groupadd',
      accounts: { nobody: [65534, 65534, '/'] },
    },
  ],
  oraclelinux: [
    RED_HAT_LIKE,
    { cmd: ['/bin/bash'], present: 'curl useradd groupadd' },
    { when: { distroSince: '8', not: ['slim'] }, packageManager: 'dnf', present: 'dnf yum' },
  ],
  amazonlinux: [
    RED_HAT_LIKE,
    { cmd: ['/bin/bash'], present: 'curl', absent: 'useradd groupadd adduser' },
    { when: { distroBefore: '2023' }, packageManager: 'yum', present: 'yum', absent: 'dnf' },
    { when: { distroSince: '2023' }, packageManager: 'dnf', present: 'dnf yum' },
  ],
  azurelinux: [
    {
      user: 'root',
      shell: 'bash',
      libc: 'glibc',
      tools: 'gnu',
      packageManager: 'tdnf',
      entrypoint: [],
      workdir: '/',
      present: `${COREUTILS} bash tdnf rpm`,
      absent: `${RARE} apt apt-get apk wget`,
      accounts: { root: [0, 0, '/root'] },
    },
  ],
  opensuse: [
    {
      user: 'root',
      shell: 'bash',
      libc: 'glibc',
      tools: 'gnu',
      packageManager: 'zypper',
      entrypoint: [],
      cmd: ['/bin/bash'],
      workdir: '/',
      present: `${COREUTILS} bash zypper rpm curl`,
      absent: `${RARE} apt apt-get apk wget`,
      accounts: { root: [0, 0, '/root'] },
    },
  ],
  archlinux: [
    {
      user: 'root',
      shell: 'bash',
      libc: 'glibc',
      tools: 'gnu',
      packageManager: 'pacman',
      entrypoint: [],
      workdir: '/',
      present: `${COREUTILS} bash pacman curl ca-certificates useradd groupadd`,
      absent: 'apt apt-get apk wget git',
      accounts: { root: [0, 0, '/root'], nobody: [65534, 65534, '/'] },
    },
  ],
  scratch: [
    {
      user: 'root',
      shell: 'none',
      packageManager: 'none',
      libc: 'none',
      tools: 'none',
      entrypoint: [],
      cmd: [],
      workdir: '/',
    },
  ],
  windows: [],
};
