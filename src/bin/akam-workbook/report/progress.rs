//! How far long work has come.
//!
//! In: steps. Out: a line on a terminal that is gone when the work is done. Never: draws where standard error is not a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A line that counts; it disappears when dropped. Steps may come from several threads.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new(what: &'static str, count: usize, is_quiet: bool) -> Self {
        let target = if is_quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(u64::try_from(count).ok(), target);
        let style = ProgressStyle::with_template("{msg} {pos} of {len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(what);
        Self(bar)
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
