const BRANCH = '(?:refs/heads/[^/]+|master|main|HEAD|develop|trunk)';
/** Where services that host repositories have the name of a branch in their URLs. */
const BRANCH_URLS = [
  new RegExp(`^https?://raw\\.githubusercontent\\.com/[^/]+/[^/]+/(${BRANCH})/`),
  new RegExp(
    `^https?://github\\.com/[^/]+/[^/]+/(?:raw|blob|tree|tarball|zipball|archive|archive/refs/heads)/(${BRANCH})(?:/|\\.|\\?|$)`,
  ),
  new RegExp(`^https?://codeload\\.github\\.com/[^/]+/[^/]+/[^/]+/(${BRANCH})(?:/|\\?|$)`),
  new RegExp(`^https?://[^/]+/[^?]*/-/(?:raw|archive)/(${BRANCH})(?:/|\\?|$)`),
];
/** `/latest/`, `/releases/latest`, `/nightly/`, `tool-latest.tar.gz`. */
const LATEST = /[/_-](latest|nightly)(?=\/|\?|$|[._-][a-z])/i;

/** What in a URL stands for another file with time: a branch, `latest`, `nightly`; undefined where nothing does. */
export function movingPart(url: string): string | undefined {
  for (const pattern of BRANCH_URLS) {
    const branch = pattern.exec(url)?.[1];
    if (branch !== undefined) return branch;
  }
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*/, '');
  return LATEST.exec(path)?.[1];
}
