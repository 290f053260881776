import { refreshPage } from "../shop/refresh.ts";

const wait_ms = 1000;
const wait_ms_max = 30_000;
const hidden_ms = 30_000;

/**
 * Listens to the stream of a show for as long as somebody looks. After a gap the page is drawn
 * anew, so nothing is missed; until then it says in words that it stands still.
 */
export function follow(show: HTMLElement, on: Record<string, (news: string) => void>) {
  const words = document.querySelector<HTMLElement>("[data-live-state]");
  const connected = words?.textContent ?? "";
  let stream: EventSource | undefined;
  let failures = 0;
  let missed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function listen() {
    // It has ended: the page that was drawn anew follows nothing.
    if (!show.dataset.live) return;
    stream = new EventSource(show.dataset.live);
    stream.onopen = () => {
      tell("open", connected);
      failures = 0;
      if (missed) refreshPage();
      missed = false;
    };
    stream.onerror = () => {
      stop();
      tell("lost", show.dataset.lost!);
      timer = setTimeout(listen, Math.random() * Math.min(wait_ms_max, wait_ms * 2 ** ++failures));
    };
    for (const [name, draw] of Object.entries(on)) {
      stream.addEventListener(name, (event) => draw(event.data));
    }
    stream.addEventListener("reload", refreshPage);
  }

  function stop() {
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
    missed = true;
  }

  function tell(state: string, text: string) {
    if (!words || words.dataset.state === state) return;
    words.dataset.state = state;
    words.textContent = text;
  }

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(stop, hidden_ms);
    else if (!stream) listen();
  });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", ({ persisted }) => persisted && !stream && listen());
  listen();
}
