import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../protocol.ts";
import { readClient, readSettings } from "./client-capabilities.ts";

describe("readSettings", () => {
  it.each([
    ["nothing", undefined, {}],
    ["null", null, {}],
    ["a list", [1], {}],
    ["other types", { enable: "no", maximumProblems: "9", profile: 7, problems: "all" }, {}],
    ["numbers out of bounds", { maximumProblems: 10_000 }, { maximumProblems: 1000 }],
    ["a number below", { maximumProblems: -3 }, { maximumProblems: 1 }],
    ["no whole number", { maximumProblems: 1.5 }, {}],
    ["words with blanks", { profile: " general " }, { profile: "general" }],
    ["what is right", { enable: false, problems: "workspace" }, { enable: false, problems: "workspace" }],
  ])("takes %s", (_name, given, changes) => {
    expect(readSettings(given)).toEqual({ ...DEFAULT_SETTINGS, ...changes });
  });
});

describe("readClient", () => {
  const base = { processId: null, rootUri: null, capabilities: {} };

  it("takes what is left out as not there", () => {
    expect(readClient(base)).toMatchObject({
      pulls: false,
      refreshes: false,
      clientFiles: false,
      folders: [],
    });
  });

  it.each([
    ["workspaceFolders", { ...base, workspaceFolders: [{ uri: "file:///a", name: "a" }] }, ["file:///a"]],
    ["rootUri", { ...base, rootUri: "file:///b" }, ["file:///b"]],
    ["none of both", { ...base, workspaceFolders: null }, []],
  ])("finds the folders in %s", (_name, params, folders) => {
    expect(readClient(params).folders).toEqual(folders);
  });

  it("reads options of any type", () => {
    expect(readClient({ ...base, initializationOptions: "x" }).clientFiles).toBe(false);
    expect(readClient({ ...base, initializationOptions: { clientFiles: true, pagesUri: 3 } })).toMatchObject({
      clientFiles: true,
      pagesUri: undefined,
    });
  });
});
