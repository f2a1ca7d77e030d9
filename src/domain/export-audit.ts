import * as z from 'zod/mini';
import type { Session } from './session';
import { daySchema, type Evidence, ratingSchema } from './session-event';

/** A moment by its place among the session's `moments`, counted from 0; null where it was taken back, or none is meant. */
const momentSchema = z.nullable(z.number());

/** What was rated in a session, as an export tells it: by its own therapist, and by supervisors. */
export const toldAuditSchema = z.object({
  ratings: z.record(
    z.string(),
    z.object({
      rating: ratingSchema,
      evidence: z.nullable(z.union([z.object({ moment: momentSchema }), z.object({ line: z.string() })])),
    }),
  ),
  keep: z.string(),
  try: z.string(),
  audited: z.nullable(daySchema),
  second: z.array(
    z.object({
      by: z.string(),
      day: daySchema,
      ratings: z.record(z.string(), ratingSchema),
      comments: z.array(z.object({ moment: momentSchema, text: z.string() })),
    }),
  ),
});

/**
 * The audit without places in the log, which nobody who reads the session as it stands needs to know. Who may read the export
 * reads the ratings, the names supervisors gave, and all they wrote.
 */
export function tellAudit({ audit, moments }: Session): z.infer<typeof toldAuditSchema> {
  const placeOf = (seq: number | null) => {
    const place = moments.findIndex(moment => moment.seq === seq);
    return place < 0 ? null : place;
  };
  const tell = (evidence: Evidence | null) =>
    evidence && ('moment' in evidence ? { moment: placeOf(evidence.moment) } : { line: evidence.line });
  return {
    ratings: Object.fromEntries(
      [...audit.ratings].map(([id, { rating, evidence }]) => [id, { rating, evidence: tell(evidence) }]),
    ),
    keep: audit.keep,
    try: audit.try,
    audited: audit.audited,
    second: audit.second.map(({ by, day, ratings, comments }) => ({
      by,
      day,
      ratings: { ...ratings },
      comments: comments.map(({ moment, text }) => ({ moment: placeOf(moment), text })),
    })),
  };
}
