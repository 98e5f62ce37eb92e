#include "core/explain/request.h"
#include "tests/support/catch.h"

#include <set>

using namespace convscope;

namespace {

Request asked(const MethodOptions &question) { return {"network", {"photo.jpg", 0, 3}, question}; }

SaliencyOptions aboutClass(int label)
{
    SaliencyOptions options;
    options.target = {Target::Kind::Class, label};
    return options;
}

} // namespace

TEST_CASE("equal requests have equal keys")
{
    CHECK(asked(SaliencyOptions{}).key() == asked(SaliencyOptions{}).key());
    CHECK(asked(SaliencyOptions{}) == asked(SaliencyOptions{}));
    LimeOptions positive;
    positive.minWeight = 0.0;
    LimeOptions negative;
    negative.minWeight = -0.0;
    REQUIRE(positive == negative);
    CHECK(asked(positive) == asked(negative));
    CHECK(Request{"network"} == Request{"network"});
}

TEST_CASE("requests that may have another answer have another key")
{
    const PhotoVersion photo{"photo.jpg", 0, 3};
    SaliencyOptions logit;
    logit.objective = Objective::Logit;
    LimeOptions seed;
    seed.seed = 17;
    const std::vector<Request> requests = {
        {"network", photo, SaliencyOptions{}},
        {"other", photo, SaliencyOptions{}},
        {"network", {"photo2.jpg", 0, 3}, SaliencyOptions{}},
        {"network", {"photo.jpg", 1, 3}, SaliencyOptions{}},
        {"network", {"photo.jpg", 0, 4}, SaliencyOptions{}},
        {"network", {"photo.jpg", 0, {}}, SaliencyOptions{}},
        {"network", photo, logit},
        {"network", photo, aboutClass(3)},
        {"network", photo, aboutClass(4)},
        {"network", photo, ActivationOptions{1, 2}},
        {"network", photo, ActivationOptions{2, 1}},
        {"network", photo, FeatureVisualisationOptions{1, 2}},
        {"network", photo, LimeOptions{}},
        {"network", photo, seed},
        {"network", photo, {}},
    };
    std::set<std::string> keys;
    for (const Request &request : requests)
        keys.insert(request.key());
    CHECK(keys.size() == requests.size());
}

TEST_CASE("no two lists of parts run together in a key")
{
    CHECK(PhotoVersion{"a1", 1, 1} != PhotoVersion{"a", 11, 1});
    CHECK(PhotoVersion{"a", 1, 11} != PhotoVersion{"a", 11, 1});
    CHECK(Request{"a", {"b 1"}, {}} != Request{"a b", {"1"}, {}});
    CHECK(Request{"1:a", {""}, {}} != Request{"", {"1:a"}, {}});
    // Names are bytes: they need be no text, and places that mean the same may be another file tomorrow.
    CHECK(PhotoVersion{"a\xff"} != PhotoVersion{"a\xfe"});
    CHECK(PhotoVersion{"a//b"} != PhotoVersion{"a/b"});
    CHECK(PhotoVersion{"a\nb"} != PhotoVersion{"a b"});
}

TEST_CASE("what cannot change an answer is left out of the key")
{
    const PhotoVersion labelled{"photo.jpg", 0, 3};
    const PhotoVersion unlabelled{"photo.jpg", 0, {}};
    const auto differ = [&](const std::optional<MethodOptions> &question) {
        return Request{"network", labelled, question} != Request{"network", unlabelled, question};
    };
    CHECK(differ(SaliencyOptions{})); // which is about the true class
    CHECK(differ(LimeOptions{}));
    CHECK_FALSE(differ(aboutClass(3)));
    CHECK_FALSE(differ(ActivationOptions{1, 2})); // which is about no class
    CHECK_FALSE(differ({})); // the prediction is that of any class
    // A picture that starts from noise is the same whatever the photo.
    FeatureVisualisationOptions noise{1, 2};
    const auto from = [&](const std::string &file) { return Request{"network", {file, 0, {}}, noise}; };
    CHECK(from("a.jpg") != from("b.jpg"));
    noise.noiseSeed = 16;
    CHECK(from("a.jpg") == from("b.jpg"));
    CHECK(from("a.jpg") == Request{"network", {}, noise});
}
