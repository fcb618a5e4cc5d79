import { checkSource } from "@plimsoll/workspace";
import { serveBatches } from "@plimsoll/workspace/worker";
import { makeEngine } from "./check/engine-setup.ts";

serveBatches(async (setup) => {
  const engine = await makeEngine(setup);
  return (file) => checkSource(engine, setup.root, file);
});
