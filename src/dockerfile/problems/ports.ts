/** Near enough to tell a name from an address. */
const ADDRESS = /^(?:|\d+(?:\.\d+){3}|\[?[\da-fA-F.]*:[\da-fA-F:.]*\]?)$/;

/** Why BuildKit takes a text for no port of EXPOSE; undefined where it is one (`80`, `80/udp`, `8000-8010`, `127.0.0.1:80:80`). */
export function portFault(text: string): string | undefined {
  const parts = text.split(':');
  const [port = '', protocol = '', ...rest] = (parts.at(-1) ?? '').split('/');
  const host = parts.at(-2) ?? '';
  const address = parts.slice(0, -2).join(':');
  if (rest.length > 0 || !['', 'tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) {
    return `\`${[protocol, ...rest].join('/')}\` is neither tcp, udp nor sctp`;
  }
  const range = rangeOf(port);
  if (range === undefined) return port === '' ? 'it has no port' : `\`${port}\` is no port from 0 to 65535`;
  if (!ADDRESS.test(address)) return `\`${address}\` is no IP address`;
  if (host === '') return undefined;
  const hostRange = rangeOf(host);
  if (hostRange === undefined) return `\`${host}\` is no port from 0 to 65535`;
  const fits = range[1] === range[0] || range[1] - range[0] === hostRange[1] - hostRange[0];
  return fits ? undefined : `\`${host}\` and \`${port}\` are of different length`;
}

function rangeOf(text: string): readonly [first: number, last: number] | undefined {
  const dash = text.indexOf('-');
  const first = numberOf(dash === -1 ? text : text.slice(0, dash));
  const last = dash === -1 ? first : numberOf(text.slice(dash + 1));
  if (first === undefined || last === undefined || last < first) return undefined;
  return [first, last];
}

function numberOf(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const number = Number(text);
  return number >= 0 && number <= 65_535 ? number : undefined;
}
