import type { Pipeline } from "@plimsoll/core";
import { pictureOf, type PictureFlow, type PictureLine, type PictureStage } from "./picture.ts";
import { cut, rowsOf, wordsOf, type SvgRow } from "./svg-rows.ts";
import { svgText } from "./svg-text.ts";

/** How the picture is put into a page. */
export interface PipelineSvgOptions {
  /** What a screen reader says first. */
  readonly title?: string;
  /** Put before ids, so that several pictures can stand on one page. Letters, digits and hyphens. */
  readonly idPrefix?: string;
}

/** Pixels. */
const BOX = { width: 264, head: 30, line: 18, foot: 8, gapX: 56, gapY: 20, padding: 12 };
const MARGIN = 20;
const FLOW_HEAD = 56;
/** Between the lanes of edges that pass below boxes. */
const LANE = 10;
/** Stages that are drawn of one flow; the text form shows all. */
const MAXIMUM_STAGES = 400;

const STYLE = `
.pl-picture{--pl-ground:#fff;--pl-box:#f6f7f9;--pl-line:#57606a;--pl-ink:#1b1f24;--pl-dim:#57606a;--pl-gate:#0a6b34;--pl-weak:#a8320c;--pl-approval:#5b3bb0;font:13px system-ui,sans-serif}
@media (prefers-color-scheme:dark){.pl-picture{--pl-ground:#12161b;--pl-box:#1d232b;--pl-line:#8b949e;--pl-ink:#e6edf3;--pl-dim:#9aa5b1;--pl-gate:#56d08a;--pl-weak:#ff9b74;--pl-approval:#bda6ff}}
[data-theme=light] .pl-picture{--pl-ground:#fff;--pl-box:#f6f7f9;--pl-line:#57606a;--pl-ink:#1b1f24;--pl-dim:#57606a;--pl-gate:#0a6b34;--pl-weak:#a8320c;--pl-approval:#5b3bb0}
[data-theme=dark] .pl-picture{--pl-ground:#12161b;--pl-box:#1d232b;--pl-line:#8b949e;--pl-ink:#e6edf3;--pl-dim:#9aa5b1;--pl-gate:#56d08a;--pl-weak:#ff9b74;--pl-approval:#bda6ff}
.pl-ground{fill:var(--pl-ground)}.pl-box{fill:var(--pl-box);stroke:var(--pl-line)}.pl-box.pl-weak{stroke:var(--pl-weak);stroke-width:2;stroke-dasharray:5 3}
.pl-edge{fill:none;stroke:var(--pl-line)}.pl-edge.pl-always{stroke-dasharray:5 4;stroke:var(--pl-weak)}.pl-head{fill:var(--pl-line)}
.pl-picture text{fill:var(--pl-ink)}.pl-picture .pl-title{font-weight:600;font-size:16px}.pl-picture .pl-name{font-weight:600}.pl-picture .pl-dim{fill:var(--pl-dim);font-size:12px}
.pl-picture .pl-gate{fill:var(--pl-gate)}.pl-picture .pl-weak-text,.pl-picture .pl-round,.pl-picture .pl-unknown{fill:var(--pl-weak)}.pl-picture .pl-approval{fill:var(--pl-approval)}`;

interface Placed extends PictureStage {
  readonly rows: readonly SvgRow[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

interface Drawn {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A pipeline as one SVG: a row of boxes for every workflow. It needs no network and no script, follows the reader's choice of light or
 * dark, says by words what it says by colour, and gives each stage a title.
 */
export function pipelineSvg(pipeline: Pipeline, options: PipelineSvgOptions = {}): string {
  const prefix = options.idPrefix ?? "pl";
  const title = options.title ?? "Pipeline";
  const parts: string[] = [];
  let y = MARGIN;
  let width = 400;
  for (const flow of pictureOf(pipeline)) {
    const drawn = drawFlow(flow, y, prefix);
    parts.push(drawn.text);
    width = Math.max(width, drawn.width);
    y += drawn.height + MARGIN;
  }
  if (parts.length === 0) {
    parts.push(`<text x="${MARGIN}" y="${y + 20}">No workflow starts by an event here.</text>`);
    y += 40;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="pl-picture" role="img" aria-labelledby="${prefix}-title" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}">`,
    `<title id="${prefix}-title">${svgText(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<defs><marker id="${prefix}-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="pl-head" d="M0 0 8 4 0 8z"/></marker></defs>`,
    `<rect class="pl-ground" width="${width}" height="${y}"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

function drawFlow({ flow, trigger, stages }: PictureFlow, top: number, prefix: string): Drawn {
  const placed = place(stages.slice(0, MAXIMUM_STAGES), top + FLOW_HEAD);
  const byId = new Map(placed.map((one) => [one.stage.id, one]));
  const right = Math.max(0, ...placed.map(({ x }) => x + BOX.width));
  const bottom = Math.max(top + FLOW_HEAD, ...placed.map(({ y, height }) => y + height));
  const more = stages.length - placed.length;
  const drawing: Edges = { byId, prefix, bottom, lanes: 0 };
  const edges = placed.flatMap((one) => edgesTo(one, drawing));
  const below = bottom + drawing.lanes * LANE;
  const subtitle = `${flow.file}${trigger === "" ? "" : `, started by ${trigger}`}`;
  const text = [
    `<g><title>${svgText(flow.name)}</title>`,
    `<text class="pl-title" x="${MARGIN}" y="${top + 18}">${svgText(cut(flow.name, 80))}</text>`,
    `<text class="pl-dim" x="${MARGIN}" y="${top + 38}">${svgText(cut(subtitle, 150))}</text>`,
    ...edges,
    ...placed.map(drawStage),
    ...(more > 0
      ? [`<text class="pl-dim" x="${MARGIN}" y="${below + 16}">and ${more} more stages</text>`]
      : []),
    "</g>",
  ];
  const wide = Math.max(right, MARGIN + cut(subtitle, 150).length * 7);
  return { text: text.join("\n"), width: wide + MARGIN, height: below - top + (more > 0 ? 24 : 0) };
}

/** Boxes of one column stand below each other. */
function place(stages: readonly PictureStage[], top: number): readonly Placed[] {
  const next = new Map<number, number>();
  return stages.map((one) => {
    const y = next.get(one.column) ?? top;
    const rows = one.lines.flatMap(rowsOf);
    const height = BOX.head + rows.length * BOX.line + BOX.foot;
    next.set(one.column, y + height + BOX.gapY);
    return { ...one, rows, x: MARGIN + one.column * (BOX.width + BOX.gapX), y, height };
  });
}

interface Edges {
  readonly byId: ReadonlyMap<string, Placed>;
  readonly prefix: string;
  /** Below all boxes of the flow. */
  readonly bottom: number;
  /** Lanes that are taken. */
  lanes: number;
}

function edgesTo(to: Placed, drawing: Edges): readonly string[] {
  return to.stage.needs.flatMap((need) => {
    const from = drawing.byId.get(need);
    if (from === undefined) return [];
    const kind = to.stage.ignoresFailure ? "pl-edge pl-always" : "pl-edge";
    const path = to.column - from.column === 1 ? straight(from, to) : around(from, to, drawing);
    return [`<path class="${kind}" marker-end="url(#${drawing.prefix}-head)" d="${path}"/>`];
  });
}

function straight(from: Placed, to: Placed): string {
  const start = { x: from.x + BOX.width, y: from.y + BOX.head / 2 };
  const end = { x: to.x - 2, y: to.y + BOX.head / 2 };
  const bend = BOX.gapX / 2;
  return `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
}

/** An edge over several columns passes below the boxes between them. */
function around(from: Placed, to: Placed, drawing: Edges): string {
  const shift = 8 + (drawing.lanes % 4) * 6;
  const lane = drawing.bottom + LANE * (drawing.lanes + 1);
  drawing.lanes += 1;
  const y = from.y + BOX.head / 2 + 8;
  const out = from.x + BOX.width + shift;
  const into = to.x - shift - 4;
  return `M${from.x + BOX.width} ${y}H${out}V${lane}H${into}V${to.y + BOX.head / 2}H${to.x - 2}`;
}

function drawStage({ stage, lines, rows, x, y, height }: Placed): string {
  const weak = lines.some(({ kind }) => kind === "weak" || kind === "round") ? " pl-weak" : "";
  const phase = stage.phase ?? "";
  const texts = rows.map((row, index) => drawRow(row, x + BOX.padding, y + BOX.head + 14 + index * BOX.line));
  return [
    `<g><title>${svgText([stage.name, phase, ...lines.map(wordsOf)].filter((part) => part !== "").join("\n"))}</title>`,
    `<rect class="pl-box${weak}" x="${x}" y="${y}" width="${BOX.width}" height="${height}" rx="6"/>`,
    `<text class="pl-name" x="${x + BOX.padding}" y="${y + 20}">${svgText(cut(stage.name, 26))}</text>`,
    `<text class="pl-dim" text-anchor="end" x="${x + BOX.width - BOX.padding}" y="${y + 20}">${svgText(phase)}</text>`,
    ...texts,
    "</g>",
  ].join("\n");
}

const CLASSES: Readonly<Record<PictureLine["kind"], string>> = {
  does: "pl-does",
  gate: "pl-gate",
  weak: "pl-weak-text",
  approval: "pl-approval",
  round: "pl-round",
  unknown: "pl-unknown",
};

function drawRow({ kind, text }: SvgRow, x: number, y: number): string {
  return `<text class="${CLASSES[kind]}" xml:space="preserve" x="${x}" y="${y}">${svgText(text)}</text>`;
}
