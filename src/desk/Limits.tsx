import { type MessageKey, t } from '../browser/i18n';

const PROTECTS: readonly MessageKey[] = ['protects1', 'protects2', 'protects3', 'protects4'];
const LIMITS: readonly MessageKey[] = ['limit1', 'limitManaged', 'limitSeen'];
const GOOD_TO_KNOW: readonly MessageKey[] = ['limitDisk', 'limit3', 'limit4', 'limit2', 'limit5'];

/** What Sidelight protects against, what it does not, and what to know besides, in plain words. */
export function Limits() {
  return (
    <>
      <List title="protectsTitle" lines={PROTECTS} />
      <List title="limitsTitle" lines={LIMITS} />
      <List title="goodToKnow" lines={GOOD_TO_KNOW} />
    </>
  );
}

function List({ title, lines }: { title: MessageKey; lines: readonly MessageKey[] }) {
  return (
    <section>
      <h3>{t(title)}</h3>
      <ul>
        {lines.map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  );
}
