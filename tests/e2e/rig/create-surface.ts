import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { chooseOption, clickPoint, readState, selectAll } from './act-in-page';
import type { DocumentPort, PagePort } from './document-port';
import type { Step } from './find-in-page';
import { actSource, asJson, countSource, elementSource, nameQuery, thereSource } from './in-page-source';
import { keystroke } from './keystroke';
import type { ControlState, PageSurface, Surface } from './surface';

/** Longer text is inserted at once: typing it would take the test longer than it teaches. */
const typedLength = 120;
const defaultTimeoutMs = 12_000;

let axeSource: string | undefined;

function describe(path: readonly Step[]): string {
  const words = path.map(
    ({ role, name }) => `${role} ${'text' in name ? `“${name.text}”` : `/${name.source}/`}`,
  );
  return words.reverse().join(' in ');
}

/** Builds a surface on one document; `scope` is the path of elements to stay within. */
export function createSurface(port: DocumentPort, scope: readonly Step[] = []): Surface {
  const pathTo = (role: string, name: string | RegExp) => [...scope, { role, name: nameQuery(name) }];

  async function evaluate<T>(source: string | ((...args: never[]) => unknown)): Promise<T> {
    return JSON.parse(await port.evaluate(asJson(source))) as T;
  }

  /** Repeats until `attempt` gives something, and throws with what it complained of last. */
  async function repeat<T>(what: string, timeoutMs: number, attempt: () => Promise<T | { problem: string }>) {
    const end = Date.now() + timeoutMs;
    let problem = '';
    do {
      try {
        const result = await attempt();
        if (!(typeof result === 'object' && result !== null && 'problem' in result)) return result as T;
        problem = result.problem;
      } catch (error) {
        // The document may be between two pages; it may also be gone for good, which the timeout then tells.
        problem = error instanceof Error ? error.message : String(error);
      }
      await pause(40);
    } while (Date.now() < end);
    throw new Error(`${port.label}: ${what}: ${problem} (after ${timeoutMs} ms)`);
  }

  async function actOn<T>(
    path: readonly Step[],
    act: (el: Element, ...args: never[]) => T,
    ...args: unknown[]
  ) {
    const found = await evaluate<{ value: T } | null>(actSource(path, act, ...args));
    if (found) return found;
    const there = await evaluate<string[]>(thereSource(path));
    return { problem: `not there. There were: ${there.join(', ') || 'no roles at all'}` };
  }

  async function front(): Promise<void> {
    // Between two documents there is nothing to ask; the act itself waits for the new one.
    const isHidden = await evaluate<boolean>('document.visibilityState === "hidden"').catch(() => false);
    if (isHidden) await port.show();
  }

  const surface: Surface = {
    async click(role, name) {
      await front();
      const path = pathTo(role, name);
      let before: { x: number; y: number } | undefined;
      const point = await repeat(`click ${describe(path)}`, defaultTimeoutMs, async () => {
        const found = await actOn(path, clickPoint);
        if (!('value' in found) || 'problem' in found.value) return 'value' in found ? found.value : found;
        // A person does not hit what is just moving, as what an earlier act has brought pushes it down.
        const isStill = before?.x === found.value.x && before.y === found.value.y;
        before = found.value;
        return isStill ? found.value : { problem: 'still moves' };
      });
      await port.click(point.x, point.y);
    },

    async fill(role, name, text) {
      await front();
      const path = pathTo(role, name);
      await repeat(`fill ${describe(path)}`, defaultTimeoutMs, async () => {
        const found = await actOn(path, selectAll);
        return 'problem' in found ? found : found.value || { problem: 'takes no text now' };
      });
      if (text === '') await port.press(keystroke('Delete'));
      else if (text.length <= typedLength && !text.includes('\n')) await port.type(text);
      else await evaluate(`document.execCommand('insertText', false, ${JSON.stringify(text)})`);
    },

    async choose(name, option) {
      const path = pathTo('combobox', name);
      await repeat(`choose “${option}” in ${describe(path)}`, defaultTimeoutMs, async () => {
        const found = await actOn(path, chooseOption, option);
        if ('problem' in found) return found;
        return found.value ? { problem: found.value } : true;
      });
    },

    async attach(name, file) {
      await surface.wait('file', name);
      await port.attach(elementSource(pathTo('file', name)), file);
    },

    async press(key) {
      await front();
      await port.press(keystroke(key));
    },

    async has(role, name) {
      return (await surface.count(role, name)) > 0;
    },

    async count(role, name) {
      return evaluate<number>(countSource(pathTo(role, name)));
    },

    async wait(role, name, timeoutMs = defaultTimeoutMs) {
      const path = pathTo(role, name);
      await repeat(`wait for ${describe(path)}`, timeoutMs, () => actOn(path, () => true));
    },

    async waitGone(role, name, timeoutMs = defaultTimeoutMs) {
      const path = pathTo(role, name);
      await repeat(`wait until ${describe(path)} is gone`, timeoutMs, async () =>
        (await evaluate<number>(countSource(path))) === 0 ? true : { problem: 'still there' },
      );
    },

    async state(role, name) {
      const path = pathTo(role, name);
      const found = await repeat(`read ${describe(path)}`, defaultTimeoutMs, () => actOn(path, readState));
      return (found as { value: ControlState }).value;
    },

    async until(source, what, timeoutMs = defaultTimeoutMs) {
      await repeat(`wait until ${what}`, timeoutMs, async () =>
        (await evaluate(source)) ? true : { problem: 'it is not so' },
      );
    },

    within: (role, name) => createSurface(port, pathTo(role, name)),
    text: () => evaluate<string>('document.body.innerText'),
    eval: evaluate,

    async picture(file) {
      await front();
      await writeFile(file, await port.picture());
    },

    async axe() {
      axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      // Scanning scrolls nothing, but its colour checks need a page that is being drawn.
      await front();
      await port.evaluate(`(() => { if (!globalThis.axe) { ${axeSource} } return ''; })()`);
      return evaluate<string[]>(
        `axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(run =>
          run.violations.map(each => each.id + ': ' + each.nodes.map(node => node.target.join(' ')).join(' | ')))`,
      );
    },
  };
  return surface;
}

/** Builds a surface on a document that has a tab or window of its own. */
export function createPageSurface(port: PagePort): PageSurface {
  return {
    ...createSurface(port),
    close: () => port.close(),
    reload: () => port.reload(),
    pdf: async file => writeFile(file, await port.pdf()),
    resize: (width, height) => port.resize(width, height),
  };
}
