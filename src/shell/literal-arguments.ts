/** Programs that are given text for people, patterns, or code that another program expands. */
const TAKES_TEXT = new Set(
  'alias apt-mark chroot cmake docker doas dpkg-query echo envsubst eval find git gosu grep egrep fgrep jq ksh make node npm perl php podman printf psql python python2 python3 rename rg ruby runuser sed sh bash dash ash ssh su su-exec sudo trap unset xargs xprop yarn yq zsh'.split(
    ' ',
  ),
);

/** True for commands in whose arguments `$x` and `~` may well be meant as they are written. */
export function expandsLater(name: string): boolean {
  return TAKES_TEXT.has(name) || name.endsWith('awk') || name.startsWith('perl');
}
