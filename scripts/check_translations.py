#!/usr/bin/python3
"""Fails where a translation in resources/i18n is missing, or differs from its source in what must be the same.

Usage: check_translations.py ROOT          checks a source tree
       check_translations.py --self-test   plants breaches in made-up translations and checks that each is found

What the sources say is asked of scripts/update_translations, which needs Qt's lupdate.
"""
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

FOLDER = pathlib.Path("resources/i18n")
UPDATE = pathlib.Path("scripts/update_translations")
# What stays as it is, in whatever order: places of values, HTML tags, option names, dots that separate.
KEPT = re.compile(r"%L?\d{1,2}|%n|</?\w[^>]*>|--[a-z][a-z-]*| · ")
MNEMONIC = re.compile(r"&(\w)(?!\w*;)")
PAIRS = ("万萬与與业業两兩个個为為习習乱亂产產仅僅从從们們优優会會体體余餘侧側储儲关關内內写寫决決击擊划劃则則创創别別务務动動单單压壓"
         "参參发發变變叠疊号號启啟响響围圍图圖坏壞声聲处處备備够夠头頭夹夾学學实實宽寬对對寻尋导導将將尝嘗层層带帶帮幫库庫应應开開"
         "弃棄张張强強归歸当當径徑忆憶总總执執报報拟擬择擇损損换換数數断斷无無时時显顯机機杂雜权權条條来來构構标標栏欄样樣档檔检檢"
         "毁毀汇匯没沒测測浏瀏滤濾点點状狀独獨现現盖蓋码碼确確种種积積称稱稳穩穷窮筛篩简簡类類紧緊红紅约約级級纹紋线線练練组組经經"
         "结結绕繞绘繪给給络絡绝絕绪緒续續绿綠编編缩縮网網腾騰获獲蓝藍装裝见見观觀规規视視览覽计計认認让讓训訓讯訊记記许許论論设設"
         "证證评評识識试試话話该該误誤说說请請读讀败敗资資转轉轮輪载載较較输輸边邊达達过過运運还還这這进進连連适適选選遗遺释釋针針"
         "钉釘钟鐘钮鈕错錯键鍵长長闭閉问問间間阵陣阶階际際随隨隐隱项項顺順须須预預题題颜顏饱飽")
FOREIGN = {"zh_CN": set(PAIRS[1::2]), "zh_TW": set(PAIRS[::2])}


def margins(text):
    return re.match(r"\s*", text)[0], re.search(r"\s*$", text)[0]


def offences(source, translation, language):
    """What is wrong with one text and its translation."""
    if not translation.strip() and source.strip():
        yield "is not translated"
        return
    kept, there = (collections.Counter(KEPT.findall(text)) for text in (source, translation))
    for part in (kept - there) + (there - kept):
        yield f"has “{part}” {there[part]} times instead of {kept[part]}"
    letters, found = ([letter.upper() for letter in MNEMONIC.findall(text.replace("&&", ""))]
                      for text in (source, translation))
    if letters != found:
        yield f"has the mnemonic {'&'.join(found) or 'none'} instead of {'&'.join(letters) or 'none'}"
    if margins(source) != margins(translation):
        yield "begins or ends with other blanks"
    foreign = FOREIGN.get(language, set()).intersection(translation)
    if foreign:
        yield f"has characters of another script: {''.join(sorted(foreign))}"


def messages(file):
    """For each message of a .ts file its context, source and comment, and its translation's element."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""
            yield key, message.find("translation")


def offences_of_file(file):
    language = file.stem.split("_", 1)[1]
    for (context, source, _), translation in messages(file):
        where = f"{file.name}: {context}: “{source}”"
        kind = translation.get("type")
        if kind:
            yield f"{where} is {kind}"
            continue
        for text in [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]:
            for wrong in offences(source, text, language):
                yield f"{where} {wrong}"


def differences(root):
    """Where the files differ from what the sources say."""
    with tempfile.TemporaryDirectory() as folder:
        files = sorted((root / FOLDER).glob("*.ts"))
        for file in files:
            shutil.copy(file, folder)
        update = subprocess.run([root / UPDATE, folder], capture_output=True, text=True)
        if update.returncode != 0:
            yield f"{UPDATE}: {update.stderr.strip()}"
            return
        for file in files:
            has = {key for key, _ in messages(file)}
            wants = {key for key, _ in messages(pathlib.Path(folder) / file.name)}
            for context, source, _ in sorted(wants - has):
                yield f"{file.name}: {context}: “{source}” is missing: run {UPDATE} and translate it"
            for context, source, _ in sorted(has - wants):
                yield f"{file.name}: {context}: “{source}” is no longer said: run {UPDATE}"


def all_offences(root):
    for file in sorted((root / FOLDER).glob("*.ts")):
        yield from offences_of_file(file)
    yield from differences(root)


def self_test():
    """Returns the planted translations that were judged wrongly."""
    planted = [  # source, translation, language, is it a breach
        ("%1 of %2", "%2 的 %1", "zh_CN", False), ("%1 of %2", "%2 的", "zh_CN", True), ("%n left", "剩余", "zh_CN", True),
        ("%1 left", "剩余 %1 %1", "zh_CN", True), ("<b>%1</b>", "<b>%1</b>", "zh_CN", False),
        ("<b>%1</b>", "<b>%1<b>", "zh_CN", True), ("&Open…", "打开(&O)…", "zh_CN", False), ("&Open", "打开", "zh_CN", True),
        ("&Open", "打开(&P)", "zh_CN", True), ("&Open", "&打开(&O)", "zh_CN", True), ("Open", "打开(&O)", "zh_CN", True),
        ("R&&D", "研发", "zh_CN", False), (" · %1", " · %1", "zh_CN", False), (" · %1", "· %1", "zh_CN", True),
        ("Done\n", "完成", "zh_CN", True), ("Done ", "完成", "zh_CN", True), ("--data is missing", "缺少 --data", "zh_CN", False),
        ("--data is missing", "缺少 --资料", "zh_CN", True), ("Layer", "层", "zh_CN", False), ("Layer", "層", "zh_CN", True),
        ("Layer", "層", "zh_TW", False), ("Layer", "层", "zh_TW", True), ("Layer", " ", "zh_CN", True),
        ("Saliency", "显著图", "zh_CN", False), ("Saliency", "顯著圖", "zh_TW", False),
    ]
    wrong = [f"“{source}” as “{text}” ({language})" for source, text, language, bad in planted
             if any(offences(source, text, language)) != bad]

    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name in ("app", "ui", "scripts", FOLDER):
            (root / name).mkdir(parents=True)
        shutil.copy(pathlib.Path(__file__).resolve().parent / UPDATE.name, root / UPDATE)
        (root / "app/a.cpp").write_text('struct A { Q_DECLARE_TR_FUNCTIONS(A) };\n'
                                        'void f() { A::tr("said"); A::tr("new"); A::tr("begun"); }\n')
        message = "<message><source>{}</source><translation{}>{}</translation></message>"
        for language in FOREIGN:
            (root / FOLDER / f"convscope_{language}.ts").write_text(
                f'<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="{language}"><context><name>A</name>'
                + message.format("said", "", "甲") + message.format("gone", "", "乙")
                + message.format("begun", ' type="unfinished"', "丙") + "</context></TS>", encoding="utf-8")
        found = list(all_offences(root))
    for source, problem in {"new": "is missing", "gone": "is no longer", "begun": "is unfinished"}.items():
        if sum(f"“{source}” {problem}" in line for line in found) != len(FOREIGN):
            wrong.append(f"“{source}” {problem}")
    return wrong + [line for line in found if "“said”" in line]


if __name__ == "__main__":
    problems = self_test() if sys.argv[1] == "--self-test" else list(all_offences(pathlib.Path(sys.argv[1]).resolve()))
    print("\n".join(problems) or "translations: clean")
    sys.exit(bool(problems))
