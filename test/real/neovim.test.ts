import { execFile } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { temporaryWorkspace } from "@plimsoll/language-server/testing";
import { describe, expect, it } from "vitest";
import { NEOVIM } from "../../scripts/real/set-ups/debian-packages.ts";

const here = dirname(fileURLToPath(import.meta.url));
const server = join(here, "../../packages/language-server/dist/plimsoll-language-server.js");
const readme = join(here, "../../packages/language-server/README.md");
const setUp = join(here, "neovim/plimsoll.lua");

/** Spaces that a formatter would take away are left alone. */
const DOCKERFILE = `FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4
ADD app.js   /app/
USER   1001
`;
const CODE = "dockerfile/copy-instead-of-add";

interface Seen {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly actions: readonly string[];
  readonly formats: boolean;
}

describe("Neovim's own client", () => {
  it("is set up as the README says", () => {
    expect(readFileSync(readme, "utf8")).toContain(readFileSync(setUp, "utf8").trim());
  });

  it(
    "shows the findings of a Dockerfile, and applies a fix and nothing else",
    { timeout: 120_000 },
    async () => {
      using workspace = temporaryWorkspace({ Dockerfile: DOCKERFILE });
      const command = "plimsoll-language-server";
      symlinkSync(server, join(workspace.root, command));
      const output = join(workspace.root, "seen.json");
      const args = [
        "--headless",
        "--clean",
        "-u",
        setUp,
        "Dockerfile",
        "-c",
        `luafile ${join(here, "neovim/drive.lua")}`,
      ];
      await promisify(execFile)(NEOVIM.programs[0] ?? "", args, {
        cwd: workspace.root,
        timeout: 90_000,
        env: {
          ...process.env,
          PATH: [workspace.root, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
          PLIMSOLL_CODE: CODE,
          PLIMSOLL_OUTPUT: output,
          XDG_STATE_HOME: workspace.root,
          XDG_CACHE_HOME: workspace.root,
        },
      });
      const seen: Seen = JSON.parse(readFileSync(output, "utf8"));
      expect(seen.before).toContain(CODE);
      expect(seen.actions).toEqual(["Use COPY"]);
      expect(seen.after).toEqual(seen.before.filter((code) => code !== CODE));
      expect(seen.after.length).toBeGreaterThan(0);
      expect(seen.formats).toBe(false);
      expect(readFileSync(join(workspace.root, "Dockerfile"), "utf8")).toBe(
        DOCKERFILE.replace("ADD", "COPY"),
      );
    },
  );
});
