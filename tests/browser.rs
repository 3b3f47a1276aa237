//! Tests in a browser.
