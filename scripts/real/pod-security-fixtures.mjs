// Brings the 4,537 pods of Pod Security admission into the cache; the suite in test/real judges them. Exit code 1 where that fails.
import process from "node:process";

const { bringPodSecurityFixtures } = await import("./set-ups/pod-security.ts");
const { explain } = await import("./set-ups/failure.ts");
try {
  process.stdout.write(`${bringPodSecurityFixtures()}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
