//! Timing side by side: every round runs each contestant once, so that a busy machine slows them all alike.
//!
//! In: contestants. Out: lines of a table on stdout: median, least and most, and the ratio to the first or to a named one. Never: compares runs made apart.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock, the environment and files; the rule is for the program"
)]

use std::io::{Error, Result, Write as _};
use std::process::Command;
use std::time::{Duration, Instant};

/// Something that is timed.
pub(crate) struct Contestant<'a> {
    /// As shown in the table.
    pub(crate) name: String,
    /// Does the work once and says how long it took.
    pub(crate) run: Box<dyn FnMut() -> Result<Duration> + 'a>,
}

impl<'a> Contestant<'a> {
    /// Work done in this process.
    pub(crate) fn new(name: &str, mut work: impl FnMut() -> Result<()> + 'a) -> Self {
        let run = move || {
            let start = Instant::now();
            work()?;
            Ok(start.elapsed())
        };
        Self {
            name: name.to_owned(),
            run: Box::new(run),
        }
    }
}

/// What was measured of one contestant, in milliseconds, sorted.
pub(crate) struct Times {
    name: String,
    milliseconds: Vec<f64>,
}

impl Times {
    /// The middle one.
    pub(crate) fn median(&self) -> f64 {
        self.milliseconds[self.milliseconds.len() / 2]
    }
}

/// Runs all in turn, `rounds` times after one round that does not count.
pub(crate) fn alternate(rounds: usize, mut contestants: Vec<Contestant<'_>>) -> Result<Vec<Times>> {
    let mut times: Vec<Times> = contestants
        .iter()
        .map(|contestant| Times {
            name: contestant.name.clone(),
            milliseconds: Vec::new(),
        })
        .collect();
    for round in 0..=rounds {
        for (contestant, times) in contestants.iter_mut().zip(&mut times) {
            let took = (contestant.run)()?;
            if round > 0 {
                times.milliseconds.push(took.as_secs_f64() * 1000.0);
            }
        }
    }
    for times in &mut times {
        times.milliseconds.sort_by(f64::total_cmp);
    }
    Ok(times)
}

/// Prints a table; ratios are medians over the median of the contestant numbered `base`.
pub(crate) fn show(title: &str, times: &[Times], base: usize) -> Result<()> {
    let widest = times.iter().map(|times| times.name.len()).max();
    let width = widest.unwrap_or_default();
    let rounds = times[base].milliseconds.len();
    say(&format!("\n{title} ({rounds} rounds, milliseconds)"))?;
    let head = ["median", "least", "most", "ratio"].map(|word| format!("{word:>9}"));
    say(&format!("{:width$} {}", "", head.concat()))?;
    for one in times {
        let (least, most) = (
            one.milliseconds[0],
            one.milliseconds[one.milliseconds.len() - 1],
        );
        let median = one.median();
        let ratio = median / times[base].median();
        let name = &one.name;
        say(&format!(
            "{name:width$} {median:9.2}{least:9.2}{most:9.2}{ratio:9.2}"
        ))?;
    }
    Ok(())
}

/// Prints a line.
pub(crate) fn say(line: &str) -> Result<()> {
    writeln!(std::io::stdout(), "{line}")
}

/// The number behind `--rounds`, or the one given.
pub(crate) fn rounds(usual: usize) -> usize {
    let arguments: Vec<String> = std::env::args().collect();
    let asked = arguments
        .windows(2)
        .find(|pair| pair[0] == "--rounds")
        .and_then(|pair| pair[1].parse().ok());
    asked.unwrap_or(usual)
}

/// Runs this benchmark again as a child that does `task` once and says how much memory it ever held, in kilobytes.
pub(crate) fn peak_of(task: &str) -> Result<String> {
    let output = Command::new(std::env::current_exe()?)
        .args(["--peak", task])
        .output()?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(Error::other(why));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The task that this process is to do as a child of [`peak_of`].
pub(crate) fn child_task() -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--peak");
    arguments.nth(1)
}

/// Prints the most memory that this process ever held (`VmHWM`).
pub(crate) fn say_peak() -> Result<()> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or("not known on this system");
    say(line.trim())
}
