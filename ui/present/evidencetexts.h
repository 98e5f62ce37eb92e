#pragma once

#include "core/explain/evidence.h"
#include "ui/present/row.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace convscope {

// What the evidence for one map says to people, translated: each number with what random maps give, and never
// a grade.

/// Which classes the sentences are about.
struct EvidenceSubject
{
    QStringList classNames;
    std::optional<int> trueClass = {};
    std::optional<int> predictedClass = {};
};

struct EvidenceWords
{
    QStringList sentences; ///< "Hiding the top 10 %: Noodles 72 % → 31 %. …"
    // Under a picture, for the room there is.
    QString caption; ///< the first of the points: "top 10 % hidden: 72 % → 31 %, chance 58–70 %"
    QString brief; ///< "72 % → 31 %, chance 58–70 %"
    QString shortest; ///< "72 % → 31 %"
    QStringList points; ///< each sentence with numbers in a few words, for figures
    QStringList hints; ///< how the sentences are to be read, and why some are missing

    bool isEmpty() const { return sentences.isEmpty() && caption.isEmpty() && hints.isEmpty(); }
    bool operator==(const EvidenceWords &) const = default;
};

/// What can be said so far; empty where there is nothing to say of the answer. `evidence` has its rivals
/// (addRivals) where they are known.
EvidenceWords evidenceWords(const Answer &answer, const Evidence &evidence, const EvidenceSubject &subject);

/// While nothing is known yet, where the user has stopped it, and where it failed.
EvidenceWords evidenceAwaited();
EvidenceWords evidenceStopped();
EvidenceWords evidenceFailed(const Error &error);

/// Whether something can be measured of the row's answers: of maps and of superpixels, of the first network.
bool hasEvidence(const Row &row);
/// Whether that is told below its pictures.
bool tellsEvidence(const Row &row);

} // namespace convscope
