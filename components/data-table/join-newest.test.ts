import { describe, expect, it } from "vitest";
import { type Held, joinEarlier, joinNewest } from "./join-newest";

const idOf = (item: string) => item.charAt(0);
const held = (text: string, nextCursor: string | null = "next"): Held<string> => ({
  items: text.split(" ").filter(Boolean),
  nextCursor,
});

describe("joinNewest", () => {
  it("puts what is new before what is held, and keeps the pages that were loaded", () => {
    expect(joinNewest(held("d c b a", "after-a"), held("f e d", "after-d"), idOf)).toEqual(
      held("f e d c b a", "after-a"),
    );
  });

  it("takes the newest state of an item", () => {
    expect(joinNewest(held("c b a", "after-a"), held("d c2 b2", "after-b"), idOf)).toEqual(
      held("d c2 b2 a", "after-a"),
    );
  });

  it("forgets what is held when it cannot tell what lies between", () => {
    expect(joinNewest(held("b a", null), held("h g f", "after-f"), idOf)).toEqual(held("h g f", "after-f"));
  });

  it("goes on from the page itself when nothing older was held", () => {
    expect(joinNewest(held("b a", "after-a"), held("c b a", "after-a2"), idOf)).toEqual(held("c b a", "after-a2"));
  });

  it("is the page itself when that is all there is: what vanished is gone", () => {
    expect(joinNewest(held("c b a", "x"), held("c a", null), idOf)).toEqual(held("c a", null));
  });
});

describe("joinEarlier", () => {
  it("appends, and takes nothing twice", () => {
    expect(joinEarlier(held("d c"), held("c b a", null), idOf)).toEqual(held("d c b a", null));
  });
});
