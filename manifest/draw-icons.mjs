// Renders icons/*.svg to the PNGs that Teams wants, with the Chromium named by CHROMIUM or the system's own.
// The PNGs are committed; run this after a change to a drawing.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'icons-'));

for (const [name, size] of [['color', 192], ['outline', 32]]) {
  const page = join(work, `${name}.html`);
  const image = join(work, `${name}.png`);
  const svg = readFileSync(join(here, 'icons', `${name}.svg`), 'utf8');
  writeFileSync(page, `<!doctype html><style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
  execFileSync(process.env.CHROMIUM ?? '/usr/bin/chromium', [
    '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=1',
    '--default-background-color=00000000', `--window-size=${size},${size}`, `--screenshot=${image}`, `file://${page}`,
  ], { stdio: 'ignore' });
  copyFileSync(image, join(here, `${name}.png`));
}
rmSync(work, { recursive: true });
