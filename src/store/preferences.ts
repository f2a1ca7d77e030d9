import * as z from 'zod/mini';
import { type FocusPeriod, focusPeriodSchema } from '../domain/focus-period';
import type { PhaseShares } from '../domain/phase';
import { phaseSharesSchema } from '../domain/session-event';
import type { Setting } from './settings';

/** The most behaviours that can be in focus at a time. */
export const MOST_FOCUS = 3;

/** The behaviours a therapist works on, by id, the first first. */
export const FOCUS_SETTING: Setting<readonly string[]> = {
  name: 'focus',
  schema: z.array(z.string()).check(z.maxLength(MOST_FOCUS)),
  usual: [],
};

/** From when to when the focus is worked on, and with which plans; null when it has no end. */
export const FOCUS_PERIOD_SETTING: Setting<FocusPeriod | null> = {
  name: 'focus-period',
  schema: z.nullable(focusPeriodSchema),
  usual: null,
};

/** The therapist's own phrase for a behaviour, by its id. */
export const OWN_WORDS_SETTING: Setting<Readonly<Record<string, string>>> = {
  name: 'own-words',
  schema: z.record(z.string(), z.string()),
  usual: {},
};

/** The shares of opening and closing, by checklist id, where they are not the usual ones. */
export const PHASE_SHARES_SETTING: Setting<Readonly<Record<string, PhaseShares>>> = {
  name: 'phase-shares',
  schema: z.record(z.string(), phaseSharesSchema),
  usual: {},
};

/** Whether chips about how trust is for a client are offered. Off until wanted: a code should tell as little as it can. */
export const CLIENT_CONTEXT_SETTING: Setting<boolean> = {
  name: 'client-context',
  schema: z.boolean(),
  usual: false,
};

/**
 * Whether sessions are held without client code and note: only the therapist's own conduct is marked. For trainees, and
 * wherever notes on this device are not approved.
 */
export const NO_CLIENT_SETTING: Setting<boolean> = {
  name: 'no-client',
  schema: z.boolean(),
  usual: false,
  whenDamaged: true,
};

/** Whether a short settling screen comes before each session. */
export const SETTLE_SETTING: Setting<boolean> = { name: 'settle', schema: z.boolean(), usual: false };
