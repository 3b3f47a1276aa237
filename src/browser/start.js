// Starts the app of a served page: the code and the wasm are beside it, at the addresses
// that the two links in the head name. (The single file has its own start, in xtask/src/single.)
const address = (id) => document.getElementById(id).href;

/** One sentence for a start that failed, after asking the server whether the file is still there. */
async function whatHappened(error, file) {
  try {
    const answer = await fetch(file, { method: "HEAD", cache: "no-store" });
    if (answer.status === 404 || error instanceof WebAssembly.LinkError) {
      return "This page has been updated. Reload to go on; your work is safe in this browser.";
    }
    return "Weighbridge could not start. Reload to try again; your work is safe in this browser.";
  } catch {
    return "Weighbridge could not be fetched: the connection may have been lost. Reload to try again; your work is safe in this browser.";
  }
}

async function start() {
  let file = address("app-code");
  try {
    const app = await import(file);
    file = address("app-wasm");
    await app.default({ module_or_path: file });
    window.weighbridgeStarted();
  } catch (error) {
    console.error(error);
    window.weighbridgeRecover(await whatHappened(error, file));
  }
}

// What copies to share are made of: the single file, which a release has beside its page.
window.weighbridgeTool = async () => {
  const answer = await fetch("./weighbridge.html");
  if (!answer.ok) throw new Error("There is no single file beside this page.");
  return answer.text();
};

if (!window.weighbridgeFramed) await start();
