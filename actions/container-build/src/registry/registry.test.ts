import { Secrets } from "@plimsoll/action-kit";
import { describe, expect, it } from "vitest";
import { MemoryRegistry, USER } from "../testing/memory-registry.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { attachForCosign, attachReferrers, fallbackTag } from "./attach.ts";
import { parseChallenge } from "./challenge.ts";
import { loginFile, readCredentials } from "./credentials.ts";
import { digestOf, RegistryClient } from "./registry-client.ts";
import { isLoopback } from "./transport.ts";

const masked = new Set<string>();
const secrets = new Secrets((secret) => masked.add(secret));

function clientOf(
  registry: { readonly fetch: MemoryRegistry["fetch"] },
  credentials?: { readonly username: string; readonly password: string },
  name = "registry.example",
): RegistryClient {
  return new RegistryClient(
    { registry: name, credentials, fetch: registry.fetch, secrets },
    "team/app",
    "pull,push",
  );
}

const CONTENT = Buffer.from("content");

describe("logins", () => {
  it("proves itself where it is asked to, and masks tokens", async () => {
    for (const login of ["basic", "bearer"] as const) {
      const registry = new MemoryRegistry({ login });
      await clientOf(registry, USER).putBlob(digestOf(CONTENT), CONTENT);
      expect([...registry.blobs.keys()]).toEqual([digestOf(CONTENT)]);
    }
    expect(masked).toContain("token for repository:team/app:pull,push");
  });

  it.each([undefined, { username: "robot", password: "wrong" }])(
    "is refused with %j",
    async (credentials) => {
      for (const login of ["basic", "bearer"] as const) {
        const client = clientOf(new MemoryRegistry({ login }), credentials);
        await expect(client.putBlob(digestOf(CONTENT), CONTENT)).rejects.toMatchObject({
          code: "build/registry",
        });
      }
    },
  );

  it("sends no password over an open line", async () => {
    const asked: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      asked.push(url);
      const headers = { "www-authenticate": 'Bearer realm="http://auth.example/token",service="x"' };
      return Promise.resolve(new Response("", { status: 401, headers }));
    };
    await expect(clientOf({ fetch }, USER).getManifest("1")).rejects.toThrow("is not encrypted");
    expect(asked).toEqual(["https://registry.example/v2/team/app/manifests/1"]);
  });

  it("does not tell storage elsewhere who we are", async () => {
    const registry = new MemoryRegistry({ login: "basic" });
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (init.method !== "POST" || new Headers(init.headers).get("authorization") === null)
        return registry.fetch(url, init);
      return new Response("", {
        status: 202,
        headers: { location: "https://storage.example/v2/team/app/blobs/uploads/1" },
      });
    };
    await expect(clientOf({ fetch }, USER).putBlob(digestOf(CONTENT), CONTENT)).rejects.toMatchObject({
      code: "build/registry",
    });
    expect(registry.seen.filter((line) => line.startsWith("storage.example"))).toEqual([]);
    expect(registry.seen.length).toBeGreaterThan(0);
  });

  it("speaks plainly with this machine only", async () => {
    const asked: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      asked.push(url);
      return Promise.resolve(new Response("", { status: 404 }));
    };
    for (const name of [
      "127.0.0.1:5000",
      "localhost",
      "registry.example:5000",
      "docker.io",
      "127.0.0.1.example",
    ])
      await clientOf({ fetch }, undefined, name).getManifest("1");
    expect(asked.map((url) => new URL(url).origin)).toEqual([
      "http://127.0.0.1:5000",
      "http://localhost",
      "https://registry.example:5000",
      "https://registry-1.docker.io",
      "https://127.0.0.1.example",
    ]);
    expect(isLoopback("[::1]")).toBe(true);
  });
});

describe("parseChallenge", () => {
  it.each([
    [
      'Bearer realm="https://a/b",service="c, d",scope="x"',
      "bearer",
      { realm: "https://a/b", service: "c, d", scope: "x" },
    ],
    ["Basic realm=here", "basic", { realm: "here" }],
    ["basic", "basic", {}],
    ['Bearer realm="open', "bearer", { realm: "open" }],
  ])("%s", (header, scheme, parameters) => {
    const challenge = parseChallenge(header);
    expect(challenge?.scheme).toBe(scheme);
    expect(Object.fromEntries(challenge?.parameters ?? [])).toEqual(parameters);
  });

  it.each(["", "Digest realm=x", "Negotiate"])("%j is none", (header) => {
    expect(parseChallenge(header)).toBeUndefined();
  });
});

it("takes logins from files, and the inputs win", () => {
  const token = Buffer.from("user:pass:word").toString("base64");
  const folder = temporaryFolder({
    "config.json": JSON.stringify({
      auths: { "https://index.docker.io/v1/": { auth: token }, "r.example": { auth: token } },
    }),
    "auth.json": JSON.stringify({
      auths: { "r.example/path": { auth: "bm90aGluZw==" }, "s.example": { auth: token } },
    }),
  });
  const environment = { DOCKER_CONFIG: folder, REGISTRY_AUTH_FILE: `${folder}/auth.json` };
  const given = { registry: "s.example", username: "robot", password: "secret-word" };
  const store = readCredentials({ environment, secrets, given });
  expect(Object.fromEntries(store)).toEqual({
    "docker.io": { username: "user", password: "pass:word" },
    "r.example": { username: "user", password: "pass:word" },
    "s.example": { username: "robot", password: "secret-word" },
  });
  expect([...masked]).toEqual(expect.arrayContaining(["pass:word", "secret-word", token]));
  expect(Object.keys(JSON.parse(loginFile(store)).auths)).toEqual([
    "https://index.docker.io/v1/",
    "r.example",
    "s.example",
  ]);
});

describe("what is attached", () => {
  const subject = {
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    digest: digestOf(CONTENT),
    size: 7,
  };
  const attachment = (text: string): Parameters<typeof attachReferrers>[2][number] => ({
    artifactType: "application/x",
    mediaType: "application/x",
    content: Buffer.from(text),
    annotations: {},
  });

  function listed(registry: MemoryRegistry, tag: string, member: string): readonly unknown[] {
    const bytes = registry.manifests.get(`team/app:${tag}`)?.bytes;
    return bytes === undefined ? [] : JSON.parse(bytes.toString())[member];
  }

  it("is listed under a tag where the registry keeps no list, once each", async () => {
    const registry = new MemoryRegistry();
    await attachReferrers(clientOf(registry), subject, [attachment("a"), attachment("b")]);
    await attachReferrers(clientOf(registry), subject, [attachment("b"), attachment("c")]);
    expect(listed(registry, fallbackTag(subject.digest), "manifests")).toHaveLength(3);
  });

  it("needs no tag where the registry keeps the list", async () => {
    const registry = new MemoryRegistry({ referrers: true });
    await attachReferrers(clientOf(registry), subject, [attachment("a")]);
    expect(registry.manifests.has(`team/app:${fallbackTag(subject.digest)}`)).toBe(false);
  });

  it("leaves what others attached for cosign", async () => {
    const registry = new MemoryRegistry();
    const layer = (text: string): Parameters<typeof attachForCosign>[2][number] => ({
      mediaType: "application/x",
      content: Buffer.from(text),
      annotations: { text },
    });
    await attachForCosign(clientOf(registry), "t.sig", [layer("a")]);
    await attachForCosign(clientOf(registry), "t.sig", [layer("b")]);
    expect(listed(registry, "t.sig", "layers")).toMatchObject([
      { annotations: { text: "a" } },
      { annotations: { text: "b" } },
    ]);
  });
});

describe("a registry that is busy", () => {
  function busy(
    times: number,
    headers: Readonly<Record<string, string>> = {},
  ): {
    readonly waits: number[];
    readonly manifest: ReturnType<RegistryClient["getManifest"]>;
  } {
    const waits: number[] = [];
    let left = times;
    const fetch = (): Promise<Response> => {
      left -= 1;
      return Promise.resolve(new Response("busy", left >= 0 ? { status: 503, headers } : { status: 404 }));
    };
    const wait = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    const settings = { registry: "r.example", credentials: undefined, fetch, secrets, wait };
    return { waits, manifest: new RegistryClient(settings, "app", "pull").getManifest("1") };
  }

  it("is asked again, later each time", async () => {
    const { waits, manifest } = busy(3);
    expect(await manifest).toBeUndefined();
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it("is asked when it says, within bounds", async () => {
    const { waits, manifest } = busy(1, { "retry-after": "5" });
    await manifest;
    const far = busy(1, { "retry-after": "86400" });
    await far.manifest;
    expect([...waits, ...far.waits]).toEqual([5000, 60_000]);
  });

  it("fails in the end", async () => {
    await expect(busy(4).manifest).rejects.toThrow("was answered with 503 busy");
  });
});

it("does not take what is not what was asked for", async () => {
  const registry = new MemoryRegistry();
  const bytes = Buffer.from("{}");
  registry.manifests.set(`team/app:${digestOf(CONTENT)}`, { mediaType: "x", bytes });
  registry.blobs.set(digestOf(CONTENT), bytes);
  const client = clientOf(registry);
  await expect(client.getManifest(digestOf(CONTENT))).rejects.toThrow("has the digest");
  await expect(client.getBlob(digestOf(CONTENT), 10)).rejects.toThrow("another digest");
  await expect(client.getBlob(digestOf(CONTENT), 1)).rejects.toThrow("is larger than 1 bytes");
  expect(await client.getManifest("none")).toBeUndefined();
});
