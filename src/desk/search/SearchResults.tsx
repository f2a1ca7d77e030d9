import type { SearchAnswer, SearchHit } from '../../app/search';
import { type MessageKey, t } from '../../browser/i18n';
import type { PieceKind } from '../../domain/search-pieces';
import { dayWords } from '../../ui/words';
import { hashOf } from '../route';

const PIECE_WORDS: Record<Exclude<PieceKind, 'code'>, MessageKey> = {
  tags: 'searchInTags',
  note: 'searchInNote',
  reflection: 'searchInReflection',
  'closing-line': 'searchInClosingLine',
  promise: 'searchInPromise',
  moment: 'searchInMoment',
  amendment: 'searchInAmendment',
};

interface SearchResultsProps {
  /** Null until the first answer. */
  answer: SearchAnswer | null;
  /** Whether every session has been read. */
  isWhole: boolean;
  onSelect: (session: string) => void;
}

/** What was found, each session with the sentences that were looked for. */
export function SearchResults({ answer, isWhole, onSelect }: SearchResultsProps) {
  return (
    <>
      <p role="status" class="soft">
        {answer &&
          (answer.total > 0 ? countWords(answer) : t(isWhole ? 'searchNothingTitle' : 'searchNothingSoFar'))}
      </p>
      {answer?.total === 0 && isWhole && <p class="soft">{t('searchNothingAbout')}</p>}
      {answer && answer.hits.length > 0 && (
        <ul class="plain found" aria-label={t('searchResults')}>
          {answer.hits.map(hit => (
            <li key={hit.id}>
              <Found hit={hit} onSelect={() => onSelect(hit.id)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Found({ hit, onSelect }: { hit: SearchHit; onSelect: () => void }) {
  return (
    <>
      <a
        href={hashOf('session')}
        onClick={event => {
          event.preventDefault();
          onSelect();
        }}
      >
        {dayWords(hit.day)} · {hit.client === null ? t('noClient') : <bdi>{hit.client}</bdi>}
      </a>
      {hit.excerpts.map(({ kind, parts }, index) => (
        <p key={`${index} ${kind}`}>
          <span class="soft">{t(PIECE_WORDS[kind as keyof typeof PIECE_WORDS])}: </span>
          <bdi>
            {parts.map(({ text, isHit }, place) =>
              isHit ? <mark key={`${place}`}>{text}</mark> : <span key={`${place}`}>{text}</span>,
            )}
          </bdi>
        </p>
      ))}
    </>
  );
}

function countWords({ total, hits }: SearchAnswer): string {
  if (total === 1) return t('searchFoundOne');
  return total > hits.length ? t('searchFoundMore', total, hits.length) : t('searchFound', total);
}
