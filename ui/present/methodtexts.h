#pragma once

#include "core/explain/methods.h"

#include <QString>
#include <QStringList>

namespace convscope {

// What is said of methods and of their fields to people, translated. All of it stands in methodtexts.cpp: one
// table for each method, without which the program does not link. The window, the command line's help and the
// manual read it from here.

/// The heading of the method's row: "Saliency".
QString methodTitle(const MethodOptions &method);

/// One sentence: what the method's picture shows, and what it does not.
QString methodExplanation(const MethodOptions &method);

/// The same, and a sentence on each value that the question has chosen where values have sentences.
QString questionExplanation(const MethodOptions &question);

/// A few words for the command line's list: "where a small change matters most".
QString methodSummary(const MethodOptions &method);

/// A target in words: "true class", "class 3 against strongest other class". Translated.
QString targetDetail(const Target &target);

/// The second line of a row's heading: "true class, loss", "layer 15, filter 0". Layer, filter and class are
/// always said; of the other fields those that matter most, and those that are not as usual.
QString methodDetail(const MethodOptions &question);

struct FieldDescription
{
    QString label; ///< beside its editor: "Samples"
    QString help; ///< a sentence or two
    QStringList words; ///< of an enum: what each value is called, in its order
    QStringList sentences; ///< what each of them means; empty where the words say it
};

/// Of the field with this name. All fields have a text.
FieldDescription fieldDescription(const MethodOptions &method, const char *field);

/// What may be written for the field on the command line: "a whole number from 2 to 1000000", "loss or
/// logit".
QString allowedText(const MethodOptions &method, const char *field);

} // namespace convscope
