import { useId, useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { type Behaviour, keyedCore } from '../../domain/checklist';
import { CHECKLISTS } from '../../library/checklists';
import { hashOf } from '../route';

/** The checklist and the self-audit on paper, for when nothing works. Nothing of a client is asked for. */
export function PaperForm() {
  const id = useId();
  const [withAll, setWithAll] = useState(false);
  const { checklist } = CHECKLISTS[0];
  const core = keyedCore(checklist).map(({ behaviour }) => behaviour);
  const shown = withAll ? [...core, ...checklist.behaviours.filter(one => !core.includes(one))] : core;
  return (
    <section class="wide-stack paper" aria-labelledby={id}>
      <div class="stack no-print">
        <h2 id={id} tabIndex={-1}>
          {t('paperForm')}
        </h2>
        <p>
          {t('paperAbout')} <a href={hashOf('trends')}>{t('addPastSession')}</a>
        </p>
        <label class="choice">
          <input
            type="checkbox"
            checked={withAll}
            onChange={event => setWithAll(event.currentTarget.checked)}
          />
          {t('allBehaviours', checklist.behaviours.length)}
        </label>
        <div>
          <button type="button" class="main" onClick={() => print()}>
            {t('print')}
          </button>
        </div>
      </div>
      <header class="stack">
        <h3>{checklist.title}</h3>
        <p class="soft">{t('paperHow')}</p>
        <p class="blank">{t('paperDay')}</p>
        <p class="blank">{t('paperLength')}</p>
      </header>
      <section class="tick-list" aria-label={t('paperDuring')}>
        <h4>{t('paperDuring')}</h4>
        {shown.map(behaviour => (
          <p key={behaviour.id} class="paper-line">
            <span class="box" />
            {behaviour.label}
          </p>
        ))}
        <p class="blank">{t('paperMoments')}</p>
        <p class="blank" />
      </section>
      <section aria-label={t('selfAudit')}>
        <h4>{t('selfAudit')}</h4>
        {shown.map(behaviour => (
          <PaperRating key={behaviour.id} behaviour={behaviour} />
        ))}
        <p class="blank">{t('oneToKeep')}</p>
        <p class="blank">{t('oneToTry')}</p>
      </section>
    </section>
  );
}

function PaperRating({ behaviour: { label, anchors } }: { behaviour: Behaviour }) {
  const lines = [
    ...anchors.map((anchor, index) => `${index}: ${anchor}`),
    t('answerNotCalledFor'),
    t('answerCantTell'),
  ];
  return (
    <div class="paper-behaviour">
      <h5>{label}</h5>
      <ul class="plain paper-anchors">
        {lines.map(line => (
          <li key={line} class="paper-line">
            <span class="box" />
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
