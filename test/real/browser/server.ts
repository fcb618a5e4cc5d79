import { createServer } from "node:http";

export interface Served {
  readonly type: string;
  readonly body: string;
}

export interface LocalServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly requested: () => readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * The strictest policy that the proof can run under: scripts and data from the server alone and no code made from text, as
 * in a web editor.
 */
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; worker-src 'self'; connect-src 'self'";

/** Serves fixed answers on 127.0.0.1. */
export async function serve(answers: Readonly<Record<string, Served>>): Promise<LocalServer> {
  const requested: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requested.push(path);
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": `${answer.type}; charset=utf-8`,
      "content-security-policy": POLICY,
    });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    requested: () => requested,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
