// The thread in which a site's files are made: loads the program that the folder brings along, asks it one thing, and
// answers. owner.js starts it.
addEventListener("message", async ({ data }) => {
  const { clinic, note, day, lang, glue, wasm } = data;
  try {
    const program = await import(glue);
    await program.default({ module_or_path: wasm });
    if (day === undefined) return postMessage({ said: program.check(clinic) });
    const folder = new program.Folder(clinic, note, day);
    if (folder.trouble()) throw new Error(folder.trouble());
    // Servers tell by its time whether a file has changed.
    const archive = folder.archive(lang, Date.now() / 1000 - new Date().getTimezoneOffset() * 60);
    if (!archive.length) throw new Error("no archive");
    postMessage({ archive, gone: folder.gone().split("\n").filter(Boolean) }, [archive.buffer]);
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
