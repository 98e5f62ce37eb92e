#pragma once

#include "core/computation.h"
#include "ui/present/filtercrops.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace convscope {

/// Crops that have been read on another thread and that the GUI thread has not fetched yet, by their places
/// in the list that was asked for.
class CropBox
{
public:
    using Crops = std::vector<std::pair<std::size_t, FilterCrop>>;

    void post(std::size_t place, FilterCrop crop)
    {
        const std::lock_guard lock(m_mutex);
        m_crops.emplace_back(place, std::move(crop));
    }
    Crops fetch()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_crops, {});
    }

private:
    std::mutex m_mutex;
    Crops m_crops;
};

/// Reads the pictures of crops, one a step, and posts each.
class CropReading : public Computation
{
public:
    /// `network`: whose maps are to lie over the photos; else null. `order`: places of the crops.
    CropReading(std::vector<FilterCrop> crops, std::vector<std::size_t> order, std::filesystem::path folder,
        InputDescription input, std::shared_ptr<const Network> network, int layer,
        std::shared_ptr<CropBox> box)
        : m_crops(std::move(crops))
        , m_order(std::move(order))
        , m_network(std::move(network))
        , m_reader(std::move(folder), std::move(input), m_network.get(), layer)
        , m_box(std::move(box))
    {
    }

    bool step() override
    {
        if (m_next == m_order.size())
            return false;
        const std::size_t place = m_order[m_next++];
        m_reader.read(m_crops[place]);
        m_box->post(place, std::move(m_crops[place]));
        return m_next < m_order.size();
    }
    Progress progress() const override { return {int(m_next), int(m_order.size())}; }

private:
    std::vector<FilterCrop> m_crops;
    std::vector<std::size_t> m_order;
    std::size_t m_next = 0;
    std::shared_ptr<const Network> m_network;
    CropReader m_reader;
    std::shared_ptr<CropBox> m_box;
};

} // namespace convscope
