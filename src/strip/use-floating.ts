import { useState } from 'preact/hooks';
import { canFloat, openFloatingWindow } from '../browser/floating-window';
import { t } from '../browser/i18n';
import { FLOATING_SIZE } from '../domain/strip-place';

/** How the strip stands to its floating window. */
export interface Floating {
  /** `cannot`: this browser has no such window. `refused`: it has, and gave none. */
  readonly is: 'resting' | 'floating' | 'cannot' | 'refused';
  /** The document the strip is in. */
  readonly where: Document;
  /** To be called in a click. */
  readonly start: () => void;
  /** Once it was read why there is no such window. */
  readonly rest: () => void;
}

/** Lets `root` move to a window that stays on top, and brings it back when that window is closed. */
export function useFloating(root: HTMLElement, onFloated: (floating: Window) => void): Floating {
  const [is, setIs] = useState<Floating['is']>('resting');
  const [where, setWhere] = useState(document);

  const start = () => {
    if (!canFloat()) return setIs('cannot');
    openFloatingWindow(FLOATING_SIZE).then(
      floating => {
        const left = document.createElement('div');
        left.className = 'quiet';
        left.textContent = t('stripFloats');
        root.replaceWith(left);
        floating.document.body.append(root);
        onFloated(floating);
        setIs('floating');
        setWhere(floating.document);
        floating.addEventListener('pagehide', () => {
          left.replaceWith(root);
          setIs('resting');
          setWhere(document);
        });
      },
      // Another window may float already, the call's own say; browsers allow one.
      () => setIs('refused'),
    );
  };
  return { is, where, start, rest: () => setIs('resting') };
}
