export * from "./dockerfile/index.ts";
export * from "./image/index.ts";
export * from "./kubernetes/index.ts";
export * from "./source/index.ts";
export * from "./workflow/index.ts";
export * from "./yaml/index.ts";
export * from "./shell/index.ts";
