/** The picture of a show. */
export const player = {
  title: "Picture of the show",
  states: {
    waiting: "The picture comes in a moment",
    starting: "Loading the picture…",
    live: "Playing live",
    refused: "Ready to play",
    reconnecting: "Reconnecting…",
    failed: "The picture does not arrive here",
    ended: "The show is over",
  },
  tapForSound: "Turn sound on",
  again: "Try again",
  play: "Play",
  pause: "Pause",
  mute: "Sound off",
  unmute: "Sound on",
  volume: "Volume",
  full: "Full screen",
  small: "Leave full screen",
  aside: "Picture in picture",
};
