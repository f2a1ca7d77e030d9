/** A name to look for: the whole name, or a regular expression's two parts. */
export type NameQuery = { text: string } | { source: string; flags: string };

/** One step of a search: the first such element inside the one before. */
export interface Step {
  role: string;
  name: NameQuery;
}

/** What a search gives: the elements that match the last step, and what else there was to see. */
export interface Found {
  elements: Element[];
  /** Every role and name inside the last place that was found, to explain a miss. */
  there(): string[];
}

/**
 * Finds elements by role and accessible name, for the ordinary cases of the ARIA and accessible-name standards.
 * Its source is sent into the page, so it uses nothing from outside itself.
 */
export function findInPage(path: readonly Step[]): Found {
  const roleOfTag: Record<string, string> = {
    a: 'link',
    area: 'link',
    article: 'article',
    aside: 'complementary',
    button: 'button',
    dd: 'definition',
    details: 'group',
    dialog: 'dialog',
    dt: 'term',
    fieldset: 'group',
    figure: 'figure',
    footer: 'contentinfo',
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    h4: 'heading',
    h5: 'heading',
    h6: 'heading',
    header: 'banner',
    hr: 'separator',
    li: 'listitem',
    main: 'main',
    menu: 'list',
    meter: 'meter',
    nav: 'navigation',
    ol: 'list',
    option: 'option',
    output: 'status',
    p: 'paragraph',
    progress: 'progressbar',
    summary: 'button',
    table: 'table',
    td: 'cell',
    textarea: 'textbox',
    th: 'columnheader',
    tr: 'row',
    ul: 'list',
  };
  const roleOfType: Record<string, string> = {
    button: 'button',
    checkbox: 'checkbox',
    file: 'file',
    hidden: '',
    image: 'button',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
  };
  const namedByContent =
    'button cell checkbox columnheader heading link menuitem menuitemcheckbox menuitemradio option radio row switch tab term treeitem';
  const alsoByText = 'alert status log listitem paragraph definition';

  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  const isListed = (list: string, word: string) => list.split(' ').includes(word);
  const authored = (el: Element) => {
    const byIds = clean(
      (el.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map(id => (id ? document.getElementById(id) : null))
        .map(other => (other ? clean(other.getAttribute('aria-label') ?? '') || content(other) : ''))
        .join(' '),
    );
    return byIds || clean(el.getAttribute('aria-label') ?? '');
  };

  const roleOf = (el: Element): string => {
    const explicit = el.getAttribute('role')?.trim().split(/\s+/)[0];
    if (explicit) return explicit;
    const tag = el.localName;
    if (tag === 'a' || tag === 'area') return el.hasAttribute('href') ? 'link' : '';
    if (tag === 'img') return el.getAttribute('alt') === '' ? '' : 'img';
    if (tag === 'section') return authored(el) ? 'region' : '';
    if (tag === 'form') return authored(el) ? 'form' : '';
    if (el instanceof HTMLSelectElement) return el.multiple || el.size > 1 ? 'listbox' : 'combobox';
    if (el instanceof HTMLInputElement) return el.list ? 'combobox' : (roleOfType[el.type] ?? 'textbox');
    return roleOfTag[tag] ?? '';
  };

  const isShown = (el: Element): boolean => {
    if (el.getAttribute('aria-hidden') === 'true' || el.hasAttribute('inert')) return false;
    const style = getComputedStyle(el);
    if (style.display === 'contents') return true;
    return style.display !== 'none' && el.checkVisibility();
  };

  /** The text alternative of what is inside, leaving out hidden parts and the control that is being named. */
  const content = (node: Node, self?: Element): string => {
    let text = '';
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
      if (!(child instanceof Element) || child === self || !isShown(child)) continue;
      const isInline = getComputedStyle(child).display.startsWith('inline');
      const inside = authored(child) || child.getAttribute('alt') || content(child, self);
      text += child.localName === 'br' ? ' ' : isInline ? inside : ` ${inside} `;
    }
    return clean(text) === '' ? '' : text.replace(/\s+/g, ' ');
  };

  const nameOf = (el: Element, role: string): string => {
    const own = authored(el);
    if (own) return own;
    if ('labels' in el && el.labels instanceof NodeList && el.labels.length > 0) {
      const label = clean([...el.labels].map(each => content(each, el)).join(' '));
      if (label) return label;
    }
    if (el instanceof HTMLFieldSetElement)
      return clean(content(el.querySelector(':scope > legend') ?? new Text()));
    if (el instanceof HTMLTableElement && el.caption) return clean(content(el.caption));
    if (el.localName === 'img') return clean(el.getAttribute('alt') ?? el.getAttribute('title') ?? '');
    if (el instanceof HTMLInputElement && role === 'button') return el.value;
    if (isListed(namedByContent, role) || isListed(alsoByText, role)) {
      const text = clean(content(el));
      if (text) return text;
    }
    return clean(el.getAttribute('title') ?? el.getAttribute('placeholder') ?? '');
  };

  function* shown(root: Element): Generator<Element> {
    for (const child of root.children) {
      if (!isShown(child)) continue;
      if (getComputedStyle(child).visibility === 'visible') yield child;
      yield* shown(child);
    }
  }

  const fits = (el: Element, { role, name }: Step): boolean => {
    const actual = roleOf(el);
    if (role !== 'any' && actual !== role) return false;
    const text = role === 'any' ? authored(el) || (actual && nameOf(el, actual)) : nameOf(el, actual);
    return 'text' in name ? text === clean(name.text) : new RegExp(name.source, name.flags).test(text);
  };

  // An open modal dialog makes everything else inert, without any attribute to tell.
  let places: Element[] = [[...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement];
  let searched = places[0] as Element;
  let isFirst = true;
  for (const step of path) {
    const place = places[0];
    if (!place) break;
    searched = place;
    const matches: Element[] = isFirst && fits(searched, step) ? [searched] : [];
    for (const el of shown(searched)) if (fits(el, step)) matches.push(el);
    places = matches;
    isFirst = false;
  }
  const there = () => {
    const lines = new Set<string>();
    for (const el of shown(searched)) {
      const role = roleOf(el);
      if (role && role !== 'paragraph') lines.add(`${role} “${nameOf(el, role).slice(0, 80)}”`);
    }
    return [...lines];
  };
  return { elements: places, there };
}
