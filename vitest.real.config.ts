import { delimiter } from "node:path";
import { defineConfig } from "vitest/config";
import { toolFolders } from "./scripts/real/set-ups/all.ts";

/** Suites that need real servers, tools or a browser; `npm run test:real` brings those up first. */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["test/real/**/*.test.ts"],
    pool: "threads",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    // What the set-ups built stands in front of what the machine happens to have.
    env: { PATH: [...toolFolders(), process.env["PATH"] ?? ""].join(delimiter) },
  },
});
