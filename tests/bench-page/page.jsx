// A page with what people build such planners from: a week grid that shows what was typed into a form. One row and no
// answer: less than ours does, so that nobody can say it was made slow.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import FullCalendar from "@fullcalendar/react";
import timeGridPlugin from "@fullcalendar/timegrid";
import { Field, Form, Formik } from "formik";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const row = { what: "", from: "09:00", to: "17:00", days: ["Mon", "Tue", "Wed", "Thu", "Fri"] };

const offers = [
  { title: "Morning track", daysOfWeek: [1, 2, 4], startTime: "09:00", endTime: "12:00" },
  { title: "Evening track", daysOfWeek: [1, 2, 3, 4], startTime: "17:30", endTime: "20:30" },
];

function Week({ typed }) {
  const own = { title: typed.what || "Work", daysOfWeek: typed.days.map((day) => DAYS.indexOf(day)), startTime: typed.from, endTime: typed.to };
  return <FullCalendar plugins={[timeGridPlugin]} initialView="timeGridWeek" headerToolbar={false} allDaySlot={false} height="auto" events={[...offers, own]} />;
}

function Planner() {
  const [typed, setTyped] = useState(row);
  const validate = (values) => {
    setTyped(values);
    return values.what ? {} : { what: "What is it?" };
  };
  return (
    <Formik initialValues={row} validate={validate} onSubmit={() => {}}>
      {({ values, errors }) => (
        <Form>
          <label>What <Field name="what" id="what" /></label>
          {errors.what && <p>{errors.what}</p>}
          <label>From <Field name="from" type="time" /></label>
          <label>To <Field name="to" type="time" /></label>
          <fieldset>
            <legend>Days</legend>
            {DAYS.map((day) => <label key={day}><Field type="checkbox" name="days" value={day} /> {day}</label>)}
          </fieldset>
          <p id="answer" role="status">{values.what && `${values.what}, ${values.from} to ${values.to}`}</p>
          <Week typed={typed} />
        </Form>
      )}
    </Formik>
  );
}

createRoot(document.querySelector("#planner")).render(<Planner />);
