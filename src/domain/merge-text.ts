/**
 * Joins two writers' changes to one text. Changes in different places both land; where they touch, both stand, one
 * after the other, so that nothing written is lost. What both did alike is done once.
 * @param base what both had before them.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;

  const my = changeOf(base, mine);
  const their = changeOf(base, theirs);
  const [first, second] = my.from <= their.from ? [my, their] : [their, my];
  if (first.to <= second.from) {
    return (
      base.slice(0, first.from) +
      first.text +
      base.slice(first.to, second.from) +
      second.text +
      base.slice(second.to)
    );
  }
  const from = first.from;
  const to = Math.max(my.to, their.to);
  const widen = ({ from: start, to: end, text }: Change) =>
    base.slice(from, start) + text + base.slice(end, to);
  return `${base.slice(0, from)}${widen(their)}\n${widen(my)}${base.slice(to)}`;
}

/** What was put into `base` to make it `changed`; from its first change to its last when there are several. */
export function insertedInto(base: string, changed: string): string {
  return changeOf(base, changed).text;
}

/** `text` stands where `base.slice(from, to)` stood. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function changeOf(base: string, changed: string): Change {
  const shorter = Math.min(base.length, changed.length);
  let from = 0;
  while (from < shorter && base[from] === changed[from]) from += 1;
  if (isInsidePair(base, from) || isInsidePair(changed, from)) from -= 1;
  let tail = 0;
  while (tail < shorter - from && base[base.length - 1 - tail] === changed[changed.length - 1 - tail])
    tail += 1;
  if (isInsidePair(base, base.length - tail) || isInsidePair(changed, changed.length - tail)) tail -= 1;
  return { from, to: base.length - tail, text: changed.slice(from, changed.length - tail) };
}

/** Whether a character that takes two units, an emoji say, would be cut in half at this place. */
function isInsidePair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
