/** A site that is recognised: one host, and the beginning of its calls' path, '' for all of it. Never what was in a call. */
export interface Site {
  readonly host: string;
  /** '' or a path without a slash at its end, such as `/b`. */
  readonly path: string;
}

/** Why something typed or met is no site that could be recognised. */
export type NoSite = 'not-an-address' | 'not-https' | 'with-port' | 'with-name';

/** Longer is no address of a call. */
const MOST_CHARACTERS = 500;
/** A name with a dot in it, or four numbers; never a star, which would mean more than one host. */
const HOST = /^(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;

/**
 * Reads a host with or without scheme and path, as people type or paste it. Query and fragment, where a call's secrets
 * are, are dropped. Never throws.
 */
export function parseSite(typed: string): Site | NoSite {
  const text = typed.trim();
  if (text === '' || text.length > MOST_CHARACTERS) return 'not-an-address';
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`);
  if (!url) return 'not-an-address';
  if (url.protocol !== 'https:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'with-name';
  if (url.port !== '') return 'with-port';
  if (!HOST.test(url.hostname)) return 'not-an-address';
  return { host: url.hostname, path: url.pathname.replace(/\/+$/, '') };
}

/** The site of a tab's URL as a whole, without its path; null for anything that cannot be recognised. Never throws. */
export function hostOf(url: string): Site | null {
  const site = /^https:\/\//i.test(url) ? parseSite(url.split(/[?#]/)[0] ?? '') : 'not-https';
  return isSite(site) ? { host: site.host, path: '' } : null;
}

/** Tells a site from the reason why there is none. */
export function isSite(read: Site | NoSite): read is Site {
  return typeof read === 'object';
}

/** The one host of a site, as browsers name what may be seen. */
export function originOf({ host }: Site): string {
  return `https://${host}/*`;
}

/** Whether what the browser lets Sidelight see holds this one host, alone or among all. */
export function isHeld(origin: string, held: readonly string[]): boolean {
  return [origin, 'https://*/*', '*://*/*', '<all_urls>'].some(one => held.includes(one));
}

/** The first of these sites the URL belongs to; a path counts whole parts, so `/b` is not `/blog`. Never throws. */
export function findSite(url: string, sites: readonly Site[]): Site | null {
  const there = URL.parse(url);
  if (there?.protocol !== 'https:') return null;
  const { hostname, pathname } = there;
  return (
    sites.find(
      ({ host, path }) =>
        host === hostname && (path === '' || pathname === path || pathname.startsWith(`${path}/`)),
    ) ?? null
  );
}

/** The sites with one more; the same when it is there already. */
export function withSite(sites: readonly Site[], site: Site): readonly Site[] {
  return sites.some(one => isSame(one, site)) ? sites : [...sites, site];
}

/** The sites without this one. */
export function withoutSite(sites: readonly Site[], site: Site): readonly Site[] {
  return sites.filter(one => !isSame(one, site));
}

function isSame(one: Site, other: Site): boolean {
  return one.host === other.host && one.path === other.path;
}
