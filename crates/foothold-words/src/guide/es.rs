//! The guide in Spanish.

use super::{Answer, Guide, Item, Question};

const fn answer(id: &'static str, label: &'static str, said: &'static str) -> Answer {
    Answer { id, label, said }
}

const fn item(id: &'static str, title: &'static str, text: &'static str) -> Item {
    Item { id, title, text }
}

pub(super) const GUIDE: Guide = Guide {
    title: "¿Será algo para mí o para alguien que quiero? | {clinic}",
    description: "Seis preguntas cortas sobre la vida diaria y los deseos. Terminan en personas con quienes hablar, otra ayuda y preguntas que vale la pena hacer.",
    name: "¿Será algo para mí?",
    about: "Seis preguntas sobre la vida diaria, para usted o alguien que quiere",
    heading: "¿Será algo para mí o para alguien que quiero?",
    lead: "Seis preguntas cortas sobre la vida diaria. Puede dejar cualquiera sin contestar. Terminan en cosas que \
           vale la pena preguntar; qué tipo de ayuda será, lo decide usted junto con un profesional.",
    first_title: "Llame primero si …",
    first: &[
        "alguien está en peligro ahora o se siente muy mal: {911}",
        "alguien piensa en el suicidio o ya no puede más: llame o mande un texto al {988}, de día o de noche; para español, oprima 2 o mande AYUDA",
        "alguien quiere dejar de beber o de consumir: hable antes con un profesional médico",
        "prefiere hablar en vez de leer: {phone}",
    ],
    first_end: "Si nada de esto es así, siga abajo.",
    count: "Pregunta {at} de {of}",
    why: "Por qué preguntamos:",
    questions: [
        Question {
            id: "whom",
            ask: "¿Para quién busca?",
            why: "Las dos son buenas razones para estar aquí. Una parte de lo que ayuda es un poco distinta.",
            answers: &[
                answer("me", "Para mí", "Usted busca para sí."),
                answer("loved", "Para alguien que quiero", "Usted busca para alguien que quiere."),
                answer("unsure", "Todavía no sé", "Todavía no sabe para quién."),
            ],
        },
        Question {
            id: "now",
            ask: "¿Ya hay alguien que ayuda?",
            why: "La ayuda nueva funciona mejor cuando se une a la que ya hay.",
            answers: &[
                answer("nobody", "Hasta ahora, nadie", "Hasta ahora no ayuda nadie."),
                answer(
                    "somebody",
                    "Un consejero, un médico o un grupo",
                    "Ya ayuda un consejero, un médico o un grupo.",
                ),
                answer("returning", "Antes hubo ayuda", "Antes hubo ayuda."),
                answer("unsure", "No sé", "No sabe quién ayuda ya."),
            ],
        },
        Question {
            id: "days",
            ask: "¿Qué ocupa la mayoría de sus días?",
            why: "Las sesiones tienen horas fijas. Conviene saber pronto con qué se tienen que combinar.",
            answers: &[
                answer("daytime", "Trabajo o escuela de día", "El trabajo o la escuela ocupa el día."),
                answer("evenings", "Trabajo por la tarde o la noche", "El trabajo ocupa tardes o noches."),
                answer("caring", "Cuidar a niños o a otras personas", "Hay niños u otras personas que cuidar."),
                answer("open", "Hay muchas horas libres", "Hay muchas horas libres."),
                answer("unsure", "Cambia, o no sé", "Cambia, o no sabe qué ocupa los días."),
            ],
        },
        Question {
            id: "way",
            ask: "¿Cómo sería llegar varias veces por semana?",
            why: "Un camino muy largo es una razón común para faltar. Mucho se puede arreglar.",
            answers: &[
                answer("easy", "Bastante fácil", "Llegar es bastante fácil."),
                answer("ride", "Difícil sin quien me lleve", "Llegar es difícil sin transporte."),
                answer("video", "Sería mejor por video", "Sería mejor por video."),
                answer("unsure", "No sé", "No sabe cómo llegaría."),
            ],
        },
        Question {
            id: "people",
            ask: "¿Participarían familiares o amigos?",
            why: "Muchos programas tienen tiempo para ellos. Es una decisión, y puede cambiar.",
            answers: &[
                answer("join", "Sí, algunos", "Participarían familiares o amigos."),
                answer("alone", "Mejor no", "Sería mejor sin familiares ni amigos."),
                answer("unsure", "No sé", "No sabe quién participaría."),
            ],
        },
        Question {
            id: "wish",
            ask: "¿Qué ayudaría más ahora mismo?",
            why: "Para que al final esté primero lo que usted busca.",
            answers: &[
                answer("talk", "Hablar con una persona", "Lo que más ayudaría es hablar con una persona."),
                answer(
                    "week",
                    "Ver si se combina con la semana",
                    "Lo que más ayudaría es ver si se combina con la semana.",
                ),
                answer("money", "Saber de dinero", "Lo que más ayudaría es saber de dinero."),
                answer("look", "Mirar con calma", "Lo que más ayudaría es mirar con calma."),
                answer("unsure", "No sé", "No sabe qué ayudaría más."),
            ],
        },
    ],
    back: "Atrás",
    next: "Siguiente pregunta",
    finish: "Ver qué vale la pena preguntar",
    end_title: "Qué podría hacer ahora",
    end_lead: "Nada de esto es obligación, y nada dice lo que usted tiene. Tome lo que le sirva.",
    others_title: "Otra ayuda por la que vale la pena preguntar",
    asks_title: "Preguntas que puede hacer en cualquier lugar",
    items: [
        item(
            "talk",
            "Hable con nosotros",
            "Preguntar no es inscribirse, y puede parar cuando quiera. Puede preguntar por usted o por otra persona.",
        ),
        item(
            "program",
            "Vale la pena preguntar por este programa",
            "Vea qué se hace aquí y cuándo nos reunimos. Si es lo que busca, se ve junto con el personal en una primera visita.",
        ),
        item(
            "planner",
            "Vea si se combina con la semana",
            "Ponga lo que ocupa los días y vea qué horarios quedan bien.",
        ),
        item(
            "money",
            "Lea sobre dinero y permisos",
            "Qué preguntar al plan de salud y qué dice la ley, en pocas palabras.",
        ),
        item(
            "start",
            "Lleve una lista",
            "Tres pasos para empezar, y preguntas para marcar para cualquier lugar al que llame.",
        ),
        item(
            "kinds",
            "Vea todos los tipos de atención",
            "Menos horas o más, en casa o no: lado a lado, para saber qué hay.",
        ),
        item(
            "known",
            "Pregunte a quienes le conocen",
            "Un consejero, un médico o un grupo de confianza quizás sepa cuál es un buen paso. Con su permiso, podemos hablar con ellos.",
        ),
        item(
            "helpline",
            "Pregunte qué hay cerca",
            "La Línea Nacional de Ayuda nombra lugares cercanos y lo que cuestan: 1-800-662-4357, de día y de noche, gratis. Es para información.",
        ),
        item(
            "family",
            "Busque ayuda para familiares y amigos",
            "Hay grupos para quienes quieren a alguien. También puede pedir ayuda para usted.",
        ),
        item("ask-others", "¿Qué otros tipos de ayuda mirarían, y por qué?", ""),
        item("ask-first", "¿Qué pasa en la primera visita, y quién decide lo que sigue?", ""),
        item("ask-times", "¿Qué días y horas hay, y pueden cambiar después?", ""),
        item("ask-children", "¿Hay ayuda con el cuidado de niños o de otras personas en casa?", ""),
        item("ask-ride", "¿Hay transporte, o ayuda para llegar?", ""),
        item("ask-video", "¿Puede ser por video una parte?", ""),
        item("ask-family", "¿Cómo pueden participar familiares o amigos, si todos quieren?", ""),
        item("ask-price", "¿Cuánto costaría en total, y lo revisan con el plan de salud?", ""),
    ],
    because: "Por qué está aquí:",
    worth: "Vale la pena verlo cuando:",
    answers_title: "Sus respuestas",
    kept: "Están solo en esta ventana y se borran al cerrarla. No se envían a nadie.",
    change: "Cambiar",
    over: "Empezar de nuevo",
};
