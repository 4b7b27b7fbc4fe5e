//! What is embedded may appear after the first build.

fn main() {
    println!("cargo:rerun-if-changed=../target/assets");
    println!("cargo:rerun-if-changed=../content");
}
