//! The tool behind `./dev`: set-up, build, local servers, sizes and tests, with nothing but Rust's standard
//! library where that is enough.
//!
//! Start reading here: each command is one function. [`build`] makes the folder that is uploaded, [`lanes`]
//! checks everything, [`serve`] and [`inbox`] are the two local servers.

mod again;
mod build;
mod finish;
mod http;
mod inbox;
mod lanes;
mod look;
mod markup;
mod options;
mod place;
mod release;
mod run;
mod serve;
mod setup;
mod size;
mod stamp;
mod trouble;

use std::process::ExitCode;
use std::thread;

use inbox::Inbox;
use inbox::mode::Mode;
use inbox::store::Store;
use lanes::oracle::{self, Questions};
use lanes::{Choice, Lane};
use lanes::{bench, bench_page, lighthouse, real};
use options::Options;
use serve::{DEMO_INBOX, Site};
use trouble::{Outcome, Trouble};

const HELP: &str = "\
./dev COMMAND [OPTIONS]

  serve    Builds the site and serves it on this computer, with an inbox for its form.
             --port N          the site's port (8080; the next free one when busy)
             --inbox-port N    the inbox's port (8025)
             --open-nothing    accepted for scripts; no browser is ever opened
  dist     Builds the folder dist/, which is what you upload.
  release  Builds the folder and packs it into an archive with a README, for a clinic's web person.
             --out FILE        where to (target/foothold-VERSION.zip)
             --dir D           packs this finished folder and builds nothing
             --check           builds it twice, in different places, and compares every byte (5 to 10 minutes more)
  headers  Writes the header files of a finished folder anew, after its clinic.json was changed, and whatever else
           follows from that: pages, 404.html, the list for times without a network.
             --dir D           the folder (dist)
  size     Shows what visitors download, against the budgets.
             --rooms           instead which rooms of the source the WebAssembly's bytes are from
  test     Checks everything.
             --quick           only format, lint and native tests (about 3 minutes)
             --only A,B        only these lanes:
                               format audit lint native calendar oracle build size html browser
                               e2e lighthouse engines servers
             --e2e NAME        only the file tests/e2e/NAME.test.mjs; FOOTHOLD_FAULTS=all ./dev test --e2e faults
                               tries every fault of a back-end (about 15 minutes)
  oracle   Asks the planner and a second one in Python the same random questions.
             N                 how many (2000)
             --seed S          the first one's seed (1)
             --jobs N          processes at a time (one for each core)
             --with A,B        also rules that are off otherwise: cars buses floating
  bench    Times the planner, native and as WebAssembly, beside CP-SAT, and prints tables (about 5 minutes).
             page              instead how long a visitor waits for the first answer on a phone's line, beside a page
                               with FullCalendar, React and Formik (about 3 minutes)
  real     Sends messages to a real WordPress and a real Node-RED on this computer, and looks into what they keep;
           and looks at our page in a real WordPress.
             NAME              only this one: wordpress, node-red; or n8n, which is a gigabyte to install
  lighthouse
           Lighthouse on every page in both languages, as a phone sees them, with a table (about 5 minutes).
             PAGE              only this one, such as es/week/
  look     Prints what the look of a clinic's file adds to the style sheet.
             FILE              (public/clinic.json)
             --table N         instead N random wishes and what becomes of them; public/look.js must say the same
  inbox    Only the inbox: takes form messages, keeps them on this computer, shows them.
             --port N          (8025; 0 takes any free one)
             --store FILE      where to keep them (inbox/messages.jsonl)
             --mode M          how to answer:
                               ok reject refuse error failure empty hang drop-answer drop no-cors
                               no-preflight cut hang-body html word redirect huge slow
  static   Only a web server for a finished folder.
             --dir D           the folder (dist)
             --port N          (8080; 0 takes any free one)
             --inbox-url U     where the inbox runs, if not at the demo clinic's address
             --base /a/b/      serve under this path
  help     This text.

What a command needs and does not find (compiler target, Trunk, wasm-opt, a browser for tests) it installs,
saying what and why. The first time takes 10 to 20 minutes; after that, seconds.";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_else(|| "help".to_owned());
    let outcome = dispatch(&command, Options::new(words));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            let said = trouble.to_string();
            if !said.is_empty() {
                eprintln!("\n{said}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, options: Options) -> Outcome<()> {
    match command {
        "serve" => serve_both(options),
        "dist" => dist(options),
        "release" => release(options),
        "headers" => headers_only(options),
        "size" => sizes(options),
        "test" => test(options),
        "oracle" => ask_oracle(options),
        "bench" => bench_all(options),
        "real" => real_receivers(options),
        "lighthouse" => every_page(options),
        "look" => print_look(options),
        "inbox" => inbox_only(options),
        "static" => static_only(options),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Trouble::input(format!("There is no command {other:?}. `./dev help` lists them."))),
    }
}

fn serve_both(mut options: Options) -> Outcome<()> {
    let port = options.port("--port", 8080)?;
    let inbox_port = options.port("--inbox-port", 8025)?;
    options.flag("--open-nothing");
    options.finish()?;
    let root = place::root()?;
    build::dist(&root)?;

    let inbox_listener = http::listen(inbox_port)?;
    let inbox_address = http::address(&inbox_listener);
    let store = Store::open(&root.join("inbox/messages.jsonl"))?;
    thread::spawn(move || Inbox::new(store, Mode::Ok).serve(&inbox_listener));

    let listener = http::listen(port)?;
    println!();
    println!("  The site:   {}/", http::address(&listener));
    println!("  The inbox:  {inbox_address}/   (what the form sends arrives here and stays on this computer)");
    println!("\nStop with Ctrl+C.");
    Site::new(place::dist(&root), &inbox_address, "/").serve(&listener);
    Ok(())
}

fn dist(options: Options) -> Outcome<()> {
    options.finish()?;
    let root = place::root()?;
    build::dist(&root)?;
    let folder = place::dist(&root);
    println!("\nThe site is in {}", folder.display());
    println!("Upload everything in that folder, hidden files included; any folder of any web server will do.");
    println!(
        "_headers (Netlify, Cloudflare Pages), .htaccess (Apache) and nginx.conf.example carry the security headers."
    );
    say_demo(&folder);
    Ok(())
}

fn say_demo(folder: &std::path::Path) {
    let clinic = std::fs::read_to_string(folder.join("clinic.json")).unwrap_or_default();
    if clinic.contains(DEMO_INBOX) {
        println!(
            "\nBefore it is uploaded: clinic.json is still the invented demo clinic, and its form is sent to {DEMO_INBOX}."
        );
    }
}

fn release(mut options: Options) -> Outcome<()> {
    let root = place::root()?;
    let out = options.value("--out")?.map_or_else(|| release::usual_place(&root), |typed| place::typed(&typed));
    let ready = options.value("--dir")?.map(|typed| place::typed(&typed));
    let check = options.flag("--check");
    options.finish()?;
    let folder = if let Some(folder) = ready {
        folder
    } else {
        build::dist(&root)?;
        place::dist(&root)
    };
    if !folder.join("index.html").is_file() {
        return Err(Trouble::input(format!("{} is no finished folder.", folder.display())));
    }
    if check {
        again::same_bytes(&root, &folder)?;
    }
    let (files, bytes) = release::pack(&root, &folder, &out)?;
    println!("\n{} holds {files} files in {bytes} bytes. Its README.md says what to do.", out.display());
    say_demo(&folder);
    Ok(())
}

fn headers_only(mut options: Options) -> Outcome<()> {
    let folder = match options.value("--dir")? {
        Some(typed) => place::typed(&typed),
        None => place::dist(&place::root()?),
    };
    options.finish()?;
    if !folder.join("index.html").is_file() {
        return Err(Trouble::input(format!("{} is no finished folder.", folder.display())));
    }
    build::remake(&place::root()?, &folder, &folder.join("clinic.json"), &[])?;
    println!("Every file says what clinic.json says. Upload them again.");
    Ok(())
}

fn sizes(mut options: Options) -> Outcome<()> {
    let by_room = options.flag("--rooms");
    options.finish()?;
    let root = place::root()?;
    build::dist(&root)?;
    if by_room { size::rooms(&root) } else { size::report(&place::dist(&root)) }
}

fn test(mut options: Options) -> Outcome<()> {
    let quick = options.flag("--quick");
    let names = options.value("--only")?.unwrap_or_default();
    let e2e = options.value("--e2e")?;
    options.finish()?;
    let names = if e2e.is_some() && names.is_empty() { String::from("e2e") } else { names };
    let only = names
        .split(',')
        .filter(|name| !name.is_empty())
        .map(|name| Lane::named(name).ok_or_else(|| Trouble::input(format!("There is no lane {name:?}."))))
        .collect::<Outcome<Vec<Lane>>>()?;
    lanes::test(&place::root()?, &Choice { e2e, only, quick })
}

fn ask_oracle(mut options: Options) -> Outcome<()> {
    let seed = options.number("--seed")?.unwrap_or(1);
    let jobs = options.number("--jobs")?;
    let with = options.value("--with")?;
    let count = options.plain_number();
    options.finish()?;
    let said = count.is_some() || with.is_some();
    let questions = said.then(|| Questions { count: count.unwrap_or(2000), seed, jobs, with });
    oracle::long(&place::root()?, questions, seed, jobs)
}

fn bench_all(mut options: Options) -> Outcome<()> {
    let what = options.plain_word();
    options.finish()?;
    match what.as_deref() {
        None => bench::run(&place::root()?),
        Some("page") => bench_page::run(&place::root()?),
        Some(other) => Err(Trouble::input(format!("There is no bench {other:?}; there is page."))),
    }
}

fn real_receivers(mut options: Options) -> Outcome<()> {
    let only = options.plain_word();
    options.finish()?;
    real::run(&place::root()?, only.as_deref())
}

fn every_page(mut options: Options) -> Outcome<()> {
    let only = options.plain_word();
    options.finish()?;
    lighthouse::all(&place::root()?, only.as_deref())
}

fn print_look(mut options: Options) -> Outcome<()> {
    let rows = options.number("--table")?;
    let clinic = options.plain_word();
    options.finish()?;
    if let Some(rows) = rows {
        print!("{}", look::table(rows));
        return Ok(());
    }
    let clinic = match clinic {
        Some(typed) => place::typed(&typed),
        None => place::root()?.join("public/clinic.json"),
    };
    println!("{}", look::of_file(&clinic)?);
    Ok(())
}

fn inbox_only(mut options: Options) -> Outcome<()> {
    let port = options.port("--port", 8025)?;
    let path = match options.value("--store")? {
        Some(typed) => place::typed(&typed),
        None => place::root()?.join("inbox/messages.jsonl"),
    };
    let mode = match options.value("--mode")? {
        None => Mode::Ok,
        Some(name) => Mode::named(&name)
            .ok_or_else(|| Trouble::input(format!("There is no mode {name:?}; there are {}.", Mode::names())))?,
    };
    options.finish()?;
    let inbox = Inbox::new(Store::open(&path)?, mode);
    let listener = http::listen(port)?;
    http::say_listening(&listener);
    inbox.serve(&listener);
    Ok(())
}

fn static_only(mut options: Options) -> Outcome<()> {
    let folder = match options.value("--dir")? {
        Some(typed) => place::typed(&typed),
        None => place::dist(&place::root()?),
    };
    let port = options.port("--port", 8080)?;
    let inbox = options.value("--inbox-url")?.unwrap_or_else(|| DEMO_INBOX.to_owned());
    let base = options.value("--base")?.unwrap_or_default();
    options.finish()?;
    if !folder.is_dir() {
        return Err(Trouble::input(format!("{} is not a folder.", folder.display())));
    }
    let listener = http::listen(port)?;
    http::say_listening(&listener);
    Site::new(folder, &inbox, &base).serve(&listener);
    Ok(())
}
