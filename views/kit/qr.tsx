import qrcode from "qrcode-generator";

/** Light around it, without which some cameras do not find it. */
const margin = 4;

interface Props {
  /** What is read out of it. */
  text: string;
  /** What it is for, to those who cannot see it. */
  label: string;
}

/** A QR code, dark on white in every scheme: cameras expect it so. */
export function Qr({ text, label }: Props) {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const side = count + 2 * margin;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path fill="#000" d={squares(count, (row, column) => code.isDark(row, column))} />
    </svg>
  );
}

function squares(count: number, isDark: (row: number, column: number) => boolean): string {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.flatMap((row) =>
    places.filter((column) => isDark(row, column)).map((column) =>
      `M${column + margin} ${row + margin}h1v1h-1z`
    )
  ).join("");
}
