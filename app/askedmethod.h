#pragma once

#include "core/explain/methods.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace convscope {

struct Subject;

/// What all methods of one command share: the texts that --target, --layer and --filter were given.
struct SharedFields
{
    std::optional<std::string> target;
    std::optional<std::string> layer;
    std::optional<std::string> filter;
};

/// A question as it is asked on the command line. What a layer and a class are called, only the open network
/// can tell: until then they are texts.
class AskedMethod
{
public:
    /// With the defaults of the method.
    explicit AskedMethod(const MethodOptions &defaults);

    const MethodOptions &options() const { return m_options; }
    bool has(const std::string &field) const;
    /// Whether the layer or the filter was set.
    bool choosesMap() const;

    /// Sets the field of this name, which the method has. Throws CLI::ValidationError, which names `option`
    /// and says what is allowed.
    void set(const std::string &field, const std::string &text, const std::string &option);
    /// Takes what the method has of these and was not set. Throws CLI::ValidationError.
    void take(const SharedFields &shared);

    /// Throws Error: what is wrong with the question whatever the photo.
    MethodOptions resolved(const Subject &subject) const;
    /// The same of a row beside others: a layer or filter that cannot be served is told in its cells.
    MethodOptions resolvedForRow(const Subject &subject) const;

private:
    MethodOptions named(const Subject &subject) const;

    MethodOptions m_options;
    std::set<std::string> m_set; ///< names of fields
    std::optional<std::string> m_layer; ///< index or qualified name
    std::optional<std::string> m_class; ///< name of the class to explain
};

/// The names of the method's fields, in its order.
std::vector<std::string> fieldNames(const MethodOptions &method);

/// As it is written on the command line: "true", "0.05"; empty where it is not set.
std::string defaultText(const MethodOptions &method, const std::string &field);

} // namespace convscope
