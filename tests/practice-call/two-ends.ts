/** One call with both its ends in this page. */
export interface TwoEnds {
  /** What arrives at the therapist's end. */
  fromClient: MediaStream;
  /** What the therapist's end has received of the client's picture so far. */
  stats(): Promise<CallStats>;
  hangUp(): void;
}

/** Counts since the call began. */
export interface CallStats {
  framesDecoded: number;
  framesDropped: number;
  /** Seconds that all frames together waited before they were shown. */
  jitterBufferSeconds: number;
  freezes: number;
}

/** Connects both ends by real peer connections over this computer's own network, with no server to help. */
export async function connectTwoEnds(ofClient: MediaStream, ofTherapist: MediaStream): Promise<TwoEnds> {
  const client = new RTCPeerConnection();
  const therapist = new RTCPeerConnection();
  const fromClient = new MediaStream();
  client.onicecandidate = ({ candidate }) => void therapist.addIceCandidate(candidate ?? undefined);
  therapist.onicecandidate = ({ candidate }) => void client.addIceCandidate(candidate ?? undefined);
  therapist.ontrack = ({ track }) => fromClient.addTrack(track);
  for (const track of ofClient.getTracks()) client.addTrack(track, ofClient);
  for (const track of ofTherapist.getTracks()) therapist.addTrack(track, ofTherapist);

  await client.setLocalDescription(await client.createOffer());
  await therapist.setRemoteDescription(client.localDescription as RTCSessionDescription);
  await therapist.setLocalDescription(await therapist.createAnswer());
  await client.setRemoteDescription(therapist.localDescription as RTCSessionDescription);

  return {
    fromClient,
    async stats() {
      const counts: CallStats = { framesDecoded: 0, framesDropped: 0, jitterBufferSeconds: 0, freezes: 0 };
      (await therapist.getStats()).forEach(each => {
        if (each.type !== 'inbound-rtp' || each.kind !== 'video') return;
        counts.framesDecoded += each.framesDecoded ?? 0;
        counts.framesDropped += each.framesDropped ?? 0;
        counts.jitterBufferSeconds += each.jitterBufferDelay ?? 0;
        counts.freezes += each.freezeCount ?? 0;
      });
      return counts;
    },
    hangUp() {
      client.close();
      therapist.close();
    },
  };
}
