/** What a page is told of a show, as far as its picture is concerned. */
export interface Told {
  readonly state: string;
  readonly signal: "none" | "on" | "lost";
  /** Counts how often the signal came. */
  readonly turn: number;
}

/** How far the picture is that a signal should bring. */
export type Progress = "starting" | "playing" | "refused" | "dropped" | "stalled" | "failed";

/** What is said about the picture: `quiet` where the page itself says all there is to say. */
export type ScreenState =
  | "quiet"
  | "waiting"
  | "starting"
  | "live"
  | "refused"
  | "reconnecting"
  | "failed"
  | "ended";

/** What the server has drawn into the page. */
export function toldBy({ dataset }: HTMLElement): Told {
  const { state = "", signal = "none", turn } = dataset;
  return { state, signal: signal as Told["signal"], turn: Number(turn ?? 0) };
}

/** Another process may be behind what this page has seen: no turn goes back, and no end either. */
export function isNews(known: Told, told: Told): boolean {
  if (told.turn < known.turn || isOver(known)) return false;
  return told.state !== known.state || told.signal !== known.signal || told.turn !== known.turn;
}

export function hasSignal({ state, signal }: Told): boolean {
  return state === "live" && signal === "on";
}

export function isOver({ state }: Told): boolean {
  return state === "ended" || state === "cancelled";
}

/** @param progress of the picture, where there is a signal */
export function stateOf(told: Told, progress: Progress = "starting"): ScreenState {
  if (isOver(told)) return "ended";
  if (told.state !== "live") return "quiet";
  if (told.signal === "none") return "waiting";
  if (told.signal === "lost") return "reconnecting";
  if (progress === "playing") return "live";
  return progress === "stalled" || progress === "dropped" ? "reconnecting" : progress;
}
