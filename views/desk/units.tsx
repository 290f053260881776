import { few } from "../kit/stock.tsx";
import { classes } from "../kit/view.ts";

/** How many units are left, drawn so that the last few catch the eye. */
export function Units({ available }: { available: number }) {
  const none = available < 1;
  return (
    <strong
      class={classes(
        "desk-units",
        none && "desk-units-none",
        !none && available <= few && "desk-units-few",
      )}
    >
      {available}
    </strong>
  );
}
