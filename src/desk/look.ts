/** What every page of the desk is drawn with. */
export const look = {
  frame: "desk",
  styles: ["desk.css"],
  scripts: ["desk.js"],
} as const;
