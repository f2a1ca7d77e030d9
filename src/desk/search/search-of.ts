import { Search } from '../../app/search';
import type { OpenVault } from '../../app/vault-access';
import { beforeLocking } from '../../ui/before-locking';

const searches = new WeakMap<OpenVault, Search>();

/** The search of this vault in this page. It stands as long as the vault is open, and its memory is gone before the page locks. */
export function searchOf(vault: OpenVault): Search {
  const known = searches.get(vault);
  if (known) return known;
  const search = new Search(vault);
  searches.set(vault, search);
  beforeLocking(async () => search.end());
  return search;
}
