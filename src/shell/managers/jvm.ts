import { build, clean, configure, downloadManifest, named, publish, query, run, test } from './actions.ts';
import { flags, type Manager } from './manager.ts';

const jvm = {
  ecosystem: 'jvm',
  longFlags: true,
  manyGoals: true,
  packagePattern: /^(?<name>.+)$/,
  lockFiles: [],
} as const satisfies Partial<Manager>;

const maven: Manager = {
  ...jvm,
  name: 'maven',
  programs: ['mvn', 'mvnw', 'mvnd'],
  valueFlags: flags(`
    -f --file -s --settings -gs --global-settings -pl --projects -P --activate-profiles -rf --resume-from
    -T --threads -l --log-file -t --toolchains -D --define -b --builder
  `),
  subcommands: {
    ...named(['package', 'install', 'verify', 'compile', 'process-classes', 'process-resources', 'prepare-package'], {
      ...build,
      manifest: 'always',
    }),
    ...named(
      ['spring-boot:build-image', 'native:compile', 'jib:dockerBuild', 'jib:build', 'assembly:single', 'test-compile'],
      build,
    ),
    ...named(
      ['dependency:go-offline', 'dependency:resolve', 'dependency:resolve-plugins', 'dependency:copy-dependencies'],
      downloadManifest,
    ),
    ...named(['dependency:get', 'dependency:copy'], 'download'),
    ...named(['test', 'integration-test', 'surefire:test'], test),
    clean,
    deploy: publish,
    ...named(['spring-boot:run', 'exec:java', 'jetty:run', 'quarkus:dev', 'tomcat7:run'], run),
    ...named(
      ['validate', 'versions:set', 'wrapper:wrapper', 'wrapper', 'help:evaluate', 'dependency:tree', 'initialize'],
      query,
    ),
  },
  assumeYes: ['-B', '--batch-mode', '--non-interactive'],
  caches: [{ path: '/root/.m2/repository', movedBy: ['MAVEN_CONFIG'], kind: 'downloads' }],
  cleanCommand: 'rm -rf /root/.m2/repository',
  manifests: ['pom.xml'],
};

const gradle: Manager = {
  ...jvm,
  name: 'gradle',
  programs: ['gradle', 'gradlew'],
  valueFlags: flags(`
    -p --project-dir -b --build-file -c --settings-file -g --gradle-user-home -I --init-script -x
    --exclude-task --project-cache-dir --console --max-workers --include-build --tests --gradle-version
    --distribution-type --warning-mode --dependency-verification -F
  `),
  subcommands: {
    ...named(
      [
        'build',
        'assemble',
        'bootJar',
        'bootWar',
        'jar',
        'war',
        'shadowJar',
        'fatJar',
        'installDist',
        'distZip',
        'distTar',
      ],
      {
        ...build,
        manifest: 'always',
      },
    ),
    ...named(
      ['classes', 'compileJava', 'compileKotlin', 'install', 'nativeCompile', 'bootBuildImage', 'buildFatJar'],
      build,
    ),
    ...named(
      ['dependencies', 'resolveDependencies', 'downloadDependencies', 'resolveAllDependencies'],
      downloadManifest,
    ),
    ...named(['test', 'check', 'integrationTest'], test),
    clean,
    ...named(['publish', 'publishToMavenLocal'], publish),
    ...named(['run', 'bootRun'], run),
    wrapper: configure,
    ...named(['tasks', 'projects', 'properties', 'help', '--version'], query),
  },
  unknownSubcommand: 'run',
  caches: [{ path: '/root/.gradle', movedBy: ['GRADLE_USER_HOME'], sharing: 'locked', kind: 'downloads' }],
  cleanCommand: 'rm -rf /root/.gradle',
  manifests: ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', 'gradle.properties'],
};

export const jvmManagers: readonly Manager[] = [maven, { ...gradle, lockFiles: ['gradle.lockfile'] }];
