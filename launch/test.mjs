// @ts-check
import { bootstrap } from "./bootstrap.mjs";

await bootstrap("launch/checks.ts");
