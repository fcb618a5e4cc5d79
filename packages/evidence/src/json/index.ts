export * from "./json-report.ts";
export * from "./to-json.ts";
