import { t } from '../browser/i18n';
import { CONTEXT_CHIPS, type ContextChip } from '../domain/client-context';
import { CONTEXT_WORDS } from '../ui/words';

interface ContextChipsProps {
  chosen: readonly ContextChip[];
  onChoose: (chosen: readonly ContextChip[]) => void;
}

/** How trust is for this client: each chip only brings behaviours forward. */
export function ContextChips({ chosen, onChoose }: ContextChipsProps) {
  return (
    <fieldset>
      <legend>{t('contextTitle')}</legend>
      {CONTEXT_CHIPS.map(chip => {
        const isChosen = chosen.includes(chip);
        const next = isChosen ? chosen.filter(one => one !== chip) : [...chosen, chip];
        return (
          <label key={chip} class="choice">
            <input type="checkbox" checked={isChosen} onChange={() => onChoose(next)} />
            <span>{t(CONTEXT_WORDS[chip])}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
