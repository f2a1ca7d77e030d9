import { t } from '../browser/i18n';

/** What is wrong with a recovery key as typed, from the vault's own judgement. `at` is an index into the text. */
export type RecoveryKeyCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: 'not-a-key' | 'length' | 'character' | 'checksum';
      readonly at?: number;
    };

/** A slip in what was typed, in words, with the place to look at when it is known. */
export interface Slip {
  readonly words: string;
  readonly at?: number;
}

/** Names the slip in a mistyped recovery key. Characters are counted as on the printed sheet, without spaces. */
export function describeSlip(typed: string, check: RecoveryKeyCheck): Slip | null {
  if (check.ok) return null;
  const { problem, at } = check;
  if (problem === 'not-a-key') return { words: t('recoveryKeyStart') };
  if (problem === 'length') return { words: t('recoveryKeyLength', typed.replace(/\s/g, '').length) };
  if (at === undefined) return { words: t('recoveryKeySlips') };
  const place = typed.slice(0, at + 1).replace(/\s/g, '').length;
  const character = String.fromCodePoint(typed.codePointAt(at) ?? 0);
  const words = t(problem === 'character' ? 'recoveryKeyCharacter' : 'recoveryKeySlip', place, character);
  return { words, at };
}
