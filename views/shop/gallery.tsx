import { copy } from "../copy/mod.ts";
import { Picture } from "../kit/picture.tsx";
import type { PictureFile, View } from "../kit/view.ts";

interface Props {
  view: View;
  pictures: readonly PictureFile[];
  name: string;
}

/** Pictures in a strip that is swiped; the small ones below are links into it. */
export function Gallery({ view, pictures, name }: Props) {
  const t = copy(view.locale).product;
  if (pictures.length === 0) return <Picture shape="portrait" instead={name} class="gallery" />;
  return (
    <div class="gallery">
      <ul class="gallery-strip" tabindex={0} aria-label={t.pictures}>
        {pictures.map((picture, place) => (
          <li key={picture.src} id={`picture-${place + 1}`}>
            <Picture
              file={{
                ...picture,
                alt: picture.alt || (place === 0 ? name : `${name} ${place + 1}`),
              }}
              shape="portrait"
              eager={place === 0}
            />
          </li>
        ))}
      </ul>
      {pictures.length > 1 && (
        <ul class="gallery-thumbs">
          {pictures.map((picture, place) => (
            <li key={picture.src}>
              <a
                href={`#picture-${place + 1}`}
                data-thumb
                aria-label={t.picture(place + 1, pictures.length)}
              >
                <Picture file={{ ...picture, alt: "" }} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
