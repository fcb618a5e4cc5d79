import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** Repositories of a folder over HTTP on this machine, for those who have the password. */
export class GitHttpServer {
  readonly #server: Server;
  readonly #folder: string;
  readonly #authorization: string;
  /** Requests that came without the password. */
  refused = 0;

  constructor(folder: string, username: string, password: string) {
    this.#folder = folder;
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    this.#server = createServer((request, response) => this.#handle(request, response));
  }

  /** Starts and gives the address under which the repositories are. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new RangeError("the server has no port");
    return `http://127.0.0.1:${address.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    if (request.headers.authorization !== this.#authorization) {
      this.refused += 1;
      response.writeHead(401, { "www-authenticate": "Basic" }).end();
      return;
    }
    const url = new URL(request.url ?? "/", "http://localhost");
    const program = spawn("git", ["http-backend"], {
      env: {
        PATH: process.env["PATH"],
        GIT_PROJECT_ROOT: this.#folder,
        GIT_HTTP_EXPORT_ALL: "1",
        GIT_CONFIG_NOSYSTEM: "1",
        HOME: this.#folder,
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers["content-type"],
        HTTP_CONTENT_ENCODING: request.headers["content-encoding"],
        GIT_PROTOCOL: request.headers["git-protocol"]?.toString(),
        REMOTE_USER: "t",
      },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    program.stdin.on("error", () => program.stdin.destroy());
    request.pipe(program.stdin);
    program.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    program.on("close", () => answer(response, Buffer.concat(chunks)));
  }
}

/** Headers, an empty line and the body, as a CGI program writes them. */
function answer(response: ServerResponse, output: Buffer): void {
  const end = output.indexOf("\r\n\r\n");
  const headers = output.toString("latin1", 0, Math.max(0, end)).split("\r\n");
  let status = 200;
  for (const header of headers) {
    const colon = header.indexOf(": ");
    const [name, value] = [header.slice(0, colon), header.slice(colon + 2)];
    if (name.toLowerCase() === "status") status = Number(value.slice(0, 3));
    else response.setHeader(name, value);
  }
  response.writeHead(status).end(output.subarray(end + 4));
}
