//! The program as a person runs it: arguments, output, exit codes.
