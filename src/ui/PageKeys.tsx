import type { ComponentChildren } from 'preact';
import { KeySheet } from './KeySheet';
import type { KeyRow } from './key-list';
import { useFollowed } from './use-followed';
import { SingleKeys } from './use-keys';

interface PageKeysProps {
  /** Tells whether keys without Ctrl or Alt act, as it changes. */
  follow: (onValue: (areOn: boolean) => void) => () => void;
  /** What `follow` looks at. */
  of: unknown;
  rows: readonly KeyRow[];
  isHidden: boolean;
  where?: Document | undefined;
  children: ComponentChildren;
}

/** Gives a page its keys as the therapist has set them, with the sheet that lists them. */
export function PageKeys({ follow, of, rows, isHidden, where, children }: PageKeysProps) {
  const areOn = useFollowed(follow, true, [of]);
  return (
    <SingleKeys.Provider value={areOn}>
      {children}
      <KeySheet rows={rows} isHidden={isHidden} where={where} />
    </SingleKeys.Provider>
  );
}
