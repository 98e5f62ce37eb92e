#include "core/data/classnames.h"

#include "core/internal/readfile.h"

namespace convscope {

const std::vector<std::string> &food11ClassNames()
{
    static const std::vector<std::string> names{"Bread", "Dairy product", "Dessert", "Egg", "Fried food",
        "Meat", "Noodles/Pasta", "Rice", "Seafood", "Soup", "Vegetable/Fruit"};
    return names;
}

std::vector<std::string> classNames(int count)
{
    if (count == int(food11ClassNames().size()))
        return food11ClassNames();
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back("class " + std::to_string(i));
    return names;
}

std::vector<std::string> readClassNames(const std::filesystem::path &file)
{
    const std::vector<std::uint8_t> bytes = readFile(file);
    std::string text(bytes.begin(), bytes.end());
    if (text.starts_with("\xef\xbb\xbf")) // the byte order mark that Windows editors write
        text.erase(0, 3);

    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.pop_back();
        names.push_back(line);
        begin = end + 1;
    }
    if (!names.empty() && names.back().empty())
        names.pop_back();
    return names;
}

} // namespace convscope
