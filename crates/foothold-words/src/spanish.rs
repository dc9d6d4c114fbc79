//! The catalogue of short texts that the screens use, in Spanish of the United States: what a page says
//! at once. What is said later is in `spanish_later.rs`.
//!
//! We speak with "usted" and put the person first; the words for treatment are those of the
//! National Institute on Drug Abuse in Spanish ("trastorno por consumo de sustancias",
//! "programa ambulatorio intensivo"). English is in `catalogue.rs`.

use crate::Key;
use crate::spanish_later::later;

/// The texts in Spanish, in the order of [`Key::ALL`]. A missing one does not compile, nor does one in the
/// wrong file: the compiler then names its key.
pub(crate) const SPANISH: [&str; Key::ALL.len()] = {
    let mut texts = [""; Key::ALL.len()];
    let mut at = 0;
    while at < texts.len() {
        #[expect(clippy::indexing_slicing, reason = "worked out by the compiler, within both lists")]
        {
            texts[at] = if at < Key::FIRST { first(Key::ALL[at]) } else { later(Key::ALL[at]) };
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
const fn first(key: Key) -> &'static str {
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
        Key::PlanBack => "Deshacer el último cambio",
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
        Key::PlanInWeek => "Está en su semana",
        Key::PlanTry => "Probarlo",
        Key::PlanTryOf => "Probarlo: {track}, como si ya le hubieran dicho que sí",
        Key::BringOpen => "Traer un calendario",
        Key::DetailOpen => "Más sobre esta respuesta",
        Key::PlanWeekTitle => "Su semana con {track}",
        Key::PlanWeekBare => "Su semana",
        Key::PlanWeekText => "La misma semana en palabras",
        Key::PlanWeekFree => "{day}: nada",
        Key::PlanWeekDay => "{day}: {items}",
        Key::PlanWeekItem => "{what} {span}",
        Key::WeeksOpen => "Ver las semanas distintas",
        Key::TableOpen => "En una tabla",
        Key::HandsOpen => "Mover cosas en el dibujo",
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
        Key::RowListed => "En ciertas fechas",
        Key::RowPattern => "Los días del ciclo",
        Key::RowPatternHint => {
            "Por ejemplo 2-2-3, DuPont, o DDNN---- con D para un turno de día, N para un turno de noche y - para un día libre."
        }
        Key::RowAnchor => "Primer día de un ciclo",
        Key::RowAnchorHint => "Vacío quiere decir el día en que empezaría con nosotros.",
        Key::RowNight => "Turnos de noche",
        Key::RowNightHint => "Desde y hasta, como 7pm-7am.",
        Key::RowUnderstoodCycle => "un ciclo de {n} días ({days})",
        Key::CycleOn => "{n} de trabajo",
        Key::CycleNights => "{n} de noche",
        Key::CycleOff => "{n} libres",
        Key::RowMore => "Viaje, pausas, un final",
        Key::PlanWays => "Más sobre el viaje",
        Key::QuickSchool => "Un día de clases",
        Key::QuickDupont => "Turnos DuPont",
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
        Key::AskIncomplete => "Aquí no se puede calcular esta opción. Por favor pregunte, y vea si le queda bien.",
        Key::NotProven => {
            "Esta semana tiene tantas posibilidades que dejamos de buscar. Puede haber una manera mejor que esta."
        }
        Key::WeekHours => "{hours} por semana",

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

        Key::AskNotYet => {
            "No se pudo preparar el formulario para enviarlo. Pulse Enviar para intentarlo otra vez, o llame al {phone}; lo que escribió sigue aquí."
        }
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
        _ => panic!("{}", key.name()),
    }
}
