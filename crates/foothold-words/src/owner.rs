//! What is said to whoever writes a site's files again after a change of `clinic.json`: in a terminal in English, and in
//! the archive in the language of the page that made it. What stands on that page is in [`crate::page`].

use crate::{Lang, Text};

/// The text in the archive.
pub const ABOUT: &str = "README.txt";
/// The folder in the archive whose files are uploaded.
pub const FOLDER: &str = "site/";

/// The clinic's file has no usable name or phone.
pub const NO_CLINIC: &str = "Nothing was written: without a name and a phone there is no page.";
/// There is no note about the folder, or one of another version.
pub const NO_NOTE: &str =
    "Nothing was written: this is no finished folder of this version of Foothold (check/folder.json).";
/// The frame of the pages is not what it should be.
pub const NO_FRAME: &str =
    "Nothing was written: check/folder.json of this folder is damaged. Upload or unpack the folder again.";
/// A host does not read the whole header file.
pub const LONG: &str = "Note: _headers is longer than Cloudflare Pages reads; what is too long there does not count.";
/// Something about the disk went wrong.
pub const HALF: &str = "Not everything was written, so the folder is of two versions now. Run the same command again.";

const STEPS: Text = Text {
    en: "These files belong to a site that was made with Foothold. They follow from its clinic.json, which is among them.

1. Upload everything in the folder \"site\" over the files on your server, into the folder where clinic.json lies.
   Hidden files such as .htaccess belong to it. The files that end in .br and .gz are the same pages, packed:
   without them a server may go on handing out old ones.
",
    es: "Estos archivos son de un sitio hecho con Foothold. Dependen de su clinic.json, que está entre ellos.

1. Suba todo lo que hay en la carpeta \"site\" a la carpeta de su servidor donde está clinic.json y reemplace los
   archivos que ya existen. Los archivos ocultos como .htaccess también van. Los archivos que terminan en .br y .gz son
   las mismas páginas, comprimidas: sin ellos, un servidor puede seguir entregando las viejas.
",
};
const DELETE: Text = Text {
    en: "
2. Then delete these files on your server. They are not part of the site any more, and some may still show old facts:
",
    es: "
2. Después borre estos archivos de su servidor. Ya no son parte del sitio, y algunos pueden mostrar datos viejos:
",
};
const KEEP: Text = Text { en: "\n2. Nothing has to be deleted.\n", es: "\n2. No hay que borrar nada.\n" };
const LOOK: Text = Text {
    en: "
3. Open your site and look at the name, the phone and the times. If your server is nginx, put the new policy of
   nginx.conf.example into its settings.
",
    es: "
3. Abra su sitio y mire el nombre, el teléfono y los horarios. Si su servidor es nginx, ponga la nueva política de
   nginx.conf.example en su configuración.
",
};

/// The text in the archive; `gone` are the files that must go.
pub fn about(lang: Lang, gone: &[String]) -> String {
    let of = |text: Text| if lang == Lang::Es { text.es } else { text.en };
    let list: String = gone.iter().flat_map(|name| ["   ", name, "\n"]).collect();
    [of(STEPS), of(if gone.is_empty() { KEEP } else { DELETE }), &list, of(LOOK)].concat()
}

/// The files were written into a folder; `long` where `_headers` among them is too long for a host.
pub fn written(count: usize, folder: &str, long: bool) -> String {
    let note = if long { ["\n", LONG].concat() } else { String::new() };
    format!("{count} files were written into {folder}.{note}")
}

/// Files that were deleted, or are to be where the files go to another place.
pub fn gone(names: &[String], done: bool) -> String {
    let what =
        if done { "Deleted, because the site has them no more:" } else { "Delete on your server after the upload:" };
    [what, "\n  ", &names.join("\n  ")].concat()
}
