/** Shows that are over, to be watched again. */
export const replay = {
  title: "Replay",
  watch: "Watch the replay",
  parts: "Parts of the recording",
  part: (number: number) => `Part ${number}`,
  shown: "Shown in it",
  from: "Play from",
  chat: "Chat",
  chatNone: "Nobody wrote anything.",
  chatYet: "The chat comes along with the picture.",
};
