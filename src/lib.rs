//! Weighbridge.
