import { t } from '../../browser/i18n';
import { type PhaseShares, USUAL_SHARES } from '../../domain/phase';

const OPENING = [0, 0.1, 0.15, 0.2, 0.25, 0.3];
const CLOSING = [0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4];

interface PhaseSharesChoiceProps {
  id: string;
  shares: PhaseShares | undefined;
  onShares: (shares: PhaseShares) => void;
}

/** How much of the planned length the opening and the closing take, until the therapist chooses a phase by hand. */
export function PhaseSharesChoice({ id, shares, onShares }: PhaseSharesChoiceProps) {
  const now = shares ?? USUAL_SHARES;
  return (
    <fieldset class="stack">
      <legend>{t('phasesByTime')}</legend>
      <p class="soft">{t('phasesByTimeAbout')}</p>
      <div class="row">
        <ShareChoice
          id={`${id}-opening`}
          label={t('openingShare')}
          among={OPENING}
          share={now.opening}
          onShare={opening => onShares({ ...now, opening })}
        />
        <ShareChoice
          id={`${id}-closing`}
          label={t('closingShare')}
          among={CLOSING}
          share={now.closing}
          onShare={closing => onShares({ ...now, closing })}
        />
      </div>
    </fieldset>
  );
}

interface ShareChoiceProps {
  id: string;
  label: string;
  among: readonly number[];
  share: number;
  onShare: (share: number) => void;
}

function ShareChoice({ id, label, among, share, onShare }: ShareChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={share} onChange={event => onShare(Number(event.currentTarget.value))}>
        {[...new Set([...among, share])]
          .sort((one, other) => one - other)
          .map(one => (
            <option key={one} value={one} selected={one === share}>
              {t('percent', Math.round(one * 100))}
            </option>
          ))}
      </select>
    </div>
  );
}
