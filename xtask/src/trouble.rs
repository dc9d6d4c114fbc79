//! What can go wrong in the tool, worded for the person at the terminal.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;

/// The result of anything in this tool that can fail.
pub type Outcome<T> = Result<T, Trouble>;

/// Why a command stopped.
#[derive(Debug)]
pub enum Trouble {
    /// A file or folder could not be read or written.
    File {
        /// Which one.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// Another program is missing or failed.
    Tool {
        /// The program and what it was asked to do.
        what: String,
        /// What to do about it.
        advice: String,
    },
    /// The command line, or a file of the project, says something unusable.
    Input(String),
}

impl Trouble {
    /// A file trouble, for `map_err`.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.display().to_string();
        move |source| Self::File { path, source }
    }

    /// A tool trouble with its advice.
    pub fn tool(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::Tool { what: what.into(), advice: advice.into() }
    }

    /// Something unusable was given.
    pub fn input(message: impl Into<String>) -> Self {
        Self::Input(message.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, source } => write!(out, "{path}: {source}"),
            Self::Tool { what, advice } if advice.is_empty() => write!(out, "{what}"),
            Self::Tool { what, advice } => write!(out, "{what}\n{advice}"),
            Self::Input(message) => write!(out, "{message}"),
        }
    }
}

impl Error for Trouble {}
