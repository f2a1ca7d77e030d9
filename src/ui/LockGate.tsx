import type { ComponentChildren } from 'preact';
import { t } from '../browser/i18n';
import { Locked, type LockedProps } from './Locked';
import { Unreadable, type UnreadableCause } from './Unreadable';

/** How the vault stands, as far as a screen needs to know. */
export type GateState =
  | { readonly is: 'opening' | 'none' | 'locked' | 'unlocked' }
  | { readonly is: 'unreadable'; readonly because: UnreadableCause };

interface LockGateProps extends LockedProps {
  state: GateState;
  onRetry: () => void;
  onBeginAnew: () => void;
  onSaveRawCopy: () => Promise<void>;
  /** Shown when there is no vault yet. */
  welcome: ComponentChildren;
  children: ComponentChildren;
}

/** Lets nothing through while the vault is not unlocked. */
export function LockGate({
  state,
  onRetry,
  onBeginAnew,
  onSaveRawCopy,
  welcome,
  children,
  ...locked
}: LockGateProps) {
  switch (state.is) {
    case 'opening':
      return (
        <main class="opening" aria-busy="true">
          <h1>{t('extensionName')}</h1>
        </main>
      );
    case 'none':
      return <>{welcome}</>;
    case 'locked':
      return <Locked {...locked} />;
    case 'unreadable':
      return (
        <Unreadable
          because={state.because}
          onRetry={onRetry}
          onBeginAnew={onBeginAnew}
          onSaveRawCopy={onSaveRawCopy}
        />
      );
    case 'unlocked':
      return <>{children}</>;
  }
}
