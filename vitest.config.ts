import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "actions/*/src/**/*.test.ts",
      "extension/src/**/*.test.ts",
      "test/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "test/real/**"],
    pool: "threads",
    // By default one core is left out, which is half of a small machine.
    maxWorkers: "100%",
    testTimeout: 30_000,
  },
});
