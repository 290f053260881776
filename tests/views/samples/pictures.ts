import type { PictureFile } from "../../../views/kit/view.ts";

/** Still lifes for samples: a shape on a coloured ground. */
export function picture(name: keyof typeof shapes, hue: number, alt = ""): PictureFile {
  return { src: `/pictures/${name}-${hue}.svg`, width: 800, height: 1000, alt };
}

/** The file behind such a path. */
export function drawing(file: string): string | undefined {
  const [, name, hue] = file.match(/^([a-z]+)-(\d+)\.svg$/) ?? [];
  const shape = shapes[name as keyof typeof shapes];
  if (!shape) return undefined;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000" width="800" height="1000">
<defs>
<linearGradient id="a" x2="0.3" y2="1"><stop stop-color="hsl(${hue} 45% 86%)"/>
<stop offset="1" stop-color="hsl(${Number(hue) + 14} 42% 68%)"/></linearGradient>
<linearGradient id="b" x2="1" y2="1"><stop stop-color="hsl(${Number(hue) + 8} 40% 52%)"/>
<stop offset="1" stop-color="hsl(${Number(hue) + 20} 46% 30%)"/></linearGradient>
<radialGradient id="c"><stop stop-color="hsl(${hue} 40% 20%)" stop-opacity="0.35"/>
<stop offset="1" stop-color="hsl(${hue} 40% 20%)" stop-opacity="0"/></radialGradient>
</defs>
<rect width="800" height="1000" fill="url(#a)"/>
<rect y="760" width="800" height="240" fill="hsl(${hue} 38% 78%)"/>
<ellipse cx="420" cy="800" rx="280" ry="46" fill="url(#c)"/>
<g fill="url(#b)">${shape}</g>
</svg>`;
}

const shapes = {
  vase:
    '<path d="M340 330h120c-6 70 90 150 90 290 0 110-60 180-150 180s-150-70-150-180c0-140 96-220 90-290Z"/><ellipse cx="400" cy="330" rx="60" ry="14" opacity=".6"/><path d="M398 330C380 230 330 190 300 150c60 20 90 60 102 110 6-60 40-110 90-140-30 60-60 120-84 210Z" opacity=".75"/>',
  bowl:
    '<path d="M190 540h420c0 150-90 250-210 250S190 690 190 540Z"/><ellipse cx="400" cy="540" rx="210" ry="40" opacity=".55"/>',
  tee:
    '<path d="m300 280-150 90 60 140 60-28v300h260V482l60 28 60-140-150-90c-30 60-170 60-200 0Z"/>',
  tote:
    '<path d="M220 440h360l30 350H190l30-350Z"/><path d="M310 460c0-240 180-240 180 0" fill="none" stroke="url(#b)" stroke-width="26"/>',
  mug:
    '<path d="M240 440h260v300q0 50-50 50H290q-50 0-50-50V440Z"/><path d="M500 500q110 0 110 90t-110 100" fill="none" stroke="url(#b)" stroke-width="36"/><ellipse cx="370" cy="440" rx="130" ry="26" opacity=".55"/>',
  candle:
    '<path d="M280 470h240v320H280z"/><ellipse cx="400" cy="470" rx="120" ry="26" opacity=".6"/><path d="M396 460v-60h8v60z"/><path d="M400 300c40 50 34 100 0 104-34-4-40-54 0-104Z" fill="#ffd88a"/>',
  lamp:
    '<path d="M290 250h220l90 240H200l90-240Z"/><path d="M388 490h24v270h-24z"/><ellipse cx="400" cy="775" rx="130" ry="24"/>',
  scarf:
    '<path d="M270 220c90-40 170-40 260 0l20 90c-100 50-200 50-300 0l20-90Z"/><path d="m300 320 130 20 40 450H330l-30-470Z" opacity=".85"/><path d="m500 320-90 20 90 330 90-30-90-320Z" opacity=".7"/>',
  host:
    '<circle cx="400" cy="360" r="120"/><path d="M150 1000c0-280 110-430 250-430s250 150 250 430Z"/><path d="M280 340c0-190 240-190 240 0-30-60-60-80-120-80s-90 20-120 80Z" fill="hsl(20 30% 16%)"/>',
};
