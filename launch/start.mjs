// @ts-check
import { bootstrap } from "./bootstrap.mjs";

await bootstrap("launch/product.ts");
