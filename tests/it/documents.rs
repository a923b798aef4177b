//! README, help texts, schemas and codes say what is true.
