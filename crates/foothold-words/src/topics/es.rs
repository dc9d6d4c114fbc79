//! The pages beside the program page, in Spanish, block by block as in `en.rs`.

use super::sources::{
    ADA, ASAM, FMLA, FMLA_PARTS, FMLA_TREATMENT, HELPLINE, LANGUAGE, LINE_988, MEDICARE, PARITY, PART_2, TIP_47,
};
use super::{Level, Topic, Topics};
use crate::prose::{Block, Section};

pub(super) const TOPICS: Topics = Topics {
    levels: LEVELS,
    level_heads: ["Tiempo", "Noches", "Trabajo o estudios", "Para qué es"],
    level_rows: LEVEL_ROWS,
    questions: QUESTIONS,
    money: MONEY,
    start: START,
};

const LEVELS: Topic = Topic {
    title: "Tipos de atención, uno junto a otro | {clinic}",
    description: "Ayuda temprana, consejería semanal, programa ambulatorio intensivo, programa de día, atención residencial y hospital: tiempo, noches, trabajo y para qué es cada uno.",
    name: "Tipos de atención",
    about: "Seis tipos, uno junto a otro",
    heading: "Tipos de atención, uno junto a otro",
    lead: "Más horas no es mejor ni peor. Es lo que ayuda en un momento de la vida. Con cuál empezar lo decide \
           usted junto con un profesional; esta página no decide.",
    sections: &[Section {
        id: "moving",
        eyebrow: "Bueno saberlo",
        title: "Se pasa de uno a otro",
        lead: "Piense en una rampa y no en una escalera: se puede subir y bajar en cualquier punto.",
        blocks: &[
            Block::Fact {
                id: "moving-line",
                title: "Hacia arriba, hacia abajo y de nuevo",
                text: "Los tipos de atención están en una misma línea. La persona pasa a más cuando lo \
                       necesita, y a menos cuando la vida se hace más estable.",
                source: &TIP_47,
            },
            Block::Fact {
                id: "moving-hours",
                title: "Las horas dicen cuánto, no qué tan grave",
                text: "Para adultos, un programa ambulatorio intensivo suele tener de 9 a 19 horas por semana, \
                       y un programa de día 20 o más. Los números y los nombres cambian según el estado y \
                       el plan.",
                source: &ASAM,
            },
            Block::Point {
                id: "moving-when",
                title: "Cuándo cambiar se decide hablando",
                text: "Depende de cómo van las cosas y no de un número fijo de días. Pregunte en cualquier \
                       centro cómo lo deciden y qué puede decir usted.",
            },
        ],
    }],
};

const LEVEL_ROWS: [Level; 6] = [
    Level {
        id: "early",
        name: "Ayuda temprana",
        hours: "Unas pocas conversaciones cortas",
        nights: "En casa",
        work: "Sigue como antes",
        purpose: "Para atender a tiempo el consumo de alcohol o drogas, o el estado de ánimo, antes de que empeore.",
    },
    Level {
        id: "weekly",
        name: "Consejería semanal",
        hours: "Muchas veces 1 o 2 horas por semana, siempre menos de 9",
        nights: "En casa",
        work: "Sigue como antes",
        purpose: "Apoyo constante por más tiempo, o el paso después de un programa con más horas.",
    },
    Level {
        id: "intensive",
        name: "Programa ambulatorio intensivo (IOP)",
        hours: "De 9 a 19 horas por semana para adultos; desde 6 para adolescentes",
        nights: "En casa",
        work: "Muchas veces sigue, si el horario lo permite",
        purpose: "Para cuando una visita por semana no alcanza y no hace falta atención de día y de noche.",
    },
    Level {
        id: "day",
        name: "Programa de día (hospitalización parcial)",
        hours: "20 horas por semana o más, de día",
        nights: "En casa",
        work: "Es difícil combinarlo con un trabajo de día",
        purpose: "La mayor parte del día con personal, y las noches en su propia cama.",
    },
    Level {
        id: "residential",
        name: "Atención residencial",
        hours: "Se vive allí; hay personal de día y de noche",
        nights: "En el centro",
        work: "Casi siempre queda en pausa; algunas casas dan tiempo para trabajar",
        purpose: "Un lugar estable donde vivir mientras sigue el tratamiento.",
    },
    Level {
        id: "hospital",
        name: "Atención en el hospital",
        hours: "Personal médico y de enfermería, de día y de noche",
        nights: "En el hospital",
        work: "Queda en pausa",
        purpose: "Atención médica a toda hora, por el tiempo que haga falta.",
    },
];

const QUESTIONS: Topic = Topic {
    title: "Preguntas comunes | {clinic}",
    description: "Respuestas cortas sobre los programas ambulatorios intensivos: privacidad, duración, grupos por video, medicinas, familia y qué viene después.",
    name: "Preguntas comunes",
    about: "Respuestas cortas, cada una con su propio enlace",
    heading: "Preguntas comunes",
    lead: "Respuestas cortas en palabras sencillas. Si la suya no está aquí, pregúntenos; una persona la lee.",
    sections: &[
        Section {
            id: "before",
            eyebrow: "Antes de empezar",
            title: "Antes de empezar",
            lead: "Lo primero que la gente se pregunta.",
            blocks: &[
                Block::Question {
                    id: "q-length",
                    question: "¿Cuánto dura?",
                    answer: &["Muchos programas duran de 6 a 16 semanas, con menos horas hacia el final. Depende de \
                         usted y del programa. Pregunte qué es lo usual, y qué lo haría más largo o más corto."],
                },
                Block::Question {
                    id: "q-mental-health",
                    question: "¿Es solo para la adicción?",
                    answer: &["No. Algunos programas son para el consumo de sustancias, otros para la salud mental y \
                         otros para las dos cosas a la vez. Pregunte en cuál estaría, y si también atienden lo otro."],
                },
                Block::Question {
                    id: "q-find-out",
                    question: "¿Se van a enterar otras personas?",
                    answer: &["Hay reglas federales que protegen los registros del tratamiento por consumo de \
                         sustancias. Por lo general, un programa necesita su permiso por escrito antes de \
                         contarles a otros, y hay algunas excepciones. Pregunte quién lo sabría, cómo le llaman \
                         y qué manda su plan a la casa."],
                },
                Block::Question {
                    id: "q-online",
                    question: "¿Puedo venir por video?",
                    answer: &["Algunos programas se reúnen por video y otros solo en persona. Hace falta un cuarto \
                         privado y buena conexión, y muchas veces estar en el mismo estado. Pregunte también a su \
                         plan."],
                },
                Block::Question {
                    id: "q-medicine",
                    question: "¿Y mis medicinas?",
                    answer: &["Diga al programa qué toma, y no lo cambie por su cuenta. Muchos programas trabajan \
                         junto con la persona que se las receta. Pregunte si este lo hace."],
                },
                Block::Question {
                    id: "q-language",
                    question: "¿Y si el inglés no es mi idioma?",
                    answer: &[
                        "Muchos programas de salud tienen que ofrecer un intérprete gratis. Pídalo cuando llame. \
                         No necesita traer a un hijo ni a un amigo para que traduzca.",
                    ],
                },
            ],
        },
        Section {
            id: "for-others",
            eyebrow: "Para alguien que usted quiere",
            title: "Para alguien que usted quiere",
            lead: "También puede preguntar por usted.",
            blocks: &[
                Block::Question {
                    id: "q-not-ready",
                    question: "¿Y si esa persona no quiere ayuda?",
                    answer: &[
                        "Usted no puede decidir por otro adulto. Puede elegir un momento tranquilo, decir lo que ve y \
                         lo que desea, y escuchar. Puede ofrecer hacer una llamada juntos.",
                        "Puede llamar al 988 o a la Línea Nacional de Ayuda por usted, para hablar de alguien que le \
                         preocupa.",
                    ],
                },
                Block::Question {
                    id: "q-sign-up",
                    question: "¿Puedo inscribir a alguien?",
                    answer: &[
                        "Por lo general, una persona adulta tiene que decir que sí. Usted puede preguntar por los \
                         horarios, los costos y la primera visita. Si es adolescente, pregunte qué dice la ley de su \
                         estado.",
                    ],
                },
                Block::Question {
                    id: "q-for-me",
                    question: "¿Hay algo para mí?",
                    answer: &[
                        "Muchos programas tienen tiempo en familia. También hay grupos para personas que quieren a \
                         alguien que está en tratamiento. Su propio descanso también cuenta.",
                    ],
                },
            ],
        },
        Section {
            id: "during",
            eyebrow: "Mientras está allí",
            title: "Mientras está allí, y después",
            lead: "Cosas que surgen más adelante.",
            blocks: &[
                Block::Question {
                    id: "q-return",
                    question: "¿Y si tengo una recaída?",
                    answer: &["Dígaselo al programa en cuanto pueda. Muchos lo toman como razón para revisar el plan \
                         con usted. Las reglas varían, así que pregunte antes de empezar."],
                },
                Block::Question {
                    id: "q-worse",
                    question: "¿Y si me siento mucho peor?",
                    answer: &[
                        "Si hay peligro, llame al 911. En una crisis, llame o envíe un mensaje de texto al 988, de \
                         día o de noche. Para español, oprima 2, o envíe AYUDA. Puede que primero oiga un menú y \
                         espere un poco. Después dígaselo al programa, para que el plan pueda cambiar.",
                    ],
                },
                Block::Question {
                    id: "q-belief",
                    question: "¿Tengo que creer en algo?",
                    answer: &[
                        "Algunos programas usan los 12 pasos, otros no, y otros se lo dejan a usted. Pregunte qué \
                         hacen, y si puede elegir.",
                    ],
                },
                Block::Question {
                    id: "q-after",
                    question: "¿Qué viene después?",
                    answer: &[
                        "Muchas veces, menos horas: un grupo o una conversación por semana. Mucha gente también \
                         entra a un grupo de apoyo mutuo. Pregunte qué ayuda hay en los primeros meses después del \
                         programa.",
                    ],
                },
            ],
        },
    ],
};

const MONEY: Topic = Topic {
    title: "Dinero y derechos | {clinic}",
    description: "Qué preguntar sobre el seguro y el precio, qué dice la ley sobre faltar al trabajo por el tratamiento, y un ejemplo con números. Con fuentes y fechas.",
    name: "Dinero y derechos",
    about: "Seguro, permisos, privacidad; con fuentes",
    heading: "Dinero y derechos",
    lead: "Qué preguntar, y qué dice la ley en pocas palabras. No es consejo legal ni una promesa: los planes, \
           los trabajos y los estados son distintos.",
    sections: &[
        Section {
            id: "paying",
            eyebrow: "Pagar",
            title: "Pregunte a su plan de salud",
            lead: "El número está al reverso de su tarjeta. Anote con quién habló, y cuándo.",
            blocks: &[
                Block::Ask { id: "pay-network", text: "¿Este centro está en mi red?" },
                Block::Ask {
                    id: "pay-permission",
                    text: "¿Alguien tiene que aprobarlo antes? ¿Por cuántas semanas cada vez?",
                },
                Block::Ask { id: "pay-visit", text: "¿Cuánto pago por cada visita, y desde qué fecha?" },
                Block::Ask {
                    id: "pay-parts",
                    text: "¿Están incluidas las pruebas, las medicinas y las sesiones de familia?",
                },
                Block::Ask { id: "pay-video", text: "¿Es igual por video?" },
                Block::Ask {
                    id: "pay-no", text: "Si la respuesta es no: ¿me dan la razón por escrito, y cómo apelo?"
                },
                Block::Fact {
                    id: "pay-parity",
                    title: "Muchos planes deben tratarlo igual que otra atención médica",
                    text: "Según una ley federal, muchos planes no pueden poner límites más estrictos a la salud \
                           mental y al consumo de sustancias que a otra atención médica. No se aplica a todos \
                           los planes, y partes de las reglas más nuevas están en pausa.",
                    source: &PARITY,
                },
                Block::Fact {
                    id: "pay-medicare",
                    title: "Medicare tiene un beneficio para esto",
                    text: "Desde enero de 2024, la Parte B de Medicare tiene un beneficio para programas \
                           ambulatorios intensivos en ciertos centros. Pregunte si el suyo es uno.",
                    source: &MEDICARE,
                },
                Block::Fact {
                    id: "pay-without",
                    title: "Sin seguro",
                    text: "Pregunte por un precio según sus ingresos y por Medicaid en su estado. La Línea Nacional \
                           de Ayuda puede nombrarle lugares cercanos: 1-800-662-4357, de día y de noche, gratis.",
                    source: &HELPLINE,
                },
            ],
        },
        Section {
            id: "time-off",
            eyebrow: "Permisos",
            title: "Permiso en el trabajo",
            lead: "En recursos humanos saben cuáles de estas leyes se aplican en su caso.",
            blocks: &[
                Block::Fact {
                    id: "off-fmla",
                    title: "Hasta 12 semanas, sin sueldo",
                    text: "La FMLA es una ley federal. Puede darle hasta 12 semanas de permiso sin sueldo en un año, \
                           y su plan de salud continúa. Es para empleadores con 50 empleados o más, y para quienes \
                           trabajaron allí 12 meses y 1,250 horas.",
                    source: &FMLA,
                },
                Block::Fact {
                    id: "off-treatment",
                    title: "Para el tratamiento, y para cuidar a la familia",
                    text: "El permiso por consumo de sustancias es para el tratamiento que da un proveedor de \
                           salud, o un servicio al que ese proveedor le envía. Faltar por consumir no está \
                           protegido. También es posible pedir permiso para cuidar a un familiar en tratamiento.",
                    source: &FMLA_TREATMENT,
                },
                Block::Fact {
                    id: "off-parts",
                    title: "Horas en vez de semanas",
                    text: "Cuando es necesario por razones médicas, el permiso se puede tomar por partes del \
                           día. Solo se cuenta el tiempo que usted falta al trabajo.",
                    source: &FMLA_PARTS,
                },
                Block::Point {
                    id: "off-sum",
                    title: "Un ejemplo, en números",
                    text: "Tres sesiones por semana, cada una con 4 horas fuera del trabajo: 12 de 40 horas. Es 0.3 de \
                           una semana de permiso, cada semana. En 12 semanas son 3.6 de las 12. Es una cuenta de \
                           ejemplo; pregunte en recursos humanos.",
                },
                Block::Fact {
                    id: "off-ada",
                    title: "Otro turno, otro descanso",
                    text: "La ADA puede permitir que una persona en tratamiento o en recuperación pida cambios, como \
                           otro turno, descansos más largos o un permiso. No protege el uso actual de drogas \
                           ilegales.",
                    source: &ADA,
                },
                Block::Point {
                    id: "off-state",
                    title: "Su estado puede agregar algo",
                    text: "Algunos estados tienen permisos pagados o leyes sobre el tiempo para el tratamiento. \
                           Pregunte en recursos humanos o en la oficina de trabajo de su estado.",
                },
            ],
        },
        Section {
            id: "privacy",
            eyebrow: "Privacidad",
            title: "Quién puede saberlo",
            lead: "Pregunte antes de contar.",
            blocks: &[
                Block::Fact {
                    id: "privacy-part-2",
                    title: "Reglas especiales para los registros de adicción",
                    text: "Una regla federal, 42 CFR Parte 2, protege los registros de muchos programas de adicción \
                           más que otros registros de salud. Desde febrero de 2026 se puede presentar una queja al \
                           gobierno cuando no se cumple.",
                    source: &PART_2,
                },
                Block::Fact {
                    id: "privacy-language",
                    title: "En su idioma",
                    text: "Muchos programas de salud tienen que dar ayuda con el idioma, gratis y de buena calidad.",
                    source: &LANGUAGE,
                },
                Block::Fact {
                    id: "privacy-988",
                    title: "El 988 no cuesta nada",
                    text: "Puede llamar, mandar un mensaje de texto o usar el chat, de día y de noche. Para español, \
                           oprima 2. Al comienzo oye un menú y quizás espere.",
                    source: &LINE_988,
                },
            ],
        },
    ],
};

const START: Topic = Topic {
    title: "Cómo empezar, y qué preguntar | {clinic}",
    description: "Tres pasos para empezar un programa ambulatorio intensivo, y una lista de preguntas para cualquier centro, para marcar o imprimir.",
    name: "Cómo empezar",
    about: "Tres pasos, y una lista para imprimir",
    heading: "Cómo empezar, paso a paso",
    lead: "Marque lo que quiere preguntar, e imprima la página o déjela abierta mientras llama. Las marcas se \
           borran al cerrarla.",
    sections: &[
        Section {
            id: "step-look",
            eyebrow: "Paso 1",
            title: "Mire sus opciones",
            lead: "Un buen lugar contesta esto con gusto.",
            blocks: &[
                Block::Ask { id: "look-license", text: "¿Tienen licencia del estado?" },
                Block::Ask { id: "look-people", text: "¿Con quién trabajaría, y qué formación tiene?" },
                Block::Ask { id: "look-methods", text: "¿Qué métodos usan, y qué evidencia los respalda?" },
                Block::Ask { id: "look-medicine", text: "¿Atienden a personas que toman medicinas para esto?" },
                Block::Ask { id: "look-respect", text: "¿Cómo cuidan que a todos se les trate con respeto?" },
            ],
        },
        Section {
            id: "step-ask",
            eyebrow: "Paso 2",
            title: "Pregunte por horarios, dinero y apoyo",
            lead: "Tenga a mano su calendario y su tarjeta del seguro.",
            blocks: &[
                Block::Ask { id: "ask-times", text: "¿Qué días y horas hay? ¿Puedo cambiar de grupo después?" },
                Block::Ask { id: "ask-weeks", text: "¿Cuántas semanas es lo usual?" },
                Block::Ask { id: "ask-first", text: "¿Cuándo sería la primera visita, y cuánto dura?" },
                Block::Ask { id: "ask-missed", text: "¿Qué pasa si falto a una sesión?" },
                Block::Ask { id: "ask-price", text: "¿Cuánto pagaría en total? ¿Lo revisan con mi plan?" },
                Block::Ask { id: "ask-rides", text: "¿Hay transporte, ayuda para llegar o cuidado de niños?" },
                Block::Ask { id: "ask-family", text: "¿Cómo puede participar mi familia?" },
                Block::Ask {
                    id: "ask-letter",
                    text: "¿Escriben cartas para pedir permiso en el trabajo o la escuela?",
                },
                Block::Ask { id: "ask-after", text: "¿Qué ayuda hay después del programa?" },
            ],
        },
        Section {
            id: "step-reach",
            eyebrow: "Paso 3",
            title: "Llame o escriba",
            lead: "Para empezar basta una llamada corta. Puede decir: “Quiero preguntar por su programa”.",
            blocks: &[
                Block::Point {
                    id: "reach-call",
                    title: "Cómo es la primera llamada",
                    text: "Alguien le pregunta su nombre, cómo comunicarse con usted y qué busca. Usted puede preguntar \
                           primero. No tiene que contar su historia, y puede parar cuando quiera.",
                },
                Block::Point {
                    id: "reach-for",
                    title: "Si llama por otra persona",
                    text: "Dígalo al comienzo. Puede preguntar todo lo que está en esta lista.",
                },
                Block::Point {
                    id: "reach-next",
                    title: "Qué sigue",
                    text: "Muchas veces, una primera visita con una evaluación inicial. Después usted y el personal \
                           acuerdan un plan, o le nombran otro tipo de ayuda por el que vale la pena preguntar.",
                },
            ],
        },
    ],
};
