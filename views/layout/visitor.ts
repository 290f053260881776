/** Who is looking, as far as the frame of a page needs to know. */
export interface Visitor {
  /** Path and query of this page, where changing the language or signing in leads back to. */
  readonly path: string;
  /** Live holds and waits in the cart. */
  readonly cartLines: number;
  readonly person?: {
    readonly displayName: string;
    /** Owns a shop. */
    readonly sells: boolean;
    /** May pack the orders of a shop: owns one, or moderates it. */
    readonly packs: boolean;
  };
}
