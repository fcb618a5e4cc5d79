import { describe, expect, it } from "vitest";
import { startServer } from "../testing/scripted-client.ts";
import { temporaryWorkspace } from "../testing/temporary-workspace.ts";

const DOCKERFILE = `FROM nginx:latest\nMAINTAINER me\n`;

describe("over stdio", () => {
  it("initialises, judges an open file, and ends with code 0", async () => {
    using workspace = temporaryWorkspace({ Dockerfile: DOCKERFILE });
    const server = startServer();
    const result = await server.client.start({ folders: [workspace.uri] });
    expect(result.serverInfo?.name).toBe("plimsoll");
    const uri = workspace.uriOf("Dockerfile");
    await server.client.open(uri, DOCKERFILE);
    const items = await server.client.items(uri);
    expect(items.map(({ code }) => code)).toContain("dockerfile/no-maintainer-instruction");
    await server.client.stop();
    expect(await server.exit).toBe(0);
  });
});
