import type { Family, Layer } from './family.ts';

const TEMURIN: Layer = {
  env: {
    JAVA_HOME: '/opt/java/openjdk',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US:en',
    LC_ALL: 'en_US.UTF-8',
    JAVA_VERSION: null,
  },
  path: ['/opt/java/openjdk/bin'],
  present: 'java keytool ca-certificates',
};
const JDK = 'javac jar jshell jlink jdeps';

/** ASP.NET's images run as root unless they are chiseled or distroless; from .NET 8 on they have the account `app`. */
const DOTNET: readonly Layer[] = [
  { env: { DOTNET_RUNNING_IN_CONTAINER: 'true' }, present: 'ca-certificates' },
  {
    when: { since: '8' },
    accounts: { app: [1654, 1654, '/home/app'] },
    env: { APP_UID: '1654', ASPNETCORE_HTTP_PORTS: '8080' },
  },
  { when: { before: '8' }, env: { ASPNETCORE_URLS: 'http://+:80' } },
  ...['chiseled', 'distroless'].map((word): Layer => ({
    when: { has: [word] },
    shell: 'none',
    packageManager: 'none',
    tools: 'none',
    entrypoint: [],
    cmd: [],
    workdir: '/',
    absent: 'sh bash curl wget apt apt-get tdnf ls cat mkdir useradd groupadd adduser',
  })),
  ...['chiseled', 'distroless'].map((word): Layer => ({ when: { has: [word], since: '8' }, user: '1654' })),
];
const DOTNET_SUITES = {
  '3.*': 'buster',
  '5.*': 'buster',
  '6.*': 'bullseye',
  '7.*': 'bullseye',
  '8.*': 'bookworm',
  '9.*': 'bookworm',
  '10.*': 'noble',
};
// Tags without a distribution keep theirs for a version's whole life.
const DOTNET_DISTROS = [
  [{ before: '10' }, 'debian'],
  [{ since: '10' }, 'ubuntu'],
] as const;
const dotnet = (name: string): string[] => [
  `mcr.microsoft.com/dotnet/${name}`,
  `mcr.microsoft.com/dotnet/core/${name}`,
];

export const JAVA_AND_DOTNET: readonly Family[] = [
  {
    names: ['eclipse-temurin'],
    language: 'java',
    distro: 'ubuntu',
    suites: { 18: 'jammy', 19: 'jammy', 20: 'jammy', 22: 'noble', 23: 'noble', 24: 'noble' },
    layers: [
      TEMURIN,
      { entrypoint: ['/__cacert_entrypoint.sh'], cmd: [] },
      // Releases before the autumn of 2023 have no entrypoint.
      { when: { isRelease: true }, entrypoint: undefined, cmd: undefined },
      { when: { not: ['jre'] }, present: JDK },
      { when: { not: ['jre'], since: '9' }, cmd: ['jshell'] },
      { when: { has: ['jre'] }, absent: 'javac jshell' },
    ],
  },
  {
    names: ['openjdk'],
    language: 'java',
    // From 12 on the plain tags stand on Oracle Linux.
    distro: [
      [{ has: ['slim'] }, 'debian'],
      [{ before: '12' }, 'debian'],
    ],
    layers: [
      { when: { not: ['jre'] }, present: `java ${JDK}` },
      { when: { has: ['jre'] }, present: 'java', absent: 'javac' },
      { env: { JAVA_HOME: null, JAVA_VERSION: null } },
      { when: { not: ['jre'], since: '9' }, cmd: ['jshell'] },
    ],
  },
  {
    names: ['amazoncorretto'],
    language: 'java',
    layers: [{ env: { JAVA_HOME: null, LANG: 'C.UTF-8' }, present: 'java' }],
  },
  {
    names: ['maven'],
    language: 'maven',
    distro: [
      [{ has: ['temurin'] }, 'ubuntu'],
      [{ has: ['slim'] }, 'debian'],
    ],
    layers: [
      {
        user: 'root',
        entrypoint: ['/usr/local/bin/mvn-entrypoint.sh'],
        cmd: ['mvn'],
        env: { MAVEN_HOME: '/usr/share/maven', MAVEN_CONFIG: '/root/.m2', JAVA_HOME: null },
        present: `sh mvn java ${JDK}`,
      },
    ],
  },
  {
    names: ['gradle'],
    language: 'gradle',
    layers: [
      {
        user: 'root',
        cmd: ['gradle'],
        workdir: '/home/gradle',
        accounts: { gradle: [1000, 1000, '/home/gradle'] },
        env: { GRADLE_HOME: '/opt/gradle', GRADLE_VERSION: null, JAVA_HOME: null },
        present: `sh gradle java ${JDK}`,
      },
    ],
  },
  {
    names: ['tomcat'],
    language: 'tomcat',
    layers: [
      {
        user: 'root',
        cmd: ['catalina.sh', 'run'],
        workdir: '/usr/local/tomcat',
        ports: ['8080/tcp'],
        env: { CATALINA_HOME: '/usr/local/tomcat', JAVA_HOME: null },
        present: 'sh java catalina.sh',
      },
    ],
  },
  {
    names: dotnet('sdk'),
    language: 'dotnet',
    distro: DOTNET_DISTROS,
    suites: DOTNET_SUITES,
    layers: [
      ...DOTNET,
      {
        env: { DOTNET_VERSION: null, ASPNET_VERSION: null, DOTNET_SDK_VERSION: null, NUGET_XMLDOC_MODE: 'skip' },
        present: 'dotnet curl git',
      },
      { when: { distro: ['debian', 'ubuntu'] }, present: 'wget ps' },
    ],
  },
  ...['aspnet', 'runtime'].map((name): Family => ({
    names: dotnet(name),
    language: 'dotnet',
    listsPrograms: true,
    distro: DOTNET_DISTROS,
    suites: DOTNET_SUITES,
    layers: [...DOTNET, { env: { DOTNET_VERSION: null }, present: 'dotnet' }],
  })),
  {
    names: dotnet('runtime-deps'),
    language: 'dotnet',
    listsPrograms: true,
    distro: DOTNET_DISTROS,
    suites: DOTNET_SUITES,
    layers: DOTNET,
  },
];
