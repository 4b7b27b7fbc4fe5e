//! Names to invent people from. Nobody is meant.

pub const FIRST: &str = "
    Ana Andrin Anja Arif Beat Beatrice Carla Cem Chiara Christoph Daria David Dilan Elif Elias Emma Fabio
    Fatma Felix Flavia Georg Gianna Hana Hannes Ines Ivo Jana Jonas Julia Katrin Kemal Laura Leon Livia Luca
    Maja Marco Maria Markus Mila Mirjam Nadia Nico Noah Olga Oskar Paula Petra Rahel Reto Samira Sandro Selin
    Simon Sofia Stefan Tamara Tim Vera Yannick
";

pub const LAST: &str = "
    Aebi Albrecht Arslan Bachmann Baumann Berger Bianchi Brunner Bühler Çelik Demir Dietrich Egli Eichinger
    Fässler Ferrari Fischer Frei Fuchs Gashi Gerber Graf Gruber Haas Hofer Huber Jovanović Kaiser Keller Koch
    Kovač Krasniqi Lang Lehmann Lüthi Marti Maurer Meier Moser Müller Novak Öztürk Pfister Pichler Rossi Roth
    Schmid Schneider Schwarz Sommer Steiner Suter Vogel Wagner Weber Weiß Winkler Wyss Yılmaz Zimmermann
";
