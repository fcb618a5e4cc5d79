import { expect, it } from "vitest";
import { toolCategories, toolCategoryById, toolProducts } from "./tools.ts";

it("a category holds its products and what it is needed for", () => {
  const scanners = toolCategoryById("container-scanner");
  expect(scanners).toMatchObject({ minimum: 2, requirements: ["T7-TWO-SCANNERS"] });
  expect(scanners?.products.length).toBe(12);
  expect(toolCategoryById("toString")).toBeUndefined();
});

it("every product stands in exactly one place", () => {
  expect(toolCategories().flatMap((category) => category.products)).toEqual(toolProducts());
});

it("scanners of one engine are told apart from scanners of two", () => {
  const families = new Map(
    toolCategoryById("container-scanner")?.products.map((product) => [product.id, product.engineFamily]),
  );
  expect(families.get("grype")).toBe(families.get("anchore"));
  expect(families.get("trivy")).not.toBe(families.get("grype"));
});
