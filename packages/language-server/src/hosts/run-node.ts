import { sizeHeap } from "@plimsoll/workspace";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createServer } from "../server/create-server.ts";
import { VERSION } from "../version.ts";
import { nodeHost } from "./node-host.ts";

const USAGE = `Usage: plimsoll-language-server --stdio

Speaks the Language Server Protocol over standard input and output. Other ways to connect, which editors
choose: --node-ipc, --socket=<port>, --pipe=<name>.
`;

/** Runs the server on the way of connecting that the arguments name. */
export function runNode(args: readonly string[]): void {
  if (args.includes("--version")) {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  if (!args.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)/u.test(arg))) {
    process.stderr.write(USAGE);
    process.exitCode = args.includes("--help") ? 0 : 2;
    return;
  }
  sizeHeap(0);
  const connection = createConnection(ProposedFeatures.all);
  // A client that refuses a request of ours is told; the server goes on.
  process.on("unhandledRejection", (reason) => connection.console.error(`Plimsoll: ${String(reason)}`));
  createServer(connection, nodeHost);
  connection.listen();
}
