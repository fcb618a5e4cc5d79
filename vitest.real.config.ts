import { defineConfig } from "vitest/config";

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
  },
});
