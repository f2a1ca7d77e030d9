import platformsJson from './platforms.json';

/** A video platform as its URL tells it. `inCall` is null when the URL cannot tell a call from the pages around it. */
export interface RecognisedPlatform {
  readonly name: string;
  readonly inCall: boolean | null;
}

/**
 * Names the platform a tab's URL belongs to, by scheme and host alone.
 * @returns null for an unknown site and for anything that is not an https URL. Never throws.
 */
export function recognisePlatform(url: string): RecognisedPlatform | null {
  if (!URL.canParse(url)) return null;
  const { href, protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:') return null;
  const candidates = platformsJson.platforms.filter(({ match }) =>
    match.some(pattern => matches(pattern, hostname, pathname)),
  );
  // One product may run on another's host (accuRx on Whereby). The one whose calls have a known URL owns the host.
  const found = candidates.find(({ inCall }) => inCall !== null) ?? candidates[0];
  if (!found) return null;
  return { name: found.name, inCall: found.inCall === null ? null : new RegExp(found.inCall).test(href) };
}

/** Match patterns as browsers read them, for the forms our data has: `https://host/path*` and `https://*.host/path*`. */
function matches(pattern: string, hostname: string, pathname: string): boolean {
  const { host, path } = /^https:\/\/(?<host>[^/]+)(?<path>\/.*)$/.exec(pattern)?.groups ?? {};
  if (!host || !path) return false;
  const isHost = host.startsWith('*.')
    ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
    : hostname === host;
  return isHost && pathname.startsWith(path.replace(/\*$/, ''));
}
