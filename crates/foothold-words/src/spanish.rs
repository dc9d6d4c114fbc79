//! The catalogue of short texts that the screens use, in Spanish of the United States.
//!
//! We speak with "usted" and put the person first; the words for treatment are those of the
//! National Institute on Drug Abuse in Spanish ("trastorno por consumo de sustancias",
//! "programa ambulatorio intensivo"). English is in `catalogue.rs`.

use crate::Key;

/// The texts in Spanish, in the order of [`Key::ALL`].
pub(crate) const SPANISH: [&str; Key::ALL.len()] = {
    let mut texts = [""; Key::ALL.len()];
    let mut at = 0;
    while at < texts.len() {
        #[expect(clippy::indexing_slicing, reason = "worked out by the compiler, within both lists")]
        {
            texts[at] = spanish(Key::ALL[at]);
        }
        at += 1;
    }
    texts
};

#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a list: one line a text, asked for by the compiler"
)]
const fn spanish(key: Key) -> &'static str {
    match key {
        Key::ListComma => ", ",
        Key::ListAnd => "{first} y {last}",
        Key::ClockAm => "{clock}\u{a0}a.\u{a0}m.",
        Key::ClockPm => "{clock}\u{a0}p.\u{a0}m.",
        Key::Noon => "mediodía",
        Key::Midnight => "medianoche",
        Key::ShortAm => "{clock}am",
        Key::ShortPm => "{clock}pm",
        Key::ShortNoon => "12pm",
        Key::ShortMidnight => "12am",
        Key::SpanText => "{from} a {to}",
        Key::SpanNextDay => "{from} a {to} del día siguiente",
        Key::DaysThrough => "{first} a {last}",
        Key::EveryDay => "todos los días",
        Key::Mon => "lunes",
        Key::Tue => "martes",
        Key::Wed => "miércoles",
        Key::Thu => "jueves",
        Key::Fri => "viernes",
        Key::Sat => "sábado",
        Key::Sun => "domingo",
        Key::MonShort => "lun",
        Key::TueShort => "mar",
        Key::WedShort => "mié",
        Key::ThuShort => "jue",
        Key::FriShort => "vie",
        Key::SatShort => "sáb",
        Key::SunShort => "dom",
        Key::Minute1 => "1 minuto",
        Key::MinuteN => "{n} minutos",
        Key::Hour1 => "1 hora",
        Key::HourN => "{n} horas",
        Key::HourMinute => "{hours} y {minutes}",

        Key::KindWork => "Trabajo",
        Key::KindSchool => "Estudios",
        Key::KindCare => "Cuidado de alguien",
        Key::KindAppointment => "Cita",
        Key::KindRest => "Descanso",
        Key::KindOther => "Otra cosa",
        Key::SessionGroup => "Grupo",
        Key::SessionIndividual => "Sesión individual",
        Key::SessionWorkshop => "Taller",
        Key::SessionFamily => "Tiempo en familia",
        Key::SessionOther => "Sesión",
        Key::ShortGroup => "Grupo",
        Key::ShortIndividual => "1:1",
        Key::ShortWorkshop => "Taller",
        Key::ShortFamily => "Familia",
        Key::ShortOther => "Sesión",
        Key::SessionOnline => "{kind}, en línea",
        Key::SessionEither => "{kind}, en persona o en línea",
        Key::InWork => "el trabajo",
        Key::InSchool => "los estudios",
        Key::InCare => "el cuidado de alguien",
        Key::InAppointment => "la cita",
        Key::InRest => "el descanso",
        Key::InOther => "otra cosa",
        Key::InGroup => "el grupo",
        Key::InIndividual => "la sesión individual",
        Key::InWorkshop => "el taller",
        Key::InFamily => "el tiempo en familia",
        Key::InSession => "la sesión",
        Key::Travel => "En camino",

        Key::PlanWhat => "Lo que usted ya hace",
        Key::PlanAdd => "Agregar algo",
        Key::PlanEdit => "Cambiar",
        Key::PlanEditRow => "Cambiar {what}",
        Key::PlanDone => "Listo",
        Key::PlanRemove => "Quitar",
        Key::PlanRemoveRow => "Quitar {what}",
        Key::PlanRemoved => "Se quitó: {what}.",
        Key::PlanUndo => "Ponerlo de nuevo",
        Key::PlanKind => "¿Qué es?",
        Key::PlanName => "Cómo lo llama usted",
        Key::PlanDays => "¿Qué días empieza?",
        Key::PlanWorkdays => "Lunes a viernes",
        Key::PlanFrom => "Desde",
        Key::PlanTo => "Hasta",
        Key::PlanTimeHint => "Por ejemplo 9am, 5:30pm o 17:30. También puede escribir 9-5 en “Desde”.",
        Key::PlanUnderstoodLong => "Lo leemos así: {span}, {length}.",
        Key::PlanTravel => "Minutos desde su casa hasta allí",
        Key::PlanTravelHint => "Si lo deja vacío, entendemos que lo hace en casa.",
        Key::PlanDirect => "Minutos desde allí directo a nuestra clínica",
        Key::PlanDirectHint => "Si lo deja vacío, entendemos que pasa por su casa.",
        Key::PlanFirm => "¿Qué tan fijo es?",
        Key::FirmFixed => "No puede cambiar",
        Key::FirmMove => "Puede empezar antes o después",
        Key::FirmCut => "Puedo faltar un rato",
        Key::FirmIfNeeded => "Puedo no hacerlo si hace falta",
        Key::PlanEarlier => "Minutos antes, como máximo",
        Key::PlanLater => "Minutos después, como máximo",
        Key::PlanCut => "Minutos al día, como máximo",
        Key::PlanCutHint => "Llegar tarde, salir temprano, o salir un rato y volver.",
        Key::PlanClinicTravel => "Minutos desde su casa hasta nuestra clínica",
        Key::PlanClinicTravelHint => "Como sea que viaje. Empezamos con 20; ponga los suyos, por favor.",
        Key::PlanStart => "¿Cuándo le gustaría empezar?",
        Key::PlanStartHint => "Si lo deja vacío, será el {monday}.",
        Key::PlanSettings => "Cómo llega aquí y cuándo empieza",
        Key::PlanFieldNeeds => "en “{field}”, {problem}",
        Key::PlanRowMissing => "Todavía no cuenta: {what}.",
        Key::PlanRowSummary => "{days}, {span}",
        Key::PlanRowTravel => "a {minutes}",
        Key::PlanRowHome => "en casa",
        Key::PlanRowMove => "Podría empezar hasta {earlier} antes o {later} después",
        Key::PlanRowCut => "Podría faltar hasta {minutes} al día",
        Key::PlanRowIfNeeded => "Se puede omitir",
        Key::PlanQuick => "Empiece con una semana común",
        Key::QuickNineFive => "Trabajo de 9 a 5",
        Key::QuickNights => "Turnos de noche",
        Key::QuickFourTens => "Cuatro días de diez horas",
        Key::QuickCare => "Cuido a alguien",
        Key::PlanEmptyWeek => "Agregue lo que hace y vea qué horarios le quedan bien.",
        Key::PlanOffers => "Qué horarios le quedan bien",
        Key::PlanCountNone => "Así como está, ninguno le queda bien. El que más se acerca va primero.",
        Key::PlanCount1 => "1 de {all} horarios queda bien en su semana.",
        Key::PlanCountN => "{n} de {all} horarios quedan bien en su semana.",
        Key::PlanCountIf1 => "1 de {all} horarios le queda bien con un cambio.",
        Key::PlanCountIfN => "{n} de {all} horarios le quedan bien con cambios.",
        Key::PlanCountAlso1 => "1 más queda bien con un cambio.",
        Key::PlanCountAlsoN => "{n} más quedan bien con cambios.",
        Key::PlanSeeWeek => "Verlo en mi semana",
        Key::PlanSeeWeekOf => "Ver {track} en mi semana",
        Key::PlanInWeek => "Está en su semana",
        Key::PlanWeekTitle => "Su semana con {track}",
        Key::PlanWeekBare => "Su semana",
        Key::PlanWeekText => "La misma semana en palabras",
        Key::PlanWeekFree => "{day}: nada",
        Key::PlanWeekDay => "{day}: {items}",
        Key::PlanWeekItem => "{what} {span}",
        Key::PlanSend => "Preguntar a la clínica sobre esto",
        Key::PlanOwnTitle => "Dos cosas de su semana chocan",
        Key::PlanUndoneTitle => "Nadie está libre para esto",
        Key::PlanUndone => {
            "{what}, {days}: en {n} fechas nadie de quienes podrían hacerlo está libre, con o sin programa. Lo dejamos así."
        }
        Key::PlanOwnOverlap => "{a} y {b} son a la misma hora ({days}). Tomamos las dos tal como están.",
        Key::PlanOwnTravel => {
            "Falta tiempo entre {a} y {b} ({days}): faltan {minutes}. Tomamos las dos tal como están."
        }
        Key::PlanNoOffers => {
            "En este momento no podemos mostrar los horarios de esta clínica. Por favor llame al {phone}."
        }
        Key::PlanAssumed => "Cómo lo calculamos",
        Key::PlanAssumedText => {
            "Desde el {start}, por {weeks} semanas, lo más que suele durar este programa. Contamos el camino, llegar {buffer} antes, los días en que la clínica cierra y las sesiones a las que puede faltar."
        }
        Key::PlanAssumedNone => {
            "Desde el {start}, por {weeks} semanas, lo más que suele durar este programa. Contamos el camino y los días en que la clínica cierra."
        }
        Key::PlanMissRule => "La clínica permite faltar a {n} sesiones en {weeks} semanas seguidas.",
        Key::PlanMissRule0 => "La clínica no dice que se pueda faltar a sesiones, así que no contamos con eso.",
        Key::You => "usted",
        Key::YouAlone => "Usted",
        Key::PersonN => "persona {n}",
        Key::PlanPeople => "¿Quién vive con usted?",
        Key::PlanPeopleHint => {
            "Agregue a alguien solo si su semana cuenta: quien comparte tareas con usted o podría venir también."
        }
        Key::PlanThePerson => "la persona",
        Key::RowUnderstood => "Lo leemos así: {what}",
        Key::PlanAddPerson => "Agregar a una persona",
        Key::PersonName => "¿Cómo le llamamos?",
        Key::PersonIs => "¿Quién es?",
        Key::IsAdult => "Otra persona adulta",
        Key::IsChild => "Un niño o una niña",
        Key::IsClient => "Otra persona que busca un programa",
        Key::PersonRoles => "Podría venir a una sesión como",
        Key::RowWhose => "¿De quién es?",
        Key::RowCould => "¿Quién podría hacerlo?",
        Key::RowUsual => "¿Quién lo hace normalmente?",
        Key::RowNobody => "Nadie en especial",
        Key::RowOutside => "Horas en que alguien de fuera podría hacerlo",
        Key::RowOutsideHint => "Por ejemplo 4-9pm: un vecino, una niñera, un centro. Vacío quiere decir nunca.",
        Key::RowMomentHint => "Un momento, como recoger a alguien, no necesita final.",
        Key::RowUsually => "Normalmente {who}; también {others}",
        Key::RowAnyOf => "Una de estas personas: {who}",
        Key::RowFromOutside => "Alguien de fuera podría, {span}",
        Key::PlanWhoseWeek => "¿La semana de quién?",
        Key::PlanWeekOf => "La semana de {who}",
        Key::PlanWeekOfWith => "La semana de {who} con {track}",
        Key::OfferFor => "{track}, para {who}",
        Key::CoverYou => "Usted se encarga de {what} ({days}).",
        Key::RowRepeats => "¿Cómo se repite?",
        Key::RowWeekly => "Cada semana",
        Key::RowCycle => "En un ciclo de días",
        Key::RowPattern => "Los días del ciclo",
        Key::RowPatternHint => {
            "Por ejemplo 2-2-3, o DDNN---- con D para un turno de día, N para un turno de noche y - para un día libre."
        }
        Key::RowAnchor => "Primer día de un ciclo",
        Key::RowAnchorHint => "Vacío quiere decir el día en que empezaría con nosotros.",
        Key::RowNight => "Turnos de noche",
        Key::RowNightHint => "Desde y hasta, como 7pm-7am.",
        Key::RowUnderstoodCycle => "un ciclo de {n} días ({days})",
        Key::CycleOn => "{n} de trabajo",
        Key::CycleNights => "{n} de noche",
        Key::CycleOff => "{n} libres",
        Key::RowMore => "Una pausa o un final",
        Key::RowPauseFrom => "Primer día de una pausa",
        Key::RowPauseTo => "Último día de la pausa",
        Key::RowLast => "Último día de todos",
        Key::QuickTwoTwoThree => "Turnos 2-2-3",
        Key::QuickFourFour => "4 de trabajo, 4 libres",
        Key::QuickRoster => "Mis turnos se repiten",
        Key::AlongTitle => "Lléveselo",
        Key::AlongOpen => "Archivo de calendario, papel o enlace",

        Key::VerdictFits => "Le queda bien",
        Key::VerdictTight => "Le queda bien, con poco margen",
        Key::VerdictFitsIf => "Le queda bien si…",
        Key::VerdictDoesNotFit => "No le queda bien",
        Key::VerdictAsk => "Pregunte a la clínica",
        Key::KeepWork => "Conserva sus {hours} semanales en {what}.",
        Key::KeepAll => "Nada de su semana tiene que cambiar.",
        Key::SlackBefore => "El momento más apretado es el {day}: {spare} de margen entre {what} y la sesión.",
        Key::SlackAfter => "El momento más apretado es el {day}: {spare} de margen entre la sesión y {what}.",
        Key::SlackNone => "nada",
        Key::IfEarlier => "Empiece {what} {minutes} antes, de {span} ({days}).",
        Key::IfLater => "Empiece {what} {minutes} después, de {span} ({days}).",
        Key::IfArriveLate => "En {what}, llegue {minutes} más tarde: {time} ({days}).",
        Key::IfLeaveEarly => "En {what}, salga {minutes} antes: {time} ({days}).",
        Key::IfMostLate => "En {what}, falte {minutes}, que es la mayor parte; hora de llegada: {time} ({days}).",
        Key::IfMostEarly => "En {what}, falte {minutes}, que es la mayor parte; hora de salida: {time} ({days}).",
        Key::IfStepOut => "En {what}, salga un rato, de {from} a {to} ({days}).",
        Key::IfSkip => "No haría esto ({days}): {what}.",
        Key::IfMiss1 => "Falte a 1 sesión: {session} ({days}). La clínica lo permite.",
        Key::IfMissN => "Falte a {n} sesiones: {session} ({days}). La clínica lo permite.",
        Key::IfLostWeek => "Son cerca de {hours} menos por semana en {what}.",
        Key::IfAsk => "Tendría que pedir permiso en {what}.",
        Key::WhyTitle => "Por qué",
        Key::WhyOverlap => "{what}: coincide con {session} ({days}) durante {minutes}.",
        Key::WhyTravel => "Entre {what} y {session} ({days}) no alcanza el tiempo para llegar: faltan {minutes}.",
        Key::NotAttend => "Así como está, podría venir a {attended} de {all} sesiones.",
        Key::NotAttendNone => "Ninguna de sus sesiones cabe en su semana tal como está.",
        Key::NotRuleN => "La clínica permite faltar a {n} en {weeks} semanas seguidas.",
        Key::NotRule0 => "La clínica no dice que se pueda faltar.",
        Key::GiveTitle => "Qué tendría que cambiar",
        Key::GiveSmall => "Le quedaría bien con un pequeño cambio en algo que usted puso como fijo:",
        Key::GiveLarge => "Solo le quedaría bien con un cambio grande:",
        Key::GiveNone => "Ningún cambio por sí solo alcanza. Hace falta más de uno.",
        Key::NextStepNo => {
            "Los planes pueden cambiar, y la clínica quizá conozca otra manera. Preguntar no cuesta nada."
        }
        Key::AskTimes => "La clínica no ha publicado el horario de esta opción. Pregunte, y vea si le queda bien.",
        Key::AskIncomplete => {
            "Aquí no se pudieron leer todas las horas de esta opción. Por favor pregunte, y vea si le queda bien."
        }
        Key::Arranged => "Además: {arranged}",
        Key::NotProven => {
            "Esta semana tiene tantas posibilidades que dejamos de buscar. Puede haber una manera mejor que esta."
        }
        Key::WeekHours => "{hours} por semana",
        Key::WeekHoursStated => "{computed} por semana según el reloj; la clínica dice {stated}",

        Key::ErrMissingDays => "elija al menos un día",
        Key::ErrMissingFrom => "ponga a qué hora empieza",
        Key::ErrMissingTo => "ponga a qué hora termina",
        Key::ErrNotATime => "escriba la hora como 9am, 5:30pm o 17:30",
        Key::ErrNoLength => "el comienzo y el final son iguales; cambie uno",
        Key::ErrNotMinutes => "escriba los minutos con un número, como 25",
        Key::ErrTooMany => "escriba {most} minutos como máximo",
        Key::ErrMissingPattern => "diga qué días del ciclo son de trabajo",
        Key::ErrNotACycle => "escriba los días del ciclo como 2-2-3",
        Key::ErrBackwards => "la pausa termina antes de empezar; cambie una de sus fechas",
        Key::ErrNotADate => "escriba la fecha como 2026-11-30",

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

        Key::DaysDate1 => "un {days}",
        Key::DaysDateN => "{days}, {n} fechas en total",
        Key::WhyRest => {
            "Con {session} ({days}) queda muy poco tiempo para dormir tras {what}: faltan {minutes} para un descanso completo."
        }
        Key::WhyCover => {
            "Alguien tiene que ocuparse de {what} durante {session} ({days}), y nadie más está libre a esa hora."
        }
        Key::CoverPerson => "{who} se encarga de {what} ({days}).",
        Key::CoverOutside => "Alguien de fuera se encarga de {what}, {span} ({days}).",
        Key::OfPerson => "{what} ({who})",
        Key::ADuty => "una tarea en casa",
        Key::SlackStep => "El momento más apretado es el {day}: {spare} de margen entre {duty} y {what}.",
        Key::ByVideo => "Esto cuenta con que participe en línea: {session}, {days}.",
        Key::RoleNobody => "Alguien tiene que acompañar como “{role}”. En su hogar nadie figura así.",
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

        Key::AskNotYet => {
            "No se pudo preparar el formulario para enviarlo. Pulse Enviar para intentarlo otra vez, o llame al {phone}; lo que escribió sigue aquí."
        }
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
        Key::DateLong => "{day} {date} de {month} de {year}",
        Key::January => "enero",
        Key::February => "febrero",
        Key::March => "marzo",
        Key::April => "abril",
        Key::May => "mayo",
        Key::June => "junio",
        Key::July => "julio",
        Key::August => "agosto",
        Key::September => "septiembre",
        Key::October => "octubre",
        Key::November => "noviembre",
        Key::December => "diciembre",
        Key::NavFailed => "No se pudo abrir. Revise su conexión; lo que escribió sigue aquí.",
    }
}
