/** The frame of a key or a certificate, which is the same everywhere. */
const FRAME = "-----";
/** Lines of a secret that are shorter are not masked one by one: a log without them could not be read. */
const SHORTEST_LINE = 4;
const MASK = "***";

/** Everything that must not be seen. Nothing is taken out again. */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #tellRunner: (secret: string) => void;

  /** `tellRunner` asks the runner to mask a text in all that follows. */
  constructor(tellRunner: (secret: string) => void) {
    this.#tellRunner = tellRunner;
  }

  /** Masks a secret, its lines, and the forms in which programs repeat it: base64 and percent-encoded. */
  add(secret: string): void {
    const trimmed = secret.trim();
    if (trimmed === "") return;
    const lines = trimmed.split(/\r?\n/u).map((line) => line.trim());
    const parts = lines.length === 1 ? [] : lines.filter(isTelling);
    const forms =
      trimmed.length < SHORTEST_LINE
        ? []
        : [Buffer.from(trimmed).toString("base64"), encodeURIComponent(trimmed.toWellFormed())];
    for (const text of [trimmed, ...parts, ...forms]) {
      if (this.#known.has(text)) continue;
      this.#known.add(text);
      this.#tellRunner(text);
    }
  }

  /** A text without the secrets in it. What is shorter than four characters stays: digests and names would lose letters. */
  redact(text: string): string {
    let redacted = text;
    const long = [...this.#known].filter((secret) => secret.length >= SHORTEST_LINE);
    // Longer ones first: a secret may be part of another.
    for (const secret of long.sort((a, b) => b.length - a.length)) {
      redacted = redacted.replaceAll(secret, MASK);
    }
    return redacted;
  }
}

function isTelling(line: string): boolean {
  return line.length >= SHORTEST_LINE && !line.startsWith(FRAME);
}
