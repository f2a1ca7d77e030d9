import * as z from 'zod/mini';
import { type Packet, packetSchema } from '../domain/packet';
import { daySchema, ratingSchema } from '../domain/session-event';
import { reopen } from './database';
import type { OpenVault } from './open-vault';
import type { Setting } from './settings';

const sentSchema = z.object({
  packet: z.string(),
  /** The day it was made. */
  day: daySchema,
  digest: z.string(),
  sessions: z.array(
    z.object({
      key: z.string(),
      session: z.string(),
      /** The length of the log when it was packed. */
      length: z.number(),
      /** The places of the packed moments in the log, in the packet's order. */
      moments: z.array(z.number()),
    }),
  ),
  /** Who has rated it, each with the day the ratings came home. */
  home: z.array(z.object({ by: z.string(), day: daySchema })),
});

/** A packet that was made here: which of its keys is which session. Without it nothing that comes back can be placed. */
export type SentPacket = z.infer<typeof sentSchema>;

/** The packets made in this vault, oldest first. */
export const SENT_PACKETS_SETTING: Setting<readonly SentPacket[]> = {
  name: 'packets',
  schema: z.array(sentSchema),
  usual: [],
};

const openedSchema = z.object({
  packet: z.string(),
  digest: z.string(),
  /** Tells whether a passphrase is the packet's, see `fingerprintOf`. */
  lock: z.string(),
  /** The day it was opened first. */
  day: daySchema,
  sessions: z.number(),
});

/** A packet somebody else made that was opened here. */
export type OpenedPacket = z.infer<typeof openedSchema>;

/** The packets opened in this vault, oldest first. */
export const OPENED_PACKETS_SETTING: Setting<readonly OpenedPacket[]> = {
  name: 'opened-packets',
  schema: z.array(openedSchema),
  usual: [],
};

const secondRatingsSchema = z.object({
  by: z.string(),
  ratings: z.record(z.string(), z.record(z.string(), ratingSchema)),
  comments: z.record(z.string(), z.array(z.object({ moment: z.nullable(z.number()), text: z.string() }))),
  /** The day they were last returned. */
  returned: z.nullable(daySchema),
});

/** What a supervisor has said of a packet so far: ratings by session and behaviour, comments by session. */
export type SecondRatings = z.infer<typeof secondRatingsSchema>;

/** An opened packet's contents; written once. Its id is random and tells nothing. */
export function packetSetting(packet: string): Setting<Packet | null> {
  return { name: `packet.${packet}`, schema: z.nullable(packetSchema), usual: null };
}

/** What was said of an opened packet, apart from its contents, since it is written with every rating. */
export function secondRatingsSetting(packet: string): Setting<SecondRatings> {
  return {
    name: `second-ratings.${packet}`,
    schema: secondRatingsSchema,
    usual: { by: '', ratings: {}, comments: {}, returned: null },
  };
}

/** Forgets the contents of an opened packet and what was said of it. */
export async function dropPacket(vault: OpenVault, packet: string): Promise<void> {
  await reopen(vault.database);
  // With what was set aside of either.
  const names = [packetSetting(packet).name, secondRatingsSetting(packet).name];
  await vault.database.settings.where('id').startsWithAnyOf(names).delete();
}

/** One meeting with a supervisor. `minutes` is how long it was. */
export const supervisionEntrySchema = z.object({
  id: z.string(),
  day: daySchema,
  minutes: z.number().check(z.int(), z.nonnegative()),
  discussed: z.string(),
  agreed: z.string(),
});
export type SupervisionEntry = z.infer<typeof supervisionEntrySchema>;

/** The supervision log, newest first. */
export const SUPERVISION_LOG_SETTING: Setting<readonly SupervisionEntry[]> = {
  name: 'supervision-log',
  schema: z.array(supervisionEntrySchema),
  usual: [],
};
