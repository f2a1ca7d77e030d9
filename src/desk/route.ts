import { useLayoutEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../browser/i18n';

/** The desk's screens by hash. A hash names a screen, never a record: browsers keep hashes in their history. */
export const ROUTES = [
  'sessions',
  'latest',
  'session',
  'audit',
  'clients',
  'client',
  'trends',
  'checklists',
  'supervision',
  'settings',
  'proof',
  'help',
] as const;
export type Route = (typeof ROUTES)[number];

/** The screens the navigation leads to, in its order. */
export const NAVIGATION: readonly (readonly [Route, MessageKey])[] = [
  ['sessions', 'navSessions'],
  ['trends', 'navTrends'],
  ['checklists', 'navChecklists'],
  ['supervision', 'navSupervision'],
  ['settings', 'navSettings'],
  ['proof', 'navProof'],
  ['help', 'navHelp'],
];

export function hashOf(route: Route): string {
  return `#/${route}`;
}

function routeOf(hash: string): Route {
  return ROUTES.find(route => hash === hashOf(route)) ?? 'sessions';
}

/** The screen the address bar asks for. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  // Before the first paint, and looking once more: a hash that changes while the page is being drawn must not be missed.
  useLayoutEffect(() => {
    const onHash = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', onHash);
    onHash();
    return () => removeEventListener('hashchange', onHash);
  }, []);
  return route;
}
