/** Names of build arguments that hold a commit, a day, a build or the project's own version. */
const COMMIT =
  /^(?:(?:GIT|VCS|SCM|CI|SOURCE|BUILD|REPO)_?)?(?:COMMIT|SHA1?|REVISION|REV|REF)(?:_?(?:SHA1?|HASH|ID|REF|SHORT|DATE))?$/;
const BUILD =
  /^(?:(?:APP|IMAGE|CI|DOCKER)_)?BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|NUM|NO|ID|VERSION|TAG|URL|REV|REVISION)$/;
const OTHER =
  /^(?:GIT_?(?:HASH|TAG|DESCRIBE|BRANCH)|DATE_?CREATED|CREATED|TIMESTAMP|(?:(?:APP|IMAGE|RELEASE|PROJECT|PACKAGE|SERVICE)_)?VERSION)$/;
/** Defaults that stand for what the build is given. */
const STAND_IN =
  /^(?:|unknown|unspecified|undefined|unset|none|null|n\/a|dev|devel|development|local|latest|snapshot|head|main|master|dirty|0+|v?0\.0\.[01](?:[-+.].*)?)$/i;

/** True for a build argument that is given anew with each build: `GIT_SHA`, `BUILD_DATE`, `VERSION` without a default of its own. */
export function isVolatile(name: string, fallback: string | undefined): boolean {
  const upper = name.toUpperCase();
  return (COMMIT.test(upper) || BUILD.test(upper) || OTHER.test(upper)) && STAND_IN.test(fallback ?? '');
}
