import type { Connection } from "vscode-languageserver";
import type { Folder } from "../workspace-index/folder.ts";

type WorkDone = Awaited<ReturnType<Connection["window"]["createWorkDoneProgress"]>>;

/** Shows the first reading of a workspace as progress in the client. A folder of few files is done before anybody could look. */
const FEWEST_FILES = 50;

export class IndexProgressBar {
  readonly #connection: Connection;
  readonly #folders: () => readonly Folder[];
  #bar: Promise<WorkDone> | undefined;
  #percent = -1;

  constructor(connection: Connection, folders: () => readonly Folder[]) {
    this.#connection = connection;
    this.#folders = folders;
  }

  /** Takes note of how far the indexes have come. */
  update(): void {
    const reading = this.#folders().filter(({ isIndexed, index }) => isIndexed && !index.isComplete);
    const total = reading.reduce((sum, { index }) => sum + index.progress.total, 0);
    const done = reading.reduce((sum, { index }) => sum + index.progress.done, 0);
    if (reading.length === 0) this.#end();
    else if (total >= FEWEST_FILES)
      this.#report(Math.floor((100 * done) / total), `${done} of ${total} files`);
  }

  #report(percent: number, message: string): void {
    if (percent === this.#percent) return;
    this.#percent = percent;
    if (this.#bar === undefined) {
      this.#bar = this.#connection.window.createWorkDoneProgress();
      void this.#bar.then((bar) => bar.begin("Plimsoll reads the workspace", percent, message, false));
    } else void this.#bar.then((bar) => bar.report(percent, message));
  }

  #end(): void {
    const bar = this.#bar;
    this.#bar = undefined;
    this.#percent = -1;
    void bar?.then((shown) => shown.done());
  }
}
