#pragma once

#include "core/error.h"
#include "core/explain/target.h"
#include "core/network/network.h"
#include "core/note.h"

#include <QString>
#include <QStringList>

namespace convscope {

/// From here on, what a sentence tells the reader to do is done in the window: it names buttons, not the
/// options of the command line.
void speakInWindow(bool there = true);
bool speaksInWindow();

/// What sets the input of a network, there or on the command line.
QString inputPlace();

// The one place where errors and notes become sentences for people: plain English, translated, each saying
// what is wrong, with which file, and what to do. A sentence is one line, whatever is in the names that it
// tells of.

QString sentence(const Error &error);
/// The same without the file, for where it stands already.
QString reason(const Error &error);
QString sentence(const Note &note);
QStringList sentences(const Notes &notes);

/// "15 · cnn.15 · ReLU · 128 × 64 × 64"
QString layerText(const Layer &layer);

/// "kernel 3 × 3, stride 1, padding 1": how it goes over its input; empty where that is not known.
QString geometryText(const Layer &layer);

/// "Classifier, 11 convolutions"
QString networkText(const NetworkInfo &info);

/// "224 × 224 RGB, the middle of a shorter side of 256, normalised"
QString inputText(const InputDescription &input);

/// The class's name; "class 12" where there is none.
QString className(const QStringList &classNames, int label);

/// What an answer is about: a class, "A against B", how unsure the network is, or a filter.
QString explainedName(const QStringList &classNames, const Explained &explained);

} // namespace convscope
