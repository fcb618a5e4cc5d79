export * from "./json/index.ts";
export * from "./json/report-schema.ts";
export * from "./pretty/index.ts";
export * from "./report/report-context.ts";
