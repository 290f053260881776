/** Things that happen one after the other, and how many of them have happened by now. */
export class Steps<One> {
  #passed = 0;

  /** @param all in the order in which they happen */
  constructor(readonly all: readonly One[], private readonly secondOf: (one: One) => number) {}

  /** The last that has happened. */
  get last(): One | undefined {
    return this.all[this.#passed - 1];
  }

  /** What has happened since this was last asked, and what has not any more: somebody went back. */
  at(second: number): { readonly passed: readonly One[]; readonly ahead: readonly One[] } {
    const before = this.#passed;
    let now = before;
    while (now < this.all.length && this.secondOf(this.all[now]!) <= second) now++;
    while (now > 0 && this.secondOf(this.all[now - 1]!) > second) now--;
    this.#passed = now;
    return { passed: this.all.slice(before, now), ahead: this.all.slice(now, before) };
  }
}
