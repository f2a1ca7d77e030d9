import { useId, useState } from 'preact/hooks';
import { followSentPackets, type SentPacket } from '../../app/bring-home';
import { checkIdentifiers } from '../../app/check-identifiers';
import { beginNewSentPackets, makePacket, readForPacket } from '../../app/make-packet';
import type { Summaries } from '../../app/summaries';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { saveFile } from '../../browser/save-file';
import type { Resolution } from '../../domain/identifiers';
import { DamagedNotice } from '../../ui/DamagedNotice';
import { useKept } from '../../ui/use-kept';
import { NOT_TYPED, OwnPassphrase, problemWith } from '../OwnPassphrase';
import { useWork } from '../settings/use-work';
import { WorkProgress } from '../settings/WorkProgress';
import { PieceCheck } from './PieceCheck';
import { packetRefusalWords } from './packet-words';
import { SessionChoice } from './SessionChoice';
import { maskRestOf, type Piece, piecesOf, textsFrom, undecided } from './text-pieces';

interface MakePacketProps {
  vault: OpenVault;
  world: World;
  getSummaries: () => Summaries;
}

/** Sessions for a supervisor in a locked file. Without free text unless it is wanted, looked through and read. */
export function MakePacket({ vault, world, getSummaries }: MakePacketProps) {
  const id = useId();
  const sessions = getSummaries().all.value ?? [];
  const { isDamaged } = useKept<readonly SentPacket[]>(tell => followSentPackets(vault, tell), [], [vault]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [withNotes, setWithNotes] = useState(false);
  const [pieces, setPieces] = useState<readonly Piece[] | null>(null);
  const [hasRead, setHasRead] = useState(false);
  const [typed, setTyped] = useState(NOT_TYPED);
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const { isWorking, progress, run, alone, cancel } = useWork();
  const open = pieces ? undecided(pieces) : 0;
  /** Oldest first, so that those of one day are numbered as they were held. */
  const inOrder = () => sessions.flatMap(one => (chosen.has(one.id) ? [one.id] : [])).reverse();
  const isCleared = !withNotes || (pieces !== null && open === 0 && hasRead);

  const forgetCheck = () => {
    setPieces(null);
    setHasRead(false);
    setProblem(null);
    setTold(null);
  };
  const choose = (session: string, isChosen: boolean) => {
    setChosen(now => {
      const next = new Set(now);
      if (isChosen) next.add(session);
      else next.delete(session);
      return next;
    });
    forgetCheck();
  };
  const look = async (found: readonly Piece[]): Promise<readonly Piece[] | null> => {
    const codes = [...new Set(sessions.flatMap(({ summary }) => summary?.client ?? []))];
    const texts = found.map(({ text }) => text);
    const checked = await run(watch => checkIdentifiers(texts, codes, watch));
    if ('refused' in checked) {
      setProblem(packetRefusalWords(checked));
      return null;
    }
    return found.map((piece, index) => ({
      ...piece,
      hits: checked.hits[index] ?? [],
      resolutions: new Map(),
    }));
  };
  const check = async () => {
    forgetCheck();
    if (chosen.size === 0) return setProblem(t('packetNeedsSession'));
    if (!withNotes) return setTold(t('checkNothingToCheck'));
    const { sessions: read } = await readForPacket(vault, inOrder());
    setPieces(await look(piecesOf(read)));
  };
  // On what stands by then: two keystrokes may come before the first has been drawn.
  const change = ({ session, field }: Piece, how: (now: Piece) => Piece) => {
    setHasRead(false);
    setPieces(
      now => now?.map(one => (one.session === session && one.field === field ? how(one) : one)) ?? null,
    );
  };
  const resolve = (piece: Piece, from: number, resolution: Resolution) =>
    change(piece, now => ({ ...now, resolutions: new Map(now.resolutions).set(from, resolution) }));
  const reword = async (piece: Piece, text: string) => {
    const [looked] = (await look([{ ...piece, text }])) ?? [];
    if (looked) change(piece, () => looked);
  };
  const maskRest = () => {
    setHasRead(false);
    setPieces(now => now?.map(maskRestOf) ?? null);
  };

  const save = async () => {
    if (!isCleared) return;
    setTold(null);
    if (chosen.size === 0) return setProblem(t('packetNeedsSession'));
    const found = await problemWith(typed);
    setProblem(found && t(found));
    if (found) return;
    const { sessions: read, leftOut } = await readForPacket(vault, inOrder());
    const texts = withNotes && pieces ? textsFrom(pieces) : new Map();
    const made = await run(watch => makePacket(vault, world, read, texts, typed.passphrase, watch));
    if ('refused' in made) return setProblem(packetRefusalWords(made));
    saveFile(`sidelight-packet-${world.newId().slice(0, 8)}.age`, 'application/octet-stream', [made.file]);
    setTyped(NOT_TYPED);
    setTold(
      `${read.length === 1 ? t('packetSavedOne') : t('packetSaved', read.length)} ${
        leftOut > 0 ? t('packetLeftOut', leftOut) : ''
      }`.trim(),
    );
  };

  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t('makePacket')}
      </h2>
      <p>{t('makePacketAbout')}</p>
      {isDamaged && (
        <DamagedNotice
          what={t('sentPackets')}
          about={t('sentPacketsDamaged')}
          onBeginNew={() => beginNewSentPackets(vault)}
        />
      )}
      <form
        class="wide-stack"
        onSubmit={event => {
          event.preventDefault();
          void alone(save);
        }}
      >
        <SessionChoice sessions={sessions} chosen={chosen} onChoose={choose} />
        <div class="stack">
          <label class="choice">
            <input
              type="checkbox"
              checked={withNotes}
              onChange={event => {
                setWithNotes(event.currentTarget.checked);
                forgetCheck();
              }}
            />
            {t('includeNotes')}
          </label>
          <p class="soft">{t('includeNotesAbout')}</p>
          <div>
            <button type="button" disabled={isWorking} onClick={() => void alone(check)}>
              {t('checkIdentifiers')}
            </button>
          </div>
        </div>
        {pieces && (
          <section class="stack" aria-label={t('checkFound')}>
            <h3>{t('checkFound')}</h3>
            <p class="notice">{t('checkCannotCertify')}</p>
            {pieces.length === 0 && <p>{t('checkNoText')}</p>}
            {pieces.map(piece => (
              <PieceCheck
                key={`${piece.session} ${piece.field}`}
                piece={piece}
                onResolve={(from, resolution) => resolve(piece, from, resolution)}
                onChange={text => void reword(piece, text)}
              />
            ))}
            {/* It stays when all is decided, so that nothing moves under a hand on its way to the box below. */}
            {pieces.some(({ hits }) => hits.length > 0) && (
              <div class="row">
                <button type="button" disabled={open === 0} onClick={maskRest}>
                  {t('maskRest')}
                </button>
                <span role="status" class="soft">
                  {open === 0 ? t('hitsDecided') : open === 1 ? t('hitsOpenOne') : t('hitsOpen', open)}
                </span>
              </div>
            )}
            <label class="choice">
              <input
                type="checkbox"
                checked={hasRead}
                onChange={event => setHasRead(event.currentTarget.checked)}
              />
              {t('haveReadAll')}
            </label>
          </section>
        )}
        <div class="stack">
          <OwnPassphrase
            label={t('packetPassphrase')}
            repeatLabel={t('repeatPacketPassphrase')}
            hint={t('packetPassphraseHint')}
            typed={typed}
            onType={setTyped}
          />
        </div>
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
        {isWorking && <WorkProgress label={t('packetWorking')} progress={progress} onCancel={cancel} />}
        <div class="row">
          <button type="submit" class="main" disabled={isWorking || !isCleared}>
            {t('savePacket')}
          </button>
          {!isCleared && <span class="soft">{t('saveAfterCheck')}</span>}
        </div>
      </form>
      <p role="status">{told}</p>
    </section>
  );
}
