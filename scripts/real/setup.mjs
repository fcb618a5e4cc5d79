// Brings up all real parts that the suites in test/real need, in a cache outside the checkout. Exit code 1 where one is missing.
import process from "node:process";

const { bringAll } = await import("./set-ups/all.ts");
process.exitCode = bringAll((line) => process.stdout.write(`${line}\n`)) ? 0 : 1;
