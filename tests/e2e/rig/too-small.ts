/**
 * The expression that lists everything one can press or type in that is smaller than `target`, and every text smaller than
 * `text`, both in CSS pixels. A tick box counts with its label, which is pressed for it.
 */
export const tooSmall = (target: number, text: number) => `(() => {
  const open = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  const isSeen = one => one.checkVisibility({ visibilityProperty: true });
  const controls = [...open.querySelectorAll('a[href], button, select, textarea, summary, input')].filter(isSeen).map(one => {
    const isToggle = one.matches('[type=checkbox], [type=radio]');
    const box = ((isToggle && one.closest('label')) || one).getBoundingClientRect();
    return [(one.getAttribute('aria-label') || one.textContent || one.id).trim(), box];
  });
  const small = controls
    .filter(([, box]) => Math.min(box.width, box.height) < ${target} - 0.5)
    .map(([name, box]) => name + ' is ' + Math.round(box.width) + ' × ' + Math.round(box.height));
  const words = [...open.querySelectorAll('*')]
    .filter(one => isSeen(one) && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(one => !one.matches('head *') && parseFloat(getComputedStyle(one).fontSize) < ${text})
    .map(one => one.tagName + ' “' + one.textContent.slice(0, 30) + '” is ' + getComputedStyle(one).fontSize);
  return [...small, ...words];
})()`;
