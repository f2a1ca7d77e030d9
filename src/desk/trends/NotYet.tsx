import { t } from '../../browser/i18n';

/** The most that are named one by one. */
const MOST_NAMED = 5;

interface NotYetProps {
  missing: readonly { readonly label: string; readonly n: number }[];
}

/** Says of which behaviours there are too few sessions to show anything, and how many there are. */
export function NotYet({ missing }: NotYetProps) {
  if (missing.length === 0) return null;
  return (
    <p class="soft">
      {missing.length > MOST_NAMED
        ? t('notYetMany', missing.length)
        : t('notYet', missing.map(({ label, n }) => t('labelWithCount', label, n)).join('; '))}
    </p>
  );
}
