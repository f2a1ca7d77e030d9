import { t } from '../../browser/i18n';
import type { Review } from '../../domain/review';
import { BOND_PARTS, type BondPart, FEELINGS, type Feeling } from '../../domain/session-event';
import { FEELING_WORDS, PART_WORDS } from './answer-words';
import { ChoiceGroup } from './ChoiceGroup';

interface FeltProps {
  felt: Review['felt'];
  onFeel: (part: BondPart, feeling: Feeling | null) => void;
}

/** How goal, task and bond felt, in words. Each can stay open. */
export function Felt({ felt, onFeel }: FeltProps) {
  return (
    <section class="stack answers" aria-labelledby="felt-title">
      <h3 id="felt-title">{t('feltTitle')}</h3>
      {BOND_PARTS.map(part => (
        <div key={part} class="felt">
          <ChoiceGroup
            label={t(PART_WORDS[part].name)}
            hint={t(PART_WORDS[part].asks)}
            options={FEELINGS.map(feeling => [feeling, t(FEELING_WORDS[part][feeling])])}
            value={felt.get(part) ?? null}
            onChoose={feeling => onFeel(part, feeling)}
          />
          {felt.has(part) && (
            <button type="button" class="link" onClick={() => onFeel(part, null)}>
              {t('leaveOpen')}
              <span class="visually-hidden"> {t(PART_WORDS[part].name)}</span>
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
