import type { OpenVault } from '../../app/vault-access';
import { t } from '../../browser/i18n';
import { ActivitySection } from './ActivitySection';
import { BackupsSection } from './BackupsSection';
import { CheckYourself } from './CheckYourself';
import { PermissionsSection } from './PermissionsSection';
import { RecordsSection } from './RecordsSection';
import { RequestsSection } from './RequestsSection';
import { SealedRowSection } from './SealedRowSection';
import { StoredSection } from './StoredSection';

/** What Sidelight may do, holds and did, as the browser and the disk tell it. */
export function ProofPage({ vault }: { vault: OpenVault }) {
  return (
    <>
      <header class="stack">
        <h1>{t('navProof')}</h1>
        <p>{t('proofAbout')}</p>
      </header>
      <RequestsSection />
      <CheckYourself />
      <PermissionsSection />
      <StoredSection vault={vault} />
      <SealedRowSection vault={vault} />
      <RecordsSection vault={vault} />
      <BackupsSection vault={vault} />
      <ActivitySection vault={vault} />
    </>
  );
}
