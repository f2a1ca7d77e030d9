import { setTimeout as pause } from 'node:timers/promises';
import type { Surface } from './surface';

/** What Tab came to: its name, and what is wrong with how that shows; '' when nothing is. */
export interface FocusStop {
  readonly name: string;
  readonly problem: string;
}

/** More than any screen has to stop at. */
const MOST_STOPS = 220;

/** How often a problem is looked at again: a page scrolls to what has the focus in its next frames. */
const LOOKS = 6;

/** Reads where the focus is now; null when no control has it. A problem is one that stays. */
export async function readFocus(page: Surface): Promise<FocusStop | null> {
  let found = await page.eval<FocusStop | null>(focusNow);
  for (let look = 1; found?.problem && look < LOOKS; look += 1) {
    await pause(50);
    found = await page.eval<FocusStop | null>(focusNow);
  }
  return found;
}

/** Lets the next Tab come to the first control. */
export async function startAtTop(page: Surface): Promise<void> {
  await page.eval(
    `void (document.body.setAttribute('tabindex', '-1'), document.body.focus(), scrollTo(0, 0))`,
  );
}

/**
 * Goes once through the page by Tab alone.
 * @returns every stop with something wrong, and every control that Tab never came to.
 */
export async function walkByTab(page: Surface): Promise<string[]> {
  await startAtTop(page);
  await page.eval(forgetWalk);
  const wrong: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.press('Tab');
    const found = await readFocus(page);
    // Past the last control the focus leaves the page for the browser's own, where no test can follow.
    if (!found) break;
    if (found.problem) wrong.push(`${found.name} ${found.problem}`);
    await page.eval('void document.activeElement.setAttribute("data-walked", "")');
    if ((await page.eval<string[]>(leftOut)).length === 0) break;
  }
  return [...new Set(wrong), ...(await page.eval<string[]>(leftOut))];
}

// Sent into the page as source: each uses nothing from outside itself.

function focusNow(): FocusStop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const label = 'labels' in element && element.labels instanceof NodeList ? element.labels[0] : null;
  const drawn = [element, label, element.closest('label')].filter(one => one instanceof HTMLElement);
  const name = (
    element.getAttribute('aria-label') ||
    (label ?? element).textContent ||
    element.id ||
    element.tagName
  )
    .trim()
    .slice(0, 50);
  const hasRing = drawn.some(one => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor);
  });
  // A heading that the page itself gave the focus is nothing to press.
  if (!hasRing && element.tabIndex >= 0) return { name, problem: 'shows no focus ring' };
  const isSeen = drawn.some(one => {
    const box = one.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, innerHeight / 3)];
    const hit = document.elementFromPoint(x, y);
    return hit !== null && drawn.some(each => each.contains(hit));
  });
  return { name, problem: isSeen ? '' : 'has the focus out of sight' };
}

function forgetWalk(): void {
  for (const one of document.querySelectorAll('[data-walked]')) one.removeAttribute('data-walked');
}

function leftOut(): string[] {
  const open = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  const controls = [
    ...open.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ];
  return controls
    .filter(
      one => !one.matches(':disabled, [data-walked]') && one.checkVisibility({ visibilityProperty: true }),
    )
    .filter(one => {
      // Of a group of radios Tab comes to one; the arrows go on from there.
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio]`)].filter(
        other => other.name === one.name && other.form === one.form,
      );
      return !group.some(other => other.hasAttribute('data-walked'));
    })
    .map(
      one => `${one.getAttribute('aria-label') || one.textContent?.trim() || one.id} is not reached by Tab`,
    );
}
