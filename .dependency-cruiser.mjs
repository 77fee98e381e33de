// Who may import whom. Rules are by layer, not by noun: a new noun is protected the day it appears.
const OURS = "^(app|components|lib|sandbox|launch|bench|e2e|prisma)/";
const TEST = "\\.test\\.tsx?$|^lib/testing/";
const layer = (name) => `^lib/${name}/`;
const ADAPTERS = ["formats", "kubernetes", "helm", "prometheus", "delivery", "notify"];

const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TEST },
  to: { path: OURS, pathNot: allowed },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle means two files are one file.",
      severity: "error",
      from: { pathNot: layer("db/generated") },
      to: { circular: true },
    },
    only("domain-is-pure", "Rules are decided without I/O.", layer("domain"), [layer("domain")]),
    {
      name: "domain-no-npm-but-zod-and-semver",
      comment: "Rules outlive libraries; semver is the rule itself.",
      severity: "error",
      from: { path: layer("domain"), pathNot: TEST },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "core"],
        pathNot: ["node_modules/(zod|semver|@types/semver)/"],
      },
    },
    ...[...ADAPTERS, "db"].map((name) =>
      only(`${name}-knows-only-domain`, "Adapters never know each other.", layer(name), [
        layer("domain"),
        layer(name),
        "^lib/(config|log)\\.ts$",
      ]),
    ),
    only("queries-are-browser-safe", "Query factories run in the browser.", layer("queries"), [
      layer("queries"),
      layer("domain"),
      "^lib/routes\\.ts$",
    ]),
    only("services-know-no-transport", "A verb must run from a route, a worker or a test.", layer("services"), [
      layer("services"),
      layer("domain"),
      layer("db"),
      ...ADAPTERS.map(layer),
      "^lib/(config|log|routes)\\.ts$",
    ]),
    {
      name: "no-framework-below-the-edge",
      comment: "No next, no react below lib/http.",
      severity: "error",
      from: { path: `^lib/(domain|services|db|worker|${ADAPTERS.join("|")})/` },
      to: { path: "node_modules/(next|react|react-dom)/" },
    },
    only("ui-primitives-know-nothing", "components/ui could ship in another product.", "^components/ui/", [
      "^components/ui/",
    ]),
    only(
      "components-never-reach-the-server",
      "Components see domain types and query factories only.",
      "^components/(?!ui/)",
      ["^components/", layer("domain"), layer("queries"), "^lib/routes\\.ts$"],
    ),
    {
      name: "app-goes-through-services",
      comment: "Pages and routes never touch rows or clusters.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: `^lib/(db|worker|${ADAPTERS.join("|")})/` },
    },
    {
      name: "nobody-imports-app",
      comment: "Routing is a leaf.",
      severity: "error",
      from: { path: "^(components|lib|sandbox|launch)/" },
      to: { path: "^app/" },
    },
    only("sandbox-speaks-wire-formats-only", "The demo fleet reaches the product as any cluster would.", "^sandbox/", [
      "^sandbox/",
    ]),
    {
      name: "nobody-imports-the-sandbox",
      comment: "Nothing in the product knows that the demo fleet exists.",
      severity: "error",
      from: { path: "^(app|components|lib|prisma|launch)/" },
      to: { path: "^sandbox/" },
    },
    {
      name: "tests-only-from-tests",
      comment: "Factories and fakes stay out of the build.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: TEST },
      to: { path: layer("testing") },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules/.cache)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "types", "default"],
    },
  },
};
