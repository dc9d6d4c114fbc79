//! Texts that stand in the pages' own HTML: crisis strip, header, headings, footer.
//!
//! Read at build time only. Crisis facts are data with the date of their last check; 911 and 988
//! are never configurable. The page for the clinic's web person speaks English only.

use crate::Text;

/// When the crisis facts below were last checked: 988lifeline.org/get-help/what-to-expect and
/// samhsa.gov/find-help/national-helpline.
pub const CRISIS_CHECKED: &str = "2026-11-23";

/// A name, its text in English and in Spanish. Gaps are written `{name}`.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $en:literal | $es:literal),* $(,)?) => {
        $($(#[$doc])* pub const $name: Text = Text { en: $en, es: $es };)*

        /// Every text of this file, for the tests.
        pub const ALL: &[Text] = &[$($name),*];
    };
}

texts! {
    /// Skip link, first in the tab order.
    SKIP = "Skip to the page"
        | "Ir al contenido",
    /// Name of the crisis strip for screen readers.
    STRIP_LABEL = "Help right now"
        | "Ayuda ahora mismo",
    /// Before 911.
    STRIP_DANGER = "In danger now:"
        | "En peligro ahora:",
    /// Before 988.
    STRIP_CRISIS = "Crisis, day or night: call or text"
        | "Crisis: llame (oprima 2) o escriba al",
    /// Before the clinic's phone.
    STRIP_CLINIC = "Talk to us:"
        | "Hable con nosotros:",
    /// The clinic's phone on a phone's screen.
    STRIP_CALL_US = "Call us"
        | "Llámenos",
    /// Quick exit.
    STRIP_LEAVE = "Leave this page"
        | "Salir de aquí",
    /// Beside it where there is room: the same with keys, as short as the strip needs it.
    LEAVE_SHIFT = "\u{a0}· Shift×3"
        | "\u{a0}· Mayús×3",
    /// What the quick exit does and does not do.
    LEAVE_EXPLAIN = "“Leave this page”, or the Shift key pressed three times, opens a weather page at once and clears what you typed or kept here. It does not erase your browser’s history."
        | "“Salir de aquí”, o la tecla Mayús pulsada tres veces, abre enseguida una página del clima y borra lo que usted escribió o guardó aquí. No borra el historial de su navegador.",
    /// Opens what stands below.
    CLEAR = "Clear everything"
        | "Borrar todo",
    /// What is cleared.
    CLEAR_EXPLAIN = "This clears what you typed on all of these pages and what you kept on this device. It cannot be put back."
        | "Esto borra lo que escribió en todas estas páginas y lo que guardó en este dispositivo. No se puede recuperar.",
    /// Clears it.
    CLEAR_DO = "Yes, clear it all"
        | "Sí, borrarlo todo",
    /// Name of the main navigation for screen readers.
    NAV_LABEL = "Main"
        | "Principal",
    /// First route.
    NAV_PROGRAM = "The program"
        | "El programa",
    /// Second route.
    NAV_WEEK = "Your week"
        | "Su semana",
    /// Third route.
    NAV_ASK = "Ask us"
        | "Pregunte",
    /// Fourth route.
    NAV_SEARCH = "Search"
        | "Buscar",
    /// Marks an invented clinic.
    DEMO = "This is a demonstration. The clinic, its phone number and its times are invented. 911 and 988 are real."
        | "Esto es una demostración. La clínica, su teléfono y sus horarios son inventados. El 911 y el 988 son reales.",
    /// Title of the program page.
    PROGRAM_TITLE = "What an intensive outpatient program is | {clinic}"
        | "Qué es un programa ambulatorio intensivo | {clinic}",
    /// Description of the program page.
    PROGRAM_DESCRIPTION = "What happens in an intensive outpatient program, whom it suits, and how it fits around work and family."
        | "Qué se hace en un programa ambulatorio intensivo (IOP), para quién puede ser y cómo se combina con el trabajo y la familia.",
    /// Eyebrow over the clinic's offers.
    TRACKS_EYEBROW = "When we meet"
        | "Cuándo nos reunimos",
    /// Heading over the clinic's offers.
    TRACKS_TITLE = "Our weeks"
        | "Nuestras semanas",
    /// Lead over the clinic's offers.
    TRACKS_LEAD = "Each of these is one way through the program. Open one to see its week."
        | "Cada una es una manera de hacer el programa. Abra una para ver su semana.",
    /// When facts were checked.
    TRACKS_CHECKED = "The clinic last checked these times on {date}."
        | "La clínica revisó estos horarios por última vez el {date}.",
    /// When facts were never dated.
    TRACKS_UNCHECKED = "The clinic has not said when it last checked these times. Please ask."
        | "La clínica no ha dicho cuándo revisó estos horarios. Por favor pregunte.",
    /// How long the program is.
    FACT_WEEKS = "Usually {least} to {most} weeks. Yours can differ."
        | "Por lo general, de {least} a {most} semanas. En su caso puede ser distinto.",
    /// The same for a single length.
    FACT_WEEKS_ONE = "Usually {most} weeks. Yours can differ."
        | "Por lo general, {most} semanas. En su caso puede ser distinto.",
    /// The clinic drives people.
    FACT_VAN = "We can drive you there and back."
        | "Podemos llevarle y traerle.",
    /// Children are looked after.
    FACT_CHILD = "Children are looked after during sessions."
        | "Cuidamos a los niños durante las sesiones.",
    /// Whom the program serves.
    FACT_SERVES = "For: {serves}"
        | "Para: {serves}",
    /// Opens the detail of a card.
    CARD_MORE = "What it is like"
        | "Cómo es",
    /// Heading of the planner.
    WEEK_HEADING = "Does it fit your week?"
        | "¿Cabe en su semana?",
    /// Title of the planner.
    WEEK_TITLE = "Does it fit your week? | {clinic}"
        | "¿Cabe en su semana? | {clinic}",
    /// Lead of the planner.
    WEEK_LEAD = "Put in what you already do. Nothing leaves this device unless you send it."
        | "Ponga lo que usted ya hace. Nada sale de este dispositivo a menos que usted lo envíe.",
    /// Over the planner: why one might want to keep the week.
    KEEP_OFFER = "A phone may drop this page in the background. You can keep your week on this device; anybody who uses it can then read it."
        | "Un teléfono puede cerrar esta página cuando no está a la vista. Puede guardar su semana en este dispositivo; entonces, quien lo use puede leerla.",
    /// Keeps it.
    KEEP_DO = "Keep my week on this device"
        | "Guardar mi semana en este dispositivo",
    /// Description of the planner.
    WEEK_DESCRIPTION = "Put in your week and see which offers fit around work and family, what would have to change, and why."
        | "Ponga su semana y vea qué horarios se combinan con su trabajo y su familia, qué tendría que cambiar y por qué.",
    /// Without scripts.
    WEEK_NOSCRIPT = "The planner needs JavaScript, which is off here. The times of every offer are on the program page, and we are glad to look at your week with you on the phone."
        | "Esta herramienta necesita JavaScript, que aquí está apagado. El horario de cada opción está en la página del programa, y con gusto vemos su semana con usted por teléfono.",
    /// Under the planner: to a week for paper.
    WEEK_PAPER = "A blank week to print"
        | "Una semana en blanco para imprimir",
    /// Heading and title of a week for paper; says nothing, because it is printed.
    PAPER_HEADING = "A blank week"
        | "Una semana en blanco",
    /// Lead of a week for paper.
    PAPER_LEAD = "Print this page, and fill it in by hand. Only the week is printed. Your browser may add this page’s address at the edge. You can turn that off where you print: look for “Headers and footers”."
        | "Imprima esta página y llénela a mano. Solo se imprime la semana. Su navegador puede poner al borde la dirección de esta página. Puede quitarla al imprimir: busque “Encabezados y pies de página”.",
    /// Heading of the search.
    SEARCH_HEADING = "Find it here"
        | "Búsquelo aquí",
    /// Title of the search.
    SEARCH_TITLE = "Search these pages | {clinic}"
        | "Buscar en estas páginas | {clinic}",
    /// Lead of the search.
    SEARCH_LEAD = "Everything on these pages. It is all right if a word is not spelled right."
        | "Todo lo que hay en estas páginas. No importa la ortografía.",
    /// Where the field will be, as long as it is not there.
    SEARCH_STILL = "All pages are listed below"
        | "Abajo está la lista de todo",
    /// The field.
    SEARCH_FIELD = "What are you looking for?"
        | "¿Qué busca?",
    /// What becomes of what is typed.
    SEARCH_HINT = "What you look for stays on this device. It is not sent or kept."
        | "Lo que busca se queda en este dispositivo. No se envía ni se guarda.",
    /// Leads to the search.
    SEARCH_LINK = "Search all of these pages"
        | "Buscar en todas estas páginas",
    /// Nothing found.
    SEARCH_NONE = "We found nothing for this. Try another word, or call {phone}: you can ask a person anything."
        | "No encontramos nada con eso. Pruebe otra palabra, o llame al {phone}: puede preguntarle a una persona lo que sea.",
    /// Title and heading of the page for addresses that lead nowhere.
    MISSING_HEADING = "This page is not here"
        | "Esta página no existe",
    /// Below it.
    MISSING_TEXT = "The address may have a mistake in it, or the page has moved. Nothing is lost. You can go on from here:"
        | "Puede que la dirección tenga un error o que la página se haya movido. No se perdió nada. Puede seguir desde aquí:",
    /// Heading of the contact form.
    ASK_HEADING = "Ask us anything"
        | "Pregúntenos lo que quiera",
    /// Title of the contact form.
    ASK_TITLE = "Ask us | {clinic}"
        | "Pregunte | {clinic}",
    /// Description of the contact form.
    ASK_DESCRIPTION = "Send a question to the clinic or call. Asking is not signing up."
        | "Envíe una pregunta a la clínica o llame. Preguntar no es inscribirse.",
    /// Lead of the contact form.
    ASK_LEAD = "A person reads this. Asking is not signing up."
        | "Una persona lee esto. Preguntar no es inscribirse.",
    /// Lead with the clinic's promise.
    ASK_LEAD_REPLY = "A person reads this. You will hear from us {reply}. Asking is not signing up."
        | "Una persona lee esto. Le responderemos {reply}. Preguntar no es inscribirse.",
    /// Without scripts, where the back-end takes no plain form post.
    ASK_NOSCRIPT = "This form needs JavaScript, which is off here. Please call {phone}."
        | "Este formulario necesita JavaScript, que aquí está apagado. Por favor llame al {phone}.",
    /// Aside: phone.
    TALK_TITLE = "Rather talk?"
        | "¿Prefiere hablar?",
    /// Aside: stands where the app says whether somebody answers right now.
    TALK_OPEN = "Here you can write at any hour."
        | "Aquí puede escribir a cualquier hora.",
    /// Aside: text messages to the clinic's phone.
    TALK_TEXT = "Text {phone}"
        | "Envíe un mensaje de texto al {phone}",
    /// Aside: mail.
    TALK_EMAIL = "Write to {email}"
        | "Escriba a {email}",
    /// Aside: what to know about mail.
    TALK_EMAIL_HINT = "Other people who use your account or device may be able to read mail and text messages."
        | "Otras personas que usan su cuenta o su dispositivo pueden leer el correo y los mensajes de texto.",
    /// Aside: crisis.
    EMERGENCY_TITLE = "Not for emergencies"
        | "No es para emergencias",
    /// Aside: crisis text.
    EMERGENCY_TEXT = "In danger, call 911. In a crisis, call or text 988, day or night, free. You may first hear a menu and wait a little before a counselor answers."
        | "Si hay peligro, llame al 911. En una crisis, llame o envíe un mensaje de texto al 988, de día o de noche, gratis. Puede que primero oiga un menú y espere un poco antes de que le atienda una persona.",
    /// Spanish line of 988.
    EMERGENCY_SPANISH = "For Spanish, press 2, or text AYUDA to 988."
        | "Para español, oprima 2, o envíe AYUDA al 988.",
    /// SAMHSA's helpline: information and referral, not counseling.
    EMERGENCY_SAMHSA = "To find treatment anywhere in the country: 1-800-662-4357, day or night, free. It is for information, not counseling."
        | "Para buscar tratamiento en cualquier parte del país: 1-800-662-4357, de día o de noche, gratis. Es para información, no para consejería.",
    /// When crisis facts were checked.
    EMERGENCY_CHECKED = "Checked {date}."
        | "Revisado el {date}.",
    /// Footer: address.
    FOOT_ADDRESS = "Where we are"
        | "Dónde estamos",
    /// Footer: phone hours.
    FOOT_HOURS = "When we answer the phone"
        | "Cuándo contestamos el teléfono",
    /// Footer: what this is not.
    FOOT_NOTICE = "These pages explain and plan. They do not diagnose, and they do not replace the advice of a medical professional."
        | "Estas páginas explican y ayudan a planear. No dan diagnósticos ni reemplazan el consejo de un profesional médico.",
    /// Footer: privacy.
    FOOT_PRIVACY = "No cookies, no trackers, no one else’s scripts. What you type stays on this device until you press Send."
        | "Sin cookies, sin rastreadores, sin programas de otros. Lo que escribe se queda en este dispositivo hasta que pulse Enviar.",
    /// Owner's check page: heading.
    CHECK_HEADING = "Check clinic.json"
        | "Revisar clinic.json",
    /// Owner's check page: title.
    CHECK_TITLE = "Check clinic.json | {clinic}"
        | "Revisar clinic.json | {clinic}",
    /// Owner's check page: lead.
    CHECK_LEAD = "For the clinic’s web person: everything in the file that needs a look, and how to mend it. Visitors never see this list."
        | "Para quien cuida el sitio de la clínica: todo lo que hay que mirar en el archivo, y cómo corregirlo. Los visitantes nunca ven esta lista.",
    /// Owner's check page: the sentences about the file are in one language.
    CHECK_ENGLISH = "What is said about the file is in English."
        | "Lo que se dice del archivo está en inglés.",
    /// Owner's check page: all fine.
    CHECK_FINE = "Nothing needs a look."
        | "No hay nada que mirar.",
    /// Owner's check page, the site with a changed file: heading.
    REMAKE_TITLE = "Change something"
        | "Cambiar algo",
    /// What it does.
    REMAKE_LEAD = "Change your clinic.json on your computer, then choose it here. This page checks it. Then it writes every file of the site that follows from it: the pages, the header files, and what browsers keep for times without a network. All of that happens in this browser. Nothing is sent anywhere."
        | "Cambie su clinic.json en su computadora y elíjalo aquí. Esta página lo revisa. Después escribe todos los archivos del sitio que dependen de él: las páginas, los archivos de encabezados y lo que los navegadores guardan para cuando no hay red. Todo eso ocurre en este navegador. No se envía nada a ningún lugar.",
    /// What it needs.
    REMAKE_NEEDS = "Scripts have to be on. The first press loads a program of about 700 KB. Visitors never load it."
        | "Los programas del navegador (JavaScript) deben estar activados. La primera vez se descarga un programa de unos 700 KB. Los visitantes nunca lo descargan.",
    /// The field for a file.
    REMAKE_FILE = "Your changed clinic.json"
        | "Su clinic.json con los cambios",
    /// The field for text.
    REMAKE_TEXT = "Or its text"
        | "O su texto",
    /// The first button.
    REMAKE_CHECK = "Check this file"
        | "Revisar este archivo",
    /// Nothing was chosen.
    REMAKE_EMPTY = "Choose a file or paste its text first."
        | "Primero elija un archivo o pegue su texto.",
    /// The chosen file is no text of that kind.
    REMAKE_LONG = "That file could not be read, or is too large to be a clinic.json. What was here before is still here."
        | "Ese archivo no se pudo leer o es demasiado grande para ser un clinic.json. Lo que había aquí sigue aquí.",
    /// While it is checked.
    REMAKE_BUSY = "Looking at it ..."
        | "Revisando ...",
    /// While files are made.
    REMAKE_MAKING = "Making the files. On a slow computer this takes a minute ..."
        | "Preparando los archivos. En una computadora lenta tarda un minuto ...",
    /// The program could not be had.
    REMAKE_FAILED = "That did not work. Is there a connection, and is the folder check/ of your site whole? What you chose is still here. Please try again."
        | "No funcionó. ¿Hay conexión y está completa la carpeta check/ de su sitio? Lo que eligió sigue aquí. Inténtelo de nuevo.",
    /// Heading over what is wrong with it.
    REMAKE_FOUND = "What needs a look in this file"
        | "Lo que hay que mirar en este archivo",
    /// There is no page with it.
    REMAKE_NONE = "There is no site with this file, so nothing can be made. Please mend what is listed, and check again."
        | "Con este archivo no hay sitio, así que no se puede preparar nada. Corrija lo que está en la lista y revise otra vez.",
    /// There is a page with it.
    REMAKE_CAN = "The site can be made with this file. What is listed as an error will be missing on it."
        | "El sitio se puede preparar con este archivo. Lo que aparece como error (“Errors”) faltará en él.",
    /// The second button.
    REMAKE_MAKE = "Make the changed files"
        | "Preparar los archivos cambiados",
    /// Heading over the archive.
    REMAKE_MADE = "Your files are ready"
        | "Sus archivos están listos",
    /// The link to it.
    REMAKE_SAVE = "Save the archive"
        | "Guardar el archivo comprimido",
    /// What to do, first.
    REMAKE_UNPACK = "Save the archive and unpack it."
        | "Guarde el archivo comprimido y descomprímalo.",
    /// What to do, second.
    REMAKE_UPLOAD = "Upload everything in its folder “site” over the files on your server. Hidden files such as .htaccess belong to it."
        | "Suba todo lo que hay en la carpeta “site” y reemplace los archivos de su servidor. Los archivos ocultos como .htaccess también van.",
    /// What to do, third.
    REMAKE_DELETE = "Delete these files on your server. They are not part of the site any more, and some may still show old facts:"
        | "Borre estos archivos de su servidor. Ya no son parte del sitio, y algunos pueden mostrar datos viejos:",
    /// What to do, third, where that is nothing.
    REMAKE_KEEP = "Nothing has to be deleted."
        | "No hay que borrar nada.",
    /// What to do, last.
    REMAKE_LOOK = "Open your site and look at the name, the phone and the times. If your server is nginx, put the new policy of nginx.conf.example into its settings."
        | "Abra su sitio y mire el nombre, el teléfono y los horarios. Si su servidor es nginx, ponga la nueva política de nginx.conf.example en su configuración.",
    /// Leads to the same page in the other language; in that language.
    OTHER_LANGUAGE = "Español"
        | "English",
    /// Until the clinic has looked at the translation.
    UNREVIEWED = "The clinic has not reviewed this translation yet."
        | "La clínica todavía no ha revisado esta traducción.",
    /// Who looked at the text of these pages.
    REVIEWED = "Text reviewed by {by}."
        | "Texto revisado por {by}.",
    /// The same with a date.
    REVIEWED_ON = "Text reviewed by {by} on {date}."
        | "Texto revisado por {by} el {date}.",
    /// Before the name of a source.
    SOURCE = "Source:" | "Fuente:",
    /// When a source was checked.
    SOURCE_CHECKED = "Checked {date}."
        | "Revisada el {date}.",
    /// The same, where that is too long ago.
    SOURCE_OLD = "Last checked {date}. It may have changed since; please ask before you rely on it."
        | "Revisada por última vez el {date}. Puede haber cambiado; por favor pregunte antes de contar con esto.",
    /// Heading over the list of all pages.
    MORE_TITLE = "What would you like to know?"
        | "¿Qué le gustaría saber?",
    /// The program page in that list.
    MORE_PROGRAM = "What an IOP is"
        | "Qué es un IOP",
    /// What is found there.
    MORE_PROGRAM_ABOUT = "What happens, for whom, when we meet"
        | "Qué se hace, para quién, cuándo",
    /// The planner in that list.
    MORE_WEEK_ABOUT = "Put in your week and see what fits"
        | "Ponga su semana y vea qué horarios le quedan bien",
    /// The form in that list.
    MORE_ASK_ABOUT = "A person reads it"
        | "Una persona lo lee",
    /// Leads from ticked questions to the form.
    TAKE_ALONG = "Take the ticked questions along to the form"
        | "Llevar las preguntas marcadas al formulario",
    /// What happens then.
    TAKE_ALONG_HINT = "They stay on this device until you press Send there, and are sent only if you tick that you want it."
        | "Se quedan en este dispositivo hasta que pulse Enviar, y se envían solo si usted marca que lo quiere.",
    /// Over the two ways on at the end of a page.
    ONWARD = "From here" | "Desde aquí",
    /// Marks the kind of care that these pages are about.
    LEVEL_THIS = "These pages are about this one"
        | "Estas páginas tratan de este",
    /// What the first column of the comparison holds.
    LEVEL_NAME = "Kind of care"
        | "Tipo de atención",
    /// A date: the order of its parts.
    DATE = "{month} {day}, {year}"
        | "{day} de {month} de {year}",
    /// January.
    JAN = "January" | "enero",
    /// February.
    FEB = "February" | "febrero",
    /// March.
    MAR = "March" | "marzo",
    /// April.
    APR = "April" | "abril",
    /// May.
    MAY = "May" | "mayo",
    /// June.
    JUN = "June" | "junio",
    /// July.
    JUL = "July" | "julio",
    /// August.
    AUG = "August" | "agosto",
    /// September.
    SEP = "September" | "septiembre",
    /// October.
    OCT = "October" | "octubre",
    /// November.
    NOV = "November" | "noviembre",
    /// December.
    DEC = "December" | "diciembre",
}

/// The months in their order.
pub const MONTHS: [Text; 12] = [JAN, FEB, MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV, DEC];
