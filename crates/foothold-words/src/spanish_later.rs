//! The catalogue of short texts in Spanish, second part: what only the rooms of `later` say (the form, what
//! becomes of it, and what is taken along). How we speak is said in `spanish.rs`.

use crate::Key;

/// The text of a key that is said later.
#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a list: one line a text, asked for by the compiler"
)]
pub(crate) const fn later(key: Key) -> &'static str {
    match key {
        Key::SessionOnline => "{kind}, en línea",
        Key::SessionEither => "{kind}, en persona o en línea",
        Key::Arranged => "Además: {arranged}",
        Key::WeekHoursStated => "{computed} por semana según el reloj; la clínica dice {stated}",

        Key::WayWhy => {
            "Lo preguntamos porque el último autobús puede decidir una noche, y porque varias personas pueden necesitar el mismo auto a la misma hora."
        }
        Key::WayBy => "Para llegar allí",
        Key::WayClinicBy => "¿Cómo llega hasta nosotros?",
        Key::MeansUnsure => "No lo sé con seguridad",
        Key::MeansCar => "En auto",
        Key::MeansBus => "En autobús o tren",
        Key::MeansLift => "Maneja alguien de fuera",
        Key::MeansFoot => "A pie o en bicicleta",
        Key::MeansVan => "En la camioneta de la clínica",
        Key::InBus => "en autobús o tren",
        Key::InLift => "maneja alguien de fuera",
        Key::InFoot => "a pie o en bicicleta",
        Key::InVan => "en la camioneta de la clínica",
        Key::InLast => "{means}, el último de regreso a esta hora: {time}",
        Key::WayUnsure => "Mientras no lo sepa, lo contamos como un viaje en auto.",
        Key::WayAlways => "Contamos con que hay autobús o tren de regreso a cualquier hora.",
        Key::WayLast => "Último autobús o tren de regreso",
        Key::WayLastHint => "Por ejemplo 9:40pm. Vacío quiere decir que siempre hay uno.",
        Key::WayLastRead => "Contamos con salir, como muy tarde, a esta hora ({time}).",
        Key::CarsCount => "¿Cuántos autos tienen entre todos?",
        Key::CarsUnsure => "Mientras no lo sepa, no contamos los autos: suponemos que siempre hay uno.",
        Key::CarsEnough => "Alcanza un auto para cada persona que maneja, así que nadie tiene que esperar.",
        Key::CarsNone => "Sin auto, no contamos con que nadie maneje.",
        Key::CarsOne => "Contamos con 1 auto para todos: solo puede estar en un lugar a la vez.",
        Key::CarsFew => "Contamos con {n} autos para todos: no pueden salir más a la vez.",
        Key::CarsWho => "¿Quién maneja?",
        Key::CarsWhoHint => "Suponemos que quien no maneja encuentra otra manera de llegar.",
        Key::MsgPlanWith => "{line}, {way}",
        Key::MsgPlanCars => "Autos en el hogar: {n}",
        Key::BreakTitle => "Pausas",
        Key::BreakHint => {
            "Días en que esto no se hace, como las vacaciones escolares. Si es un solo día, deje vacío el último día."
        }
        Key::BreakFrom => "Primer día de la pausa {n}",
        Key::BreakTo => "Último día de la pausa {n}",
        Key::BreakAdd => "Agregar una pausa",
        Key::BreakGone => "Quitar la pausa {n}",
        Key::BreakRemoved => "Se quitó la pausa {n}.",
        Key::BreakMost => "Aquí no caben más de {n} pausas.",
        Key::BreakOne => "con una pausa",
        Key::BreakMany => "con {n} pausas",
        Key::RowCopy => "Copiar esta entrada",
        Key::RowLast => "Último día de todos",
        Key::RowDate => "Una fecha",
        Key::RowDateAdd => "Agregar esta fecha",
        Key::RowDates => "Todas las fechas: {n}",

        Key::PlanOwnCar => {
            "No alcanzan los autos para {a} y para {b} ({days}), hasta durante {minutes}. Tomamos las dos tal como están."
        }
        Key::WhyCar => "No alcanzan los autos para {what} y para {session} ({days}), durante {minutes}.",
        Key::WhyLast => "El último viaje de regreso ({days}) sale antes de que termine {session}: {minutes} antes.",

        Key::TrackDays => "Verla día por día",
        Key::DayBack => "Día anterior",
        Key::DayNext => "Día siguiente",
        Key::DayAll => "Todos los días a la vez",
        Key::DayTitle => "Día {at} de {of}: {day}",
        Key::DayFree => "Sin sesión. El día es suyo.",
        Key::DayGroup => {
            "Personas que conocen esto por su propia vida hablan de cómo les va. Un consejero guía. Al principio puede solo escuchar."
        }
        Key::DayIndividual => "Usted y su consejero, a solas. Usted elige una cosa para trabajar.",
        Key::DayWorkshop => "Como una clase pequeña: alguien explica un tema y usted lo prueba. Nadie le pone nota.",
        Key::DayFamily => "Las personas cercanas a usted aprenden qué ayuda, hacen sus preguntas y son escuchadas.",
        Key::DayOther => "Pregunte a la clínica qué se hace aquí.",

        Key::SearchNotYet => "La búsqueda todavía no está lista. Todo está en la lista de abajo.",
        Key::SearchNone => "No se encontró nada.",
        Key::Search1 => "Se encontró 1 lugar.",
        Key::SearchN => "Se encontraron {n} lugares.",
        Key::SearchMany => "Se encontraron {n} lugares. Aquí están los {shown} mejores.",

        Key::AskName => "¿Cómo quiere que le llamemos?",
        Key::AskNameHint => "Basta con el nombre.",
        Key::AskReach => "¿Cómo podemos comunicarnos con usted?",
        Key::ReachCall => "Llamada",
        Key::ReachText => "Mensaje de texto",
        Key::ReachEmail => "Correo electrónico",
        Key::AskPhone => "Número de teléfono",
        Key::AskEmail => "Correo electrónico",
        Key::AskEmailHint => "Otras personas que usan su cuenta o su dispositivo pueden leer el correo.",
        Key::AskVoicemail => "¿Podemos dejar un mensaje de voz?",
        Key::VoicemailYes => "Sí",
        Key::VoicemailOnlyCalled => "Digan solo que llamaron",
        Key::VoicemailNo => "No",
        Key::AskWhom => "¿Para quién es?",
        Key::AskWhomHint => "Puede dejarlo sin contestar.",
        Key::WhomMe => "Para mí",
        Key::WhomOther => "Para alguien que me importa",
        Key::AskNote => "Su pregunta",
        Key::AskNoteHint => "Por favor no ponga detalles médicos. De eso podemos hablar.",
        Key::AskPlan => "Enviar también mi semana",
        Key::AskPlanHint => {
            "No se envía si usted no lo marca. Estas son las palabras exactas que irían con su mensaje:"
        }
        Key::AskList => "Enviar también estas preguntas",
        Key::AskPlanNone => "Si primero planea su semana, puede elegir enviarla también.",
        Key::AskNotEmergency => {
            "Este formulario no es para emergencias. Si hay peligro, llame al 911. En una crisis, llame o envíe un mensaje de texto al 988."
        }
        Key::AskPermission => {
            "Al pulsar Enviar, usted permite que {clinic} se comunique con usted de la manera que eligió. Es una pregunta, no una inscripción."
        }
        Key::AskSend => "Enviar",
        Key::AskSending => "Enviando…",
        Key::AskProblem => "Hay un problema",
        Key::AskTitleError => "Error: {title}",
        Key::AskHoney => "Deje esto vacío",
        Key::AskNoBackend => "Esta clínica recibe preguntas por teléfono: {phone}.",
        Key::FieldMissingName => "Escriba cómo quiere que le llamemos",
        Key::FieldMissingReach => "Elija cómo podemos comunicarnos con usted",
        Key::FieldMissingPhone => "Escriba su número de teléfono",
        Key::FieldMissingEmail => "Escriba su correo electrónico",
        Key::FieldMissingVoicemail => "Elija si podemos dejar un mensaje",
        Key::FieldBadPhone => "Escriba un número de teléfono con código de área, como 312 555 0134",
        Key::FieldBadEmail => "Escriba un correo electrónico como nombre@ejemplo.org",
        Key::FieldNotOneLine => "Escríbalo en una sola línea",
        Key::FieldTooLong => "Hágalo más corto: {most} letras como máximo",
        Key::FieldRejected => "El sistema de la clínica no aceptó esto. Por favor revíselo",
        Key::FieldRejectedAt => "{field}: el sistema de la clínica no aceptó esto. Por favor revíselo",
        Key::FieldRejectedForm => {
            "El sistema de la clínica no aceptó este mensaje. Por favor revise cada respuesta, o llámenos"
        }

        Key::DeliveredTitle => "Su mensaje llegó",
        Key::DeliveredText => "Una persona de {clinic} lo leerá.",
        Key::DeliveredReply => "Le responderemos {reply}.",
        Key::DeliveredCall => "Si prefiere hablar, llame al {phone}.",
        Key::DeliveredReceipt => "Lo que usted envió",
        Key::OpenAlways => "Contestan el teléfono de día y de noche.",
        Key::OpenNow => "Ahora contestan el teléfono ({span}).",
        Key::OpenToday => "Hoy contestarán el teléfono más tarde ({span}).",
        Key::OpenTomorrow => "Mañana vuelven a contestar el teléfono ({span}).",
        Key::OpenOn => "Vuelven a contestar el teléfono el {date} ({span}).",
        Key::OpenElsewhere => "Es la hora local de la clínica.",
        Key::ReachByText => "Envíe un mensaje de texto al {phone}",
        Key::ReachByEmail => "Escriba a {email}",
        Key::UnconfirmedTitle => "No podemos saber si llegó",
        Key::UnconfirmedText => {
            "Se envió, pero no hubo una respuesta clara. Es posible que haya llegado. Si no tiene noticias {reply}, por favor llame al {phone}."
        }
        Key::UnconfirmedAgain => "Enviarlo otra vez",
        Key::UnconfirmedAgainHint => "Si la clínica lo recibe dos veces, puede ver que es el mismo mensaje.",
        Key::RefusedTitle => "No pudimos enviarlo",
        Key::RefusedText => {
            "El sistema de la clínica no recibió el mensaje. No es culpa suya, y nada de lo que escribió se perdió. Por favor llame al {phone}, o copie su mensaje y envíelo de otra manera."
        }
        Key::UnreachableTitle => "No se envió",
        Key::UnreachableText => {
            "Parece que no hay conexión. Nada de lo que escribió se perdió. Intente otra vez, o llame al {phone}."
        }
        Key::TryAgain => "Intentar otra vez",
        Key::CopyText => "Copiar mi mensaje",
        Key::CopiedText => "Copiado.",
        Key::CopyFailed => "Aquí no se pudo copiar. Puede seleccionar el texto de abajo.",
        Key::YourText => "Su mensaje como texto",
        Key::NewMessage => "Escribir otro mensaje",
        Key::AskBestTime => "¿Cuándo le conviene?",
        Key::AskBestTimeHint => "Por ejemplo, entre semana después de las 5. Puede dejarlo en blanco.",
        Key::AskTexts => "{clinic} también puede mandar mensajes de texto a este número",
        Key::AskTextsHint => {
            "Puede enviar el formulario sin marcarlo. Un mensaje puede verse en la pantalla bloqueada."
        }
        Key::AskAnswerIn => "¿En qué idioma le contestamos?",
        Key::FieldMissingOwn => "Por favor, conteste esta pregunta",
        Key::SureTitle => "¿Lo escribe una persona?",
        Key::SureText => {
            "Se llenó muy rápido, o hay algo en una casilla que las personas no ven. Todavía no se ha enviado nada. Si lo escribió usted, pulse Enviar."
        }
        Key::SureSend => "Enviar mi mensaje",
        Key::UnconfirmedOpaque => {
            "Se envió, pero el sistema de la clínica no da acuse de recibo, así que no podemos ver si llegó. Si no tiene noticias {reply}, llame al {phone}."
        }
        Key::ReplyUnstated => "antes de que termine el próximo día hábil",
        Key::SafeTextUnticked => {
            "Pidió mensajes de texto, pero no marcó la casilla que los permite. No llame. / A text was asked for, but the box that allows texts is not ticked. Do not call."
        }
        Key::SafeTextsToo => "También puede mandar mensajes de texto. / Texts are all right too.",
        Key::MsgBestTime => "Mejor momento: {value}",
        Key::MsgAnswerIn => "Contestar en: {value}",
        Key::MsgOwn => "{label}: {value}",
        Key::MsgSubject => "Una pregunta desde su sitio web (question in Spanish)",
        // In both languages, because whoever calls back must understand it, whatever they speak.
        Key::SafeCallYes => "Por favor, llame. Puede dejar un mensaje. / Please call. You may leave a message.",
        Key::SafeCallOnly => {
            "Por favor, llame. Si deja un mensaje, diga solo que llamó, no de dónde ni por qué. / Please call. In a message only say that you called, not from where or why."
        }
        Key::SafeCallNo => "Por favor, llame. No deje ningún mensaje. / Please call. Do not leave a message.",
        Key::SafeText => "Por favor, mande un mensaje de texto. No llame. / Please send a text. Do not call.",
        Key::SafeEmail => "Por favor, escriba un correo electrónico. No llame. / Please write an email. Do not call.",
        Key::MsgId => "Número de este mensaje: {value}",
        Key::MsgName => "Nombre: {value}",
        Key::MsgReach => "Comunicarse por: {value}",
        Key::MsgPhone => "Teléfono: {value}",
        Key::MsgEmail => "Correo electrónico: {value}",
        Key::MsgVoicemail => "Dejar un mensaje: {value}",
        Key::MsgWhom => "Es para: {value}",
        Key::MsgNote => "Pregunta: {value}",
        Key::MsgPlanOffer => "El horario por el que pregunto: {track}",
        Key::MsgPlanVerdict => "Cómo me queda en la semana: {verdict}",
        Key::MsgPlanWeek => "Mi semana:",
        Key::MsgPlanRow => "- {what}: {days}, {span}, {where}",
        Key::MsgPlanChange => "- {change}",
        Key::MsgList => "Me gustaría preguntar:",
        Key::MsgPlanClinic => "De mi casa a la clínica: {minutes}",

        Key::TrackOpen => "Ver la semana",
        Key::TrackPlan => "¿Me queda bien?",
        Key::DetailChange => "Qué cambiaría",
        Key::DetailOn => "{what}, {days}",
        Key::DetailNow => "Ahora: {now}",
        Key::DetailThen => "Entonces: {then}",
        Key::DetailLeftOut => "se deja",
        Key::DetailMissed => "se falta, como permite la clínica",
        Key::DetailOutside => "alguien de fuera",
        Key::DetailWeeks => "Semana por semana",
        Key::DetailWeeksAll => "Nada cambia en ninguna de las {all} semanas.",
        Key::DetailWeeksNone => "Es igual en las {all} semanas.",
        Key::DetailWeeksSome => {
            "En {n} de {all} semanas le queda bien sin ningún cambio. Algo cambia en las semanas que empiezan así: {dates}."
        }
        Key::DetailWeeksNot => {
            "En {n} de {all} semanas le queda bien sin ningún cambio. No le queda en las semanas que empiezan así: {dates}."
        }
        Key::DetailWeeksFew1 => {
            "En la semana que empieza el {dates} le queda bien sin ningún cambio. En las otras, de {all} en total, no."
        }
        Key::DetailWeeksFewN => {
            "En las semanas que empiezan así le queda bien sin ningún cambio: {dates}. En las otras, de {all} en total, no."
        }
        Key::DateShort => "{date} de {month}",
        Key::DetailOthers => "Otras maneras",
        Key::DetailInstead => "En lugar de eso:",
        Key::DetailNotAll => "Lo que no se puede cumplir todo",
        Key::DetailNotAllText => "Sin una sola de estas cosas le quedaría bien. Con todas, no:",
        Key::DetailBeside => "Lado a lado",
        Key::BesideWith => "Comparar con",
        Key::BesideChoose => "Elija",
        Key::BesideAnswer => "Respuesta",
        Key::BesideTimes => "Horarios",
        Key::BesideMissed => "Sesiones a las que faltaría, en total",
        Key::BesideWork => "Trabajo o escuela que pierde por semana",
        Key::BesideAsk => "Quién tendría que decir que sí",
        Key::BesideNobody => "nadie",
        Key::BesideWay => "Tiempo de más en camino por semana",
        Key::BesideLess => "{length} menos",
        Key::BesideEvenings => "Noches que terminan después de las 6, en total",
        Key::BesideSpare => "El menor tiempo de sobra",
        Key::BesideFree => "de sobra",
        Key::BesideNone => "nada",
        Key::TryTitle => "Está probando: {track}",
        Key::TryText => {
            "Las respuestas y el dibujo muestran su semana como si esto ya estuviera acordado. Lo que usted escribió queda igual. Si cambia algo, la prueba termina."
        }
        Key::TryEnd => "Terminar la prueba",

        Key::WeeksWhich => "¿Qué semanas?",
        Key::Week1 => "Semana {n}",
        Key::WeekN => "Semanas {list}",
        Key::WeeksRun => "{first}–{last}",
        Key::WeeksMore => "{list}, …",
        Key::WeeksDates => "{weeks}: {dates}.",
        Key::WeeksBegin => "{weeks}: empiezan el {dates}.",
        Key::WeeksSpan => "del {first} al {last}",
        Key::WeeksBack => "Semana anterior",
        Key::WeeksNext => "Semana siguiente",
        Key::WeeksSame => "Todas las semanas son iguales.",
        Key::TableTime => "Hora",
        Key::TableWhat => "Qué",
        Key::TableFree => "libre",
        Key::TableDay => "todo el día",

        Key::HandsHint => {
            "Arrastre un bloque para moverlo, o su borde de arriba o de abajo para cambiar cuándo empieza o termina. Aquí se mueve lo que se repite cada semana a la misma hora, en todos sus días a la vez."
        }
        Key::HandsKeys => "Las flechas lo mueven 15 minutos; con Mayús, su final. Intro lo abre en la lista.",

        Key::BringHint => {
            "Un horario de turnos o un calendario escolar, en un archivo que termina en .ics. Se lee en este aparato. No se envía a ninguna parte."
        }
        Key::BringFile => "Archivo de calendario",
        Key::BringNot => {
            "No es un archivo de calendario que podamos leer. Su nombre debe terminar en .ics. Quien hizo el horario quizás pueda exportarlo así. También puede escribir las fechas a mano."
        }
        Key::BringLong => {
            "Este archivo es demasiado grande para leerlo aquí. Pruebe con uno de menos meses, o escriba las fechas a mano."
        }
        Key::BringEmpty => "Este archivo de calendario no tiene nada anotado.",
        Key::BringNone => "No encontramos nada para el año que viene.",
        Key::BringFound => "Esto es lo que encontramos. Por favor, revise que esté bien.",
        Key::BringUnread => "Anotaciones que no pudimos leer: {n}.",
        Key::BringOutside => "Fechas que ya pasaron, o a más de un año, que dejamos fuera: {n}.",
        Key::BringForeign => {
            "Anotaciones con una zona horaria que no conocemos: {n}. Tomamos sus horas tal como están escritas."
        }
        Key::BringNameless => "Sin nombre",
        Key::BringAllDay => "todo el día, faltan las horas",
        Key::BringGroup1 => "{what}: {span}, el {first}",
        Key::BringGroupN => "{what}: {span}, {n} fechas del {first} al {last}",
        Key::BringWhich => "¿Qué cuenta para su semana?",
        Key::BringAll => "Elegir todo",
        Key::BringNoneOf => "No elegir nada",
        Key::BringPick => "Elija lo que cuenta; después puede pasar a su semana.",
        Key::BringAdd => "Ponerlo en mi semana",
        Key::BringAdded1 => "1 actividad pasó a su semana.",
        Key::BringAddedN => "{n} actividades pasaron a su semana.",
        Key::BringUndo => "Volver a quitarlas",

        Key::AlongNothing => {
            "Aquí no se conocen las horas de esta opción, así que todavía no hay nada que llevar. Por favor, pregunte a la clínica."
        }
        Key::AlongDoesNot => {
            "Esta opción no le queda bien en su semana como está. Lo que se lleva tiene todas sus sesiones y ningún cambio."
        }
        Key::AlongDates => "{track}: {n} sesiones, del {first} al {last}.",
        Key::VisitAt => {
            "Primera visita ({minutes}): el primer momento libre es el {date}, de {span}; la hora se acuerda con la clínica."
        }
        Key::BlockAt => "{session} ({minutes}): esto cuenta con {days}, {span}, y la hora se acuerda con la clínica.",
        Key::BlockNone => {
            "La clínica da horas para lo que se acuerda con cada persona. Ninguna queda libre junto a sus propias sesiones."
        }
        Key::MixOf => "{session}: {days}, {span}",
        Key::MixNone => {
            "En la clínica se pueden combinar sesiones. Con las que da no se junta lo que pide de cada tipo. Por favor pregunte."
        }
        Key::BlockOf => "{session}, {minutes} a una hora que acuerda con la clínica",
        Key::VisitNone => {
            "La clínica empieza con una primera visita de {minutes}. No encontramos una hora que deje su semana como está. Pregunte a la clínica."
        }
        Key::AlongSent => "No se envía nada. Lo que guarda o imprime es suyo; quien pueda abrirlo, puede leerlo.",
        Key::AlongCalendar => "En su calendario",
        Key::AlongName => "Qué debe decir su calendario",
        Key::AlongNameHint => {
            "Otras personas pueden verlo en una pantalla bloqueada o en un calendario compartido. Puede escribir lo que quiera."
        }
        Key::AlongNeutral => "Cita",
        Key::AlongWay => "Con el viaje de ida y vuelta desde su casa ({minutes} por trayecto)",
        Key::AlongChanges => "También lo que cambia para mí, por ejemplo: {example}",
        Key::AlongSave => "Guardar el archivo de calendario",
        Key::AlongSaveHint => {
            "Abra el archivo con su calendario. Si su plan cambia, guárdelo y ábralo otra vez: lo que ya está allí se mueve. Si elige otra opción, borre primero lo anterior."
        }
        Key::AlongFloating => {
            "El archivo no lleva zona horaria, porque no conocemos bien la de la clínica. Ábralo en un dispositivo que tenga la hora de la clínica."
        }
        Key::AlongSaved => "Se guardó como {name}.",
        Key::AlongFile => "calendario.ics",
        Key::AlongPaper => "En papel",
        Key::AlongPaperHint => {
            "Se abre una pestaña nueva con la hoja y se imprime. La hoja no dice adónde va usted ni por qué. La mayoría de los navegadores ponen al borde la fecha, el título y la dirección de la página; aquí también son neutros. Puede quitarlos al imprimir: busque “Encabezados y pies de página”."
        }
        Key::AlongFridge => "Imprimir mi semana",
        Key::AlongEmployer => "Imprimir para un empleador o una escuela",
        Key::AlongAsked => "Imprimir para: {what}",
        Key::AlongBlocked => {
            "Su navegador no abrió la hoja. Permita que esta página abra una pestaña y pulse otra vez."
        }
        Key::AlongLink => "Como enlace o código QR",
        Key::AlongLinkHint => {
            "El enlace lleva los días, las horas y los minutos que escribió, y la opción que está viendo. Se hace aquí y no se envía nada. Quien lo tenga puede abrir su semana."
        }
        Key::AlongNames => "Con los nombres y mis propias palabras",
        Key::AlongLinkMake => "Hacer el enlace",
        Key::AlongLinkField => "Su enlace",
        Key::AlongLinkCopy => "Copiar el enlace",
        Key::LinkCopyFailed => "Aquí no se pudo copiar. Puede seleccionar el enlace y copiarlo.",
        Key::AlongLinkOld => "Su semana cambió desde que se hizo el enlace. Hágalo otra vez.",
        Key::AlongLinkNone => "Esta semana es demasiado grande para un enlace.",
        Key::AlongQr => "Código QR del enlace",
        Key::AlongQrHint => "Apunte al código con la cámara de otro teléfono para abrir allí el mismo enlace.",
        Key::AlongQrNone => "Este enlace es demasiado largo para un código QR.",
        Key::LinkAsk => "El enlace trae una semana, y aquí ya hay otra. ¿Abrir la del enlace? Puede recuperar la suya.",
        Key::LinkOpen => "Abrir la semana del enlace",
        Key::LinkMine => "Seguir con la mía",
        Key::LinkOpened => "Esta es la semana del enlace. Ya no se ve en la barra de direcciones.",
        Key::LinkUndo => "Volver a mi semana",
        Key::LinkDamaged => {
            "El enlace no está completo y su semana no se puede leer. Aquí no cambió nada. Copie el enlace entero y ábralo otra vez, o pida uno nuevo."
        }
        Key::LinkNewer => {
            "El enlace se hizo con una versión más nueva de esta página. Cargue esta página otra vez y luego abra de nuevo el enlace."
        }
        Key::LinkForeign => "Lo que vino con la dirección no es una semana de estas páginas. Aquí no cambió nada.",
        Key::KeepOffer => {
            "Un teléfono puede cerrar esta página cuando no está a la vista. Puede guardar su semana en este dispositivo; entonces, quien lo use puede leerla."
        }
        Key::KeepDo => "Guardar mi semana en este dispositivo",
        Key::KeepOn => "Su semana se guarda en este dispositivo mientras escribe. Quien lo use puede leerla.",
        Key::KeepDelete => "Borrar lo guardado",
        Key::KeepGone => "Lo guardado se borró. Lo que ve aquí se queda hasta que cierre esta página.",
        Key::KeepRestored => "Esta es la semana que estaba guardada en este dispositivo.",
        Key::KeepUnreadable => "En este dispositivo había algo guardado que ya no se puede leer.",
        Key::KeepFailed => {
            "Este navegador no nos deja guardar su semana. Lo que escribió se queda hasta que cierre esta página. Todavía puede llevársela como enlace, más abajo."
        }
        Key::KeepAsk => "En este dispositivo está guardada otra semana. ¿Abrir esa? Puede recuperar la suya.",
        Key::KeepOpen => "Abrir la semana guardada",
        Key::SheetWeek => "Mi semana",
        Key::SheetTitle => "Citas periódicas",
        Key::SheetAsk => "Lo que pido",
        Key::SheetChanges => "Lo que cambia",
        Key::SheetLast => "Último autobús o tren de regreso: {time}",
        Key::SheetWhen => "{span}: {when}",
        Key::SheetPattern => "{days}, del {first} al {last}.",
        Key::SheetDates => "{dates}.",
        Key::SheetExcept => "Excepto: {dates}.",
        Key::SheetLeave => "Salir antes, {time} en vez de {usual}",
        Key::SheetCome => "Entrar más tarde, {time} en vez de {usual}",
        Key::SheetOut => "Salir un rato, de {from} a {to}",
        Key::SheetMoved => "Estar de {span} en vez de {usual}",
        Key::SheetSkip => "Faltar todo ese tiempo, {usual}",
        Key::SheetOf => "{what}: {change}",
        Key::SheetName => "Nombre",
        Key::SheetDate => "Fecha",
        Key::SheetSign => "Firma",
        _ => panic!("{}", key.name()),
    }
}
