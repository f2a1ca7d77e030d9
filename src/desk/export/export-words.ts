import type { ExportWords } from '../../app/export';
import { language, t } from '../../browser/i18n';
import { ANSWERS, BOND_PARTS, FEELINGS } from '../../domain/session-event';
import { MOMENT_WORDS, PHASE_WORDS } from '../../ui/words';
import { ANSWER_WORDS, FEELING_WORDS, PART_WORDS } from '../session/answer-words';
import { STATE_WORDS } from '../sessions/SessionLine';

/** The texts of an exported file, with their places open: a worker cannot ask the browser for them. */
export function exportWords(): ExportWords {
  return {
    language: language(),
    notice: t('exportNotice'),
    ofClient: t('exportClient', '$1'),
    ofPeriod: t('exportBetween', '$1', '$2'),
    made: t('exportMade', '$1'),
    noClient: t('noClient'),
    otherChecklist: t('unknownChecklist'),
    unreadable: t('sessionDamagedTitle'),
    placesLeftOut: t('exportPlacesLeftOut', '$1'),
    length: t('lengthOf', '$1', '$2'),
    minutes: t('minutes', '$1'),
    oneMinute: t('oneMinute'),
    atMinute: t('minuteMark', '$1'),
    timeline: t('timeline'),
    review: t('exportReview'),
    due: t('exportDue', '$1'),
    stillOpen: t('exportStillOpen'),
    amendedOn: t('amendedOn', '$1'),
    amendedLate: t('amendedLate'),
    reason: t('amendReason'),
    audit: t('selfAudit'),
    ratedAs: t('ratedAs', '$1', '$2'),
    noAnchor: { 'not-called-for': t('answerNotCalledFor'), 'cant-tell': t('answerCantTell') },
    momentAt: t('momentAt', '$1', '$2'),
    secondOf: t('exportSecondOf', '$1', '$2'),
    commentOn: t('exportCommentOn', '$1'),
    commentOnSession: t('commentOnSession'),
    kinds: {
      session: t('exportKindSession'),
      ticked: t('exportKindTicked'),
      missed: t('exportKindMissed'),
      phase: t('exportKindPhase'),
      moment: t('exportKindMoment'),
      paused: t('entryPaused'),
      resumed: t('entryResumed'),
      ended: t('entryEnded'),
      promise: t('promise'),
      repair: t('exportKindRepair'),
      note: t('note'),
      answer: '',
      felt: '',
      intention: t('intention'),
      focus: t('exportKindFocus'),
      reflection: t('reflection'),
      'closing-line': t('closingLine'),
      tag: t('exportKindTags'),
      reviewed: t('exportKindReviewed'),
      'signed-off': t('exportKindSignedOff'),
      amendment: t('exportKindAmendment'),
      rated: t('exportKindRated'),
      keep: t('oneToKeep'),
      try: t('oneToTry'),
      audited: t('exportKindAudited'),
      'second-rating': t('exportKindSecondRating'),
    },
    closed: { kept: t('exportKept'), 'let-go': t('exportLetGo'), repaired: t('exportRepaired') },
    states: said(STATE_WORDS),
    phases: said(PHASE_WORDS),
    moments: said(MOMENT_WORDS),
    answers: named(ANSWERS, answer => t(ANSWER_WORDS[answer])),
    parts: named(BOND_PARTS, part => t(PART_WORDS[part].name)),
    feelings: named(BOND_PARTS, part => named(FEELINGS, feeling => t(FEELING_WORDS[part][feeling]))),
    columns: [
      t('exportColumnSession'),
      t('exportColumnDay'),
      t('clientCode'),
      t('exportColumnMinute'),
      t('exportColumnWhat'),
      t('exportColumnWhich'),
      t('exportColumnWords'),
      t('exportColumnSettled'),
    ],
  };
}

type Key = Parameters<typeof t>[0];

function said<K extends string>(keys: Record<K, Key>): Record<K, string> {
  return named(Object.keys(keys) as K[], name => t(keys[name]));
}

function named<K extends string, T>(names: readonly K[], tell: (name: K) => T): Record<K, T> {
  return Object.fromEntries(names.map(name => [name, tell(name)])) as Record<K, T>;
}
