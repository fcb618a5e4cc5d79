import { describe, expect, it } from "vitest";
import { runServer, startServer } from "../testing/scripted-client.ts";
import { temporaryWorkspace } from "../testing/temporary-workspace.ts";

const DOCKERFILE = "FROM nginx:latest\nMAINTAINER me\n";

describe("the server over stdio", () => {
  it("initialises, judges, and ends with 0 after shutdown and exit", async () => {
    using workspace = temporaryWorkspace({ Dockerfile: DOCKERFILE });
    const server = startServer();
    const result = await server.client.start({ folders: [workspace.uri] });
    expect(result.serverInfo?.name).toBe("plimsoll");
    expect(result.capabilities.textDocumentSync).toMatchObject({ change: 2 });
    const uri = workspace.uriOf("Dockerfile");
    await server.client.open(uri, DOCKERFILE);
    const items = await server.client.items(uri);
    expect(items.map(({ code }) => code)).toContain("dockerfile/no-maintainer-instruction");
    await server.client.stop();
    expect(await server.exit).toBe(0);
  });

  it("ends with 1 where exit comes without shutdown", async () => {
    const server = startServer();
    await server.client.start({ folders: [] });
    await server.client.connection.sendNotification("exit");
    expect(await server.exit).toBe(1);
  });

  it("ends when the client closes its end", async () => {
    const server = startServer();
    await server.client.start({ folders: [] });
    server.end();
    expect(await server.exit).toBe(1);
  });

  it("refuses requests that make no sense, and goes on", async () => {
    const server = startServer();
    const { client } = server;
    await client.start({ folders: [] });
    await expect(client.connection.sendRequest("plimsoll/unknown", {})).rejects.toMatchObject({
      code: -32601,
    });
    await expect(client.connection.sendRequest("textDocument/diagnostic", { a: 1 })).rejects.toMatchObject({
      code: expect.any(Number),
    });
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: "file:///not/open", version: 2 },
      contentChanges: [{ text: "a" }],
    });
    await client.open("file:///%zz/Dockerfile", DOCKERFILE);
    await client.items("file:///%zz/Dockerfile");
    await client.open("untitled:x", DOCKERFILE, "dockerfile");
    expect((await client.items("untitled:x")).length).toBeGreaterThan(0);
    await client.stop();
    expect(await server.exit).toBe(0);
  });

  it.each([
    ["a message that is no JSON", "Content-Length: 5\r\n\r\nxxxxx"],
    ["a body that is no message", 'Content-Length: 4\r\n\r\n"ab"'],
  ])("goes on after %s", async (_name, raw) => {
    const server = startServer();
    await server.client.start({ folders: [] });
    server.write(raw);
    await server.client.open("untitled:x", DOCKERFILE, "dockerfile");
    expect((await server.client.items("untitled:x")).length).toBeGreaterThan(0);
    await server.client.stop();
    expect(await server.exit).toBe(0);
  });

  it("ends, and does not hang, where the input has no lengths", async () => {
    const server = startServer();
    await server.client.start({ folders: [] });
    server.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    server.end();
    expect(await server.exit).not.toBe(0);
  });
});

describe("the command", () => {
  it.each([
    [["--version"], 0, /^\d+\.\d+\.\d+/u],
    [[], 2, /Usage: plimsoll-language-server --stdio/u],
  ])("with %j ends with %d", async (args, code, words) => {
    const outcome = await runServer(args);
    expect(outcome.code).toBe(code);
    expect(outcome.output).toMatch(words);
  });
});
