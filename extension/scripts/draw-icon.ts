import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { chromiumPath } from "../../scripts/real/set-ups/chromium.ts";

/** Pixels on a side: twice what the Marketplace shows. */
const SIZE = 256;

const media = fileURLToPath(new URL("../media/", import.meta.url));

/** Draws `icon.png`, which the Marketplace needs, from our own drawing. Run by hand when the drawing changes. */
async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
    const drawing = readFileSync(join(media, "icon.svg"), "utf8");
    await page.setContent(`<body style="margin:0">${drawing}</body>`);
    await page.screenshot({ path: join(media, "icon.png"), omitBackground: true });
  } finally {
    await browser.close();
  }
}

await main();
