// The venue's wifi is down: once the page is there, nothing needs the network.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, setWeight, step } from "./parts.mjs";

test("after loading, the whole path works without a network", async ({ visit }) => {
  const { page } = visit;
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await visit.open();
  if (visit.target === "file") {
    assert.deepEqual(requests.map((url) => url.split("#")[0]), [visit.address()], "nothing beyond the file itself");
  }
  // The pages of an appraisal come after the library.
  await page.waitForLoadState("networkidle");
  await visit.context.setOffline(true);
  requests.length = 0;

  await page.getByRole("link", { name: "Birmingham children’s services, 2013" }).click();
  await heading(page, "Integrated transformation leads by 17.0 points");
  for (const name of ["Question", "Options", "Criteria", "Weights", "Scores", "How sure"]) await step(page, name);
  await step(page, "Weights");
  await setWeight(page, 50);
  await parts.outcome(page).getByText("led at the start.").waitFor();
  await parts.saved(page);
  await step(page, "Result");
  const taken = await visit.download(() => parts.saveFile(page).click());
  for (const name of [/^Download picture/, /^SVG/, /^CSV/]) {
    const got = await visit.download(() => page.getByRole("button", { name }).first().click());
    assert.ok(got.text.length > 100, got.name);
  }
  await page.getByRole("link", { name: "Weighbridge" }).click();
  await page.getByRole("link", { name: /^Privacy/ }).click();
  await heading(page, "Privacy");
  await page.getByRole("link", { name: "All appraisals" }).first().click();
  await page.getByRole("button", { name: "Start a new appraisal" }).click();
  await heading(page, /./);
  await parts.dropFile(page, parts.file(taken.name, taken.text));
  await heading(page, "Establish a trust accountable to BCC leads by 2.1 points");

  // Pictures and downloads are made in the page; nothing is fetched. The browser itself looks up the tab's icon,
  // which it has already, for each new address.
  assert.deepEqual(requests.filter((url) => !/^(blob|data):|\/icon-[0-9a-f]+\.svg$/.test(url)), []);

  // A file needs no network to be loaded again either.
  if (visit.target === "file") {
    await page.reload();
    await heading(page, "Establish a trust accountable to BCC leads by 2.1 points");
  }
});
