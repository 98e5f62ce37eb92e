#include "ui/window/theme.h"

#include "ui/present/guithread.h"
#include "ui/window/desktopscheme.h"
#include "ui/window/togglestyle.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

QString settingsKey() { return QStringLiteral("window/theme"); }

constexpr std::array names{"system", "light", "dark"}; ///< in the settings, in the order of Theme

/// Secondary text follows the text: the dark palettes of some desktops leave it dark (KDE's under Qt 6.4).
QColor secondaryText(const QPalette &palette)
{
    QColor faded = palette.color(QPalette::WindowText);
    faded.setAlphaF(0.6F);
    return faded;
}

struct Tones
{
    QRgb window, base, alternate, button, text, disabled, light, midlight, mid, dark, shadow, link;
};

constexpr QRgb accent = 0xff2b6cb0; ///< white on it: 5.4 : 1
constexpr Tones lightTones{0xffefefef, 0xffffffff, 0xfff7f7f7, 0xffefefef, 0xff1a1a1a, 0xff8a8a8a, 0xffffffff,
    0xffe3e3e3, 0xffb8b8b8, 0xff9f9f9f, 0xff767676, 0xff1f5f9f};
constexpr Tones darkTones{0xff323438, 0xff1b1c1e, 0xff232427, 0xff3d4045, 0xffececec, 0xff858585, 0xff55585e,
    0xff45484d, 0xff3f4145, 0xff18191b, 0xff000000, 0xff7db4ee};

/// As WCAG has it, from 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
    };
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

struct Highlight
{
    QColor ground;
    QColor text;
};

/// The palette's own where its text can be read on it; so that it is the same in all themes, light and dark
/// take the desktop's.
Highlight readableHighlight(const QPalette &palette)
{
    constexpr double min = 4.5; // what WCAG asks for text
    const Highlight own{palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText)};
    return contrast(own.ground, own.text) >= min ? own : Highlight{QColor(accent), QColor(Qt::white)};
}

QPalette paletteOf(const Tones &tones, const Highlight &highlight)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb tone) { palette.setColor(role, QColor(tone)); };
    set(QPalette::Window, tones.window);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::ToolTipBase, tones.alternate);
    set(QPalette::Button, tones.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
             QPalette::BrightText})
        set(role, tones.text);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    palette.setColor(QPalette::Highlight, highlight.ground);
    palette.setColor(QPalette::HighlightedText, highlight.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(tones.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.mid));
    palette.setColor(QPalette::PlaceholderText, secondaryText(palette));
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// What the application has without us: the desktop's, if it tells Qt.
void applySystemPalette(bool wantsDark)
{
    QApplication::setPalette(QPalette());
    if (wantsDark && !isDark(QApplication::palette()))
        QApplication::setPalette(paletteOf(darkTones, readableHighlight(QApplication::palette())));
    keepTextReadable();
}

/// The desktop's wish while it is followed.
DesktopScheme *followed = nullptr;

} // namespace

void applyTheme(Theme theme)
{
    assertGuiThread(Q_FUNC_INFO);
    if (!qobject_cast<ToggleStyle *>(QApplication::style()))
        QApplication::setStyle(new ToggleStyle); // before the palette, which a new style brings its own of
    delete followed;
    followed = nullptr;
    if (theme != Theme::System) {
        QApplication::setPalette(QPalette()); // for the desktop's highlight
        const Highlight highlight = readableHighlight(QApplication::palette());
        QApplication::setPalette(paletteOf(theme == Theme::Dark ? darkTones : lightTones, highlight));
        return;
    }
    applySystemPalette(false);
    followed = new DesktopScheme(qApp);
    QObject::connect(followed, &DesktopScheme::changed, qApp, applySystemPalette);
}

void keepTextReadable()
{
    const QPalette palette = QApplication::palette();
    const QColor secondary = secondaryText(palette);
    const Highlight highlight = readableHighlight(palette);
    if (palette.color(QPalette::PlaceholderText) == secondary
        && palette.color(QPalette::Highlight) == highlight.ground)
        return;
    QPalette changed; // the rest goes on following the desktop
    changed.setColor(QPalette::PlaceholderText, secondary);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        changed.setColor(group, QPalette::Highlight, highlight.ground);
        changed.setColor(group, QPalette::HighlightedText, highlight.text);
    }
    QApplication::setPalette(changed);
}

Theme chosenTheme()
{
    const QString name = QSettings().value(settingsKey()).toString();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return Theme(i);
    }
    return Theme::System;
}

void keepTheme(Theme theme)
{
    QSettings().setValue(settingsKey(), QString::fromLatin1(names[std::size_t(theme)]));
}

} // namespace convscope
