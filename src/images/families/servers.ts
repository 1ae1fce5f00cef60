import type { Family, Layer } from './family.ts';

const DOCKER_ENTRYPOINT = ['docker-entrypoint.sh'] as const;
const NGINX: readonly Layer[] = [
  {
    cmd: ['nginx', '-g', 'daemon off;'],
    ports: ['80/tcp'],
    accounts: { nginx: [101, 101, '/nonexistent'] },
    env: { NGINX_VERSION: null },
    present: 'nginx',
  },
  { when: { distro: ['debian'] }, present: 'curl ca-certificates' },
  { when: { distro: ['alpine'] }, accounts: { nginx: [101, 101, '/var/cache/nginx'] } },
  { when: { distro: ['alpine'], not: ['slim'], since: '1.20' }, present: 'curl' },
  { when: { since: '1.20' }, entrypoint: ['/docker-entrypoint.sh'], stopSignal: 'SIGQUIT' },
];

export const SERVERS: readonly Family[] = [
  {
    names: ['nginx'],
    language: 'nginx',
    distro: 'debian',
    suites: { '1.13': 'stretch', '1.15': 'stretch', '1.17': 'buster', '1.22': 'bullseye', '1.23': 'bullseye', '1.25': 'bookworm', '1.26': 'bookworm', '1.27': 'bookworm' },
    layers: NGINX,
  },
  {
    names: ['nginxinc/nginx-unprivileged', 'ghcr.io/nginxinc/nginx-unprivileged', 'ghcr.io/nginx/nginx-unprivileged', 'quay.io/nginx/nginx-unprivileged'],
    language: 'nginx',
    distro: 'debian',
    layers: [...NGINX, { user: '101', ports: ['8080/tcp'] }],
  },
  {
    names: ['httpd'],
    language: 'httpd',
    distro: 'debian',
    layers: [
      {
        cmd: ['httpd-foreground'],
        workdir: '/usr/local/apache2',
        ports: ['80/tcp'],
        stopSignal: 'SIGWINCH',
        env: { HTTPD_PREFIX: '/usr/local/apache2', HTTPD_VERSION: null },
        path: ['/usr/local/apache2/bin'],
        present: 'httpd httpd-foreground',
      },
      { when: { distro: ['alpine'] }, accounts: { 'www-data': [82, 82, '/home/www-data'] } },
    ],
  },
  {
    names: ['caddy'],
    language: 'caddy',
    distro: 'alpine',
    layers: [
      { workdir: '/srv', ports: ['80/tcp', '443/tcp', '443/udp', '2019/tcp'], env: { XDG_CONFIG_HOME: '/config', XDG_DATA_HOME: '/data' }, present: 'caddy' },
      { when: { not: ['builder'] }, cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'] },
      { when: { has: ['builder'] }, present: 'go git xcaddy', cmd: undefined, workdir: '/usr/bin' },
    ],
  },
  {
    names: ['traefik'],
    language: 'traefik',
    distro: 'alpine',
    layers: [{ entrypoint: ['/entrypoint.sh'], cmd: ['traefik'], ports: ['80/tcp'], present: 'traefik' }],
  },
  {
    names: ['haproxy'],
    language: 'haproxy',
    distro: 'debian',
    layers: [
      { entrypoint: DOCKER_ENTRYPOINT, cmd: ['haproxy', '-f', '/usr/local/etc/haproxy/haproxy.cfg'], stopSignal: 'SIGUSR1', present: 'haproxy', env: { HAPROXY_VERSION: null } },
      { accounts: { haproxy: [99, 99, '/var/lib/haproxy'] } },
      { when: { since: '2.4' }, user: 'haproxy', workdir: '/var/lib/haproxy' },
    ],
  },
  {
    names: ['postgres'],
    language: 'postgres',
    distro: 'debian',
    suites: { '9.6': 'stretch', 10: 'stretch', 11: 'stretch', 12: 'bookworm', 13: 'trixie' },
    layers: [
      {
        entrypoint: DOCKER_ENTRYPOINT,
        cmd: ['postgres'],
        ports: ['5432/tcp'],
        env: { PGDATA: '/var/lib/postgresql/data', PG_MAJOR: null, PG_VERSION: null, LANG: 'en_US.utf8' },
        volumes: ['/var/lib/postgresql/data'],
        accounts: { postgres: [999, 999, '/var/lib/postgresql'] },
        present: 'postgres psql pg_isready pg_dump gosu',
      },
      { when: { distro: ['alpine'] }, accounts: { postgres: [70, 70, '/var/lib/postgresql'] }, present: 'bash' },
      { when: { since: '12' }, stopSignal: 'SIGINT' },
      { when: { since: '18' }, volumes: ['/var/lib/postgresql'], env: { PGDATA: null } },
    ],
  },
  {
    names: ['mysql'],
    language: 'mysql',
    layers: [
      {
        user: 'root',
        entrypoint: DOCKER_ENTRYPOINT,
        cmd: ['mysqld'],
        workdir: '/',
        ports: ['3306/tcp', '33060/tcp'],
        volumes: ['/var/lib/mysql'],
        env: { MYSQL_MAJOR: null, MYSQL_VERSION: null },
        accounts: { root: [0, 0, '/root'], mysql: [999, 999, '/var/lib/mysql'] },
        libc: 'glibc',
        present: 'sh bash mysql mysqld mysqladmin gosu',
      },
    ],
  },
  {
    names: ['mariadb'],
    language: 'mariadb',
    distro: 'ubuntu',
    layers: [
      { entrypoint: DOCKER_ENTRYPOINT, ports: ['3306/tcp'], volumes: ['/var/lib/mysql'], accounts: { mysql: [999, 999, '/home/mysql'] }, present: 'mariadb gosu' },
      { when: { since: '11' }, cmd: ['mariadbd'] },
      { when: { before: '10.6' }, cmd: ['mysqld'] },
      { when: { since: '10.6', before: '11' }, cmd: undefined },
    ],
  },
  {
    names: ['mongo'],
    language: 'mongo',
    distro: 'ubuntu',
    suites: { '4.0': 'xenial', '4.2': 'bionic', 4: 'focal', '4.4': 'focal', 5: 'focal', '5.0': 'focal', 6: 'jammy', '6.0': 'jammy' },
    layers: [
      {
        entrypoint: DOCKER_ENTRYPOINT,
        cmd: ['mongod'],
        ports: ['27017/tcp'],
        volumes: ['/data/db', '/data/configdb'],
        env: { MONGO_MAJOR: null, MONGO_VERSION: null },
        accounts: { mongodb: [999, 999, '/data/db'] },
        present: 'mongod gosu',
      },
    ],
  },
  {
    names: ['redis'],
    language: 'redis',
    distro: 'debian',
    suites: { 5: 'bullseye', '5.0': 'bullseye', '6.0': 'bookworm', '7.0': 'bookworm' },
    layers: [
      {
        entrypoint: DOCKER_ENTRYPOINT,
        cmd: ['redis-server'],
        workdir: '/data',
        ports: ['6379/tcp'],
        volumes: ['/data'],
        env: { REDIS_VERSION: null },
        accounts: { redis: [999, 999, '/home/redis'] },
        present: 'redis-server redis-cli',
      },
      { when: { distro: ['alpine'] }, accounts: { redis: [999, 1000, '/home/redis'] } },
    ],
  },
  {
    names: ['memcached'],
    language: 'memcached',
    distro: 'debian',
    layers: [
      { user: 'memcache', entrypoint: DOCKER_ENTRYPOINT, cmd: ['memcached'], ports: ['11211/tcp'], accounts: { memcache: [11211, 11211, '/home/memcache'] }, present: 'memcached' },
    ],
  },
  {
    names: ['rabbitmq'],
    language: 'rabbitmq',
    distro: 'ubuntu',
    layers: [
      { entrypoint: DOCKER_ENTRYPOINT, cmd: ['rabbitmq-server'], volumes: ['/var/lib/rabbitmq'], env: { RABBITMQ_VERSION: null, HOME: '/var/lib/rabbitmq' }, present: 'rabbitmq-server rabbitmqctl rabbitmq-diagnostics' },
    ],
  },
  {
    names: ['wordpress'],
    language: 'wordpress',
    distro: 'debian',
    layers: [
      { entrypoint: DOCKER_ENTRYPOINT, workdir: '/var/www/html', volumes: ['/var/www/html'], present: 'php' },
      { when: { not: ['fpm', 'cli', 'alpine'] }, cmd: ['apache2-foreground'], ports: ['80/tcp'], stopSignal: 'SIGWINCH' },
      { when: { has: ['fpm'] }, cmd: ['php-fpm'], ports: ['9000/tcp'], stopSignal: 'SIGQUIT' },
      { when: { distro: ['alpine'] }, accounts: { 'www-data': [82, 82, '/home/www-data'] } },
      { when: { has: ['cli'] }, user: 'www-data', volumes: [], cmd: ['wp', 'shell'] },
    ],
  },
];
