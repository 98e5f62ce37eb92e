#pragma once

#include "core/explain/measure.h"
#include "core/explain/methods.h"
#include "core/network/network.h"
#include "ui/present/colours.h"
#include "ui/present/session.h"

#include <QByteArray>
#include <QString>
#include <filesystem>
#include <string>

namespace convscope {

/// That a second network had a part in a result.
struct QuestionOfTwo
{
    AskedNetwork asked = AskedNetwork::Second;
    UsedSecond second;
};

/// Everything that says how a result came about.
struct Question
{
    std::filesystem::path networkFile;
    QString networkHash; ///< SHA-256, hexadecimal
    std::filesystem::path photoFile; ///< empty from noise
    QString photoHash;
    Precision precision = Precision::Float32;
    QString device;
    InputDescription input; ///< how the photo was prepared
    MethodOptions options;
    std::optional<QuestionOfTwo> second = {}; ///< none where the network alone was asked
};

/// Behind the name of a photo in the names of files: "", "-b", "-a-b".
const char *fileSuffix(AskedNetwork network);

/// SHA-256 of a file's bytes, hexadecimal. Throws Error: NoSuchFile, CannotRead.
QString fileHash(const std::filesystem::path &file);

/// The question as JSON: format, version, network file and hash, photo and hash, method, all parameters,
/// program and LibTorch version, notes; and what was measured of the answer, {name: {value, curve}}, where
/// `curve`, a list of [x, y], is left out of measures that have none. ASCII only.
QByteArray recipe(const Question &question, const Notes &notes, const TakenMeasures &measures = {});

/// Of the photo, of the answer, and of what was measured of it.
Notes notesOf(const Photo &photo, const Answer &answer, const TakenMeasures &measures);

/// The files of one answer in `folder`, named after `stem`: arrays (.npy), the picture (.png) and the recipe
/// (.json) beside each, and LIME's `<stem>.lime.json` and `.lime.csv` (the weights). The notebook's colours.
/// Throws Error: CannotWrite.
void writeResults(const std::filesystem::path &folder, const std::string &stem, const Question &question,
    const Photo &photo, const Answer &answer, const TakenMeasures &measures);

/// `<stem>.input.npy`, what the network saw, with its picture and its question: the file at the network's
/// input size, whatever the method. Throws Error: CannotWrite.
void writeInput(const std::filesystem::path &folder, const std::string &stem, const Question &question,
    const Photo &photo);

} // namespace convscope
