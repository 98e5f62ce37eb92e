#include "ui/network/inputdialog.h"

#include "core/error.h"
#include "core/io/npy.h"
#include "ui/network/inputform.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/widgets/onscreen.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

InputDialog::InputDialog(const NetworkInfo &info, Lane &lane, const NetworkOptions &options, QWidget *parent)
    : QDialog(parent)
    , m_info(info)
    , m_lane(lane)
    , m_options(options)
    , m_isOwn(info.inputOrigin != InputOrigin::Told)
    , m_form(new InputForm(info))
    , m_state(new QLabel)
{
    setObjectName(QStringLiteral("inputDialog"));
    setWindowTitle(tr("Input of %1").arg(nameInFolder(info.file)));
    if (m_isOwn)
        m_own = info;

    m_state->setObjectName(QStringLiteral("inputState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_state);
    layout->addWidget(makeButtons());
    connect(m_form, &InputForm::edited, this, &InputDialog::edited);
    m_ok->setDefault(true); // which counts only within the dialog
    m_form->setFocus();

    const QSize withMessages = sizeHint().expandedTo(sizeHint() - m_form->sizeHint() + m_form->fullSize());
    showValidity();
    showOrigin();
    resizeOnScreen(*this, withMessages.expandedTo({680, 0}));
}

QWidget *InputDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_reset = buttons->addButton(tr("R&eset"), QDialogButtonBox::ResetRole);
    m_reset->setObjectName(QStringLiteral("resetInput"));
    m_reset->setToolTip(tr("What a file beside the network says, else the notebook's way or a guess"));
    m_save = buttons->addButton(tr("Save &beside the network"), QDialogButtonBox::ResetRole);
    m_save->setObjectName(QStringLiteral("saveInput"));
    m_save->setToolTip(tr("As a JSON file that is found whenever the network is opened"));
    m_reset->setAutoDefault(false);
    m_save->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, this, &InputDialog::reset);
    connect(m_save, &QPushButton::clicked, this, &InputDialog::saveBeside);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

InputDescription InputDialog::input() const { return m_form->input(); }

std::optional<InputDescription> InputDialog::told() const
{
    return m_isOwn ? std::nullopt : std::optional(input());
}

void InputDialog::loadClassNames(const std::filesystem::path &file) { m_form->loadClassNames(file); }

void InputDialog::edited()
{
    m_isOwn = false;
    m_finding.drop();
    showValidity();
    showOrigin();
}

void InputDialog::showValidity()
{
    m_ok->setEnabled(m_form->isGood());
    m_save->setEnabled(m_form->isGood());
}

void InputDialog::showOrigin()
{
    if (m_info.classCount == 0)
        m_state->setText(tr("The network could not be opened; tell what it takes."));
    else if (!m_isOwn)
        m_state->setText(tr("Told by you; remembered for this network."));
    else if (m_own->inputOrigin == InputOrigin::Beside)
        m_state->setText(tr("As the file beside the network says."));
    else if (holds(m_own->notes, Note::SizeFromFile))
        m_state->setText(tr("The size is what the network's file tells. Check the rest."));
    else if (holds(m_own->notes, Note::InputGuessed))
        m_state->setText(tr("Guessed: the first size that the network runs on."));
    else
        m_state->setText(tr("As in the notebook, since nothing else is told."));
}

void InputDialog::reset()
{
    if (m_own) {
        showOwn(*m_own);
        return;
    }
    m_state->setText(tr("Looking for what the network takes…"));
    NetworkOptions options = m_options;
    options.input.reset();
    m_finding = m_lane.call<NetworkInfo>(
        {Urgency::Open,
            [file = m_info.file] {
                return tr("Looking for the input of %1").arg(displayText(file.filename()));
            }},
        [file = m_info.file, options] { return openNetwork(file, options)->info(); },
        {
            .done = [this](const NetworkInfo &own) { showOwn(own); },
            .failed = [this](const Error &error) { m_state->setText(sentence(error)); },
            .progress = {},
            .stopped = [this](const auto &) { showOrigin(); },
        });
}

void InputDialog::showOwn(const NetworkInfo &own)
{
    m_own = own;
    m_isOwn = true;
    m_form->setInput(own.input);
    showValidity();
    showOrigin();
}

void InputDialog::saveBeside()
{
    try {
        const std::filesystem::path file = placeForInput(m_info.file);
        if (file.empty()) {
            m_state->setText(tr("The JSON files beside the network are of another kind and are left alone."));
            return;
        }
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)
            && QMessageBox::question(this, tr("Save beside the network"),
                   tr("%1 describes an input already. Replace it?").arg(displayText(file.filename())))
                != QMessageBox::Yes)
            return;
        writeFile(file, toJson(input()) + '\n');
        m_own = m_info;
        m_own->input = input();
        m_own->inputOrigin = InputOrigin::Beside;
        m_isOwn = true;
        m_state->setText(tr("Saved as %1.").arg(displayText(file)));
    } catch (const Error &error) {
        m_state->setText(sentence(error));
    }
}

} // namespace convscope
