import { deepEqual, equal, ok } from "node:assert/strict";
import { readPicture } from "../../../src/uploads/picture.ts";
import {
  bytes,
  chunk,
  exif,
  extended,
  gif,
  holds,
  jpeg,
  lossless,
  lossy,
  note,
  png,
  segment,
  webp,
  webpChunk,
} from "./drawings.ts";

const plain = {
  "image/jpeg": jpeg(),
  "image/png": png(),
  "image/gif": gif(),
  "image/webp": webp(lossy(3, 2)),
};

for (const [type, drawing] of Object.entries(plain)) {
  Deno.test(`${type} is known by its bytes, and one with nothing beside its pixels stays as it is`, () => {
    const picture = readPicture(drawing);
    deepEqual(picture, { type, width: 3, height: 2, bytes: drawing });
  });

  Deno.test(`${type} that was cut short anywhere is no picture`, () => {
    for (let length = 0; length < drawing.length; length++) {
      equal(readPicture(drawing.subarray(0, length)), undefined, `the first ${length} bytes`);
    }
  });

  Deno.test(`${type} with any byte changed is refused or read, and never breaks the reader`, () => {
    for (let at = 0; at < drawing.length; at++) {
      for (const value of [0, 0x7f, 0xff]) readPicture(drawing.with(at, value));
    }
  });
}

for (
  const [name, drawing] of Object.entries({
    jpeg: jpeg({ after: "<script>alert(1)</script>" }),
    png: png({ after: "<script>alert(1)</script>" }),
    gif: gif({ after: "<script>alert(1)</script>" }),
    webp: bytes(webp(lossy(3, 2)), "<script>alert(1)</script>"),
  })
) {
  Deno.test(`what follows the end of a ${name} goes`, () => {
    const picture = readPicture(drawing);
    ok(picture && !holds(picture.bytes, "script"));
  });
}

for (
  const [name, text] of Object.entries({
    "an SVG named .png": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "a page": "<!doctype html><script>alert(1)</script>",
    "a page that begins like a GIF": "GIF89a/*<script>*/=1;alert(1)",
    "a program": "\x7fELF\x02\x01\x01",
    "a sound in a RIFF": "RIFF\x04\0\0\0WAVE",
    "nothing": "",
  })
) {
  Deno.test(`${name} is no picture`, () => equal(readPicture(bytes(text)), undefined));
}

Deno.test("a JPEG loses what the camera, the editor and the author wrote", () => {
  const picture = readPicture(jpeg({
    extra: [
      exif(1),
      segment(0xe1, "http://ns.adobe.com/xap/1.0/\0secret"),
      segment(0xed, "Photoshop 3.0\0secret"),
      segment(0xfe, "secret"),
      segment(0xe2, "MPF\0secret"),
      segment(0xe0, "JFXX\0secret"),
    ],
  }));
  deepEqual(picture?.bytes, jpeg());
});

Deno.test("a JPEG keeps its colours", () => {
  const extra = [
    segment(0xe2, "ICC_PROFILE\0\x01\x01profile"),
    segment(0xee, "Adobe\0d\0\0\0\0\0"),
  ];
  deepEqual(readPicture(jpeg({ extra }))?.bytes, jpeg({ extra }));
});

for (const order of ["MM", "II"] as const) {
  Deno.test(`a JPEG that was taken sideways (${order}) stays upright, and that is all it says`, () => {
    const picture = readPicture(jpeg({ width: 3, height: 2, extra: [exif(6, order)] }));
    deepEqual([picture?.width, picture?.height], [2, 3]);
    ok(!holds(picture!.bytes, "GPS!"));
    const again = readPicture(picture!.bytes);
    deepEqual([again?.width, again?.height], [2, 3]);
  });
}

Deno.test("a JPEG whose Exif leads astray is read all the same", () => {
  const astray = segment(0xe1, "Exif\0\0MM\0*\xff\xff\xff\xff");
  deepEqual(readPicture(jpeg({ extra: [astray] }))?.bytes, jpeg());
});

Deno.test("a JPEG with two frames, or a scan before its frame, is no picture", () => {
  const frame = segment(0xc0, 8, [0, 9, 0, 9], [1, 1, 0x11, 0]);
  equal(readPicture(jpeg({ extra: [frame] })), undefined);
  const early = segment(0xda, [1, 1, 0, 0, 63, 0]);
  equal(readPicture(jpeg({ extra: [early] })), undefined);
});

Deno.test("a PNG loses its texts, its time and its Exif, and keeps its colours", () => {
  const colours = chunk("gAMA", [0, 0, 0xb1, 0x8f]);
  const picture = readPicture(png({
    extra: [
      colours,
      chunk("tEXt", "Comment\0secret"),
      chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0secret"),
      chunk("zTXt", "Comment\0\0secret"),
      chunk("eXIf", "MM\0*secret"),
      chunk("tIME", [7, 0xea, 11, 21, 3, 0, 0]),
    ],
  }));
  deepEqual(picture?.bytes, png({ extra: [colours] }));
});

Deno.test("a PNG with a chunk that was changed, or a critical one that nobody knows, is refused", () => {
  const drawing = png();
  equal(readPicture(drawing.with(drawing.indexOf(0x9c), 0x9d)), undefined);
  equal(readPicture(png({ extra: [chunk("EVIL", "x")] })), undefined);
  equal(readPicture(png({ extra: [chunk("IHDR", Array(13).fill(1))] })), undefined);
});

Deno.test("a GIF keeps its pace and its looping, and loses comments and other programs' notes", () => {
  const looping = note(0xff, "NETSCAPE2.0", "\x01\0\0");
  const pace = note(0xf9, "\0\x0a\0\0");
  const picture = readPicture(gif({
    extra: [looping, note(0xfe, "secret"), note(0xff, "XMP DataXMP", "secret"), pace],
  }));
  deepEqual(picture?.bytes, gif({ extra: [looping, pace] }));
});

Deno.test("a GIF is as large as the largest of its frames", () => {
  const picture = readPicture(gif({ frame: [10, 0, 9000, 2] }));
  deepEqual([picture?.width, picture?.height], [9010, 2]);
});

Deno.test("a WebP loses EXIF and XMP, and does not say any more that it has them", () => {
  const profile = webpChunk("ICCP", "profile");
  const picture = readPicture(webp(
    extended(0x2c, 3, 2),
    profile,
    lossless(3, 2),
    webpChunk("EXIF", "secret"),
    webpChunk("XMP ", "secret"),
    webpChunk("EVIL", "secret"),
  ));
  deepEqual(picture?.bytes, webp(extended(0x20, 3, 2), profile, lossless(3, 2)));
});

Deno.test("a WebP is as large as the largest thing in it, whatever its first chunk says", () => {
  const picture = readPicture(webp(extended(0, 3, 2), lossless(9000, 2)));
  deepEqual([picture?.width, picture?.height], [9000, 2]);
});

Deno.test("a picture without a side is no picture", () => {
  equal(readPicture(png({ width: 0 })), undefined);
  equal(readPicture(jpeg({ height: 0 })), undefined);
  equal(readPicture(webp(lossy(0, 2))), undefined);
});
