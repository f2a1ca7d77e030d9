import { type Drawing, drawPerson } from './drawn-person.js';
import { softTone, type Tone } from './soft-tone.js';
import { type CallStats, connectTwoEnds, type TwoEnds } from './two-ends.js';

declare global {
  interface Window {
    /** For tests and measurements. Before the call stands and after it was left, all counts are 0. */
    practiceCall: { stats(): Promise<CallStats> };
  }
}

interface Running {
  ends: TwoEnds;
  drawings: Drawing[];
  tone: Tone;
  mine: MediaStream;
  since: number;
}

const client = {
  wall: '#6b7f8f',
  skin: '#d9a88a',
  shade: '#bf8c70',
  hair: '#4a352b',
  clothes: '#57708a',
  breath: 4.2,
};
const therapist = {
  wall: '#8b7a63',
  skin: '#c58f6d',
  shade: '#a97654',
  hair: '#2d2a2e',
  clothes: '#5f6f5a',
  breath: 5.1,
};

function part<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no ${id}`);
  return element as T;
}

let running: Running | null = null;

async function join(): Promise<void> {
  const drawings = [drawPerson(client), drawPerson(therapist)] as const;
  const tone = softTone();
  const theirs = drawings[0].stream;
  if (tone.track) theirs.addTrack(tone.track);
  const mine = drawings[1].stream;
  const ends = await connectTwoEnds(theirs, mine);
  running = { ends, drawings: [...drawings], tone, mine, since: Date.now() };
  const video = part<HTMLVideoElement>('client');
  // The tone is there to be sent and decoded, not to be heard.
  video.muted = true;
  video.srcObject = ends.fromClient;
  part<HTMLVideoElement>('you').srcObject = mine;
  show(true);
}

function leave(): void {
  running?.ends.hangUp();
  running?.tone.stop();
  for (const drawing of running?.drawings ?? []) drawing.stop();
  running = null;
  show(false);
}

function show(isInCall: boolean): void {
  part('in-call').hidden = !isInCall;
  part('left').hidden = isInCall;
  document.querySelector('footer')?.toggleAttribute('hidden', !isInCall);
  part('clock').hidden = !isInCall;
  for (const id of ['mute', 'camera']) part(id).setAttribute('aria-pressed', 'false');
  part('camera-note').hidden = true;
  tellTime();
}

function tellTime(): void {
  const seconds = running ? Math.floor((Date.now() - running.since) / 1000) : 0;
  const two = (count: number) => String(count).padStart(2, '0');
  part('clock').textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

function toggle(button: HTMLElement): boolean {
  const isOn = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(isOn));
  return isOn;
}

part('mute').addEventListener('click', event => toggle(event.currentTarget as HTMLElement));
part('camera').addEventListener('click', event => {
  const isOff = toggle(event.currentTarget as HTMLElement);
  for (const track of running?.mine.getVideoTracks() ?? []) track.enabled = !isOff;
  part('camera-note').hidden = !isOff;
});
part('leave').addEventListener('click', leave);
part('rejoin').addEventListener('click', () => void join());
setInterval(tellTime, 1000);

window.practiceCall = {
  stats: async () =>
    running
      ? running.ends.stats()
      : { framesDecoded: 0, framesDropped: 0, jitterBufferSeconds: 0, freezes: 0 },
};
await join();
