import type { Terminal } from "./terminal.ts";

/** The terminal of this process. A reader that goes away early (`| head`) ends the output, not the run. */
export function processTerminal(): Terminal {
  let outputIsGone = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    outputIsGone = true;
    if (error.code !== "EPIPE") process.exitCode = 2;
  });
  // Nobody is left to be told.
  process.stderr.on("error", () => undefined);
  return {
    cwd: process.cwd(),
    environment: process.env,
    width: process.stdout.columns,
    outputIsTerminal: process.stdout.isTTY,
    errorsAreTerminal: process.stderr.isTTY,
    print: (text) =>
      new Promise((resolve) => {
        if (outputIsGone) resolve();
        else process.stdout.write(text, () => resolve());
      }),
    printError: (text) => {
      process.stderr.write(text);
    },
    readInput,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** Standard input, up to one byte more than the limit. */
async function readInput(maximumBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > maximumBytes) break;
  }
  return Buffer.concat(chunks);
}
