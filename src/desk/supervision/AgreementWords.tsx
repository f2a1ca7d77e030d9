import { language, t } from '../../browser/i18n';
import { type Agreement, FEWEST_FOR_KAPPA } from '../../domain/agreement';

/** How often two people chose the same rating, in counts, and kappa only where there is enough to tell it. */
export function AgreementWords({ agreement }: { agreement: Agreement }) {
  const { pairs, kappa } = agreement;
  const number = new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <>
      <p>{exactWords(agreement)}</p>
      {kappa ? (
        <p>
          {t('kappa', number.format(kappa.kappa), number.format(kappa.from), number.format(kappa.to))}{' '}
          <span class="soft">{t('kappaMethod')}</span>
        </p>
      ) : (
        <p class="soft">
          {pairs < FEWEST_FOR_KAPPA ? t('kappaTooFew', FEWEST_FOR_KAPPA) : t('kappaNothingVaries')}
        </p>
      )}
      <p class="soft">{t('agreementAbout')}</p>
    </>
  );
}

function exactWords({ pairs, exact }: Agreement): string {
  if (pairs === 0) return t('agreementNone');
  if (pairs === 1) return t(exact === 1 ? 'agreementOneSame' : 'agreementOneApart');
  return t('agreement', exact, pairs);
}
