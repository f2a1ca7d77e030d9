import type { ComponentChildren } from 'preact';
import type { WordsDraft } from '../app/words-draft';
import { t } from '../browser/i18n';
import { SavingText } from '../ui/SavingText';

/** The private process note. */
export function NoteField({ note, children }: { note: WordsDraft; children: ComponentChildren }) {
  return (
    <SavingText
      id="note"
      label={t('note')}
      hint={t('noteHint')}
      text={note.text.value}
      state={note.state.value}
      hasDamage={note.hasDamage.value}
      onType={text => note.type(text)}
      onLeave={() => void note.flush()}
    >
      {children}
    </SavingText>
  );
}
