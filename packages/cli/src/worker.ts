import { checkSource, serveBatches } from "@plimsoll/workspace";
import { makeWorkerEngine } from "./check/engine-setup.ts";

serveBatches(async (setup) => {
  const engine = await makeWorkerEngine(setup);
  return (file) => checkSource(engine, setup.root, file);
});
