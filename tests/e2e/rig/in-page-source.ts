import { findInPage, type NameQuery, type Step } from './find-in-page';

/** Compilers that keep function names wrap functions in a helper of this name, which the page does not have. */
const prologue = 'const __name = value => value;';

/** The expression that runs `source` and gives its value as JSON. A function must need nothing from outside itself. */
export function asJson(source: string | ((...args: never[]) => unknown)): string {
  const expression = typeof source === 'string' ? source : `(${source})()`;
  return `(async () => { ${prologue} return JSON.stringify((await (${expression})) ?? null); })()`;
}

/** The expression of the first element on this path, or undefined. */
export function elementSource(path: readonly Step[]): string {
  return `(() => { ${prologue} return (${findInPage})(${JSON.stringify(path)}).elements[0]; })()`;
}

/** The expression that applies `act` to the first element on this path and gives `{ value }`, or null when there is none. */
export function actSource(
  path: readonly Step[],
  act: (el: Element, ...args: never[]) => unknown,
  ...args: unknown[]
) {
  const given = ['found', ...args.map(arg => JSON.stringify(arg))].join(', ');
  return `(() => { const found = ${elementSource(path)}; return found ? { value: (${act})(${given}) } : null; })()`;
}

/** The expression of how many elements the path leads to. */
export function countSource(path: readonly Step[]): string {
  return `(${findInPage})(${JSON.stringify(path)}).elements.length`;
}

/** The expression of every role and name in the place where the path's last step was looked for. */
export function thereSource(path: readonly Step[]): string {
  return `(${findInPage})(${JSON.stringify(path)}).there()`;
}

/** A name in the form that can be sent. */
export function nameQuery(name: string | RegExp): NameQuery {
  return typeof name === 'string' ? { text: name } : { source: name.source, flags: name.flags };
}
