import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../browser/i18n';

interface CurtainProps {
  isDown: boolean;
  onShow: () => void;
  children: ComponentChildren;
}

/** Hides the page behind one neutral line. What is behind stays as it was, words half typed included. */
export function Curtain({ isDown, onShow, children }: CurtainProps) {
  const show = useRef<HTMLButtonElement>(null);
  const behind = useRef<Element | null>(null);

  // Before the next paint: once it is hidden, the browser takes the focus away from the field it was in.
  useLayoutEffect(() => {
    if (isDown) {
      behind.current = document.activeElement;
      show.current?.focus();
    } else if (behind.current instanceof HTMLElement) {
      behind.current.focus();
    }
  }, [isDown]);

  return (
    <>
      <div class="behind" hidden={isDown}>
        {children}
      </div>
      {isDown && (
        <main class="curtain">
          <h1>{t('paused')}</h1>
          <button type="button" ref={show} onClick={onShow}>
            {t('show')}
          </button>
        </main>
      )}
    </>
  );
}
