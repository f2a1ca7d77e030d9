/** Bird codes, as a therapist may choose them. */
export const DEMO_CODES = (
  'Heron Wren Plover Avocet Bittern Curlew Dunlin Egret Fulmar Gannet Hobby Ibis Jackdaw Kestrel Linnet Merlin ' +
  'Nightjar Osprey Petrel Quail Redstart Siskin Teal Lapwing Whinchat Yellowhammer Zitting Brambling Chough Dipper ' +
  'Eider Fieldfare Goosander Harrier Knot Lark Martin Nuthatch Ouzel Pipit Ruff Shrike Tern Twite Wagtail Wigeon'
).split(' ');

/** What a session may have been about; each stands for a `{topic}`. */
export const DEMO_TOPICS = (
  'the move|the new manager|sleep|the letter from the landlord|the sister’s visit|the exam|the garden|the long commute|' +
  'the argument in the kitchen|the anniversary|the empty evenings|the choir|the job interview|the unfinished thesis|' +
  'the neighbour upstairs|the trip to the coast|the phone that rings late|the first week back at work|the old band|' +
  'the school gate|the wedding list|saying no|asking for help|the quiet Sundays|the swimming lessons|the shared flat|' +
  'the father’s workshop|the promotion|the cancelled holiday|the night shifts|cooking for one|the driving test|' +
  'the group chat|the allotment|the new puppy|the library desk|the broken boiler|the parents’ evening|the bakery round|' +
  'the hospital corridor|the train platform|the piano in the hall|the colleague who interrupts|the birthday call'
).split('|');

/** The sentences of a note. `{topic}` and `{minute}` are filled in. */
export const DEMO_SENTENCES = (
  'Began with {topic} before I had finished saying hello.|Sat further from the camera than last time.|' +
  'Asked what would make today useful; the answer was “not to be hurried”.|Shoulders came up when {topic} was named.|' +
  'I noticed I was explaining and stopped in the middle of the sentence.|A long silence around minute {minute}, and I let it be.|' +
  'They laughed, and then told me what {topic} had really been like.|Checked how talking on screen felt today; better with the blinds down.|' +
  'The goal stands as they put it: to get through {topic} without disappearing.|I guessed wrong about {topic} and said so.|' +
  'Named that I had been quick with a suggestion.|“You sounded like my teacher” – took that in, thanked them for saying it.|' +
  'Stayed with the feeling rather than with the plan for {topic}.|The connection dropped at minute {minute}; we picked the thread up where it was.|' +
  'Agreed that {topic} can wait until it is asked for.|Asked permission before going further, and got a clear “not yet”.|' +
  'Offered two ways to go on; they chose the slower one.|Breathing settled once we had spoken about {topic}.|' +
  'I felt protective here and want to think about why.|Told them what I would write down and what I would leave out.|' +
  'We went over who could overhear in the flat, and moved the laptop.|Something about {topic} stayed unsaid; I shall leave the door open.|' +
  'They corrected a word of mine, “coping” for “carrying”, and the new one fits.|Came back to the misunderstanding of last week without my asking.|' +
  'Humour as a way out at minute {minute}; I smiled and waited.|Summarised {topic} in their own words and asked whether it was right.|' +
  'A small task until next time: notice one moment when {topic} is lighter.|The task from last time felt like homework; we let it go.|' +
  'Asked what had helped today: that nobody mended anything.|Asked what I had missed: the part about {topic}.|' +
  'Closed five minutes early so that the evening need not start with it.|Ran over by a minute, and said so.|' +
  'I owe an honest word about my holiday dates.|Kept my voice low; it seemed to help.|' +
  'More colour in the face when they described {topic}.|They looked away from the screen each time {topic} came near.|' +
  'Disagreed with me about {topic}, plainly, which is new and welcome.|Made room for anger without steering it.|' +
  'I was tired and it showed around minute {minute}.|Read back the agreement on messages between sessions; still fine.|' +
  'Wondered together what {topic} would look like in a year.|Tears, brief, and then relief at having been believed.|' +
  'Slower pace suits us both; keep it.|The story of {topic} has an older story behind it.|' +
  'Left the question open whether the aim has changed.|Said goodbye properly, with the day of the next session.'
).split('|');

/** What a moment was about. */
export const DEMO_MOMENT_WORDS = (
  'I jumped to a suggestion|went quiet after my question|“you are not listening”|tears, then relief|hands in front of the face|' +
  'told me about {topic}|said no to the exercise|looked at the door|asked whether I minded|we both laughed|' +
  'I named my part and it softened|a long breath|changed the subject to {topic}|asked for my own view|camera off for a minute'
).split('|');

/** What a therapist may have promised. */
export const DEMO_PROMISES = (
  'Send the worksheet about {topic}|Ask first next time before offering ideas|Bring the dates of my holiday|' +
  'Come back to {topic} at the beginning|Find out about the quieter time slot|Look up the book that was mentioned|' +
  'Say earlier when ten minutes are left|Write to confirm the changed time'
).split('|');

/** One line for next time. */
export const DEMO_CLOSING_LINES = (
  'Begin slower.|Ask about {topic}.|Leave the first five minutes free.|Check whether the pace was right.|' +
  'Pick up “not yet” from minute {minute}.|Say how the screen felt last time.|Let them choose where to start.'
).split('|');

/** What a therapist may think afterwards. */
export const DEMO_REFLECTIONS = (
  'I hurry when {topic} comes up; it reminds me of something of my own.|Repair came easier once I stopped defending the idea.|' +
  'Take the silence at minute {minute} to supervision.|I like working with them, and must watch that I do not spare them.|' +
  'Good that I asked; I had read the face wrongly.|Next time fewer questions and more of what I see.|' +
  'The goal was theirs today, the pace was mine.|Trust showed in the disagreement.'
).split('|');

/** Words to find sessions by. */
export const DEMO_TAGS = [
  'supervision',
  'pace',
  'ending',
  'screen fatigue',
  'repair',
  'goals',
  'first sessions',
];

/** Why something was added after sign-off, and what. */
export const DEMO_AMENDMENTS: readonly (readonly [reason: string, text: string])[] = [
  ['After supervision', 'What I called reluctance was a boundary, and a good one.'],
  ['They told me later', 'The silence had been about {topic}, not about me.'],
  ['A slip of mine', 'The promise was made for the session after next.'],
];

/** One thing to keep. */
export const DEMO_KEEP = (
  'The plain sentence at the beginning.|Waiting after the question.|Saying out loud that I had guessed.|' +
  'Leaving the silence alone.|Two ways to go on, and the choice theirs.'
).split('|');

/** One thing to try. */
export const DEMO_TRY = (
  'Check in before the middle, not after.|Name the strain when I first feel it.|One reflection before any idea.|' +
  'Ask what helped five minutes earlier.|Say less in the first ten minutes.'
).split('|');

/** What a supervisor said: of a moment, and of a whole session. */
export const DEMO_COMMENTS: readonly string[] = [
  'What did you feel just before this? It looks as if you saw it earlier than you marked it.',
  'Warm, and slower than the last one. The repair is worth more than the slip was.',
];

/** What was talked about with a supervisor, the latest first. */
export const DEMO_MEETINGS: readonly {
  readonly daysAgo: number;
  readonly minutes: number;
  readonly discussed: string;
  readonly agreed: string;
}[] = [
  {
    daysAgo: 9,
    minutes: 60,
    discussed: 'The two sessions in the packet, and why I see more strain than was there.',
    agreed: 'Name it at once, in one sentence, and then wait.',
  },
  {
    daysAgo: 23,
    minutes: 50,
    discussed: 'How I begin. I explain the frame and forget to ask.',
    agreed: 'One sentence on how today works, then a question.',
  },
];

/** Small plans of a therapist. */
export const DEMO_PLANS: Readonly<Record<string, { readonly when: string; readonly will: string }>> = {
  'say-how-today-works': { when: 'the call begins', will: 'say one sentence and ask what suits' },
  'reflect-before-fixing': { when: 'I feel an idea coming', will: 'first say back what I heard' },
};
