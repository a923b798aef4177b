//! A peer in another language: one process, kept open, so that neither starting it nor importing a package is counted.
//!
//! In: a command that does its work once for each line on standard input and answers with milliseconds and what else it counted.
//! Out: a contestant. Never: times the pipe.

use std::io::{BufRead as _, BufReader, Error, Result, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use crate::measure::Contestant;

/// A peer's process, waiting for rounds; it ends with its standard input.
pub(crate) struct Peer {
    name: String,
    _process: Child,
    rounds: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts it.
    pub(crate) fn start(name: &str, command: &mut Command) -> Result<Self> {
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Error::other(format!("{command:?}: {error}")))?;
        let missing = || Error::other("no pipe");
        Ok(Self {
            name: name.to_owned(),
            rounds: process.stdin.take().ok_or_else(missing)?,
            answers: BufReader::new(process.stdout.take().ok_or_else(missing)?),
            _process: process,
        })
    }

    /// Has it do its work once: how long it took, and what else it said.
    pub(crate) fn round(&mut self) -> Result<(Duration, String)> {
        writeln!(self.rounds)?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let (milliseconds, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let milliseconds: f64 = milliseconds
            .parse()
            .map_err(|_| Error::other(format!("{} stopped", self.name)))?;
        let took = Duration::from_secs_f64(milliseconds / 1000.0);
        Ok((took, rest.to_owned()))
    }

    /// It as a contestant.
    pub(crate) fn contestant(mut self) -> Contestant<'static> {
        Contestant {
            name: self.name.clone(),
            run: Box::new(move || Ok(self.round()?.0)),
        }
    }
}
