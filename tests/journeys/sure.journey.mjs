// How sure: what a member does to find out whether the answer holds.

import assert from "node:assert/strict";

import { journey } from "./driver.mjs";
import * as parts from "./parts.mjs";

journey("a member tries weights of their own, and the record stays as it is", async (visit) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure");
  await page.getByRole("navigation", { name: "Ways to test the answer" }).getByRole("link", { name: "Your own weights" }).click();
  await parts.heading(page, "What if the weights were yours?");
  await visit.axe();
  const result = page.getByRole("complementary", { name: "Result with your weights" });
  await result.getByText("Integrated transformation leads by 17.0 points").waitFor();
  const field = page.getByRole("textbox", { name: "Your weight of Independence (DfE confidence)" });
  await field.fill("50");
  await field.press("Tab");
  // 50 of 140 points is 35.7% of the weight, beyond the flip at 32.8%.
  await result.getByText("Establish a trust accountable to BCC leads by 2.1 points").first().waitFor();
  await visit.shot("own-weights");
  const slider = page.getByRole("slider", { name: "Your weight of Independence (DfE confidence), slider" });
  await slider.focus();
  await page.keyboard.press("Home");
  await result.getByText(/^Integrated transformation leads by/).first().waitFor();

  // Nothing to undo, nothing changed.
  assert.ok(await page.getByRole("button", { name: "Undo" }).first().isDisabled());
  await page.getByRole("button", { name: "Back to the weights of the appraisal" }).click();
  await result.getByText("Integrated transformation leads by 17.0 points").waitFor();
  await parts.step(page, "Weights");
  await parts.weighs(page, "10");
});

journey("a scenario is described by what differs, and its regret is told", async (visit) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/scenarios");
  const name = page.getByRole("textbox", { name: "Add a scenario" });
  await name.fill("The department intervenes");
  await name.press("Enter");
  const weight = page.getByRole("textbox", { name: "Independence", exact: true }).first();
  await weight.fill("90");
  await weight.press("Tab");
  // 90 of 180 points is half the weight: beyond both flips.
  const across = page.getByRole("region", { name: "Across the scenarios" });
  await across.getByText("in “The department intervenes”").waitFor();
  await page.getByLabel("Of which option").selectOption("Establish a trust accountable to the DfE");
  const score = page.getByRole("textbox", { name: "Front line", exact: true }).last();
  await score.fill("20");
  await score.press("Tab");
  await page.getByText("1 weight and 1 score differ.").waitFor();
  await page.getByText("Regret: points behind the best of the scenario").waitFor();
  await visit.axe();
  await visit.shot("scenarios");

  const saved = await visit.download(() => parts.saveFile(page).click());
  const [scenario] = JSON.parse(saved.text).scenarios;
  assert.equal(scenario.weights.independence, 90);
  await parts.step(page, "Weights");
  await parts.weighs(page, "10");
});

journey("what would change the answer is said for one thing and for several, and by other methods", async (visit) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure");
  await page.getByText("No single score of another option, raised to 100, puts it first.").waitFor();
  await page.getByText("no smaller change of weights does").waitFor();
  await page.getByText("Would another accepted method choose differently?").click();
  await page.getByRole("heading", { name: "If an option came or went" }).waitFor();
  await visit.axe();
  await visit.shot("how-sure-methods");
});

journey("all weights at once: the shares sharpen, and never is said only where it is proved", async (visit) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/all-weights");
  await page.getByRole("heading", { level: 1, name: /^Integrated transformation comes first for 88\.\d% of all possible weights$/ }).waitFor();
  await page.getByRole("status").getByText("Every share is right within").waitFor();
  await page.getByText("Exact, by formula.").waitFor();
  await page.getByText("No weights of this kind put Break up Birmingham and Outsource children’s services first: that is proved, not sampled.").waitFor();
  await visit.axe();
  await visit.shot("all-weights");
  await page.getByRole("button", { name: "Work it out more finely" }).click();
  await page.getByRole("button", { name: "Work it out more finely" }).waitFor({ state: "detached" });
  await page.getByRole("status").getByText("within 0.").waitFor();
  await page.getByRole("radio", { name: /^Their order/ }).check();
  await page.getByRole("heading", { level: 1, name: "Integrated transformation comes first for 100% of the weights that keep their order" }).waitFor();
});

journey("the map of winners has a point that keys move, and nothing of it is kept", async (visit) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/map");
  const point = page.getByRole("slider", { name: "Your point on the map" });
  await point.waitFor();
  await visit.axe();
  await visit.shot("map-of-winners");
  const said = page.getByRole("status").getByText(/^At /);
  const before = await said.textContent();
  await point.focus();
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Back to the weights of the appraisal" }).waitFor();
  await parts.eventually(async () => (await said.textContent()) !== before, true, "another place on the map");
  await parts.hasFocus(point);
  await page.getByRole("button", { name: "Back to the weights of the appraisal" }).click();
  await parts.eventually(() => said.textContent(), before, "the weights of the appraisal");
  await parts.hasFocus(point);
  // Another criterion takes its place, and whoever had it the other's.
  const [top, left] = [page.getByLabel("At the top"), page.getByLabel("On the left")];
  const was = await left.evaluate((list) => list.selectedOptions[0].textContent);
  await top.selectOption(was);
  await page.getByRole("heading", { level: 1, name: /of the map of/ }).waitFor();
  assert.notEqual(await left.evaluate((list) => list.selectedOptions[0].textContent), was);
});
