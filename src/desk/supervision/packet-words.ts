import type { NoPacket } from '../../app/make-packet';
import type { NotReturned } from '../../app/rate-packet';
import { type MessageKey, t } from '../../browser/i18n';
import type { BackupRefusal } from '../../domain/backup';
import type { IdentifierKind } from '../../domain/identifiers';
import type { PacketRefusal, PacketSession } from '../../domain/packet';

type AnyRefusal = BackupRefusal | PacketRefusal | NoPacket | NotReturned;

const REFUSALS: Partial<Record<AnyRefusal['refused'], MessageKey>> = {
  'no-age-file': 'packetNoAgeFile',
  'other-lock': 'refusedOtherLock',
  'wrong-secret': 'packetWrongPassphrase',
  'broken-file': 'packetBroken',
  'too-large': 'packetTooLarge',
  'no-room': 'refusedNoRoom',
  cancelled: 'refusedCancelled',
  'no-packet': 'packetNone',
  'no-ratings': 'packetNoRatings',
  'is-packet': 'packetIsPacket',
  'is-ratings': 'packetIsRatings',
  'older-version': 'packetOlder',
  'newer-version': 'packetNewer',
  'bad-contents': 'packetBadContents',
  'unknown-packet': 'packetUnknown',
  'changed-packet': 'packetChanged',
  'damaged-list': 'packetDamagedList',
  'no-session': 'packetNeedsSession',
  'too-many-sessions': 'packetTooMany',
  'two-checklists': 'packetTwoChecklists',
  'no-name': 'returnNeedsName',
  'nothing-rated': 'returnNeedsRating',
  'other-passphrase': 'returnOtherPassphrase',
  'packet-gone': 'returnPacketGone',
};

/** Why not, and what to do. */
export function packetRefusalWords(refusal: AnyRefusal): string {
  const key = REFUSALS[refusal.refused] ?? 'refusedFailed';
  return key === 'packetBadContents' ? t(key, ('at' in refusal && refusal.at) || '?') : t(key);
}

/** What stands in place of a masked identifier. */
export const MASKS: Record<IdentifierKind, MessageKey> = {
  name: 'maskName',
  place: 'maskPlace',
  date: 'maskDate',
  age: 'maskAge',
  phone: 'maskPhone',
  email: 'maskEmail',
  address: 'maskAddress',
  number: 'maskNumber',
};

/** What a hit may be. */
export const HIT_WORDS: Record<IdentifierKind, MessageKey> = {
  name: 'hitName',
  place: 'hitPlace',
  date: 'hitDate',
  age: 'hitAge',
  phone: 'hitPhone',
  email: 'hitEmail',
  address: 'hitAddress',
  number: 'hitNumber',
};

/** A packed session's name. */
export function packedWords({ number, client }: Pick<PacketSession, 'number' | 'client'>): string {
  return client === null ? t('packedNoClient', number) : t('packedClient', number, client);
}
