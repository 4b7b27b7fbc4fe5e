//! Somebody with a browser without script: gets pages, fills in forms, follows redirects, keeps cookies.

use std::{net::SocketAddr, sync::Arc};

use reqwest::{Client, Method, StatusCode, Url, cookie::Jar, header, redirect::Policy};
use scraper::{ElementRef, Html, Selector};

/// A browser with its cookies.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    cookies: Arc<Jar>,
    origin: Url,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    /// Path and query, after redirects.
    pub url: String,
    pub headers: header::HeaderMap,
    pub body: String,
}

impl Browser {
    pub fn new(server: SocketAddr) -> Browser {
        let cookies = Arc::new(Jar::default());
        let builder = Client::builder().redirect(Policy::none()).cookie_provider(Arc::clone(&cookies)).no_proxy();
        Browser { client: builder.build().unwrap(), cookies, origin: format!("http://{server}").parse().unwrap() }
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.add_cookie_str(&format!("{name}={value}; Path=/"), &self.origin);
    }

    /// A request as a browser sends it, to be changed before it goes.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let builder = self.client.request(method.clone(), self.origin.join(path).unwrap());
        let builder = builder
            .header(header::ACCEPT, "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
            .header(header::ACCEPT_LANGUAGE, "en")
            .header("sec-fetch-site", "same-origin");
        if method == Method::GET {
            builder
        } else {
            builder.header(header::ORIGIN, self.origin.origin().ascii_serialization())
        }
    }

    /// Sends a request; redirects are not followed.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let url = response.url();
        let url = url.query().map_or(url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        let (status, headers) = (response.status(), response.headers().clone());
        Answer { status, url, headers, body: response.text().await.unwrap_or_default() }
    }

    /// One page; redirects are not followed.
    pub async fn get_once(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// Goes to a page, wherever it leads.
    pub async fn get(&self, path: &str) -> Answer {
        let answer = self.get_once(path).await;
        self.follow(answer).await
    }

    /// Posts fields; redirects are not followed.
    pub async fn post_once(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path).form(fields)).await
    }

    /// Posts a form with files (`multipart/form-data`); redirects are not followed.
    pub async fn post_file(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        const LINE: &str = "----a-line-that-no-field-has";
        let parts = fields.iter().map(|(name, value)| {
            let file = if *name == "file" { "; filename=\"people.csv\"" } else { "" };
            format!("--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n")
        });
        let body = format!("{}--{LINE}--\r\n", parts.collect::<String>());
        let kind = format!("multipart/form-data; boundary={LINE}");
        self.send(self.request(Method::POST, path).header(header::CONTENT_TYPE, kind).body(body)).await
    }

    /// Posts a form with a file of any bytes; as an island would, or as a page's form. Redirects are not followed.
    pub async fn post_bytes(&self, path: &str, fields: &[(&str, &str)], file: &[u8], in_background: bool) -> Answer {
        const LINE: &str = "----a-line-that-no-field-has";
        let fields = fields.iter().map(|(name, value)| {
            format!("--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        });
        let head = "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: text/html";
        let mut body = format!("{}--{LINE}\r\n{head}\r\n\r\n", fields.collect::<String>()).into_bytes();
        body.extend_from_slice(file);
        body.extend_from_slice(format!("\r\n--{LINE}--\r\n").as_bytes());
        let request = match in_background {
            false => self.request(Method::POST, path),
            true => {
                let request = self.client.post(self.origin.join(path).unwrap()).header("sec-fetch-site", "same-origin");
                request.header(header::ACCEPT, "application/json")
            }
        };
        let kind = format!("multipart/form-data; boundary={LINE}");
        self.send(request.header(header::CONTENT_TYPE, kind).body(body)).await
    }

    /// Posts fields and goes where that leads.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post_once(path, fields).await;
        self.follow(answer).await
    }

    /// Sends a form and goes where that leads.
    pub async fn submit(&self, form: &Form) -> Answer {
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(&form.action, &fields).await
    }

    /// As an island posts in the background: no page wanted; the status alone counts.
    pub async fn post_in_background(&self, path: &str, fields: &[(&str, &str)]) -> reqwest::Result<StatusCode> {
        let request = self.client.post(self.origin.join(path).unwrap()).header("sec-fetch-site", "same-origin");
        Ok(request.header(header::ACCEPT, "application/json").form(fields).send().await?.status())
    }

    /// Signs in at the form, as people do.
    pub async fn sign_in(&self, name: &str, password: &str) -> Answer {
        let page = self.get("/sign-in").await;
        self.submit(&page.form("/api/people/sign-in").with("name", name).with("password", password)).await
    }

    async fn follow(&self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            if !answer.status.is_redirection() {
                return answer;
            }
            let to = answer.header("location").to_owned();
            assert!(to.starts_with('/') && !to.starts_with("//"), "a redirect leaves this site: {to}");
            answer = self.get_once(&to).await;
        }
        panic!("redirected for ever: {}", answer.url);
    }
}

impl Answer {
    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Answer {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.url, self.main());
        self
    }

    /// The text of the page's main part.
    pub fn main(&self) -> String {
        self.text("main")
    }

    /// The text of everything that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        let document = Html::parse_document(&self.body);
        document.select(&select(selector)).map(text).collect::<Vec<String>>().join(" ")
    }

    /// An attribute of everything that a selector finds.
    pub fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let document = Html::parse_document(&self.body);
        let selector = select(selector);
        let found = document.select(&selector).filter_map(|element| element.attr(attribute));
        found.map(str::to_owned).collect()
    }

    /// The first form of the page with this action.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let found = self.forms().into_iter().find(|form| form.action == action);
        found.unwrap_or_else(|| panic!("{} has no form {action}: {}", self.url, self.main()))
    }

    /// All forms of the page, filled in as they come.
    pub fn forms(&self) -> Vec<Form> {
        let document = Html::parse_document(&self.body);
        document.select(&select("form")).map(read_form).collect()
    }
}

/// A form as it is filled in. Buttons add nothing unless [`Form::with`] does.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// Fills in a field, or adds a button's value.
    pub fn with(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

fn read_form(form: ElementRef) -> Form {
    let controls = select("input, textarea, select");
    let fields = form.select(&controls).filter_map(|control| {
        let name = control.attr("name")?.to_owned();
        let value = match control.value().name() {
            "textarea" => text(control).strip_prefix('\n').map_or_else(|| text(control), str::to_owned),
            "select" => {
                let options: Vec<ElementRef> = control.select(&select("option")).collect();
                let chosen = options.iter().find(|option| option.attr("selected").is_some()).or(options.first())?;
                chosen.attr("value").map_or_else(|| text(*chosen), str::to_owned)
            }
            _ if matches!(control.attr("type"), Some("checkbox" | "radio")) => {
                control.attr("checked")?;
                control.attr("value").unwrap_or("on").to_owned()
            }
            _ => control.attr("value").unwrap_or_default().to_owned(),
        };
        Some((name, value))
    });
    Form { action: form.attr("action").unwrap_or_default().to_owned(), fields: fields.collect() }
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}
