import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that the suites open: what is wrong in it is wrong in one place each. */
export const SHOP: Readonly<Record<string, string>> = {
  Dockerfile: `FROM registry1.dso.mil/ironbank/opensource/nginx/nginx:1.29
RUN cd /srv && apt update
ADD site/ /usr/share/nginx/html/
MAINTAINER somebody
EXPOSE 80
USER root
`,
  "deploy/shop.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
        - name: web
          image: registry1.dso.mil/ironbank/opensource/nginx/nginx:1.29
          ports:
            - {name: http, containerPort: 8080}
          securityContext:
            privileged: true
`,
  "deploy/front.yaml": `apiVersion: v1
kind: Service
metadata:
  name: front
  namespace: shop
spec:
  selector: {app: shop}
  ports:
    - port: 8080
      targetPort: https
`,
  "deploy/store.yaml": `apiVersion: v1
kind: Service
metadata:
  name: store
  namespace: shop
spec:
  selector: {app: store}
  ports:
    - port: 8080
`,
  "plimsoll.yaml": `profile: reference-design
rules:
  kubernetes/cpu-limit-set: off
`,
  "package.json": `{ "name": "shop", "private": true }
`,
};

/** Writes the folder anew and returns its path. */
export function writeShop(parent: string): string {
  const folder = join(parent, "shop");
  for (const [path, text] of Object.entries(SHOP)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
