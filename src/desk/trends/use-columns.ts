import { useLayoutEffect, useState } from 'preact/hooks';

/** Pixels: one session, the labels beside them on a small and a large page, and the widest the page gets. */
const COLUMN = 26;
const LABELS = { small: 132, large: 210 };
const SMALL = 560;
const WIDEST = 832;
const MOST = 24;
const FEWEST = 4;

/** How many sessions stand beside each other on this page. */
export function useColumns(): number {
  const [columns, setColumns] = useState(countColumns);
  useLayoutEffect(() => {
    const onResize = () => setColumns(countColumns());
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return columns;
}

function countColumns(): number {
  const isSmall = innerWidth <= SMALL;
  const width = Math.min(WIDEST, innerWidth - (isSmall ? 32 : 64));
  const room = Math.floor((width - (isSmall ? LABELS.small : LABELS.large)) / COLUMN);
  return Math.max(FEWEST, Math.min(MOST, room));
}
