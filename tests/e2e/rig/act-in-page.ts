import type { ControlState } from './surface';

// Sent into the page as source: each uses nothing from outside itself.

/** Where a person would click: the middle of the element, or of its label when the control itself is drawn over. */
export type ClickPoint = { x: number; y: number } | { problem: string };

/** Scrolls the element into view. @returns the point to click, or why it cannot be clicked now. */
export function clickPoint(el: Element): ClickPoint {
  if (el.matches(':disabled') || el.getAttribute('aria-disabled') === 'true')
    return { problem: 'is disabled' };
  const labels = 'labels' in el && el.labels instanceof NodeList ? ([...el.labels] as Element[]) : [];
  // On a phone-like page the middle may still be under a sticky bar at one edge; the middle of the window rarely is.
  el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  let problem = 'has no size';
  for (const target of [el, ...labels]) {
    for (const box of target.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      if (hit && [el, ...labels].some(each => each.contains(hit))) return { x, y };
      problem = hit
        ? `is covered by <${hit.localName} class="${hit.getAttribute('class') ?? ''}"> ${(hit.textContent ?? '').slice(0, 40)}`
        : 'cannot be scrolled into view';
    }
  }
  return { problem };
}

/** Focuses a field and selects what is in it. @returns whether it takes text now. */
export function selectAll(el: Element): boolean {
  if (!(el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement)) return false;
  if (el.disabled || el.readOnly) return false;
  el.scrollIntoView({ block: 'center', behavior: 'instant' });
  el.focus();
  el.select();
  return document.activeElement === el;
}

/** Chooses the option of a select that reads `text`. @returns what went wrong, or an empty string. */
export function chooseOption(el: Element, text: string): string {
  if (!(el instanceof HTMLSelectElement)) return 'is not a <select>';
  const clean = (label: string) => label.replace(/\s+/g, ' ').trim();
  const option = [...el.options].find(each => clean(each.label) === clean(text));
  if (!option)
    return `has no option “${text}”, only ${[...el.options].map(each => `“${each.label}”`).join(', ')}`;
  if (el.disabled || option.disabled) return 'is disabled';
  el.focus();
  el.value = option.value;
  el.dispatchEvent(new Event('input', { bubbles: true }));
  el.dispatchEvent(new Event('change', { bubbles: true }));
  return '';
}

/** Reads what the control tells assistive technology. */
export function readState(el: Element): ControlState {
  const flag = (name: string) => {
    const value = el.getAttribute(name);
    return value === null ? undefined : value === 'true';
  };
  const isField =
    el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement || el instanceof HTMLSelectElement;
  const isToggle = el instanceof HTMLInputElement && (el.type === 'checkbox' || el.type === 'radio');
  const details = el.localName === 'summary' ? el.closest('details') : null;
  const state: Record<string, unknown> = {
    text: (el instanceof HTMLElement ? el.innerText : (el.textContent ?? '')).replace(/\s+/g, ' ').trim(),
    value: isField && !isToggle ? el.value : undefined,
    checked: isToggle ? el.checked : flag('aria-checked'),
    pressed: flag('aria-pressed'),
    expanded: details ? details.open : flag('aria-expanded'),
    disabled: el.matches(':disabled') || flag('aria-disabled') === true,
    focused: document.activeElement === el,
  };
  return state as unknown as ControlState;
}
