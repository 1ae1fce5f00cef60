// Names that other linters take for those of secrets, whatever the value is.

const BUILDKIT = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const BUILDKIT_ALLOWED = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** As BuildKit's SecretsUsedInArgOrEnv judges (dockerfile2llb/validations.go). */
export function isSecretToBuildkit(name: string): boolean {
  return BUILDKIT.test(name) && !BUILDKIT_ALLOWED.test(name);
}

const HADOLINT_PARTS = /api_key|client_key|password|private|secret|token|username/i;
/** Those of its list that have none of the parts. */
const HADOLINT_NAMES = new Set(
  `APPLICATION_KEY AWS_ACCESS_KEY_ID CI_DEPLOY_USER DOCKER_EMAIL FACEBOOK_APP_ID HEROKU_API_USER OKTA_AUTHN_GROUPID
  OKTA_CLIENT_ORGURL OKTA_OAUTH2_CLIENTID STRIPE_DEVICE_NAME TRAVIS_OS_NAME TRAVIS_SECURE_ENV_VARS TRAVIS_SUDO`.split(
    /\s+/,
  ),
);

/** As hadolint's DL3064 judges. */
export function isSecretToHadolint(name: string): boolean {
  return HADOLINT_PARTS.test(name) || HADOLINT_NAMES.has(name.toUpperCase());
}
