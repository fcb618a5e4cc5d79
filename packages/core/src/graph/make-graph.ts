import type { Inventory } from "../inventory/inventory.ts";
import { addGitOps } from "./add-gitops.ts";
import { addObjects } from "./add-objects.ts";
import { addDockerfiles, addPipeline } from "./add-pipeline.ts";
import type { FactoryGraph } from "./factory-graph.ts";
import { GraphBuilder } from "./graph-builder.ts";

/** Puts the graph of a workspace together. */
export function makeGraph(inventory: Inventory): FactoryGraph {
  const builder = new GraphBuilder();
  addDockerfiles(builder, inventory.files);
  addPipeline(builder, inventory.pipeline());
  addObjects(builder, inventory);
  addGitOps(builder, inventory);
  return builder.finish();
}
