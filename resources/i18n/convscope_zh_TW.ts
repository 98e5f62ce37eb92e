<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>speaks for it</source>
        <translation>支持該類別</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>反對該類別</translation>
    </message>
    <message>
        <source>striped: unsure</source>
        <translation>條紋：不確定</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1%</translation>
    </message>
    <message>
        <source>against</source>
        <translation>反對</translation>
    </message>
    <message>
        <source>for</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>lowers</source>
        <translation>降低</translation>
    </message>
    <message>
        <source>raises</source>
        <translation>升高</translation>
    </message>
    <message>
        <source>lines enclose %1 of what speaks for it</source>
        <translation>等高線包圍支持部分的 %1</translation>
    </message>
    <message>
        <source>lines enclose %1 of the sum</source>
        <translation>等高線包圍總和的 %1</translation>
    </message>
    <message>
        <source>no outliers clipped</source>
        <translation>未裁剪離群值</translation>
    </message>
    <message>
        <source>outliers clipped: %1 of the sum</source>
        <translation>裁剪的離群值：總和的 %1</translation>
    </message>
    <message>
        <source>outliers clipped: %1 of the values</source>
        <translation>裁剪的離群值：數值的 %1</translation>
    </message>
    <message>
        <source>more in A</source>
        <translation>A 更多</translation>
    </message>
    <message>
        <source>more in B</source>
        <translation>B 更多</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>BoardMenus</name>
    <message>
        <source>&amp;Red, green and blue, as in the notebook</source>
        <translation>紅、綠、藍，與 notebook 一致(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Viridis, as in the notebook</source>
        <translation>Viridis，與 notebook 一致(&amp;V)</translation>
    </message>
    <message>
        <source>V&amp;iridis</source>
        <translation>Viridis(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Magma</source>
        <translation>Magma(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Cividis</source>
        <translation>Cividis(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Gray</source>
        <translation>灰階(&amp;G)</translation>
    </message>
    <message>
        <source>The map alone</source>
        <translation>僅顯示圖本身</translation>
    </message>
    <message>
        <source>%1 % map</source>
        <translation>圖佔 %1%</translation>
    </message>
    <message>
        <source>&amp;Blue and orange</source>
        <translation>藍色與橙色(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Green and red, as in the notebook</source>
        <translation>綠色與紅色，與 notebook 一致(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Parameters…</source>
        <translation>參數(&amp;P)…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Over the photo</source>
        <translation>疊加到照片上(&amp;O)</translation>
    </message>
    <message>
        <source>P&amp;inned: stays while you browse on</source>
        <translation>釘選：瀏覽其他照片時保留(&amp;I)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解釋</translation>
    </message>
    <message>
        <source>&amp;What the parameters say</source>
        <translation>依參數設定(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;tart the row</source>
        <translation>開始該列(&amp;T)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the row</source>
        <translation>取消該列(&amp;N)</translation>
    </message>
    <message>
        <source>One &amp;scale for all photos</source>
        <translation>所有照片使用同一色階(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start what was not computed</source>
        <translation>開始未計算的部分(&amp;S)</translation>
    </message>
    <message>
        <source>Take from the &amp;board</source>
        <translation>從對照板移除(&amp;B)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Open &amp;large</source>
        <translation>放大開啟(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>開始(&amp;T)</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>取消(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Row</source>
        <translation>列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>Hold at this &amp;layer and filter</source>
        <translation>固定在此層和濾波器(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Add row…</source>
        <translation>新增列(&amp;A)…</translation>
    </message>
    <message>
        <source>Dupl&amp;icate</source>
        <translation>複製一列(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>&amp;As is usual for the method</source>
        <translation>按該方法的慣例(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>無(&amp;N)</translation>
    </message>
    <message>
        <source>Around &amp;half of the sum</source>
        <translation>包圍總和的一半(&amp;H)</translation>
    </message>
    <message>
        <source>Around &amp;25, 50 and 75 % of the sum</source>
        <translation>包圍總和的 25%、50% 和 75%(&amp;2)</translation>
    </message>
    <message>
        <source>Contours of the &amp;heat</source>
        <translation>熱度等高線(&amp;H)</translation>
    </message>
    <message>
        <source>Clip outli&amp;ers</source>
        <translation>裁剪離群值(&amp;E)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>網路(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;First, A</source>
        <translation>第一個，A(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Second, B</source>
        <translation>第二個，B(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Difference, A − B</source>
        <translation>差值，A − B(&amp;D)</translation>
    </message>
    <message>
        <source>Evidence &amp;below the pictures</source>
        <translation>圖片下方的證據(&amp;B)</translation>
    </message>
    <message>
        <source>Measure the evi&amp;dence</source>
        <translation>測量證據(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ClassMenu</name>
    <message>
        <source>&amp;True class</source>
        <translation>真實類別(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Predicted class</source>
        <translation>預測類別(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Another class…</source>
        <translation>其他類別(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;No other class</source>
        <translation>不比較(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Strongest other class</source>
        <translation>最強的其他類別(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;redicted against true class</source>
        <translation>預測類別對真實類別(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;ompared with</source>
        <translation>比較物件(&amp;O)</translation>
    </message>
    <message>
        <source>How &amp;unsure the network is</source>
        <translation>網路有多不確定(&amp;U)</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>“%1” is not %2</source>
        <translation>「%1」無效，應為：%2</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>SUBCOMMAND</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>位置參數</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>no view is named</source>
        <translation>未指定任何視圖</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>「%1」出現了兩次</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:n</source>
        <translation>auto、cpu、cuda 或 cuda:n</translation>
    </message>
    <message>
        <source>Shows what a convolutional network trained on photos looks at.
Without a subcommand it opens the window.</source>
        <translation>顯示用照片訓練的卷積神經網路在看什麼。
不帶子命令時開啟視窗。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>print the version and exit</source>
        <translation>顯示版本後結束</translation>
    </message>
    <message>
        <source>print this help and exit</source>
        <translation>顯示此說明後結束</translation>
    </message>
    <message>
        <source>folder of photos to open</source>
        <translation>要開啟的照片資料夾</translation>
    </message>
    <message>
        <source>split of the folder, e.g. validation</source>
        <translation>資料夾中的子集，例如 validation</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>輸出 JSON</translation>
    </message>
    <message>
        <source>list the network&apos;s layers</source>
        <translation>列出網路的各層</translation>
    </message>
    <message>
        <source>tell the five likeliest classes of photos</source>
        <translation>給出照片最可能的五個類別</translation>
    </message>
    <message>
        <source>measure the accuracy over a folder of photos</source>
        <translation>測量整個照片資料夾上的準確率</translation>
    </message>
    <message>
        <source>folder of photos</source>
        <translation>照片資料夾</translation>
    </message>
    <message>
        <source>split of the folder</source>
        <translation>資料夾中的子集</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>how photos are prepared: food11, imagenet or a JSON file; else what lies beside the network says</source>
        <translation>照片的前處理方式：food11、imagenet 或 JSON 檔案；否則以網路旁的檔案為準</translation>
    </message>
    <message>
        <source>the demo&apos;s network and photos where no others are given</source>
        <translation>未另行指定時使用示範的網路和照片</translation>
    </message>
    <message>
        <source>threads of the computation; 0: as many as it likes</source>
        <translation>計算執行緒數；0：自動決定</translation>
    </message>
    <message>
        <source>float32, float64 or preview</source>
        <translation>float32、float64 或 preview</translation>
    </message>
    <message>
        <source>float32, float64, or preview: bfloat16 or half, inexact</source>
        <translation>float32、float64 或 preview：bfloat16 或半精度，結果不精確</translation>
    </message>
    <message>
        <source>tell on stderr what is being done</source>
        <translation>在 stderr 上報告正在進行的作業</translation>
    </message>
    <message>
        <source>names of the classes, one a line</source>
        <translation>類別名稱，每行一個</translation>
    </message>
    <message>
        <source>photos: files</source>
        <translation>照片：檔案</translation>
    </message>
    <message>
        <source>folder of photos, of which --index picks</source>
        <translation>照片資料夾，由 --index 從中選取</translation>
    </message>
    <message>
        <source>photos of the folder, from 0, e.g. 83,4218</source>
        <translation>資料夾中的照片，從 0 開始，例如 83,4218</translation>
    </message>
    <message>
        <source>per-image or shared</source>
        <translation>per-image 或 shared</translation>
    </message>
    <message>
        <source>random numbers start again for each photo, or run on as in the notebook: per-image or shared</source>
        <translation>亂數對每張照片重新開始，或像 notebook 那樣連續使用：per-image 或 shared</translation>
    </message>
    <message>
        <source>folder for the results; made where there is none</source>
        <translation>儲存結果的資料夾；不存在時自動建立</translation>
    </message>
    <message>
        <source>also measure how well the explanations point at the food, on photos that have a mask</source>
        <translation>在有遮罩的照片上，同時測量各種解釋指向食物的程度</translation>
    </message>
    <message>
        <source>“%1” is no subcommand, and its name does not end in .png, .svg, .pdf or .convscope</source>
        <translation>「%1」不是子命令，其名稱也不以 .png、.svg、.pdf 或 .convscope 結尾</translation>
    </message>
    <message>
        <source>figure or session to open in the window</source>
        <translation>要在視窗中開啟的插圖或工作階段</translation>
    </message>
    <message>
        <source>width of the whole figure, in centimetres</source>
        <translation>整幅插圖的寬度，單位為公分</translation>
    </message>
    <message>
        <source>as the pictures need</source>
        <translation>依圖片需要</translation>
    </message>
    <message>
        <source>dots an inch, of a PNG</source>
        <translation>PNG 的解析度，每英吋點數</translation>
    </message>
    <message>
        <source>size of the text, in points</source>
        <translation>文字大小，單位為點</translation>
    </message>
    <message>
        <source>leave out the captions and notes</source>
        <translation>省略圖說與附註</translation>
    </message>
    <message>
        <source>draw several views of photos as one picture</source>
        <translation>把照片的多個視圖繪製成一張圖</translation>
    </message>
    <message>
        <source>board or notebook</source>
        <translation>board 或 notebook</translation>
    </message>
    <message>
        <source>outline the food in photos that have a mask</source>
        <translation>在有遮罩的照片中描出食物輪廓</translation>
    </message>
    <message>
        <source>file to write: .png, .svg or .pdf</source>
        <translation>要寫入的檔案：.png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>%1 stands before the subcommand; it belongs after it.</source>
        <translation>%1 位於子命令之前，應放在子命令之後。</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 需要一個值</translation>
    </message>
    <message>
        <source>%1 is given more than once</source>
        <translation>%1 被指定了多次</translation>
    </message>
    <message>
        <source>%1 is required</source>
        <translation>%1 為必要</translation>
    </message>
    <message>
        <source>%1 requires %2</source>
        <translation>%1 需要同時指定 %2</translation>
    </message>
    <message>
        <source>not expected: %1</source>
        <translation>多餘的參數：%1</translation>
    </message>
    <message>
        <source>%1 (see %2 --help)</source>
        <translation>%1（參見 %2 --help）</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 photos</source>
        <translation>已完成 %1 / %2 張照片後停止</translation>
    </message>
    <message>
        <source>%1 and %2: their results would have the same names. Nothing was done; rename one, or give them in two runs with two folders.</source>
        <translation>%1 與 %2：兩者的結果會重名。未執行任何動作；請重新命名其中一個，或分兩次執行並使用兩個資料夾。</translation>
    </message>
    <message>
        <source>--model is missing: which network?</source>
        <translation>缺少 --model：使用哪個網路？</translation>
    </message>
    <message>
        <source>--data is missing: which folder of photos?</source>
        <translation>缺少 --data：使用哪個照片資料夾？</translation>
    </message>
    <message>
        <source>give photos either as files or with --data and --index, not both.</source>
        <translation>照片請以檔案指定，或以 --data 與 --index 指定，兩者不能並用。</translation>
    </message>
    <message>
        <source>no photos given: name files, or a folder with --data and photos of it with --index.</source>
        <translation>未指定照片：請指定檔案，或以 --data 指定資料夾並以 --index 選取其中的照片。</translation>
    </message>
    <message>
        <source>--index is missing: which photos of the folder, e.g. --index 83,4218?</source>
        <translation>缺少 --index：資料夾中的哪些照片，例如 --index 83,4218？</translation>
    </message>
    <message>
        <source>--index and --split pick photos of a folder: --data is missing.</source>
        <translation>--index 和 --split 從資料夾中選取照片：缺少 --data。</translation>
    </message>
    <message>
        <source>--out: the figure&apos;s name must end in .png, .svg or .pdf.</source>
        <translation>--out：插圖的檔名必須以 .png、.svg 或 .pdf 結尾。</translation>
    </message>
    <message>
        <source>there is no display to open a window on. The subcommands need none: see convscope --help.</source>
        <translation>沒有可供開啟視窗的顯示器。各子命令不需要顯示器：參見 convscope --help。</translation>
    </message>
    <message>
        <source>Localisation</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>the number of names</source>
        <translation>名稱個數</translation>
    </message>
    <message>
        <source>%1, one for each class of the network</source>
        <translation>%1，網路的每個類別一個</translation>
    </message>
    <message>
        <source>language of what the figure says: en, zh_CN or zh_TW</source>
        <translation>插圖中文字的語言：en、zh_CN 或 zh_TW</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>系統語言</translation>
    </message>
    <message>
        <source>which of several outputs of the network is its answer: its place from 0, or its key</source>
        <translation>網路有多個輸出時以哪個為結果：從 0 開始的位置，或其鍵</translation>
    </message>
    <message>
        <source>turn photos as their cameras say, which the notebook does not</source>
        <translation>按相機記錄的方向轉正照片，notebook 不這樣做</translation>
    </message>
    <message>
        <source>auto, folders, names, numbers or none</source>
        <translation>auto、folders、names、numbers 或 none</translation>
    </message>
    <message>
        <source>what tells the true classes: folders (their names, else their order), names of the files (3_12.jpg), numbers of the folders, none, or auto: what fits</source>
        <translation>真實類別的來源：folders（資料夾名稱，否則按其順序）、names（檔名，如 3_12.jpg）、numbers（資料夾編號）、none，或 auto：合適者</translation>
    </message>
    <message>
        <source>which class of the network each class of the folder is: lines folder=class, or JSON</source>
        <translation>資料夾的各類別對應網路的哪個類別：每行 資料夾=類別，或 JSON</translation>
    </message>
    <message>
        <source>photos at their own resolution, not as the network sees them</source>
        <translation>照片用其原始解析度，而不是網路所見</translation>
    </message>
    <message>
        <source>one row a photo and one column a view, not the other way round</source>
        <translation>每列一張照片、每欄一個視圖，而不是相反</translation>
    </message>
    <message>
        <source>the figure is %1 cm high, more than a page of A4 (%2 cm). --photos-as-rows, fewer --views or a smaller --width-cm make it lower.</source>
        <translation>插圖高 %1 cm，超過一頁 A4（%2 cm）。--photos-as-rows、更少的 --views 或更小的 --width-cm 可使其變矮。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>標準輸出</translation>
    </message>
    <message>
        <source>%1 is divided (%2); “%3” is taken. --split takes another.</source>
        <translation>%1 分為多個子集（%2）；使用「%3」。可用 --split 選擇其他子集。</translation>
    </message>
    <message>
        <source>a method to measure in place of the usual ones, with values of its own; as often as you like (see convscope methods)</source>
        <translation>代替預設方法來測量的方法，可帶自己的參數值；可多次使用（參見 convscope methods）</translation>
    </message>
    <message>
        <source>%1 starts from noise: leave the photos out, or leave out %1.</source>
        <translation>%1 從噪聲開始：請不要給出照片，或不要使用 %1。</translation>
    </message>
    <message>
        <source>rows do not share --%1: write it into the row, --row METHOD:%1=…</source>
        <translation>各列不共用 --%1：請寫在列中，--row METHOD:%1=…</translation>
    </message>
    <message>
        <source>%1 Allowed: %2.</source>
        <translation>%1 允許：%2。</translation>
    </message>
    <message>
        <source>of the marks on superpixels: board (blue for, orange against) or notebook (green and red)</source>
        <translation>超像素標記的顏色：board（藍色支持，橙色反對）或 notebook（綠色和紅色）</translation>
    </message>
    <message>
        <source>rows from top to bottom; of %1</source>
        <translation>從上到下的各列；可選 %1</translation>
    </message>
    <message>
        <source>a map for a class</source>
        <translation>一個類別的圖</translation>
    </message>
    <message>
        <source>the map of one filter</source>
        <translation>一個濾波器的圖</translation>
    </message>
    <message>
        <source>a picture made step by step</source>
        <translation>逐步生成的圖片</translation>
    </message>
    <message>
        <source>a weight for each superpixel</source>
        <translation>每個超像素的權重</translation>
    </message>
    <message>
        <source>how much each place matters</source>
        <translation>每個位置的影響大小</translation>
    </message>
    <message>
        <source>what speaks for it and against it</source>
        <translation>支持與反對它的部分</translation>
    </message>
    <message>
        <source>where that lies which speaks for it</source>
        <translation>支持它的部分所在之處</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation>%1 – %2（%3）</translation>
    </message>
    <message>
        <source>list the methods and their parameters</source>
        <translation>列出各方法及其參數</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>%1 has no “%2”; it has: %3</source>
        <translation>%1 沒有“%2”；它有：%3</translation>
    </message>
    <message>
        <source>“%1” needs a value: %1=…</source>
        <translation>“%1”需要一個值：%1=…</translation>
    </message>
    <message>
        <source>METHOD[:name=value,…]</source>
        <translation>METHOD[:名稱=值,…]</translation>
    </message>
    <message>
        <source>%1 has no values to set</source>
        <translation>%1 沒有可設定的值</translation>
    </message>
    <message>
        <source>where more light raises or lowers the answer</source>
        <translation>何處變亮會使結果升高或降低</translation>
    </message>
    <message>
        <source>measure the methods of a preset: %1, one that you keep, or a .convrows file</source>
        <translation>測量一個預設中的方法：%1、您儲存的預設，或 .convrows 檔案</translation>
    </message>
    <message>
        <source>the rows of a preset: %1, one that you keep, or a .convrows file</source>
        <translation>一個預設的行：%1、您儲存的預設，或 .convrows 檔案</translation>
    </message>
    <message>
        <source>“A against B”</source>
        <translation>“A against B”</translation>
    </message>
    <message>
        <source>one of %1, nor a preset that you keep, nor a file</source>
        <translation>%1 之一、您儲存的預設或檔案</translation>
    </message>
    <message>
        <source>NAME|FILE</source>
        <translation>名稱|檔案</translation>
    </message>
    <message>
        <source>“%1” has no row that can be used here</source>
        <translation>“%1”中沒有可在此使用的行</translation>
    </message>
    <message>
        <source>this version does not know all that the preset asks. Left out: %1.</source>
        <translation>此版本不認識該預設中的部分內容。已略去：%1。</translation>
    </message>
    <message>
        <source>“filter 15:37”</source>
        <translation>“filter 15:37”</translation>
    </message>
    <message>
        <source>a map for a class at each layer</source>
        <translation>每一層上針對一個類別的圖</translation>
    </message>
    <message>
        <source>a weight for each filter</source>
        <translation>每個濾波器一個權重</translation>
    </message>
    <message>
        <source>nothing is named</source>
        <translation>沒有寫出任何名稱</translation>
    </message>
    <message>
        <source>compare methods by measures over many photos</source>
        <translation>在許多照片上用各種度量比較方法</translation>
    </message>
    <message>
        <source>how many photos, evenly spread over the folder; all: each of them</source>
        <translation>比較多少張照片，在資料夾中均勻選取；all：全部</translation>
    </message>
    <message>
        <source>measure all anew; else what was measured before is taken from the cache</source>
        <translation>全部重新測量；否則已測量過的結果取自快取</translation>
    </message>
    <message>
        <source>methods with their usual values: all, or some of %1</source>
        <translation>使用常規引數的方法：all，或下列中的若干個：%1</translation>
    </message>
    <message>
        <source>a method to compare, with values of its own; as often as you like (see convscope methods)</source>
        <translation>一個要比較的方法，可帶自己的引數；可多次給出（參見 convscope methods）</translation>
    </message>
    <message>
        <source>compare the methods of a preset: %1, one that you keep, or a .convrows file</source>
        <translation>比較一個預設中的方法：%1、您儲存的預設，或 .convrows 檔案</translation>
    </message>
    <message>
        <source>what is measured: all, or some of %1</source>
        <translation>測量什麼：all，或下列中的若干個：%1</translation>
    </message>
    <message>
        <source>sort the methods by this measure, the best first</source>
        <translation>按此度量排列方法，最好的在前</translation>
    </message>
    <message>
        <source>print JSON, with the values of each photo</source>
        <translation>輸出 JSON，包含每張照片的數值</translation>
    </message>
    <message>
        <source>print CSV, a line for each method and measure</source>
        <translation>輸出 CSV，每種方法的每個度量一行</translation>
    </message>
    <message>
        <source>also draw the table and the values of each photo: .png, .svg or .pdf</source>
        <translation>同時繪出表格和每張照片的數值：.png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>--sort: %1 is not among --measures.</source>
        <translation>--sort：%1 不在 --measures 之中。</translation>
    </message>
    <message>
        <source>%1 of %2 photos are compared, evenly spread over the folder. --count takes more, --count all takes each.</source>
        <translation>比較 %2 張照片中的 %1 張，在資料夾中均勻選取。--count 可取更多，--count all 取全部。</translation>
    </message>
    <message>
        <source>%1 photos were measured before. --again measures them anew.</source>
        <translation>%1 張照片以前已測量。--again 會重新測量。</translation>
    </message>
    <message>
        <source>what was measured could not be kept: %1</source>
        <translation>測量結果無法儲存：%1</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比較</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 photos; the same command goes on from there</source>
        <translation>在 %2 張照片中的第 %1 張後停止；同樣的命令會從那裡繼續</translation>
    </message>
    <message>
        <source>measure each map and say what speaks for it, beside random maps</source>
        <translation>測量每張圖，並說明它有什麼依據，與隨機圖比較</translation>
    </message>
    <message>
        <source>A, B or A-B</source>
        <translation>A、B 或 A-B</translation>
    </message>
    <message>
        <source>which network is asked: A, the first; B, the second; A-B, what the first says less what the second says</source>
        <translation>詢問哪個網路：A 為第一個；B 為第二個；A-B 為第一個的結果減去第二個的結果</translation>
    </message>
    <message>
        <source>%1 asks the first network: leave --network out, or leave out %1.</source>
        <translation>%1 詢問的是第一個網路：請去掉 --network，或去掉 %1。</translation>
    </message>
    <message>
        <source>--evidence is measured of the first network alone: leave --network out, or leave out --evidence.</source>
        <translation>--evidence 只對第一個網路測量：請去掉 --network，或去掉 --evidence。</translation>
    </message>
    <message>
        <source>measure each map and print what speaks for it, beside random maps</source>
        <translation>測量每張圖，並列印它有什麼依據，與隨機圖比較</translation>
    </message>
    <message>
        <source>a second network, B: a file, or random: the first one with its layers, or its last N layers with weights, drawn anew</source>
        <translation>第二個網路 B：一個檔案；或 random：重新隨機生成全部層（或最後 N 個帶權重的層）權重的第一個網路</translation>
    </message>
    <message>
        <source>%1 is missing: %2 is asked for, but which network is B?</source>
        <translation>缺少 %1：要求詢問 %2，但哪個網路是 B？</translation>
    </message>
    <message>
        <source>one more row, with values of its own; as often as you like (see convscope methods). network=B asks the second network, network=A-B how both differ</source>
        <translation>再新增一行，可帶自己的引數值；可多次使用（參見 convscope methods）。network=B 詢問第二個網路，network=A-B 顯示兩者之差</translation>
    </message>
    <message>
        <source>random:N with a whole number N from 1</source>
        <translation>random:N（N 為不小於 1 的整數）</translation>
    </message>
    <message>
        <source>network: .pt2, ONNX, TorchScript, or a checkpoint</source>
        <translation>網路：.pt2、ONNX、TorchScript 或檢查點</translation>
    </message>
    <message>
        <source>draw a map of the photos of a folder</source>
        <translation>繪製一個資料夾中照片的分佈圖</translation>
    </message>
    <message>
        <source>folder of the index; without it, the one in your cache that belongs to the network and the photos. It is brought up to date first</source>
        <translation>索引所在的資料夾；不給出時使用快取中屬於該網路和這些照片的索引。會先將其更新</translation>
    </message>
    <message>
        <source>a figure (.png, .svg, .pdf) or a table (.csv); without it the table is printed</source>
        <translation>圖（.png、.svg、.pdf）或表格（.csv）；不給出時輸出表格</translation>
    </message>
    <message>
        <source>the layer whose mean responses are the features, by number or name; without it the layer before the answer</source>
        <translation>以哪一層的平均響應作為特徵，用編號或名稱；不給出時為答案之前的那一層</translation>
    </message>
    <message>
        <source>how photos are laid out</source>
        <translation>照片如何排布</translation>
    </message>
    <message>
        <source>seed of t-SNE: the same one gives the same map</source>
        <translation>t-SNE 的隨機種子：相同的種子得到相同的分佈圖</translation>
    </message>
    <message>
        <source>t-SNE: about how many neighbours count</source>
        <translation>t-SNE：大約計入多少個近鄰</translation>
    </message>
    <message>
        <source>t-SNE: how many steps</source>
        <translation>t-SNE：多少步</translation>
    </message>
    <message>
        <source>what the colours tell: the true class, the predicted one, whether both are the same, or the value of --filter</source>
        <translation>顏色表示什麼：真實類別、預測類別、兩者是否相同，或 --filter 的值</translation>
    </message>
    <message>
        <source>the layer of --filter</source>
        <translation>--filter 所在的層</translation>
    </message>
    <message>
        <source>a filter whose mean response each photo has as its value</source>
        <translation>以該濾波器的平均響應作為每張照片的值</translation>
    </message>
    <message>
        <source>--out: the name must end in .png, .svg, .pdf or .csv.</source>
        <translation>--out：名稱必須以 .png、.svg、.pdf 或 .csv 結尾。</translation>
    </message>
    <message>
        <source>--filter: of which layer? Name it with --value-layer.</source>
        <translation>--filter：哪一層的？請用 --value-layer 指定。</translation>
    </message>
    <message>
        <source>--colour value needs --filter.</source>
        <translation>--colour value 需要 --filter。</translation>
    </message>
    <message>
        <source>Laying out photos</source>
        <translation>正在排布照片</translation>
    </message>
    <message>
        <source>this method starts from noise and asks the first network: leave --network out.</source>
        <translation>此方法從噪聲開始，並詢問第一個網路：請去掉 --network。</translation>
    </message>
    <message>
        <source>this method starts from noise: leave the photos out.</source>
        <translation>此方法從噪聲開始：請去掉照片。</translation>
    </message>
    <message>
        <source>what excites a filter: the photos, and where in them</source>
        <translation>什麼能激發濾波器：哪些照片，照片中的哪裡</translation>
    </message>
    <message>
        <source>folder of the index; without it, the one in your cache that belongs to the network and the photos</source>
        <translation>索引資料夾；不給出時，使用快取中屬於該網路和這些照片的索引</translation>
    </message>
    <message>
        <source>draw it: .png, .svg or .pdf; without it the text is printed</source>
        <translation>繪製成圖：.png、.svg 或 .pdf；不給出時輸出文字</translation>
    </message>
    <message>
        <source>An index of the photos is built where there is none, and brought up to date where photos have come or gone (see convscope index).</source>
        <translation>沒有照片索引時會建立索引；照片有增減時會更新索引（見 convscope index）。</translation>
    </message>
    <message>
        <source>the layer, by number or name</source>
        <translation>層，用編號或名稱表示</translation>
    </message>
    <message>
        <source>the filter, counted from 0</source>
        <translation>濾波器，從 0 開始計數</translation>
    </message>
    <message>
        <source>all filters of the layer in place of one</source>
        <translation>該層的所有濾波器，而不是其中一個</translation>
    </message>
    <message>
        <source>how many photos</source>
        <translation>照片數量</translation>
    </message>
    <message>
        <source>also make the picture that excites the filter most, as visualize does from noise; of a whole layer in place of the photos</source>
        <translation>同時生成最能激發該濾波器的圖片，與 visualize 從噪聲出發時相同；對整個層則用它代替照片</translation>
    </message>
    <message>
        <source>draw the filter&apos;s map over the photos</source>
        <translation>在照片上疊加該濾波器的特徵圖</translation>
    </message>
    <message>
        <source>draw all of the photos, with frames around what the filter sees</source>
        <translation>繪製整張照片，並框出濾波器看到的部分</translation>
    </message>
    <message>
        <source>--filter is missing: which filter? --whole-layer is for all of them.</source>
        <translation>缺少 --filter：哪個濾波器？--whole-layer 表示所有濾波器。</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>正在讀取照片</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>濾波器 %1</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>網路：%1</translation>
    </message>
    <message>
        <source>Photos: %1 (%2)</source>
        <translation>照片：%1（%2 張）</translation>
    </message>
    <message>
        <source>find the photos that excite each filter most, and keep them</source>
        <translation>找出最能激發每個濾波器的照片並儲存</translation>
    </message>
    <message>
        <source>build: look at all photos that the index does not know; status: what is there; merge: put the blocks of shards together; show: a layer or a filter; concepts: how well maps overlap the masks of photos; remove: delete the index</source>
        <translation>build：檢視索引尚不知道的所有照片；status：現有內容；merge：合併各分片的資料塊；show：一層或一個濾波器；concepts：啟用圖與照片遮罩的重疊程度；remove：刪除索引</translation>
    </message>
    <message>
        <source>build: layers to look at, by number or name; without it all convolutions and their activation functions</source>
        <translation>build：要檢視的層，用編號或名稱；不給出時為所有卷積及其啟用函式</translation>
    </message>
    <message>
        <source>like 0/8: the first of eight</source>
        <translation>形如 0/8：八個中的第一個</translation>
    </message>
    <message>
        <source>build: only every n-th block from the i-th on, counted from 0; several programs may do that at once, and merge ends it</source>
        <translation>build：只做從第 i 塊起每隔 n 塊的一塊，從 0 數起；多個程式可以同時進行，最後用 merge 合併</translation>
    </message>
    <message>
        <source>build: photos that are lost at most when the program is killed</source>
        <translation>build：程式被終止時最多損失多少張照片的工作</translation>
    </message>
    <message>
        <source>merge: also while blocks are missing</source>
        <translation>merge：即使缺少資料塊也合併</translation>
    </message>
    <message>
        <source>remove: all indexes in your cache</source>
        <translation>remove：快取中的所有索引</translation>
    </message>
    <message>
        <source>show: the layer, by number or name</source>
        <translation>show：層，用編號或名稱</translation>
    </message>
    <message>
        <source>show: the filter; without it a line for each filter of the layer</source>
        <translation>show：濾波器；不給出時該層每個濾波器一行</translation>
    </message>
    <message>
        <source>show: how many photos</source>
        <translation>show：多少張照片</translation>
    </message>
    <message>
        <source>--index is missing: which index?</source>
        <translation>缺少 --index：哪個索引？</translation>
    </message>
    <message>
        <source>--layer is missing: which layer?</source>
        <translation>缺少 --layer：哪一層？</translation>
    </message>
    <message>
        <source>%1 photos of %2, by %3
</source>
        <translation>%2 的 %1 張照片，網路 %3
</translation>
    </message>
    <message>
        <source>%1 of %2 blocks are missing: %3. Build their shards, or merge what is there with --partial.</source>
        <translation>%2 個資料塊中缺少 %1 個：%3。請構建其所在的分片，或用 --partial 合併現有部分。</translation>
    </message>
    <message>
        <source>Comparing maps with masks</source>
        <translation>正在將啟用圖與遮罩比較</translation>
    </message>
    <message>
        <source>--index is missing: there is no home folder to keep it in.</source>
        <translation>缺少 --index：沒有可以存放它的主資料夾。</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>正在檢視照片</translation>
    </message>
    <message>
        <source>Photos that could not be read: %1.</source>
        <translation>無法讀取的照片：%1。</translation>
    </message>
    <message>
        <source>Blocks merged: %1. Photos in the index: %2.
</source>
        <translation>已合併的資料塊：%1。索引中的照片：%2。
</translation>
    </message>
    <message>
        <source>build: look at all photos again; what is there stays until that is done</source>
        <translation>build：重新檢視所有照片；完成之前保留現有內容</translation>
    </message>
    <message>
        <source>--labels and --label-map need --model here: the index does not tell the network&apos;s classes.</source>
        <translation>此處 --labels 和 --label-map 需要 --model：索引中沒有網路的類別。</translation>
    </message>
    <message>
        <source>%1 of %2 blocks are damaged: %3. Build their shards again, which runs these blocks again, or merge the others with --partial. Of n shards, shard i has the blocks i, i + n, i + 2n, …</source>
        <translation>%2 個分塊中有 %1 個已損壞：%3。請再次建立它們所屬的分片（這些分塊會重新執行），或用 --partial 合併其餘分塊。共 n 個分片時，分片 i 的分塊為 i、i + n、i + 2n……</translation>
    </message>
    <message>
        <source>so many photos have gone or changed that the lists of filters would have been too short: the index was begun anew</source>
        <translation>已刪除或更改的照片太多，濾波器的列表會過短：索引已從頭重建</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>1 photo</source>
        <translation>1 張照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 張照片</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>網路：%1</translation>
    </message>
    <message>
        <source>Photos: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>random map</source>
        <translation>隨機圖</translation>
    </message>
    <message>
        <source>coarse random map</source>
        <translation>粗粒度隨機圖</translation>
    </message>
    <message>
        <source>uniform map</source>
        <translation>均勻圖</translation>
    </message>
    <message>
        <source>middle of the picture</source>
        <translation>圖片中心</translation>
    </message>
    <message>
        <source>%1 has no value on %2: there its map is the same everywhere, or holds what is no number.</source>
        <translation>%1在%2上沒有數值：那裡的圖處處相同，或含有不是數的值。</translation>
    </message>
    <message>
        <source>By “%1” no method is better than the %2.</source>
        <translation>按“%1”，沒有方法優於%2。</translation>
    </message>
    <message>
        <source>“%1” is of %2: only there each method has a value.</source>
        <translation>“%1”取自%2：只有在這些照片上每種方法都有數值。</translation>
    </message>
    <message>
        <source>“%1” has no means: there is no photo on which each method has a value.</source>
        <translation>“%1”沒有均值：沒有一張照片使每種方法都有數值。</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>describes the map</source>
        <translation>描述圖本身</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>There is no mean.</source>
        <translation>沒有均值。</translation>
    </message>
    <message>
        <source>The value of one photo is %1. An interval takes two photos.</source>
        <translation>一張照片的數值為 %1。區間需要兩張照片。</translation>
    </message>
    <message>
        <source>The mean of %1 is %2; its 95 % interval is %3.</source>
        <translation>%1的均值為 %2；其 95 % 區間為 %3。</translation>
    </message>
    <message>
        <source>The measure says nothing of the map on %1.</source>
        <translation>該度量對%1上的圖沒有結論。</translation>
    </message>
    <message>
        <source>It failed on %1.</source>
        <translation>在%1上失敗。</translation>
    </message>
    <message>
        <source>Means are taken over the photos on which each method has a value, with 95 % intervals (bootstrap, %1 resamples).</source>
        <translation>均值取自每種方法都有數值的照片，並給出 95 % 區間（自助法，重取樣 %1 次）。</translation>
    </message>
    <message>
        <source>The network has one class, which always has all the probability. Measures of probabilities say nothing.</source>
        <translation>該網路只有一個類別，它總是佔全部機率。基於機率的度量沒有意義。</translation>
    </message>
    <message>
        <source>The network gives the same answer to all photos, so these measures say nothing of the methods. Try another checkpoint.</source>
        <translation>該網路對所有照片給出相同的回答，因此這些度量不能說明方法的好壞。請試用其他檢查點。</translation>
    </message>
    <message>
        <source>Intervals take two photos or more.</source>
        <translation>區間需要兩張或更多照片。</translation>
    </message>
    <message>
        <source>1 photo has the same content as another one and is left out.</source>
        <translation>1 張照片與另一張內容相同，未計入。</translation>
    </message>
    <message>
        <source>%1 photos have the same content as another one and are left out.</source>
        <translation>%1 張照片與其他照片內容相同，未計入。</translation>
    </message>
    <message>
        <source>Of %1 no true class is known; there the predicted class is explained.</source>
        <translation>%1的真實類別未知；對它們解釋的是預測類別。</translation>
    </message>
    <message>
        <source>On %1 the methods explain different classes, so their values are of different things.</source>
        <translation>在%1上各方法解釋的類別不同，因此其數值所指不同。</translation>
    </message>
    <message>
        <source>%1, on %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>map</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Of %1 there is no mask, so what is measured by the mask has no value there.</source>
        <translation>%1沒有掩碼，因此用掩碼測量的指標在那裡沒有數值。</translation>
    </message>
    <message>
        <source>This is the best: the interval overlaps that of no other map.</source>
        <translation>這是最好的：其區間不與任何其他圖的區間重疊。</translation>
    </message>
    <message>
        <source>★ the best: its interval overlaps that of no other map</source>
        <translation>★ 最好：其區間不與任何其他圖的區間重疊</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>predicted</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真實</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>taken for it</source>
        <translation>被判為該類</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Save the picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>圖片 (*.png)</translation>
    </message>
    <message>
        <source>%1, an array of NumPy (*.npy)</source>
        <translation>%1，NumPy 陣列 (*.npy)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>儲存數值</translation>
    </message>
    <message>
        <source>Show in the file &amp;manager</source>
        <translation>在檔案管理器中顯示(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>複製名稱(&amp;N)</translation>
    </message>
    <message>
        <source>Copy pat&amp;h</source>
        <translation>複製路徑(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>複製圖片(&amp;C)</translation>
    </message>
    <message>
        <source>Save p&amp;icture…</source>
        <translation>儲存圖片(&amp;I)…</translation>
    </message>
    <message>
        <source>Copy n&amp;umbers</source>
        <translation>複製數值(&amp;U)</translation>
    </message>
    <message>
        <source>As a table, for a spreadsheet</source>
        <translation>作為表格，供試算表使用</translation>
    </message>
    <message>
        <source>&amp;Save numbers…</source>
        <translation>儲存數值(&amp;S)…</translation>
    </message>
    <message>
        <source>As an array of NumPy or as a table</source>
        <translation>作為 NumPy 陣列或表格</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>at the upper left</source>
        <translation>左上方</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>上方</translation>
    </message>
    <message>
        <source>at the upper right</source>
        <translation>右上方</translation>
    </message>
    <message>
        <source>at the left</source>
        <translation>左側</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>at the right</source>
        <translation>右側</translation>
    </message>
    <message>
        <source>at the lower left</source>
        <translation>左下方</translation>
    </message>
    <message>
        <source>at the bottom</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>at the lower right</source>
        <translation>右下方</translation>
    </message>
    <message>
        <source>for %1: the same everywhere</source>
        <translation>針對 %1：處處相同</translation>
    </message>
    <message>
        <source>for %1: strongest %2</source>
        <translation>針對 %1：%2最強</translation>
    </message>
    <message>
        <source>layer %1, filter %2</source>
        <translation>層 %1，濾波器 %2</translation>
    </message>
    <message>
        <source>of %1: the same everywhere</source>
        <translation>%1：處處相同</translation>
    </message>
    <message>
        <source>of %1: strongest %2</source>
        <translation>%1：%2最強</translation>
    </message>
    <message>
        <source>of %1: what excites the filter most</source>
        <translation>%1：最能激發該濾波器的影像</translation>
    </message>
    <message>
        <source>for %1: %2; %3</source>
        <translation>針對 %1：%2；%3</translation>
    </message>
    <message>
        <source>no superpixel speaks for it</source>
        <translation>沒有超像素支持它</translation>
    </message>
    <message>
        <source>no superpixel speaks against it</source>
        <translation>沒有超像素反對它</translation>
    </message>
    <message>
        <source>superpixels that speak for it: %1, the strongest %2</source>
        <translation>支持它的超像素有 %1 個，最強者在%2</translation>
    </message>
    <message>
        <source>superpixels that speak against it: %1, the strongest %2</source>
        <translation>反對它的超像素有 %1 個，最強者在%2</translation>
    </message>
    <message>
        <source>without the network: the same everywhere</source>
        <translation>與網路無關：處處相同</translation>
    </message>
    <message>
        <source>without the network: strongest %1</source>
        <translation>與網路無關：最強處在%1</translation>
    </message>
    <message>
        <source>for %1: no filter adds anything</source>
        <translation>針對 %1：沒有濾波器有貢獻</translation>
    </message>
    <message>
        <source>for %1: filter %2 counts most, %3</source>
        <translation>針對 %1：濾波器 %2 影響最大，%3</translation>
    </message>
    <message>
        <source>for %1; layers: %2</source>
        <translation>針對 %1；層數：%2</translation>
    </message>
    <message>
        <source>for %1: both are the same</source>
        <translation>對於%1：兩者相同</translation>
    </message>
    <message>
        <source>for %1: they differ most %2</source>
        <translation>對於%1：%2差異最大</translation>
    </message>
    <message>
        <source>no superpixel with more in A</source>
        <translation>沒有 A 更多的超畫素</translation>
    </message>
    <message>
        <source>no superpixel with more in B</source>
        <translation>沒有 B 更多的超畫素</translation>
    </message>
    <message>
        <source>superpixels with more in A: %1, the strongest %2</source>
        <translation>A 更多的超畫素：%1 個，最強的%2</translation>
    </message>
    <message>
        <source>superpixels with more in B: %1, the strongest %2</source>
        <translation>B 更多的超畫素：%1 個，最強的%2</translation>
    </message>
    <message>
        <source>of %1: what excites the class most</source>
        <translation>%1：最能激發該類別的影象</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>photo %1</source>
        <translation>照片 %1</translation>
    </message>
    <message>
        <source>choice of %1 photos</source>
        <translation>選擇 %1 張照片</translation>
    </message>
    <message>
        <source>photo %1 taken away</source>
        <translation>移除照片 %1</translation>
    </message>
    <message>
        <source>%1 photos taken away</source>
        <translation>移除 %1 張照片</translation>
    </message>
    <message>
        <source>pin of %1</source>
        <translation>釘選 %1</translation>
    </message>
    <message>
        <source>class explained to %1</source>
        <translation>對 %1 解釋的類別</translation>
    </message>
    <message>
        <source>order of the photos</source>
        <translation>照片的順序</translation>
    </message>
    <message>
        <source>order of the rows</source>
        <translation>列的順序</translation>
    </message>
    <message>
        <source>look of %1</source>
        <translation>%1 的外觀</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>濾波器 %1</translation>
    </message>
    <message>
        <source>class that is explained</source>
        <translation>所解釋的類別</translation>
    </message>
    <message>
        <source>outline of the food</source>
        <translation>食物輪廓</translation>
    </message>
    <message>
        <source>board change</source>
        <translation>對照板更改</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>row %1 removed</source>
        <translation>移除列 %1</translation>
    </message>
    <message>
        <source>row %1 added</source>
        <translation>新增列 %1</translation>
    </message>
    <message>
        <source>row %1 held</source>
        <translation>固定列 %1</translation>
    </message>
    <message>
        <source>row %1 follows</source>
        <translation>列 %1 跟隨</translation>
    </message>
    <message>
        <source>start of slow rows</source>
        <translation>較慢的列何時開始</translation>
    </message>
    <message>
        <source>search of the gallery</source>
        <translation>相簿的搜尋</translation>
    </message>
    <message>
        <source>filter of the gallery</source>
        <translation>相簿的篩選</translation>
    </message>
    <message>
        <source>order of the gallery</source>
        <translation>相簿的順序</translation>
    </message>
    <message>
        <source>network of %1</source>
        <translation>%1的網路</translation>
    </message>
</context>
<context>
    <name>DissectionTexts</name>
    <message>
        <source>filter</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>閾值</translation>
    </message>
    <message>
        <source>IoU with all masks</source>
        <translation>與所有遮罩的 IoU</translation>
    </message>
    <message>
        <source>best class</source>
        <translation>最佳類別</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>檢測器</translation>
    </message>
    <message>
        <source>%1 photos with a mask. A detector overlaps by at least %2 (network dissection).</source>
        <translation>有遮罩的照片：%1 張。重疊至少達到 %2 的為檢測器（network dissection）。</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小時 %2 分鐘</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>%1 % right</source>
        <translation>%1% 正確</translation>
    </message>
    <message>
        <source>No true class is known</source>
        <translation>沒有已知的真實類別</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%2 張中 %1 張正確</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>%1 · as by guessing</source>
        <translation>%1 · 與隨機猜測相當</translation>
    </message>
    <message>
        <source>%1 of %2 photos right</source>
        <translation>%2 張照片中 %1 張正確</translation>
    </message>
    <message>
        <source>%1: %2 of %3 photos</source>
        <translation>%1：%3 張照片中的 %2 張</translation>
    </message>
    <message>
        <source>Labels are not compared</source>
        <translation>標籤不作比較</translation>
    </message>
    <message>
        <source>No photo could be evaluated</source>
        <translation>沒有照片能夠評估</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>−%1 %</source>
        <translation>−%1%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>top 10 % hidden: %1</source>
        <translation>遮住最熱的 10%：%1</translation>
    </message>
    <message>
        <source>Hiding the top 10 %: %1 %2. Hiding 10 % at random: %3 (%4) in patches, %5 (%6) pixel by pixel.</source>
        <translation>遮住最熱的 10%：%1%2。隨機遮住 10%：成塊時 %3（%4），逐畫素時 %5（%6）。</translation>
    </message>
    <message>
        <source>No better than chance on this photo.</source>
        <translation>在這張照片上不比隨機好。</translation>
    </message>
    <message>
        <source>No better than chance: %1, random maps %2</source>
        <translation>不比隨機好：%1，隨機圖 %2</translation>
    </message>
    <message>
        <source>No better than chance</source>
        <translation>不比隨機好</translation>
    </message>
    <message>
        <source>Random single pixels do as much on this photo.</source>
        <translation>在這張照片上隨機的單個畫素效果也一樣。</translation>
    </message>
    <message>
        <source>top 10 % hidden: %1, random pixels %2</source>
        <translation>遮住最熱的 10%：%1，隨機畫素 %2</translation>
    </message>
    <message>
        <source>%1, random pixels %2</source>
        <translation>%1，隨機畫素 %2</translation>
    </message>
    <message>
        <source>top 10 % hidden: %1, random maps %2</source>
        <translation>遮住最熱的 10%：%1，隨機圖 %2</translation>
    </message>
    <message>
        <source>%1, random maps %2</source>
        <translation>%1，隨機圖 %2</translation>
    </message>
    <message>
        <source>%1: it knows nothing of the network.</source>
        <translation>%1：它對網路一無所知。</translation>
    </message>
    <message>
        <source>%1: it shows the photo more than the network.</source>
        <translation>%1：它展示的更多是照片而不是網路。</translation>
    </message>
    <message>
        <source>%1: it shows the network.</source>
        <translation>%1：它展示的是網路。</translation>
    </message>
    <message>
        <source>Pieces add up to %1 of %2</source>
        <translation>各部分加起來是 %2 中的 %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2 is too much.</source>
        <translation>%1：多了 %2。</translation>
    </message>
    <message>
        <source>%1: %2 is missing.</source>
        <translation>%1：缺少 %2。</translation>
    </message>
    <message>
        <source>%1 chance of the samples</source>
        <translation>樣本的偶然性 %1</translation>
    </message>
    <message>
        <source>Chance in the samples makes %1 of the map; it would make 100 % of a map of chance alone.</source>
        <translation>樣本的偶然性佔圖的 %1；全憑偶然的圖是 100%。</translation>
    </message>
    <message>
        <source>±%1 by invisible noise</source>
        <translation>看不見的噪聲 ±%1</translation>
    </message>
    <message>
        <source>A photo that differs by invisible noise changes the map by up to %1; its pixels in a random order would change it by %2.</source>
        <translation>一張只差看不見的噪聲的照片最多使圖改變 %1；把它的畫素隨機排列會改變 %2。</translation>
    </message>
    <message>
        <source>A photo that differs by invisible noise changes the map by up to %1.</source>
        <translation>一張只差看不見的噪聲的照片最多使圖改變 %1。</translation>
    </message>
    <message>
        <source>The linear model explains %1 (R²); random weights would explain 0 %.</source>
        <translation>線性模型解釋了 %1（R²）；隨機權重會解釋 0%。</translation>
    </message>
    <message>
        <source>This is about %1, which the network predicts wrongly: the photo is %2.</source>
        <translation>這是關於%1的，網路的這一預測是錯的：照片是%2。</translation>
    </message>
    <message>
        <source>This is about %1; the network predicts %2.</source>
        <translation>這是關於%1的；網路預測的是%2。</translation>
    </message>
    <message>
        <source>Evidence is being measured</source>
        <translation>正在測量證據</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>測量中</translation>
    </message>
    <message>
        <source>No evidence: stopped</source>
        <translation>沒有證據：已停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>No evidence: it failed</source>
        <translation>沒有證據：失敗了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Hidden pixels are black. The network has never seen such pictures, so compare with the range of ten random maps. A good number says what this network uses, not that it is right.</source>
        <translation>被遮住的畫素是黑色的。網路從未見過這樣的圖片，所以請與十張隨機圖的範圍比較。數字好只說明這個網路用了什麼，不說明它是對的。</translation>
    </message>
    <message>
        <source>%1 alike with weights drawn anew</source>
        <translation>重新抽取權重後 %1 相似</translation>
    </message>
    <message>
        <source>Hiding the top 10 %: %1 %2. No random maps have been hidden yet.</source>
        <translation>遮住最熱的 10%：%1%2。還沒有遮住過隨機圖。</translation>
    </message>
    <message>
        <source>%1 alike (random maps: %2 to %3)</source>
        <translation>有 %1 相似（隨機圖：%2 到 %3）</translation>
    </message>
    <message>
        <source>%1 alike</source>
        <translation>有 %1 相似</translation>
    </message>
    <message>
        <source>With the network&apos;s weights drawn anew the map is %1</source>
        <translation>重新抽取網路的權重後，圖%1</translation>
    </message>
    <message>
        <source>no better</source>
        <translation>不更好</translation>
    </message>
</context>
<context>
    <name>Examining</name>
    <message>
        <source>The index does not hold layer %1. Choose a convolution, a batch norm or an activation function.</source>
        <translation>索引中沒有第 %1 層。請選擇卷積、批歸一化或啟用函式。</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>true class unknown</source>
        <translation>真實類別未知</translation>
    </message>
    <message>
        <source>true: %1</source>
        <translation>真實：%1</translation>
    </message>
    <message>
        <source>predicted: %1</source>
        <translation>預測：%1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>fewer for a figure of this size, or a smaller width</source>
        <translation>對這樣大小的插圖請用更少的點數，或更小的寬度</translation>
    </message>
    <message>
        <source>at least %1 for so many photos</source>
        <translation>這麼多照片至少需要 %1</translation>
    </message>
    <message>
        <source>B predicts: %1</source>
        <translation>B 預測：%1</translation>
    </message>
</context>
<context>
    <name>FilterCrops</name>
    <message>
        <source>The photo is not there any more.</source>
        <translation>照片已不存在。</translation>
    </message>
    <message>
        <source>The photo has changed since.</source>
        <translation>照片此後已更改。</translation>
    </message>
    <message>
        <source>taken for %1</source>
        <translation>被判為%1</translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation>%1，被判為%2</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <source>rows %1 to %2, columns %3 to %4</source>
        <translation>第 %1 至 %2 行，第 %3 至 %4 列</translation>
    </message>
</context>
<context>
    <name>FilterPageTexts</name>
    <message>
        <source>Layer %1 (%2, %3)</source>
        <translation>層 %1（%2，%3）</translation>
    </message>
    <message>
        <source>%1, filter %2 of %3</source>
        <translation>%1，濾波器 %2（共 %3 個）</translation>
    </message>
    <message>
        <source>receptive field: all of the picture</source>
        <translation>感受野：整張圖片</translation>
    </message>
    <message>
        <source>receptive field: %1 × %2 pixels</source>
        <translation>感受野：%1 × %2 畫素</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>most similar filters (cosine): %1</source>
        <translation>最相似的濾波器（餘弦）：%1</translation>
    </message>
    <message>
        <source>Largest value in each photo</source>
        <translation>每張照片中的最大值</translation>
    </message>
    <message>
        <source>all photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Largest value in each photo, by true class</source>
        <translation>每張照片中的最大值，按真實類別</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Largest value in each photo, by true class: the first %1 of %2</source>
        <translation>每張照片中的最大值，按真實類別：%2 類中的前 %1 類</translation>
    </message>
    <message>
        <source>What excites it most</source>
        <translation>最能激發它的影象</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>%1 × %2 × %3, up to ±%4</source>
        <translation>%1 × %2 × %3，最大 ±%4</translation>
    </message>
    <message>
        <source>the first %1 inputs</source>
        <translation>前 %1 個輸入</translation>
    </message>
</context>
<context>
    <name>Fitting</name>
    <message>
        <source>Class %1 was chosen for another network; the true class is explained instead.</source>
        <translation>類別 %1 是為另一個網路選擇的；改為解釋真實類別。</translation>
    </message>
    <message>
        <source>%1 has no %2; the true class is explained instead.</source>
        <translation>%1 沒有 %2；改為解釋真實類別。</translation>
    </message>
    <message>
        <source>Layer %1 was chosen for another network; layer %2 is shown instead.</source>
        <translation>層 %1 是為另一個網路選擇的；改為顯示層 %2。</translation>
    </message>
    <message>
        <source>%1 has no layer %2 with maps; layer %3 is shown instead.</source>
        <translation>%1 沒有帶特徵圖的層 %2；改為顯示層 %3。</translation>
    </message>
    <message>
        <source>Layer %1 of %2 has other filters; filter %3 is shown instead of %4.</source>
        <translation>%2 的層 %1 有不同的濾波器；顯示濾波器 %3，而不是 %4。</translation>
    </message>
    <message>
        <source>%1 has no such filter %2 of layer %3; the true class is explained instead.</source>
        <translation>%1 的層 %3 沒有濾波器 %2；改為解釋真實類別。</translation>
    </message>
    <message>
        <source>%1 has one class, so there is none to compare it with.</source>
        <translation>%1 只有一個類別，沒有可比較的類別。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>&lt;b&gt;Open photos&lt;/b&gt; (Ctrl+O) and &lt;b&gt;a network&lt;/b&gt; (Ctrl+M), or drop both on the window. &lt;i&gt;File &amp;gt; Open demo&lt;/i&gt; has some of both to play with.</source>
        <translation>&lt;b&gt;開啟照片&lt;/b&gt; (Ctrl+O) 與&lt;b&gt;網路&lt;/b&gt; (Ctrl+M)，或將兩者拖放到視窗中。&lt;i&gt;檔案 &amp;gt; 開啟示範&lt;/i&gt;提供可供試用的照片與網路。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Choose photos&lt;/b&gt; on the left; hold Ctrl or Shift to choose several. Each becomes a column of the board. Space keeps a photo there while you browse on.</source>
        <translation>在左側&lt;b&gt;選擇照片&lt;/b&gt;；按住 Ctrl 或 Shift 鍵可選擇多張。每張成為對照板的一欄。按空白鍵可在瀏覽其他照片時將一張照片保留在對照板上。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Read the board&lt;/b&gt;: the heading of a photo says what the network takes it for; hold the pointer over a picture or a row&apos;s name to read what it means and what it does not.</source>
        <translation>&lt;b&gt;閱讀對照板&lt;/b&gt;：照片的標題說明網路把它判為什麼；將指標停在圖片或列名上，可以了解它表示什麼、不表示什麼。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Look closely&lt;/b&gt;: a double click or Enter opens a picture large; Ctrl and the wheel zoom into all pictures at once.</source>
        <translation>&lt;b&gt;仔細查看&lt;/b&gt;：按兩下或按 Enter 鍵放大顯示一張圖片；Ctrl 加滾輪同時縮放所有圖片。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Export a figure&lt;/b&gt; (Ctrl+E) for the report. It carries its recipe: dropped on the window, it brings its board back.</source>
        <translation>為報告&lt;b&gt;匯出插圖&lt;/b&gt; (Ctrl+E)。插圖帶有產生配方：拖放到視窗中，即可還原其對照板。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向鍵</translation>
    </message>
    <message>
        <source>Move in the list or the board that has the focus</source>
        <translation>在取得焦點的清單或對照板中移動</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白鍵</translation>
    </message>
    <message>
        <source>In the photos: pin the photo, or no longer; pinned photos stay on the board</source>
        <translation>在照片清單中：釘選照片，或取消釘選；釘選的照片保留在對照板上</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>Go to the first or the last photo</source>
        <translation>前往第一張或最後一張照片</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母鍵</translation>
    </message>
    <message>
        <source>In the photos: go to the next name that begins so</source>
        <translation>在照片清單中：前往下一個以此開頭的名稱</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>數字鍵</translation>
    </message>
    <message>
        <source>Among the maps of a layer: go to the filter of that number</source>
        <translation>在層的特徵圖中：前往該編號的濾波器</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Go to the next list, field or button</source>
        <translation>前往下一個清單、欄位或按鈕</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter 鍵</translation>
    </message>
    <message>
        <source>Open the photo or picture large; in a search, go to what was found</source>
        <translation>放大開啟照片或圖片；在搜尋框中則跳轉到找到的內容</translation>
    </message>
    <message>
        <source>Menu key or Shift+F10</source>
        <translation>選單鍵或 Shift+F10</translation>
    </message>
    <message>
        <source>Open the menu of what has the focus</source>
        <translation>開啟焦點所在處的選單</translation>
    </message>
    <message>
        <source>&lt;b&gt;Choose a layer and a filter&lt;/b&gt; on the right. The rows &lt;i&gt;Activation&lt;/i&gt; and &lt;i&gt;Feature visualisation&lt;/i&gt; follow.</source>
        <translation>在右側&lt;b&gt;選擇層和濾波器&lt;/b&gt;。&lt;i&gt;活化&lt;/i&gt;和&lt;i&gt;特徵視覺化&lt;/i&gt;兩列會隨之更新。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Ask otherwise&lt;/b&gt;: the &lt;i&gt;Parameters&lt;/i&gt; tab holds what the selected row asks, the ⋯ of a row its colours, the ⋯ of a column the class that is explained.</source>
        <translation>&lt;b&gt;換一種問法&lt;/b&gt;：&lt;i&gt;參數&lt;/i&gt;標籤頁中是所選列的設定，列上的 ⋯ 中是其配色，欄上的 ⋯ 中是要解釋的類別。</translation>
    </message>
    <message>
        <source>Alt+Left, Alt+Right</source>
        <translation>Alt+左箭頭、Alt+右箭頭</translation>
    </message>
    <message>
        <source>In the graph: back to the operator that a link was followed from, and forward again</source>
        <translation>在計算圖中：回到跟隨連結之前的運算元，以及再次前進</translation>
    </message>
</context>
<context>
    <name>IndexTexts</name>
    <message>
        <source>, about %1</source>
        <translation>，約需 %1</translation>
    </message>
    <message>
        <source>No index yet: %1 photos are to be looked at%2.</source>
        <translation>還沒有索引：需要檢視 %1 張照片%2。</translation>
    </message>
    <message>
        <source>Whole: %1 photos.</source>
        <translation>完整：%1 張照片。</translation>
    </message>
    <message>
        <source>Of %1 photos: %2. It can be brought up to date%3.</source>
        <translation>共 %1 張照片：%2。可以更新%3。</translation>
    </message>
    <message>
        <source>dead on all %1 photos</source>
        <translation>在全部 %1 張照片上都不響應</translation>
    </message>
    <message>
        <source>answers like filter %1 (cosine %2)</source>
        <translation>響應與濾波器 %1 相同（餘弦 %2）</translation>
    </message>
    <message>
        <source>fires for %1 (selectivity %2)</source>
        <translation>只對%1響應（選擇性 %2）</translation>
    </message>
    <message>
        <source>fires everywhere</source>
        <translation>處處響應</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>photos: %1, of which %2 with a value above 0</source>
        <translation>照片：%1 張，其中 %2 的值大於 0</translation>
    </message>
    <message>
        <source>mean %1, from %2 to %3</source>
        <translation>平均 %1，從 %2 到 %3</translation>
    </message>
    <message>
        <source>places where the ReLU lets nothing through: %1</source>
        <translation>ReLU 不讓任何值透過的位置：%1</translation>
    </message>
    <message>
        <source>sparseness over the photos: %1</source>
        <translation>在照片上的稀疏度：%1</translation>
    </message>
    <message>
        <source>class selectivity: %1 (%2)</source>
        <translation>類別選擇性：%1（%2）</translation>
    </message>
    <message>
        <source>Layer %1 (%2, %3), filter %4 of %5</source>
        <translation>第 %1 層（%2，%3），濾波器 %4，共 %5 個</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>most similar filters (cosine): %1</source>
        <translation>最相似的濾波器（餘弦）：%1</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>有響應</translation>
    </message>
    <message>
        <source>sparseness</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>selectivity</source>
        <translation>選擇性</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>新增 %1 張</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>已更改 %1 張</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>已消失 %1 張</translation>
    </message>
    <message>
        <source>Shards have written all %1 blocks. Merge them (convscope index merge).</source>
        <translation>各分片已寫完全部 %1 個分塊。請合併它們（convscope index merge）。</translation>
    </message>
    <message>
        <source>Shards have written %1 of %2 blocks. Build the others, then merge them (convscope index merge).</source>
        <translation>各分片已寫好 %2 個分塊中的 %1 個。請建立其餘分塊，然後合併（convscope index merge）。</translation>
    </message>
    <message>
        <source>Of %1 photos %2 are in the index. A run that was stopped has left blocks of more (%3); it can go on%4.</source>
        <translation>%1 張照片中有 %2 張在索引中。一次被停止的執行還留下了更多照片的分塊（%3 個）；可以繼續%4。</translation>
    </message>
    <message>
        <source>To count anew, remove the index and build it again.</source>
        <translation>如需重新統計，請刪除索引並重新建立。</translation>
    </message>
    <message>
        <source>To count anew: convscope index build --anew.</source>
        <translation>如需重新統計：convscope index build --anew。</translation>
    </message>
    <message>
        <source>Statistics still count photos that have gone or changed since: %1.</source>
        <translation>統計仍包含此後已刪除或已更改的照片：%1。</translation>
    </message>
    <message>
        <source>Photos whose true class is another one now: %1. Class means and selectivity are those of before.</source>
        <translation>真實類別現已不同的照片：%1。類別均值和選擇性仍是之前的。</translation>
    </message>
    <message>
        <source>dead behind its batch norm on all %1 photos</source>
        <translation>在其批歸一化之後，對全部 %1 張照片都不響應</translation>
    </message>
    <message>
        <source>photos: %1, of which %2 with a value above 0 behind its batch norm</source>
        <translation>照片：%1 張，其中 %2 在其批歸一化之後的值大於 0</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Labels from file names</source>
        <translation>標籤來自檔名</translation>
    </message>
    <message>
        <source>Labels from folder names</source>
        <translation>標籤來自資料夾名稱</translation>
    </message>
    <message>
        <source>Labels from folder numbers</source>
        <translation>標籤來自資料夾編號</translation>
    </message>
    <message>
        <source>Labels from the order of the folders</source>
        <translation>標籤來自資料夾順序</translation>
    </message>
    <message>
        <source>Labels from file names and folders</source>
        <translation>標籤來自檔名和資料夾</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>The labels in the file names are other classes (%1) than the network&apos;s %2, so the two are not compared.</source>
        <translation>檔名中的標籤是其他類別（%1），不是網路的 %2 個類別，因此不作比較。</translation>
    </message>
    <message>
        <source>There are %1 class folders (%2), but the network has %3 classes, so the two are not compared.</source>
        <translation>有 %1 個類別資料夾（%2），而網路有 %3 個類別，因此不作比較。</translation>
    </message>
    <message>
        <source>The class folders (%1) are called otherwise than the network&apos;s classes, so the two are not compared.</source>
        <translation>類別資料夾（%1）的名稱與網路的類別不同，因此不作比較。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 個</translation>
    </message>
    <message>
        <source>%1, mapped</source>
        <translation>%1，已對應</translation>
    </message>
    <message>
        <source>%1, not compared</source>
        <translation>%1，不作比較</translation>
    </message>
    <message>
        <source>Labels: mapped</source>
        <translation>標籤：已對應</translation>
    </message>
    <message>
        <source>Labels: not the network&apos;s</source>
        <translation>標籤：不是網路的類別</translation>
    </message>
    <message>
        <source>Labels: file names</source>
        <translation>標籤：檔名</translation>
    </message>
    <message>
        <source>Labels: folder names</source>
        <translation>標籤：資料夾名稱</translation>
    </message>
    <message>
        <source>Labels: folder numbers</source>
        <translation>標籤：資料夾編號</translation>
    </message>
    <message>
        <source>Labels: order of folders</source>
        <translation>標籤：資料夾順序</translation>
    </message>
    <message>
        <source>Labels: files and folders</source>
        <translation>標籤：檔案和資料夾</translation>
    </message>
    <message>
        <source>No file is called like 3_12.jpg, with the number of a class in front.</source>
        <translation>沒有檔案像 3_12.jpg 那樣以類別編號開頭。</translation>
    </message>
    <message>
        <source>No folder is called like a class of the network, or has its number.</source>
        <translation>沒有資料夾與網路的類別同名，或以其編號命名。</translation>
    </message>
    <message>
        <source>No class of the network is meant by %1; these photos have no label.</source>
        <translation>%1 不對應網路的任何類別；這些照片沒有標籤。</translation>
    </message>
    <message>
        <source>%1 photos have no label in their names.</source>
        <translation>%1 張照片的名稱中沒有標籤。</translation>
    </message>
    <message>
        <source>The folders here (%1) hold their photos in folders of their own, so they are no classes. Open one of them.</source>
        <translation>這裡的資料夾（%1）把照片放在各自的子資料夾中，因此不是類別。請開啟其中之一。</translation>
    </message>
    <message>
        <source>1 picture beside the folders was left out.</source>
        <translation>資料夾旁的 1 張圖片未列入。</translation>
    </message>
    <message>
        <source>%1 pictures beside the folders were left out.</source>
        <translation>資料夾旁的 %1 張圖片未列入。</translation>
    </message>
    <message>
        <source>Folders beside these were left out: %1.</source>
        <translation>旁邊的資料夾未列入：%1。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, choose “File names”; else map them.</source>
        <translation>如果這些編號就是網路的類別，請選擇「檔名」；否則請建立對應關係。</translation>
    </message>
    <message>
        <source>If their order is the network&apos;s, choose “Folders”; else map them.</source>
        <translation>如果其順序就是網路的類別順序，請選擇「資料夾」；否則請建立對應關係。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, say --labels names; else map them with --label-map.</source>
        <translation>如果這些編號就是網路的類別，請用 --labels names；否則用 --label-map 建立對應關係。</translation>
    </message>
    <message>
        <source>If their order is the network&apos;s, say --labels folders; else map them with --label-map.</source>
        <translation>如果其順序就是網路的類別順序，請用 --labels folders；否則用 --label-map 建立對應關係。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, choose “Numbers that folders are called”; else map them.</source>
        <translation>如果這些編號就是網路的類別，請選擇「資料夾所用的編號」；否則請建立對應關係。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, say --labels numbers; else map them with --label-map.</source>
        <translation>如果這些編號就是網路的類別，請用 --labels numbers；否則用 --label-map 建立對應關係。</translation>
    </message>
</context>
<context>
    <name>LastSession</name>
    <message>
        <source>The last session could not be restored. %1</source>
        <translation>無法還原上次的工作階段。%1</translation>
    </message>
    <message>
        <source>%1 It is kept as %2.</source>
        <translation>%1 原檔案已保留為 %2。</translation>
    </message>
</context>
<context>
    <name>LayerPageTexts</name>
    <message>
        <source>Pictures: made from noise so that the filter&apos;s map grows as large as it can.</source>
        <translation>圖片：由噪聲生成，使該濾波器的特徵圖儘可能大。</translation>
    </message>
    <message>
        <source>Pictures: the photo that excites the filter most; it sees all of it.</source>
        <translation>圖片：最能激發該濾波器的照片；濾波器看到整張照片。</translation>
    </message>
    <message>
        <source>Pictures: what the filter sees (%1 × %2 pixels) in the photo that excites it most.</source>
        <translation>圖片：在最能激發該濾波器的照片中，濾波器看到的部分（%1 × %2 畫素）。</translation>
    </message>
    <message>
        <source>Right of the number: class selectivity, from 0 to 1.</source>
        <translation>編號右側：類別選擇性，從 0 到 1。</translation>
    </message>
    <message>
        <source>Below: what stands out – dead, like another filter, the class that it fires for, or everywhere.</source>
        <translation>下方：突出之處——死亡、與另一濾波器相似、它所響應的類別，或處處響應。</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>無照片</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>like %1</source>
        <translation>似 %1</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>處處響應</translation>
    </message>
    <message>
        <source>%1 dead</source>
        <translation>%1 個死亡</translation>
    </message>
    <message>
        <source>%1 answer like another</source>
        <translation>%1 個與另一濾波器響應相似</translation>
    </message>
    <message>
        <source>%1 fire for one class</source>
        <translation>%1 個只響應一個類別</translation>
    </message>
    <message>
        <source>%1 fire everywhere</source>
        <translation>%1 個處處響應</translation>
    </message>
    <message>
        <source>%1 filters, none of which stands out.</source>
        <translation>%1 個濾波器，沒有突出的。</translation>
    </message>
    <message>
        <source>%1 filters: %2.</source>
        <translation>%1 個濾波器：%2。</translation>
    </message>
</context>
<context>
    <name>Listings</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>random map</source>
        <translation>隨機圖</translation>
    </message>
    <message>
        <source>middle of the picture</source>
        <translation>圖片中心</translation>
    </message>
    <message>
        <source>Localisation: %1 photos with a mask, %2 without one</source>
        <translation>定位：%1 張照片有遮罩，%2 張沒有</translation>
    </message>
    <message>
        <source>, %1 failed</source>
        <translation>，%1 張失敗</translation>
    </message>
    <message>
        <source>The food covers %1 of a photo: so much a map that knows nothing scores

</source>
        <translation>食物平均佔照片的 %1：毫無資訊的圖也能得到這個分數

</translation>
    </message>
    <message>
        <source>map</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>%1: %2 maps were empty and count as misses
</source>
        <translation>%1：%2 張圖為空，計為未命中
</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>%1, %2 parameters, %3 classes, photos of %4</source>
        <translation>%1，%2個參數，%3 個類別，照片 %4</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source> – true class %1, predicted %2</source>
        <translation> – 真實類別 %1，預測%2</translation>
    </message>
    <message>
        <source>logit %1</source>
        <translation>logit %1</translation>
    </message>
    <message>
        <source>%1 photos, %2 of them with a known class; %3 right: %4
</source>
        <translation>%1 張照片，其中 %2 張類別已知；%3 張正確：%4
</translation>
    </message>
    <message>
        <source>class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Confusion (rows true, columns predicted)
</source>
        <translation>混淆矩陣（列為真實類別，欄為預測類別）
</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>%1 photos, none of them with a known class, so there is no accuracy
</source>
        <translation>%1 張照片，都沒有已知的類別，因此沒有準確率
</translation>
    </message>
    <message>
        <source> – %1, which is not compared with the network&apos;s classes</source>
        <translation> – %1，不與網路的類別比較</translation>
    </message>
    <message>
        <source>1 photo could not be evaluated</source>
        <translation>1 張照片無法評估</translation>
    </message>
    <message>
        <source>%1 photos could not be evaluated</source>
        <translation>%1 張照片無法評估</translation>
    </message>
    <message>
        <source>B right</source>
        <translation>B 正確</translation>
    </message>
    <message>
        <source>B wrong</source>
        <translation>B 錯誤</translation>
    </message>
    <message>
        <source>A right</source>
        <translation>A 正確</translation>
    </message>
    <message>
        <source>A wrong</source>
        <translation>A 錯誤</translation>
    </message>
    <message>
        <source>Photos with a class that both know: %1
</source>
        <translation>類別為兩者都認識的照片：%1 張
</translation>
    </message>
    <message>
        <source>Where both are wrong, they say the same class to %1 photos, different ones to %2
</source>
        <translation>兩者都錯時，對 %1 張照片判斷的類別相同，對 %2 張不同
</translation>
    </message>
    <message>
        <source>McNemar&apos;s test compares %1 (only A right) with %2 (only B right)
</source>
        <translation>McNemar 檢驗比較 %1（僅 A 正確）與 %2（僅 B 正確）
</translation>
    </message>
    <message>
        <source>A and B say the same class to every photo
</source>
        <translation>A 與 B 對每張照片的判斷都相同
</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真實類別</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>A and B say different classes to %1 of %2 photos
</source>
        <translation>在 %2 張照片中，A 與 B 對 %1 張的判斷不同
</translation>
    </message>
    <message>
        <source>and %1 more, which --json lists
</source>
        <translation>另有 %1 張，--json 會列出
</translation>
    </message>
    <message>
        <source>Network B: %1 photos, %2 of them with a known class; %3 right: %4
</source>
        <translation>網路 B：%1 張照片，其中 %2 張類別已知；%3 張正確：%4
</translation>
    </message>
</context>
<context>
    <name>MapOfIndex</name>
    <message>
        <source>filter %1 of %2</source>
        <translation>%2 的濾波器 %1</translation>
    </message>
    <message>
        <source>features: %1</source>
        <translation>特徵：%1</translation>
    </message>
    <message>
        <source>Photos that could not be read: %1.</source>
        <translation>無法讀取的照片：%1。</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 of the map lies on the food, and so does its highest value.</source>
        <translation>該圖有 %1 落在食物上，最大值也落在食物上。</translation>
    </message>
    <message>
        <source>%1 on food, peak inside</source>
        <translation>%1 在食物上，峰值在內</translation>
    </message>
    <message>
        <source>%1 on food ✓</source>
        <translation>%1 在食物上 ✓</translation>
    </message>
    <message>
        <source>%1 of the map lies on the food; its highest value lies outside of it.</source>
        <translation>該圖有 %1 落在食物上；最大值落在食物之外。</translation>
    </message>
    <message>
        <source>%1 on food, peak outside</source>
        <translation>%1 在食物上，峰值在外</translation>
    </message>
    <message>
        <source>%1 on food ✗</source>
        <translation>%1 在食物上 ✗</translation>
    </message>
    <message>
        <source>energy on food</source>
        <translation>食物上的能量</translation>
    </message>
    <message>
        <source>This is the part of the sum of the map that lies on the food.</source>
        <translation>即圖的總和中落在食物上的部分。</translation>
    </message>
    <message>
        <source>peak on food</source>
        <translation>峰值在食物上</translation>
    </message>
    <message>
        <source>This says whether the map is highest on the food.</source>
        <translation>表示圖的最大值是否落在食物上。</translation>
    </message>
    <message>
        <source>sparseness</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>This is the Gini index of the map. It is 0 where all pixels have the same value, and near 1 where a few pixels hold everything. It does not say whether the map is right.</source>
        <translation>即圖的基尼係數。所有畫素的值相同時為 0，少數畫素佔有全部時接近 1。它並不說明圖是否正確。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>hottest pixels on food</source>
        <translation>食物上的最熱畫素</translation>
    </message>
    <message>
        <source>Of as many of the hottest pixels as the food has, this is the share that lies on the food.</source>
        <translation>取與食物畫素數相同的最熱畫素，這是其中落在食物上的比例。</translation>
    </message>
    <message>
        <source>missing from the sum</source>
        <translation>總和的缺失</translation>
    </message>
    <message>
        <source>The values of the map shall add up to the score, less that of the baseline. This is how much of it is missing or too much.</source>
        <translation>圖中各值之和應等於得分減去基線的得分。這是缺少或多出的比例。</translation>
    </message>
    <message>
        <source>probability without the hottest pixels</source>
        <translation>去掉最熱畫素後的機率</translation>
    </message>
    <message>
        <source>This is the probability of the class with the hottest tenth of the pixels hidden in black. The network has never seen such pictures: compare it with that of random maps.</source>
        <translation>這是用黑色遮住最熱的十分之一畫素後該類別的機率。網路從未見過這樣的圖片：請與隨機圖的結果比較。</translation>
    </message>
    <message>
        <source>insertion less deletion</source>
        <translation>插入減刪除</translation>
    </message>
    <message>
        <source>This is the area under the insertion curve less that under the deletion curve. It is near 0 for a random map, and high where the hottest pixels matter most to the network.</source>
        <translation>這是插入曲線下的面積減去刪除曲線下的面積。隨機圖接近 0；最熱畫素對網路最重要時數值高。</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>This is the mean probability of the class as pixels are hidden in black, the hottest first. Random noise of single pixels makes it low, too.</source>
        <translation>這是從最熱的畫素開始用黑色逐步遮住畫素時該類別的平均機率。單個畫素的隨機噪聲也會使它變低。</translation>
    </message>
    <message>
        <source>insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>This is the mean probability of the class as pixels come back into a blurred photo, the hottest first.</source>
        <translation>這是從最熱的畫素開始把畫素逐步恢復到模糊照片中時該類別的平均機率。</translation>
    </message>
    <message>
        <source>ROAD</source>
        <translation>ROAD</translation>
    </message>
    <message>
        <source>Pixels are removed and filled in from around them. This is how much more the score of the class falls without the hottest pixels than without the coldest, halved.</source>
        <translation>移除畫素並用周圍畫素填補。這是移除最熱畫素比移除最冷畫素使該類別得分多下降的量，取一半。</translation>
    </message>
    <message>
        <source>average drop</source>
        <translation>平均下降</translation>
    </message>
    <message>
        <source>The photo is multiplied by the map. This is the part of the probability of the class that is lost. A map of the whole photo loses nothing, so look at the area of the map as well.</source>
        <translation>照片與圖相乘。這是該類別機率損失的比例。覆蓋整張照片的圖不會有損失，因此也要看圖的面積。</translation>
    </message>
    <message>
        <source>increase in confidence</source>
        <translation>置信度上升</translation>
    </message>
    <message>
        <source>The photo is multiplied by the map. This says whether the class becomes more probable.</source>
        <translation>照片與圖相乘。這說明該類別的機率是否上升。</translation>
    </message>
    <message>
        <source>average gain</source>
        <translation>平均增益</translation>
    </message>
    <message>
        <source>The photo is multiplied by the map. This is the part that is gained of the probability that was missing.</source>
        <translation>照片與圖相乘。這是所缺機率中獲得的比例。</translation>
    </message>
    <message>
        <source>max-sensitivity</source>
        <translation>最大敏感度</translation>
    </message>
    <message>
        <source>This is how much of the map changes at most with noise in the photo that nobody sees.</source>
        <translation>這是在照片中加入肉眼看不見的噪聲時圖最多改變的比例。</translation>
    </message>
    <message>
        <source>likeness with random weights</source>
        <translation>與隨機權重的相似度</translation>
    </message>
    <message>
        <source>This is the rank correlation of the map with that of the same network with random weights. Near 1, the map shows the photo more than the network.</source>
        <translation>這是該圖與同一網路取隨機權重時的圖之間的秩相關。接近 1 時，圖更多顯示照片而不是網路。</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Saliency</source>
        <translation>顯著圖</translation>
    </message>
    <message>
        <source>Shows where a small change of a pixel would change the answer most; it does not show what the network sees there, nor whether it speaks for or against the class.</source>
        <translation>顯示像素的微小變化在何處最能改變結果；它不表示網路在那裡看到了什麼，也不表示該處支持還是反對該類別。</translation>
    </message>
    <message>
        <source>where a small change matters most</source>
        <translation>微小變化在何處影響最大</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目標函數</translation>
    </message>
    <message>
        <source>What is differentiated: the cross-entropy loss of the class, as in the notebook, or its logit, which stays exact where the network is very sure.</source>
        <translation>對什麼微分：該類別的交叉熵損失（與 notebook 一致），或其 logit；網路非常有把握時，後者仍然精確。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活化</translation>
    </message>
    <message>
        <source>Shows where in the photo one filter responds, from its own lowest to its own highest value; the colours of two maps can be compared only where all photos have one scale.</source>
        <translation>顯示一個濾波器在照片的何處有反應，從它自身的最低值到最高值；只有所有照片使用同一色階時，才能比較兩張圖的顏色。</translation>
    </message>
    <message>
        <source>where a filter responds</source>
        <translation>濾波器在何處有反應</translation>
    </message>
    <message>
        <source>Feature visualisation</source>
        <translation>特徵視覺化</translation>
    </message>
    <message>
        <source>The photo or noise changed step by step until one filter responds as strongly as it can; it shows what excites the filter, not what is in the photo.</source>
        <translation>逐步改變照片或雜訊，直到某個濾波器的反應達到最強；它顯示的是什麼激發該濾波器，而不是照片中有什麼。</translation>
    </message>
    <message>
        <source>what excites a filter most</source>
        <translation>什麼最能激發濾波器</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步數</translation>
    </message>
    <message>
        <source>Steps of the Adam optimiser.</source>
        <translation>Adam 最佳化器的步數。</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>How far the picture may change in a step.</source>
        <translation>圖片每一步最多改變多少。</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>學習率 %1</translation>
    </message>
    <message>
        <source>From noise</source>
        <translation>從雜訊開始</translation>
    </message>
    <message>
        <source>Start from random noise of this seed instead of from the photo.</source>
        <translation>從此種子的隨機雜訊開始，而不是從照片開始。</translation>
    </message>
    <message>
        <source>from noise %1</source>
        <translation>從雜訊 %1 開始</translation>
    </message>
    <message>
        <source>from the photo</source>
        <translation>從照片開始</translation>
    </message>
    <message>
        <source>LIME</source>
        <translation>LIME</translation>
    </message>
    <message>
        <source>Marks the superpixels that speak for or against the class in a simple model fitted around this photo; the model only stands in for the network, and R² says how well.</source>
        <translation>在圍繞這張照片擬合的簡單模型中，標記支持或反對該類別的超像素；該模型只是網路的替代，R² 表示其擬合程度。</translation>
    </message>
    <message>
        <source>which superpixels speak for and against a class</source>
        <translation>哪些超像素支持或反對某個類別</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>樣本數</translation>
    </message>
    <message>
        <source>How many times the photo is shown to the network with superpixels hidden at random. More take longer and vary less.</source>
        <translation>隨機遮蓋部分超像素後，讓網路看照片的次數。樣本越多，耗時越長，結果越穩定。</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 個樣本</translation>
    </message>
    <message>
        <source>Stop when stable</source>
        <translation>穩定後停止</translation>
    </message>
    <message>
        <source>End before all samples are taken once the marked superpixels no longer change beyond their error. The notebook takes all samples.</source>
        <translation>一旦標記的超像素的變化不再超出其誤差，就不再抽取餘下的樣本。notebook 會抽取全部樣本。</translation>
    </message>
    <message>
        <source>until stable</source>
        <translation>直到穩定</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>超像素數</translation>
    </message>
    <message>
        <source>About how many superpixels the photo is cut into.</source>
        <translation>照片大約分割成多少個超像素。</translation>
    </message>
    <message>
        <source>%1 segments</source>
        <translation>%1 個超像素</translation>
    </message>
    <message>
        <source>Compactness</source>
        <translation>緊密度</translation>
    </message>
    <message>
        <source>The larger, the squarer the superpixels.</source>
        <translation>越大，超像素越接近方形。</translation>
    </message>
    <message>
        <source>compactness %1</source>
        <translation>緊湊度 %1</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>How much the photo is smoothed before it is cut into superpixels, in pixels.</source>
        <translation>分割超像素之前照片的平滑程度，單位為像素。</translation>
    </message>
    <message>
        <source>sigma %1</source>
        <translation>sigma %1</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徵數</translation>
    </message>
    <message>
        <source>How many superpixels are marked at most, the weightiest first.</source>
        <translation>最多標記多少個超像素，權重最大者優先。</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 個特徵</translation>
    </message>
    <message>
        <source>Least weight</source>
        <translation>最小權重</translation>
    </message>
    <message>
        <source>Superpixels that weigh less are not marked.</source>
        <translation>權重更小的超像素不標記。</translation>
    </message>
    <message>
        <source>weight from %1</source>
        <translation>權重不小於 %1</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分數</translation>
    </message>
    <message>
        <source>What the weights add up to: logits, as in the notebook, or probabilities.</source>
        <translation>權重之和所近似的量：logit（與 notebook 一致）或機率。</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>Numbers drawn</source>
        <translation>已用亂數</translation>
    </message>
    <message>
        <source>Random numbers that were drawn before this photo: 0 for a photo alone; the notebook draws on from photo to photo.</source>
        <translation>處理這張照片之前已抽取的亂數個數：單獨一張照片為 0；notebook 在各照片之間連續抽取。</translation>
    </message>
    <message>
        <source>after %1 random numbers</source>
        <translation>在 %1 個亂數之後</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>The layer whose output is looked at.</source>
        <translation>要檢視其輸出的層。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>The filter of the layer, from 0.</source>
        <translation>該層的濾波器，從 0 開始。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>亂數種子</translation>
    </message>
    <message>
        <source>What the random numbers start from. The same seed gives the same answer.</source>
        <translation>亂數的起點。相同的種子給出相同的結果。</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>種子 %1</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真實類別</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>預測類別</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>類別 %1</translation>
    </message>
    <message>
        <source>layer %1, filter %2</source>
        <translation>層 %1，濾波器 %2</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>the number or the name of a layer</source>
        <translation>層的編號或名稱</translation>
    </message>
    <message>
        <source>the number of a filter, from 0</source>
        <translation>濾波器的編號，從 0 開始</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>The picture shows where the chosen layer finds evidence for the class; it does not show how strong this evidence is, or what speaks against the class.</source>
        <translation>圖片顯示所選的層在何處找到支持該類別的依據；它不顯示依據有多強，也不顯示什麼反對該類別。</translation>
    </message>
    <message>
        <source>where a layer finds evidence for a class</source>
        <translation>某一層在何處找到支持某個類別的依據</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>積分梯度</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class in comparison with a baseline; it does not say anything about pixels that look like the baseline.</source>
        <translation>圖片顯示與基準圖相比，每個像素使該類別的 logit 升高或降低多少；對於與基準圖相同的像素，它不說明任何問題。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit of a class, compared with a baseline</source>
        <translation>與基準圖相比，每個像素對某個類別的 logit 的貢獻</translation>
    </message>
    <message>
        <source>How many gradients are taken on the way from the baseline to the photo. More steps make the map more exact and take longer.</source>
        <translation>從基準圖到照片的路徑上計算多少次梯度。步數越多，圖越精確，耗時也越長。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>At which points of the way gradients are taken, and how much each of them counts. With left, right and middle the map can be seen while it is computed.</source>
        <translation>在路徑的哪些點計算梯度，以及每個梯度的權重。使用左端、右端和中點時，可以在計算過程中看到圖。</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>規則 %1</translation>
    </message>
    <message>
        <source>Gauss-Legendre</source>
        <translation>高斯-勒讓德</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左端</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右端</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中點</translation>
    </message>
    <message>
        <source>trapezoid</source>
        <translation>梯形</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準圖</translation>
    </message>
    <message>
        <source>The picture that the photo is compared with. Pixels that are the same in both get the value 0.</source>
        <translation>與照片相比較的圖片。兩者中相同的像素得到的值為 0。</translation>
    </message>
    <message>
        <source>baseline %1</source>
        <translation>基準圖 %1</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>mean colour</source>
        <translation>平均顏色</translation>
    </message>
    <message>
        <source>blurred photo</source>
        <translation>模糊的照片</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪聲</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮擋</translation>
    </message>
    <message>
        <source>The picture shows how much the logit of the class falls when a place is covered; it does not show the outline of objects, and a covered place can itself look like something to the network.</source>
        <translation>圖片顯示遮住某處時該類別的 logit 下降多少；它不顯示物體的輪廓，而且被遮住的地方本身也可能被網路看成某種東西。</translation>
    </message>
    <message>
        <source>how much the logit of a class falls when a place is covered</source>
        <translation>遮住某處時某個類別的 logit 下降多少</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>The side of the square that covers a part of the photo, in pixels of the network&apos;s input.</source>
        <translation>遮住照片一部分的方塊的邊長，以網路輸入的像素為單位。</translation>
    </message>
    <message>
        <source>window of %1 pixels</source>
        <translation>視窗 %1 像素</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How many pixels lie between the beginning of one window and of the next. A smaller stride makes a finer map and takes longer.</source>
        <translation>相鄰兩個視窗起點之間相隔多少像素。步幅越小，圖越細，耗時越長。</translation>
    </message>
    <message>
        <source>stride of %1 pixels</source>
        <translation>步幅 %1 像素</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>What is shown in the square instead of the photo.</source>
        <translation>方塊中代替照片顯示的內容。</translation>
    </message>
    <message>
        <source>filled with %1</source>
        <translation>以%1填充</translation>
    </message>
    <message>
        <source>the mean colour</source>
        <translation>平均顏色</translation>
    </message>
    <message>
        <source>the blurred photo</source>
        <translation>模糊的照片</translation>
    </message>
    <message>
        <source>What a hidden superpixel shows instead of the photo.</source>
        <translation>被遮蓋的超畫素所顯示的內容。</translation>
    </message>
    <message>
        <source>its mean colour</source>
        <translation>自身的平均顏色</translation>
    </message>
    <message>
        <source>Feature ablation</source>
        <translation>特徵消融</translation>
    </message>
    <message>
        <source>Marks the superpixels without which the logit of the class falls or rises, each hidden by itself; it does not show what superpixels do only together.</source>
        <translation>逐個遮蓋超畫素，標記遮蓋後使該類別的 logit 下降或上升的超畫素；它不顯示超畫素只有共同出現時才起的作用。</translation>
    </message>
    <message>
        <source>how much the logit of a class falls without each superpixel</source>
        <translation>缺少每個超畫素時，某個類別的 logit 下降多少</translation>
    </message>
    <message>
        <source>KernelSHAP</source>
        <translation>KernelSHAP</translation>
    </message>
    <message>
        <source>Marks what each superpixel adds to the logit of the class on average, whichever others are shown with it (its Shapley value); hidden superpixels make pictures that the network has never seen, and the values are estimates.</source>
        <translation>標記每個超畫素與其他任意超畫素一同顯示時，平均為該類別的 logit 增加多少（即其 Shapley 值）；遮蓋超畫素會產生網路從未見過的影象，且這些數值是估計值。</translation>
    </message>
    <message>
        <source>what each superpixel adds to the logit of a class on average</source>
        <translation>每個超畫素平均為某個類別的 logit 增加多少</translation>
    </message>
    <message>
        <source>How many times the photo is shown to the network with superpixels hidden; at least four times for each superpixel. More take longer and vary less.</source>
        <translation>遮蓋部分超畫素後，讓網路看照片的次數；每個超畫素至少四次。樣本越多，耗時越長，結果越穩定。</translation>
    </message>
    <message>
        <source>End before all samples are taken once the marked superpixels no longer change beyond their error.</source>
        <translation>一旦標記的超畫素的變化不再超出其誤差，就不再抽取餘下的樣本。</translation>
    </message>
    <message>
        <source>RISE</source>
        <translation>RISE</translation>
    </message>
    <message>
        <source>Shows which places were seen when the network gave the class a high probability, over many random masks; only differences within the map count, and a faint pattern may be chance.</source>
        <translation>在許多隨機掩膜下，顯示網路給該類別較高機率時能看到照片的哪些位置；只有圖內的差別有意義，微弱的圖案可能只是偶然。</translation>
    </message>
    <message>
        <source>which places raise the probability of a class under random masks</source>
        <translation>在隨機掩膜下，哪些位置會提高某個類別的機率</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩膜數</translation>
    </message>
    <message>
        <source>How many times the photo is shown to the network behind a random mask. More take longer and vary less.</source>
        <translation>讓網路透過隨機掩膜看照片的次數。次數越多，耗時越長，結果越穩定。</translation>
    </message>
    <message>
        <source>%1 masks</source>
        <translation>%1 個掩膜</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格數</translation>
    </message>
    <message>
        <source>How many cells a mask has along each side. More cells show smaller places.</source>
        <translation>掩膜每邊的格數。格數越多，能顯示的位置越小。</translation>
    </message>
    <message>
        <source>%1 cells a side</source>
        <translation>每邊 %1 格</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留率</translation>
    </message>
    <message>
        <source>The probability that a cell of a mask is shown and not black.</source>
        <translation>掩膜中一個格子顯示照片而不為黑色的機率。</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>保留率 %1</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>正規化</translation>
    </message>
    <message>
        <source>Divide each pixel by how much of it was shown, not by what is expected. It removes the pattern that is only chance in the masks. The paper does not do it.</source>
        <translation>每個畫素除以它實際顯示的量，而不是期望的量。這會去掉僅由掩膜的偶然性造成的圖案。論文中沒有這樣做。</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>已正規化</translation>
    </message>
    <message>
        <source>Random map</source>
        <translation>隨機圖</translation>
    </message>
    <message>
        <source>Random numbers, with which neither the network nor the photo has anything to do; an explanation that does no better than this map says nothing.</source>
        <translation>隨機數，與網路和照片都無關；不比這張圖更好的解釋什麼也沒有說明。</translation>
    </message>
    <message>
        <source>random numbers to compare explanations with</source>
        <translation>供解釋方法對照的隨機數</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>格子大小</translation>
    </message>
    <message>
        <source>How many pixels a side share a random number. Compare fine maps with 1, coarse ones with 16: between the cells the map is smooth.</source>
        <translation>每邊多少個畫素共用一個隨機數。精細的圖與 1 對照，粗糙的圖與 16 對照：格子之間平滑過渡。</translation>
    </message>
    <message>
        <source>cells of %1 pixels</source>
        <translation>格子為 %1 畫素</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>邊緣</translation>
    </message>
    <message>
        <source>The edges of the photo, found without the network; an explanation that looks like this map may show the photo more than the network.</source>
        <translation>不使用網路而得到的照片邊緣；與這張圖相像的解釋所顯示的，可能更多是照片而不是網路。</translation>
    </message>
    <message>
        <source>edges of the photo to compare explanations with</source>
        <translation>供解釋方法對照的照片邊緣</translation>
    </message>
    <message>
        <source>Class activation map</source>
        <translation>類活化圖</translation>
    </message>
    <message>
        <source>The picture shows where the chosen layer finds evidence, by one of several rules; it does not show how strong this evidence is, or what speaks against the class.</source>
        <translation>圖片按若干規則之一顯示所選層在何處找到證據；它不顯示證據有多強，也不顯示什麼與該類別相悖。</translation>
    </message>
    <message>
        <source>where a layer finds evidence, by other rules than Grad-CAM</source>
        <translation>某層在何處找到證據，按 Grad-CAM 以外的規則</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>The rule that makes one map of the maps of all channels. Grad-CAM has a row of its own.</source>
        <translation>將所有通道的圖合成一張圖的規則。Grad-CAM 有自己的行。</translation>
    </message>
    <message>
        <source>Grad-CAM++</source>
        <translation>Grad-CAM++</translation>
    </message>
    <message>
        <source>XGrad-CAM</source>
        <translation>XGrad-CAM</translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <source>element-wise</source>
        <translation>逐元素</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>Eigen-CAM</source>
        <translation>Eigen-CAM</translation>
    </message>
    <message>
        <source>EigenGrad-CAM</source>
        <translation>EigenGrad-CAM</translation>
    </message>
    <message>
        <source>SegEigen-CAM</source>
        <translation>SegEigen-CAM</translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <translation>Score-CAM</translation>
    </message>
    <message>
        <source>Ablation-CAM</source>
        <translation>Ablation-CAM</translation>
    </message>
    <message>
        <source>FEM</source>
        <translation>FEM</translation>
    </message>
    <message>
        <source>Grad-CAM++ weighs each channel by its gradient where that is above 0. It was made for photos with several objects of one class.</source>
        <translation>Grad-CAM++ 按大於 0 處的梯度給每個通道加權。它是為含有多個同類物體的照片設計的。</translation>
    </message>
    <message>
        <source>XGrad-CAM weighs each channel by the mean of its gradient, in which places count more where the channel responds more.</source>
        <translation>XGrad-CAM 按梯度的平均值給每個通道加權，通道響應越大的位置權重越大。</translation>
    </message>
    <message>
        <source>HiResCAM multiplies each channel by its gradient at each place, and adds up all channels.</source>
        <translation>HiResCAM 在每個位置將通道乘以其梯度，再對所有通道求和。</translation>
    </message>
    <message>
        <source>The element-wise map multiplies each channel by its gradient at each place, and adds up only the products that are above 0.</source>
        <translation>逐元素圖在每個位置將通道乘以其梯度，只累加大於 0 的乘積。</translation>
    </message>
    <message>
        <source>LayerCAM multiplies each channel by its gradient at each place where the gradient is above 0. Its maps of early layers are fine.</source>
        <translation>LayerCAM 在梯度大於 0 的位置將通道乘以其梯度。它在淺層的圖很精細。</translation>
    </message>
    <message>
        <source>Eigen-CAM shows the main pattern of the layer&apos;s output, its first principal component. It is about no class.</source>
        <translation>Eigen-CAM 顯示該層輸出的主要模式，即第一主成分。它不針對任何類別。</translation>
    </message>
    <message>
        <source>EigenGrad-CAM shows the main pattern, the first principal component, of the layer&apos;s output multiplied by its gradient.</source>
        <translation>EigenGrad-CAM 顯示該層輸出乘以其梯度後的主要模式，即第一主成分。</translation>
    </message>
    <message>
        <source>SegEigen-CAM shows the main pattern, the first principal component, of the layer&apos;s output multiplied by the size of its gradient.</source>
        <translation>SegEigen-CAM 顯示該層輸出乘以其梯度大小後的主要模式，即第一主成分。</translation>
    </message>
    <message>
        <source>Score-CAM covers the photo with each channel as a mask, and weighs the channel by the score that is left. It needs no gradients, and takes long.</source>
        <translation>Score-CAM 以每個通道為掩膜遮蓋照片，並按剩下的分數給該通道加權。不需要梯度，但耗時較長。</translation>
    </message>
    <message>
        <source>Ablation-CAM weighs each channel by how much the score falls when the channel is set to 0. It needs no gradients.</source>
        <translation>Ablation-CAM 按通道置 0 時分數下降多少來給每個通道加權。不需要梯度。</translation>
    </message>
    <message>
        <source>FEM weighs each channel by how many of its values are much larger than usual. It is about no class.</source>
        <translation>FEM 按通道中有多少值遠大於平常來加權。它不針對任何類別。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>What is shown of the gradient of the red, green and blue channels: its absolute value, its sign too, or one number a pixel.</source>
        <translation>顯示紅、綠、藍通道梯度的什麼內容：絕對值、帶符號的值，或每個畫素一個數。</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>絕對值</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>帶符號</translation>
    </message>
    <message>
        <source>largest of the channels</source>
        <translation>各通道的最大值</translation>
    </message>
    <message>
        <source>mean of the channels</source>
        <translation>各通道的平均值</translation>
    </message>
    <message>
        <source>sum of the channels</source>
        <translation>各通道之和</translation>
    </message>
    <message>
        <source>L2 norm of the channels</source>
        <translation>各通道的 L2 範數</translation>
    </message>
    <message>
        <source>LRP</source>
        <translation>LRP</translation>
    </message>
    <message>
        <source>The picture shows how the logit of the class is divided among the pixels when each layer hands it down to the one before; it does not show what would happen if a pixel changed.</source>
        <translation>圖片顯示該類別的 logit 由每一層逐層往前傳遞時，是怎樣分配到各個畫素上的；它不顯示某個畫素改變後會發生什麼。</translation>
    </message>
    <message>
        <source>how the logit of a class is divided among the pixels, layer by layer</source>
        <translation>某個類別的 logit 怎樣逐層分配到各個畫素</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>By which rules convolutions divide what they get. Flat: the first one spreads it evenly. Box: the first one knows that pixels lie between 0 and 1. Linear layers always have the epsilon rule.</source>
        <translation>各卷積層按什麼規則分配所得到的值。flat：第一個卷積均勻分配。box：第一個卷積知道畫素值在 0 與 1 之間。線性層始終使用 epsilon 規則。</translation>
    </message>
    <message>
        <source>rules %1</source>
        <translation>規則 %1</translation>
    </message>
    <message>
        <source>epsilon-plus-flat</source>
        <translation>epsilon-plus-flat</translation>
    </message>
    <message>
        <source>epsilon-plus</source>
        <translation>epsilon-plus</translation>
    </message>
    <message>
        <source>epsilon-alpha2-beta1-flat</source>
        <translation>epsilon-alpha2-beta1-flat</translation>
    </message>
    <message>
        <source>epsilon-alpha2-beta1</source>
        <translation>epsilon-alpha2-beta1</translation>
    </message>
    <message>
        <source>epsilon-gamma-box</source>
        <translation>epsilon-gamma-box</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>epsilon</translation>
    </message>
    <message>
        <source>DeepLIFT</source>
        <translation>DeepLIFT</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class in comparison with a baseline; the values add up to the whole difference. It does not say anything about pixels that look like the baseline.</source>
        <translation>圖片顯示與基準圖相比，每個畫素使該類別的 logit 升高或降低多少；這些值加起來等於全部差值。對於與基準圖相同的畫素，它不說明任何問題。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit against a baseline, in one pass</source>
        <translation>與基準圖相比，每個畫素對某個類別的 logit 的貢獻，一次傳播即得</translation>
    </message>
    <message>
        <source>Input × gradient</source>
        <translation>輸入 × 梯度</translation>
    </message>
    <message>
        <source>The picture shows each pixel times the slope of the logit there, which is its part if the network were linear; dark pixels get little whatever the network makes of them.</source>
        <translation>圖片顯示每個畫素乘以該處 logit 的斜率，即網路為線性時該畫素的貢獻；無論網路如何看待暗畫素，它們得到的值都很小。</translation>
    </message>
    <message>
        <source>each pixel times the slope of the logit</source>
        <translation>每個畫素乘以 logit 的斜率</translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation>引導反向傳播</translation>
    </message>
    <message>
        <source>The picture shows which details excite the network on the way to the class, as its ReLUs let only positive gradients back where they were active; it does not show how much a detail counts for the class.</source>
        <translation>圖片顯示通向該類別的途中哪些細節激發網路，因為 ReLU 只在其活化之處讓正梯度反向透過；它不顯示某個細節對該類別有多重要。</translation>
    </message>
    <message>
        <source>which details excite the network on the way to a class</source>
        <translation>通向某個類別的途中哪些細節激發網路</translation>
    </message>
    <message>
        <source>Deconvnet</source>
        <translation>反摺積網路</translation>
    </message>
    <message>
        <source>The picture shows which details the network would draw if it ran backwards from the class, as its ReLUs let only positive gradients back; it does not show how much a detail counts for the class.</source>
        <translation>圖片顯示網路若從該類別反向執行會畫出哪些細節，因為 ReLU 只讓正梯度反向透過；它不顯示某個細節對該類別有多重要。</translation>
    </message>
    <message>
        <source>what the network draws when it runs backwards</source>
        <translation>網路反向執行時畫出什麼</translation>
    </message>
    <message>
        <source>Guided Grad-CAM</source>
        <translation>引導 Grad-CAM</translation>
    </message>
    <message>
        <source>The picture shows the details of guided backprop only where Grad-CAM of the chosen layer finds evidence for the class; it does not show what speaks against the class.</source>
        <translation>圖片只在所選層的 Grad-CAM 找到該類別證據的地方顯示引導反向傳播的細節；它不顯示反對該類別的內容。</translation>
    </message>
    <message>
        <source>details where a layer finds evidence for a class</source>
        <translation>某層找到類別證據之處的細節</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>The picture shows the mean of the gradients of many noisy copies of the photo, in which chance is averaged out; it shows slopes around the photo, not how much a pixel contributes.</source>
        <translation>圖片顯示照片的許多加噪副本的梯度的平均值，偶然因素因此相互抵消；它顯示的是照片附近的斜率，而不是畫素的貢獻大小。</translation>
    </message>
    <message>
        <source>the mean gradient of noisy copies of the photo</source>
        <translation>照片加噪副本的平均梯度</translation>
    </message>
    <message>
        <source>What is made of the gradients: their mean, the mean of their squares, or their variance.</source>
        <translation>由各梯度計算什麼：平均值、平方的平均值或方差。</translation>
    </message>
    <message>
        <source>squared</source>
        <translation>平方</translation>
    </message>
    <message>
        <source>VarGrad</source>
        <translation>VarGrad</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>What is averaged: the gradient, its absolute value, or what another method makes of it.</source>
        <translation>對什麼求平均：梯度、梯度的絕對值，或另一種方法由梯度得出的結果。</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>物件：%1</translation>
    </message>
    <message>
        <source>the gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>its absolute value</source>
        <translation>梯度的絕對值</translation>
    </message>
    <message>
        <source>input × gradient</source>
        <translation>輸入 × 梯度</translation>
    </message>
    <message>
        <source>guided backprop</source>
        <translation>引導反向傳播</translation>
    </message>
    <message>
        <source>deconvnet</source>
        <translation>反摺積網路</translation>
    </message>
    <message>
        <source>How many noisy copies of the photo the network sees. More take longer and vary less.</source>
        <translation>網路看多少張加了噪聲的照片副本。越多耗時越長，結果的波動越小。</translation>
    </message>
    <message>
        <source>How strong the noise is: its standard deviation, in parts of the range from the darkest to the brightest value of the photo.</source>
        <translation>噪聲的強度：其標準差，以照片最暗值到最亮值的範圍的比例表示。</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>隨機數</translation>
    </message>
    <message>
        <source>Whose random numbers are drawn: those of NumPy, as in PAIR, or those of PyTorch, as in Captum.</source>
        <translation>使用誰的隨機數：NumPy 的（與 PAIR 相同），或 PyTorch 的（與 Captum 相同）。</translation>
    </message>
    <message>
        <source>numbers of %1</source>
        <translation>%1 的隨機數</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Expected gradients</source>
        <translation>期望梯度</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class in comparison with black and white pictures; values vary with the random points at which gradients are taken.</source>
        <translation>圖片顯示與黑色和白色圖片相比，每個畫素使該類別的 logit 升高或降低多少；數值隨計算梯度的隨機點而波動。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit of a class, compared with black and white</source>
        <translation>與黑色和白色圖片相比，每個畫素對某個類別的 logit 的貢獻</translation>
    </message>
    <message>
        <source>How many random points between the photo and black or white are taken. More take longer and vary less.</source>
        <translation>在照片與黑色或白色圖片之間隨機取多少個點。越多耗時越長，結果的波動越小。</translation>
    </message>
    <message>
        <source>How strong the noise on the photo is: its standard deviation, in parts of the range from the darkest to the brightest value of the photo. 0 is no noise.</source>
        <translation>加在照片上的噪聲的強度：其標準差，以照片最暗值到最亮值的範圍的比例表示。0 表示沒有噪聲。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>In which order random numbers are drawn: as Captum does it, or as shap.</source>
        <translation>隨機數的抽取順序：與 Captum 相同，或與 shap 相同。</translation>
    </message>
    <message>
        <source>order of %1</source>
        <translation>%1 的順序</translation>
    </message>
    <message>
        <source>Captum</source>
        <translation>Captum</translation>
    </message>
    <message>
        <source>shap</source>
        <translation>shap</translation>
    </message>
    <message>
        <source>Blur integrated gradients</source>
        <translation>模糊積分梯度</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class while the photo comes out of a blur; it does not say anything about areas without detail.</source>
        <translation>圖片顯示照片由模糊變清晰的過程中，每個畫素使該類別的 logit 升高或降低多少；對於沒有細節的區域，它不說明任何問題。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit of a class as a blur is lifted</source>
        <translation>模糊消退時每個畫素對某個類別的 logit 的貢獻</translation>
    </message>
    <message>
        <source>How many gradients are taken on the way from the blurred photo to the sharp one. More steps make the map more exact and take longer.</source>
        <translation>從模糊的照片到清晰的照片的路徑上計算多少次梯度。步數越多，圖越精確，耗時也越長。</translation>
    </message>
    <message>
        <source>The standard deviation of the strongest blur, in pixels. With spacing root it is the square of that.</source>
        <translation>最強模糊的標準差，以畫素為單位。間隔為“平方根”時，為其平方。</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>How the blur falls from step to step: its deviation in equal parts, or the square of that.</source>
        <translation>模糊程度如何逐步減小：標準差等量減小，或標準差的平方等量減小。</translation>
    </message>
    <message>
        <source>spacing %1</source>
        <translation>間隔 %1</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線性</translation>
    </message>
    <message>
        <source>root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>Guided integrated gradients</source>
        <translation>引導積分梯度</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class on a way from a baseline on which the least important pixels change first; it does not say anything about pixels that look like the baseline.</source>
        <translation>圖片顯示從基準圖出發、最不重要的畫素先變化的路徑上，每個畫素使該類別的 logit 升高或降低多少；對於與基準圖相同的畫素，它不說明任何問題。</translation>
    </message>
    <message>
        <source>integrated gradients on a way with less noise</source>
        <translation>沿噪聲較小的路徑的積分梯度</translation>
    </message>
    <message>
        <source>In how many rounds the baseline becomes the photo. Each takes one gradient.</source>
        <translation>基準圖用多少輪變成照片。每輪計算一次梯度。</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Which part of the values moves at a time: those with the smallest gradients.</source>
        <translation>每次移動多大比例的值：梯度最小的那些。</translation>
    </message>
    <message>
        <source>fraction %1</source>
        <translation>比例 %1</translation>
    </message>
    <message>
        <source>Greatest distance</source>
        <translation>最大偏離</translation>
    </message>
    <message>
        <source>How far a value may be from the straight way, in parts of its own way.</source>
        <translation>每個值最多可以偏離直線路徑多遠，以它自身路徑長度的比例表示。</translation>
    </message>
    <message>
        <source>distance up to %1</source>
        <translation>最大偏離 %1</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>最小改動</translation>
    </message>
    <message>
        <source>Marks the superpixels to hide until the network takes another class for the likelier one, found one after the other; another filling of what is hidden may need others, and fewer may do.</source>
        <translation>標出要遮住哪些超畫素，網路才會認為另一個類別更可能；它們是逐個找到的。換一種填充方式可能需要遮住別的超畫素，更少的也可能就夠。</translation>
    </message>
    <message>
        <source>which superpixels to hide until another class is ahead</source>
        <translation>要遮住哪些超畫素才會讓另一個類別領先</translation>
    </message>
    <message>
        <source>Hidden at most</source>
        <translation>最多遮住</translation>
    </message>
    <message>
        <source>The search ends when so many superpixels are hidden. Each takes a pass for every superpixel that is still shown.</source>
        <translation>遮住這麼多超畫素後搜尋結束。每遮住一個，都要對每個仍顯示的超畫素執行一次網路。</translation>
    </message>
    <message>
        <source>%1 hidden at most</source>
        <translation>最多遮住 %1 個</translation>
    </message>
    <message>
        <source>Grad-CAM at every layer</source>
        <translation>各層的 Grad-CAM</translation>
    </message>
    <message>
        <source>Shows where each layer responds to what speaks for the class, from the first layer to the last; early layers show edges and late ones parts, and no single map is the answer.</source>
        <translation>從第一層到最後一層，顯示每一層在何處對支持該類別的內容有響應；前面的層顯示邊緣，後面的層顯示部件，沒有哪一張圖單獨就是答案。</translation>
    </message>
    <message>
        <source>which places speak for a class, at each layer in turn</source>
        <translation>在每一層依次顯示哪些位置支持一個類別</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Which layers have a map.</source>
        <translation>哪些層有圖。</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有層</translation>
    </message>
    <message>
        <source>convolutions</source>
        <translation>卷積層</translation>
    </message>
    <message>
        <source>the last of each size</source>
        <translation>每種尺寸的最後一層</translation>
    </message>
    <message>
        <source>Filters of the class</source>
        <translation>類別的濾波器</translation>
    </message>
    <message>
        <source>Lists the filters of the layer that add most to the logit of the class, and those that take most from it; it is exact only as far as the network is linear behind the layer.</source>
        <translation>列出該層中使類別的 logit 增加最多和減少最多的濾波器；只有在該層之後網路是線性時才是精確的。</translation>
    </message>
    <message>
        <source>which filters of a layer speak for a class</source>
        <translation>某層的哪些濾波器支持一個類別</translation>
    </message>
    <message>
        <source>The class that is explained. Where the true class is not known, the predicted one is taken. “A against B” explains why it is A and not B; “entropy” how unsure the network is; “filter 15:37” why filter 37 of layer 15 responds, in methods that ask for nothing but scores.</source>
        <translation>要解釋的類別。不知道真實類別時，取預測類別。“A against B”解釋為什麼是 A 而不是 B；“entropy”解釋網路有多不確定；“filter 15:37”解釋層 15 的濾波器 37 為何有響應，適用於只用到得分的方法。</translation>
    </message>
    <message>
        <source>how unsure the network is</source>
        <translation>網路有多不確定</translation>
    </message>
    <message>
        <source>filter %1 of layer %2</source>
        <translation>層 %2 的濾波器 %1</translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation>%1，第 %2 行，第 %3 列</translation>
    </message>
    <message>
        <source>strongest other class</source>
        <translation>最強的其他類別</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 對 %2</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>積分梯度</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>What is made of the map: its values as they are, their sizes without their signs, or their means over superpixels.</source>
        <translation>對圖做什麼：保持原值、取絕對值，或在超畫素上取平均。</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>sizes</source>
        <translation>絕對值</translation>
    </message>
    <message>
        <source>means over superpixels</source>
        <translation>超畫素平均</translation>
    </message>
    <message>
        <source>sizes over superpixels</source>
        <translation>絕對值的超畫素平均</translation>
    </message>
    <message>
        <source>End before all samples are taken once chance is at most a tenth of how the map varies from place to place.</source>
        <translation>一旦隨機性不超過圖隨位置變化程度的十分之一，就在取完所有樣本之前結束。</translation>
    </message>
    <message>
        <source>%1 Here it shows what speaks for the one class and not for the other.</source>
        <translation>%1 這裡顯示支持前一類別而不支持後一類別的內容。</translation>
    </message>
    <message>
        <source>Optimised image</source>
        <translation>最佳化影象</translation>
    </message>
    <message>
        <source>A picture made from noise, whose frequencies are changed step by step while it is moved about, until a filter or a class responds as strongly as it can; it shows what excites it, not what photos of it look like.</source>
        <translation>從噪聲開始，一邊輕微移動影象，一邊逐步改變它的各個頻率，直到某個濾波器或類別的響應儘可能強；它顯示什麼能激發它，而不是它所對應的照片是什麼樣子。</translation>
    </message>
    <message>
        <source>what excites a filter or a class, as a picture that can be read</source>
        <translation>什麼能激發一個濾波器或一個類別，以可讀的影象顯示</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>What is made large: of the filter&apos;s map its mean, its sum or its middle place; two filters of the layer at once; or the logit of a class.</source>
        <translation>要增大的量：濾波器圖的平均值、總和或中心位置；同一層的兩個濾波器；或一個類別的 logit。</translation>
    </message>
    <message>
        <source>mean of the map</source>
        <translation>圖的平均值</translation>
    </message>
    <message>
        <source>sum of the map</source>
        <translation>圖的總和</translation>
    </message>
    <message>
        <source>middle of the map</source>
        <translation>圖的中心</translation>
    </message>
    <message>
        <source>two filters</source>
        <translation>兩個濾波器</translation>
    </message>
    <message>
        <source>Second filter</source>
        <translation>第二個濾波器</translation>
    </message>
    <message>
        <source>The other one of two filters, from 0.</source>
        <translation>兩個濾波器中的另一個，從 0 開始編號。</translation>
    </message>
    <message>
        <source>and filter %1</source>
        <translation>和濾波器 %1</translation>
    </message>
    <message>
        <source>Power of the cosine</source>
        <translation>餘弦的冪</translation>
    </message>
    <message>
        <source>Of two filters: the larger, the more it counts that nothing but these two responds.</source>
        <translation>用於兩個濾波器：越大，就越看重只有這兩個濾波器有響應。</translation>
    </message>
    <message>
        <source>cosine to the power of %1</source>
        <translation>餘弦的 %1 次冪</translation>
    </message>
    <message>
        <source>The class whose logit is made large: its number, from 0.</source>
        <translation>要增大其 logit 的類別：編號從 0 開始。</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>負向</translation>
    </message>
    <message>
        <source>Make it as small as can be instead. Behind a ReLU nothing is below 0; take the layer before it.</source>
        <translation>改為使它儘可能小。ReLU 之後沒有小於 0 的值；請選它之前的層。</translation>
    </message>
    <message>
        <source>as small as can be</source>
        <translation>儘可能小</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>影象數</translation>
    </message>
    <message>
        <source>How many pictures are made at once that are not alike.</source>
        <translation>同時生成多少幅互不相似的影象。</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 幅影象</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多樣性</translation>
    </message>
    <message>
        <source>Of several pictures: how much it counts that the layer&apos;s maps of one differ from those of the others. 0: not at all.</source>
        <translation>用於多幅影象：各影象在該層的圖彼此不同有多重要。0：完全不重要。</translation>
    </message>
    <message>
        <source>diversity %1</source>
        <translation>多樣性 %1</translation>
    </message>
    <message>
        <source>Held still</source>
        <translation>保持不動</translation>
    </message>
    <message>
        <source>Do not shift, scale and turn the picture before each step. It then excites the filter more, by patterns that mean nothing elsewhere.</source>
        <translation>每一步之前不平移、縮放和旋轉影象。這樣它對濾波器的激發更強，但所用的圖案換個位置就沒有意義。</translation>
    </message>
    <message>
        <source>held still</source>
        <translation>保持不動</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>全變差</translation>
    </message>
    <message>
        <source>Weight of the differences between neighbouring pixels: the larger, the smoother.</source>
        <translation>相鄰畫素之差的權重：越大，影象越平滑。</translation>
    </message>
    <message>
        <source>total variation %1</source>
        <translation>全變差 %1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Weight of the distance from gray (L2): the larger, the paler the picture.</source>
        <translation>與灰色的距離（L2）的權重：越大，影象越淡。</translation>
    </message>
    <message>
        <source>L2 %1</source>
        <translation>L2 %1</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Weight of the difference between the picture and the same one blurred: the larger, the smoother.</source>
        <translation>影象與其模糊版本之差的權重：越大，影象越平滑。</translation>
    </message>
    <message>
        <source>blur %1</source>
        <translation>模糊 %1</translation>
    </message>
    <message>
        <source>the number of a class, from 0</source>
        <translation>類別的編號，從 0 開始</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 hundred million</source>
        <translation>%1 億</translation>
    </message>
    <message>
        <source>%1 ten thousand</source>
        <translation>%1 萬</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 十億</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 百萬</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真實類別</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>預測類別</translation>
    </message>
    <message>
        <source>How unsure the network is</source>
        <translation>網路有多不確定</translation>
    </message>
    <message>
        <source>No other class</source>
        <translation>不比較</translation>
    </message>
    <message>
        <source>Strongest other class</source>
        <translation>最強的其他類別</translation>
    </message>
</context>
<context>
    <name>PhotoMap</name>
    <message>
        <source>%1 other classes</source>
        <translation>其他 %1 個類別</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>沒有數值</translation>
    </message>
    <message>
        <source>no true class</source>
        <translation>沒有真實類別</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>尚未預測</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>真實類別：%1</translation>
    </message>
    <message>
        <source>Predicted: %1, %2</source>
        <translation>預測：%1，%2</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>預測：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Placed beside its nearest photos</source>
        <translation>放在與它最近的照片旁邊</translation>
    </message>
    <message>
        <source>Principal components: across %1 of the variance, upwards %2.</source>
        <translation>主成分：橫向佔方差的 %1，縱向佔 %2。</translation>
    </message>
    <message>
        <source>t-SNE: near photos have similar features. Distances between groups and the sizes of groups mean little.</source>
        <translation>t-SNE：相近的照片特徵相似。各群之間的距離和群的大小沒有多少意義。</translation>
    </message>
    <message>
        <source>Neighbours are looked for in 50 principal components, which have %1 of the variance.</source>
        <translation>在佔方差 %1 的 50 個主成分中尋找近鄰。</translation>
    </message>
    <message>
        <source>t-SNE moved a sample of %1 photos, with its classes as even as can be. The other %2 are placed beside their nearest, and are hollow.</source>
        <translation>t-SNE 排布了抽樣的 %1 張照片，各類別儘可能均衡。其餘 %2 張放在與它們最近的照片旁邊，以空心標記顯示。</translation>
    </message>
    <message>
        <source>1 photo is not on the map.</source>
        <translation>有 1 張照片不在圖上。</translation>
    </message>
    <message>
        <source>%1 photos are not on the map.</source>
        <translation>有 %1 張照片不在圖上。</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真實類別</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>預測類別</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>正確或錯誤</translation>
    </message>
    <message>
        <source>Value of a filter</source>
        <translation>濾波器的值</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>a number</source>
        <translation>一個數</translation>
    </message>
    <message>
        <source>a whole number that is not too large</source>
        <translation>一個不太大的整數</translation>
    </message>
    <message>
        <source>compressed BMP</source>
        <translation>壓縮 BMP</translation>
    </message>
    <message>
        <source>JPEG with other than 8 bits a channel</source>
        <translation>每通道非 8 位元的 JPEG</translation>
    </message>
    <message>
        <source>JPEG of a rare kind</source>
        <translation>罕見類型的 JPEG</translation>
    </message>
    <message>
        <source>TIFF of a rare kind</source>
        <translation>罕見類型的 TIFF</translation>
    </message>
    <message>
        <source>zip archive or safetensors header</source>
        <translation>zip 封存檔或 safetensors 檔頭</translation>
    </message>
    <message>
        <source>it takes three channels, not one</source>
        <translation>它接受三個通道，而不是一個</translation>
    </message>
    <message>
        <source>it has no forward</source>
        <translation>它沒有 forward 方法</translation>
    </message>
    <message>
        <source>it gives no tensor</source>
        <translation>它不輸出張量</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之間的數</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之間的整數</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 或更大</translation>
    </message>
    <message>
        <source>a number above %1</source>
        <translation>大於 %1 的數</translation>
    </message>
    <message>
        <source>a list of 1 number, as there is one channel</source>
        <translation>含 1 個數的清單，因為只有一個通道</translation>
    </message>
    <message>
        <source>a list of %1 numbers, one a channel</source>
        <translation>含 %1 個數的清單，每個通道一個</translation>
    </message>
    <message>
        <source>a list of 1 number above 0, as there is one channel</source>
        <translation>含 1 個大於 0 的數的清單，因為只有一個通道</translation>
    </message>
    <message>
        <source>a list of %1 numbers above 0, one a channel</source>
        <translation>含 %1 個大於 0 的數的清單，每個通道一個</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>名稱清單</translation>
    </message>
    <message>
        <source>a whole number or a name</source>
        <translation>整數或名稱</translation>
    </message>
    <message>
        <source>a JSON object</source>
        <translation>JSON 物件</translation>
    </message>
    <message>
        <source>0, or at least as much as the size</source>
        <translation>0，或不小於尺寸</translation>
    </message>
    <message>
        <source>at least one pixel</source>
        <translation>至少一個像素</translation>
    </message>
    <message>
        <source>it takes nothing</source>
        <translation>它不接受任何輸入</translation>
    </message>
    <message>
        <source>it takes no picture but %1</source>
        <translation>它不接受圖片，而接受 %1</translation>
    </message>
    <message>
        <source>it takes more than a picture: %1</source>
        <translation>除圖片外它還需要：%1</translation>
    </message>
    <message>
        <source>it takes pictures of %1 channels</source>
        <translation>它接受 %1 個通道的圖片</translation>
    </message>
    <message>
        <source>it takes height × width × channels</source>
        <translation>它接受 高 × 寬 × 通道</translation>
    </message>
    <message>
        <source>it takes one channel, not three</source>
        <translation>它接受一個通道，而不是三個</translation>
    </message>
    <message>
        <source>it gives a tensor of shape %1</source>
        <translation>它輸出形狀為 %1 的張量</translation>
    </message>
    <message>
        <source>it gives a tensor of shape %1 of type %2</source>
        <translation>它輸出形狀為 %1、類型為 %2 的張量</translation>
    </message>
    <message>
        <source>floating-point numbers</source>
        <translation>浮點數</translation>
    </message>
    <message>
        <source>a square kernel with odd sides</source>
        <translation>邊長為奇數的正方形卷積核</translation>
    </message>
    <message>
        <source>at most %1 of them</source>
        <translation>最多 %1 個</translation>
    </message>
    <message>
        <source>no more pools than the picture can be halved</source>
        <translation>池化不多於圖片可減半的次數</translation>
    </message>
    <message>
        <source>convolution, batch norm, ReLU and pool in turn</source>
        <translation>依次為卷積、批次正規化、ReLU 和池化</translation>
    </message>
    <message>
        <source>Linear, ReLU and Dropout in turn</source>
        <translation>依次為 Linear、ReLU 和 Dropout</translation>
    </message>
    <message>
        <source>TIFF in CIELab colours</source>
        <translation>CIELab 顏色的 TIFF</translation>
    </message>
    <message>
        <source>the logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>the gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>the activation</source>
        <translation>活化</translation>
    </message>
    <message>
        <source>the filter image</source>
        <translation>濾波器影像</translation>
    </message>
    <message>
        <source>it is no file but a folder or a device</source>
        <translation>它不是檔案，而是資料夾或裝置</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>它大於 %1 MiB</translation>
    </message>
    <message>
        <source>it is no part of Convscope</source>
        <translation>它不是 Convscope 的一部分</translation>
    </message>
    <message>
        <source>it belongs to version %1</source>
        <translation>它屬於版本 %1</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未給出原因</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>巢狀過深</translation>
    </message>
    <message>
        <source>cut off or garbled</source>
        <translation>被截斷或損壞</translation>
    </message>
    <message>
        <source>the relevance</source>
        <translation>相關性</translation>
    </message>
    <message>
        <source>a unit of a map of %1 rows and %2 columns, both counted from 0</source>
        <translation>%1 行 %2 列的圖中的一個單元，行列均從 0 起</translation>
    </message>
    <message>
        <source>two different classes of a network that has more than one</source>
        <translation>一個有多個類別的網路中的兩個不同類別</translation>
    </message>
    <message>
        <source>with this method a class, two that are compared, or entropy; a filter is explained by gradients, occlusion, superpixels and RISE</source>
        <translation>此方法可用一個類別、兩個相比較的類別或 entropy；濾波器由梯度、遮擋、超畫素和 RISE 解釋</translation>
    </message>
    <message>
        <source>true, predicted, the number or the name of a class, “A against B”, entropy, or “filter 15:37” (layer and filter)</source>
        <translation>true、predicted、類別的編號或名稱、“A against B”、entropy，或“filter 15:37”（層和濾波器）</translation>
    </message>
    <message>
        <source>another filter of the layer than the first one</source>
        <translation>該層中與第一個不同的濾波器</translation>
    </message>
    <message>
        <source>another network</source>
        <translation>另一個網路</translation>
    </message>
    <message>
        <source>photos that were prepared in another way, or on another device</source>
        <translation>以另一種方式或在另一臺裝置上處理的照片</translation>
    </message>
    <message>
        <source>other layers</source>
        <translation>其他層</translation>
    </message>
    <message>
        <source>other photos or blocks of them</source>
        <translation>其他照片或照片的其他分塊</translation>
    </message>
    <message>
        <source>the LibTorch that Convscope was built with knows the processor only. “scripts/run --cuda” builds it with one that knows GPUs</source>
        <translation>構建 Convscope 所用的 LibTorch 只支援處理器。“scripts/run --cuda”會用支援 GPU 的 LibTorch 構建</translation>
    </message>
    <message>
        <source>LibTorch is made for CUDA %1 and reaches no GPU (%2). Check the NVIDIA driver with “nvidia-smi”</source>
        <translation>LibTorch 適用於 CUDA %1，但無法使用任何 GPU（%2）。請用“nvidia-smi”檢查 NVIDIA 驅動</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>%1&#xa0;to&#xa0;%2</source>
        <translation>%1&#xa0;至&#xa0;%2</translation>
    </message>
    <message>
        <source>%1&#xa0;steps</source>
        <translation>%1&#xa0;步</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;steps</source>
        <translation>%1&#xa0;/&#xa0;%2&#xa0;步</translation>
    </message>
    <message>
        <source>%1 · sum&#xa0;%2&#xa0;→&#xa0;%3</source>
        <translation>%1 · 總和&#xa0;%2&#xa0;→&#xa0;%3</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;samples, ±%3 · %4</source>
        <translation>%1&#xa0;/&#xa0;%2&#xa0;個樣本，±%3 · %4</translation>
    </message>
    <message>
        <source>preview · %1</source>
        <translation>預覽 · %1</translation>
    </message>
    <message>
        <source>%1&#xa0;→&#xa0;%2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;samples</source>
        <translation>%1 / %2 個樣本</translation>
    </message>
    <message>
        <source>R²&#xa0;%1</source>
        <translation>R² %1</translation>
    </message>
    <message>
        <source>%1 · adds&#xa0;up&#xa0;to&#xa0;%2&#xa0;of&#xa0;%3</source>
        <translation>%1 · 合計&#xa0;%2（應為&#xa0;%3）</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;superpixels</source>
        <translation>%1&#xa0;/&#xa0;%2&#xa0;個超畫素</translation>
    </message>
    <message>
        <source>%1&#xa0;superpixels</source>
        <translation>%1&#xa0;個超畫素</translation>
    </message>
    <message>
        <source>knows&#xa0;nothing of&#xa0;the&#xa0;network</source>
        <translation>與網路無關</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2&#xa0;layers</source>
        <translation>%1 · %2&#xa0;層</translation>
    </message>
    <message>
        <source>%1 without %2&#xa0;of&#xa0;%3&#xa0;superpixels</source>
        <translation>去掉&#xa0;%3&#xa0;個超畫素中的&#xa0;%2&#xa0;個後為 %1</translation>
    </message>
    <message>
        <source>%1 · %2 filters</source>
        <translation>%1 · %2 個濾波器</translation>
    </message>
    <message>
        <source>%1 is ahead of&#xa0;%2 already</source>
        <translation>%1 已領先於&#xa0;%2</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;samples · %3</source>
        <translation>%1&#xa0;/&#xa0;%2&#xa0;個樣本 · %3</translation>
    </message>
    <message>
        <source>%1 · chance&#xa0;%2</source>
        <translation>%1 · 隨機性&#xa0;%2</translation>
    </message>
    <message>
        <source>not enough for&#xa0;%1: hidden&#xa0;%2 of&#xa0;%3</source>
        <translation>不足以變為&#xa0;%1：遮住&#xa0;%2 / &#xa0;%3</translation>
    </message>
    <message>
        <source>%1 · response&#xa0;%2&#xa0;→&#xa0;%3</source>
        <translation>%1 · 響應&#xa0;%2&#xa0;→&#xa0;%3</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>The homework</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>CAMs at this layer</source>
        <translation>此層的類活化圖</translation>
    </message>
    <message>
        <source>Agree or not</source>
        <translation>是否一致</translation>
    </message>
    <message>
        <source>A preset needs a name. Type one.</source>
        <translation>預設需要名稱。請輸入一個。</translation>
    </message>
    <message>
        <source>“%1” comes with the program. Choose another name.</source>
        <translation>“%1”是程式自帶的預設。請換一個名稱。</translation>
    </message>
    <message>
        <source>The name is too long for a file. Choose a shorter one.</source>
        <translation>該名稱作為檔名過長。請換一個較短的名稱。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a file. Leave out / and a dot in front.</source>
        <translation>“%1”不能用作檔名。請去掉 / 和開頭的點。</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>gradient %1</source>
        <translation>梯度 %1</translation>
    </message>
    <message>
        <source>activation %1</source>
        <translation>活化 %1</translation>
    </message>
    <message>
        <source>superpixel %1</source>
        <translation>超像素 %1</translation>
    </message>
    <message>
        <source>superpixel %1, %2 ± %3</source>
        <translation>超像素 %1，%2 ± %3</translation>
    </message>
    <message>
        <source>pixel %1 %2 %3</source>
        <translation>像素 %1 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>superpixel %1, %2</source>
        <translation>超畫素 %1，%2</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The photo as the network sees it, scaled to the size of its input; not the file at its full size.</source>
        <translation>網路所看到的照片，已縮放到其輸入尺寸；不是原尺寸的檔案。</translation>
    </message>
    <message>
        <source>network B</source>
        <translation>網路 B</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>network A</source>
        <translation>網路 A</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Here the second network, B, is asked.</source>
        <translation>此處詢問的是第二個網路 B。</translation>
    </message>
    <message>
        <source>Here both networks are asked about the class that A is asked about, and the values of B are subtracted from those of A.</source>
        <translation>此處就 A 所問的類別詢問兩個網路，並從 A 的值中減去 B 的值。</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在。要替換嗎？</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>there is no such file or folder. Check the path.</source>
        <translation>沒有這樣的檔案或資料夾。請檢查路徑。</translation>
    </message>
    <message>
        <source>cannot be read: %1. Check that it is there and that you may read it.</source>
        <translation>無法讀取：%1。請確認它存在，且您有讀取權限。</translation>
    </message>
    <message>
        <source>cannot be written: %1. Choose another place, or make room there.</source>
        <translation>無法寫入：%1。請另選位置，或在該處騰出空間。</translation>
    </message>
    <message>
        <source>the file is empty. Copy or download it again.</source>
        <translation>檔案是空的。請重新複製或下載。</translation>
    </message>
    <message>
        <source>this is not a picture, whatever its name says. Choose a JPEG, PNG, WebP, BMP or TIFF file.</source>
        <translation>不論檔名為何，這不是圖片。請選擇 JPEG、PNG、WebP、BMP 或 TIFF 檔案。</translation>
    </message>
    <message>
        <source>the picture is damaged or cut off. Copy or download it again.</source>
        <translation>圖片已損毀或不完整。請重新複製或下載。</translation>
    </message>
    <message>
        <source>%1 pictures cannot be read. Save it as JPEG or PNG.</source>
        <translation>無法讀取 %1 圖片。請另存為 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>the picture is too large (%1 × %2 pixels). Save a smaller one.</source>
        <translation>圖片過大（%1 × %2 像素）。請另存為較小的圖片。</translation>
    </message>
    <message>
        <source>the mask marks no food. Make it white (255) where the food is, black elsewhere.</source>
        <translation>遮罩沒有標出食物。請將食物處設為白色 (255)，其餘設為黑色。</translation>
    </message>
    <message>
        <source>no pictures in this folder. Choose a folder of photos, or one with a sub-folder a class.</source>
        <translation>此資料夾中沒有圖片。請選擇照片資料夾，或每個類別各有一個子資料夾的資料夾。</translation>
    </message>
    <message>
        <source>there is no split “%1” here. There is: %2.</source>
        <translation>這裡沒有子集「%1」。現有：%2。</translation>
    </message>
    <message>
        <source>there is no split “%1” here, as the folder is not divided. Leave the split out.</source>
        <translation>這裡沒有子集「%1」，因為該資料夾未分成子集。請不要指定子集。</translation>
    </message>
    <message>
        <source>there is no photo %1; the %2 photos count from 0.</source>
        <translation>沒有照片 %1；%2 張照片從 0 開始編號。</translation>
    </message>
    <message>
        <source>LibTorch %1 cannot load this TorchScript file: %2. Export it again with a PyTorch that is no newer.</source>
        <translation>LibTorch %1 無法載入此 TorchScript 檔案：%2。請用不比此版本新的 PyTorch 重新匯出。</translation>
    </message>
    <message>
        <source>this is no network that tells the class of a picture: %1. Choose one that takes a picture and gives one number a class.</source>
        <translation>這不是判斷圖片類別的網路：%1。請選擇輸入一張圖片、並為每個類別輸出一個數的網路。</translation>
    </message>
    <message>
        <source>this does not say how photos are prepared for a network. Give food11, imagenet, or a JSON file with size, mean and std.</source>
        <translation>此項沒有說明照片應如何為網路做前處理。請指定 food11、imagenet，或包含 size、mean 與 std 的 JSON 檔案。</translation>
    </message>
    <message>
        <source>there is no device “%1” here. There is: %2.</source>
        <translation>這裡沒有裝置「%1」。現有：%2。</translation>
    </message>
    <message>
        <source>preview precision needs a checkpoint of the notebook&apos;s kind, and a processor with bfloat16 or CUDA. Use float32.</source>
        <translation>預覽精度需要 notebook 類型的檢查點，以及支援 bfloat16 的處理器或 CUDA。請使用 float32。</translation>
    </message>
    <message>
        <source>the network has no layer “%1”; its %2 layers count from 0. “convscope layers” lists them.</source>
        <translation>網路中沒有層「%1」；其 %2 個層從 0 開始編號。可用「convscope layers」列出。</translation>
    </message>
    <message>
        <source>the layer %1 gives no maps. Choose a convolution, batch norm, ReLU or pool layer.</source>
        <translation>層 %1 不輸出特徵圖。請選擇卷積層、批次正規化層、ReLU 層或池化層。</translation>
    </message>
    <message>
        <source>there is no filter %1 in layer %2; its %3 filters count from 0.</source>
        <translation>層 %2 中沒有濾波器 %1；其 %3 個濾波器從 0 開始編號。</translation>
    </message>
    <message>
        <source>there is no class %1; the network&apos;s %2 classes count from 0.</source>
        <translation>沒有類別 %1；網路的 %2 個類別從 0 開始編號。</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Allowed: %3.</source>
        <translation>%1 不能為「%2」。允許的值：%3。</translation>
    </message>
    <message>
        <source>this part of Convscope, which runs networks, cannot be loaded: %1. Build or install Convscope again.</source>
        <translation>無法載入 Convscope 中執行網路的部分：%1。請重新建置或安裝 Convscope。</translation>
    </message>
    <message>
        <source>there is not enough memory. Close other programs, or use the CPU or a smaller network.</source>
        <translation>記憶體不足。請關閉其他程式，或改用 CPU 或較小的網路。</translation>
    </message>
    <message>
        <source>NaN or infinite values in %1. The network&apos;s training may have failed; try another checkpoint.</source>
        <translation>%1 中有 NaN 或無窮大的值。該網路的訓練可能已失敗；請換一個檢查點。</translation>
    </message>
    <message>
        <source>something unexpected went wrong: %1. Run with --verbose and report it.</source>
        <translation>發生未預期的錯誤：%1。請加上 --verbose 執行並回報此問題。</translation>
    </message>
    <message>
        <source>The true class is not known; the predicted class is explained instead.</source>
        <translation>真實類別未知；改為解釋預測類別。</translation>
    </message>
    <message>
        <source>The network is so sure that the gradient of its loss is mostly rounding; the gradient of the logit or float64 does not suffer from that.</source>
        <translation>網路過於有把握，其損失的梯度大多是捨入誤差；logit 的梯度或 float64 不受此影響。</translation>
    </message>
    <message>
        <source>This filter is silent here: its map has one value everywhere.</source>
        <translation>該濾波器在此無反應：其特徵圖處處為同一個值。</translation>
    </message>
    <message>
        <source>The filter image did not change, because the gradient is zero at its start (a dead ReLU); try the layer before the ReLU, or start from noise.</source>
        <translation>濾波器影像沒有變化，因為起點處的梯度為零（失去作用的 ReLU）；請嘗試該 ReLU 之前的層，或從雜訊開始。</translation>
    </message>
    <message>
        <source>The photo has 16 bits a channel and was reduced to 8.</source>
        <translation>照片每通道 16 位元，已降為 8 位元。</translation>
    </message>
    <message>
        <source>The photo was converted from CMYK without its colour profile, as Pillow does.</source>
        <translation>照片由 CMYK 轉換而來，未使用其色彩描述檔，與 Pillow 的做法相同。</translation>
    </message>
    <message>
        <source>The photo&apos;s transparency was dropped.</source>
        <translation>照片的透明度已捨棄。</translation>
    </message>
    <message>
        <source>The computation was stopped early; this is what it had reached.</source>
        <translation>計算提前停止；這是當時得到的結果。</translation>
    </message>
    <message>
        <source>Preview: computed in bfloat16 or half precision, so the numbers are inexact.</source>
        <translation>預覽：以 bfloat16 或半精度計算，數值不精確。</translation>
    </message>
    <message>
        <source>The network was traced in training mode; its batch norm and dropout layers were put into eval mode.</source>
        <translation>該網路是在訓練模式下 trace 的；其批次正規化層與 dropout 層已切換到 eval 模式。</translation>
    </message>
    <message>
        <source>There are not as many class names as the network has classes, so they are not used.</source>
        <translation>類別名稱的個數與網路的類別數不符，因此未使用。</translation>
    </message>
    <message>
        <source>The network ends with a softmax; the logarithms of its probabilities are used as logits.</source>
        <translation>該網路以 softmax 結尾；以其機率的對數作為 logit。</translation>
    </message>
    <message>
        <source>this file carries no recipe of Convscope. Choose a PNG, SVG or PDF that Convscope exported and no other program has saved again.</source>
        <translation>此檔案不含 Convscope 的產生配方。請選擇由 Convscope 匯出、且未被其他程式重新儲存過的 PNG、SVG 或 PDF。</translation>
    </message>
    <message>
        <source>this is no session of Convscope. Choose a file that “Save session as” wrote.</source>
        <translation>這不是 Convscope 的工作階段。請選擇由「工作階段另存為」寫出的檔案。</translation>
    </message>
    <message>
        <source>what it says of the board is damaged (%1). Open another session or figure.</source>
        <translation>其中關於對照板的內容已損毀 (%1)。請開啟另一個工作階段或插圖。</translation>
    </message>
    <message>
        <source>a later version of Convscope wrote this (format %1, known up to %2). Update Convscope to open it.</source>
        <translation>此檔案由較新版本的 Convscope 寫出（格式 %1，本版本最高支援 %2）。請更新 Convscope 後再開啟。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>%1 was not there; %2 was taken instead.</source>
        <translation>%1 不存在；改用了 %2。</translation>
    </message>
    <message>
        <source>%1 has other content than it had then.</source>
        <translation>%1 的內容與當時不同。</translation>
    </message>
    <message>
        <source>It was made with %1 %2; this is %1 %3.</source>
        <translation>它由 %1 %2 產生；目前為 %1 %3。</translation>
    </message>
    <message>
        <source>It was computed in %1, here in %2.</source>
        <translation>當時以 %1 計算，現在以 %2 計算。</translation>
    </message>
    <message>
        <source>It was computed on %1, here on %2.</source>
        <translation>當時在 %1 上計算，現在在 %2 上計算。</translation>
    </message>
    <message>
        <source>LIME&apos;s random numbers ran on from photo to photo; here they start again for each photo, so the LIME pictures may differ.</source>
        <translation>當時 LIME 的亂數在各照片之間連續使用；現在對每張照片重新開始，因此 LIME 圖片可能不同。</translation>
    </message>
    <message>
        <source>It names what this version of Convscope does not know and leaves out: %1.</source>
        <translation>其中有此版本的 Convscope 不認得、因而忽略的內容：%1。</translation>
    </message>
    <message>
        <source>the middle of a shorter side of %1</source>
        <translation>短邊縮放到 %1 後取中央部分</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>已正規化</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>類別 %1</translation>
    </message>
    <message>
        <source>the network did not answer and was given up. Open it again to try once more, or open another.</source>
        <translation>網路沒有回應，已放棄。請重新開啟它再試一次，或開啟另一個網路。</translation>
    </message>
    <message>
        <source>this is a %3 archive with %2 in it. Unpack it (%4) and open that.</source>
        <translation>這是 %3 封存檔，其中有 %2。請解壓（%4）後開啟它。</translation>
    </message>
    <message>
        <source>this is a %3 archive. Unpack it (%4) and open what is in it.</source>
        <translation>這是 %3 封存檔。請解壓（%4）後開啟其中的檔案。</translation>
    </message>
    <message>
        <source>In place of 224, 224 write the height and width of its pictures.</source>
        <translation>請把 224, 224 換成其圖片的高和寬。</translation>
    </message>
    <message>
        <source>In Python, %1 converts it.</source>
        <translation>在 Python 中，%1 可以轉換它。</translation>
    </message>
    <message>
        <source>this is a Git LFS pointer, a few lines in place of the file itself. Run “git lfs pull” in its folder to get the file.</source>
        <translation>這是 Git LFS 指標，只有幾行文字，而不是檔案本身。請在其資料夾中執行「git lfs pull」取得檔案。</translation>
    </message>
    <message>
        <source>this is a web page, not the file: the download failed. Open the link in a browser, and download the file from there.</source>
        <translation>這是網頁，不是所需的檔案：下載失敗了。請在瀏覽器中開啟連結，並從那裡下載檔案。</translation>
    </message>
    <message>
        <source>the network was saved in the format before PyTorch 1.6.</source>
        <translation>該網路以 PyTorch 1.6 之前的格式儲存。</translation>
    </message>
    <message>
        <source>this was written with pickle, not with torch.save.</source>
        <translation>它是用 pickle 寫的，不是用 torch.save。</translation>
    </message>
    <message>
        <source>this is GGUF, which holds the weights of language models. Choose a network for pictures.</source>
        <translation>這是 GGUF，儲存的是語言模型的權重。請選擇處理圖片的網路。</translation>
    </message>
    <message>
        <source>this is an array of NumPy. If it holds a dictionary of weights:</source>
        <translation>這是 NumPy 陣列。如果其中是權重字典：</translation>
    </message>
    <message>
        <source>this is an archive of NumPy&apos;s arrays.</source>
        <translation>這是 NumPy 陣列的封存檔。</translation>
    </message>
    <message>
        <source>this is the index of a network in several files. In their folder, in Python, %1 joins them.</source>
        <translation>這是分成多個檔案的網路的索引。在其資料夾中用 Python 執行 %1 可以合併它們。</translation>
    </message>
    <message>
        <source>the weights %1 hold no numbers, as they were saved from the device “meta”. Load the network&apos;s weights first, then save it.</source>
        <translation>權重 %1 中沒有數值，因為是從裝置「meta」儲存的。請先載入網路的權重，再儲存。</translation>
    </message>
    <message>
        <source>the weights %1 are complex numbers, which no layer here takes.</source>
        <translation>權重 %1 是複數，這裡沒有層接受複數。</translation>
    </message>
    <message>
        <source>the weights %1 are sparse.</source>
        <translation>權重 %1 是稀疏的。</translation>
    </message>
    <message>
        <source>the weights %1 are quantised.</source>
        <translation>權重 %1 是量化的。</translation>
    </message>
    <message>
        <source>In Python, %1 makes a file that can be opened.</source>
        <translation>在 Python 中，%1 可以生成能開啟的檔案。</translation>
    </message>
    <message>
        <source>the text is not UTF-8. Save it as UTF-8 in an editor; of GBK, %1 makes one.</source>
        <translation>文字不是 UTF-8。請在編輯器中另存為 UTF-8；對於 GBK，可用 %1 轉換。</translation>
    </message>
    <message>
        <source>the network file was packed again by a zip program. In Python, %1 makes one that can be opened.</source>
        <translation>網路檔案被壓縮程式重新打包過。在 Python 中，%1 可以生成能開啟的檔案。</translation>
    </message>
    <message>
        <source>the network could only be read by running code from the file (%1), which is never done.</source>
        <translation>只有執行檔案中的程式碼（%1）才能讀取該網路，而程式從不這樣做。</translation>
    </message>
    <message>
        <source>there are no weights in it.</source>
        <translation>其中沒有權重。</translation>
    </message>
    <message>
        <source>there are no weights in it, only: %1.</source>
        <translation>其中沒有權重，只有：%1。</translation>
    </message>
    <message>
        <source>the %1 tensors in it have no names, as list(model.parameters()) gives them, and what batch norm measured is not among them.</source>
        <translation>其中的 %1 個張量沒有名稱，如 list(model.parameters()) 所給出的那樣，而且批次正規化的統計量不在其中。</translation>
    </message>
    <message>
        <source>the weights are arrays of NumPy.</source>
        <translation>權重是 NumPy 陣列。</translation>
    </message>
    <message>
        <source>the weights alone do not tell how this network works: at %1, the notebook&apos;s kind has %2.</source>
        <translation>僅憑權重無法得知該網路如何工作：在 %1 處，notebook 的網路應為 %2。</translation>
    </message>
    <message>
        <source>the weights do not fit the notebook&apos;s kind of network: %1 should be %2 but is %3. If the network works otherwise:</source>
        <translation>權重不符合 notebook 的網路類型：%1 應為 %2，實際為 %3。如果網路的結構不同：</translation>
    </message>
    <message>
        <source>the network takes pictures of %3 × %4 pixels, not of %1 × %2. Set its input to that with %7, or tell none: then it is found.</source>
        <translation>網路接受 %3 × %4 像素的圖片，而不是 %1 × %2。請用 %7 設定其輸入，或不指定：程式會自行找出。</translation>
    </message>
    <message>
        <source>the picture is a %1, which cannot be read. Save it as JPEG or PNG.</source>
        <translation>該圖片是%1，無法讀取。請另存為 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>labels cannot be taken from file names (“%1”): none is called like 3_12.jpg, with a class of the network in front; the first is “%2”. Choose folders, numbers or none, or %7.</source>
        <translation>無法從檔名取得標籤（「%1」）：沒有檔案像 3_12.jpg 那樣以網路的類別開頭；第一個是「%2」。請選擇 folders、numbers 或 none，或%7。</translation>
    </message>
    <message>
        <source>labels cannot be taken from folder numbers (“%1”): no folder is called by the number of a class; the first photo lies in “%3”. Choose folders, names or none, or %7.</source>
        <translation>無法從資料夾編號取得標籤（「%1」）：沒有資料夾以類別編號命名；第一張照片在「%3」中。請選擇 folders、names 或 none，或%7。</translation>
    </message>
    <message>
        <source>labels cannot be taken from folders (“%1”): there are no class folders; the first photo lies in “%3”. Choose names or none, or %7.</source>
        <translation>無法從資料夾取得標籤（「%1」）：沒有類別資料夾；第一張照片在「%3」中。請選擇 names 或 none，或%7。</translation>
    </message>
    <message>
        <source>let the program choose</source>
        <translation>讓程式選擇</translation>
    </message>
    <message>
        <source>leave --labels out</source>
        <translation>不使用 --labels</translation>
    </message>
    <message>
        <source>“%1” maps no class. Write lines like Dessert=ice cream (nothing after the = for none), or a JSON object of that.</source>
        <translation>「%1」沒有對應任何類別。請寫成 Dessert=ice cream 這樣的行（= 後為空表示沒有），或寫成 JSON 物件。</translation>
    </message>
    <message>
        <source>“%1” is mapped to “%2”, which is no class of the network. Give its name or its number.</source>
        <translation>「%1」被對應到「%2」，但它不是網路的類別。請給出其名稱或編號。</translation>
    </message>
    <message>
        <source>the network file is damaged (%1). Copy or download it again.</source>
        <translation>網路檔案已損壞（%1）。請重新複製或下載。</translation>
    </message>
    <message>
        <source>the network does not run on a picture of %1 × %2 pixels (%3), but it does on one of %4 × %5, %6. Set its input to that with %7.</source>
        <translation>網路無法處理 %1 × %2 像素的圖片（%3），但可以處理 %4 × %5 的%6。請用 %7 將其輸入設為該尺寸。</translation>
    </message>
    <message>
        <source>the network does not run on a picture of %1 × %2 pixels (%3). Set its input with %7, or describe it in a file beside it.</source>
        <translation>網路無法處理 %1 × %2 像素的圖片（%3）。請用 %7 設定其輸入，或在網路旁的檔案中說明。</translation>
    </message>
    <message>
        <source>the network does not run, whatever the size of the picture (LibTorch says: %1).</source>
        <translation>無論圖片大小，網路都無法執行（LibTorch 的說明：%1）。</translation>
    </message>
    <message>
        <source>the network answers differently each time (%1), as in training.</source>
        <translation>網路每次給出的結果都不同（%1），如同在訓練中。</translation>
    </message>
    <message>
        <source>%1, but photos are given as channels × height × width. In Python, %2 makes a file that takes them.</source>
        <translation>%1，但照片以 通道 × 高 × 寬 的形式給出。在 Python 中，%2 可以生成接受這種形式的檔案。</translation>
    </message>
    <message>
        <source>this is no network that tells the class of a picture: %1. Export one that gives the logits, before they are compared.</source>
        <translation>該網路不判斷圖片的類別：%1。請匯出在比較之前給出 logit 的網路。</translation>
    </message>
    <message>
        <source>the network has no output “%1”. It has: %2.</source>
        <translation>網路沒有輸出「%1」。它有：%2。</translation>
    </message>
    <message>
        <source>the network has no layer “%1”; its %2 layers count from 0.</source>
        <translation>網路沒有層「%1」；其 %2 個層從 0 開始編號。</translation>
    </message>
    <message>
        <source>the key “%1” is not known. Known are: %2.</source>
        <translation>鍵「%1」未知。已知的有：%2。</translation>
    </message>
    <message>
        <source>something unexpected went wrong: %1. Report it; Help &gt; About has what to send.</source>
        <translation>發生了意外錯誤：%1。請報告此問題；「說明 &gt; 關於」中有需要附上的資訊。</translation>
    </message>
    <message>
        <source>No gradient reaches the photo, as the network computes without gradients somewhere (no_grad or detach), so this picture is empty. LIME and the filters&apos; maps do not need gradients.</source>
        <translation>梯度到不了照片，因為網路在某處不計算梯度（no_grad 或 detach），所以這張圖片是空的。LIME 和濾波器的特徵圖不需要梯度。</translation>
    </message>
    <message>
        <source>The photo&apos;s camera says that it lies on its side or is mirrored. It is used as it is stored, as in the notebook; %1 turns such photos.</source>
        <translation>照片的相機記錄表明它是橫放或鏡像的。與 notebook 一樣按儲存的樣子使用；%1可以轉正這樣的照片。</translation>
    </message>
    <message>
        <source>a choice under “Input…”</source>
        <translation>「輸入…」中的選項</translation>
    </message>
    <message>
        <source>The network gives several outputs (%2); “%1” is used. Choose another with %3.</source>
        <translation>網路給出多個輸出（%2）；使用「%1」。可用 %3 選擇其他輸出。</translation>
    </message>
    <message>
        <source>What pictures the network takes was guessed: the first size that it runs on. Where that is wrong, set it with %1.</source>
        <translation>網路接受什麼樣的圖片是推測的：採用它能處理的第一種尺寸。如果不對，請用 %1 設定。</translation>
    </message>
    <message>
        <source>The network has 1000 classes, as ImageNet has. If it was trained on ImageNet, set its input to that with %1.</source>
        <translation>網路有 1000 個類別，與 ImageNet 相同。如果它是在 ImageNet 上訓練的，請用 %1 將輸入設為 ImageNet。</translation>
    </message>
    <message>
        <source>the button below</source>
        <translation>下方的按鈕</translation>
    </message>
    <message>
        <source>The weights are those under “%1”.</source>
        <translation>權重取自「%1」。</translation>
    </message>
    <message>
        <source>The file holds weights more than once: those under “%1” are used, not %2.</source>
        <translation>檔案中有多份權重：使用「%1」下的，不使用 %2。</translation>
    </message>
    <message>
        <source>Not needed and ignored: %1.</source>
        <translation>不需要、已忽略：%1。</translation>
    </message>
    <message>
        <source>The network is right about as often as by guessing. Perhaps it expects another input (%1), its classes stand in another order than the labels&apos;, or, of a checkpoint, activation, pool or epsilon are not the notebook&apos;s.</source>
        <translation>網路的正確率與隨機猜測相當。可能它需要另一種輸入（%1），或其類別的順序與標籤不同，或者（對檢查點而言）活化函數、池化或 epsilon 與 notebook 不同。</translation>
    </message>
    <message>
        <source>The size of the pictures, %1 × %2, was guessed: the weights fit it, if convolutions are padded as in the notebook. Where that is wrong, set it with %3.</source>
        <translation>圖片尺寸 %1 × %2 是推測的：若卷積按 notebook 的方式填充，權重與之相符。如果不對，請用 %3 設定。</translation>
    </message>
    <message>
        <source>The network takes one channel, so photos are turned gray.</source>
        <translation>網路接受一個通道，因此照片被轉為灰階。</translation>
    </message>
    <message>
        <source>Activation, pool and epsilon were told, but a TorchScript network brings its own.</source>
        <translation>指定了活化函數、池化和 epsilon，但 TorchScript 網路自帶這些。</translation>
    </message>
    <message>
        <source>%1 beside the network is no description of its input and is ignored. If it is one, write &quot;format&quot;: &quot;convscope-input&quot; in it.</source>
        <translation>網路旁的 %1 不是其輸入的說明，已忽略。如果是，請在其中寫入 &quot;format&quot;: &quot;convscope-input&quot;。</translation>
    </message>
    <message>
        <source>The class names in %1 are not used, as it is not UTF-8. Save it as UTF-8.</source>
        <translation>%1 中的類別名稱未使用，因為它不是 UTF-8。請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>The network gives each class a probability of its own (sigmoids), so they do not add up to 100 %; log(p/(1 − p)) serves as the logit.</source>
        <translation>網路給每個類別各自的機率（sigmoid），因此它們加起來不是 100 %；以 log(p/(1 − p)) 作為 logit。</translation>
    </message>
    <message>
        <source>The network gives one number x: 0 and x are taken for the logits of two classes, so that the second has the probability sigmoid(x).</source>
        <translation>網路只給出一個數 x：以 0 和 x 作為兩個類別的 logit，因此第二個類別的機率為 sigmoid(x)。</translation>
    </message>
    <message>
        <source>The network answers only %1 photos at once, as it was traced; each photo takes as long as %1. Trace it with one picture to be faster.</source>
        <translation>由於追蹤方式，網路一次只能處理 %1 張照片；每張照片耗時相當於 %1 張。用一張圖片重新追蹤會更快。</translation>
    </message>
    <message>
        <source>The network runs on %1 × %2 pixels and on %2 × %1 alike. Check that width and height of its input are not swapped: PyTorch names the height first.</source>
        <translation>網路既能處理 %1 × %2 像素，也能處理 %2 × %1。請檢查其輸入的寬和高沒有弄反：PyTorch 先寫高。</translation>
    </message>
    <message>
        <source>“Input…”</source>
        <translation>「輸入…」</translation>
    </message>
    <message>
        <source>%1, 1 convolution</source>
        <translation>%1，1 個卷積層</translation>
    </message>
    <message>
        <source>%1, %2 convolutions</source>
        <translation>%1，%2 個卷積層</translation>
    </message>
    <message>
        <source>kernel %1 × %2</source>
        <translation>卷積核 %1 × %2</translation>
    </message>
    <message>
        <source>stride %1</source>
        <translation>步幅 %1</translation>
    </message>
    <message>
        <source>padding %1</source>
        <translation>填充 %1</translation>
    </message>
    <message>
        <source>dilation %1</source>
        <translation>空洞 %1</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 組</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>已轉正</translation>
    </message>
    <message>
        <source>“%1” is mapped twice. Leave one of the two.</source>
        <translation>“%1”被對映了兩次。請只保留其中一個。</translation>
    </message>
    <message>
        <source>the JSON is broken at line %1, column %2. Correct it there.</source>
        <translation>JSON 在第 %1 列第 %2 欄有誤。請在該處更正。</translation>
    </message>
    <message>
        <source>Weights do not tell what lies between them. As in the notebook, %1, %2 of 2 × 2, convolutions that keep the size and PyTorch&apos;s epsilon are assumed; if accuracy is poor, name others with %3, or export the network as TorchScript, which tells all.</source>
        <translation>權重不說明各層之間是什麼。與 notebook 一樣，假定為 %1、2 × 2 的 %2、保持尺寸的卷積和 PyTorch 的 epsilon；如果準確率很低，請用%3指定其他值，或將網路匯出為 TorchScript，它會說明一切。</translation>
    </message>
    <message>
        <source>a JSON file beside the network (activation, slope, pool, epsilon)</source>
        <translation>網路旁的 JSON 檔案（activation、slope、pool、epsilon）</translation>
    </message>
    <message>
        <source>The network gives one number p: it is taken for the probability of the second of two classes, the first has 1 − p, and 0 and log(p/(1 − p)) serve as their logits.</source>
        <translation>網路給出一個數 p：它被當作兩個類別中第二個的機率，第一個為 1 − p，0 和 log(p/(1 − p)) 用作它們的 logit。</translation>
    </message>
    <message>
        <source>The network scales pictures of 0 to 255 by itself, so it is given such. Where that is wrong, set its input with %1.</source>
        <translation>網路自行縮放 0 到 255 的影象，因此給它的就是這樣的影象。如果不對，請用%1設定其輸入。</translation>
    </message>
    <message>
        <source>The gradient is zero everywhere, so the map is empty; try the logit as the objective.</source>
        <translation>梯度處處為零，所以圖是空的；請嘗試以 logit 為目標函式。</translation>
    </message>
    <message>
        <source>The gradient is zero everywhere, so the map is empty: a small change of this photo does not change what the network says of the class.</source>
        <translation>梯度處處為零，所以圖是空的：這張照片的微小變化不會改變網路對該類別的判斷。</translation>
    </message>
    <message>
        <source>Nothing here speaks for this class: no value of this layer&apos;s map is above 0, so the picture is empty. Another layer may show more.</source>
        <translation>這裡沒有什麼支持該類別：這一層的圖中沒有大於 0 的值，所以圖片是空的。換一層也許能看到更多。</translation>
    </message>
    <message>
        <source>The values do not add up to what they explain: they miss the change of the logit by more than 5 %. Take more steps.</source>
        <translation>各值之和與其所解釋的量不符：與 logit 的變化相差超過 5%。請增加步數。</translation>
    </message>
    <message>
        <source>It ended before all its samples, because what it marks no longer changed beyond its error; all samples may mark others.</source>
        <translation>該方法在抽取全部樣本之前結束，因為標記的變化已不再超出其誤差；抽取全部樣本可能得到不同的標記。</translation>
    </message>
    <message>
        <source>The photo has fewer than two superpixels, so there is nothing to compare; ask for more.</source>
        <translation>照片的超畫素少於兩個，無從比較；請增加超畫素數。</translation>
    </message>
    <message>
        <source>This kind of map looks at no class: it is the same whatever class is asked for.</source>
        <translation>這種圖不針對類別：無論問哪個類別，圖都一樣。</translation>
    </message>
    <message>
        <source>This layer has values below 0, but this kind of map is made for layers without such values. Choose the ReLU or the pool behind this layer.</source>
        <translation>該層有小於 0 的值，而這種圖適用於沒有這種值的層。請選擇該層之後的 ReLU 或池化層。</translation>
    </message>
    <message>
        <source>The score of the class is not above 0. Ablation-CAM divides by it, which would turn the map around; here it divides by the score without its sign.</source>
        <translation>該類別的分數不大於 0。Ablation-CAM 要除以它，圖會因此反轉；這裡除以不帶符號的分數。</translation>
    </message>
    <message>
        <source>this method has no rule for %1 (%2). It explains networks whose convolutions, batch norms, ReLUs, pools and linear layers run one after the other. Choose another method.</source>
        <translation>此方法沒有適用於 %1（%2）的規則。它只能解釋由卷積、批歸一化、ReLU、池化和線性層依次相連組成的網路。請選擇其他方法。</translation>
    </message>
    <message>
        <source>the network has no ReLU, so this method would show no more than its gradient. Use saliency instead.</source>
        <translation>該網路沒有 ReLU，此方法所顯示的不會多於它的梯度。請改用顯著圖。</translation>
    </message>
    <message>
        <source>The map is empty: the ReLUs of this network let only positive gradients pass back, and none of them reaches the photo.</source>
        <translation>圖為空：該網路的 ReLU 只讓正梯度反向透過，而沒有任何正梯度到達照片。</translation>
    </message>
    <message>
        <source>The values do not add up to what they explain: they miss the change of the logit by more than 5 %. Take more samples.</source>
        <translation>各值之和與其所解釋的量不符：與 logit 的變化相差超過 5%。請增加樣本數。</translation>
    </message>
    <message>
        <source>The values do not add up to what they explain: they miss the change of the logit by more than 5 %. With this method more steps do not help; compare places within the map.</source>
        <translation>各值之和與所解釋的量不符：與 logit 的變化相差超過 5 %。對此方法，增加步數沒有幫助；請只比較圖內的各處。</translation>
    </message>
    <message>
        <source>this is no preset of rows. Choose a file that “Save preset to file” wrote (.convrows).</source>
        <translation>這不是行的預設。請選擇由“將預設儲存到檔案”寫出的檔案（.convrows）。</translation>
    </message>
    <message>
        <source>what it says of the rows is damaged (%1). Open another preset.</source>
        <translation>其中關於行的內容已損壞（%1）。請開啟另一個預設。</translation>
    </message>
    <message>
        <source>it has no row that this version of Convscope knows. Open another preset, or update Convscope.</source>
        <translation>其中沒有此版本的 Convscope 認識的行。請開啟另一個預設，或更新 Convscope。</translation>
    </message>
    <message>
        <source>no layer of the network has maps. Choose a method that explains the pixels of the photo.</source>
        <translation>網路沒有帶圖的層。請選擇解釋照片畫素的方法。</translation>
    </message>
    <message>
        <source>The class to compare with is not known, or is the one that is explained; the strongest other class is taken instead.</source>
        <translation>要比較的類別未知，或就是所解釋的類別；改用最強的其他類別。</translation>
    </message>
    <message>
        <source>%1 against&#xa0;%2</source>
        <translation>%1&#xa0;對&#xa0;%2</translation>
    </message>
    <message>
        <source>how&#xa0;unsure the&#xa0;network&#xa0;is</source>
        <translation>網路有多不確定</translation>
    </message>
    <message>
        <source>layer&#xa0;%1, filter&#xa0;%2</source>
        <translation>層&#xa0;%1，濾波器&#xa0;%2</translation>
    </message>
    <message>
        <source>%1, row&#xa0;%2, column&#xa0;%3</source>
        <translation>%1，第&#xa0;%2&#xa0;行，第&#xa0;%3&#xa0;列</translation>
    </message>
    <message>
        <source>the weights of “%1” cannot be drawn anew. Of a checkpoint they can.</source>
        <translation>“%1”的權重無法重新隨機生成，檢查點的權重可以。</translation>
    </message>
    <message>
        <source>this row asks a second network, and none is open. Open one with File &gt; Second network, or let the row ask the first one.</source>
        <translation>該行詢問第二個網路，但沒有開啟第二個網路。請用“檔案 &gt; 第二個網路”開啟一個，或讓該行詢問第一個網路。</translation>
    </message>
    <message>
        <source>a row asks a second network, and none is given. Name it with --model-b.</source>
        <translation>有一行詢問第二個網路，但沒有給出。請用 --model-b 指定。</translation>
    </message>
    <message>
        <source>nothing tells which of its %2 classes are those of the first network, which has %1. Name the classes of both in the same words, in a labels.txt beside each file.</source>
        <translation>無從得知它的 %2 個類別中哪些是第一個網路的類別（共 %1 個）。請在兩個檔案旁各放一個 labels.txt，用相同的詞命名類別。</translation>
    </message>
    <message>
        <source>the second network does not know the class %1. Choose one that both know.</source>
        <translation>第二個網路不認識類別 %1。請選擇兩者都認識的類別。</translation>
    </message>
    <message>
        <source>the second network has no layer %1. Choose one that both have.</source>
        <translation>第二個網路沒有層 %1。請選擇兩者都有的層。</translation>
    </message>
    <message>
        <source>answers of this method cannot be subtracted from each other. Ask each network in a row of its own.</source>
        <translation>該方法的結果不能相減。請用單獨的行分別詢問兩個網路。</translation>
    </message>
    <message>
        <source>the two networks see different pictures of a photo, so there is no difference to show. Ask each network in a row of its own.</source>
        <translation>兩個網路看到的是同一照片的不同影象，因此沒有可顯示的差值。請用單獨的行分別詢問兩個網路。</translation>
    </message>
    <message>
        <source>the scores of the two networks mean different things, so there is no difference to show. Ask each network in a row of its own.</source>
        <translation>兩個網路的得分含義不同，因此沒有可顯示的差值。請用單獨的行分別詢問兩個網路。</translation>
    </message>
    <message>
        <source>the maps of the two networks differ in size (%1 × %2 and %3 × %4 values). Choose another layer, or ask each network in a row of its own.</source>
        <translation>兩個網路的圖大小不同（%1 × %2 與 %3 × %4 個值）。請選擇另一層，或用單獨的行分別詢問兩個網路。</translation>
    </message>
    <message>
        <source>the superpixels of the two answers differ. Ask each network in a row of its own.</source>
        <translation>兩個結果的超畫素不同。請用單獨的行分別詢問兩個網路。</translation>
    </message>
    <message>
        <source>Network B is the same file as network A: they differ in nothing.</source>
        <translation>網路 B 與網路 A 是同一個檔案：兩者沒有任何差異。</translation>
    </message>
    <message>
        <source>The networks do not have the same classes in the same order, so classes are compared by name. Of the %2 classes of A and the %3 of B, %1 are the same.</source>
        <translation>兩個網路的類別或其順序不同，因此按名稱比較類別。A 的 %2 個類別與 B 的 %3 個類別中，有 %1 個相同。</translation>
    </message>
    <message>
        <source>Only one of the networks names its classes, so classes are compared by number.</source>
        <translation>只有一個網路給出了類別名稱，因此按編號比較類別。</translation>
    </message>
    <message>
        <source>The networks see different pictures of a photo, as their inputs differ. Each can be asked, their difference cannot.</source>
        <translation>兩個網路的輸入不同，因此看到的是同一照片的不同影象。可以分別詢問，但不能求差。</translation>
    </message>
    <message>
        <source>The largest value of A is at least %1 times that of B, so the difference is nearly the answer of A. Look at both.</source>
        <translation>A 的最大值是 B 的至少 %1 倍，因此差值幾乎就是 A 的結果。請檢視兩者各自的結果。</translation>
    </message>
    <message>
        <source>The largest value of B is at least %1 times that of A, so the difference is nearly the answer of B with its sign turned. Look at both.</source>
        <translation>B 的最大值是 A 的至少 %1 倍，因此差值幾乎就是符號相反的 B 的結果。請檢視兩者各自的結果。</translation>
    </message>
    <message>
        <source>The scores of the networks mean different things. Each can be asked, their difference cannot.</source>
        <translation>兩個網路的得分含義不同。可以分別詢問，但不能求差。</translation>
    </message>
    <message>
        <source>this is a network of Keras. In Python, %1 makes a folder of it.</source>
        <translation>這是 Keras 的網路。在 Python 中，%1 可將其存為一個資料夾。</translation>
    </message>
    <message>
        <source>On the command line, %1 makes an ONNX file of that, which can be opened.</source>
        <translation>然後在命令列中，%1 可將該資料夾轉換為能開啟的 ONNX 檔案。</translation>
    </message>
    <message>
        <source>On the command line, %1 makes an ONNX file of it, which can be opened.</source>
        <translation>在命令列中，%1 可將其轉換為能開啟的 ONNX 檔案。</translation>
    </message>
    <message>
        <source>If the file holds weights alone, build the model and load them into it first.</source>
        <translation>如果檔案只包含權重，請先構建模型並載入權重。</translation>
    </message>
    <message>
        <source>this is a network of TensorFlow (SavedModel) in an archive. Unpack it first.</source>
        <translation>這是壓縮包中的 TensorFlow 網路（SavedModel）。請先解壓。</translation>
    </message>
    <message>
        <source>this is a network of TensorFlow (SavedModel).</source>
        <translation>這是 TensorFlow 的網路（SavedModel）。</translation>
    </message>
    <message>
        <source>FOLDER is the one that saved_model.pb lies in.</source>
        <translation>FOLDER 是 saved_model.pb 所在的資料夾。</translation>
    </message>
    <message>
        <source>this is a network of TensorFlow Lite.</source>
        <translation>這是 TensorFlow Lite 的網路。</translation>
    </message>
    <message>
        <source>this is a network of PaddlePaddle.</source>
        <translation>這是 PaddlePaddle（飛槳）的網路。</translation>
    </message>
    <message>
        <source>this is a network of Caffe, or its weights.</source>
        <translation>這是 Caffe 的網路或其權重。</translation>
    </message>
    <message>
        <source>this is an engine of TensorRT, which was compiled for one graphics card. Open the ONNX file that it was made from.</source>
        <translation>這是 TensorRT 引擎，是為某一種顯示卡編譯的。請開啟生成它的 ONNX 檔案。</translation>
    </message>
    <message>
        <source>this is a network of Core ML, which only Apple&apos;s devices run. Export the network that it was made from.</source>
        <translation>這是 Core ML 的網路，只有 Apple 裝置能執行。請匯出生成它的原網路。</translation>
    </message>
    <message>
        <source>torch.export wrote this, but the program in it is missing. Save it again.</source>
        <translation>它由 torch.export 寫成，但其中缺少程式。請重新儲存。</translation>
    </message>
    <message>
        <source>this was compiled by AOTInductor for one kind of machine. Save the program that it was made from.</source>
        <translation>它由 AOTInductor 為某一種機器編譯。請儲存生成它的原程式。</translation>
    </message>
    <message>
        <source>this was compiled by ExecuTorch for small devices. Save the program that it was made from.</source>
        <translation>它由 ExecuTorch 為小型裝置編譯。請儲存生成它的原程式。</translation>
    </message>
    <message>
        <source>this is an ONNX network, but it is cut off or damaged. Copy or download it again.</source>
        <translation>這是 ONNX 網路，但檔案不完整或已損壞。請重新複製或下載。</translation>
    </message>
    <message>
        <source>If you trust the file, and have its class, in Python, %1 makes a file that can be opened.</source>
        <translation>如果您信任該檔案，並且有它的類定義，在 Python 中 %1 可以生成能開啟的檔案。</translation>
    </message>
    <message>
        <source>In Python, %1 makes a file that can be opened; before PyTorch 2.1, %2 does.</source>
        <translation>在 Python 中，%1 可以生成能開啟的檔案；PyTorch 2.1 之前的版本請用 %2。</translation>
    </message>
    <message>
        <source>this is no network. Choose an exported program (.pt2), an ONNX file (.onnx), a TorchScript file (.pt), a checkpoint (.pth, .ckpt) or safetensors.</source>
        <translation>這不是網路。請選擇匯出的程式（.pt2）、ONNX 檔案（.onnx）、TorchScript 檔案（.pt）、檢查點（.pth、.ckpt）或 safetensors。</translation>
    </message>
    <message>
        <source>the network needs the operator %1 (node %2), which %3 does not know. Export the network with TorchScript instead, or without this operator.</source>
        <translation>此網路需要運算元 %1（節點 %2），而 %3 不認識它。請改用 TorchScript 匯出網路，或去掉這個運算元再匯出。</translation>
    </message>
    <message>
        <source>the network uses the operator %1 (node %2), which could do more than compute. Such networks are not opened. Export the network without this operator.</source>
        <translation>此網路使用運算元 %1（節點 %2），它可能不只是做計算。這樣的網路不會被開啟。請去掉這個運算元再匯出網路。</translation>
    </message>
    <message>
        <source>the operator %1 (node %2) has the argument %3 = %4, which is not supported. Export the network with TorchScript instead, or without this argument.</source>
        <translation>運算元 %1（節點 %2）的引數 %3 = %4 不受支持。請改用 TorchScript 匯出網路，或去掉這個引數再匯出。</translation>
    </message>
    <message>
        <source>the network is quantised (%1, node %2), and whole numbers have no gradients. Export the network as it was before it was quantised.</source>
        <translation>此網路已被量化（%1，節點 %2），而整數沒有梯度。請匯出量化之前的網路。</translation>
    </message>
    <message>
        <source>The network&apos;s file says that it takes pictures of %1 × %2 pixels; photos are stretched to that. Check in the input dialog how they are to be prepared.</source>
        <translation>網路檔案說明它接收 %1 × %2 畫素的圖片；照片會被拉伸到這個尺寸。請在輸入對話方塊中檢查照片應當怎樣準備。</translation>
    </message>
    <message>
        <source>The network takes pictures as height × width × channels, as Keras does, and is given them so.</source>
        <translation>此網路按 高 × 寬 × 通道 的順序接收圖片（Keras 的方式），圖片已按此順序提供。</translation>
    </message>
    <message>
        <source>this part of an index is damaged (%1). Remove the index and build it again.</source>
        <translation>索引的這一部分已損壞（%1）。請刪除該索引並重新構建。</translation>
    </message>
    <message>
        <source>a later version of Convscope wrote this index (format %1, known up to %2). Update Convscope, or remove the index and build it again.</source>
        <translation>該索引由更新版本的 Convscope 寫入（格式 %1，已知到 %2）。請更新 Convscope，或刪除該索引並重新構建。</translation>
    </message>
    <message>
        <source>this index was made of %1. Choose another place for a new one, or remove it.</source>
        <translation>該索引由%1生成。請為新索引選擇另一個位置，或刪除它。</translation>
    </message>
    <message>
        <source>another program is building this index. Wait until it has finished, or stop it.</source>
        <translation>另一個程式正在構建該索引。請等待其完成，或將其停止。</translation>
    </message>
    <message>
        <source>the index does not hold layer %1. Build it with that layer, or choose another one.</source>
        <translation>索引中沒有第 %1 層。請在構建時加入該層，或選擇另一層。</translation>
    </message>
    <message>
        <source>what comes out of this filter of layer %1 cannot be told, as its batch norm multiplies it by 0. Look at the batch norm instead.</source>
        <translation>無法得知第 %1 層這個濾波器的輸出，因為其批歸一化將它乘以 0。請改看批歸一化。</translation>
    </message>
    <message>
        <source>the index does not hold what each photo gives in layer %1. Choose another layer, or build the index again.</source>
        <translation>索引中沒有每張照片在第 %1 層的結果。請選擇另一層，或重新構建索引。</translation>
    </message>
    <message>
        <source>no photo here has a mask. Put the masks into a folder “masks” beside the photos.</source>
        <translation>這裡沒有帶遮罩的照片。請把遮罩放進照片旁邊的“masks”資料夾。</translation>
    </message>
    <message>
        <source>The picture says nothing: what it is made for stays the same whatever the picture shows (a dead ReLU); try the layer before the ReLU, or another seed.</source>
        <translation>該影象沒有意義：無論影象顯示什麼，目標都保持不變（死亡的 ReLU）；請嘗試 ReLU 之前的層，或換一個種子。</translation>
    </message>
    <message>
        <source>this is no index of filters. Choose the folder of one, or one that is empty.</source>
        <translation>這不是濾波器索引。請選擇一個索引的資料夾，或一個空資料夾。</translation>
    </message>
    <message>
        <source>no index has been built of this network and these photos. Build it first.</source>
        <translation>還沒有為該網路和這些照片構建索引。請先構建。</translation>
    </message>
    <message>
        <source>this is an ONNX network, which Convscope was built here without. Open it where Convscope has ONNX, or save the network with torch.export.</source>
        <translation>這是 ONNX 網路，而此處的 Convscope 構建時未包含 ONNX。請在含有 ONNX 的 Convscope 中開啟它，或用 torch.export 儲存該網路。</translation>
    </message>
    <message>
        <source>this network has no layer before its answer that is kept of each photo: no fully connected layer with another one before it. Choose a layer whose filters are to tell the photos apart.</source>
        <translation>此網路在答案之前沒有可為每張照片儲存的層：沒有前面還有其他層的全連線層。請選擇一個用其濾波器區分照片的層。</translation>
    </message>
    <message>
        <source>there is no GPU for the device “%1”: %2. The processor is the device “cpu”.</source>
        <translation>沒有裝置“%1”所需的 GPU：%2。處理器是裝置“cpu”。</translation>
    </message>
    <message>
        <source>the GPU does not answer any more (%1). Open the network again on the device “cpu”, or restart the program.</source>
        <translation>GPU 不再響應（%1）。請在裝置“cpu”上重新開啟網路，或重新啟動程式。</translation>
    </message>
    <message>
        <source>the network&apos;s values, or their squares, are too large for the sums of an index, which reach %1. Leave this photo out, or scale the network&apos;s weights.</source>
        <translation>網路的數值或其平方過大，超出索引求和的範圍（最大 %1）。請去掉這張照片，或縮放網路的權重。</translation>
    </message>
</context>
<context>
    <name>TopClasses</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (true class)</source>
        <translation>%1（真實類別）</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>convscope::AboutDialog</name>
    <message>
        <source>About Convscope</source>
        <translation>關於 Convscope</translation>
    </message>
    <message>
        <source>Shows what a convolutional network looks at. MIT licence.</source>
        <translation>顯示卷積神經網路在看什麼。MIT 授權。</translation>
    </message>
    <message>
        <source>Versions, device and log file</source>
        <translation>版本、裝置與記錄檔</translation>
    </message>
    <message>
        <source>&amp;Copy for a bug report</source>
        <translation>複製以便回報錯誤(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation>顯示記錄檔資料夾(&amp;L)</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>裝置：%1</translation>
    </message>
    <message>
        <source>no network open</source>
        <translation>未開啟網路</translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <translation>系統：%1，%2</translation>
    </message>
    <message>
        <source>Screen: %1 × %2 pixels, scale %3, drawn by Qt&apos;s %4</source>
        <translation>螢幕：%1 × %2 畫素，縮放 %3，由 Qt 的 %4 繪製</translation>
    </message>
    <message>
        <source>Language of the system: %1</source>
        <translation>系統語言：%1</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>日誌：%1</translation>
    </message>
</context>
<context>
    <name>convscope::AddRowDialog</name>
    <message>
        <source>Add row</source>
        <translation>新增列</translation>
    </message>
    <message>
        <source>What the row shows</source>
        <translation>該列顯示什麼</translation>
    </message>
    <message>
        <source>The row is added below the others, with the layer and the filter of the network panel.</source>
        <translation>新列加在其他列的下方，使用網路面板中的層和濾波器。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>新增(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>預設(&amp;P)</translation>
    </message>
    <message>
        <source>Other rows in place of those on the board</source>
        <translation>用其他行替換對照板上的行</translation>
    </message>
</context>
<context>
    <name>convscope::Autosave</name>
    <message>
        <source>The session cannot be saved for the next start. %1</source>
        <translation>無法為下次啟動儲存工作階段。%1</translation>
    </message>
</context>
<context>
    <name>convscope::BoardController</name>
    <message>
        <source>Not computed yet</source>
        <translation>尚未計算</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing to explain: the photo cannot be read.</source>
        <translation>沒有可解釋的：照片無法讀取。</translation>
    </message>
</context>
<context>
    <name>convscope::BoardCorner</name>
    <message>
        <source>All rows</source>
        <translation>所有列</translation>
    </message>
    <message>
        <source>Fit all rows</source>
        <translation>適應所有列</translation>
    </message>
    <message>
        <source>Make the pictures as large as all rows fit</source>
        <translation>在所有列都能顯示的前提下使圖片盡量大</translation>
    </message>
    <message>
        <source>Photos as rows</source>
        <translation>照片作為列</translation>
    </message>
    <message>
        <source>One row a photo, one column a view</source>
        <translation>每列一張照片，每欄一個視圖</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>圖片的大小</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl+Alt++ and Ctrl+Alt+-)</source>
        <translation>圖片的大小 (Ctrl+Alt++ 和 Ctrl+Alt+-)</translation>
    </message>
</context>
<context>
    <name>convscope::BoardEvidence</name>
    <message>
        <source>Evidence for %1</source>
        <translation>%1的證據</translation>
    </message>
    <message>
        <source>Random maps of %1</source>
        <translation>%1的隨機圖</translation>
    </message>
</context>
<context>
    <name>convscope::BoardView</name>
    <message>
        <source>Board: one column a photo, one row a view</source>
        <translation>對照板：每欄一張照片，每列一個視圖</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All pictures are enlarged. Show them whole again (Ctrl+0)</source>
        <translation>所有圖片都已放大。恢復完整圖片 (Ctrl+0)</translation>
    </message>
    <message>
        <source>%1× – whole</source>
        <translation>%1× – 完整</translation>
    </message>
    <message>
        <source>Enlarged %1 times: show whole pictures</source>
        <translation>已放大 %1 倍：顯示完整圖片</translation>
    </message>
    <message>
        <source>Board: one row a photo, one column a view</source>
        <translation>對照板：每列一張照片，每欄一個視圖</translation>
    </message>
    <message>
        <source>+ Add row</source>
        <translation>＋ 新增列</translation>
    </message>
    <message>
        <source>Ask something else about the photos</source>
        <translation>對照片提出別的問題</translation>
    </message>
</context>
<context>
    <name>convscope::CellViewer</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>How much of the photo is seen</source>
        <translation>照片顯示多少</translation>
    </message>
    <message>
        <source>Uncovers the photo below the picture, from the left</source>
        <translation>從左側起揭開圖片下方的照片</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>未計算</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>The map has %1 × %2 values and is enlarged to the photo&apos;s size.</source>
        <translation>該圖有 %1 × %2 個值，已放大到照片的尺寸。</translation>
    </message>
    <message>
        <source>The superpixels are those of the network&apos;s input, enlarged to the photo&apos;s size.</source>
        <translation>超像素是網路輸入的超像素，已放大到照片的尺寸。</translation>
    </message>
    <message>
        <source>The network does not see what is faded.</source>
        <translation>網路看不到變淡的部分。</translation>
    </message>
    <message>
        <source>The photo at its own resolution. The network sees it in %1 × %2 pixels (key N).</source>
        <translation>照片的原始解析度。網路看到的是 %1 × %2 像素（N 鍵）。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>網路所見</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Pixels of the screen for one of the picture&apos;s</source>
        <translation>圖片的一個像素對應螢幕的像素數</translation>
    </message>
    <message>
        <source>About this picture</source>
        <translation>關於這張圖片</translation>
    </message>
    <message>
        <source>The network says</source>
        <translation>網路的判斷</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel (what has been reached is kept)</source>
        <translation>取消（已得到的結果會保留）</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的進度</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>開始 %1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已寫入 %1</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Network B says</source>
        <translation>網路 B 的判斷</translation>
    </message>
    <message>
        <source>Network A says</source>
        <translation>網路 A 的判斷</translation>
    </message>
</context>
<context>
    <name>convscope::CellWidget</name>
    <message>
        <source>%1 (+%2)</source>
        <translation>%1（+%2）</translation>
    </message>
    <message>
        <source>Cancel (what has been reached is kept)</source>
        <translation>取消（保留已得到的結果）</translation>
    </message>
    <message>
        <source>Being computed</source>
        <translation>正在計算</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>未計算</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的進度</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>開始 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Which picture it is, and what it shows, e.g. &quot;Saliency of 3_12 for Egg: strongest at the upper left&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Paused: something more urgent is being computed</source>
        <translation>已暫停：正在計算更緊急的內容</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>convscope::ChangesDialog</name>
    <message>
        <source>The network of %1 is missing. The pictures are those of the network that is open, not of the one that it was made with.</source>
        <translation>缺少 %1 的網路。這些圖片來自目前開啟的網路，而不是當初所用的網路。</translation>
    </message>
    <message>
        <source>%1 is open as far as its files were found. Since it was written:</source>
        <translation>%1 已開啟，但有些檔案找不到。自寫出以來：</translation>
    </message>
    <message>
        <source>%1 is open. The pictures may differ, because since it was written:</source>
        <translation>%1 已開啟。圖片可能有所不同，因為自寫出以來：</translation>
    </message>
    <message>
        <source>Changed since then</source>
        <translation>此後的變化</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>變化內容</translation>
    </message>
    <message>
        <source>&amp;Find the files…</source>
        <translation>尋找檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the folder that the missing files are in now, or one above it</source>
        <translation>選擇遺失的檔案現在所在的資料夾，或其上層資料夾</translation>
    </message>
    <message>
        <source>Choose the folder that the missing files are in now</source>
        <translation>選擇遺失的檔案現在所在的資料夾</translation>
    </message>
</context>
<context>
    <name>convscope::ClassChooser</name>
    <message>
        <source>Choose a class</source>
        <translation>選擇類別</translation>
    </message>
    <message>
        <source>Search classes by name or number</source>
        <translation>按名稱或編號搜尋類別</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>名稱或編號</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
</context>
<context>
    <name>convscope::ColumnHeading</name>
    <message>
        <source>✓ right</source>
        <translation>✓ 正確</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 錯誤</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>真實類別：%1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>預測：%1</translation>
    </message>
    <message>
        <source>Pinned: stays while you browse on</source>
        <translation>已釘選：瀏覽其他照片時保留</translation>
    </message>
    <message>
        <source>Column %1: pin, class that is explained</source>
        <translation>欄 %1：釘選、要解釋的類別</translation>
    </message>
    <message>
        <source>Pin this photo, or choose the class that is explained for it</source>
        <translation>釘選這張照片，或選擇要為它解釋的類別</translation>
    </message>
    <message>
        <source>true %1</source>
        <translation>真實 %1</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>Predicted by network B: %1</source>
        <translation>網路 B 的預測：%1</translation>
    </message>
</context>
<context>
    <name>convscope::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;photos…</source>
        <translation>開啟照片(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;network…</source>
        <translation>開啟網路(&amp;N)…</translation>
    </message>
    <message>
        <source>Open &amp;demo</source>
        <translation>開啟示範(&amp;D)</translation>
    </message>
    <message>
        <source>Open &amp;figure…</source>
        <translation>開啟插圖(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近開啟(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>開啟工作階段(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;ave session as…</source>
        <translation>工作階段另存為(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>匯出插圖(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find photos</source>
        <translation>尋找照片(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to index</source>
        <translation>前往編號(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next filter</source>
        <translation>下一個濾波器(&amp;N)</translation>
    </message>
    <message>
        <source>Next &amp;layer</source>
        <translation>下一層(&amp;L)</translation>
    </message>
    <message>
        <source>Previous l&amp;ayer</source>
        <translation>上一層(&amp;A)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Whole pictures</source>
        <translation>完整圖片(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>In all pictures of the photos that have a mask</source>
        <translation>在有遮罩的照片的所有圖片中</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;LIME in blue and orange</source>
        <translation>LIME 用藍色與橙色(&amp;L)</translation>
    </message>
    <message>
        <source>LIME in green and red, as in the &amp;notebook</source>
        <translation>LIME 用綠色與紅色，與 notebook 一致(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>類別(&amp;C)</translation>
    </message>
    <message>
        <source>Preview &amp;precision</source>
        <translation>預覽精度(&amp;P)</translation>
    </message>
    <message>
        <source>Meant for CUDA and processors with AMX. The numbers are inexact, and each picture says so</source>
        <translation>適用於 CUDA 與具備 AMX 的處理器。數值不精確，每張圖片上都會註明</translation>
    </message>
    <message>
        <source>&amp;Reset parameters</source>
        <translation>重設參數(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Evaluate all photos</source>
        <translation>評估所有照片(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>工作(&amp;J)</translation>
    </message>
    <message>
        <source>Cancel &amp;all jobs</source>
        <translation>取消所有工作(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Views and keys</source>
        <translation>視圖與快速鍵(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;About Convscope</source>
        <translation>關於 Convscope(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>語言(&amp;U)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>依系統設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重設版面配置(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Input of the network…</source>
        <translation>網路的輸入(&amp;I)…</translation>
    </message>
    <message>
        <source>Open sin&amp;gle photos…</source>
        <translation>開啟單張照片(&amp;G)…</translation>
    </message>
    <message>
        <source>Rel&amp;oad photos</source>
        <translation>重新載入照片(&amp;O)</translation>
    </message>
    <message>
        <source>Show in the file &amp;manager</source>
        <translation>在檔案管理器中顯示(&amp;M)</translation>
    </message>
    <message>
        <source>Sa&amp;ve session</source>
        <translation>儲存工作階段(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>複製圖片(&amp;C)</translation>
    </message>
    <message>
        <source>Of the board&apos;s cell that has the focus</source>
        <translation>對照板上焦點所在的儲存格</translation>
    </message>
    <message>
        <source>Select &amp;all photos</source>
        <translation>選擇所有照片(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>取消選擇(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious filter</source>
        <translation>上一個濾波器(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Size of the pictures</source>
        <translation>圖片的大小(&amp;S)</translation>
    </message>
    <message>
        <source>Size of the t&amp;humbnails</source>
        <translation>縮圖的大小(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Maps over the photos</source>
        <translation>將圖疊加到照片上(&amp;M)</translation>
    </message>
    <message>
        <source>Outline the foo&amp;d</source>
        <translation>勾勒食物輪廓(&amp;D)</translation>
    </message>
    <message>
        <source>Five li&amp;keliest classes in the headings</source>
        <translation>在標題中顯示最可能的五個類別(&amp;K)</translation>
    </message>
    <message>
        <source>Full scr&amp;een</source>
        <translation>全螢幕(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation>解釋(&amp;X)</translation>
    </message>
    <message>
        <source>Confusion &amp;matrix</source>
        <translation>混淆矩陣(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;orget kept results…</source>
        <translation>清除保留的結果(&amp;O)…</translation>
    </message>
    <message>
        <source>What networks said to photos is kept for the next start</source>
        <translation>網路對照片的判斷會保留到下次啟動</translation>
    </message>
    <message>
        <source>S&amp;tart all</source>
        <translation>全部開始(&amp;T)</translation>
    </message>
    <message>
        <source>Whatever on the board was cancelled, failed or waits to be started</source>
        <translation>對照板上所有已取消、失敗或等待開始的內容</translation>
    </message>
    <message>
        <source>Cancel what ru&amp;ns</source>
        <translation>取消正在執行的工作(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>文件(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>復原：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start slow rows by themselves</source>
        <translation>較慢的列自動開始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>預設(&amp;P)</translation>
    </message>
    <message>
        <source>Second net&amp;work</source>
        <translation>第二個網路(&amp;W)</translation>
    </message>
    <message>
        <source>Open as &amp;second…</source>
        <translation>作為第二個開啟(&amp;S)…</translation>
    </message>
    <message>
        <source>This one with layers drawn &amp;anew…</source>
        <translation>重新隨機生成當前網路的層(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close second</source>
        <translation>關閉第二個(&amp;C)</translation>
    </message>
    <message>
        <source>What speaks for each map, beside random maps</source>
        <translation>每張圖有什麼依據，與隨機圖比較</translation>
    </message>
    <message>
        <source>Compare A and &amp;B on all photos</source>
        <translation>在所有照片上比較 A 與 B(&amp;B)</translation>
    </message>
    <message>
        <source>Where the network and the second one say different classes</source>
        <translation>第一個網路與第二個網路在哪些照片上判斷不同</translation>
    </message>
    <message>
        <source>Compare met&amp;hods…</source>
        <translation>比較方法(&amp;H)…</translation>
    </message>
    <message>
        <source>Evidence &amp;below the pictures</source>
        <translation>圖片下方的證據(&amp;B)</translation>
    </message>
    <message>
        <source>The photos of the folder that excite each filter most</source>
        <translation>資料夾中最能激發每個濾波器的照片</translation>
    </message>
    <message>
        <source>Photos that are alike to the network stand together</source>
        <translation>網路認為相似的照片排在一起</translation>
    </message>
    <message>
        <source>F&amp;ilter microscope…</source>
        <translation>濾波器顯微鏡(&amp;I)…</translation>
    </message>
    <message>
        <source>Map o&amp;f the photos…</source>
        <translation>照片分佈圖(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>convscope::Comparer</name>
    <message>
        <source>Comparing methods (%1)</source>
        <translation>正在比較方法（%1）</translation>
    </message>
</context>
<context>
    <name>convscope::Comparing</name>
    <message>
        <source>Written to %1</source>
        <translation>已寫入 %1</translation>
    </message>
</context>
<context>
    <name>convscope::ComparisonDialog</name>
    <message>
        <source>Add as a &amp;row</source>
        <translation>新增為一行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>複製為 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>儲存(&amp;S)…</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>比較方法</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比較的進度</translation>
    </message>
    <message>
        <source>Methods and their means</source>
        <translation>方法及其均值</translation>
    </message>
    <message>
        <source>Notes on the table</source>
        <translation>關於表格的說明</translation>
    </message>
    <message>
        <source>Values of each photo</source>
        <translation>每張照片的數值</translation>
    </message>
    <message>
        <source>Put the method of the selected row on the board</source>
        <translation>把所選行的方法放到對照板上</translation>
    </message>
    <message>
        <source>Save the table and the plots as PNG, SVG or PDF, or the numbers as CSV</source>
        <translation>把表格和圖儲存為 PNG、SVG 或 PDF，或把數值儲存為 CSV</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Open a network first.</source>
        <translation>請先開啟一個網路。</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>開始(&amp;T)</translation>
    </message>
    <message>
        <source>Other work goes first.</source>
        <translation>其他工作優先。</translation>
    </message>
    <message>
        <source>Runs behind all other work. Stop keeps what is measured.</source>
        <translation>在所有其他工作之後執行。停止會保留已測量的結果。</translation>
    </message>
    <message>
        <source>Which method suits this network? Choose methods and measures, and start. Random and uniform maps are measured beside them: what is no better says nothing of the network.</source>
        <translation>哪種方法適合這個網路？請選擇方法和度量，然後開始。隨機圖和均勻圖會一同測量：不優於它們的方法說明不了網路。</translation>
    </message>
    <message>
        <source>%1 of %2 photos are measured</source>
        <translation>已測量 %2 張照片中的 %1 張</translation>
    </message>
    <message>
        <source>1 photo is measured</source>
        <translation>已測量 1 張照片</translation>
    </message>
    <message>
        <source>%1 photos are measured</source>
        <translation>已測量 %1 張照片</translation>
    </message>
    <message>
        <source>Means with 95 % intervals. ★: the best, whose interval overlaps that of no other.</source>
        <translation>均值及 95 % 區間。★：最好的方法，其區間不與其他方法重疊。</translation>
    </message>
    <message>
        <source>What was measured could not be kept: %1</source>
        <translation>測量結果無法儲存：%1</translation>
    </message>
    <message>
        <source>%1 more photos could not be read.</source>
        <translation>另有 %1 張照片無法讀取。</translation>
    </message>
    <message>
        <source>Save the comparison as</source>
        <translation>將比較儲存為</translation>
    </message>
    <message>
        <source>CSV of the table (*.csv)</source>
        <translation>表格的 CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV of each photo (*.csv)</source>
        <translation>每張照片的 CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>convscope::ComparisonModel</name>
    <message>
        <source>This map knows nothing of the network. What a method is better than this, it owes to the network.</source>
        <translation>此圖對網路一無所知。方法優於它的部分來自網路。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 張照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 張照片</translation>
    </message>
</context>
<context>
    <name>convscope::ComparisonSettings</name>
    <message>
        <source>&amp;Methods</source>
        <translation>方法(&amp;M)</translation>
    </message>
    <message>
        <source>M&amp;easures</source>
        <translation>度量(&amp;E)</translation>
    </message>
    <message>
        <source>P&amp;hotos</source>
        <translation>照片(&amp;H)</translation>
    </message>
    <message>
        <source>The rows of the board</source>
        <translation>對照板上的行</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>所有方法</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>%1 of %2, evenly spread</source>
        <translation>%2 張中的 %1 張，均勻選取</translation>
    </message>
    <message>
        <source>The one in the gallery</source>
        <translation>相簿中的這一張</translation>
    </message>
    <message>
        <source>All %1 in the gallery</source>
        <translation>相簿中的全部 %1 張</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 個</translation>
    </message>
    <message>
        <source>The gallery shows no photos. Open some, or change its filters.</source>
        <translation>相簿沒有顯示照片。請開啟一些照片，或更改其篩選條件。</translation>
    </message>
    <message>
        <source>No row of the board has a map that can be measured. Choose other methods.</source>
        <translation>對照板上沒有可測量的圖。請選擇其他方法。</translation>
    </message>
    <message>
        <source>Choose at least one measure.</source>
        <translation>請至少選擇一個度量。</translation>
    </message>
</context>
<context>
    <name>convscope::ConfusionDialog</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩陣</translation>
    </message>
    <message>
        <source>Rows are the true classes, columns the predicted ones. A click or Enter shows the photos of a cell in the gallery.</source>
        <translation>列為真實類別，欄為預測類別。按一下或按 Enter 鍵，可在圖庫中顯示該儲存格的照片。</translation>
    </message>
    <message>
        <source>Part of the class: none</source>
        <translation>佔該類別的比例：無</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the table as text, cells apart by tabs (Ctrl+C)</source>
        <translation>將表格複製為文字，儲存格以定位字元分隔 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>複製為 CSV(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;all photos</source>
        <translation>顯示所有照片(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>No photo with a true class has been evaluated.</source>
        <translation>尚未評估任何真實類別已知的照片。</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>儲存圖片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the table as PNG, SVG or PDF</source>
        <translation>將表格儲存為 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Save the confusion matrix as</source>
        <translation>將混淆矩陣儲存為</translation>
    </message>
    <message>
        <source>Confusion matrix – %1 – %2</source>
        <translation>混淆矩陣 – %1 – %2</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>網路：%1</translation>
    </message>
    <message>
        <source>Photos: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>The labels of these photos are not the network&apos;s classes, so there is nothing to compare. Map them to its classes: the button above the photos says where they come from, and has the map.</source>
        <translation>這些照片的標籤不是網路的類別，因此無法比較。請將其對應到網路的類別：照片上方的按鈕說明標籤的來源，並可設定對應關係。</translation>
    </message>
    <message>
        <source>The labels are not the network&apos;s classes, so nothing is compared.</source>
        <translation>標籤不是網路的類別，因此不作比較。</translation>
    </message>
    <message>
        <source>%1 so far; the folder has %2 photos</source>
        <translation>目前 %1；資料夾中共 %2 張照片</translation>
    </message>
    <message>
        <source>The %1 of %2 classes that occur are shown.</source>
        <translation>顯示出現過的 %1 / %2 個類別。</translation>
    </message>
</context>
<context>
    <name>convscope::ConfusionModel</name>
    <message>
        <source>%1 of %2 photos of %3 are right</source>
        <translation>%3 的 %2 張照片中有 %1 張正確</translation>
    </message>
    <message>
        <source>%1 of %2 photos of %3 are taken for %4</source>
        <translation>%3 的 %2 張照片中有 %1 張被判為 %4</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>真實類別：%1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>預測：%1</translation>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation>真實 \ 預測</translation>
    </message>
    <message>
        <source>No photo of %1 has been evaluated</source>
        <translation>%1 的照片都未評估</translation>
    </message>
    <message>
        <source>The only photo of %1 is right</source>
        <translation>%1 的唯一一張照片正確</translation>
    </message>
    <message>
        <source>The only photo of %1 is wrong</source>
        <translation>%1 的唯一一張照片錯誤</translation>
    </message>
    <message>
        <source>None of %1 photos of %2 is right</source>
        <translation>%2 的 %1 張照片都不正確</translation>
    </message>
    <message>
        <source>%1 of %2 photos of %3 is right</source>
        <translation>%3 的 %2 張照片中有 %1 張正確</translation>
    </message>
    <message>
        <source>No photo of %1 is taken for %2</source>
        <translation>沒有 %1 的照片被判為 %2</translation>
    </message>
    <message>
        <source>The only photo of %1 is taken for %2</source>
        <translation>%1 的唯一一張照片被判為 %2</translation>
    </message>
    <message>
        <source>%1 of %2 photos of %3 is taken for %4</source>
        <translation>%3 的 %2 張照片中有 %1 張被判為 %4</translation>
    </message>
    <message>
        <source>No photo is taken for %1</source>
        <translation>沒有照片被判為 %1</translation>
    </message>
    <message>
        <source>The only photo that is taken for %1 is right</source>
        <translation>唯一被判為 %1 的照片正確</translation>
    </message>
    <message>
        <source>The only photo that is taken for %1 is wrong</source>
        <translation>唯一被判為 %1 的照片錯誤</translation>
    </message>
    <message>
        <source>None of %1 photos that are taken for %2 is right</source>
        <translation>被判為 %2 的 %1 張照片都不正確</translation>
    </message>
    <message>
        <source>%1 of %2 photos that are taken for %3 is right</source>
        <translation>被判為 %3 的 %2 張照片中有 %1 張正確</translation>
    </message>
    <message>
        <source>%1 of %2 photos that are taken for %3 are right</source>
        <translation>被判為 %3 的 %2 張照片中有 %1 張正確</translation>
    </message>
    <message>
        <source>No photo with a true class has been evaluated</source>
        <translation>尚未評估任何已知真實類別的照片</translation>
    </message>
    <message>
        <source>%1 of %2 photos is right</source>
        <translation>%2 張照片中 %1 張正確</translation>
    </message>
    <message>
        <source>%1 of %2 photos are right</source>
        <translation>%2 張照片中 %1 張正確</translation>
    </message>
    <message>
        <source>Taken for it</source>
        <translation>被判為該類</translation>
    </message>
    <message>
        <source>Of the photos that are taken for a class, how many are of it (precision)</source>
        <translation>被判為某類別的照片中，有多少真正屬於該類別（精確率）</translation>
    </message>
    <message>
        <source>Of the photos of a class, how many are taken for it (recall)</source>
        <translation>某類別的照片中，有多少被判為該類別（召回率）</translation>
    </message>
    <message>
        <source>How many photos are taken for a class</source>
        <translation>被判為某類別的照片數</translation>
    </message>
    <message>
        <source>How many photos of a class have been evaluated</source>
        <translation>某類別已評估的照片數</translation>
    </message>
</context>
<context>
    <name>convscope::ConfusionView</name>
    <message>
        <source>Confusion matrix: a row for each true class, a column for each predicted one</source>
        <translation>混淆矩陣：每列一個真實類別，每欄一個預測類別</translation>
    </message>
    <message>
        <source>Predicted classes</source>
        <translation>預測類別</translation>
    </message>
    <message>
        <source>True classes</source>
        <translation>真實類別</translation>
    </message>
</context>
<context>
    <name>convscope::CropModel</name>
    <message>
        <source>Whole photo: %1</source>
        <translation>整張照片：%1</translation>
    </message>
    <message>
        <source>Rank %1: %2</source>
        <translation>第 %1 名：%2</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>第 %1 名</translation>
    </message>
</context>
<context>
    <name>convscope::DemoHint</name>
    <message>
        <source>This is a demo. Open your own:</source>
        <translation>這是示範。開啟您自己的：</translation>
    </message>
    <message>
        <source>Drawn photos in which it is known where the food is, and a small network trained on such</source>
        <translation>繪製的照片，已知食物在何處；以及用此類照片訓練的小型網路</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>關閉此提示</translation>
    </message>
    <message>
        <source>Photos…</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Open a folder of your own photos (Ctrl+O)</source>
        <translation>開啟您自己的照片資料夾 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>網路…</translation>
    </message>
    <message>
        <source>Open your own trained network (Ctrl+M)</source>
        <translation>開啟您自己訓練的網路 (Ctrl+M)</translation>
    </message>
    <message>
        <source>The network is the demo&apos;s, trained on drawn food. Open your own:</source>
        <translation>網路是示範用的，在繪製的食物上訓練。開啟您自己的：</translation>
    </message>
    <message>
        <source>The photos are the demo&apos;s. Open your own:</source>
        <translation>照片是示範用的。開啟您自己的：</translation>
    </message>
</context>
<context>
    <name>convscope::DifferencesDialog</name>
    <message>
        <source>Where A and B differ</source>
        <translation>A 與 B 的不同之處</translation>
    </message>
    <message>
        <source>A double click, or Enter, puts a photo on the board.</source>
        <translation>雙擊或按 Enter 可將照片放上對照板。</translation>
    </message>
    <message>
        <source>A and B say different classes to %1 of %2 photos.</source>
        <translation>在 %2 張照片中，A 與 B 對 %1 張的判斷不同。</translation>
    </message>
    <message>
        <source>McNemar&apos;s test compares %1 (only A right) with %2 (only B right).</source>
        <translation>McNemar 檢驗比較 %1（僅 A 正確）與 %2（僅 B 正確）。</translation>
    </message>
    <message>
        <source>Photos to which A and B say different classes</source>
        <translation>A 與 B 判斷不同的照片</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真實類別</translation>
    </message>
    <message>
        <source>A says</source>
        <translation>A 的判斷</translation>
    </message>
    <message>
        <source>B says</source>
        <translation>B 的判斷</translation>
    </message>
    <message>
        <source>Of %1 photos with a class that both know: both right&#xa0;%2, only A right&#xa0;%3, only B right&#xa0;%4, both wrong&#xa0;%5.</source>
        <translation>類別為兩者都認識的 %1 張照片：兩者都正確 %2，僅 A 正確 %3，僅 B 正確 %4，兩者都錯 %5。</translation>
    </message>
</context>
<context>
    <name>convscope::DocumentationDialog</name>
    <message>
        <source>Documentation</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>C&amp;ontents</source>
        <translation>目錄(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>後退(&amp;B)</translation>
    </message>
</context>
<context>
    <name>convscope::DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>拖放以開啟</translation>
    </message>
</context>
<context>
    <name>convscope::EmptyState</name>
    <message>
        <source>Open &amp;photos…</source>
        <translation>開啟照片(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;network…</source>
        <translation>開啟網路(&amp;N)…</translation>
    </message>
    <message>
        <source>Open &amp;demo</source>
        <translation>開啟示範(&amp;D)</translation>
    </message>
    <message>
        <source>Photos come from a folder: one whose file names begin with the class (3_12.jpg), one with a sub-folder for each class, or any folder of pictures.</source>
        <translation>照片來自一個資料夾：檔名以類別開頭（3_12.jpg），或每個類別各有一個子資料夾，或任意圖片資料夾。</translation>
    </message>
    <message>
        <source>Files and folders can also be dropped anywhere on this window.</source>
        <translation>也可以把檔案和資料夾拖放到此視窗的任意位置。</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在開啟 %1…</translation>
    </message>
    <message>
        <source>See what a network looks at</source>
        <translation>看看網路在看什麼</translation>
    </message>
    <message>
        <source>Open a trained network and a folder of photos, or the demo.</source>
        <translation>開啟訓練好的網路和照片資料夾，或開啟示範。</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>開啟網路</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>開啟照片</translation>
    </message>
    <message>
        <source>Choose photos on the left</source>
        <translation>在左側選擇照片</translation>
    </message>
    <message>
        <source>Each photo becomes a column of the board. Hold Ctrl or Shift to choose several.</source>
        <translation>每張照片成為對照板的一欄。按住 Ctrl 或 Shift 鍵可選擇多張。</translation>
    </message>
    <message>
        <source>A network is a file of torch.export (.pt2), ONNX (.onnx) or TorchScript (.pt), or a checkpoint (.pth) of the homework&apos;s kind. Only TorchScript runs code from its file.</source>
        <translation>網路是 torch.export（.pt2）、ONNX（.onnx）或 TorchScript（.pt）的檔案，或作業那類網路的檢查點（.pth）。只有 TorchScript 會執行檔案中的程式碼。</translation>
    </message>
</context>
<context>
    <name>convscope::Evaluating</name>
    <message>
        <source>Forget kept results</source>
        <translation>清除保留的結果</translation>
    </message>
    <message>
        <source>No results are kept.</source>
        <translation>沒有保留的結果。</translation>
    </message>
    <message>
        <source>The answers of one network to one folder of photos are kept (%1).</source>
        <translation>保留了一個網路對一個照片資料夾的結果（%1）。</translation>
    </message>
    <message>
        <source>The answers of networks to %1 folders of photos are kept (%2).</source>
        <translation>保留了網路對 %1 個照片資料夾的結果（%2）。</translation>
    </message>
    <message>
        <source>They lie in %1. Once they are forgotten, photos have to be evaluated again.</source>
        <translation>它們在 %1 中。清除後，照片需要重新評估。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已寫入 %1</translation>
    </message>
    <message>
        <source>Not all kept results could be deleted.</source>
        <translation>未能刪除所有保留的結果。</translation>
    </message>
    <message>
        <source>What was measured of methods is kept (%1).</source>
        <translation>已儲存對方法的測量結果（%1）。</translation>
    </message>
    <message>
        <source>What was measured of methods is among them.</source>
        <translation>其中包括對方法的測量結果。</translation>
    </message>
</context>
<context>
    <name>convscope::EvaluationBar</name>
    <message>
        <source>Progress of the evaluation</source>
        <translation>評估進度</translation>
    </message>
    <message>
        <source>Which classes the network takes for which</source>
        <translation>網路把哪些類別判為哪些類別</translation>
    </message>
    <message>
        <source>Run the network over all photos of the folder, behind all else that it does</source>
        <translation>讓網路處理資料夾中的所有照片，優先權低於其他工作</translation>
    </message>
    <message>
        <source>%1 of %2 evaluated</source>
        <translation>已評估 %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩餘 %1</translation>
    </message>
    <message>
        <source>Matrix…</source>
        <translation>矩陣…</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩陣</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Evaluate the rest</source>
        <translation>評估其餘照片</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>評估</translation>
    </message>
    <message>
        <source>Cancel the evaluation; what has been answered is kept</source>
        <translation>取消評估；已得到的結果會保留</translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation>未評估</translation>
    </message>
    <message>
        <source>All evaluated</source>
        <translation>全部已評估</translation>
    </message>
    <message>
        <source>The answers are lost when the program ends. %1</source>
        <translation>程式結束後結果將丟失。%1</translation>
    </message>
    <message>
        <source>The answers are kept for the next start.</source>
        <translation>結果會保留到下次啟動。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Evaluate the photos again that could not be evaluated</source>
        <translation>再次評估未能評估的照片</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 張失敗</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 張失敗</translation>
    </message>
    <message>
        <source>%1 photos could not be evaluated. The first of them: %2</source>
        <translation>%1 張照片無法評估。其中第一張：%2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>convscope::Evaluator</name>
    <message>
        <source>Evaluating %1</source>
        <translation>正在評估 %1</translation>
    </message>
    <message>
        <source>chosen one by one</source>
        <translation>逐張選擇</translation>
    </message>
</context>
<context>
    <name>convscope::EvidencePanel</name>
    <message>
        <source>The evidence follows when the picture is there.</source>
        <translation>圖片出來後才有證據。</translation>
    </message>
    <message>
        <source>This map is about no class, so there is no probability that hiding could change.</source>
        <translation>這張圖不針對任何類別，所以沒有遮住畫素會改變的機率。</translation>
    </message>
    <message>
        <source>Top %1 hidden</source>
        <translation>遮住最熱的 %1</translation>
    </message>
    <message>
        <source>The map is the same everywhere.</source>
        <translation>圖處處相同。</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>area %1
random maps %2–%3</source>
        <translation>面積 %1
隨機圖 %2–%3</translation>
    </message>
    <message>
        <source>area %1
measuring random maps</source>
        <translation>面積 %1
正在測量隨機圖</translation>
    </message>
    <message>
        <source>area %1</source>
        <translation>面積 %1</translation>
    </message>
    <message>
        <source>is being measured</source>
        <translation>正在測量</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測量</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩餘 %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>The line is the probability of the class as pixels are hidden in black, the hottest first, or come back into a blurred photo. Gray: random maps as coarse as those of deep layers. Hatched: random maps of single pixels. The network has never seen such pictures.</source>
        <translation>曲線是從最熱的畫素開始塗黑，或放回模糊照片時該類別的機率。灰色：和深層的圖一樣粗的隨機圖。斜線：單個畫素的隨機圖。網路從未見過這樣的圖片。</translation>
    </message>
    <message>
        <source>Evidence is measured of the first network alone.</source>
        <translation>證據只對第一個網路測量。</translation>
    </message>
    <message>
        <source>Evidence is measured of maps and of superpixels.</source>
        <translation>證據只對圖和超畫素測量。</translation>
    </message>
</context>
<context>
    <name>convscope::Examining</name>
    <message>
        <source>Here will be the photos that excite the filter most, once they have been found.</source>
        <translation>找到之後，這裡將顯示最能激發該濾波器的照片。</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Here will be all filters of a layer, once their photos have been found.</source>
        <translation>找到照片之後，這裡將顯示一層的所有濾波器。</translation>
    </message>
    <message>
        <source>What excites the filters of %1</source>
        <translation>什麼能激發 %1 的濾波器</translation>
    </message>
    <message>
        <source>Save the page as</source>
        <translation>將頁面另存為</translation>
    </message>
    <message>
        <source>Show the &amp;photo on the board</source>
        <translation>在對照板上顯示該照片(&amp;P)</translation>
    </message>
</context>
<context>
    <name>convscope::ExportDialog</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Width of the figure</source>
        <translation>插圖寬度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>&amp;Captions and notes</source>
        <translation>圖說與附註(&amp;C)</translation>
    </message>
    <message>
        <source>Captions and notes</source>
        <translation>圖說與附註</translation>
    </message>
    <message>
        <source>Also the numbers</source>
        <translation>同時匯出數值</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>選擇資料夾(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose a folder for the numbers</source>
        <translation>選擇儲存數值的資料夾</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>匯出插圖</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>Rows of the figure</source>
        <translation>插圖的列</translation>
    </message>
    <message>
        <source>Photos of the figure</source>
        <translation>插圖的照片</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>顯示內容</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 向量圖</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>SVG and PDF hold real text and stay sharp at every size</source>
        <translation>SVG 與 PDF 包含真正的文字，任意大小都清晰</translation>
    </message>
    <message>
        <source> cm</source>
        <translation> cm</translation>
    </message>
    <message>
        <source>Width of the whole figure; the pictures share what the texts leave</source>
        <translation>整幅插圖的寬度；文字以外的空間由各圖片平分</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Pixels an inch of a PNG</source>
        <translation>PNG 每英吋的像素數</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>The lines below the pictures, and the notes at the end that they point to</source>
        <translation>圖片下方的文字，以及它們所指向的末尾附註</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>寬度(&amp;W)</translation>
    </message>
    <message>
        <source>Reso&amp;lution</source>
        <translation>解析度(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>文字大小(&amp;T)</translation>
    </message>
    <message>
        <source>Arrays as .npy, LIME&apos;s weights as .csv, each with its picture and with how it was made</source>
        <translation>陣列存為 .npy，LIME 的權重存為 .csv，各附其圖片與產生方式</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>In a folder beside the figure</source>
        <translation>在插圖旁的資料夾中</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>在 %1 中</translation>
    </message>
    <message>
        <source>%1 × %2 cm</source>
        <translation>%1 × %2 cm</translation>
    </message>
    <message>
        <source>, %1 × %2 pixels</source>
        <translation>，%1 × %2 像素</translation>
    </message>
    <message>
        <source>Export the figure as</source>
        <translation>將插圖匯出為</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>插圖</translation>
    </message>
    <message>
        <source>Language of the figure</source>
        <translation>插圖的語言</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>與視窗相同</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>語言(&amp;N)</translation>
    </message>
    <message>
        <source>Photos at their own resolution</source>
        <translation>照片用原始解析度</translation>
    </message>
    <message>
        <source>Ph&amp;otos as rows</source>
        <translation>照片作為列(&amp;O)</translation>
    </message>
    <message>
        <source>Photos as rows</source>
        <translation>照片作為列</translation>
    </message>
    <message>
        <source>Wait for what is being computed</source>
        <translation>等待正在計算的內容</translation>
    </message>
    <message>
        <source>Also the num&amp;bers</source>
        <translation>同時匯出數值(&amp;B)</translation>
    </message>
    <message>
        <source>The figure is written when all its pictures are there</source>
        <translation>所有圖片就緒後再寫入插圖</translation>
    </message>
    <message>
        <source>One row a photo and one column a view: lower, where there are few photos</source>
        <translation>每列一張照片、每欄一個視圖：照片少時較矮</translation>
    </message>
    <message>
        <source>In the row of the photos, as far as the network sees them; not in the preview</source>
        <translation>照片列中，網路所見的部分；預覽中不顯示</translation>
    </message>
    <message>
        <source>That is higher than a page of A4: leave photos out, or make it narrower.</source>
        <translation>這超過一頁 A4 的高度：請減少照片，或減小寬度。</translation>
    </message>
    <message>
        <source>That is higher than a page of A4: lay the photos as rows, leave rows out, or make it narrower.</source>
        <translation>這超過一頁 A4 的高度：請把照片作為列，減少列，或減小寬度。</translation>
    </message>
    <message>
        <source>One picture is not computed yet.</source>
        <translation>有一張圖片尚未計算。</translation>
    </message>
    <message>
        <source>%1 pictures are not computed yet.</source>
        <translation>有 %1 張圖片尚未計算。</translation>
    </message>
    <message>
        <source>Photos &amp;at their own resolution</source>
        <translation>照片用原始解析度(&amp;A)</translation>
    </message>
</context>
<context>
    <name>convscope::ExtremePhotos</name>
    <message>
        <source>Photos with the best values</source>
        <translation>數值最好的照片</translation>
    </message>
    <message>
        <source>Photos with the worst values</source>
        <translation>數值最差的照片</translation>
    </message>
    <message>
        <source>A click puts the photo on the board</source>
        <translation>單擊可把照片放到對照板上</translation>
    </message>
    <message>
        <source>%1: best on</source>
        <translation>%1：最好</translation>
    </message>
    <message>
        <source>%1: highest on</source>
        <translation>%1：最高</translation>
    </message>
    <message>
        <source>%1: worst on</source>
        <translation>%1：最差</translation>
    </message>
    <message>
        <source>%1: lowest on</source>
        <translation>%1：最低</translation>
    </message>
</context>
<context>
    <name>convscope::FigureExport</name>
    <message>
        <source>Writing %1</source>
        <translation>正在寫入 %1</translation>
    </message>
    <message>
        <source>%1 was not written, as the board now shows other photos or rows. Export it again.</source>
        <translation>%1 未寫入，因為對照板現在顯示其他照片或列。請重新匯出。</translation>
    </message>
</context>
<context>
    <name>convscope::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>插圖預覽</translation>
    </message>
    <message>
        <source>Choose at least one row and one photo.</source>
        <translation>請至少選擇一列與一張照片。</translation>
    </message>
</context>
<context>
    <name>convscope::FilterCard</name>
    <message>
        <source>The chosen filter</source>
        <translation>所選濾波器</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Weights of the filter</source>
        <translation>濾波器的權重</translation>
    </message>
    <message>
        <source>Activation in the board&apos;s photos</source>
        <translation>在對照板照片上的活化</translation>
    </message>
    <message>
        <source>Activation of the filter in each photo</source>
        <translation>該濾波器在每張照片上的活化</translation>
    </message>
    <message>
        <source>What excites it most</source>
        <translation>最能激發它的影像</translation>
    </message>
    <message>
        <source>A picture made from noise so that the sum of this filter&apos;s map grows as large as it can. It shows what the filter answers to, not what the network decides by.</source>
        <translation>由雜訊產生的圖片，使該濾波器特徵圖的總和盡可能大。它顯示濾波器對什麼有反應，而不是網路據以判斷的依據。</translation>
    </message>
    <message>
        <source>Picture that excites the filter most</source>
        <translation>最能激發該濾波器的圖片</translation>
    </message>
    <message>
        <source>Progress of the picture</source>
        <translation>圖片的進度</translation>
    </message>
    <message>
        <source>Filter %1 of layer %2, %3 %4</source>
        <translation>層 %2 的濾波器 %1，%3 %4</translation>
    </message>
    <message>
        <source>No filter is chosen</source>
        <translation>未選擇濾波器</translation>
    </message>
    <message>
        <source>This layer&apos;s maps are not made by the filters of one convolution.</source>
        <translation>該層的特徵圖不是由單個卷積的濾波器產生的。</translation>
    </message>
    <message>
        <source>%1 × %2 × %3</source>
        <translation>%1 × %2 × %3</translation>
    </message>
    <message>
        <source>%1 (inputs, height, width)</source>
        <translation>%1（輸入、高、寬）</translation>
    </message>
    <message>
        <source>Of the convolution before it, %1 %2: %3 (inputs, height, width)</source>
        <translation>來自其前的卷積 %1 %2：%3（輸入、高、寬）</translation>
    </message>
    <message>
        <source>From noise of seed %1, %2 steps</source>
        <translation>從種子為 %1 的雜訊開始，%2 步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>%1: picture that excites the filter most</source>
        <translation>%1：最能激發該濾波器的圖片</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>convscope::FilterGrid</name>
    <message>
        <source>One s&amp;cale</source>
        <translation>同一色階(&amp;C)</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>濾波器的排序</translation>
    </message>
    <message>
        <source>In which order the filters stand</source>
        <translation>濾波器依什麼順序排列</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>依編號</translation>
    </message>
    <message>
        <source>By mean</source>
        <translation>依平均值</translation>
    </message>
    <message>
        <source>By maximum</source>
        <translation>依最大值</translation>
    </message>
    <message>
        <source>Colour all maps from the lowest to the highest value of the layer, so that they can be compared; else each from its own lowest to its own highest</source>
        <translation>所有特徵圖依該層的最低值到最高值著色，以便比較；否則各依自身的最低值到最高值著色</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>Select a photo to see what the filters find in it.</source>
        <translation>選擇一張照片，檢視各濾波器在其中的反應。</translation>
    </message>
    <message>
        <source>Maps of %1 are being computed.</source>
        <translation>正在計算 %1 的特徵圖。</translation>
    </message>
    <message>
        <source>Maps of %1, the board&apos;s first photo</source>
        <translation>對照板第一張照片 %1 的特徵圖</translation>
    </message>
    <message>
        <source>%1. %2 of %3 filters are silent.</source>
        <translation>%1。%3 個濾波器中有 %2 個無反應。</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>濾波器 %1</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>選擇(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Weights and what excites it</source>
        <translation>權重和最能激發它的影像(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Explain what excites it here</source>
        <translation>解釋它在此處為何被激發(&amp;E)</translation>
    </message>
</context>
<context>
    <name>convscope::FilterInspector</name>
    <message>
        <source>Image of filter %1 of layer %2</source>
        <translation>層 %2 濾波器 %1 的影像</translation>
    </message>
</context>
<context>
    <name>convscope::FilterMapDelegate</name>
    <message>
        <source>silent</source>
        <translation>無反應</translation>
    </message>
</context>
<context>
    <name>convscope::FilterMapModel</name>
    <message>
        <source>Filter %1</source>
        <translation>濾波器 %1</translation>
    </message>
    <message>
        <source>Filter %1: mean %2, maximum %3</source>
        <translation>濾波器 %1：平均值 %2，最大值 %3</translation>
    </message>
    <message>
        <source>%1, silent on this photo</source>
        <translation>%1，對這張照片無反應</translation>
    </message>
</context>
<context>
    <name>convscope::FilterPage</name>
    <message>
        <source>No filter is chosen.</source>
        <translation>未選擇濾波器。</translation>
    </message>
    <message>
        <source>Previous filter</source>
        <translation>上一個濾波器</translation>
    </message>
    <message>
        <source>Previous filter (Page Up or [)</source>
        <translation>上一個濾波器（Page Up 或 [）</translation>
    </message>
    <message>
        <source>Next filter</source>
        <translation>下一個濾波器</translation>
    </message>
    <message>
        <source>Next filter (Page Down or ])</source>
        <translation>下一個濾波器（Page Down 或 ]）</translation>
    </message>
    <message>
        <source>&amp;Map over the photos</source>
        <translation>在照片上疊加特徵圖(&amp;M)</translation>
    </message>
    <message>
        <source>Where in the photo the filter answers: the lighter, the more</source>
        <translation>濾波器在照片中的哪裡有響應：越亮，響應越強</translation>
    </message>
    <message>
        <source>&amp;Whole photos</source>
        <translation>整張照片(&amp;W)</translation>
    </message>
    <message>
        <source>All photos whole, with a frame around what the filter sees; a click or Space does it for one</source>
        <translation>顯示所有照片的全貌，並框出濾波器看到的部分；單擊或按空格鍵只對一張照片這樣做</translation>
    </message>
    <message>
        <source>&amp;All filters</source>
        <translation>所有濾波器(&amp;A)</translation>
    </message>
    <message>
        <source>All filters of this layer</source>
        <translation>該層的所有濾波器</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Copy this page as a picture (Ctrl+C)</source>
        <translation>將此頁複製為圖片 (Ctrl+C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save this page as PNG, SVG or PDF</source>
        <translation>將此頁儲存為 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>What excites the filter, strongest first</source>
        <translation>激發該濾波器的內容，最強的在前</translation>
    </message>
    <message>
        <source>The values of single photos were not kept in the index.</source>
        <translation>索引中沒有儲存單張照片的值。</translation>
    </message>
    <message>
        <source>Values by class</source>
        <translation>各類別的值</translation>
    </message>
    <message>
        <source>Numbers, image and weights of the filter</source>
        <translation>該濾波器的數值、影象和權重</translation>
    </message>
    <message>
        <source>What excites it most</source>
        <translation>最能激發它的影象</translation>
    </message>
    <message>
        <source>A picture made from noise so that the sum of this filter&apos;s map grows as large as it can. It shows what the filter answers to, not what the network decides by.</source>
        <translation>由噪聲生成的圖片，使該濾波器特徵圖的總和儘可能大。它顯示濾波器對什麼有響應，而不是網路據以判斷的依據。</translation>
    </message>
    <message>
        <source>Picture that excites the filter most</source>
        <translation>最能激發該濾波器的圖片</translation>
    </message>
    <message>
        <source>Progress of the picture</source>
        <translation>圖片的進度</translation>
    </message>
    <message>
        <source>Most similar filters</source>
        <translation>最相似的濾波器</translation>
    </message>
    <message>
        <source>The cosine of their answers to the photos: 1, they answer alike</source>
        <translation>它們對照片的響應的餘弦：1 表示響應相同</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Weights of the filter</source>
        <translation>濾波器的權重</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 (inputs, height, width)</source>
        <translation>%1 × %2 × %3（輸入、高、寬）</translation>
    </message>
    <message>
        <source>Of the convolution before it, layer %1: %2</source>
        <translation>屬於它之前的卷積，層 %1：%2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>%1: picture that excites the filter most</source>
        <translation>%1：最能激發該濾波器的圖片</translation>
    </message>
    <message>
        <source>Filter %1, cosine %2</source>
        <translation>濾波器 %1，餘弦 %2</translation>
    </message>
    <message>
        <source>Filter %1 is being read.</source>
        <translation>正在讀取濾波器 %1。</translation>
    </message>
    <message>
        <source>No photo excites this filter.</source>
        <translation>沒有照片能激發該濾波器。</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
</context>
<context>
    <name>convscope::GalleryPanel</name>
    <message>
        <source>Split</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>The part of the data set whose photos are shown</source>
        <translation>顯示資料集中哪一部分的照片</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>No more than %1 photos can be pinned.</source>
        <translation>最多釘選 %1 張照片。</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 張照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 張照片</translation>
    </message>
    <message>
        <source>%1 of %2 photos</source>
        <translation>%1 / %2 張照片</translation>
    </message>
    <message>
        <source> · %1 selected, the first %2 are on the board</source>
        <translation> · 已選 %1 張，前 %2 張在對照板上</translation>
    </message>
    <message>
        <source> · %1 selected</source>
        <translation> · 已選 %1 張</translation>
    </message>
    <message>
        <source> · %1 pinned</source>
        <translation> · 已釘選 %1 張</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>沒有照片</translation>
    </message>
    <message>
        <source>The board has no room for more than %1 photos.</source>
        <translation>對照板最多容納 %1 張照片。</translation>
    </message>
    <message>
        <source>Open &amp;large</source>
        <translation>放大開啟(&amp;L)</translation>
    </message>
    <message>
        <source>Take from the &amp;board</source>
        <translation>從對照板移除(&amp;B)</translation>
    </message>
    <message>
        <source>Put on the &amp;board</source>
        <translation>放到對照板上(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pinned</source>
        <translation>釘選(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>複製圖片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>子集(&amp;S)</translation>
    </message>
    <message>
        <source>No photo fits the search and what is chosen under “Show only”.</source>
        <translation>沒有照片符合搜尋和「只顯示」中的選擇。</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>顯示所有照片</translation>
    </message>
    <message>
        <source>Clear the search and show all photos</source>
        <translation>清除搜尋並顯示所有照片</translation>
    </message>
    <message>
        <source>&amp;Split (%1 of %2)</source>
        <translation>子集（%1 / %2）(&amp;S)</translation>
    </message>
    <message>
        <source>The first %1 of them are on the board.</source>
        <translation>其中前 %1 張在對照板上。</translation>
    </message>
    <message>
        <source>%1 of 1 photo</source>
        <translation>%1 / 1 張照片</translation>
    </message>
    <message>
        <source> · %1 selected, the first one is on the board</source>
        <translation> · 已選 %1 張，第一張在對照板上</translation>
    </message>
</context>
<context>
    <name>convscope::GalleryTools</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Order of the photos</source>
        <translation>照片的排序</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真實類別</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>預測類別</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>正確或錯誤</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低信心度</translation>
    </message>
    <message>
        <source>Most confidence</source>
        <translation>最高信心度</translation>
    </message>
    <message>
        <source>Search photos by name or index</source>
        <translation>依名稱或編號搜尋照片</translation>
    </message>
    <message>
        <source>Name or index</source>
        <translation>名稱或編號</translation>
    </message>
    <message>
        <source>Show only some of the photos</source>
        <translation>只顯示部分照片</translation>
    </message>
    <message>
        <source>Show all photos again</source>
        <translation>重新顯示所有照片</translation>
    </message>
    <message>
        <source>In which order the photos stand</source>
        <translation>照片依什麼順序排列</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正確</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 錯誤</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真實</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心度</translation>
    </message>
    <message>
        <source>Folder order</source>
        <translation>資料夾順序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>依名稱</translation>
    </message>
    <message>
        <source>Least confident first</source>
        <translation>信心度從低到高</translation>
    </message>
    <message>
        <source>Most confident first</source>
        <translation>信心度從高到低</translation>
    </message>
    <message>
        <source>By predicted class</source>
        <translation>依預測類別</translation>
    </message>
    <message>
        <source>Wrong first</source>
        <translation>錯誤優先</translation>
    </message>
    <message>
        <source>Enter goes to the photo with index %1.</source>
        <translation>按 Enter 鍵前往編號為 %1 的照片。</translation>
    </message>
    <message>
        <source>The last index is %1.</source>
        <translation>最後一個編號是 %1。</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>沒有照片</translation>
    </message>
    <message>
        <source>Show only…</source>
        <translation>只顯示…</translation>
    </message>
    <message>
        <source>Evaluate the photos to choose by what the network says of them.</source>
        <translation>先評估照片，才能按網路的判斷選擇。</translation>
    </message>
    <message>
        <source>Part of a file name shows the photos that have it. A number goes to the photo with that index, counted as the notebook does, from 0; several, as 83,4218, select those photos (Ctrl+F, Ctrl+G or /)</source>
        <translation>輸入檔名的一部分，只顯示包含它的照片。輸入數字則跳轉到該編號的照片，與 notebook 一樣從 0 開始；輸入多個，如 83,4218，則選取這些照片（Ctrl+F、Ctrl+G 或 /）</translation>
    </message>
    <message>
        <source>Show only (%1)</source>
        <translation>只顯示（%1）</translation>
    </message>
    <message>
        <source>Enter selects the photos with these %1 indices.</source>
        <translation>按 Enter 鍵選取這 %1 個編號的照片。</translation>
    </message>
</context>
<context>
    <name>convscope::GraphModel</name>
    <message>
        <source>In module %1</source>
        <translation>所在模組：%1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>層：%1</translation>
    </message>
    <message>
        <source>Shape of the output for one photo</source>
        <translation>一張照片的輸出形狀</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>運算元</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
    </message>
</context>
<context>
    <name>convscope::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>視圖(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快速鍵(&amp;K)</translation>
    </message>
</context>
<context>
    <name>convscope::IndexBar</name>
    <message>
        <source>Progress of the index</source>
        <translation>索引進度</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Remove indexes</source>
        <translation>刪除索引</translation>
    </message>
    <message>
        <source>Remove the indexes of all networks and photos?</source>
        <translation>要刪除所有網路和照片的索引嗎？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Open a network and a folder of photos to see what excites each filter.</source>
        <translation>開啟一個網路和一個照片資料夾，檢視什麼能激發每個濾波器。</translation>
    </message>
    <message>
        <source>Looking at the photos: waiting for other work.</source>
        <translation>正在檢視照片：等待其他任務。</translation>
    </message>
    <message>
        <source>Looking at the photos: %1 of %2, about %3 left.</source>
        <translation>正在檢視照片：第 %1 張，共 %2 張，還需約 %3。</translation>
    </message>
    <message>
        <source>Looking at the photos: %1 of %2.</source>
        <translation>正在檢視照片：第 %1 張，共 %2 張。</translation>
    </message>
    <message>
        <source>Looking what is there…</source>
        <translation>正在檢視現有內容…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Looks once at each photo, behind all other work, and keeps what it finds</source>
        <translation>在其他任務之後，把每張照片看一遍，並儲存結果</translation>
    </message>
    <message>
        <source>Photos that could not be read: %1.</source>
        <translation>無法讀取的照片：%1。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新檢視</translation>
    </message>
    <message>
        <source>Looks at the index on the disk again</source>
        <translation>重新讀取磁碟上的索引</translation>
    </message>
    <message>
        <source>Remove the index of this network and these photos…</source>
        <translation>刪除此網路和這些照片的索引…</translation>
    </message>
    <message>
        <source>Remove all indexes…</source>
        <translation>刪除所有索引…</translation>
    </message>
    <message>
        <source>Remove the index</source>
        <translation>刪除索引</translation>
    </message>
    <message>
        <source>Remove the index of this network and these photos?</source>
        <translation>要刪除此網路和這些照片的索引嗎？</translation>
    </message>
    <message>
        <source>After that the photos have to be looked at again.</source>
        <translation>之後需要再次檢視這些照片。</translation>
    </message>
    <message>
        <source>Looking at the photos: waiting for other work (%1).</source>
        <translation>正在檢視照片：等待其他任務（%1）。</translation>
    </message>
    <message>
        <source>Photos that are in the folder now, but not in the list of the window: %1. Reload the photos there (F5).</source>
        <translation>現在在資料夾中、但不在視窗列表中的照片：%1 張。請在視窗中重新載入照片（F5）。</translation>
    </message>
    <message>
        <source>Look at the photos</source>
        <translation>檢視照片</translation>
    </message>
</context>
<context>
    <name>convscope::InputDialog</name>
    <message>
        <source>Input of %1</source>
        <translation>%1 的輸入</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>重設(&amp;E)</translation>
    </message>
    <message>
        <source>What a file beside the network says, else the notebook&apos;s way or a guess</source>
        <translation>採用網路旁檔案的說明，否則採用 notebook 的方式或推測值</translation>
    </message>
    <message>
        <source>Save &amp;beside the network</source>
        <translation>儲存到網路旁(&amp;B)</translation>
    </message>
    <message>
        <source>As a JSON file that is found whenever the network is opened</source>
        <translation>儲存為 JSON 檔案，日後開啟該網路時會自動找到</translation>
    </message>
    <message>
        <source>The network could not be opened; tell what it takes.</source>
        <translation>無法開啟該網路；請說明它接受什麼輸入。</translation>
    </message>
    <message>
        <source>As the file beside the network says.</source>
        <translation>採用網路旁檔案的說明。</translation>
    </message>
    <message>
        <source>Guessed: the first size that the network runs on.</source>
        <translation>推測值：網路能執行的第一個尺寸。</translation>
    </message>
    <message>
        <source>As in the notebook, since nothing else is told.</source>
        <translation>未另行說明，採用 notebook 的方式。</translation>
    </message>
    <message>
        <source>Looking for what the network takes…</source>
        <translation>正在尋找網路接受的輸入…</translation>
    </message>
    <message>
        <source>Looking for the input of %1</source>
        <translation>正在尋找 %1 的輸入</translation>
    </message>
    <message>
        <source>The JSON files beside the network are of another kind and are left alone.</source>
        <translation>網路旁的 JSON 檔案屬於其他類型，未作更動。</translation>
    </message>
    <message>
        <source>Save beside the network</source>
        <translation>儲存到網路旁</translation>
    </message>
    <message>
        <source>%1 describes an input already. Replace it?</source>
        <translation>%1 已描述了一個輸入。要取代它嗎？</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已儲存為 %1。</translation>
    </message>
    <message>
        <source>Told by you; remembered for this network.</source>
        <translation>由您指定；會為此網路記住。</translation>
    </message>
    <message>
        <source>The size is what the network&apos;s file tells. Check the rest.</source>
        <translation>尺寸來自網路檔案。其餘各項請自行核對。</translation>
    </message>
</context>
<context>
    <name>convscope::InputForm</name>
    <message>
        <source>Preset</source>
        <translation>預設組</translation>
    </message>
    <message>
        <source>Width of the input</source>
        <translation>輸入寬度</translation>
    </message>
    <message>
        <source>Height of the input</source>
        <translation>輸入高度</translation>
    </message>
    <message>
        <source>C&amp;rop the middle</source>
        <translation>裁剪中間部分(&amp;R)</translation>
    </message>
    <message>
        <source>Crop the middle</source>
        <translation>裁剪中間部分</translation>
    </message>
    <message>
        <source>Shorter side before the crop</source>
        <translation>裁剪前的短邊長度</translation>
    </message>
    <message>
        <source>&amp;Turn photos upright</source>
        <translation>轉正照片(&amp;T)</translation>
    </message>
    <message>
        <source>Turn photos upright</source>
        <translation>轉正照片</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>&amp;Normalise</source>
        <translation>正規化(&amp;N)</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>正規化</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>類別名稱</translation>
    </message>
    <message>
        <source>Food-11 notebook</source>
        <translation>Food-11 notebook</translation>
    </message>
    <message>
        <source>ImageNet</source>
        <translation>ImageNet</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>All but the class names as others have it</source>
        <translation>除類別名稱外，全部採用常見設定</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>預設組(&amp;P)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>The photo&apos;s shorter side is made that long and the middle is cut out; off: the photo is stretched to the size</source>
        <translation>將照片短邊縮放到該長度並裁出中間部分；關閉時：將照片拉伸到該尺寸</translation>
    </message>
    <message>
        <source>of a s&amp;horter side of</source>
        <translation>短邊縮放到(&amp;H)</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>In the order in which the network takes them; OpenCV&apos;s is BGR</source>
        <translation>依網路接受的順序；OpenCV 為 BGR</translation>
    </message>
    <message>
        <source>&amp;Channels</source>
        <translation>通道(&amp;C)</translation>
    </message>
    <message>
        <source>As their cameras say (EXIF); the notebook uses photos as they are stored</source>
        <translation>按相機的記錄（EXIF）；notebook 按儲存的樣子使用照片</translation>
    </message>
    <message>
        <source>(x − mean) / deviation, of x from 0 to 1</source>
        <translation>（x − 平均值）/ 標準差，x 取 0 到 1</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>平均值(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Deviation</source>
        <translation>標準差(&amp;D)</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>The likeliest</source>
        <translation>最可能的</translation>
    </message>
    <message>
        <source>%1, %2 classes</source>
        <translation>%1，%2 個類別</translation>
    </message>
    <message>
        <source>The network gives several; this one is its answer</source>
        <translation>網路給出多個輸出；以此作為結果</translation>
    </message>
    <message>
        <source>O&amp;utput</source>
        <translation>輸出(&amp;U)</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>每行一個名稱</translation>
    </message>
    <message>
        <source>In the order of the network&apos;s outputs</source>
        <translation>依網路輸出的順序</translation>
    </message>
    <message>
        <source>&amp;Load…</source>
        <translation>載入(&amp;L)…</translation>
    </message>
    <message>
        <source>Load class names from a file</source>
        <translation>從檔案載入類別名稱</translation>
    </message>
    <message>
        <source>From a text file with one name a line</source>
        <translation>從每行一個名稱的文字檔載入</translation>
    </message>
    <message>
        <source>Cl&amp;ass names</source>
        <translation>類別名稱(&amp;A)</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>紅</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>Mean, %1</source>
        <translation>平均值，%1</translation>
    </message>
    <message>
        <source>Deviation, %1</source>
        <translation>標準差，%1</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Line %1 is empty.</source>
        <translation>第 %1 行為空。</translation>
    </message>
    <message>
        <source>Names: %1. Classes of the network: %2.</source>
        <translation>名稱：%1 個。網路的類別：%2 個。</translation>
    </message>
    <message>
        <source>One number a channel, for example 0.485.</source>
        <translation>每個通道一個數，例如 0.485。</translation>
    </message>
    <message>
        <source>At least %1, the longer side of the size.</source>
        <translation>至少為 %1，即尺寸的長邊。</translation>
    </message>
    <message>
        <source>All must be above 0.</source>
        <translation>必須全部大於 0。</translation>
    </message>
    <message>
        <source>Load class names</source>
        <translation>載入類別名稱</translation>
    </message>
    <message>
        <source>Texts (*.txt *.names *.labels);;All files (*)</source>
        <translation>文字檔 (*.txt *.names *.labels);;所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>convscope::JobSummary</name>
    <message>
        <source>Progress of what runs</source>
        <translation>目前工作的進度</translation>
    </message>
    <message>
        <source>Cancel all (what has been reached is kept)</source>
        <translation>全部取消（保留已得到的結果）</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Show all jobs (Ctrl+J)</source>
        <translation>顯示所有工作 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>顯示所有工作</translation>
    </message>
    <message>
        <source>%1, %2 more</source>
        <translation>%1，另有 %2 個</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · 剩餘 %1</translation>
    </message>
</context>
<context>
    <name>convscope::JobsList</name>
    <message>
        <source>&amp;Cancel job</source>
        <translation>取消工作(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel &amp;all</source>
        <translation>全部取消(&amp;A)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Jobs that run and wait</source>
        <translation>正在執行和等待的工作</translation>
    </message>
    <message>
        <source>Cancel the chosen job; what it has reached is kept (Del)</source>
        <translation>取消所選工作；保留已得到的結果 (Del)</translation>
    </message>
    <message>
        <source>Nothing runs or waits.</source>
        <translation>沒有正在執行或等待的工作。</translation>
    </message>
    <message>
        <source>All done in %1</source>
        <translation>%1後全部完成</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 個工作</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 個工作</translation>
    </message>
</context>
<context>
    <name>convscope::JobsModel</name>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Done in</source>
        <translation>剩餘時間</translation>
    </message>
</context>
<context>
    <name>convscope::KernelView</name>
    <message>
        <source>%1 × %2 × %3 weights from %4 to %5</source>
        <translation>%1 × %2 × %3 個權重，從 %4 到 %5</translation>
    </message>
    <message>
        <source>gray: 0, full colour: ±%1</source>
        <translation>灰色：0，飽和色：±%1</translation>
    </message>
    <message>
        <source>Input %1: %2 to %3</source>
        <translation>輸入 %1：%2 至 %3</translation>
    </message>
</context>
<context>
    <name>convscope::LabelMapDialog</name>
    <message>
        <source>Map of the labels</source>
        <translation>標籤的對應關係</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Classes of the folder and of the network</source>
        <translation>資料夾和網路的類別</translation>
    </message>
    <message>
        <source>Class of the folder</source>
        <translation>資料夾的類別</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Class of the network</source>
        <translation>網路的類別</translation>
    </message>
    <message>
        <source>Which class of the network are the photos of each class of this folder? Photos of a class without one are shown, and count neither as right nor as wrong.</source>
        <translation>此資料夾中每個類別的照片屬於網路的哪個類別？沒有對應類別的照片會顯示，但既不算正確也不算錯誤。</translation>
    </message>
    <message>
        <source>No map</source>
        <translation>不對應</translation>
    </message>
    <message>
        <source>Take the labels as the folder tells them</source>
        <translation>按資料夾給出的標籤</translation>
    </message>
    <message>
        <source>Class of the network for %1</source>
        <translation>%1 對應的網路類別</translation>
    </message>
</context>
<context>
    <name>convscope::LabelsButton</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>Map to the network&apos;s classes…</source>
        <translation>對應到網路的類別…</translation>
    </message>
    <message>
        <source>Click to take the labels otherwise, or to map them to the network&apos;s classes.</source>
        <translation>按一下以其他方式取得標籤，或將其對應到網路的類別。</translation>
    </message>
    <message>
        <source>Folders: their names, else their order</source>
        <translation>資料夾：其名稱，否則依其順序</translation>
    </message>
    <message>
        <source>Numbers that folders are called</source>
        <translation>資料夾所用的編號</translation>
    </message>
    <message>
        <source>File names: a number in front, like 3_12.jpg</source>
        <translation>檔名：以數字開頭，如 3_12.jpg</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>convscope::LayerModel</name>
    <message>
        <source>%1
Its output is no map, so it has no filters to show</source>
        <translation>%1
其輸出不是特徵圖，因此沒有可顯示的濾波器</translation>
    </message>
    <message>
        <source>Channels @ height × width</source>
        <translation>通道數 @ 高 × 寬</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>無參數</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1個參數</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3, %4</source>
        <translation>%1，層 %2 到 %3，%4</translation>
    </message>
    <message>
        <source>%1
Layers %2 to %3, output %4
%5</source>
        <translation>%1
層 %2 到 %3，輸出 %4
%5</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1
%2
%3</source>
        <translation>%1
%2
%3</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>運算元</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3</source>
        <translation>%1，層 %2 到 %3</translation>
    </message>
    <message>
        <source>What runs beside the modules, such as the sum behind a residual block
Layers %1 to %2</source>
        <translation>在模組之外執行的運算元，例如殘差塊末尾的加法
層 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>convscope::LayerPage</name>
    <message>
        <source>No layer is chosen.</source>
        <translation>未選擇層。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>The layer whose filters are shown</source>
        <translation>顯示其濾波器的層</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Copy all filters of the layer as a picture (Ctrl+C)</source>
        <translation>將該層的所有濾波器複製為圖片 (Ctrl+C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save all filters of the layer as PNG, SVG or PDF</source>
        <translation>將該層的所有濾波器儲存為 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>濾波器的排序</translation>
    </message>
    <message>
        <source>In which order the filters stand; the number that they are sorted by stands below each</source>
        <translation>濾波器的排列順序；排序所依據的數值顯示在每個濾波器下方</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按編號</translation>
    </message>
    <message>
        <source>By largest value</source>
        <translation>按最大值</translation>
    </message>
    <message>
        <source>By class selectivity</source>
        <translation>按類別選擇性</translation>
    </message>
    <message>
        <source>By sparseness</source>
        <translation>按稀疏性</translation>
    </message>
    <message>
        <source>By share of dead places</source>
        <translation>按死亡位置的比例</translation>
    </message>
    <message>
        <source>By similarity to the chosen one</source>
        <translation>按與所選濾波器的相似度</translation>
    </message>
    <message>
        <source>Which filters are shown</source>
        <translation>顯示哪些濾波器</translation>
    </message>
    <message>
        <source>Number of a filter</source>
        <translation>濾波器的編號</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>&amp;Optimised images</source>
        <translation>最佳化影象(&amp;O)</translation>
    </message>
    <message>
        <source>In place of photos the pictures made from noise that excite the filters most</source>
        <translation>用由噪聲生成的、最能激發濾波器的圖片代替照片</translation>
    </message>
    <message>
        <source>Filters of the layer</source>
        <translation>該層的濾波器</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Answer like another</source>
        <translation>與另一濾波器相似</translation>
    </message>
    <message>
        <source>Fire for one class</source>
        <translation>只響應一個類別</translation>
    </message>
    <message>
        <source>Fire everywhere</source>
        <translation>處處響應</translation>
    </message>
    <message>
        <source>The most similar to filter %1 stand first.</source>
        <translation>與濾波器 %1 最相似的排在前面。</translation>
    </message>
    <message>
        <source>Right of the number stands the class selectivity, from 0 to 1.</source>
        <translation>編號右側是類別選擇性，從 0 到 1。</translation>
    </message>
    <message>
        <source>%1 of %2 filters are shown.</source>
        <translation>顯示 %2 個濾波器中的 %1 個。</translation>
    </message>
</context>
<context>
    <name>convscope::LayerPageModel</name>
    <message>
        <source>Filter %1</source>
        <translation>濾波器 %1</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>無照片</translation>
    </message>
</context>
<context>
    <name>convscope::LegendView</name>
    <message>
        <source>Meaning of the colours</source>
        <translation>顏色的含義</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>從 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>convscope::MainWindow</name>
    <message>
        <source>Open a figure</source>
        <translation>開啟插圖</translation>
    </message>
    <message>
        <source>Figures of Convscope (*.png *.svg *.pdf);;All files (*)</source>
        <translation>Convscope 插圖 (*.png *.svg *.pdf);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>開啟工作階段</translation>
    </message>
    <message>
        <source>Sessions of Convscope (*.convscope);;All files (*)</source>
        <translation>Convscope 工作階段 (*.convscope);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>The figure was written to %1</source>
        <translation>插圖已寫入 %1</translation>
    </message>
    <message>
        <source>The figure was written to %1 and the numbers to %2</source>
        <translation>插圖已寫入 %1，數值已寫入 %2</translation>
    </message>
    <message>
        <source>The session was saved as %1</source>
        <translation>工作階段已儲存為 %1</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>開啟照片資料夾</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>開啟網路</translation>
    </message>
    <message>
        <source>Save the session as</source>
        <translation>工作階段另存為</translation>
    </message>
    <message>
        <source>Sessions of Convscope (*.convscope)</source>
        <translation>Convscope 工作階段 (*.convscope)</translation>
    </message>
    <message>
        <source>session</source>
        <translation>工作階段</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>%1, preview</source>
        <translation>%1，預覽</translation>
    </message>
    <message>
        <source>The demo is not complete here: install the program again to have it. Everything else works; open your own photos and network.</source>
        <translation>此處的示範不完整：請重新安裝程式以取得示範。其餘功能均可使用；請開啟您自己的照片與網路。</translation>
    </message>
    <message>
        <source>%1 is open. Its files and the program are as they were when it was written.</source>
        <translation>%1 已開啟。其檔案和程式與寫出時相同。</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU，1 個執行緒</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU，%1 個執行緒</translation>
    </message>
    <message>
        <source>%1 does not answer. It may need longer, or its code may never end. Wait, give it up with Esc, or open another network.</source>
        <translation>%1 沒有回應。它可能需要更長時間，也可能其程式碼永遠不會結束。請等待，按 Esc 放棄，或開啟另一個網路。</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>已取消：%1</translation>
    </message>
    <message>
        <source>Cancelled: %1, and %2 more</source>
        <translation>已取消：%1，以及另外 %2 個</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Classes that were chosen for single photos are not in %1 and are put back.</source>
        <translation>為單張照片選擇的類別在 %1 中不存在，已恢復。</translation>
    </message>
    <message>
        <source>The gallery&apos;s filter by class is cleared.</source>
        <translation>照片清單的類別篩選已清除。</translation>
    </message>
    <message>
        <source>The search and the filters of the folder before are cleared.</source>
        <translation>之前資料夾的搜尋和篩選已清除。</translation>
    </message>
    <message>
        <source>%1 was on the board and is not in the folder any more.</source>
        <translation>%1 原在對照板上，但已不在資料夾中。</translation>
    </message>
    <message>
        <source>%1 were on the board and are not in the folder any more.</source>
        <translation>%1 原在對照板上，但已不在資料夾中。</translation>
    </message>
    <message>
        <source>You stopped the opening of %1. Open it again to try once more.</source>
        <translation>您停止了開啟 %1。要再試一次，請重新開啟。</translation>
    </message>
    <message>
        <source>%1 is written once its last picture is computed</source>
        <translation>最後一張圖片計算完後將寫入 %1</translation>
    </message>
    <message>
        <source>%1 is written once %2 pictures are computed</source>
        <translation>%2 張圖片計算完後將寫入 %1</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>圖片 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Open single photos</source>
        <translation>開啟單張照片</translation>
    </message>
    <message>
        <source>One network and one folder can be open at a time. Left out: %1.</source>
        <translation>一次只能開啟一個網路和一個資料夾。未開啟：%1。</translation>
    </message>
    <message>
        <source>demo network</source>
        <translation>示範網路</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 張照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 張照片</translation>
    </message>
    <message>
        <source>demo photos</source>
        <translation>示範照片</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已寫入 %1</translation>
    </message>
    <message>
        <source>The desktop has no program that opens %1</source>
        <translation>桌面沒有可開啟 %1 的程式</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 still waits for its pictures, and is not written if you quit now.</source>
        <translation>%1 仍在等待其影象，如果現在退出則不會寫入。</translation>
    </message>
    <message>
        <source>%1 figures still wait for their pictures, and are not written if you quit now.</source>
        <translation>%1 張圖仍在等待其影象，如果現在退出則不會寫入。</translation>
    </message>
    <message>
        <source>The desktop has no program that shows the folder of %1</source>
        <translation>桌面沒有可顯示 %1 所在資料夾的程式</translation>
    </message>
    <message>
        <source>With more than %1 photos, slow rows start only when asked: a cell&apos;s or a row&apos;s own Start, or all of them with Explain &gt; Start all (Ctrl+R).</source>
        <translation>照片超過 %1 張時，較慢的列只在要求時才開始：使用單元格或列上的“開始”，或用“解釋 &gt; 全部開始”（Ctrl+R）全部開始。</translation>
    </message>
    <message>
        <source>The rows are those of “%1”, without what this version of Convscope does not know: %2.</source>
        <translation>現在的行來自“%1”，不含此版本的 Convscope 不認識的內容：%2。</translation>
    </message>
    <message>
        <source>“%1” is kept; View &gt; Rows &gt; Presets has it.</source>
        <translation>“%1”已儲存，見“檢視 &gt; 行 &gt; 預設”。</translation>
    </message>
    <message>
        <source>The rows were saved as %1</source>
        <translation>行已儲存為 %1</translation>
    </message>
    <message>
        <source>The rows are those of “%1”.</source>
        <translation>現在的行來自“%1”。</translation>
    </message>
    <message>
        <source>Keep as preset</source>
        <translation>儲存為預設</translation>
    </message>
    <message>
        <source>Save rows as preset</source>
        <translation>將行儲存為預設</translation>
    </message>
    <message>
        <source>Open a preset of rows</source>
        <translation>開啟行的預設</translation>
    </message>
    <message>
        <source>Presets of rows (*.convrows);;All files (*)</source>
        <translation>行的預設 (*.convrows);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Save preset to file</source>
        <translation>將預設儲存到檔案</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Presets of rows (*.convrows)</source>
        <translation>行的預設 (*.convrows)</translation>
    </message>
    <message>
        <source>Network B is %1. A row asks it where its menu says so: ⋯ &gt; Network.</source>
        <translation>網路 B 是 %1。在行的選單“⋯ &gt; 網路”中可讓該行詢問它。</translation>
    </message>
    <message>
        <source>Open a second network</source>
        <translation>開啟第二個網路</translation>
    </message>
    <message>
        <source>Second network: layers drawn anew</source>
        <translation>第二個網路：重新隨機生成的層</translation>
    </message>
    <message>
        <source>Network B is this network with the weights of its last layers drawn at random, as before training.
How many of its %1 layers with weights?</source>
        <translation>網路 B 是最後若干層的權重被重新隨機生成（如同訓練之前）的當前網路。
它有 %1 個帶權重的層，要重新生成其中多少個？</translation>
    </message>
    <message>
        <source>Comparing A and B on all photos</source>
        <translation>正在所有照片上比較 A 與 B</translation>
    </message>
    <message>
        <source>A and B say different classes to %1 of %2 photos.</source>
        <translation>在 %2 張照片中，A 與 B 對 %1 張的判斷不同。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 張無法讀取。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>%1 and B: %2</source>
        <translation>%1，B：%2</translation>
    </message>
    <message>
        <source>You stopped it before the other %1.</source>
        <translation>您在其餘 %1 張之前停止了比較。</translation>
    </message>
    <message>
        <source>Networks (*.pt2 *.onnx *.pt *.pth *.ckpt *.tar *.safetensors)</source>
        <translation>網路 (*.pt2 *.onnx *.pt *.pth *.ckpt *.tar *.safetensors)</translation>
    </message>
    <message>
        <source>Use the processor</source>
        <translation>使用處理器</translation>
    </message>
</context>
<context>
    <name>convscope::MapLegend</name>
    <message>
        <source>Legend: choose a line to select its photos</source>
        <translation>圖例：選擇一行以選中其照片</translation>
    </message>
</context>
<context>
    <name>convscope::MappingPhotos</name>
    <message>
        <source>Here will be a map of the photos, once the network has looked at each.</source>
        <translation>網路看過每張照片之後，這裡將顯示照片分佈圖。</translation>
    </message>
    <message>
        <source>Laying out the photos…</source>
        <translation>正在排布照片…</translation>
    </message>
    <message>
        <source>Map of the photos</source>
        <translation>照片分佈圖</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已寫入 %1</translation>
    </message>
    <message>
        <source>before the answer</source>
        <translation>答案之前的層</translation>
    </message>
    <message>
        <source>%1 (before the answer)</source>
        <translation>%1（答案之前的層）</translation>
    </message>
</context>
<context>
    <name>convscope::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>關閉此訊息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>訊息</translation>
    </message>
</context>
<context>
    <name>convscope::Microscope</name>
    <message>
        <source>Finding what excites filters</source>
        <translation>正在查詢什麼能激發濾波器</translation>
    </message>
    <message>
        <source>There is no home folder to keep an index in.</source>
        <translation>沒有可以存放索引的主資料夾。</translation>
    </message>
</context>
<context>
    <name>convscope::MicroscopeDialog</name>
    <message>
        <source>Filter microscope</source>
        <translation>濾波器顯微鏡</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>濾波器(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>層(&amp;L)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Map of the &amp;photos</source>
        <translation>照片分佈圖(&amp;P)</translation>
    </message>
</context>
<context>
    <name>convscope::ModulesGroup</name>
    <message>
        <source>Tell what lies between the &amp;weights</source>
        <translation>說明權重之間是什麼(&amp;W)</translation>
    </message>
    <message>
        <source>Activation behind convolutions</source>
        <translation>卷積之後的啟用函式</translation>
    </message>
    <message>
        <source>Activation between linear layers</source>
        <translation>線性層之間的啟用函式</translation>
    </message>
    <message>
        <source>Slope of LeakyReLU below zero</source>
        <translation>LeakyReLU 在零以下的斜率</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Epsilon of batch norm</source>
        <translation>批歸一化的 epsilon</translation>
    </message>
    <message>
        <source>The file of a checkpoint does not say it. Unless it is told, all is taken to be as in the notebook.</source>
        <translation>檢查點檔案不包含這些資訊。如果不說明，則一切視為與 notebook 相同。</translation>
    </message>
    <message>
        <source>Acti&amp;vation</source>
        <translation>啟用函式(&amp;V)</translation>
    </message>
    <message>
        <source>Slope below &amp;zero</source>
        <translation>零以下的斜率(&amp;Z)</translation>
    </message>
    <message>
        <source>Between linear la&amp;yers</source>
        <translation>線性層之間(&amp;Y)</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>池化(&amp;G)</translation>
    </message>
    <message>
        <source>Epsilon o&amp;f batch norm</source>
        <translation>批歸一化的 epsilon(&amp;F)</translation>
    </message>
    <message>
        <source>Behind each convolution</source>
        <translation>在每個卷積之後</translation>
    </message>
    <message>
        <source>Of LeakyReLU, from 0 to 1</source>
        <translation>LeakyReLU 的斜率，0 到 1</translation>
    </message>
    <message>
        <source>Slope: a number from 0 to 1.</source>
        <translation>斜率：0 到 1 之間的數。</translation>
    </message>
    <message>
        <source>Epsilon: a number from 1e-12 to 1.</source>
        <translation>epsilon：1e-12 到 1 之間的數。</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
</context>
<context>
    <name>convscope::NetworkHeader</name>
    <message>
        <source>No network</source>
        <translation>沒有網路</translation>
    </message>
    <message>
        <source>&amp;Use ImageNet&apos;s input</source>
        <translation>使用 ImageNet 的輸入(&amp;U)</translation>
    </message>
    <message>
        <source>Notes on the network</source>
        <translation>關於網路的附註</translation>
    </message>
    <message>
        <source>224 × 224 out of a shorter side of 256, normalised, as torchvision&apos;s networks were trained. It is remembered for this network</source>
        <translation>短邊縮放到 256 後取 224 × 224，正規化，與 torchvision 的網路訓練時相同。會為此網路記住</translation>
    </message>
    <message>
        <source>&amp;Input…</source>
        <translation>輸入(&amp;I)…</translation>
    </message>
    <message>
        <source>Change how photos are prepared for the network</source>
        <translation>變更為網路預處理照片的方式</translation>
    </message>
    <message>
        <source>How photos are prepared for the network, and the names of its classes</source>
        <translation>為網路預處理照片的方式，以及各類別的名稱</translation>
    </message>
    <message>
        <source>%1
%2
%3 parameters, %4 classes</source>
        <translation>%1
%2
%3個參數，%4 個類別</translation>
    </message>
    <message>
        <source>Input, guessed: %1</source>
        <translation>輸入（推測）：%1</translation>
    </message>
    <message>
        <source>Input: %1</source>
        <translation>輸入：%1</translation>
    </message>
</context>
<context>
    <name>convscope::NetworkPanel</name>
    <message>
        <source>Layers to list</source>
        <translation>要列出的層</translation>
    </message>
    <message>
        <source>Which layers are listed</source>
        <translation>列出哪些層</translation>
    </message>
    <message>
        <source>Find layers by name or index</source>
        <translation>依名稱或編號尋找層</translation>
    </message>
    <message>
        <source>Name or index</source>
        <translation>名稱或編號</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Filter of the chosen layer, counted from 0 ([ and ])</source>
        <translation>所選層的濾波器，從 0 開始編號（[ 和 ]）</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>濾波器(&amp;L)</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有層</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>卷積層</translation>
    </message>
    <message>
        <source>of %1 in layer %2</source>
        <translation>（共 %1 個，層 %2）</translation>
    </message>
    <message>
        <source>Number of the filter</source>
        <translation>濾波器編號</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>選擇(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py the layer&apos;s name</source>
        <translation>複製層的名稱(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Unfold all</source>
        <translation>全部展開(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Fold all</source>
        <translation>全部摺疊(&amp;F)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>How the network is shown</source>
        <translation>網路的顯示方式</translation>
    </message>
    <message>
        <source>The network as its blocks, and the maps of a layer&apos;s filters</source>
        <translation>以模組顯示網路，以及某一層各濾波器的特徵圖</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>計算圖</translation>
    </message>
    <message>
        <source>All operators of the file, and the values between them</source>
        <translation>檔案中的所有運算元，以及它們之間傳遞的值</translation>
    </message>
</context>
<context>
    <name>convscope::NodeCard</name>
    <message>
        <source>Back</source>
        <translation>後退</translation>
    </message>
    <message>
        <source>To the operator before (Alt+Left)</source>
        <translation>回到之前的運算元（Alt+左箭頭）</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>To the operator that you came back from (Alt+Right)</source>
        <translation>再次前往剛才離開的運算元（Alt+右箭頭）</translation>
    </message>
    <message>
        <source>What is known of the operator</source>
        <translation>所選運算元的資訊</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>No operator chosen</source>
        <translation>未選擇運算元</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · 第 %2 個，共 %3 個</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模組</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>Taken by no other operator</source>
        <translation>輸出不被其他運算元使用</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>輸出給</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Takes nothing</source>
        <translation>沒有輸入</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>%1, Enter leads there</source>
        <translation>%1，按 Enter 鍵前往</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>convscope::NodeList</name>
    <message>
        <source>Find operators by kind, name or module</source>
        <translation>按型別、名稱或模組查詢運算元</translation>
    </message>
    <message>
        <source>Find operator</source>
        <translation>查詢運算元</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>運算元</translation>
    </message>
</context>
<context>
    <name>convscope::ParameterPanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1. %2, %3</source>
        <translation>%1. %2，%3</translation>
    </message>
    <message>
        <source>Row whose parameters are shown</source>
        <translation>顯示其參數的列</translation>
    </message>
    <message>
        <source>The row whose parameters are shown. A click on a row of the board selects it, too</source>
        <translation>顯示其參數的列。單擊對照板上的列也可以選擇它</translation>
    </message>
    <message>
        <source>Hold at this layer and fil&amp;ter</source>
        <translation>固定在此層和濾波器(&amp;T)</translation>
    </message>
    <message>
        <source>A row that is held keeps its layer and filter. Other rows follow the network panel</source>
        <translation>固定的列保持自己的層和濾波器。其他列跟隨網路面板</translation>
    </message>
    <message>
        <source>&amp;Reset to the usual values</source>
        <translation>恢復預設值(&amp;R)</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比較物件</translation>
    </message>
    <message>
        <source>Why it is this class and not that one: what speaks for the class minus what speaks for the other.</source>
        <translation>為什麼是這個類別而不是那個：支持該類別的內容減去支持另一類別的內容。</translation>
    </message>
</context>
<context>
    <name>convscope::PhotoDelegate</name>
    <message>
        <source>cannot be read</source>
        <translation>無法讀取</translation>
    </message>
</context>
<context>
    <name>convscope::PhotoMapPanel</name>
    <message>
        <source>Show &amp;all</source>
        <translation>顯示全部(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>儲存(&amp;S)…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Filter whose values are shown</source>
        <translation>顯示其數值的濾波器</translation>
    </message>
    <message>
        <source>Filter </source>
        <translation>濾波器 </translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>Dragging draws a line around photos to select them; Shift adds</source>
        <translation>拖動以圈選照片；按住 Shift 則加入選擇</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Dragging moves the map, as the middle button always does</source>
        <translation>拖動以移動分佈圖，中鍵始終如此</translation>
    </message>
    <message>
        <source>The whole map again (0)</source>
        <translation>重新顯示整張圖（0）</translation>
    </message>
    <message>
        <source>Save the map as a figure or as a table</source>
        <translation>將分佈圖儲存為圖片或表格</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Colour by:</source>
        <translation>著色依據(&amp;C)：</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>分佈圖的進度</translation>
    </message>
    <message>
        <source>Keeps the map as it is now</source>
        <translation>保留當前的分佈圖</translation>
    </message>
    <message>
        <source>1 photo is selected</source>
        <translation>已選中 1 張照片</translation>
    </message>
    <message>
        <source>%1 photos are selected</source>
        <translation>已選中 %1 張照片</translation>
    </message>
    <message>
        <source>Save the map as</source>
        <translation>分佈圖另存為</translation>
    </message>
    <message>
        <source>CSV of each photo (*.csv)</source>
        <translation>每張照片的 CSV (*.csv)</translation>
    </message>
    <message>
        <source>La&amp;yer:</source>
        <translation>層(&amp;Y)：</translation>
    </message>
</context>
<context>
    <name>convscope::PresetCommands</name>
    <message>
        <source>&amp;Save rows as preset…</source>
        <translation>將行儲存為預設(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Open preset file…</source>
        <translation>開啟預設檔案(&amp;O)…</translation>
    </message>
    <message>
        <source>Save preset to &amp;file…</source>
        <translation>將預設儲存到檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Manage presets…</source>
        <translation>管理預設(&amp;M)…</translation>
    </message>
</context>
<context>
    <name>convscope::PresetDialog</name>
    <message>
        <source>You have kept no preset. “Save rows as preset” keeps one.</source>
        <translation>您還沒有儲存預設。“將行儲存為預設”可儲存一個。</translation>
    </message>
    <message>
        <source>Presets of rows</source>
        <translation>行的預設</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的預設</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重新命名(&amp;R)…</translation>
    </message>
    <message>
        <source>Give the preset another name (F2)</source>
        <translation>為該預設換一個名稱 (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>刪除(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete the preset and its file (Del)</source>
        <translation>刪除該預設及其檔案 (Del)</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>重新命名預設</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>刪除預設</translation>
    </message>
    <message>
        <source>Delete the preset “%1”? This cannot be undone.</source>
        <translation>要刪除預設“%1”嗎？此操作無法撤銷。</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>預設的名稱：</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>“%1”已存在。要替換嗎？</translation>
    </message>
</context>
<context>
    <name>convscope::RecentFiles</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清除此清單(&amp;C)</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Folders of photos</source>
        <translation>照片資料夾</translation>
    </message>
    <message>
        <source>Sessions and figures</source>
        <translation>工作階段和插圖</translation>
    </message>
</context>
<context>
    <name>convscope::RowCommands</name>
    <message>
        <source>&amp;Add row…</source>
        <translation>新增列(&amp;A)…</translation>
    </message>
    <message>
        <source>D&amp;uplicate row</source>
        <translation>複製列(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove row</source>
        <translation>移除列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Move row up</source>
        <translation>上移列(&amp;M)</translation>
    </message>
    <message>
        <source>Move row &amp;down</source>
        <translation>下移列(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Hold row at its layer and filter</source>
        <translation>將列固定在其層和濾波器(&amp;H)</translation>
    </message>
</context>
<context>
    <name>convscope::RowHeading</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Row %1: place, colours, parameters</source>
        <translation>列 %1：位置、配色、參數</translation>
    </message>
    <message>
        <source>Held at its layer and filter</source>
        <translation>固定在其層和濾波器</translation>
    </message>
    <message>
        <source>Move, duplicate or remove the row, change its colours</source>
        <translation>移動、複製或移除該列，更改其配色</translation>
    </message>
</context>
<context>
    <name>convscope::ScatterView</name>
    <message>
        <source>Map of the photos</source>
        <translation>照片分佈圖</translation>
    </message>
    <message>
        <source>%1 photos, %2 of them selected. R puts up a frame to select with.</source>
        <translation>%1 張照片，已選中 %2 張。按 R 顯示選擇框。</translation>
    </message>
</context>
<context>
    <name>convscope::SecondNetwork</name>
    <message>
        <source>Opening network B: %1</source>
        <translation>正在開啟網路 B：%1</translation>
    </message>
    <message>
        <source>A with all layers drawn anew</source>
        <translation>所有層重新隨機生成的 A</translation>
    </message>
    <message>
        <source>A with its last layer drawn anew</source>
        <translation>最後一層重新隨機生成的 A</translation>
    </message>
    <message>
        <source>A with its last %1 layers drawn anew</source>
        <translation>最後 %1 層重新隨機生成的 A</translation>
    </message>
</context>
<context>
    <name>convscope::SessionOpener</name>
    <message>
        <source>Opening %1</source>
        <translation>正在開啟 %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在儲存 %1</translation>
    </message>
    <message>
        <source>You stopped the opening of %1. Open it again to try once more.</source>
        <translation>您停止了開啟 %1。要再試一次，請重新開啟。</translation>
    </message>
</context>
<context>
    <name>convscope::SizeCommands</name>
    <message>
        <source>&amp;Automatic</source>
        <translation>自動(&amp;A)</translation>
    </message>
    <message>
        <source>Fit all &amp;columns</source>
        <translation>適應所有欄(&amp;C)</translation>
    </message>
    <message>
        <source>Fit all &amp;rows</source>
        <translation>適應所有列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>縮小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Photos as rows</source>
        <translation>照片作為列(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Small</source>
        <translation>小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Medium</source>
        <translation>中(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Large</source>
        <translation>大(&amp;L)</translation>
    </message>
</context>
<context>
    <name>convscope::StatisticsModel</name>
    <message>
        <source>silent</source>
        <translation>無反應</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Share of the map&apos;s values that are exactly zero; silent where all its values are the same</source>
        <translation>特徵圖中恰好為零的值所佔的比例；所有值都相同時為無反應</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零值</translation>
    </message>
</context>
<context>
    <name>convscope::StatusLine</name>
    <message>
        <source>Values at the pointer</source>
        <translation>指標處的值</translation>
    </message>
    <message>
        <source>Where the network runs</source>
        <translation>網路在何處執行</translation>
    </message>
</context>
<context>
    <name>convscope::StripView</name>
    <message>
        <source>Values of each photo: %1</source>
        <translation>每張照片的數值：%1</translation>
    </message>
    <message>
        <source>Values of each photo</source>
        <translation>每張照片的數值</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>convscope::ThumbnailModel</name>
    <message>
        <source>class %1</source>
        <translation>類別 %1</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>預測 %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已釘選</translation>
    </message>
    <message>
        <source>Index %1</source>
        <translation>編號 %1</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>預測：%1</translation>
    </message>
    <message>
        <source> · ✓ right</source>
        <translation> · ✓ 正確</translation>
    </message>
    <message>
        <source> · ✗ wrong</source>
        <translation> · ✗ 錯誤</translation>
    </message>
</context>
<context>
    <name>convscope::TopBars</name>
    <message>
        <source>The likeliest classes</source>
        <translation>最可能的類別</translation>
    </message>
    <message>
        <source>%1 (true)</source>
        <translation>%1（真實）</translation>
    </message>
</context>
<context>
    <name>convscope::Workspace</name>
    <message>
        <source>Opening %1</source>
        <translation>正在開啟 %1</translation>
    </message>
    <message>
        <source>Listing %1</source>
        <translation>正在列出 %1</translation>
    </message>
</context>
</TS>
