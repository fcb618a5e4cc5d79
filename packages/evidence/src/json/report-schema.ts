import schema from "./report.schema.json" with { type: "json" };

/** JSON schema (draft 2020-12) of the report of format `json`. Apart from the writer, which does not need it. */
export const reportSchema: Readonly<Record<string, unknown>> = schema;
