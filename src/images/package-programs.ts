/** Programs that a system package brings, where its name is not theirs. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'build-essential': 'gcc g++ cc c++ make dpkg-dev',
  'build-base': 'gcc g++ cc c++ make',
  'base-devel': 'gcc g++ cc c++ make',
  gcc: 'gcc cc',
  'g++': 'g++ c++',
  'gcc-c++': 'g++ c++',
  procps: 'ps top free pgrep pkill',
  'procps-ng': 'ps top free pgrep pkill',
  netcat: 'nc',
  'netcat-openbsd': 'nc',
  'netcat-traditional': 'nc',
  'nmap-ncat': 'nc ncat',
  'iputils-ping': 'ping',
  iputils: 'ping',
  iproute2: 'ip ss',
  'net-tools': 'ifconfig netstat',
  dnsutils: 'dig nslookup',
  'bind-tools': 'dig nslookup',
  'openssh-client': 'ssh ssh-keygen scp',
  'openssh-clients': 'ssh ssh-keygen scp',
  gnupg: 'gpg',
  gnupg2: 'gpg',
  'lsb-release': 'lsb_release',
  'python3-minimal': 'python3',
  'python3-pip': 'python3 pip3 pip',
  'py3-pip': 'python3 pip3 pip',
  python3: 'python3',
  nodejs: 'node nodejs',
  'nodejs-current': 'node',
  'default-jre': 'java',
  'default-jre-headless': 'java',
  'default-jdk': 'java javac',
  'default-jdk-headless': 'java javac',
  'postgresql-client': 'psql pg_isready pg_dump',
  'redis-tools': 'redis-cli',
  'default-mysql-client': 'mysql mysqladmin',
  'mariadb-client': 'mysql mysqladmin mariadb',
  'mysql-client': 'mysql mysqladmin',
  'xz-utils': 'xz',
  'p7zip-full': '7z',
  imagemagick: 'convert',
  shadow: 'useradd groupadd usermod groupmod userdel groupdel',
  'shadow-utils': 'useradd groupadd usermod groupmod userdel groupdel',
  adduser: 'adduser addgroup deluser',
  'util-linux': 'setpriv mount',
  cron: 'cron crontab',
};

/** The programs that a system package surely brings: one of its own name, and those of the table. */
export function programsOf(packageName: string): readonly string[] {
  const listed = Object.hasOwn(PROGRAMS, packageName) ? PROGRAMS[packageName] : undefined;
  if (listed !== undefined) return listed.split(' ');
  if (/^openjdk-?\d+-(?:jre|jdk)(?:-headless)?$/.test(packageName))
    return packageName.includes('jdk-') || packageName.endsWith('jdk') ? ['java', 'javac'] : ['java'];
  return [packageName];
}
