import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** The account that may read and write. */
export const GIT_USER = { username: "x-access-token", password: "ghs_for_the_config_repository" } as const;

/** Git over HTTP on this machine. */
export interface GitServer {
  readonly url: string;
  /** Requests that came without or with a wrong password. */
  readonly refused: () => number;
  readonly stop: () => Promise<void>;
}

/** Serves the bare repositories of a folder by git's own program, to the one account. */
export async function startGitServer(folder: string): Promise<GitServer> {
  const expected = `Basic ${Buffer.from(`${GIT_USER.username}:${GIT_USER.password}`).toString("base64")}`;
  let refused = 0;
  const server = createServer((request, response) => {
    if (request.headers.authorization === expected) serve(folder, request, response);
    else {
      refused += 1;
      response.writeHead(401, { "www-authenticate": 'Basic realm="suite"' }).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new RangeError("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    refused: () => refused,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** One request by the common gateway interface. */
function serve(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const child = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env["PATH"],
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "http.receivepack",
      GIT_CONFIG_VALUE_0: "true",
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: request.headers["git-protocol"]?.toString() ?? "",
      REMOTE_USER: GIT_USER.username,
      REMOTE_ADDR: "127.0.0.1",
    },
  });
  request.pipe(child.stdin);
  child.stdin.on("error", () => undefined);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.on("close", () => answer(Buffer.concat(chunks), response));
}

function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf("\r\n\r\n");
  let status = end < 0 ? 500 : 200;
  const headers: [string, string][] = [];
  for (const line of output.subarray(0, Math.max(0, end)).toString().split("\r\n")) {
    const colon = line.indexOf(":");
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
    if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
    else headers.push([name, value]);
  }
  response.writeHead(status, Object.fromEntries(headers)).end(output.subarray(end + 4));
}
