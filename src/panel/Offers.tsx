import { t } from '../browser/i18n';
import type { Offer } from '../domain/live-list';
import { getBehaviour } from '../library/checklists';
import { BehaviourRows, type RowsProps } from './BehaviourRows';

interface OffersProps extends RowsProps {
  offers: readonly Offer[];
  /** Ids of the behaviours that stand in front already: each stands in one place. */
  inFront: ReadonlySet<string>;
}

/** What may help right now, below what is always there, so that nothing above moves. */
export function Offers({ offers, inFront, ...rows }: OffersProps) {
  return (
    <>
      {offers.map(({ because, behaviours }) => {
        const offered = behaviours.flatMap(id => getBehaviour(rows.checklist, id) ?? []);
        const wording = offered.find(({ id }) => inFront.has(id));
        return (
          <div key={because} class="offer checklist">
            <p class="soft">{t(because === 'strain' ? 'offerStrain' : 'offerTenseness')}</p>
            <BehaviourRows
              {...rows}
              behaviours={offered.filter(({ id }) => !inFront.has(id))}
              showsWording={because === 'tenseness'}
            />
            {because === 'tenseness' && wording && (
              <p>
                {wording.label}. <span class="soft">{t('couldSay')}</span>{' '}
                {rows.ownWords[wording.id] || wording.couldSay}
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
