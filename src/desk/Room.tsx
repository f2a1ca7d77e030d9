import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AutoLock } from '../app/auto-lock';
import type { Forgetting } from '../app/erase';
import { Sessions } from '../app/sessions';
import { Summaries } from '../app/summaries';
import type { World } from '../app/world';
import { t } from '../browser/i18n';
import { useKeys } from '../ui/use-keys';
import { AuditPage } from './audit/AuditPage';
import { BackupStandingNotice } from './BackupStandingNotice';
import { ChecklistsPage } from './checklists/ChecklistsPage';
import { ClientPage } from './clients/ClientPage';
import { ClientsPage } from './clients/ClientsPage';
import { RetentionLine } from './clients/RetentionLine';
import { DayOneCard } from './DayOneCard';
import { HelpPage } from './HelpPage';
import { ProofPage } from './proof/ProofPage';
import { hashOf, NAVIGATION, type Route, useRoute } from './route';
import { SettingsPage } from './SettingsPage';
import { SessionPage } from './session/SessionPage';
import { type ListPlace, SessionsPage } from './sessions/SessionsPage';
import { SupervisionPage } from './supervision/SupervisionPage';
import { TrendsPage } from './trends/TrendsPage';

interface RoomProps {
  vault: ConstructorParameters<typeof Sessions>[0];
  autoLock: AutoLock;
  kind: 'own' | 'practice';
  world: World;
  isHidden: boolean;
  onHide: () => void;
  onLock: () => void;
  onPractise: () => Promise<void>;
  forgetting: Forgetting;
}

/** The screens that are reached from Sessions. */
const UNDER_SESSIONS: ReadonlySet<Route> = new Set(['session', 'audit', 'latest', 'clients', 'client']);

/** The desk of an open vault. */
export function Room({
  vault,
  autoLock,
  kind,
  world,
  isHidden,
  onHide,
  onLock,
  onPractise,
  forgetting,
}: RoomProps) {
  const sessions = useMemo(() => new Sessions(vault, world), [vault]);
  const summaries = useRef<Summaries | null>(null);
  const getSummaries = () => (summaries.current ??= new Summaries(vault));
  const place = useRef<ListPlace>({ filter: {}, left: null });
  const [from, setFrom] = useState<Route>('sessions');
  const route = useRoute();
  const [chosen, setChosen] = useState<string | null>(null);
  const [client, setClient] = useState<string | null | undefined>(undefined);
  const keys = useMemo(() => (isHidden ? {} : { h: onHide }), [isHidden]);
  useKeys(keys);

  useEffect(() => {
    if (route !== 'latest') return;
    return sessions.followList(1, ({ listed }) => {
      setChosen(listed[0]?.id ?? null);
      location.replace(hashOf(listed[0] ? 'session' : 'sessions'));
    });
  }, [route]);

  // What was pressed is gone with the old screen, so the new one is given the focus, from its top.
  const main = useRef<HTMLElement>(null);
  const shown = useRef(route);
  // Before the next paint, so that no key that is pressed meanwhile goes astray.
  useLayoutEffect(() => {
    if (shown.current === route) return;
    shown.current = route;
    main.current?.focus({ preventScroll: true });
    // The list goes back by itself to where it was left.
    if (route !== 'sessions' || !place.current.left) scrollTo(0, 0);
  }, [route]);

  const select = (id: string) => {
    setChosen(id);
    setFrom(route === 'client' ? 'client' : 'sessions');
    location.hash = hashOf('session');
  };
  const audit = (id: string) => {
    setChosen(id);
    setFrom('sessions');
    location.hash = hashOf('audit');
  };
  const selectClient = (code: string | null) => {
    setClient(code);
    location.hash = hashOf('client');
  };
  const list = { vault, sessions, getSummaries, world, place: place.current, onSelect: select };
  const current = UNDER_SESSIONS.has(route) ? 'sessions' : route;

  return (
    <div class="desk">
      <header class="desk-header no-print">
        <nav aria-label={t('navigation')}>
          <ul class="plain">
            {NAVIGATION.map(([to, key]) => (
              <li key={to}>
                <a href={hashOf(to)} aria-current={to === current ? 'page' : undefined}>
                  {t(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="row">
          <button type="button" aria-keyshortcuts="h" onClick={onHide}>
            {t('hide')}
          </button>
          <button type="button" onClick={onLock}>
            {t('lockNow')}
          </button>
        </div>
      </header>
      <main class="desk-main wide-stack" ref={main} tabIndex={-1}>
        {route === 'sessions' && (
          <SessionsPage {...list}>
            {kind === 'own' && (
              <>
                <DayOneCard vault={vault} />
                <BackupStandingNotice vault={vault} world={world} />
                <RetentionLine vault={vault} world={world} />
              </>
            )}
          </SessionsPage>
        )}
        {route === 'session' &&
          (chosen ? (
            <SessionPage key={chosen} vault={vault} world={world} id={chosen} from={from} />
          ) : (
            <SessionsPage {...list} />
          ))}
        {route === 'audit' &&
          (chosen ? (
            <AuditPage key={chosen} vault={vault} world={world} id={chosen} />
          ) : (
            <SessionsPage {...list} />
          ))}
        {(route === 'clients' || (route === 'client' && client === undefined)) && (
          <ClientsPage vault={vault} world={world} onSelect={selectClient} />
        )}
        {route === 'client' && client !== undefined && (
          <ClientPage
            key={client}
            vault={vault}
            world={world}
            code={client}
            getSummaries={getSummaries}
            onSelectSession={select}
            onRenamed={setClient}
          />
        )}
        {route === 'trends' && (
          <TrendsPage vault={vault} world={world} getSummaries={getSummaries} onAudit={audit} />
        )}
        {route === 'checklists' && <ChecklistsPage vault={vault} today={world.today()} />}
        {route === 'supervision' && (
          <SupervisionPage vault={vault} world={world} getSummaries={getSummaries} />
        )}
        {route === 'settings' && (
          <SettingsPage
            vault={vault}
            autoLock={autoLock}
            kind={kind}
            world={world}
            onPractise={onPractise}
            forgetting={forgetting}
          />
        )}
        {route === 'proof' && <ProofPage vault={vault} />}
        {route === 'help' && <HelpPage />}
      </main>
    </div>
  );
}
