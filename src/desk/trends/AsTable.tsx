import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../browser/i18n';

interface AsTableProps {
  /** What the picture is of; told apart by it. */
  of: string;
  /** Called once the table is wanted. */
  children: () => ComponentChildren;
}

/** What a picture shows, as a table. It is made only when it is opened. */
export function AsTable({ of, children }: AsTableProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {t('asTable')}
        <span class="visually-hidden">: {of}</span>
      </summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section class="scrolls" tabIndex={0} aria-label={t('tableOf', of)}>
          {children()}
        </section>
      )}
    </details>
  );
}
