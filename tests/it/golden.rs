//! Field lists, structure trees and pages kept as text and pictures.
