//! The `akam-workbook` program.

fn main() {}
