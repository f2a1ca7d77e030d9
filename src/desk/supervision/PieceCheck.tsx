import { useId, useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { type Hit, type Resolution, seemsForeign, sentencesOf } from '../../domain/identifiers';
import { PRIVATE_FIELD } from '../../ui/private-field';
import { TextField } from '../../ui/TextField';
import { HIT_WORDS } from './packet-words';
import { type Piece, resolved } from './text-pieces';

interface PieceCheckProps {
  piece: Piece;
  onResolve: (from: number, resolution: Resolution) => void;
  /** Other words for the whole text, to be looked through again. */
  onChange: (text: string) => void;
}

/** One text with what may be an identifier in it, each in its sentence, and the text as it will go along. */
export function PieceCheck({ piece, onResolve, onChange }: PieceCheckProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <article class="card stack" aria-labelledby={id}>
      <h4 id={id}>{piece.label}</h4>
      {seemsForeign(piece.text) && <p class="notice">{t('seemsForeign')}</p>}
      {piece.hits.length === 0 ? (
        <p class="soft">{t('nothingFound')}</p>
      ) : (
        <ul class="plain hits">
          {piece.hits.map(hit => (
            <HitLine
              key={hit.from}
              text={piece.text}
              hit={hit}
              resolution={piece.resolutions.get(hit.from) ?? null}
              onResolve={resolution => onResolve(hit.from, resolution)}
            />
          ))}
        </ul>
      )}
      <h5>{t('goesAlong')}</h5>
      {draft === null ? (
        <>
          <p class="as-typed" dir="auto">
            {resolved(piece)}
          </p>
          <div>
            <button type="button" onClick={() => setDraft(resolved(piece))}>
              {t('changeWords')}
              <span class="visually-hidden"> {piece.label}</span>
            </button>
          </div>
        </>
      ) : (
        <>
          <textarea
            {...PRIVATE_FIELD}
            aria-label={t('wordsToSend', piece.label)}
            dir="auto"
            rows={6}
            value={draft}
            onInput={event => setDraft(event.currentTarget.value)}
          />
          <div class="row">
            <button
              type="button"
              onClick={() => {
                onChange(draft);
                setDraft(null);
              }}
            >
              {t('takeWords')}
            </button>
            <button type="button" onClick={() => setDraft(null)}>
              {t('cancel')}
            </button>
          </div>
        </>
      )}
    </article>
  );
}

interface HitLineProps {
  text: string;
  hit: Hit;
  resolution: Resolution | null;
  onResolve: (resolution: Resolution) => void;
}

function HitLine({ text, hit, resolution, onResolve }: HitLineProps) {
  const id = useId();
  const { from, to, kind } = hit;
  const sentence = sentencesOf(text).find(one => one.from <= from && from < one.to) ?? { from, to };
  const words = text.slice(from, to);
  const choice = (does: Resolution['do'], label: string, next: Resolution) => (
    <button
      type="button"
      aria-pressed={resolution?.do === does}
      aria-describedby={id}
      onClick={() => onResolve(next)}
    >
      {label}
    </button>
  );
  return (
    <li>
      <p id={id} dir="auto">
        {text.slice(sentence.from, from)}
        <mark>{words}</mark>
        {text.slice(to, Math.max(to, sentence.to))} <span class="soft">({t(HIT_WORDS[kind])})</span>
      </p>
      <div class="row">
        {choice('keep', t('keepHit'), { do: 'keep' })}
        {choice('mask', t('maskHit'), { do: 'mask' })}
        {choice('rewrite', t('rewriteHit'), { do: 'rewrite', words })}
      </div>
      {resolution?.do === 'rewrite' && (
        <TextField
          label={t('rewriteAs', words)}
          value={resolution.words}
          onInput={next => onResolve({ do: 'rewrite', words: next })}
        />
      )}
    </li>
  );
}
