//! Any PDF's fields, however they were saved.
