// Fetches the pages of an appraisal for a served page. (The single file has them inside.)
async function loadPages(imports) {
  const answer = await fetch(new URL("./PAGES", import.meta.url));
  if (!answer.ok) throw new Error(`The pages could not be fetched: ${answer.status}`);
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
