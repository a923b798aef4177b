//! Any bytes as a returned file: its fields or a refusal, never a fault.

#![no_main]

use akam_workbook::pdf::read::{Error, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // `read` catches faults of ours and tells them apart: here they are to be seen.
    assert_ne!(read(bytes).err(), Some(Error::Fault));
});
