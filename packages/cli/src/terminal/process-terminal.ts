import { Outlet } from "./outlet.ts";
import type { Terminal } from "./terminal.ts";

/** The terminal of this process. A reader that goes away early (`| head`) ends the output, not the run. */
export function processTerminal(): Terminal {
  const output = new Outlet({
    descriptor: 1,
    stream: () => process.stdout,
    onError: ({ code }) => {
      if (code !== "EPIPE") process.exitCode = 2;
    },
  });
  // Of errors of its own nobody is left to be told.
  const errors = new Outlet({ descriptor: 2, stream: () => process.stderr, onError: () => undefined });
  return {
    cwd: process.cwd(),
    environment: process.env,
    width: output.width,
    outputIsTerminal: output.isTerminal,
    errorsAreTerminal: errors.isTerminal,
    print: (text) => output.write(text),
    printError: (text) => {
      void errors.write(text);
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
