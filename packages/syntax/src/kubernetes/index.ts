export * from "./quantity.ts";
export * from "./resource.ts";
export * from "./workload.ts";
