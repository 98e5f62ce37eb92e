#include "core/data/classnames.h"

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

} // namespace convscope
