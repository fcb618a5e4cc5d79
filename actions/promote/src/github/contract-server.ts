import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isRecord, listOf, memberOf, textOf } from "@plimsoll/core/json";
import { Ajv, type ValidateFunction } from "ajv";
import { smallestOf } from "./smallest-value.ts";

/** A request as it was received. */
export interface Received {
  readonly method: string;
  /** The described path, such as `/repos/{owner}/{repo}/pulls`. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly authorization: string | undefined;
}

/** What a test's server answers; a body of undefined is none. */
export type Answer = (request: Received) => { readonly status: number; readonly body?: unknown };

export const DESCRIPTIONS = ["api.github.com", "ghes-3.17"] as const;

/**
 * A server on this machine that holds both sides to GitHub's own description of its interface: a request that does not follow it is
 * answered with 500 and recorded, and so is an answer of the test that GitHub would not give.
 */
export class ContractServer {
  /** Violations of the description; a test expects none. */
  readonly faults: string[] = [];
  readonly received: Received[] = [];
  readonly #server: Server;
  readonly #contract: Contract;
  readonly #answer: Answer;
  readonly #prefix: string;

  constructor(description: (typeof DESCRIPTIONS)[number], answer: Answer) {
    this.#contract = new Contract(description);
    this.#answer = answer;
    this.#prefix = description === "api.github.com" ? "" : "/api/v3";
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  /** Starts and gives the address of the interface. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new RangeError("the server has no port");
    return `http://127.0.0.1:${address.port}${this.#prefix}`;
  }

  /** The smallest answer that the description allows, with the facts of a test in it. */
  answerOf(method: string, path: string, status: number): unknown {
    return this.#contract.smallest(method, path, status);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const found = this.#contract.find(request.method ?? "", url.pathname.slice(this.#prefix.length));
    const text = await textIn(request);
    if (found === undefined || !url.pathname.startsWith(this.#prefix)) {
      this.#end(response, { status: 404, body: { message: "Not Found" } }, [
        `${request.method} ${url.pathname} is not described`,
      ]);
      return;
    }
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const parameters = { ...found.parameters, ...Object.fromEntries(url.searchParams) };
    const { method, path } = found;
    const own = { method, path, parameters, body, authorization: request.headers.authorization };
    this.received.push(own);
    const faults = [
      ...this.#contract.faultsOfQuery(found, url.searchParams),
      ...this.#contract.faultsOfBody(found, body),
    ];
    const answer = this.#answer(own);
    this.#end(response, answer, [...faults, ...this.#contract.faultsOfAnswer(found, answer)]);
  }

  #end(response: ServerResponse, answer: ReturnType<Answer>, faults: readonly string[]): void {
    this.faults.push(...faults);
    const { status, body } = faults.length > 0 ? { status: 500, body: { message: "contract" } } : answer;
    response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
    response.end(body === undefined ? "" : JSON.stringify(body));
  }
}

async function textIn(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

interface Found {
  readonly method: string;
  readonly path: string;
  readonly call: unknown;
  readonly parameters: Readonly<Record<string, string>>;
}

/** One description, reduced to the calls that are made. */
class Contract {
  readonly #description: unknown;
  readonly #ajv: Ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(name: string) {
    const all: unknown = JSON.parse(readFileSync(new URL("./contract.json", import.meta.url), "utf8"));
    this.#description = memberOf(all, name);
    this.#ajv.addSchema({
      $id: "https://description/",
      ...(isRecord(this.#description) ? this.#description : {}),
    });
  }

  find(method: string, pathname: string): Found | undefined {
    const given = pathname.split("/");
    for (const [path, calls] of entriesOf(memberOf(this.#description, "paths"))) {
      const parts = path.split("/");
      const call = memberOf(calls, method.toLowerCase());
      const fits =
        parts.length === given.length &&
        parts.every((part, index) => part.startsWith("{") || part === given[index]);
      if (!fits || call === undefined) continue;
      const named = parts.flatMap((part, index) =>
        part.startsWith("{") ? [[part.slice(1, -1), decodeURIComponent(given[index] ?? "")]] : [],
      );
      return { method, path, call, parameters: Object.fromEntries(named) };
    }
    return undefined;
  }

  faultsOfQuery({ call, path }: Found, query: URLSearchParams): readonly string[] {
    const described = listOf(memberOf(call, "parameters")).map((each) => this.#resolved(each));
    return [...query].flatMap(([name, value]) => {
      const parameter = described.find(
        (each) => memberOf(each, "name") === name && memberOf(each, "in") === "query",
      );
      if (parameter === undefined) return [`${path} has no parameter ${name}`];
      const schema = memberOf(parameter, "schema");
      const isNumber = memberOf(this.#resolved(schema), "type") === "integer";
      return this.#faults(schema, isNumber ? Number(value) : value, `${path} ${name}`);
    });
  }

  faultsOfBody({ call, path }: Found, body: unknown): readonly string[] {
    const schema = schemaOf(memberOf(call, "requestBody"));
    if (schema === undefined) return body === undefined ? [] : [`${path} takes no body`];
    const known = new Set(entriesOf(memberOf(schema, "properties")).map(([name]) => name));
    const unknown = entriesOf(body)
      .filter(([name]) => !known.has(name))
      .map(([name]) => `${path} has no ${name}`);
    return [...unknown, ...this.#faults(schema, body, `${path} body`)];
  }

  faultsOfAnswer({ call, path }: Found, { status, body }: ReturnType<Answer>): readonly string[] {
    // Failures of the network's machines are described nowhere.
    if (status >= 500 || status === 401 || status === 429) return [];
    const response = this.#resolved(memberOf(memberOf(call, "responses"), String(status)));
    if (response === undefined) return [`${path} never answers ${status}`];
    const schema = schemaOf(response);
    return schema === undefined ? [] : this.#faults(schema, body, `${path} ${status}`);
  }

  smallest(method: string, path: string, status: number): unknown {
    const call = memberOf(memberOf(memberOf(this.#description, "paths"), path), method.toLowerCase());
    const response = this.#resolved(memberOf(memberOf(call, "responses"), String(status)));
    return smallestOf(schemaOf(response), (reference) => this.#resolved(reference));
  }

  #faults(schema: unknown, value: unknown, place: string): readonly string[] {
    const key = JSON.stringify(schema);
    const validate = this.#compiled.get(key) ?? this.#ajv.compile(absolute(key));
    this.#compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${place}${instancePath} ${message ?? ""}`,
    );
  }

  #resolved(value: unknown): unknown {
    const reference = textOf(memberOf(value, "$ref"));
    if (reference === undefined) return value;
    const [, ...steps] = reference.split("/");
    return steps.reduce<unknown>((current, step) => memberOf(current, step), this.#description);
  }
}

function schemaOf(part: unknown): unknown {
  return memberOf(memberOf(memberOf(part, "content"), "application/json"), "schema");
}

/** The schema with references that lead into the description. */
function absolute(schema: string): Record<string, unknown> {
  const text = schema.replaceAll('"$ref":"#/', '"$ref":"https://description/#/');
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? { ...value } : {};
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}
