import type { Item } from "./message.ts";

const near_pixels = 60;
const height_guessed = 34;
const answered_ms = 10_000;
/** Messages that are drawn beyond each edge of what is seen. */
const margin = 12;

/**
 * A long list of which only what is seen is drawn. Whoever reads at its end stays there; whoever has
 * scrolled up stays where they are.
 */
export class Scroll {
  #log: HTMLElement;
  #above = document.createElement("li");
  #below = document.createElement("li");
  #drawn = new Map<string, { item: Item; li: HTMLElement }>();
  #heights = new Map<string, number>();
  #items: readonly Item[] = [];
  /** Whoever reads at the end stays there, whatever comes. */
  #stuck = true;

  constructor(
    private readonly list: HTMLOListElement,
    private readonly draw: (item: Item) => HTMLElement,
    /** A message that was drawn stands in the page. */
    private readonly placed: (li: HTMLElement) => void,
    private readonly moved: (atEnd: boolean) => void,
  ) {
    this.#log = list.parentElement!;
    // Announced elsewhere: what comes and goes by scrolling is no news.
    this.#log.setAttribute("aria-live", "off");
    for (const rest of [this.#above, this.#below]) {
      rest.className = "chat-rest";
      rest.setAttribute("aria-hidden", "true");
    }
    let asked = false;
    this.#log.addEventListener("scroll", () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        this.#stuck = this.#isNearEnd();
        this.#paint();
        this.moved(this.#stuck);
      });
    }, { passive: true });
  }

  get isAtEnd(): boolean {
    return this.#stuck;
  }

  #isNearEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    return scrollHeight - scrollTop - clientHeight < near_pixels;
  }

  toEnd(): void {
    this.#stuck = true;
    this.#paint();
  }

  show(items: readonly Item[]): void {
    this.#items = items;
    this.#paint();
  }

  #paint() {
    const anchor = this.#stuck ? undefined : this.#anchor();
    const before = anchor?.getBoundingClientRect().top ?? 0;
    this.#drawLines(...this.#stuck ? this.#end() : this.#seen());
    if (this.#stuck) this.#log.scrollTop = this.#log.scrollHeight;
    else if (anchor?.isConnected) {
      this.#log.scrollTop += anchor.getBoundingClientRect().top - before;
    }
  }

  /** The first message that can be seen: it keeps its place when those above turn out otherwise. */
  #anchor(): HTMLElement | undefined {
    const { top, bottom } = this.#log.getBoundingClientRect();
    const isSeen = (li: HTMLElement) => {
      const box = li.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    };
    return this.#drawn.values().map(({ li }) => li)
      .filter((li) => li.isConnected && isSeen(li))
      .reduce<HTMLElement | undefined>(
        (first, li) => first && first.compareDocumentPosition(li) & 4 ? first : li,
        undefined,
      );
  }

  #drawLines(first: number, last: number) {
    const shown = this.#items.slice(first, last);
    const kept = new Set(shown.map(({ id }) => id));
    for (const [id, { li }] of this.#drawn) {
      if (kept.has(id)) continue;
      // Somebody is at work in it.
      if (li.contains(document.activeElement) && this.#items.some((item) => item.id === id)) {
        kept.add(id);
        continue;
      }
      this.#takeAway(li);
      this.#drawn.delete(id);
    }
    const fresh: HTMLElement[] = [];
    const lines = this.#items.filter(({ id }) => kept.has(id))
      .map((item) => this.#line(item, fresh));
    this.#order(this.#items.length > 0 ? [this.#above, ...lines, this.#below] : []);
    fresh.forEach((li) => this.placed(li));
    for (const { id } of shown) {
      const height = this.#drawn.get(id)?.li.offsetHeight;
      if (height) this.#heights.set(id, height);
    }
    this.#above.style.height = `${this.#height(0, first)}px`;
    this.#below.style.height = `${this.#height(last)}px`;
  }

  /** What waits for an answer stays, unseen, until it can have come. */
  #takeAway(li: HTMLElement) {
    if (li.contains(document.activeElement)) this.#log.focus({ preventScroll: true });
    if (!li.querySelector("[aria-busy]")) return li.remove();
    li.hidden = true;
    this.#log.after(li);
    setTimeout(() => li.remove(), answered_ms);
  }

  #line(item: Item, fresh: HTMLElement[]): HTMLElement {
    const known = this.#drawn.get(item.id);
    if (known?.item === item) return known.li;
    const li = this.draw(item);
    this.#drawn.set(item.id, { item, li });
    known?.li.replaceWith(li);
    fresh.push(li);
    return li;
  }

  #order(lines: readonly Element[]) {
    if (lines.length === 0) return this.list.replaceChildren();
    lines.forEach((line, at) => {
      if (this.list.children[at] !== line) {
        this.list.insertBefore(line, this.list.children[at] ?? null);
      }
    });
    while (this.list.children.length > lines.length) this.list.lastElementChild!.remove();
  }

  #seen(): [number, number] {
    const { scrollTop, clientHeight } = this.#log;
    let top = 0;
    let first = 0;
    while (first < this.#items.length && top + this.#heightAt(first) < scrollTop) {
      top += this.#heightAt(first++);
    }
    let last = first;
    while (last < this.#items.length && top < scrollTop + clientHeight) {
      top += this.#heightAt(last++);
    }
    return [Math.max(0, first - margin), Math.min(this.#items.length, last + margin)];
  }

  #end(): [number, number] {
    const fitting = Math.ceil(this.#log.clientHeight / height_guessed) + margin;
    return [Math.max(0, this.#items.length - fitting), this.#items.length];
  }

  #height(from: number, to = this.#items.length) {
    let sum = 0;
    for (let at = from; at < to; at++) sum += this.#heightAt(at);
    return sum;
  }

  #heightAt(at: number) {
    return this.#heights.get(this.#items[at]!.id) ?? height_guessed;
  }
}
