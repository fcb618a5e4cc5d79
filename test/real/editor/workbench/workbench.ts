import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Frame, Locator, Page } from "playwright-core";
import type { RunningCodeServer } from "./code-server.ts";
import { findText, squiggleUnder, type TextPlace, type TextQuery } from "./text-place.ts";

/** Two busy cores may take long; a test that waits for what never comes still ends. */
export const PATIENCE = 60_000;
/** For what is tried again where it does not come: menus that lose their focus. */
const MENU_PATIENCE = 8000;
const MENU_TRIES = 6;
/** Rows of a menu that are looked at. */
const ROWS = 60;

/** Where pictures are kept for people to look at; git ignores it. */
const pictures = fileURLToPath(new URL("../../../../coverage/editor/", import.meta.url));

/** A hover card of an editor. */
const HOVER = ".monaco-editor .monaco-hover:not(.hidden), .monaco-resizable-hover .monaco-hover:not(.hidden)";

/** A row of the palette or of a question. */
const ROW = ".quick-input-list .monaco-list-row";

/** Pictures are the same everywhere but for the fonts. */
export const VIEWPORT = { width: 1360, height: 840 };

/** One window of the editor, driven as a person drives it. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
  }

  /** Opens a folder, and a file of it. */
  async open({ port, origin }: RunningCodeServer, folder: string, file?: string): Promise<void> {
    const address = new URL(origin);
    address.searchParams.set("folder", folder);
    if (file !== undefined) {
      const uri = `vscode-remote://127.0.0.1:${port}${join(folder, file)}`;
      address.searchParams.set("payload", JSON.stringify([["openFile", uri]]));
    }
    await this.page.goto(address.href, { waitUntil: "commit", timeout: PATIENCE });
    await this.page.locator(".monaco-workbench").waitFor();
    if (file !== undefined) await this.editor.locator(".view-line").first().waitFor();
  }

  get editor(): Locator {
    return this.page.locator(".editor-group-container.active .monaco-editor[data-uri]").first();
  }

  /** Waits until a condition holds, looking again with each picture that the browser draws. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (performance.now() < end) {
      if (await holds()) return;
      await this.page.evaluate(nextFrame);
    }
    throw new Error(`Waited ${PATIENCE} ms for ${what}.`);
  }

  #find(query: TextQuery): Promise<TextPlace | null> {
    return this.page.evaluate(findText, query);
  }

  /** Waits until a squiggle stands under exactly these characters, and returns its severity. */
  async squiggle(line: string, text: string): Promise<string> {
    let severity: string | undefined;
    await this.until(`a squiggle under "${text}"`, async () => {
      const place = await this.#find({ line, text });
      severity = place === null ? undefined : squiggleUnder(place);
      return severity !== undefined;
    });
    return severity ?? "";
  }

  /** Waits until the line is shown and no squiggle stands under exactly these characters. */
  async noSquiggle(line: string, text: string): Promise<void> {
    await this.until(`no squiggle under "${text}"`, async () => {
      const place = await this.#find({ line, text });
      return place !== null && squiggleUnder(place) === undefined;
    });
  }

  /** Waits until a line that holds the text is shown. */
  async line(text: string): Promise<void> {
    await this.until(`a line with "${text}"`, async () => (await this.#find({ line: text, text })) !== null);
  }

  /** Moves the mouse onto characters, waits until the hover says something, and returns all that it says. */
  async hover(line: string, text: string, says: string): Promise<string> {
    const hover = this.page.locator(HOVER, { hasText: says }).first();
    for (let attempt = 0; attempt < MENU_TRIES; attempt += 1) {
      const place = await this.#find({ line, text });
      if (place === null) throw new Error(`"${line}" is not shown`);
      await this.page.mouse.move(5, 5);
      await this.page.mouse.move(
        (place.text.left + place.text.right) / 2,
        (place.text.top + place.text.bottom) / 2,
      );
      if (await appears(hover)) return hover.innerText();
    }
    throw new Error(`no hover over "${text}" that says "${says}"`);
  }

  /** Shows the hover at the cursor, by keyboard, and returns what it says. */
  async hoverAtCursor(says: string): Promise<string> {
    await this.page.mouse.move(5, 5);
    await this.command("Show or Focus Hover");
    const hover = this.page.locator(HOVER, { hasText: says }).first();
    await hover.waitFor();
    const text = await hover.innerText();
    await this.page.keyboard.press("Escape");
    return text;
  }

  /** The page within a webview whose heading is this. */
  async webview(heading: string): Promise<Frame> {
    let found: Frame | undefined;
    await this.until(`a page "${heading}"`, async () => {
      for (const frame of this.page.frames()) {
        // A frame that goes away while it is asked is none.
        const text = await frame.evaluate(findHeading).catch(() => "");
        if (text === heading) found = frame;
      }
      return found !== undefined;
    });
    if (found === undefined) throw new Error(`"${heading}" is gone`);
    return found;
  }

  /** Puts the cursor on a place, both counted from 1, by keyboard. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#quickInput(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.#quickInputGone();
  }

  /** Puts the cursor on characters, by keyboard. */
  async cursorOn(line: string, text: string): Promise<void> {
    await this.line(line);
    const lines = await this.page.evaluate(findLineNumber, line);
    if (lines === null) throw new Error(`"${line}" is not shown`);
    await this.goTo(lines.number, lines.column + line.indexOf(text));
  }

  /** Runs a command of the palette by its whole title. */
  async command(title: string): Promise<void> {
    await this.#pick(`>${title}`, title);
  }

  /** Opens a file of the folder by name. */
  async openFile(name: string): Promise<void> {
    await this.#pick(name, name);
    await this.#quickInputGone();
    await this.activeTab(name).waitFor();
    await this.editor.locator(".view-line").first().waitFor();
  }

  /** Opens the palette, types, and takes a row. One that is not there yet, as while extensions are being read, is looked for again. */
  async #pick(typed: string, row: string): Promise<void> {
    const rows = this.page.locator(ROW, { hasText: row });
    for (let attempt = 0; attempt < MENU_TRIES; attempt += 1) {
      await this.#quickInput(typed);
      if (await appears(rows.first())) break;
      await this.page.keyboard.press("Escape");
    }
    await this.#accept(row);
  }

  activeTab(name: string): Locator {
    return this.page.locator(".editor-group-container.active .tab.active", { hasText: name });
  }

  /** Moves down to the row of the list that holds a text, and takes it. */
  async #accept(text: string): Promise<void> {
    await this.page.locator(ROW, { hasText: text }).first().waitFor();
    const focused = this.page.locator(`${ROW}.focused`, { hasText: text });
    for (let step = 0; step < ROWS && (await focused.count()) === 0; step += 1)
      await this.page.keyboard.press("ArrowDown");
    await focused.waitFor();
    await this.page.keyboard.press("Enter");
  }

  get #input(): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-box input");
  }

  /** Opens the palette and types. What the last command still closes may close this one too: then it is opened again. */
  async #quickInput(text: string): Promise<void> {
    for (let attempt = 0; attempt < MENU_TRIES; attempt += 1) {
      await this.page.keyboard.press("F1");
      const filled = this.#input.fill(text, { timeout: MENU_PATIENCE });
      if (await succeeds(filled)) return;
      await this.page.keyboard.press("Escape");
    }
    throw new Error("the palette does not open");
  }

  async #quickInputGone(): Promise<void> {
    await this.page.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
  }

  /** Waits for the question with this text in it, answers it and goes on. */
  async answer(question: string, text: string): Promise<void> {
    const widget = this.page.locator(".quick-input-widget:visible", { hasText: question });
    await widget.waitFor();
    await this.#input.fill(text);
    await this.page.keyboard.press("Enter");
  }

  /** Waits for a list with this question and chooses the row that holds the text. */
  async choose(question: string, text: string): Promise<void> {
    const input = this.page.locator(`.quick-input-widget:visible input[placeholder*="${question}"]`);
    await input.waitFor();
    await input.fill(text);
    await this.#accept(text);
  }

  /** Opens the menu of code actions at the cursor, by keyboard, and chooses one. */
  async codeAction(title: string): Promise<void> {
    const menu = this.page.locator(".action-widget:not(.action-list-submenu-panel)");
    for (let attempt = 0; attempt < MENU_TRIES; attempt += 1) {
      await this.page.keyboard.press("Escape");
      await this.page.mouse.move(5, 5);
      await this.page.keyboard.press("Control+.");
      if (await appears(menu.locator(".monaco-list-row", { hasText: title }).first())) break;
    }
    const wanted = menu.locator(".monaco-list-row", { hasText: title }).first();
    await wanted.waitFor();
    const focused = menu.locator(".monaco-list-row.focused", { hasText: title });
    for (let step = 0; step < ROWS && (await focused.count()) === 0; step += 1)
      await this.page.keyboard.press("ArrowDown");
    await focused.waitFor();
    await this.page.keyboard.press("Enter");
    await menu.waitFor({ state: "hidden" });
  }

  /** Saves the file at hand and waits until the editor says that it is saved. */
  async save(name: string): Promise<void> {
    await this.page.keyboard.press("Control+s");
    await this.page.locator(".tab.active:not(.dirty)", { hasText: name }).first().waitFor();
  }

  /** Rows of the view *Reference design* that hold a text. */
  treeRow(text: string): Locator {
    return this.page.locator(".sidebar .monaco-list-row", { hasText: text }).first();
  }

  /** Keeps a picture for people to look at. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }
}

/** Runs in the page: the number of the line that holds a text, from the margin, and the column at which the text starts. */
function findLineNumber(text: string): { number: number; column: number } | null {
  const editor = document.querySelector(".editor-group-container.active .monaco-editor[data-uri]");
  const plain = (node: Node): string =>
    (node.textContent ?? "").replaceAll("\u00a0", " ").replaceAll("\u200c", "");
  const shown = [...(editor?.querySelectorAll(".view-line") ?? [])].find((element) =>
    plain(element).includes(text),
  );
  if (shown === undefined) return null;
  const { top } = shown.getBoundingClientRect();
  const number = [...(editor?.querySelectorAll(".line-numbers") ?? [])].find(
    (element) => Math.abs(element.getBoundingClientRect().top - top) < 2,
  )?.textContent;
  return number === undefined || number === null
    ? null
    : { number: Number(number), column: plain(shown).indexOf(text) + 1 };
}

/** Runs in a frame. */
function findHeading(): string {
  return document.querySelector("main h1")?.textContent ?? "";
}

/** Runs in the page. */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

function appears(locator: Locator): Promise<boolean> {
  return succeeds(locator.waitFor({ timeout: MENU_PATIENCE }));
}

async function succeeds(step: Promise<void>): Promise<boolean> {
  return step.then(
    () => true,
    () => false,
  );
}
