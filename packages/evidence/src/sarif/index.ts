export * from "./sarif-log.ts";
export * from "./to-sarif.ts";
