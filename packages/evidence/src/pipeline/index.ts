export { pipelineMermaid } from "./pipeline-mermaid.ts";
export { pipelineSvg, type PipelineSvgOptions } from "./pipeline-svg.ts";
export { pipelineText } from "./pipeline-text.ts";
