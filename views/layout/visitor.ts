/** Who is looking, as far as the frame of a page needs to know. */
export interface Visitor {
  /** Path and query of this page, where changing the language or signing in leads back to. */
  readonly path: string;
  /** Live holds and waits in the cart. */
  readonly cartLines: number;
  readonly person?: {
    readonly displayName: string;
    /** May open the desk. */
    readonly sells: boolean;
  };
}
