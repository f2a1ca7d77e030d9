/** A sound and the way to end it. */
export interface Tone {
  track: MediaStreamTrack | undefined;
  stop(): void;
}

/** A soft, slowly swelling tone in place of a voice. It goes into the call only, not to the loudspeaker. */
export function softTone(): Tone {
  const audio = new AudioContext();
  const voice = new OscillatorNode(audio, { type: 'sine', frequency: 180 });
  const swell = new OscillatorNode(audio, { frequency: 0.3 });
  const depth = new GainNode(audio, { gain: 0.02 });
  const volume = new GainNode(audio, { gain: 0.03 });
  const out = new MediaStreamAudioDestinationNode(audio);
  swell.connect(depth).connect(volume.gain);
  voice.connect(volume).connect(out);
  voice.start();
  swell.start();
  return { track: out.stream.getAudioTracks()[0], stop: () => void audio.close() };
}
