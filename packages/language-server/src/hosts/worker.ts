import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { createServer } from "../server/create-server.ts";
import { ClientSource } from "../workspace-index/client-source.ts";
import type { Host } from "../workspace-index/folder-source.ts";
import { readPages } from "../workspace-index/read-pages.ts";

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** A turn by way of a message: a timer of a browser waits 4 ms and more. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener("message", () => waiting.shift()?.());
channel.port1.start();

/** Effects in a browser's worker: the clock, and the client for all files. */
const workerHost: Host = {
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.timeOrigin + performance.now(),
  turn: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(undefined);
    }),
  rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  open: (folderUri, clientFiles, events) => new ClientSource(folderUri, clientFiles, events),
  loadPages: async (clientFiles) => {
    if (clientFiles?.pagesUri === undefined) return new Map();
    const result = await clientFiles.read(clientFiles.pagesUri);
    return "text" in result ? readPages(JSON.parse(result.text)) : new Map();
  },
};

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
createServer(connection, workerHost);
connection.listen();
