//! Texts that an island is given.

/// A struct of texts that travels as a plain list: browsers load no code for the names of its fields.
macro_rules! texts {
    ($(#[$on_struct:meta])* pub struct $name:ident { $($(#[$on_field:meta])* pub $field:ident,)* }) => {
        $(#[$on_struct])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(from = "Vec<String>", into = "Vec<String>")]
        pub struct $name { $($(#[$on_field])* pub $field: String,)* }

        impl From<Vec<String>> for $name {
            fn from(texts: Vec<String>) -> $name {
                let mut texts = texts.into_iter();
                $name { $($field: texts.next().unwrap_or_default(),)* }
            }
        }

        impl From<$name> for Vec<String> {
            fn from(texts: $name) -> Vec<String> {
                vec![$(texts.$field),*]
            }
        }
    };
}

pub(crate) use texts;

#[cfg(test)]
mod tests {
    texts! {
        pub struct Two {
            pub one,
            pub other,
        }
    }

    #[test]
    fn texts_travel_in_the_order_of_their_names() {
        let two = Two { one: "1".into(), other: "2".into() };
        let text = serde_json::to_string(&two).unwrap();
        assert_eq!(text, r#"["1","2"]"#);
        assert_eq!(serde_json::from_str::<Two>(&text).unwrap(), two);
    }
}
