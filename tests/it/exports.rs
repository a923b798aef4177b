//! Answers as JSON and JSON Lines.
