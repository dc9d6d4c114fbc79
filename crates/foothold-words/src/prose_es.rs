//! The text of the program page in Spanish, block by block as in `prose.rs`, which also holds the
//! sources of every fact.

use crate::prose::{Block, Hero, Section};

/// The top of the program page.
pub(crate) const HERO: Hero = Hero {
    eyebrow: "Programa ambulatorio intensivo",
    title: "Ayuda de verdad cada semana.\nEn casa cada noche.",
    lead: "Sesiones individuales, grupos y talleres unos días a la semana. Su trabajo, sus estudios \
           y su gente pueden seguir siendo parte de su vida.",
    plan_action: "¿Puedo seguir trabajando?",
    happens_action: "Ver qué se hace allí",
    week_caption: "Una semana de ejemplo: un trabajo de tiempo completo, y sesiones con nosotros \
                   tres noches por semana.",
};

/// The program page below its top, in reading order.
pub(crate) const SECTIONS: &[Section] = &[WHAT, WHO, HAPPENS, AVERAGE_WEEK, BENEFITS, WORKING, EXPECT, START, HOPE];

const WHAT: Section = Section {
    id: "what",
    eyebrow: "Qué es",
    title: "Un tratamiento que le deja vivir en casa",
    lead: "Un programa ambulatorio intensivo (IOP, por sus siglas en inglés) es un tratamiento para \
           la adicción o la salud mental. Usted viene a horas fijas y vive en su casa.",
    blocks: &[
        Block::Text {
            id: "what-a-lot",
            text: "Una adicción o un problema de salud mental puede pesar mucho. Es normal sentir \
                   nervios al buscar ayuda, para usted o para alguien que quiere. También es normal \
                   preguntarse cómo combinar el tratamiento con el trabajo, los estudios o las \
                   personas que le necesitan.",
        },
        Block::Text {
            id: "what-at-home",
            text: "En la atención residencial, la persona vive en el centro de tratamiento, y no \
                   todos pueden. En un IOP, usted viene varios días por semana a unas horas de \
                   terapia, grupos y talleres. Después vuelve a su casa.",
        },
        Block::Text {
            id: "what-between",
            text: "Es más que una visita por semana y menos que la atención residencial. Muchos \
                   programas tienen de 9 a 19 horas por semana para adultos; para adolescentes \
                   pueden ser 6. Muchos duran de 6 a 16 semanas. El suyo se lo dirá.",
        },
        Block::Text {
            id: "what-you-get",
            text: "Usted recibe un plan claro, personas que le guían y habilidades para practicar. \
                   Queda lugar para su rutina y para lo que tiene a su cargo.",
        },
    ],
};

const WHO: Section = Section {
    id: "who",
    eyebrow: "Para quién puede ser",
    title: "La gente viene por distintas razones",
    lead: "Quizás se reconozca en una de estas, o reconozca a alguien que quiere. Esta página no \
           decide; eso lo hacen juntos usted y un profesional.",
    blocks: &[
        Block::Point {
            id: "who-after-residential",
            title: "Vuelve a casa después de una atención residencial",
            text: "Quiere que el apoyo siga mientras se acomoda de nuevo.",
        },
        Block::Point {
            id: "who-mild-to-moderate",
            title: "No necesita atención de día y de noche",
            text: "Su consumo de sustancias es de leve a moderado. No necesita atención médica por \
                   síntomas de abstinencia, ni personal a su lado a toda hora.",
        },
        Block::Point {
            id: "who-duties",
            title: "No puede irse a vivir a un centro",
            text: "Sus hijos, su trabajo o sus estudios le necesitan donde está.",
        },
        Block::Point {
            id: "who-extra-support",
            title: "Ya tuvo tratamiento antes",
            text: "Quiere más apoyo para prevenir una recaída, o todavía hay lugares, personas o \
                   estados de ánimo que le atraen hacia el consumo.",
        },
        Block::Point {
            id: "who-step-up",
            title: "Una conversación por semana no alcanza",
            text: "Ya ve a alguien por su salud mental o por el consumo de sustancias, y ahora \
                   necesita más.",
        },
        Block::Text {
            id: "who-unsure",
            text: "¿No sabe? Un profesional de tratamiento puede escuchar, preguntar y buscar con \
                   usted la atención que responda a lo que necesita. Puede empezar con {clinic}.",
        },
    ],
};

const HAPPENS: Section = Section {
    id: "happens",
    eyebrow: "Qué se hace allí",
    title: "Hablar, escuchar, aprender, probar",
    lead: "Cada programa es distinto; los números de aquí son ejemplos.",
    blocks: &[
        Block::Card {
            id: "happens-one-to-one",
            title: "Sesión individual",
            text: "Usted y un consejero con licencia ven juntos qué se le hace difícil y buscan \
                   maneras sanas de manejarlo.",
            more: &[
                "Habla de su semana y elige una cosa para trabajar, como el sueño, las ganas fuertes \
                 de consumir o una conversación difícil en casa.",
                "Lo común es unos 50 minutos, una vez por semana. Muchas veces se ponen de acuerdo en \
                 la hora. No hace falta contarlo todo de una vez.",
            ],
        },
        Block::Card {
            id: "happens-group",
            title: "Grupo",
            text: "Se reúne con personas que conocen esto por su propia vida. Cuentan lo que han \
                   pasado, y se dan ánimo entre todos.",
            more: &[
                "Un consejero guía el grupo. Cada quien dice cómo le fue, y los demás responden con lo \
                 que les ayudó. A veces practican algo juntos, como decir que no.",
                "Un grupo suele tener de 8 a 12 personas y durar tres horas, con descansos.",
                "Puede pedir solo escuchar al principio, o contestar “hoy no” a una pregunta. Pregunte \
                 también qué parte de lo que se dice no sale del grupo.",
            ],
        },
        Block::Card {
            id: "happens-workshop",
            title: "Taller",
            text: "Aprende cómo funciona la adicción, cómo prevenir una recaída, cómo manejar el \
                   estrés y cómo seguir bien a la larga.",
            more: &[
                "Piense en una clase pequeña. Alguien explica un tema y usted lo prueba: un plan para \
                 el viernes por la noche, o una manera de calmarse.",
                "Puede durar 90 minutos, la mitad de una visita de tres horas. Nadie le pone nota, y \
                 no tiene que contar su propia historia.",
            ],
        },
        Block::Card {
            id: "happens-family",
            title: "Tiempo en familia",
            text: "Las personas cercanas a usted pueden aprender qué ayuda, hacer sus preguntas y ser \
                   escuchadas.",
            more: &[
                "Usted y su familia pueden reunirse con un consejero a solas, o con otras familias. \
                 Hablan de la confianza, de los límites y de cómo es un buen día en casa.",
                "Puede ser cada semana o de vez en cuando, hasta por tres horas.",
                "Los adultos muchas veces eligen a quién traer, y un amigo puede contar como familia. \
                 Los programas para adolescentes pueden pedir que venga la madre o el padre.",
            ],
        },
    ],
};

const AVERAGE_WEEK: Section = Section {
    id: "average-week",
    eyebrow: "Un ejemplo",
    title: "Cómo pueden ser tres días",
    lead: "Una semana inventada. La suya sale de su propio plan.",
    blocks: &[
        Block::Point {
            id: "week-group",
            title: "Lunes: grupo",
            text: "El tema es cómo hablar entre nosotros. Usted practica decir lo que necesita y \
                   escuchar a los demás.",
        },
        Block::Point {
            id: "week-review",
            title: "Miércoles: sesión individual",
            text: "Mira hacia atrás con su consejero. ¿Qué se hizo más fácil? ¿Qué sigue siendo \
                   difícil? ¿Qué viene ahora?",
        },
        Block::Point {
            id: "week-workshop",
            title: "Jueves: taller",
            text: "Aprende qué son las ganas fuertes de consumir y prueba maneras de dejarlas pasar.",
        },
        Block::Text {
            id: "week-together",
            text: "Las partes se apoyan unas a otras. Aprende algo en el taller, lo prueba en el \
                   grupo, lo usa en casa y lo conversa con su consejero. Juntas pueden darle un suelo más \
                   firme.",
        },
    ],
};

const BENEFITS: Section = Section {
    id: "benefits",
    eyebrow: "Por qué lo eligen",
    title: "Cuatro cosas buenas",
    lead: "Lo que a la gente le gusta, y qué preguntar.",
    blocks: &[
        Block::Point {
            id: "benefits-flexible",
            title: "Deja lugar para su vida",
            text: "Muchos programas tienen horarios de día y de noche. Busque uno que respete su \
                   trabajo y su tiempo con la familia.",
        },
        Block::Point {
            id: "benefits-cost",
            title: "Puede costar menos",
            text: "No se paga por pasar la noche, así que el precio puede ser menor que en la \
                   atención residencial. Muchos planes de salud no pueden poner reglas más estrictas \
                   a la salud mental y al consumo de sustancias que a otra atención médica. Pregunte a su \
                   plan y a {clinic} cuánto pagaría.",
        },
        Block::Point {
            id: "benefits-practice",
            title: "Practica en la vida real",
            text: "Lo que aprende hoy lo puede probar esta noche: en casa, en el trabajo o en clase.",
        },
        Block::Point {
            id: "benefits-peers",
            title: "Conoce a personas que entienden",
            text: "Estar con otros que enfrentan lo mismo puede aliviar la soledad y hacerle sentir parte \
                   de un grupo.",
        },
        Block::Text {
            id: "benefits-step",
            text: "Para muchas personas, es un buen paso hacia la vida que quieren recuperar.",
        },
    ],
};

const WORKING: Section = Section {
    id: "working",
    eyebrow: "Trabajo, estudios, familia",
    title: "¿Puedo seguir con mi trabajo y mi familia?",
    lead: "Muchas veces sí. No todos los horarios se combinan con todas las semanas, así que \
           conviene revisar.",
    blocks: &[
        Block::Text {
            id: "working-both",
            text: "Un IOP está hecho para personas con días llenos. Muchas trabajan, estudian o crían \
                   hijos y aun así vienen a sus sesiones. Reciben ayuda, y siguen ahí para su \
                   familia.",
        },
        Block::Point {
            id: "working-evenings",
            title: "La noche ayuda, y hay que organizarse",
            text: "Un grupo por la noche puede dejar libre el día de trabajo. Si tiene hijos, quizás \
                   alguien tenga que estar con ellos.",
        },
        Block::Point {
            id: "working-planner",
            title: "Pruébelo con su propia semana",
            text: "Ponga sus horas fijas en nuestra herramienta. Le muestra qué queda bien y, donde \
                   algo no se combina, qué podría cambiar. Lo que escribe se queda en esta página \
                   hasta que usted decida compartirlo.",
        },
        Block::Point {
            id: "working-leave",
            title: "Si necesita faltar al trabajo",
            text: "Leyes como la FMLA pueden darle permiso sin sueldo para el tratamiento, incluso \
                   por una parte del día. Depende de su trabajo y de su estado. Pregunte en recursos \
                   humanos qué se aplica en su caso, y pregunte a {clinic} por los papeles.",
        },
    ],
};

const EXPECT: Section = Section {
    id: "expect",
    eyebrow: "Preguntas",
    title: "Qué puede esperar",
    lead: "Respuestas cortas a preguntas comunes.",
    blocks: &[
        Block::Question {
            id: "expect-first-visit",
            question: "¿Qué pasa en la primera visita?",
            answer: &[
                "Debe sentirse bienvenido o bienvenida: es un lugar para sanar, no para que le \
                 juzguen.",
                "Empieza con una evaluación inicial. Alguien le pregunta por su salud, sus días y lo \
                 que espera, para saber qué necesita. Puede durar 90 minutos.",
            ],
        },
        Block::Question {
            id: "expect-schedule",
            question: "¿Van a tomar en cuenta mi vida?",
            answer: &["Después de la evaluación recibe un horario. Hable de sus turnos, sus clases y \
                 sus hijos, para que lo planeen alrededor de eso. Las horas de los grupos muchas \
                 veces son fijas, así que pregunte qué se puede mover."],
        },
        Block::Question {
            id: "expect-mix",
            question: "¿Qué voy a hacer allí?",
            answer: &["Una mezcla: distintas terapias, aprender, tiempo con otras personas y metas que \
                 usted se pone. Algunos programas de adicción también piden pruebas de orina o de \
                 aliento."],
        },
        Block::Question {
            id: "expect-team",
            question: "¿Qué hacen los profesionales?",
            answer: &["Le guían desde la primera conversación hasta la última, ven cómo va y cambian el \
                 plan con usted. Cuando empieza otra etapa, muchas veces con menos horas, le ayudan \
                 a acostumbrarse."],
        },
        Block::Question {
            id: "expect-missed",
            question: "¿Y si falto a una sesión?",
            answer: &["Llame en cuanto lo sepa. Muchos programas tienen una regla sobre las faltas, y \
                 algunos son estrictos. Pregunte antes de empezar."],
        },
        Block::Question {
            id: "expect-speaking",
            question: "¿Tengo que hablar en el grupo?",
            answer: &["Puede empezar con poco: decir su nombre y escuchar. Si hablar le da miedo, dígale \
                 al consejero antes del primer grupo."],
        },
        Block::Question {
            id: "expect-withdrawal",
            question: "¿Y si necesito atención médica por síntomas de abstinencia?",
            answer: &[
                "Hable con un profesional médico antes de dejar de consumir. Dejar algunas sustancias \
                 de golpe puede ser peligroso.",
                "Un IOP no le vigila de día y de noche. Si primero necesita eso, un IOP puede venir \
                 después.",
            ],
        },
        Block::Question {
            id: "expect-evidence",
            question: "¿Cómo se compara con la atención residencial?",
            answer: &[
                "Los estudios sobre el consumo de sustancias encontraron resultados comparables a la \
                 atención residencial, para personas con poco riesgo de síntomas de \
                 abstinencia, de problemas de salud o de síntomas de salud mental. No pueden decir \
                 cómo le irá a una persona.",
                "Fuente: SAMHSA Advisory, 2021.",
            ],
        },
    ],
};

const START: Section = Section {
    id: "start",
    eyebrow: "Cómo empezar",
    title: "Tres pasos, a su ritmo",
    lead: "No necesita tenerlo todo resuelto.",
    blocks: &[
        Block::Step {
            id: "start-look",
            title: "Mire sus opciones",
            text: "Busque un lugar donde la gente sea amable y el tratamiento tenga respaldo \
                   científico. Pregunte qué métodos usan y por qué.",
        },
        Block::Step {
            id: "start-ask",
            title: "Pregunte",
            text: "Pregunte por los horarios, el seguro y el precio, y por apoyos como el transporte o \
                   la ayuda después del programa.",
        },
        Block::Step {
            id: "start-reach-out",
            title: "Llame o escriba",
            text: "Su llamada o su mensaje llega a una persona de {clinic} que está ahí para ayudar.",
        },
    ],
};

const HOPE: Section = Section {
    id: "hope",
    eyebrow: "Desde aquí",
    title: "La recuperación es posible",
    lead: "Para usted, y para las personas que le importan.",
    blocks: &[
        Block::Text { id: "hope-steps", text: "Se sana paso a paso. Hoy solo le hace falta el siguiente." },
        Block::Text {
            id: "hope-together",
            text: "No tiene que hacerlo a solas. Un IOP le da un plan, personas a su lado y \
                   espacio para moverse, mientras la vida de cada día sigue.",
        },
        Block::Text {
            id: "hope-clinic",
            text: "Cuando quiera que algo cambie, {clinic} está aquí para el siguiente paso. La \
                   esperanza y la ayuda pueden estar más cerca de lo que parece.",
        },
    ],
};
