import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SessionRecord } from '../../app/session-record';
import { t } from '../../browser/i18n';
import { isRefusal } from '../../domain/refusal';
import { SavingText } from '../../ui/SavingText';
import { TextField } from '../../ui/TextField';
import { dayWords } from '../../ui/words';

interface AmendFormProps {
  record: SessionRecord;
  today: string;
  onClose: () => void;
}

/** Adds to what was signed off, with the reason and the day. What is typed is kept until it is added or thrown away. */
export function AmendForm({ record, today, onClose }: AmendFormProps) {
  const { reason, text } = record.amendment;
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (reason.text.value.trim() === '') return setProblem(t('amendNeedsReason'));
    if (text.text.value.trim() === '') return setProblem(t('amendNeedsText'));
    setProblem(null);
    const outcome = await record.amend().catch(() => null);
    if (outcome === null || isRefusal(outcome)) setProblem(t('reviewNotTaken'));
    // Added in another window meanwhile; what was typed here beyond it stays in hand.
    else if (outcome.length === 0 && text.text.value.trim() !== '') setProblem(t('amendNeedsReason'));
    else onClose();
  };
  const discard = () => {
    for (const draft of [reason, text]) {
      draft.type('');
      void draft.flush();
    }
    onClose();
  };
  return (
    <form class="card stack no-print" aria-label={t('amend')} onSubmit={submit}>
      <p class="soft">{t('amendAbout', dayWords(today))}</p>
      <TextField
        label={t('amendReason')}
        value={reason.text.value}
        onInput={words => reason.type(words)}
        hint={t('amendReasonHint')}
        inputRef={field}
      />
      <SavingText
        id="amendment"
        label={t('amendment')}
        hint={t('amendmentHint')}
        text={text.text.value}
        state={text.state.value}
        hasDamage={text.hasDamage.value}
        onType={words => text.type(words)}
        onLeave={() => void text.flush()}
      />
      {problem && (
        <p role="alert" class="notice">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="submit" class="main">
          {t('addAmendment')}
        </button>
        <button type="button" onClick={discard}>
          {t('throwAway')}
        </button>
      </div>
    </form>
  );
}
