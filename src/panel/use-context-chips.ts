import { useEffect, useState } from 'preact/hooks';
import type { OpenVault } from '../app/vault-access';
import type { World } from '../app/world';
import type { ContextChip } from '../domain/client-context';

/** The chips noted for this client, and the way to note others; null until they are known, and while `code` is null. */
export function useContextChips(vault: OpenVault, world: World, code: string | null) {
  const [chips, setChips] = useState<readonly ContextChip[] | null>(null);
  useEffect(() => {
    setChips(null);
    if (code === null) return;
    let isCurrent = true;
    void import('../app/clients')
      .then(({ getContext }) => getContext(vault, code))
      .then(
        found => isCurrent && setChips(found),
        () => {},
      );
    return () => {
      isCurrent = false;
    };
  }, [vault, code]);
  const choose = (chosen: readonly ContextChip[]) => {
    if (code === null) return;
    const before = chips;
    setChips(chosen);
    void import('../app/clients')
      .then(({ setContext }) => setContext(vault, world, code, chosen))
      // What was not written is not shown as chosen.
      .catch(() => setChips(before));
  };
  return [chips, choose] as const;
}
