import { classes, type PictureFile } from "./view.ts";

interface Props {
  file?: PictureFile | null;
  /** The box that it fills, so that nothing moves when it arrives. */
  shape?: "square" | "portrait" | "wide" | "tall";
  /** Above the fold: fetched at once. */
  eager?: boolean;
  class?: string;
  /** Stands in the box when there is no picture: the first letter of a name. */
  instead?: string;
}

export function Picture({ file, shape = "square", eager, class: name, instead }: Props) {
  return (
    <span class={classes("picture", `picture-${shape}`, name)}>
      {file
        ? (
          <img
            src={file.src}
            alt={file.alt ?? ""}
            width={file.width}
            height={file.height}
            loading={eager ? "eager" : "lazy"}
            fetchpriority={eager ? "high" : undefined}
            decoding="async"
          />
        )
        : <span class="picture-none" aria-hidden="true">{[...instead ?? ""][0] ?? ""}</span>}
    </span>
  );
}
