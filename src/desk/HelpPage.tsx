import { type MessageKey, t } from '../browser/i18n';
import { KeyTable } from '../ui/KeyTable';
import { PANEL_KEYS } from '../ui/key-list';
import { Limits } from './Limits';

const HOW: readonly (readonly [question: MessageKey, answer: MessageKey])[] = [
  ['howBegin', 'howBeginAnswer'],
  ['howElsewhere', 'howElsewhereAnswer'],
  ['howUndo', 'howUndoAnswer'],
  ['howFind', 'howFindAnswer'],
  ['howAmend', 'howAmendAnswer'],
  ['howMove', 'howMoveAnswer'],
  ['howComeBack', 'howComeBackAnswer'],
  ['howErase', 'howEraseAnswer'],
];

export function HelpPage() {
  return (
    <>
      <h1>{t('navHelp')}</h1>
      <section class="card stack">
        <h2>{t('howTitle')}</h2>
        <dl class="facts">
          {HOW.map(([question, answer]) => (
            <div key={question}>
              <dt>{t(question)}</dt>
              <dd>{t(answer)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="card stack">
        <h2>{t('keysTitle')}</h2>
        <p>{t('keysAbout')}</p>
        <KeyTable rows={PANEL_KEYS} />
      </section>
      <section class="card stack">
        <h2>{t('dayOneTitle')}</h2>
        <Limits />
      </section>
    </>
  );
}
