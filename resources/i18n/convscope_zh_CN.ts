<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>speaks for it</source>
        <translation>支持该类别</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>反对该类别</translation>
    </message>
    <message>
        <source>striped: unsure</source>
        <translation>条纹：不确定</translation>
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
        <translation>反对</translation>
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
        <translation>等高线包围支持部分的 %1</translation>
    </message>
    <message>
        <source>lines enclose %1 of the sum</source>
        <translation>等高线包围总和的 %1</translation>
    </message>
    <message>
        <source>no outliers clipped</source>
        <translation>未裁剪离群值</translation>
    </message>
    <message>
        <source>outliers clipped: %1 of the sum</source>
        <translation>裁剪的离群值：总和的 %1</translation>
    </message>
    <message>
        <source>outliers clipped: %1 of the values</source>
        <translation>裁剪的离群值：数值的 %1</translation>
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
        <translation>红、绿、蓝，与 notebook 一致(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Viridis, as in the notebook</source>
        <translation>Viridis，与 notebook 一致(&amp;V)</translation>
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
        <translation>灰度(&amp;G)</translation>
    </message>
    <message>
        <source>The map alone</source>
        <translation>仅显示图本身</translation>
    </message>
    <message>
        <source>%1 % map</source>
        <translation>图占 %1%</translation>
    </message>
    <message>
        <source>&amp;Blue and orange</source>
        <translation>蓝色与橙色(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Green and red, as in the notebook</source>
        <translation>绿色与红色，与 notebook 一致(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Parameters…</source>
        <translation>参数(&amp;P)…</translation>
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
        <translation>叠加到照片上(&amp;O)</translation>
    </message>
    <message>
        <source>P&amp;inned: stays while you browse on</source>
        <translation>固定：浏览其他照片时保留(&amp;I)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>&amp;What the parameters say</source>
        <translation>按参数设置(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;tart the row</source>
        <translation>开始该行(&amp;T)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the row</source>
        <translation>取消该行(&amp;N)</translation>
    </message>
    <message>
        <source>One &amp;scale for all photos</source>
        <translation>所有照片使用同一色标(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start what was not computed</source>
        <translation>开始未计算的部分(&amp;S)</translation>
    </message>
    <message>
        <source>Take from the &amp;board</source>
        <translation>从对照板移除(&amp;B)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Open &amp;large</source>
        <translation>放大打开(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>开始(&amp;T)</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>取消(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Row</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>Hold at this &amp;layer and filter</source>
        <translation>固定在此层和滤波器(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Add row…</source>
        <translation>添加行(&amp;A)…</translation>
    </message>
    <message>
        <source>Dupl&amp;icate</source>
        <translation>复制一行(&amp;I)</translation>
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
        <translation>按该方法的惯例(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>Around &amp;half of the sum</source>
        <translation>包围总和的一半(&amp;H)</translation>
    </message>
    <message>
        <source>Around &amp;25, 50 and 75 % of the sum</source>
        <translation>包围总和的 25%、50% 和 75%(&amp;2)</translation>
    </message>
    <message>
        <source>Contours of the &amp;heat</source>
        <translation>热度等高线(&amp;H)</translation>
    </message>
    <message>
        <source>Clip outli&amp;ers</source>
        <translation>裁剪离群值(&amp;E)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>网络(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;First, A</source>
        <translation>第一个，A(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Second, B</source>
        <translation>第二个，B(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Difference, A − B</source>
        <translation>差值，A − B(&amp;D)</translation>
    </message>
    <message>
        <source>Evidence &amp;below the pictures</source>
        <translation>图片下方的证据(&amp;B)</translation>
    </message>
    <message>
        <source>Measure the evi&amp;dence</source>
        <translation>测量证据(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ClassMenu</name>
    <message>
        <source>&amp;True class</source>
        <translation>真实类别(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Predicted class</source>
        <translation>预测类别(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Another class…</source>
        <translation>其他类别(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;No other class</source>
        <translation>不比较(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Strongest other class</source>
        <translation>最强的其他类别(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;redicted against true class</source>
        <translation>预测类别对真实类别(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;ompared with</source>
        <translation>比较对象(&amp;O)</translation>
    </message>
    <message>
        <source>How &amp;unsure the network is</source>
        <translation>网络有多不确定(&amp;U)</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>“%1” is not %2</source>
        <translation>“%1”无效，应为：%2</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>SUBCOMMAND</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>位置参数</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>no view is named</source>
        <translation>未指定任何视图</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1”出现了两次</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:n</source>
        <translation>auto、cpu、cuda 或 cuda:n</translation>
    </message>
    <message>
        <source>Shows what a convolutional network trained on photos looks at.
Without a subcommand it opens the window.</source>
        <translation>显示用照片训练的卷积神经网络在看什么。
不带子命令时打开窗口。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>print the version and exit</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>print this help and exit</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>folder of photos to open</source>
        <translation>要打开的照片文件夹</translation>
    </message>
    <message>
        <source>split of the folder, e.g. validation</source>
        <translation>文件夹中的子集，例如 validation</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>输出 JSON</translation>
    </message>
    <message>
        <source>list the network&apos;s layers</source>
        <translation>列出网络的各层</translation>
    </message>
    <message>
        <source>tell the five likeliest classes of photos</source>
        <translation>给出照片最可能的五个类别</translation>
    </message>
    <message>
        <source>measure the accuracy over a folder of photos</source>
        <translation>测量整个照片文件夹上的准确率</translation>
    </message>
    <message>
        <source>folder of photos</source>
        <translation>照片文件夹</translation>
    </message>
    <message>
        <source>split of the folder</source>
        <translation>文件夹中的子集</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>how photos are prepared: food11, imagenet or a JSON file; else what lies beside the network says</source>
        <translation>照片的预处理方式：food11、imagenet 或 JSON 文件；否则以网络旁的文件为准</translation>
    </message>
    <message>
        <source>the demo&apos;s network and photos where no others are given</source>
        <translation>未另行指定时使用演示的网络和照片</translation>
    </message>
    <message>
        <source>threads of the computation; 0: as many as it likes</source>
        <translation>计算线程数；0：自动决定</translation>
    </message>
    <message>
        <source>float32, float64 or preview</source>
        <translation>float32、float64 或 preview</translation>
    </message>
    <message>
        <source>float32, float64, or preview: bfloat16 or half, inexact</source>
        <translation>float32、float64 或 preview：bfloat16 或半精度，结果不精确</translation>
    </message>
    <message>
        <source>tell on stderr what is being done</source>
        <translation>在 stderr 上报告正在进行的操作</translation>
    </message>
    <message>
        <source>names of the classes, one a line</source>
        <translation>类别名称，每行一个</translation>
    </message>
    <message>
        <source>photos: files</source>
        <translation>照片：文件</translation>
    </message>
    <message>
        <source>folder of photos, of which --index picks</source>
        <translation>照片文件夹，由 --index 从中选取</translation>
    </message>
    <message>
        <source>photos of the folder, from 0, e.g. 83,4218</source>
        <translation>文件夹中的照片，从 0 开始，例如 83,4218</translation>
    </message>
    <message>
        <source>per-image or shared</source>
        <translation>per-image 或 shared</translation>
    </message>
    <message>
        <source>random numbers start again for each photo, or run on as in the notebook: per-image or shared</source>
        <translation>随机数对每张照片重新开始，或像 notebook 那样连续使用：per-image 或 shared</translation>
    </message>
    <message>
        <source>folder for the results; made where there is none</source>
        <translation>保存结果的文件夹；不存在时自动创建</translation>
    </message>
    <message>
        <source>also measure how well the explanations point at the food, on photos that have a mask</source>
        <translation>在有掩码的照片上，同时测量各种解释指向食物的程度</translation>
    </message>
    <message>
        <source>“%1” is no subcommand, and its name does not end in .png, .svg, .pdf or .convscope</source>
        <translation>“%1”不是子命令，其名称也不以 .png、.svg、.pdf 或 .convscope 结尾</translation>
    </message>
    <message>
        <source>figure or session to open in the window</source>
        <translation>要在窗口中打开的插图或会话</translation>
    </message>
    <message>
        <source>width of the whole figure, in centimetres</source>
        <translation>整幅插图的宽度，单位为厘米</translation>
    </message>
    <message>
        <source>as the pictures need</source>
        <translation>按图片需要</translation>
    </message>
    <message>
        <source>dots an inch, of a PNG</source>
        <translation>PNG 的分辨率，每英寸点数</translation>
    </message>
    <message>
        <source>size of the text, in points</source>
        <translation>文字大小，单位为磅</translation>
    </message>
    <message>
        <source>leave out the captions and notes</source>
        <translation>省略图注和备注</translation>
    </message>
    <message>
        <source>draw several views of photos as one picture</source>
        <translation>把照片的多个视图绘制成一张图</translation>
    </message>
    <message>
        <source>board or notebook</source>
        <translation>board 或 notebook</translation>
    </message>
    <message>
        <source>outline the food in photos that have a mask</source>
        <translation>在有掩码的照片中勾勒食物轮廓</translation>
    </message>
    <message>
        <source>file to write: .png, .svg or .pdf</source>
        <translation>要写入的文件：.png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>%1 stands before the subcommand; it belongs after it.</source>
        <translation>%1 位于子命令之前，应放在子命令之后。</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 需要一个值</translation>
    </message>
    <message>
        <source>%1 is given more than once</source>
        <translation>%1 被指定了多次</translation>
    </message>
    <message>
        <source>%1 is required</source>
        <translation>%1 是必需的</translation>
    </message>
    <message>
        <source>%1 requires %2</source>
        <translation>%1 需要同时指定 %2</translation>
    </message>
    <message>
        <source>not expected: %1</source>
        <translation>多余的参数：%1</translation>
    </message>
    <message>
        <source>%1 (see %2 --help)</source>
        <translation>%1（参见 %2 --help）</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 photos</source>
        <translation>已完成 %1 / %2 张照片后停止</translation>
    </message>
    <message>
        <source>%1 and %2: their results would have the same names. Nothing was done; rename one, or give them in two runs with two folders.</source>
        <translation>%1 和 %2：两者的结果会重名。未执行任何操作；请重命名其中一个，或分两次运行并使用两个文件夹。</translation>
    </message>
    <message>
        <source>--model is missing: which network?</source>
        <translation>缺少 --model：使用哪个网络？</translation>
    </message>
    <message>
        <source>--data is missing: which folder of photos?</source>
        <translation>缺少 --data：使用哪个照片文件夹？</translation>
    </message>
    <message>
        <source>give photos either as files or with --data and --index, not both.</source>
        <translation>照片要么以文件给出，要么用 --data 和 --index 给出，不能两者并用。</translation>
    </message>
    <message>
        <source>no photos given: name files, or a folder with --data and photos of it with --index.</source>
        <translation>未指定照片：请给出文件，或用 --data 给出文件夹并用 --index 选取其中的照片。</translation>
    </message>
    <message>
        <source>--index is missing: which photos of the folder, e.g. --index 83,4218?</source>
        <translation>缺少 --index：文件夹中的哪些照片，例如 --index 83,4218？</translation>
    </message>
    <message>
        <source>--index and --split pick photos of a folder: --data is missing.</source>
        <translation>--index 和 --split 从文件夹中选取照片：缺少 --data。</translation>
    </message>
    <message>
        <source>--out: the figure&apos;s name must end in .png, .svg or .pdf.</source>
        <translation>--out：插图的文件名必须以 .png、.svg 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>there is no display to open a window on. The subcommands need none: see convscope --help.</source>
        <translation>没有可用于打开窗口的显示器。各子命令不需要显示器：参见 convscope --help。</translation>
    </message>
    <message>
        <source>Localisation</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>the number of names</source>
        <translation>名称个数</translation>
    </message>
    <message>
        <source>%1, one for each class of the network</source>
        <translation>%1，网络的每个类别一个</translation>
    </message>
    <message>
        <source>language of what the figure says: en, zh_CN or zh_TW</source>
        <translation>插图中文字的语言：en、zh_CN 或 zh_TW</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>which of several outputs of the network is its answer: its place from 0, or its key</source>
        <translation>网络有多个输出时以哪个为结果：从 0 开始的位置，或其键</translation>
    </message>
    <message>
        <source>turn photos as their cameras say, which the notebook does not</source>
        <translation>按相机记录的方向转正照片，notebook 不这样做</translation>
    </message>
    <message>
        <source>auto, folders, names, numbers or none</source>
        <translation>auto、folders、names、numbers 或 none</translation>
    </message>
    <message>
        <source>what tells the true classes: folders (their names, else their order), names of the files (3_12.jpg), numbers of the folders, none, or auto: what fits</source>
        <translation>真实类别的来源：folders（文件夹名称，否则按其顺序）、names（文件名，如 3_12.jpg）、numbers（文件夹编号）、none，或 auto：合适者</translation>
    </message>
    <message>
        <source>which class of the network each class of the folder is: lines folder=class, or JSON</source>
        <translation>文件夹的各类别对应网络的哪个类别：每行 文件夹=类别，或 JSON</translation>
    </message>
    <message>
        <source>photos at their own resolution, not as the network sees them</source>
        <translation>照片用其原始分辨率，而不是网络所见</translation>
    </message>
    <message>
        <source>one row a photo and one column a view, not the other way round</source>
        <translation>每行一张照片、每列一个视图，而不是相反</translation>
    </message>
    <message>
        <source>the figure is %1 cm high, more than a page of A4 (%2 cm). --photos-as-rows, fewer --views or a smaller --width-cm make it lower.</source>
        <translation>插图高 %1 cm，超过一页 A4（%2 cm）。--photos-as-rows、更少的 --views 或更小的 --width-cm 可使其变矮。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>%1 is divided (%2); “%3” is taken. --split takes another.</source>
        <translation>%1 分为多个子集（%2）；使用“%3”。可用 --split 选择其他子集。</translation>
    </message>
    <message>
        <source>a method to measure in place of the usual ones, with values of its own; as often as you like (see convscope methods)</source>
        <translation>代替默认方法来测量的方法，可带自己的参数值；可多次使用（参见 convscope methods）</translation>
    </message>
    <message>
        <source>%1 starts from noise: leave the photos out, or leave out %1.</source>
        <translation>%1 从噪声开始：请不要给出照片，或不要使用 %1。</translation>
    </message>
    <message>
        <source>rows do not share --%1: write it into the row, --row METHOD:%1=…</source>
        <translation>各行不共用 --%1：请写在行中，--row METHOD:%1=…</translation>
    </message>
    <message>
        <source>%1 Allowed: %2.</source>
        <translation>%1 允许：%2。</translation>
    </message>
    <message>
        <source>of the marks on superpixels: board (blue for, orange against) or notebook (green and red)</source>
        <translation>超像素标记的颜色：board（蓝色支持，橙色反对）或 notebook（绿色和红色）</translation>
    </message>
    <message>
        <source>rows from top to bottom; of %1</source>
        <translation>从上到下的各行；可选 %1</translation>
    </message>
    <message>
        <source>a map for a class</source>
        <translation>一个类别的图</translation>
    </message>
    <message>
        <source>the map of one filter</source>
        <translation>一个滤波器的图</translation>
    </message>
    <message>
        <source>a picture made step by step</source>
        <translation>逐步生成的图片</translation>
    </message>
    <message>
        <source>a weight for each superpixel</source>
        <translation>每个超像素的权重</translation>
    </message>
    <message>
        <source>how much each place matters</source>
        <translation>每个位置的影响大小</translation>
    </message>
    <message>
        <source>what speaks for it and against it</source>
        <translation>支持与反对它的部分</translation>
    </message>
    <message>
        <source>where that lies which speaks for it</source>
        <translation>支持它的部分所在之处</translation>
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
        <translation>列出各方法及其参数</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>%1 has no “%2”; it has: %3</source>
        <translation>%1 没有“%2”；它有：%3</translation>
    </message>
    <message>
        <source>“%1” needs a value: %1=…</source>
        <translation>“%1”需要一个值：%1=…</translation>
    </message>
    <message>
        <source>METHOD[:name=value,…]</source>
        <translation>METHOD[:名称=值,…]</translation>
    </message>
    <message>
        <source>%1 has no values to set</source>
        <translation>%1 没有可设置的值</translation>
    </message>
    <message>
        <source>where more light raises or lowers the answer</source>
        <translation>何处变亮会使结果升高或降低</translation>
    </message>
    <message>
        <source>measure the methods of a preset: %1, one that you keep, or a .convrows file</source>
        <translation>测量一个预设中的方法：%1、您保存的预设，或 .convrows 文件</translation>
    </message>
    <message>
        <source>the rows of a preset: %1, one that you keep, or a .convrows file</source>
        <translation>一个预设的行：%1、您保存的预设，或 .convrows 文件</translation>
    </message>
    <message>
        <source>“A against B”</source>
        <translation>“A against B”</translation>
    </message>
    <message>
        <source>one of %1, nor a preset that you keep, nor a file</source>
        <translation>%1 之一、您保存的预设或文件</translation>
    </message>
    <message>
        <source>NAME|FILE</source>
        <translation>名称|文件</translation>
    </message>
    <message>
        <source>“%1” has no row that can be used here</source>
        <translation>“%1”中没有可在此使用的行</translation>
    </message>
    <message>
        <source>this version does not know all that the preset asks. Left out: %1.</source>
        <translation>此版本不认识该预设中的部分内容。已略去：%1。</translation>
    </message>
    <message>
        <source>“filter 15:37”</source>
        <translation>“filter 15:37”</translation>
    </message>
    <message>
        <source>a map for a class at each layer</source>
        <translation>每一层上针对一个类别的图</translation>
    </message>
    <message>
        <source>a weight for each filter</source>
        <translation>每个滤波器一个权重</translation>
    </message>
    <message>
        <source>nothing is named</source>
        <translation>没有写出任何名称</translation>
    </message>
    <message>
        <source>compare methods by measures over many photos</source>
        <translation>在许多照片上用各种度量比较方法</translation>
    </message>
    <message>
        <source>how many photos, evenly spread over the folder; all: each of them</source>
        <translation>比较多少张照片，在文件夹中均匀选取；all：全部</translation>
    </message>
    <message>
        <source>measure all anew; else what was measured before is taken from the cache</source>
        <translation>全部重新测量；否则已测量过的结果取自缓存</translation>
    </message>
    <message>
        <source>methods with their usual values: all, or some of %1</source>
        <translation>使用常规参数的方法：all，或下列中的若干个：%1</translation>
    </message>
    <message>
        <source>a method to compare, with values of its own; as often as you like (see convscope methods)</source>
        <translation>一个要比较的方法，可带自己的参数；可多次给出（参见 convscope methods）</translation>
    </message>
    <message>
        <source>compare the methods of a preset: %1, one that you keep, or a .convrows file</source>
        <translation>比较一个预设中的方法：%1、您保存的预设，或 .convrows 文件</translation>
    </message>
    <message>
        <source>what is measured: all, or some of %1</source>
        <translation>测量什么：all，或下列中的若干个：%1</translation>
    </message>
    <message>
        <source>sort the methods by this measure, the best first</source>
        <translation>按此度量排列方法，最好的在前</translation>
    </message>
    <message>
        <source>print JSON, with the values of each photo</source>
        <translation>输出 JSON，包含每张照片的数值</translation>
    </message>
    <message>
        <source>print CSV, a line for each method and measure</source>
        <translation>输出 CSV，每种方法的每个度量一行</translation>
    </message>
    <message>
        <source>also draw the table and the values of each photo: .png, .svg or .pdf</source>
        <translation>同时绘出表格和每张照片的数值：.png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>--sort: %1 is not among --measures.</source>
        <translation>--sort：%1 不在 --measures 之中。</translation>
    </message>
    <message>
        <source>%1 of %2 photos are compared, evenly spread over the folder. --count takes more, --count all takes each.</source>
        <translation>比较 %2 张照片中的 %1 张，在文件夹中均匀选取。--count 可取更多，--count all 取全部。</translation>
    </message>
    <message>
        <source>%1 photos were measured before. --again measures them anew.</source>
        <translation>%1 张照片以前已测量。--again 会重新测量。</translation>
    </message>
    <message>
        <source>what was measured could not be kept: %1</source>
        <translation>测量结果无法保存：%1</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 photos; the same command goes on from there</source>
        <translation>在 %2 张照片中的第 %1 张后停止；同样的命令会从那里继续</translation>
    </message>
    <message>
        <source>measure each map and say what speaks for it, beside random maps</source>
        <translation>测量每张图，并说明它有什么依据，与随机图比较</translation>
    </message>
    <message>
        <source>A, B or A-B</source>
        <translation>A、B 或 A-B</translation>
    </message>
    <message>
        <source>which network is asked: A, the first; B, the second; A-B, what the first says less what the second says</source>
        <translation>询问哪个网络：A 为第一个；B 为第二个；A-B 为第一个的结果减去第二个的结果</translation>
    </message>
    <message>
        <source>%1 asks the first network: leave --network out, or leave out %1.</source>
        <translation>%1 询问的是第一个网络：请去掉 --network，或去掉 %1。</translation>
    </message>
    <message>
        <source>--evidence is measured of the first network alone: leave --network out, or leave out --evidence.</source>
        <translation>--evidence 只对第一个网络测量：请去掉 --network，或去掉 --evidence。</translation>
    </message>
    <message>
        <source>measure each map and print what speaks for it, beside random maps</source>
        <translation>测量每张图，并打印它有什么依据，与随机图比较</translation>
    </message>
    <message>
        <source>a second network, B: a file, or random: the first one with its layers, or its last N layers with weights, drawn anew</source>
        <translation>第二个网络 B：一个文件；或 random：重新随机生成全部层（或最后 N 个带权重的层）权重的第一个网络</translation>
    </message>
    <message>
        <source>%1 is missing: %2 is asked for, but which network is B?</source>
        <translation>缺少 %1：要求询问 %2，但哪个网络是 B？</translation>
    </message>
    <message>
        <source>one more row, with values of its own; as often as you like (see convscope methods). network=B asks the second network, network=A-B how both differ</source>
        <translation>再添加一行，可带自己的参数值；可多次使用（参见 convscope methods）。network=B 询问第二个网络，network=A-B 显示两者之差</translation>
    </message>
    <message>
        <source>random:N with a whole number N from 1</source>
        <translation>random:N（N 为不小于 1 的整数）</translation>
    </message>
    <message>
        <source>network: .pt2, ONNX, TorchScript, or a checkpoint</source>
        <translation>网络：.pt2、ONNX、TorchScript 或检查点</translation>
    </message>
    <message>
        <source>draw a map of the photos of a folder</source>
        <translation>绘制一个文件夹中照片的分布图</translation>
    </message>
    <message>
        <source>folder of the index; without it, the one in your cache that belongs to the network and the photos. It is brought up to date first</source>
        <translation>索引所在的文件夹；不给出时使用缓存中属于该网络和这些照片的索引。会先将其更新</translation>
    </message>
    <message>
        <source>a figure (.png, .svg, .pdf) or a table (.csv); without it the table is printed</source>
        <translation>图（.png、.svg、.pdf）或表格（.csv）；不给出时输出表格</translation>
    </message>
    <message>
        <source>the layer whose mean responses are the features, by number or name; without it the layer before the answer</source>
        <translation>以哪一层的平均响应作为特征，用编号或名称；不给出时为答案之前的那一层</translation>
    </message>
    <message>
        <source>how photos are laid out</source>
        <translation>照片如何排布</translation>
    </message>
    <message>
        <source>seed of t-SNE: the same one gives the same map</source>
        <translation>t-SNE 的随机种子：相同的种子得到相同的分布图</translation>
    </message>
    <message>
        <source>t-SNE: about how many neighbours count</source>
        <translation>t-SNE：大约计入多少个近邻</translation>
    </message>
    <message>
        <source>t-SNE: how many steps</source>
        <translation>t-SNE：多少步</translation>
    </message>
    <message>
        <source>what the colours tell: the true class, the predicted one, whether both are the same, or the value of --filter</source>
        <translation>颜色表示什么：真实类别、预测类别、两者是否相同，或 --filter 的值</translation>
    </message>
    <message>
        <source>the layer of --filter</source>
        <translation>--filter 所在的层</translation>
    </message>
    <message>
        <source>a filter whose mean response each photo has as its value</source>
        <translation>以该滤波器的平均响应作为每张照片的值</translation>
    </message>
    <message>
        <source>--out: the name must end in .png, .svg, .pdf or .csv.</source>
        <translation>--out：名称必须以 .png、.svg、.pdf 或 .csv 结尾。</translation>
    </message>
    <message>
        <source>--filter: of which layer? Name it with --value-layer.</source>
        <translation>--filter：哪一层的？请用 --value-layer 指定。</translation>
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
        <translation>此方法从噪声开始，并询问第一个网络：请去掉 --network。</translation>
    </message>
    <message>
        <source>this method starts from noise: leave the photos out.</source>
        <translation>此方法从噪声开始：请去掉照片。</translation>
    </message>
    <message>
        <source>what excites a filter: the photos, and where in them</source>
        <translation>什么能激发滤波器：哪些照片，照片中的哪里</translation>
    </message>
    <message>
        <source>folder of the index; without it, the one in your cache that belongs to the network and the photos</source>
        <translation>索引文件夹；不给出时，使用缓存中属于该网络和这些照片的索引</translation>
    </message>
    <message>
        <source>draw it: .png, .svg or .pdf; without it the text is printed</source>
        <translation>绘制成图：.png、.svg 或 .pdf；不给出时输出文字</translation>
    </message>
    <message>
        <source>An index of the photos is built where there is none, and brought up to date where photos have come or gone (see convscope index).</source>
        <translation>没有照片索引时会建立索引；照片有增减时会更新索引（见 convscope index）。</translation>
    </message>
    <message>
        <source>the layer, by number or name</source>
        <translation>层，用编号或名称表示</translation>
    </message>
    <message>
        <source>the filter, counted from 0</source>
        <translation>滤波器，从 0 开始计数</translation>
    </message>
    <message>
        <source>all filters of the layer in place of one</source>
        <translation>该层的所有滤波器，而不是其中一个</translation>
    </message>
    <message>
        <source>how many photos</source>
        <translation>照片数量</translation>
    </message>
    <message>
        <source>also make the picture that excites the filter most, as visualize does from noise; of a whole layer in place of the photos</source>
        <translation>同时生成最能激发该滤波器的图片，与 visualize 从噪声出发时相同；对整个层则用它代替照片</translation>
    </message>
    <message>
        <source>draw the filter&apos;s map over the photos</source>
        <translation>在照片上叠加该滤波器的特征图</translation>
    </message>
    <message>
        <source>draw all of the photos, with frames around what the filter sees</source>
        <translation>绘制整张照片，并框出滤波器看到的部分</translation>
    </message>
    <message>
        <source>--filter is missing: which filter? --whole-layer is for all of them.</source>
        <translation>缺少 --filter：哪个滤波器？--whole-layer 表示所有滤波器。</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>滤波器 %1</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>网络：%1</translation>
    </message>
    <message>
        <source>Photos: %1 (%2)</source>
        <translation>照片：%1（%2 张）</translation>
    </message>
    <message>
        <source>find the photos that excite each filter most, and keep them</source>
        <translation>找出最能激发每个滤波器的照片并保存</translation>
    </message>
    <message>
        <source>build: look at all photos that the index does not know; status: what is there; merge: put the blocks of shards together; show: a layer or a filter; concepts: how well maps overlap the masks of photos; remove: delete the index</source>
        <translation>build：查看索引尚不知道的所有照片；status：现有内容；merge：合并各分片的数据块；show：一层或一个滤波器；concepts：激活图与照片遮罩的重叠程度；remove：删除索引</translation>
    </message>
    <message>
        <source>build: layers to look at, by number or name; without it all convolutions and their activation functions</source>
        <translation>build：要查看的层，用编号或名称；不给出时为所有卷积及其激活函数</translation>
    </message>
    <message>
        <source>like 0/8: the first of eight</source>
        <translation>形如 0/8：八个中的第一个</translation>
    </message>
    <message>
        <source>build: only every n-th block from the i-th on, counted from 0; several programs may do that at once, and merge ends it</source>
        <translation>build：只做从第 i 块起每隔 n 块的一块，从 0 数起；多个程序可以同时进行，最后用 merge 合并</translation>
    </message>
    <message>
        <source>build: photos that are lost at most when the program is killed</source>
        <translation>build：程序被终止时最多损失多少张照片的工作</translation>
    </message>
    <message>
        <source>merge: also while blocks are missing</source>
        <translation>merge：即使缺少数据块也合并</translation>
    </message>
    <message>
        <source>remove: all indexes in your cache</source>
        <translation>remove：缓存中的所有索引</translation>
    </message>
    <message>
        <source>show: the layer, by number or name</source>
        <translation>show：层，用编号或名称</translation>
    </message>
    <message>
        <source>show: the filter; without it a line for each filter of the layer</source>
        <translation>show：滤波器；不给出时该层每个滤波器一行</translation>
    </message>
    <message>
        <source>show: how many photos</source>
        <translation>show：多少张照片</translation>
    </message>
    <message>
        <source>--index is missing: which index?</source>
        <translation>缺少 --index：哪个索引？</translation>
    </message>
    <message>
        <source>--layer is missing: which layer?</source>
        <translation>缺少 --layer：哪一层？</translation>
    </message>
    <message>
        <source>%1 photos of %2, by %3
</source>
        <translation>%2 的 %1 张照片，网络 %3
</translation>
    </message>
    <message>
        <source>%1 of %2 blocks are missing: %3. Build their shards, or merge what is there with --partial.</source>
        <translation>%2 个数据块中缺少 %1 个：%3。请构建其所在的分片，或用 --partial 合并现有部分。</translation>
    </message>
    <message>
        <source>Comparing maps with masks</source>
        <translation>正在将激活图与遮罩比较</translation>
    </message>
    <message>
        <source>--index is missing: there is no home folder to keep it in.</source>
        <translation>缺少 --index：没有可以存放它的主文件夹。</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>正在查看照片</translation>
    </message>
    <message>
        <source>Photos that could not be read: %1.</source>
        <translation>无法读取的照片：%1。</translation>
    </message>
    <message>
        <source>Blocks merged: %1. Photos in the index: %2.
</source>
        <translation>已合并的数据块：%1。索引中的照片：%2。
</translation>
    </message>
    <message>
        <source>build: look at all photos again; what is there stays until that is done</source>
        <translation>build：重新查看所有照片；完成之前保留现有内容</translation>
    </message>
    <message>
        <source>--labels and --label-map need --model here: the index does not tell the network&apos;s classes.</source>
        <translation>此处 --labels 和 --label-map 需要 --model：索引中没有网络的类别。</translation>
    </message>
    <message>
        <source>%1 of %2 blocks are damaged: %3. Build their shards again, which runs these blocks again, or merge the others with --partial. Of n shards, shard i has the blocks i, i + n, i + 2n, …</source>
        <translation>%2 个分块中有 %1 个已损坏：%3。请再次建立它们所属的分片（这些分块会重新运行），或用 --partial 合并其余分块。共 n 个分片时，分片 i 的分块为 i、i + n、i + 2n……</translation>
    </message>
    <message>
        <source>so many photos have gone or changed that the lists of filters would have been too short: the index was begun anew</source>
        <translation>已删除或更改的照片太多，滤波器的列表会过短：索引已从头重建</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 张照片</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>网络：%1</translation>
    </message>
    <message>
        <source>Photos: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>random map</source>
        <translation>随机图</translation>
    </message>
    <message>
        <source>coarse random map</source>
        <translation>粗粒度随机图</translation>
    </message>
    <message>
        <source>uniform map</source>
        <translation>均匀图</translation>
    </message>
    <message>
        <source>middle of the picture</source>
        <translation>图片中心</translation>
    </message>
    <message>
        <source>%1 has no value on %2: there its map is the same everywhere, or holds what is no number.</source>
        <translation>%1在%2上没有数值：那里的图处处相同，或含有不是数的值。</translation>
    </message>
    <message>
        <source>By “%1” no method is better than the %2.</source>
        <translation>按“%1”，没有方法优于%2。</translation>
    </message>
    <message>
        <source>“%1” is of %2: only there each method has a value.</source>
        <translation>“%1”取自%2：只有在这些照片上每种方法都有数值。</translation>
    </message>
    <message>
        <source>“%1” has no means: there is no photo on which each method has a value.</source>
        <translation>“%1”没有均值：没有一张照片使每种方法都有数值。</translation>
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
        <translation>描述图本身</translation>
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
        <translation>没有均值。</translation>
    </message>
    <message>
        <source>The value of one photo is %1. An interval takes two photos.</source>
        <translation>一张照片的数值为 %1。区间需要两张照片。</translation>
    </message>
    <message>
        <source>The mean of %1 is %2; its 95 % interval is %3.</source>
        <translation>%1的均值为 %2；其 95 % 区间为 %3。</translation>
    </message>
    <message>
        <source>The measure says nothing of the map on %1.</source>
        <translation>该度量对%1上的图没有结论。</translation>
    </message>
    <message>
        <source>It failed on %1.</source>
        <translation>在%1上失败。</translation>
    </message>
    <message>
        <source>Means are taken over the photos on which each method has a value, with 95 % intervals (bootstrap, %1 resamples).</source>
        <translation>均值取自每种方法都有数值的照片，并给出 95 % 区间（自助法，重采样 %1 次）。</translation>
    </message>
    <message>
        <source>The network has one class, which always has all the probability. Measures of probabilities say nothing.</source>
        <translation>该网络只有一个类别，它总是占全部概率。基于概率的度量没有意义。</translation>
    </message>
    <message>
        <source>The network gives the same answer to all photos, so these measures say nothing of the methods. Try another checkpoint.</source>
        <translation>该网络对所有照片给出相同的回答，因此这些度量不能说明方法的好坏。请试用其他检查点。</translation>
    </message>
    <message>
        <source>Intervals take two photos or more.</source>
        <translation>区间需要两张或更多照片。</translation>
    </message>
    <message>
        <source>1 photo has the same content as another one and is left out.</source>
        <translation>1 张照片与另一张内容相同，未计入。</translation>
    </message>
    <message>
        <source>%1 photos have the same content as another one and are left out.</source>
        <translation>%1 张照片与其他照片内容相同，未计入。</translation>
    </message>
    <message>
        <source>Of %1 no true class is known; there the predicted class is explained.</source>
        <translation>%1的真实类别未知；对它们解释的是预测类别。</translation>
    </message>
    <message>
        <source>On %1 the methods explain different classes, so their values are of different things.</source>
        <translation>在%1上各方法解释的类别不同，因此其数值所指不同。</translation>
    </message>
    <message>
        <source>%1, on %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Of %1 there is no mask, so what is measured by the mask has no value there.</source>
        <translation>%1没有掩码，因此用掩码测量的指标在那里没有数值。</translation>
    </message>
    <message>
        <source>This is the best: the interval overlaps that of no other map.</source>
        <translation>这是最好的：其区间不与任何其他图的区间重叠。</translation>
    </message>
    <message>
        <source>★ the best: its interval overlaps that of no other map</source>
        <translation>★ 最好：其区间不与任何其他图的区间重叠</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>taken for it</source>
        <translation>被判为该类</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>%1, an array of NumPy (*.npy)</source>
        <translation>%1，NumPy 数组 (*.npy)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Show in the file &amp;manager</source>
        <translation>在文件管理器中显示(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>复制名称(&amp;N)</translation>
    </message>
    <message>
        <source>Copy pat&amp;h</source>
        <translation>复制路径(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Save p&amp;icture…</source>
        <translation>保存图片(&amp;I)…</translation>
    </message>
    <message>
        <source>Copy n&amp;umbers</source>
        <translation>复制数值(&amp;U)</translation>
    </message>
    <message>
        <source>As a table, for a spreadsheet</source>
        <translation>作为表格，供电子表格使用</translation>
    </message>
    <message>
        <source>&amp;Save numbers…</source>
        <translation>保存数值(&amp;S)…</translation>
    </message>
    <message>
        <source>As an array of NumPy or as a table</source>
        <translation>作为 NumPy 数组或表格</translation>
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
        <translation>左侧</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>at the right</source>
        <translation>右侧</translation>
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
        <translation>针对 %1：处处相同</translation>
    </message>
    <message>
        <source>for %1: strongest %2</source>
        <translation>针对 %1：%2最强</translation>
    </message>
    <message>
        <source>layer %1, filter %2</source>
        <translation>层 %1，滤波器 %2</translation>
    </message>
    <message>
        <source>of %1: the same everywhere</source>
        <translation>%1：处处相同</translation>
    </message>
    <message>
        <source>of %1: strongest %2</source>
        <translation>%1：%2最强</translation>
    </message>
    <message>
        <source>of %1: what excites the filter most</source>
        <translation>%1：最能激发该滤波器的图像</translation>
    </message>
    <message>
        <source>for %1: %2; %3</source>
        <translation>针对 %1：%2；%3</translation>
    </message>
    <message>
        <source>no superpixel speaks for it</source>
        <translation>没有超像素支持它</translation>
    </message>
    <message>
        <source>no superpixel speaks against it</source>
        <translation>没有超像素反对它</translation>
    </message>
    <message>
        <source>superpixels that speak for it: %1, the strongest %2</source>
        <translation>支持它的超像素有 %1 个，最强者在%2</translation>
    </message>
    <message>
        <source>superpixels that speak against it: %1, the strongest %2</source>
        <translation>反对它的超像素有 %1 个，最强者在%2</translation>
    </message>
    <message>
        <source>without the network: the same everywhere</source>
        <translation>与网络无关：处处相同</translation>
    </message>
    <message>
        <source>without the network: strongest %1</source>
        <translation>与网络无关：最强处在%1</translation>
    </message>
    <message>
        <source>for %1: no filter adds anything</source>
        <translation>针对 %1：没有滤波器有贡献</translation>
    </message>
    <message>
        <source>for %1: filter %2 counts most, %3</source>
        <translation>针对 %1：滤波器 %2 影响最大，%3</translation>
    </message>
    <message>
        <source>for %1; layers: %2</source>
        <translation>针对 %1；层数：%2</translation>
    </message>
    <message>
        <source>for %1: both are the same</source>
        <translation>对于%1：两者相同</translation>
    </message>
    <message>
        <source>for %1: they differ most %2</source>
        <translation>对于%1：%2差异最大</translation>
    </message>
    <message>
        <source>no superpixel with more in A</source>
        <translation>没有 A 更多的超像素</translation>
    </message>
    <message>
        <source>no superpixel with more in B</source>
        <translation>没有 B 更多的超像素</translation>
    </message>
    <message>
        <source>superpixels with more in A: %1, the strongest %2</source>
        <translation>A 更多的超像素：%1 个，最强的%2</translation>
    </message>
    <message>
        <source>superpixels with more in B: %1, the strongest %2</source>
        <translation>B 更多的超像素：%1 个，最强的%2</translation>
    </message>
    <message>
        <source>of %1: what excites the class most</source>
        <translation>%1：最能激发该类别的图像</translation>
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
        <translation>选择 %1 张照片</translation>
    </message>
    <message>
        <source>photo %1 taken away</source>
        <translation>移除照片 %1</translation>
    </message>
    <message>
        <source>%1 photos taken away</source>
        <translation>移除 %1 张照片</translation>
    </message>
    <message>
        <source>pin of %1</source>
        <translation>固定 %1</translation>
    </message>
    <message>
        <source>class explained to %1</source>
        <translation>对 %1 解释的类别</translation>
    </message>
    <message>
        <source>order of the photos</source>
        <translation>照片的顺序</translation>
    </message>
    <message>
        <source>order of the rows</source>
        <translation>行的顺序</translation>
    </message>
    <message>
        <source>look of %1</source>
        <translation>%1 的外观</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>滤波器 %1</translation>
    </message>
    <message>
        <source>class that is explained</source>
        <translation>所解释的类别</translation>
    </message>
    <message>
        <source>outline of the food</source>
        <translation>食物轮廓</translation>
    </message>
    <message>
        <source>board change</source>
        <translation>对照板更改</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>row %1 removed</source>
        <translation>移除行 %1</translation>
    </message>
    <message>
        <source>row %1 added</source>
        <translation>添加行 %1</translation>
    </message>
    <message>
        <source>row %1 held</source>
        <translation>固定行 %1</translation>
    </message>
    <message>
        <source>row %1 follows</source>
        <translation>行 %1 跟随</translation>
    </message>
    <message>
        <source>start of slow rows</source>
        <translation>较慢的行何时开始</translation>
    </message>
    <message>
        <source>search of the gallery</source>
        <translation>图库的搜索</translation>
    </message>
    <message>
        <source>filter of the gallery</source>
        <translation>图库的筛选</translation>
    </message>
    <message>
        <source>order of the gallery</source>
        <translation>图库的顺序</translation>
    </message>
    <message>
        <source>network of %1</source>
        <translation>%1的网络</translation>
    </message>
</context>
<context>
    <name>DissectionTexts</name>
    <message>
        <source>filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>IoU with all masks</source>
        <translation>与所有遮罩的 IoU</translation>
    </message>
    <message>
        <source>best class</source>
        <translation>最佳类别</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>%1 photos with a mask. A detector overlaps by at least %2 (network dissection).</source>
        <translation>有遮罩的照片：%1 张。重叠至少达到 %2 的为检测器（network dissection）。</translation>
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
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>%1 % right</source>
        <translation>%1% 正确</translation>
    </message>
    <message>
        <source>No true class is known</source>
        <translation>没有已知的真实类别</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%2 张中 %1 张正确</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>%1 · as by guessing</source>
        <translation>%1 · 与随机猜测相当</translation>
    </message>
    <message>
        <source>%1 of %2 photos right</source>
        <translation>%2 张照片中 %1 张正确</translation>
    </message>
    <message>
        <source>%1: %2 of %3 photos</source>
        <translation>%1：%3 张照片中的 %2 张</translation>
    </message>
    <message>
        <source>Labels are not compared</source>
        <translation>标签不作比较</translation>
    </message>
    <message>
        <source>No photo could be evaluated</source>
        <translation>没有照片能够评估</translation>
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
        <translation>遮住最热的 10%：%1</translation>
    </message>
    <message>
        <source>Hiding the top 10 %: %1 %2. Hiding 10 % at random: %3 (%4) in patches, %5 (%6) pixel by pixel.</source>
        <translation>遮住最热的 10%：%1%2。随机遮住 10%：成块时 %3（%4），逐像素时 %5（%6）。</translation>
    </message>
    <message>
        <source>No better than chance on this photo.</source>
        <translation>在这张照片上不比随机好。</translation>
    </message>
    <message>
        <source>No better than chance: %1, random maps %2</source>
        <translation>不比随机好：%1，随机图 %2</translation>
    </message>
    <message>
        <source>No better than chance</source>
        <translation>不比随机好</translation>
    </message>
    <message>
        <source>Random single pixels do as much on this photo.</source>
        <translation>在这张照片上随机的单个像素效果也一样。</translation>
    </message>
    <message>
        <source>top 10 % hidden: %1, random pixels %2</source>
        <translation>遮住最热的 10%：%1，随机像素 %2</translation>
    </message>
    <message>
        <source>%1, random pixels %2</source>
        <translation>%1，随机像素 %2</translation>
    </message>
    <message>
        <source>top 10 % hidden: %1, random maps %2</source>
        <translation>遮住最热的 10%：%1，随机图 %2</translation>
    </message>
    <message>
        <source>%1, random maps %2</source>
        <translation>%1，随机图 %2</translation>
    </message>
    <message>
        <source>%1: it knows nothing of the network.</source>
        <translation>%1：它对网络一无所知。</translation>
    </message>
    <message>
        <source>%1: it shows the photo more than the network.</source>
        <translation>%1：它展示的更多是照片而不是网络。</translation>
    </message>
    <message>
        <source>%1: it shows the network.</source>
        <translation>%1：它展示的是网络。</translation>
    </message>
    <message>
        <source>Pieces add up to %1 of %2</source>
        <translation>各部分加起来是 %2 中的 %1</translation>
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
        <translation>样本的偶然性 %1</translation>
    </message>
    <message>
        <source>Chance in the samples makes %1 of the map; it would make 100 % of a map of chance alone.</source>
        <translation>样本的偶然性占图的 %1；全凭偶然的图是 100%。</translation>
    </message>
    <message>
        <source>±%1 by invisible noise</source>
        <translation>看不见的噪声 ±%1</translation>
    </message>
    <message>
        <source>A photo that differs by invisible noise changes the map by up to %1; its pixels in a random order would change it by %2.</source>
        <translation>一张只差看不见的噪声的照片最多使图改变 %1；把它的像素随机排列会改变 %2。</translation>
    </message>
    <message>
        <source>A photo that differs by invisible noise changes the map by up to %1.</source>
        <translation>一张只差看不见的噪声的照片最多使图改变 %1。</translation>
    </message>
    <message>
        <source>The linear model explains %1 (R²); random weights would explain 0 %.</source>
        <translation>线性模型解释了 %1（R²）；随机权重会解释 0%。</translation>
    </message>
    <message>
        <source>This is about %1, which the network predicts wrongly: the photo is %2.</source>
        <translation>这是关于%1的，网络的这一预测是错的：照片是%2。</translation>
    </message>
    <message>
        <source>This is about %1; the network predicts %2.</source>
        <translation>这是关于%1的；网络预测的是%2。</translation>
    </message>
    <message>
        <source>Evidence is being measured</source>
        <translation>正在测量证据</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>测量中</translation>
    </message>
    <message>
        <source>No evidence: stopped</source>
        <translation>没有证据：已停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>No evidence: it failed</source>
        <translation>没有证据：失败了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Hidden pixels are black. The network has never seen such pictures, so compare with the range of ten random maps. A good number says what this network uses, not that it is right.</source>
        <translation>被遮住的像素是黑色的。网络从未见过这样的图片，所以请与十张随机图的范围比较。数字好只说明这个网络用了什么，不说明它是对的。</translation>
    </message>
    <message>
        <source>%1 alike with weights drawn anew</source>
        <translation>重新抽取权重后 %1 相似</translation>
    </message>
    <message>
        <source>Hiding the top 10 %: %1 %2. No random maps have been hidden yet.</source>
        <translation>遮住最热的 10%：%1%2。还没有遮住过随机图。</translation>
    </message>
    <message>
        <source>%1 alike (random maps: %2 to %3)</source>
        <translation>有 %1 相似（随机图：%2 到 %3）</translation>
    </message>
    <message>
        <source>%1 alike</source>
        <translation>有 %1 相似</translation>
    </message>
    <message>
        <source>With the network&apos;s weights drawn anew the map is %1</source>
        <translation>重新抽取网络的权重后，图%1</translation>
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
        <translation>索引中没有第 %1 层。请选择卷积、批归一化或激活函数。</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>true class unknown</source>
        <translation>真实类别未知</translation>
    </message>
    <message>
        <source>true: %1</source>
        <translation>真实：%1</translation>
    </message>
    <message>
        <source>predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>fewer for a figure of this size, or a smaller width</source>
        <translation>对这样大小的插图请用更少的点数，或更小的宽度</translation>
    </message>
    <message>
        <source>at least %1 for so many photos</source>
        <translation>这么多照片至少需要 %1</translation>
    </message>
    <message>
        <source>B predicts: %1</source>
        <translation>B 预测：%1</translation>
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
        <translation>照片此后已更改。</translation>
    </message>
    <message>
        <source>taken for %1</source>
        <translation>被判为%1</translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation>%1，被判为%2</translation>
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
        <translation>层 %1（%2，%3）</translation>
    </message>
    <message>
        <source>%1, filter %2 of %3</source>
        <translation>%1，滤波器 %2（共 %3 个）</translation>
    </message>
    <message>
        <source>receptive field: all of the picture</source>
        <translation>感受野：整张图片</translation>
    </message>
    <message>
        <source>receptive field: %1 × %2 pixels</source>
        <translation>感受野：%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>most similar filters (cosine): %1</source>
        <translation>最相似的滤波器（余弦）：%1</translation>
    </message>
    <message>
        <source>Largest value in each photo</source>
        <translation>每张照片中的最大值</translation>
    </message>
    <message>
        <source>all photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Largest value in each photo, by true class</source>
        <translation>每张照片中的最大值，按真实类别</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Largest value in each photo, by true class: the first %1 of %2</source>
        <translation>每张照片中的最大值，按真实类别：%2 类中的前 %1 类</translation>
    </message>
    <message>
        <source>What excites it most</source>
        <translation>最能激发它的图像</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>%1 × %2 × %3, up to ±%4</source>
        <translation>%1 × %2 × %3，最大 ±%4</translation>
    </message>
    <message>
        <source>the first %1 inputs</source>
        <translation>前 %1 个输入</translation>
    </message>
</context>
<context>
    <name>Fitting</name>
    <message>
        <source>Class %1 was chosen for another network; the true class is explained instead.</source>
        <translation>类别 %1 是为另一个网络选择的；改为解释真实类别。</translation>
    </message>
    <message>
        <source>%1 has no %2; the true class is explained instead.</source>
        <translation>%1 没有 %2；改为解释真实类别。</translation>
    </message>
    <message>
        <source>Layer %1 was chosen for another network; layer %2 is shown instead.</source>
        <translation>层 %1 是为另一个网络选择的；改为显示层 %2。</translation>
    </message>
    <message>
        <source>%1 has no layer %2 with maps; layer %3 is shown instead.</source>
        <translation>%1 没有带特征图的层 %2；改为显示层 %3。</translation>
    </message>
    <message>
        <source>Layer %1 of %2 has other filters; filter %3 is shown instead of %4.</source>
        <translation>%2 的层 %1 有不同的滤波器；显示滤波器 %3，而不是 %4。</translation>
    </message>
    <message>
        <source>%1 has no such filter %2 of layer %3; the true class is explained instead.</source>
        <translation>%1 的层 %3 没有滤波器 %2；改为解释真实类别。</translation>
    </message>
    <message>
        <source>%1 has one class, so there is none to compare it with.</source>
        <translation>%1 只有一个类别，没有可比较的类别。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>&lt;b&gt;Open photos&lt;/b&gt; (Ctrl+O) and &lt;b&gt;a network&lt;/b&gt; (Ctrl+M), or drop both on the window. &lt;i&gt;File &amp;gt; Open demo&lt;/i&gt; has some of both to play with.</source>
        <translation>&lt;b&gt;打开照片&lt;/b&gt; (Ctrl+O) 和&lt;b&gt;网络&lt;/b&gt; (Ctrl+M)，或把二者拖放到窗口中。&lt;i&gt;文件 &amp;gt; 打开演示&lt;/i&gt;提供可供试用的照片和网络。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Choose photos&lt;/b&gt; on the left; hold Ctrl or Shift to choose several. Each becomes a column of the board. Space keeps a photo there while you browse on.</source>
        <translation>在左侧&lt;b&gt;选择照片&lt;/b&gt;；按住 Ctrl 或 Shift 键可选择多张。每张成为对照板的一列。按空格键可在浏览其他照片时将一张照片保留在对照板上。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Read the board&lt;/b&gt;: the heading of a photo says what the network takes it for; hold the pointer over a picture or a row&apos;s name to read what it means and what it does not.</source>
        <translation>&lt;b&gt;阅读对照板&lt;/b&gt;：照片的标题说明网络把它判为什么；将指针停在图片或行名上，可以了解它表示什么、不表示什么。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Look closely&lt;/b&gt;: a double click or Enter opens a picture large; Ctrl and the wheel zoom into all pictures at once.</source>
        <translation>&lt;b&gt;仔细查看&lt;/b&gt;：双击或按 Enter 键放大显示一张图片；Ctrl 加滚轮同时缩放所有图片。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Export a figure&lt;/b&gt; (Ctrl+E) for the report. It carries its recipe: dropped on the window, it brings its board back.</source>
        <translation>为报告&lt;b&gt;导出插图&lt;/b&gt; (Ctrl+E)。插图带有生成配方：拖放到窗口中，即可恢复其对照板。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move in the list or the board that has the focus</source>
        <translation>在获得焦点的列表或对照板中移动</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>In the photos: pin the photo, or no longer; pinned photos stay on the board</source>
        <translation>在照片列表中：固定照片，或取消固定；固定的照片保留在对照板上</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>Go to the first or the last photo</source>
        <translation>跳转到第一张或最后一张照片</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母键</translation>
    </message>
    <message>
        <source>In the photos: go to the next name that begins so</source>
        <translation>在照片列表中：跳转到下一个以此开头的名称</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字键</translation>
    </message>
    <message>
        <source>Among the maps of a layer: go to the filter of that number</source>
        <translation>在层的特征图中：跳转到该编号的滤波器</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Go to the next list, field or button</source>
        <translation>跳转到下一个列表、输入框或按钮</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Open the photo or picture large; in a search, go to what was found</source>
        <translation>放大打开照片或图片；在搜索框中则跳转到找到的内容</translation>
    </message>
    <message>
        <source>Menu key or Shift+F10</source>
        <translation>菜单键或 Shift+F10</translation>
    </message>
    <message>
        <source>Open the menu of what has the focus</source>
        <translation>打开焦点所在处的菜单</translation>
    </message>
    <message>
        <source>&lt;b&gt;Choose a layer and a filter&lt;/b&gt; on the right. The rows &lt;i&gt;Activation&lt;/i&gt; and &lt;i&gt;Feature visualisation&lt;/i&gt; follow.</source>
        <translation>在右侧&lt;b&gt;选择层和滤波器&lt;/b&gt;。&lt;i&gt;激活&lt;/i&gt;和&lt;i&gt;特征可视化&lt;/i&gt;两行会随之更新。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Ask otherwise&lt;/b&gt;: the &lt;i&gt;Parameters&lt;/i&gt; tab holds what the selected row asks, the ⋯ of a row its colours, the ⋯ of a column the class that is explained.</source>
        <translation>&lt;b&gt;换一种问法&lt;/b&gt;：&lt;i&gt;参数&lt;/i&gt;标签页中是所选行的设置，行上的 ⋯ 中是其配色，列上的 ⋯ 中是要解释的类别。</translation>
    </message>
    <message>
        <source>Alt+Left, Alt+Right</source>
        <translation>Alt+左箭头、Alt+右箭头</translation>
    </message>
    <message>
        <source>In the graph: back to the operator that a link was followed from, and forward again</source>
        <translation>在计算图中：回到跟随链接之前的算子，以及再次前进</translation>
    </message>
</context>
<context>
    <name>IndexTexts</name>
    <message>
        <source>, about %1</source>
        <translation>，约需 %1</translation>
    </message>
    <message>
        <source>No index yet: %1 photos are to be looked at%2.</source>
        <translation>还没有索引：需要查看 %1 张照片%2。</translation>
    </message>
    <message>
        <source>Whole: %1 photos.</source>
        <translation>完整：%1 张照片。</translation>
    </message>
    <message>
        <source>Of %1 photos: %2. It can be brought up to date%3.</source>
        <translation>共 %1 张照片：%2。可以更新%3。</translation>
    </message>
    <message>
        <source>dead on all %1 photos</source>
        <translation>在全部 %1 张照片上都不响应</translation>
    </message>
    <message>
        <source>answers like filter %1 (cosine %2)</source>
        <translation>响应与滤波器 %1 相同（余弦 %2）</translation>
    </message>
    <message>
        <source>fires for %1 (selectivity %2)</source>
        <translation>只对%1响应（选择性 %2）</translation>
    </message>
    <message>
        <source>fires everywhere</source>
        <translation>处处响应</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>photos: %1, of which %2 with a value above 0</source>
        <translation>照片：%1 张，其中 %2 的值大于 0</translation>
    </message>
    <message>
        <source>mean %1, from %2 to %3</source>
        <translation>平均 %1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>places where the ReLU lets nothing through: %1</source>
        <translation>ReLU 不让任何值通过的位置：%1</translation>
    </message>
    <message>
        <source>sparseness over the photos: %1</source>
        <translation>在照片上的稀疏度：%1</translation>
    </message>
    <message>
        <source>class selectivity: %1 (%2)</source>
        <translation>类别选择性：%1（%2）</translation>
    </message>
    <message>
        <source>Layer %1 (%2, %3), filter %4 of %5</source>
        <translation>第 %1 层（%2，%3），滤波器 %4，共 %5 个</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>most similar filters (cosine): %1</source>
        <translation>最相似的滤波器（余弦）：%1</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>有响应</translation>
    </message>
    <message>
        <source>sparseness</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>selectivity</source>
        <translation>选择性</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>新增 %1 张</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>已更改 %1 张</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>已消失 %1 张</translation>
    </message>
    <message>
        <source>Shards have written all %1 blocks. Merge them (convscope index merge).</source>
        <translation>各分片已写完全部 %1 个分块。请合并它们（convscope index merge）。</translation>
    </message>
    <message>
        <source>Shards have written %1 of %2 blocks. Build the others, then merge them (convscope index merge).</source>
        <translation>各分片已写好 %2 个分块中的 %1 个。请建立其余分块，然后合并（convscope index merge）。</translation>
    </message>
    <message>
        <source>Of %1 photos %2 are in the index. A run that was stopped has left blocks of more (%3); it can go on%4.</source>
        <translation>%1 张照片中有 %2 张在索引中。一次被停止的运行还留下了更多照片的分块（%3 个）；可以继续%4。</translation>
    </message>
    <message>
        <source>To count anew, remove the index and build it again.</source>
        <translation>如需重新统计，请删除索引并重新建立。</translation>
    </message>
    <message>
        <source>To count anew: convscope index build --anew.</source>
        <translation>如需重新统计：convscope index build --anew。</translation>
    </message>
    <message>
        <source>Statistics still count photos that have gone or changed since: %1.</source>
        <translation>统计仍包含此后已删除或已更改的照片：%1。</translation>
    </message>
    <message>
        <source>Photos whose true class is another one now: %1. Class means and selectivity are those of before.</source>
        <translation>真实类别现已不同的照片：%1。类别均值和选择性仍是之前的。</translation>
    </message>
    <message>
        <source>dead behind its batch norm on all %1 photos</source>
        <translation>在其批归一化之后，对全部 %1 张照片都不响应</translation>
    </message>
    <message>
        <source>photos: %1, of which %2 with a value above 0 behind its batch norm</source>
        <translation>照片：%1 张，其中 %2 在其批归一化之后的值大于 0</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Labels from file names</source>
        <translation>标签来自文件名</translation>
    </message>
    <message>
        <source>Labels from folder names</source>
        <translation>标签来自文件夹名称</translation>
    </message>
    <message>
        <source>Labels from folder numbers</source>
        <translation>标签来自文件夹编号</translation>
    </message>
    <message>
        <source>Labels from the order of the folders</source>
        <translation>标签来自文件夹顺序</translation>
    </message>
    <message>
        <source>Labels from file names and folders</source>
        <translation>标签来自文件名和文件夹</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>The labels in the file names are other classes (%1) than the network&apos;s %2, so the two are not compared.</source>
        <translation>文件名中的标签是其他类别（%1），不是网络的 %2 个类别，因此不作比较。</translation>
    </message>
    <message>
        <source>There are %1 class folders (%2), but the network has %3 classes, so the two are not compared.</source>
        <translation>有 %1 个类别文件夹（%2），而网络有 %3 个类别，因此不作比较。</translation>
    </message>
    <message>
        <source>The class folders (%1) are called otherwise than the network&apos;s classes, so the two are not compared.</source>
        <translation>类别文件夹（%1）的名称与网络的类别不同，因此不作比较。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>%1, mapped</source>
        <translation>%1，已对应</translation>
    </message>
    <message>
        <source>%1, not compared</source>
        <translation>%1，不作比较</translation>
    </message>
    <message>
        <source>Labels: mapped</source>
        <translation>标签：已对应</translation>
    </message>
    <message>
        <source>Labels: not the network&apos;s</source>
        <translation>标签：不是网络的类别</translation>
    </message>
    <message>
        <source>Labels: file names</source>
        <translation>标签：文件名</translation>
    </message>
    <message>
        <source>Labels: folder names</source>
        <translation>标签：文件夹名称</translation>
    </message>
    <message>
        <source>Labels: folder numbers</source>
        <translation>标签：文件夹编号</translation>
    </message>
    <message>
        <source>Labels: order of folders</source>
        <translation>标签：文件夹顺序</translation>
    </message>
    <message>
        <source>Labels: files and folders</source>
        <translation>标签：文件和文件夹</translation>
    </message>
    <message>
        <source>No file is called like 3_12.jpg, with the number of a class in front.</source>
        <translation>没有文件像 3_12.jpg 那样以类别编号开头。</translation>
    </message>
    <message>
        <source>No folder is called like a class of the network, or has its number.</source>
        <translation>没有文件夹与网络的类别同名，或以其编号命名。</translation>
    </message>
    <message>
        <source>No class of the network is meant by %1; these photos have no label.</source>
        <translation>%1 不对应网络的任何类别；这些照片没有标签。</translation>
    </message>
    <message>
        <source>%1 photos have no label in their names.</source>
        <translation>%1 张照片的名称中没有标签。</translation>
    </message>
    <message>
        <source>The folders here (%1) hold their photos in folders of their own, so they are no classes. Open one of them.</source>
        <translation>这里的文件夹（%1）把照片放在各自的子文件夹中，因此不是类别。请打开其中之一。</translation>
    </message>
    <message>
        <source>1 picture beside the folders was left out.</source>
        <translation>文件夹旁的 1 张图片未列入。</translation>
    </message>
    <message>
        <source>%1 pictures beside the folders were left out.</source>
        <translation>文件夹旁的 %1 张图片未列入。</translation>
    </message>
    <message>
        <source>Folders beside these were left out: %1.</source>
        <translation>旁边的文件夹未列入：%1。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, choose “File names”; else map them.</source>
        <translation>如果这些编号就是网络的类别，请选择“文件名”；否则请建立对应关系。</translation>
    </message>
    <message>
        <source>If their order is the network&apos;s, choose “Folders”; else map them.</source>
        <translation>如果其顺序就是网络的类别顺序，请选择“文件夹”；否则请建立对应关系。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, say --labels names; else map them with --label-map.</source>
        <translation>如果这些编号就是网络的类别，请用 --labels names；否则用 --label-map 建立对应关系。</translation>
    </message>
    <message>
        <source>If their order is the network&apos;s, say --labels folders; else map them with --label-map.</source>
        <translation>如果其顺序就是网络的类别顺序，请用 --labels folders；否则用 --label-map 建立对应关系。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, choose “Numbers that folders are called”; else map them.</source>
        <translation>如果这些编号就是网络的类别，请选择“文件夹所用的编号”；否则请建立对应关系。</translation>
    </message>
    <message>
        <source>If the numbers are the network&apos;s, say --labels numbers; else map them with --label-map.</source>
        <translation>如果这些编号就是网络的类别，请用 --labels numbers；否则用 --label-map 建立对应关系。</translation>
    </message>
</context>
<context>
    <name>LastSession</name>
    <message>
        <source>The last session could not be restored. %1</source>
        <translation>无法恢复上次的会话。%1</translation>
    </message>
    <message>
        <source>%1 It is kept as %2.</source>
        <translation>%1 原文件已保留为 %2。</translation>
    </message>
</context>
<context>
    <name>LayerPageTexts</name>
    <message>
        <source>Pictures: made from noise so that the filter&apos;s map grows as large as it can.</source>
        <translation>图片：由噪声生成，使该滤波器的特征图尽可能大。</translation>
    </message>
    <message>
        <source>Pictures: the photo that excites the filter most; it sees all of it.</source>
        <translation>图片：最能激发该滤波器的照片；滤波器看到整张照片。</translation>
    </message>
    <message>
        <source>Pictures: what the filter sees (%1 × %2 pixels) in the photo that excites it most.</source>
        <translation>图片：在最能激发该滤波器的照片中，滤波器看到的部分（%1 × %2 像素）。</translation>
    </message>
    <message>
        <source>Right of the number: class selectivity, from 0 to 1.</source>
        <translation>编号右侧：类别选择性，从 0 到 1。</translation>
    </message>
    <message>
        <source>Below: what stands out – dead, like another filter, the class that it fires for, or everywhere.</source>
        <translation>下方：突出之处——死亡、与另一滤波器相似、它所响应的类别，或处处响应。</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>无照片</translation>
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
        <translation>处处响应</translation>
    </message>
    <message>
        <source>%1 dead</source>
        <translation>%1 个死亡</translation>
    </message>
    <message>
        <source>%1 answer like another</source>
        <translation>%1 个与另一滤波器响应相似</translation>
    </message>
    <message>
        <source>%1 fire for one class</source>
        <translation>%1 个只响应一个类别</translation>
    </message>
    <message>
        <source>%1 fire everywhere</source>
        <translation>%1 个处处响应</translation>
    </message>
    <message>
        <source>%1 filters, none of which stands out.</source>
        <translation>%1 个滤波器，没有突出的。</translation>
    </message>
    <message>
        <source>%1 filters: %2.</source>
        <translation>%1 个滤波器：%2。</translation>
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
        <translation>随机图</translation>
    </message>
    <message>
        <source>middle of the picture</source>
        <translation>图片中心</translation>
    </message>
    <message>
        <source>Localisation: %1 photos with a mask, %2 without one</source>
        <translation>定位：%1 张照片有掩码，%2 张没有</translation>
    </message>
    <message>
        <source>, %1 failed</source>
        <translation>，%1 张失败</translation>
    </message>
    <message>
        <source>The food covers %1 of a photo: so much a map that knows nothing scores

</source>
        <translation>食物平均占照片的 %1：毫无信息的图也能得到这个分数

</translation>
    </message>
    <message>
        <source>map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>%1: %2 maps were empty and count as misses
</source>
        <translation>%1：%2 张图为空，计为未命中
</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>%1, %2 parameters, %3 classes, photos of %4</source>
        <translation>%1，%2个参数，%3 个类别，照片 %4</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source> – true class %1, predicted %2</source>
        <translation> – 真实类别 %1，预测%2</translation>
    </message>
    <message>
        <source>logit %1</source>
        <translation>logit %1</translation>
    </message>
    <message>
        <source>%1 photos, %2 of them with a known class; %3 right: %4
</source>
        <translation>%1 张照片，其中 %2 张类别已知；%3 张正确：%4
</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Confusion (rows true, columns predicted)
</source>
        <translation>混淆矩阵（行为真实类别，列为预测类别）
</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1 photos, none of them with a known class, so there is no accuracy
</source>
        <translation>%1 张照片，都没有已知的类别，因此没有准确率
</translation>
    </message>
    <message>
        <source> – %1, which is not compared with the network&apos;s classes</source>
        <translation> – %1，不与网络的类别比较</translation>
    </message>
    <message>
        <source>1 photo could not be evaluated</source>
        <translation>1 张照片无法评估</translation>
    </message>
    <message>
        <source>%1 photos could not be evaluated</source>
        <translation>%1 张照片无法评估</translation>
    </message>
    <message>
        <source>B right</source>
        <translation>B 正确</translation>
    </message>
    <message>
        <source>B wrong</source>
        <translation>B 错误</translation>
    </message>
    <message>
        <source>A right</source>
        <translation>A 正确</translation>
    </message>
    <message>
        <source>A wrong</source>
        <translation>A 错误</translation>
    </message>
    <message>
        <source>Photos with a class that both know: %1
</source>
        <translation>类别为两者都认识的照片：%1 张
</translation>
    </message>
    <message>
        <source>Where both are wrong, they say the same class to %1 photos, different ones to %2
</source>
        <translation>两者都错时，对 %1 张照片判断的类别相同，对 %2 张不同
</translation>
    </message>
    <message>
        <source>McNemar&apos;s test compares %1 (only A right) with %2 (only B right)
</source>
        <translation>McNemar 检验比较 %1（仅 A 正确）与 %2（仅 B 正确）
</translation>
    </message>
    <message>
        <source>A and B say the same class to every photo
</source>
        <translation>A 与 B 对每张照片的判断都相同
</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
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
        <translation>在 %2 张照片中，A 与 B 对 %1 张的判断不同
</translation>
    </message>
    <message>
        <source>and %1 more, which --json lists
</source>
        <translation>另有 %1 张，--json 会列出
</translation>
    </message>
    <message>
        <source>Network B: %1 photos, %2 of them with a known class; %3 right: %4
</source>
        <translation>网络 B：%1 张照片，其中 %2 张类别已知；%3 张正确：%4
</translation>
    </message>
</context>
<context>
    <name>MapOfIndex</name>
    <message>
        <source>filter %1 of %2</source>
        <translation>%2 的滤波器 %1</translation>
    </message>
    <message>
        <source>features: %1</source>
        <translation>特征：%1</translation>
    </message>
    <message>
        <source>Photos that could not be read: %1.</source>
        <translation>无法读取的照片：%1。</translation>
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
        <translation>该图有 %1 落在食物上，最大值也落在食物上。</translation>
    </message>
    <message>
        <source>%1 on food, peak inside</source>
        <translation>%1 在食物上，峰值在内</translation>
    </message>
    <message>
        <source>%1 on food ✓</source>
        <translation>%1 在食物上 ✓</translation>
    </message>
    <message>
        <source>%1 of the map lies on the food; its highest value lies outside of it.</source>
        <translation>该图有 %1 落在食物上；最大值落在食物之外。</translation>
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
        <translation>即图的总和中落在食物上的部分。</translation>
    </message>
    <message>
        <source>peak on food</source>
        <translation>峰值在食物上</translation>
    </message>
    <message>
        <source>This says whether the map is highest on the food.</source>
        <translation>表示图的最大值是否落在食物上。</translation>
    </message>
    <message>
        <source>sparseness</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>This is the Gini index of the map. It is 0 where all pixels have the same value, and near 1 where a few pixels hold everything. It does not say whether the map is right.</source>
        <translation>即图的基尼系数。所有像素的值相同时为 0，少数像素占有全部时接近 1。它并不说明图是否正确。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>hottest pixels on food</source>
        <translation>食物上的最热像素</translation>
    </message>
    <message>
        <source>Of as many of the hottest pixels as the food has, this is the share that lies on the food.</source>
        <translation>取与食物像素数相同的最热像素，这是其中落在食物上的比例。</translation>
    </message>
    <message>
        <source>missing from the sum</source>
        <translation>总和的缺失</translation>
    </message>
    <message>
        <source>The values of the map shall add up to the score, less that of the baseline. This is how much of it is missing or too much.</source>
        <translation>图中各值之和应等于得分减去基线的得分。这是缺少或多出的比例。</translation>
    </message>
    <message>
        <source>probability without the hottest pixels</source>
        <translation>去掉最热像素后的概率</translation>
    </message>
    <message>
        <source>This is the probability of the class with the hottest tenth of the pixels hidden in black. The network has never seen such pictures: compare it with that of random maps.</source>
        <translation>这是用黑色遮住最热的十分之一像素后该类别的概率。网络从未见过这样的图片：请与随机图的结果比较。</translation>
    </message>
    <message>
        <source>insertion less deletion</source>
        <translation>插入减删除</translation>
    </message>
    <message>
        <source>This is the area under the insertion curve less that under the deletion curve. It is near 0 for a random map, and high where the hottest pixels matter most to the network.</source>
        <translation>这是插入曲线下的面积减去删除曲线下的面积。随机图接近 0；最热像素对网络最重要时数值高。</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>This is the mean probability of the class as pixels are hidden in black, the hottest first. Random noise of single pixels makes it low, too.</source>
        <translation>这是从最热的像素开始用黑色逐步遮住像素时该类别的平均概率。单个像素的随机噪声也会使它变低。</translation>
    </message>
    <message>
        <source>insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>This is the mean probability of the class as pixels come back into a blurred photo, the hottest first.</source>
        <translation>这是从最热的像素开始把像素逐步恢复到模糊照片中时该类别的平均概率。</translation>
    </message>
    <message>
        <source>ROAD</source>
        <translation>ROAD</translation>
    </message>
    <message>
        <source>Pixels are removed and filled in from around them. This is how much more the score of the class falls without the hottest pixels than without the coldest, halved.</source>
        <translation>移除像素并用周围像素填补。这是移除最热像素比移除最冷像素使该类别得分多下降的量，取一半。</translation>
    </message>
    <message>
        <source>average drop</source>
        <translation>平均下降</translation>
    </message>
    <message>
        <source>The photo is multiplied by the map. This is the part of the probability of the class that is lost. A map of the whole photo loses nothing, so look at the area of the map as well.</source>
        <translation>照片与图相乘。这是该类别概率损失的比例。覆盖整张照片的图不会有损失，因此也要看图的面积。</translation>
    </message>
    <message>
        <source>increase in confidence</source>
        <translation>置信度上升</translation>
    </message>
    <message>
        <source>The photo is multiplied by the map. This says whether the class becomes more probable.</source>
        <translation>照片与图相乘。这说明该类别的概率是否上升。</translation>
    </message>
    <message>
        <source>average gain</source>
        <translation>平均增益</translation>
    </message>
    <message>
        <source>The photo is multiplied by the map. This is the part that is gained of the probability that was missing.</source>
        <translation>照片与图相乘。这是所缺概率中获得的比例。</translation>
    </message>
    <message>
        <source>max-sensitivity</source>
        <translation>最大敏感度</translation>
    </message>
    <message>
        <source>This is how much of the map changes at most with noise in the photo that nobody sees.</source>
        <translation>这是在照片中加入肉眼看不见的噪声时图最多改变的比例。</translation>
    </message>
    <message>
        <source>likeness with random weights</source>
        <translation>与随机权重的相似度</translation>
    </message>
    <message>
        <source>This is the rank correlation of the map with that of the same network with random weights. Near 1, the map shows the photo more than the network.</source>
        <translation>这是该图与同一网络取随机权重时的图之间的秩相关。接近 1 时，图更多显示照片而不是网络。</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>Shows where a small change of a pixel would change the answer most; it does not show what the network sees there, nor whether it speaks for or against the class.</source>
        <translation>显示像素的微小变化在何处最能改变结果；它不表明网络在那里看到了什么，也不表明该处支持还是反对该类别。</translation>
    </message>
    <message>
        <source>where a small change matters most</source>
        <translation>微小变化在何处影响最大</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标函数</translation>
    </message>
    <message>
        <source>What is differentiated: the cross-entropy loss of the class, as in the notebook, or its logit, which stays exact where the network is very sure.</source>
        <translation>对什么求导：该类别的交叉熵损失（与 notebook 一致），或其 logit；网络非常确信时，后者仍然精确。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Shows where in the photo one filter responds, from its own lowest to its own highest value; the colours of two maps can be compared only where all photos have one scale.</source>
        <translation>显示一个滤波器在照片的何处有响应，从它自身的最低值到最高值；只有所有照片使用同一色标时，才能比较两张图的颜色。</translation>
    </message>
    <message>
        <source>where a filter responds</source>
        <translation>滤波器在何处有响应</translation>
    </message>
    <message>
        <source>Feature visualisation</source>
        <translation>特征可视化</translation>
    </message>
    <message>
        <source>The photo or noise changed step by step until one filter responds as strongly as it can; it shows what excites the filter, not what is in the photo.</source>
        <translation>逐步改变照片或噪声，直到某个滤波器的响应达到最强；它显示的是什么激发该滤波器，而不是照片中有什么。</translation>
    </message>
    <message>
        <source>what excites a filter most</source>
        <translation>什么最能激发滤波器</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps of the Adam optimiser.</source>
        <translation>Adam 优化器的步数。</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far the picture may change in a step.</source>
        <translation>图片每一步最多改变多少。</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>From noise</source>
        <translation>从噪声开始</translation>
    </message>
    <message>
        <source>Start from random noise of this seed instead of from the photo.</source>
        <translation>从此种子的随机噪声开始，而不是从照片开始。</translation>
    </message>
    <message>
        <source>from noise %1</source>
        <translation>从噪声 %1 开始</translation>
    </message>
    <message>
        <source>from the photo</source>
        <translation>从照片开始</translation>
    </message>
    <message>
        <source>LIME</source>
        <translation>LIME</translation>
    </message>
    <message>
        <source>Marks the superpixels that speak for or against the class in a simple model fitted around this photo; the model only stands in for the network, and R² says how well.</source>
        <translation>在围绕这张照片拟合的简单模型中，标记支持或反对该类别的超像素；该模型只是网络的替代，R² 表示其拟合程度。</translation>
    </message>
    <message>
        <source>which superpixels speak for and against a class</source>
        <translation>哪些超像素支持或反对某个类别</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How many times the photo is shown to the network with superpixels hidden at random. More take longer and vary less.</source>
        <translation>随机遮盖部分超像素后，让网络看照片的次数。样本越多，耗时越长，结果越稳定。</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>Stop when stable</source>
        <translation>稳定后停止</translation>
    </message>
    <message>
        <source>End before all samples are taken once the marked superpixels no longer change beyond their error. The notebook takes all samples.</source>
        <translation>一旦标记的超像素的变化不再超出其误差，就不再抽取余下的样本。notebook 会抽取全部样本。</translation>
    </message>
    <message>
        <source>until stable</source>
        <translation>直到稳定</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>超像素数</translation>
    </message>
    <message>
        <source>About how many superpixels the photo is cut into.</source>
        <translation>照片大约划分成多少个超像素。</translation>
    </message>
    <message>
        <source>%1 segments</source>
        <translation>%1 个超像素</translation>
    </message>
    <message>
        <source>Compactness</source>
        <translation>紧凑度</translation>
    </message>
    <message>
        <source>The larger, the squarer the superpixels.</source>
        <translation>越大，超像素越接近方形。</translation>
    </message>
    <message>
        <source>compactness %1</source>
        <translation>紧凑度 %1</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>How much the photo is smoothed before it is cut into superpixels, in pixels.</source>
        <translation>划分超像素之前照片的平滑程度，单位为像素。</translation>
    </message>
    <message>
        <source>sigma %1</source>
        <translation>sigma %1</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>How many superpixels are marked at most, the weightiest first.</source>
        <translation>最多标记多少个超像素，权重最大者优先。</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个特征</translation>
    </message>
    <message>
        <source>Least weight</source>
        <translation>最小权重</translation>
    </message>
    <message>
        <source>Superpixels that weigh less are not marked.</source>
        <translation>权重更小的超像素不标记。</translation>
    </message>
    <message>
        <source>weight from %1</source>
        <translation>权重不小于 %1</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>What the weights add up to: logits, as in the notebook, or probabilities.</source>
        <translation>权重之和所近似的量：logit（与 notebook 一致）或概率。</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Numbers drawn</source>
        <translation>已用随机数</translation>
    </message>
    <message>
        <source>Random numbers that were drawn before this photo: 0 for a photo alone; the notebook draws on from photo to photo.</source>
        <translation>处理这张照片之前已抽取的随机数个数：单独一张照片为 0；notebook 在各照片之间连续抽取。</translation>
    </message>
    <message>
        <source>after %1 random numbers</source>
        <translation>在 %1 个随机数之后</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer whose output is looked at.</source>
        <translation>要查看其输出的层。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>The filter of the layer, from 0.</source>
        <translation>该层的滤波器，从 0 开始。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>What the random numbers start from. The same seed gives the same answer.</source>
        <translation>随机数的起点。相同的种子给出相同的结果。</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>layer %1, filter %2</source>
        <translation>层 %1，滤波器 %2</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>the number or the name of a layer</source>
        <translation>层的编号或名称</translation>
    </message>
    <message>
        <source>the number of a filter, from 0</source>
        <translation>滤波器的编号，从 0 开始</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>The picture shows where the chosen layer finds evidence for the class; it does not show how strong this evidence is, or what speaks against the class.</source>
        <translation>图片显示所选的层在何处找到支持该类别的依据；它不显示依据有多强，也不显示什么反对该类别。</translation>
    </message>
    <message>
        <source>where a layer finds evidence for a class</source>
        <translation>某一层在何处找到支持某个类别的依据</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class in comparison with a baseline; it does not say anything about pixels that look like the baseline.</source>
        <translation>图片显示与基准图相比，每个像素使该类别的 logit 升高或降低多少；对于与基准图相同的像素，它不说明任何问题。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit of a class, compared with a baseline</source>
        <translation>与基准图相比，每个像素对某个类别的 logit 的贡献</translation>
    </message>
    <message>
        <source>How many gradients are taken on the way from the baseline to the photo. More steps make the map more exact and take longer.</source>
        <translation>从基准图到照片的路径上计算多少次梯度。步数越多，图越精确，耗时也越长。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>At which points of the way gradients are taken, and how much each of them counts. With left, right and middle the map can be seen while it is computed.</source>
        <translation>在路径的哪些点计算梯度，以及每个梯度的权重。使用左端、右端和中点时，可以在计算过程中看到图。</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Gauss-Legendre</source>
        <translation>高斯-勒让德</translation>
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
        <translation>中点</translation>
    </message>
    <message>
        <source>trapezoid</source>
        <translation>梯形</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准图</translation>
    </message>
    <message>
        <source>The picture that the photo is compared with. Pixels that are the same in both get the value 0.</source>
        <translation>与照片相比较的图片。两者中相同的像素得到的值为 0。</translation>
    </message>
    <message>
        <source>baseline %1</source>
        <translation>基准图 %1</translation>
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
        <translation>平均颜色</translation>
    </message>
    <message>
        <source>blurred photo</source>
        <translation>模糊的照片</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>The picture shows how much the logit of the class falls when a place is covered; it does not show the outline of objects, and a covered place can itself look like something to the network.</source>
        <translation>图片显示遮住某处时该类别的 logit 下降多少；它不显示物体的轮廓，而且被遮住的地方本身也可能被网络看成某种东西。</translation>
    </message>
    <message>
        <source>how much the logit of a class falls when a place is covered</source>
        <translation>遮住某处时某个类别的 logit 下降多少</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>The side of the square that covers a part of the photo, in pixels of the network&apos;s input.</source>
        <translation>遮住照片一部分的方块的边长，以网络输入的像素为单位。</translation>
    </message>
    <message>
        <source>window of %1 pixels</source>
        <translation>窗口 %1 像素</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How many pixels lie between the beginning of one window and of the next. A smaller stride makes a finer map and takes longer.</source>
        <translation>相邻两个窗口起点之间相隔多少像素。步幅越小，图越细，耗时越长。</translation>
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
        <translation>方块中代替照片显示的内容。</translation>
    </message>
    <message>
        <source>filled with %1</source>
        <translation>以%1填充</translation>
    </message>
    <message>
        <source>the mean colour</source>
        <translation>平均颜色</translation>
    </message>
    <message>
        <source>the blurred photo</source>
        <translation>模糊的照片</translation>
    </message>
    <message>
        <source>What a hidden superpixel shows instead of the photo.</source>
        <translation>被遮盖的超像素所显示的内容。</translation>
    </message>
    <message>
        <source>its mean colour</source>
        <translation>自身的平均颜色</translation>
    </message>
    <message>
        <source>Feature ablation</source>
        <translation>特征消融</translation>
    </message>
    <message>
        <source>Marks the superpixels without which the logit of the class falls or rises, each hidden by itself; it does not show what superpixels do only together.</source>
        <translation>逐个遮盖超像素，标记遮盖后使该类别的 logit 下降或上升的超像素；它不显示超像素只有共同出现时才起的作用。</translation>
    </message>
    <message>
        <source>how much the logit of a class falls without each superpixel</source>
        <translation>缺少每个超像素时，某个类别的 logit 下降多少</translation>
    </message>
    <message>
        <source>KernelSHAP</source>
        <translation>KernelSHAP</translation>
    </message>
    <message>
        <source>Marks what each superpixel adds to the logit of the class on average, whichever others are shown with it (its Shapley value); hidden superpixels make pictures that the network has never seen, and the values are estimates.</source>
        <translation>标记每个超像素与其他任意超像素一同显示时，平均为该类别的 logit 增加多少（即其 Shapley 值）；遮盖超像素会产生网络从未见过的图像，且这些数值是估计值。</translation>
    </message>
    <message>
        <source>what each superpixel adds to the logit of a class on average</source>
        <translation>每个超像素平均为某个类别的 logit 增加多少</translation>
    </message>
    <message>
        <source>How many times the photo is shown to the network with superpixels hidden; at least four times for each superpixel. More take longer and vary less.</source>
        <translation>遮盖部分超像素后，让网络看照片的次数；每个超像素至少四次。样本越多，耗时越长，结果越稳定。</translation>
    </message>
    <message>
        <source>End before all samples are taken once the marked superpixels no longer change beyond their error.</source>
        <translation>一旦标记的超像素的变化不再超出其误差，就不再抽取余下的样本。</translation>
    </message>
    <message>
        <source>RISE</source>
        <translation>RISE</translation>
    </message>
    <message>
        <source>Shows which places were seen when the network gave the class a high probability, over many random masks; only differences within the map count, and a faint pattern may be chance.</source>
        <translation>在许多随机掩膜下，显示网络给该类别较高概率时能看到照片的哪些位置；只有图内的差别有意义，微弱的图案可能只是偶然。</translation>
    </message>
    <message>
        <source>which places raise the probability of a class under random masks</source>
        <translation>在随机掩膜下，哪些位置会提高某个类别的概率</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩膜数</translation>
    </message>
    <message>
        <source>How many times the photo is shown to the network behind a random mask. More take longer and vary less.</source>
        <translation>让网络透过随机掩膜看照片的次数。次数越多，耗时越长，结果越稳定。</translation>
    </message>
    <message>
        <source>%1 masks</source>
        <translation>%1 个掩膜</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格数</translation>
    </message>
    <message>
        <source>How many cells a mask has along each side. More cells show smaller places.</source>
        <translation>掩膜每边的格数。格数越多，能显示的位置越小。</translation>
    </message>
    <message>
        <source>%1 cells a side</source>
        <translation>每边 %1 格</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留率</translation>
    </message>
    <message>
        <source>The probability that a cell of a mask is shown and not black.</source>
        <translation>掩膜中一个格子显示照片而不为黑色的概率。</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>保留率 %1</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Divide each pixel by how much of it was shown, not by what is expected. It removes the pattern that is only chance in the masks. The paper does not do it.</source>
        <translation>每个像素除以它实际显示的量，而不是期望的量。这会去掉仅由掩膜的偶然性造成的图案。论文中没有这样做。</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>已归一化</translation>
    </message>
    <message>
        <source>Random map</source>
        <translation>随机图</translation>
    </message>
    <message>
        <source>Random numbers, with which neither the network nor the photo has anything to do; an explanation that does no better than this map says nothing.</source>
        <translation>随机数，与网络和照片都无关；不比这张图更好的解释什么也没有说明。</translation>
    </message>
    <message>
        <source>random numbers to compare explanations with</source>
        <translation>供解释方法对照的随机数</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>格子大小</translation>
    </message>
    <message>
        <source>How many pixels a side share a random number. Compare fine maps with 1, coarse ones with 16: between the cells the map is smooth.</source>
        <translation>每边多少个像素共用一个随机数。精细的图与 1 对照，粗糙的图与 16 对照：格子之间平滑过渡。</translation>
    </message>
    <message>
        <source>cells of %1 pixels</source>
        <translation>格子为 %1 像素</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>The edges of the photo, found without the network; an explanation that looks like this map may show the photo more than the network.</source>
        <translation>不使用网络而得到的照片边缘；与这张图相像的解释所显示的，可能更多是照片而不是网络。</translation>
    </message>
    <message>
        <source>edges of the photo to compare explanations with</source>
        <translation>供解释方法对照的照片边缘</translation>
    </message>
    <message>
        <source>Class activation map</source>
        <translation>类激活图</translation>
    </message>
    <message>
        <source>The picture shows where the chosen layer finds evidence, by one of several rules; it does not show how strong this evidence is, or what speaks against the class.</source>
        <translation>图片按若干规则之一显示所选层在何处找到证据；它不显示证据有多强，也不显示什么与该类别相悖。</translation>
    </message>
    <message>
        <source>where a layer finds evidence, by other rules than Grad-CAM</source>
        <translation>某层在何处找到证据，按 Grad-CAM 以外的规则</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The rule that makes one map of the maps of all channels. Grad-CAM has a row of its own.</source>
        <translation>将所有通道的图合成一张图的规则。Grad-CAM 有自己的行。</translation>
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
        <translation>Grad-CAM++ 按大于 0 处的梯度给每个通道加权。它是为含有多个同类物体的照片设计的。</translation>
    </message>
    <message>
        <source>XGrad-CAM weighs each channel by the mean of its gradient, in which places count more where the channel responds more.</source>
        <translation>XGrad-CAM 按梯度的平均值给每个通道加权，通道响应越大的位置权重越大。</translation>
    </message>
    <message>
        <source>HiResCAM multiplies each channel by its gradient at each place, and adds up all channels.</source>
        <translation>HiResCAM 在每个位置将通道乘以其梯度，再对所有通道求和。</translation>
    </message>
    <message>
        <source>The element-wise map multiplies each channel by its gradient at each place, and adds up only the products that are above 0.</source>
        <translation>逐元素图在每个位置将通道乘以其梯度，只累加大于 0 的乘积。</translation>
    </message>
    <message>
        <source>LayerCAM multiplies each channel by its gradient at each place where the gradient is above 0. Its maps of early layers are fine.</source>
        <translation>LayerCAM 在梯度大于 0 的位置将通道乘以其梯度。它在浅层的图很精细。</translation>
    </message>
    <message>
        <source>Eigen-CAM shows the main pattern of the layer&apos;s output, its first principal component. It is about no class.</source>
        <translation>Eigen-CAM 显示该层输出的主要模式，即第一主成分。它不针对任何类别。</translation>
    </message>
    <message>
        <source>EigenGrad-CAM shows the main pattern, the first principal component, of the layer&apos;s output multiplied by its gradient.</source>
        <translation>EigenGrad-CAM 显示该层输出乘以其梯度后的主要模式，即第一主成分。</translation>
    </message>
    <message>
        <source>SegEigen-CAM shows the main pattern, the first principal component, of the layer&apos;s output multiplied by the size of its gradient.</source>
        <translation>SegEigen-CAM 显示该层输出乘以其梯度大小后的主要模式，即第一主成分。</translation>
    </message>
    <message>
        <source>Score-CAM covers the photo with each channel as a mask, and weighs the channel by the score that is left. It needs no gradients, and takes long.</source>
        <translation>Score-CAM 以每个通道为掩膜遮盖照片，并按剩下的分数给该通道加权。不需要梯度，但耗时较长。</translation>
    </message>
    <message>
        <source>Ablation-CAM weighs each channel by how much the score falls when the channel is set to 0. It needs no gradients.</source>
        <translation>Ablation-CAM 按通道置 0 时分数下降多少来给每个通道加权。不需要梯度。</translation>
    </message>
    <message>
        <source>FEM weighs each channel by how many of its values are much larger than usual. It is about no class.</source>
        <translation>FEM 按通道中有多少值远大于平常来加权。它不针对任何类别。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>What is shown of the gradient of the red, green and blue channels: its absolute value, its sign too, or one number a pixel.</source>
        <translation>显示红、绿、蓝通道梯度的什么内容：绝对值、带符号的值，或每个像素一个数。</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>带符号</translation>
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
        <translation>各通道的 L2 范数</translation>
    </message>
    <message>
        <source>LRP</source>
        <translation>LRP</translation>
    </message>
    <message>
        <source>The picture shows how the logit of the class is divided among the pixels when each layer hands it down to the one before; it does not show what would happen if a pixel changed.</source>
        <translation>图片显示该类别的 logit 由每一层逐层往前传递时，是怎样分配到各个像素上的；它不显示某个像素改变后会发生什么。</translation>
    </message>
    <message>
        <source>how the logit of a class is divided among the pixels, layer by layer</source>
        <translation>某个类别的 logit 怎样逐层分配到各个像素</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>By which rules convolutions divide what they get. Flat: the first one spreads it evenly. Box: the first one knows that pixels lie between 0 and 1. Linear layers always have the epsilon rule.</source>
        <translation>各卷积层按什么规则分配所得到的值。flat：第一个卷积均匀分配。box：第一个卷积知道像素值在 0 与 1 之间。线性层始终使用 epsilon 规则。</translation>
    </message>
    <message>
        <source>rules %1</source>
        <translation>规则 %1</translation>
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
        <translation>图片显示与基准图相比，每个像素使该类别的 logit 升高或降低多少；这些值加起来等于全部差值。对于与基准图相同的像素，它不说明任何问题。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit against a baseline, in one pass</source>
        <translation>与基准图相比，每个像素对某个类别的 logit 的贡献，一次传播即得</translation>
    </message>
    <message>
        <source>Input × gradient</source>
        <translation>输入 × 梯度</translation>
    </message>
    <message>
        <source>The picture shows each pixel times the slope of the logit there, which is its part if the network were linear; dark pixels get little whatever the network makes of them.</source>
        <translation>图片显示每个像素乘以该处 logit 的斜率，即网络为线性时该像素的贡献；无论网络如何看待暗像素，它们得到的值都很小。</translation>
    </message>
    <message>
        <source>each pixel times the slope of the logit</source>
        <translation>每个像素乘以 logit 的斜率</translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation>引导反向传播</translation>
    </message>
    <message>
        <source>The picture shows which details excite the network on the way to the class, as its ReLUs let only positive gradients back where they were active; it does not show how much a detail counts for the class.</source>
        <translation>图片显示通向该类别的途中哪些细节激发网络，因为 ReLU 只在其激活之处让正梯度反向通过；它不显示某个细节对该类别有多重要。</translation>
    </message>
    <message>
        <source>which details excite the network on the way to a class</source>
        <translation>通向某个类别的途中哪些细节激发网络</translation>
    </message>
    <message>
        <source>Deconvnet</source>
        <translation>反卷积网络</translation>
    </message>
    <message>
        <source>The picture shows which details the network would draw if it ran backwards from the class, as its ReLUs let only positive gradients back; it does not show how much a detail counts for the class.</source>
        <translation>图片显示网络若从该类别反向运行会画出哪些细节，因为 ReLU 只让正梯度反向通过；它不显示某个细节对该类别有多重要。</translation>
    </message>
    <message>
        <source>what the network draws when it runs backwards</source>
        <translation>网络反向运行时画出什么</translation>
    </message>
    <message>
        <source>Guided Grad-CAM</source>
        <translation>引导 Grad-CAM</translation>
    </message>
    <message>
        <source>The picture shows the details of guided backprop only where Grad-CAM of the chosen layer finds evidence for the class; it does not show what speaks against the class.</source>
        <translation>图片只在所选层的 Grad-CAM 找到该类别证据的地方显示引导反向传播的细节；它不显示反对该类别的内容。</translation>
    </message>
    <message>
        <source>details where a layer finds evidence for a class</source>
        <translation>某层找到类别证据之处的细节</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>The picture shows the mean of the gradients of many noisy copies of the photo, in which chance is averaged out; it shows slopes around the photo, not how much a pixel contributes.</source>
        <translation>图片显示照片的许多加噪副本的梯度的平均值，偶然因素因此相互抵消；它显示的是照片附近的斜率，而不是像素的贡献大小。</translation>
    </message>
    <message>
        <source>the mean gradient of noisy copies of the photo</source>
        <translation>照片加噪副本的平均梯度</translation>
    </message>
    <message>
        <source>What is made of the gradients: their mean, the mean of their squares, or their variance.</source>
        <translation>由各梯度计算什么：平均值、平方的平均值或方差。</translation>
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
        <translation>对象</translation>
    </message>
    <message>
        <source>What is averaged: the gradient, its absolute value, or what another method makes of it.</source>
        <translation>对什么求平均：梯度、梯度的绝对值，或另一种方法由梯度得出的结果。</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>对象：%1</translation>
    </message>
    <message>
        <source>the gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>its absolute value</source>
        <translation>梯度的绝对值</translation>
    </message>
    <message>
        <source>input × gradient</source>
        <translation>输入 × 梯度</translation>
    </message>
    <message>
        <source>guided backprop</source>
        <translation>引导反向传播</translation>
    </message>
    <message>
        <source>deconvnet</source>
        <translation>反卷积网络</translation>
    </message>
    <message>
        <source>How many noisy copies of the photo the network sees. More take longer and vary less.</source>
        <translation>网络看多少张加了噪声的照片副本。越多耗时越长，结果的波动越小。</translation>
    </message>
    <message>
        <source>How strong the noise is: its standard deviation, in parts of the range from the darkest to the brightest value of the photo.</source>
        <translation>噪声的强度：其标准差，以照片最暗值到最亮值的范围的比例表示。</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>Whose random numbers are drawn: those of NumPy, as in PAIR, or those of PyTorch, as in Captum.</source>
        <translation>使用谁的随机数：NumPy 的（与 PAIR 相同），或 PyTorch 的（与 Captum 相同）。</translation>
    </message>
    <message>
        <source>numbers of %1</source>
        <translation>%1 的随机数</translation>
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
        <translation>图片显示与黑色和白色图片相比，每个像素使该类别的 logit 升高或降低多少；数值随计算梯度的随机点而波动。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit of a class, compared with black and white</source>
        <translation>与黑色和白色图片相比，每个像素对某个类别的 logit 的贡献</translation>
    </message>
    <message>
        <source>How many random points between the photo and black or white are taken. More take longer and vary less.</source>
        <translation>在照片与黑色或白色图片之间随机取多少个点。越多耗时越长，结果的波动越小。</translation>
    </message>
    <message>
        <source>How strong the noise on the photo is: its standard deviation, in parts of the range from the darkest to the brightest value of the photo. 0 is no noise.</source>
        <translation>加在照片上的噪声的强度：其标准差，以照片最暗值到最亮值的范围的比例表示。0 表示没有噪声。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>In which order random numbers are drawn: as Captum does it, or as shap.</source>
        <translation>随机数的抽取顺序：与 Captum 相同，或与 shap 相同。</translation>
    </message>
    <message>
        <source>order of %1</source>
        <translation>%1 的顺序</translation>
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
        <translation>模糊积分梯度</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class while the photo comes out of a blur; it does not say anything about areas without detail.</source>
        <translation>图片显示照片由模糊变清晰的过程中，每个像素使该类别的 logit 升高或降低多少；对于没有细节的区域，它不说明任何问题。</translation>
    </message>
    <message>
        <source>what each pixel adds to the logit of a class as a blur is lifted</source>
        <translation>模糊消退时每个像素对某个类别的 logit 的贡献</translation>
    </message>
    <message>
        <source>How many gradients are taken on the way from the blurred photo to the sharp one. More steps make the map more exact and take longer.</source>
        <translation>从模糊的照片到清晰的照片的路径上计算多少次梯度。步数越多，图越精确，耗时也越长。</translation>
    </message>
    <message>
        <source>The standard deviation of the strongest blur, in pixels. With spacing root it is the square of that.</source>
        <translation>最强模糊的标准差，以像素为单位。间隔为“平方根”时，为其平方。</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>How the blur falls from step to step: its deviation in equal parts, or the square of that.</source>
        <translation>模糊程度如何逐步减小：标准差等量减小，或标准差的平方等量减小。</translation>
    </message>
    <message>
        <source>spacing %1</source>
        <translation>间隔 %1</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>Guided integrated gradients</source>
        <translation>引导积分梯度</translation>
    </message>
    <message>
        <source>The picture shows how much each pixel raises or lowers the logit of the class on a way from a baseline on which the least important pixels change first; it does not say anything about pixels that look like the baseline.</source>
        <translation>图片显示从基准图出发、最不重要的像素先变化的路径上，每个像素使该类别的 logit 升高或降低多少；对于与基准图相同的像素，它不说明任何问题。</translation>
    </message>
    <message>
        <source>integrated gradients on a way with less noise</source>
        <translation>沿噪声较小的路径的积分梯度</translation>
    </message>
    <message>
        <source>In how many rounds the baseline becomes the photo. Each takes one gradient.</source>
        <translation>基准图用多少轮变成照片。每轮计算一次梯度。</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Which part of the values moves at a time: those with the smallest gradients.</source>
        <translation>每次移动多大比例的值：梯度最小的那些。</translation>
    </message>
    <message>
        <source>fraction %1</source>
        <translation>比例 %1</translation>
    </message>
    <message>
        <source>Greatest distance</source>
        <translation>最大偏离</translation>
    </message>
    <message>
        <source>How far a value may be from the straight way, in parts of its own way.</source>
        <translation>每个值最多可以偏离直线路径多远，以它自身路径长度的比例表示。</translation>
    </message>
    <message>
        <source>distance up to %1</source>
        <translation>最大偏离 %1</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>最小改动</translation>
    </message>
    <message>
        <source>Marks the superpixels to hide until the network takes another class for the likelier one, found one after the other; another filling of what is hidden may need others, and fewer may do.</source>
        <translation>标出要遮住哪些超像素，网络才会认为另一个类别更可能；它们是逐个找到的。换一种填充方式可能需要遮住别的超像素，更少的也可能就够。</translation>
    </message>
    <message>
        <source>which superpixels to hide until another class is ahead</source>
        <translation>要遮住哪些超像素才会让另一个类别领先</translation>
    </message>
    <message>
        <source>Hidden at most</source>
        <translation>最多遮住</translation>
    </message>
    <message>
        <source>The search ends when so many superpixels are hidden. Each takes a pass for every superpixel that is still shown.</source>
        <translation>遮住这么多超像素后搜索结束。每遮住一个，都要对每个仍显示的超像素运行一次网络。</translation>
    </message>
    <message>
        <source>%1 hidden at most</source>
        <translation>最多遮住 %1 个</translation>
    </message>
    <message>
        <source>Grad-CAM at every layer</source>
        <translation>各层的 Grad-CAM</translation>
    </message>
    <message>
        <source>Shows where each layer responds to what speaks for the class, from the first layer to the last; early layers show edges and late ones parts, and no single map is the answer.</source>
        <translation>从第一层到最后一层，显示每一层在何处对支持该类别的内容有响应；前面的层显示边缘，后面的层显示部件，没有哪一张图单独就是答案。</translation>
    </message>
    <message>
        <source>which places speak for a class, at each layer in turn</source>
        <translation>在每一层依次显示哪些位置支持一个类别</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Which layers have a map.</source>
        <translation>哪些层有图。</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>convolutions</source>
        <translation>卷积层</translation>
    </message>
    <message>
        <source>the last of each size</source>
        <translation>每种尺寸的最后一层</translation>
    </message>
    <message>
        <source>Filters of the class</source>
        <translation>类别的滤波器</translation>
    </message>
    <message>
        <source>Lists the filters of the layer that add most to the logit of the class, and those that take most from it; it is exact only as far as the network is linear behind the layer.</source>
        <translation>列出该层中使类别的 logit 增加最多和减少最多的滤波器；只有在该层之后网络是线性时才是精确的。</translation>
    </message>
    <message>
        <source>which filters of a layer speak for a class</source>
        <translation>某层的哪些滤波器支持一个类别</translation>
    </message>
    <message>
        <source>The class that is explained. Where the true class is not known, the predicted one is taken. “A against B” explains why it is A and not B; “entropy” how unsure the network is; “filter 15:37” why filter 37 of layer 15 responds, in methods that ask for nothing but scores.</source>
        <translation>要解释的类别。不知道真实类别时，取预测类别。“A against B”解释为什么是 A 而不是 B；“entropy”解释网络有多不确定；“filter 15:37”解释层 15 的滤波器 37 为何有响应，适用于只用到得分的方法。</translation>
    </message>
    <message>
        <source>how unsure the network is</source>
        <translation>网络有多不确定</translation>
    </message>
    <message>
        <source>filter %1 of layer %2</source>
        <translation>层 %2 的滤波器 %1</translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation>%1，第 %2 行，第 %3 列</translation>
    </message>
    <message>
        <source>strongest other class</source>
        <translation>最强的其他类别</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>What is made of the map: its values as they are, their sizes without their signs, or their means over superpixels.</source>
        <translation>对图做什么：保持原值、取绝对值，或在超像素上取平均。</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>sizes</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>means over superpixels</source>
        <translation>超像素平均</translation>
    </message>
    <message>
        <source>sizes over superpixels</source>
        <translation>绝对值的超像素平均</translation>
    </message>
    <message>
        <source>End before all samples are taken once chance is at most a tenth of how the map varies from place to place.</source>
        <translation>一旦随机性不超过图随位置变化程度的十分之一，就在取完所有样本之前结束。</translation>
    </message>
    <message>
        <source>%1 Here it shows what speaks for the one class and not for the other.</source>
        <translation>%1 这里显示支持前一类别而不支持后一类别的内容。</translation>
    </message>
    <message>
        <source>Optimised image</source>
        <translation>优化图像</translation>
    </message>
    <message>
        <source>A picture made from noise, whose frequencies are changed step by step while it is moved about, until a filter or a class responds as strongly as it can; it shows what excites it, not what photos of it look like.</source>
        <translation>从噪声开始，一边轻微移动图像，一边逐步改变它的各个频率，直到某个滤波器或类别的响应尽可能强；它显示什么能激发它，而不是它所对应的照片是什么样子。</translation>
    </message>
    <message>
        <source>what excites a filter or a class, as a picture that can be read</source>
        <translation>什么能激发一个滤波器或一个类别，以可读的图像显示</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What is made large: of the filter&apos;s map its mean, its sum or its middle place; two filters of the layer at once; or the logit of a class.</source>
        <translation>要增大的量：滤波器图的平均值、总和或中心位置；同一层的两个滤波器；或一个类别的 logit。</translation>
    </message>
    <message>
        <source>mean of the map</source>
        <translation>图的平均值</translation>
    </message>
    <message>
        <source>sum of the map</source>
        <translation>图的总和</translation>
    </message>
    <message>
        <source>middle of the map</source>
        <translation>图的中心</translation>
    </message>
    <message>
        <source>two filters</source>
        <translation>两个滤波器</translation>
    </message>
    <message>
        <source>Second filter</source>
        <translation>第二个滤波器</translation>
    </message>
    <message>
        <source>The other one of two filters, from 0.</source>
        <translation>两个滤波器中的另一个，从 0 开始编号。</translation>
    </message>
    <message>
        <source>and filter %1</source>
        <translation>和滤波器 %1</translation>
    </message>
    <message>
        <source>Power of the cosine</source>
        <translation>余弦的幂</translation>
    </message>
    <message>
        <source>Of two filters: the larger, the more it counts that nothing but these two responds.</source>
        <translation>用于两个滤波器：越大，就越看重只有这两个滤波器有响应。</translation>
    </message>
    <message>
        <source>cosine to the power of %1</source>
        <translation>余弦的 %1 次幂</translation>
    </message>
    <message>
        <source>The class whose logit is made large: its number, from 0.</source>
        <translation>要增大其 logit 的类别：编号从 0 开始。</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>负向</translation>
    </message>
    <message>
        <source>Make it as small as can be instead. Behind a ReLU nothing is below 0; take the layer before it.</source>
        <translation>改为使它尽可能小。ReLU 之后没有小于 0 的值；请选它之前的层。</translation>
    </message>
    <message>
        <source>as small as can be</source>
        <translation>尽可能小</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>How many pictures are made at once that are not alike.</source>
        <translation>同时生成多少幅互不相似的图像。</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 幅图像</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Of several pictures: how much it counts that the layer&apos;s maps of one differ from those of the others. 0: not at all.</source>
        <translation>用于多幅图像：各图像在该层的图彼此不同有多重要。0：完全不重要。</translation>
    </message>
    <message>
        <source>diversity %1</source>
        <translation>多样性 %1</translation>
    </message>
    <message>
        <source>Held still</source>
        <translation>保持不动</translation>
    </message>
    <message>
        <source>Do not shift, scale and turn the picture before each step. It then excites the filter more, by patterns that mean nothing elsewhere.</source>
        <translation>每一步之前不平移、缩放和旋转图像。这样它对滤波器的激发更强，但所用的图案换个位置就没有意义。</translation>
    </message>
    <message>
        <source>held still</source>
        <translation>保持不动</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>全变差</translation>
    </message>
    <message>
        <source>Weight of the differences between neighbouring pixels: the larger, the smoother.</source>
        <translation>相邻像素之差的权重：越大，图像越平滑。</translation>
    </message>
    <message>
        <source>total variation %1</source>
        <translation>全变差 %1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Weight of the distance from gray (L2): the larger, the paler the picture.</source>
        <translation>与灰色的距离（L2）的权重：越大，图像越淡。</translation>
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
        <translation>图像与其模糊版本之差的权重：越大，图像越平滑。</translation>
    </message>
    <message>
        <source>blur %1</source>
        <translation>模糊 %1</translation>
    </message>
    <message>
        <source>the number of a class, from 0</source>
        <translation>类别的编号，从 0 开始</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 hundred million</source>
        <translation>%1 亿</translation>
    </message>
    <message>
        <source>%1 ten thousand</source>
        <translation>%1 万</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 十亿</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 百万</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>How unsure the network is</source>
        <translation>网络有多不确定</translation>
    </message>
    <message>
        <source>No other class</source>
        <translation>不比较</translation>
    </message>
    <message>
        <source>Strongest other class</source>
        <translation>最强的其他类别</translation>
    </message>
</context>
<context>
    <name>PhotoMap</name>
    <message>
        <source>%1 other classes</source>
        <translation>其他 %1 个类别</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>没有数值</translation>
    </message>
    <message>
        <source>no true class</source>
        <translation>没有真实类别</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>尚未预测</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>真实类别：%1</translation>
    </message>
    <message>
        <source>Predicted: %1, %2</source>
        <translation>预测：%1，%2</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Placed beside its nearest photos</source>
        <translation>放在与它最近的照片旁边</translation>
    </message>
    <message>
        <source>Principal components: across %1 of the variance, upwards %2.</source>
        <translation>主成分：横向占方差的 %1，纵向占 %2。</translation>
    </message>
    <message>
        <source>t-SNE: near photos have similar features. Distances between groups and the sizes of groups mean little.</source>
        <translation>t-SNE：相近的照片特征相似。各群之间的距离和群的大小没有多少意义。</translation>
    </message>
    <message>
        <source>Neighbours are looked for in 50 principal components, which have %1 of the variance.</source>
        <translation>在占方差 %1 的 50 个主成分中寻找近邻。</translation>
    </message>
    <message>
        <source>t-SNE moved a sample of %1 photos, with its classes as even as can be. The other %2 are placed beside their nearest, and are hollow.</source>
        <translation>t-SNE 排布了抽样的 %1 张照片，各类别尽可能均衡。其余 %2 张放在与它们最近的照片旁边，以空心标记显示。</translation>
    </message>
    <message>
        <source>1 photo is not on the map.</source>
        <translation>有 1 张照片不在图上。</translation>
    </message>
    <message>
        <source>%1 photos are not on the map.</source>
        <translation>有 %1 张照片不在图上。</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>正确或错误</translation>
    </message>
    <message>
        <source>Value of a filter</source>
        <translation>滤波器的值</translation>
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
        <translation>一个数</translation>
    </message>
    <message>
        <source>a whole number that is not too large</source>
        <translation>一个不太大的整数</translation>
    </message>
    <message>
        <source>compressed BMP</source>
        <translation>压缩 BMP</translation>
    </message>
    <message>
        <source>JPEG with other than 8 bits a channel</source>
        <translation>每通道非 8 位的 JPEG</translation>
    </message>
    <message>
        <source>JPEG of a rare kind</source>
        <translation>罕见类型的 JPEG</translation>
    </message>
    <message>
        <source>TIFF of a rare kind</source>
        <translation>罕见类型的 TIFF</translation>
    </message>
    <message>
        <source>zip archive or safetensors header</source>
        <translation>zip 归档或 safetensors 文件头</translation>
    </message>
    <message>
        <source>it takes three channels, not one</source>
        <translation>它接受三个通道，而不是一个</translation>
    </message>
    <message>
        <source>it has no forward</source>
        <translation>它没有 forward 方法</translation>
    </message>
    <message>
        <source>it gives no tensor</source>
        <translation>它不输出张量</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 或更大</translation>
    </message>
    <message>
        <source>a number above %1</source>
        <translation>大于 %1 的数</translation>
    </message>
    <message>
        <source>a list of 1 number, as there is one channel</source>
        <translation>含 1 个数的列表，因为只有一个通道</translation>
    </message>
    <message>
        <source>a list of %1 numbers, one a channel</source>
        <translation>含 %1 个数的列表，每个通道一个</translation>
    </message>
    <message>
        <source>a list of 1 number above 0, as there is one channel</source>
        <translation>含 1 个大于 0 的数的列表，因为只有一个通道</translation>
    </message>
    <message>
        <source>a list of %1 numbers above 0, one a channel</source>
        <translation>含 %1 个大于 0 的数的列表，每个通道一个</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>名称列表</translation>
    </message>
    <message>
        <source>a whole number or a name</source>
        <translation>整数或名称</translation>
    </message>
    <message>
        <source>a JSON object</source>
        <translation>JSON 对象</translation>
    </message>
    <message>
        <source>0, or at least as much as the size</source>
        <translation>0，或不小于尺寸</translation>
    </message>
    <message>
        <source>at least one pixel</source>
        <translation>至少一个像素</translation>
    </message>
    <message>
        <source>it takes nothing</source>
        <translation>它不接受任何输入</translation>
    </message>
    <message>
        <source>it takes no picture but %1</source>
        <translation>它不接受图片，而接受 %1</translation>
    </message>
    <message>
        <source>it takes more than a picture: %1</source>
        <translation>除图片外它还需要：%1</translation>
    </message>
    <message>
        <source>it takes pictures of %1 channels</source>
        <translation>它接受 %1 个通道的图片</translation>
    </message>
    <message>
        <source>it takes height × width × channels</source>
        <translation>它接受 高 × 宽 × 通道</translation>
    </message>
    <message>
        <source>it takes one channel, not three</source>
        <translation>它接受一个通道，而不是三个</translation>
    </message>
    <message>
        <source>it gives a tensor of shape %1</source>
        <translation>它输出形状为 %1 的张量</translation>
    </message>
    <message>
        <source>it gives a tensor of shape %1 of type %2</source>
        <translation>它输出形状为 %1、类型为 %2 的张量</translation>
    </message>
    <message>
        <source>floating-point numbers</source>
        <translation>浮点数</translation>
    </message>
    <message>
        <source>a square kernel with odd sides</source>
        <translation>边长为奇数的正方形卷积核</translation>
    </message>
    <message>
        <source>at most %1 of them</source>
        <translation>最多 %1 个</translation>
    </message>
    <message>
        <source>no more pools than the picture can be halved</source>
        <translation>池化不多于图片可减半的次数</translation>
    </message>
    <message>
        <source>convolution, batch norm, ReLU and pool in turn</source>
        <translation>依次为卷积、批归一化、ReLU 和池化</translation>
    </message>
    <message>
        <source>Linear, ReLU and Dropout in turn</source>
        <translation>依次为 Linear、ReLU 和 Dropout</translation>
    </message>
    <message>
        <source>TIFF in CIELab colours</source>
        <translation>CIELab 颜色的 TIFF</translation>
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
        <translation>激活</translation>
    </message>
    <message>
        <source>the filter image</source>
        <translation>滤波器图像</translation>
    </message>
    <message>
        <source>it is no file but a folder or a device</source>
        <translation>它不是文件，而是文件夹或设备</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>它大于 %1 MiB</translation>
    </message>
    <message>
        <source>it is no part of Convscope</source>
        <translation>它不是 Convscope 的一部分</translation>
    </message>
    <message>
        <source>it belongs to version %1</source>
        <translation>它属于版本 %1</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未给出原因</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>cut off or garbled</source>
        <translation>被截断或损坏</translation>
    </message>
    <message>
        <source>the relevance</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>a unit of a map of %1 rows and %2 columns, both counted from 0</source>
        <translation>%1 行 %2 列的图中的一个单元，行列均从 0 起</translation>
    </message>
    <message>
        <source>two different classes of a network that has more than one</source>
        <translation>一个有多个类别的网络中的两个不同类别</translation>
    </message>
    <message>
        <source>with this method a class, two that are compared, or entropy; a filter is explained by gradients, occlusion, superpixels and RISE</source>
        <translation>此方法可用一个类别、两个相比较的类别或 entropy；滤波器由梯度、遮挡、超像素和 RISE 解释</translation>
    </message>
    <message>
        <source>true, predicted, the number or the name of a class, “A against B”, entropy, or “filter 15:37” (layer and filter)</source>
        <translation>true、predicted、类别的编号或名称、“A against B”、entropy，或“filter 15:37”（层和滤波器）</translation>
    </message>
    <message>
        <source>another filter of the layer than the first one</source>
        <translation>该层中与第一个不同的滤波器</translation>
    </message>
    <message>
        <source>another network</source>
        <translation>另一个网络</translation>
    </message>
    <message>
        <source>photos that were prepared in another way, or on another device</source>
        <translation>以另一种方式或在另一台设备上处理的照片</translation>
    </message>
    <message>
        <source>other layers</source>
        <translation>其他层</translation>
    </message>
    <message>
        <source>other photos or blocks of them</source>
        <translation>其他照片或照片的其他分块</translation>
    </message>
    <message>
        <source>the LibTorch that Convscope was built with knows the processor only. “scripts/run --cuda” builds it with one that knows GPUs</source>
        <translation>构建 Convscope 所用的 LibTorch 只支持处理器。“scripts/run --cuda”会用支持 GPU 的 LibTorch 构建</translation>
    </message>
    <message>
        <source>LibTorch is made for CUDA %1 and reaches no GPU (%2). Check the NVIDIA driver with “nvidia-smi”</source>
        <translation>LibTorch 适用于 CUDA %1，但无法使用任何 GPU（%2）。请用“nvidia-smi”检查 NVIDIA 驱动</translation>
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
        <translation>%1 · 总和&#xa0;%2&#xa0;→&#xa0;%3</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;samples, ±%3 · %4</source>
        <translation>%1&#xa0;/&#xa0;%2&#xa0;个样本，±%3 · %4</translation>
    </message>
    <message>
        <source>preview · %1</source>
        <translation>预览 · %1</translation>
    </message>
    <message>
        <source>%1&#xa0;→&#xa0;%2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;samples</source>
        <translation>%1 / %2 个样本</translation>
    </message>
    <message>
        <source>R²&#xa0;%1</source>
        <translation>R² %1</translation>
    </message>
    <message>
        <source>%1 · adds&#xa0;up&#xa0;to&#xa0;%2&#xa0;of&#xa0;%3</source>
        <translation>%1 · 合计&#xa0;%2（应为&#xa0;%3）</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;superpixels</source>
        <translation>%1&#xa0;/&#xa0;%2&#xa0;个超像素</translation>
    </message>
    <message>
        <source>%1&#xa0;superpixels</source>
        <translation>%1&#xa0;个超像素</translation>
    </message>
    <message>
        <source>knows&#xa0;nothing of&#xa0;the&#xa0;network</source>
        <translation>与网络无关</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2&#xa0;layers</source>
        <translation>%1 · %2&#xa0;层</translation>
    </message>
    <message>
        <source>%1 without %2&#xa0;of&#xa0;%3&#xa0;superpixels</source>
        <translation>去掉&#xa0;%3&#xa0;个超像素中的&#xa0;%2&#xa0;个后为 %1</translation>
    </message>
    <message>
        <source>%1 · %2 filters</source>
        <translation>%1 · %2 个滤波器</translation>
    </message>
    <message>
        <source>%1 is ahead of&#xa0;%2 already</source>
        <translation>%1 已领先于&#xa0;%2</translation>
    </message>
    <message>
        <source>%1&#xa0;of&#xa0;%2&#xa0;samples · %3</source>
        <translation>%1&#xa0;/&#xa0;%2&#xa0;个样本 · %3</translation>
    </message>
    <message>
        <source>%1 · chance&#xa0;%2</source>
        <translation>%1 · 随机性&#xa0;%2</translation>
    </message>
    <message>
        <source>not enough for&#xa0;%1: hidden&#xa0;%2 of&#xa0;%3</source>
        <translation>不足以变为&#xa0;%1：遮住&#xa0;%2 / &#xa0;%3</translation>
    </message>
    <message>
        <source>%1 · response&#xa0;%2&#xa0;→&#xa0;%3</source>
        <translation>%1 · 响应&#xa0;%2&#xa0;→&#xa0;%3</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>The homework</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>CAMs at this layer</source>
        <translation>此层的类激活图</translation>
    </message>
    <message>
        <source>Agree or not</source>
        <translation>是否一致</translation>
    </message>
    <message>
        <source>A preset needs a name. Type one.</source>
        <translation>预设需要名称。请输入一个。</translation>
    </message>
    <message>
        <source>“%1” comes with the program. Choose another name.</source>
        <translation>“%1”是程序自带的预设。请换一个名称。</translation>
    </message>
    <message>
        <source>The name is too long for a file. Choose a shorter one.</source>
        <translation>该名称作为文件名过长。请换一个较短的名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a file. Leave out / and a dot in front.</source>
        <translation>“%1”不能用作文件名。请去掉 / 和开头的点。</translation>
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
        <translation>激活 %1</translation>
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
        <translation>超像素 %1，%2</translation>
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
        <translation>网络所看到的照片，已缩放到其输入尺寸；不是原尺寸的文件。</translation>
    </message>
    <message>
        <source>network B</source>
        <translation>网络 B</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>network A</source>
        <translation>网络 A</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Here the second network, B, is asked.</source>
        <translation>此处询问的是第二个网络 B。</translation>
    </message>
    <message>
        <source>Here both networks are asked about the class that A is asked about, and the values of B are subtracted from those of A.</source>
        <translation>此处就 A 所问的类别询问两个网络，并从 A 的值中减去 B 的值。</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>there is no such file or folder. Check the path.</source>
        <translation>没有这样的文件或文件夹。请检查路径。</translation>
    </message>
    <message>
        <source>cannot be read: %1. Check that it is there and that you may read it.</source>
        <translation>无法读取：%1。请确认它存在，并且您有权读取。</translation>
    </message>
    <message>
        <source>cannot be written: %1. Choose another place, or make room there.</source>
        <translation>无法写入：%1。请另选位置，或在该处腾出空间。</translation>
    </message>
    <message>
        <source>the file is empty. Copy or download it again.</source>
        <translation>文件为空。请重新复制或下载。</translation>
    </message>
    <message>
        <source>this is not a picture, whatever its name says. Choose a JPEG, PNG, WebP, BMP or TIFF file.</source>
        <translation>无论文件名如何，这不是图片。请选择 JPEG、PNG、WebP、BMP 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>the picture is damaged or cut off. Copy or download it again.</source>
        <translation>图片已损坏或不完整。请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1 pictures cannot be read. Save it as JPEG or PNG.</source>
        <translation>无法读取 %1 图片。请另存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>the picture is too large (%1 × %2 pixels). Save a smaller one.</source>
        <translation>图片过大（%1 × %2 像素）。请另存为较小的图片。</translation>
    </message>
    <message>
        <source>the mask marks no food. Make it white (255) where the food is, black elsewhere.</source>
        <translation>掩码没有标出食物。请把食物处设为白色 (255)，其余设为黑色。</translation>
    </message>
    <message>
        <source>no pictures in this folder. Choose a folder of photos, or one with a sub-folder a class.</source>
        <translation>此文件夹中没有图片。请选择照片文件夹，或每个类别各有一个子文件夹的文件夹。</translation>
    </message>
    <message>
        <source>there is no split “%1” here. There is: %2.</source>
        <translation>这里没有子集“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>there is no split “%1” here, as the folder is not divided. Leave the split out.</source>
        <translation>这里没有子集“%1”，因为该文件夹未划分子集。请不要指定子集。</translation>
    </message>
    <message>
        <source>there is no photo %1; the %2 photos count from 0.</source>
        <translation>没有照片 %1；%2 张照片从 0 开始编号。</translation>
    </message>
    <message>
        <source>LibTorch %1 cannot load this TorchScript file: %2. Export it again with a PyTorch that is no newer.</source>
        <translation>LibTorch %1 无法加载此 TorchScript 文件：%2。请用不更新于此版本的 PyTorch 重新导出。</translation>
    </message>
    <message>
        <source>this is no network that tells the class of a picture: %1. Choose one that takes a picture and gives one number a class.</source>
        <translation>这不是判断图片类别的网络：%1。请选择输入一张图片、并为每个类别输出一个数的网络。</translation>
    </message>
    <message>
        <source>this does not say how photos are prepared for a network. Give food11, imagenet, or a JSON file with size, mean and std.</source>
        <translation>此项没有说明照片应如何为网络预处理。请指定 food11、imagenet，或包含 size、mean 和 std 的 JSON 文件。</translation>
    </message>
    <message>
        <source>there is no device “%1” here. There is: %2.</source>
        <translation>这里没有设备“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>preview precision needs a checkpoint of the notebook&apos;s kind, and a processor with bfloat16 or CUDA. Use float32.</source>
        <translation>预览精度需要 notebook 类型的检查点，以及支持 bfloat16 的处理器或 CUDA。请使用 float32。</translation>
    </message>
    <message>
        <source>the network has no layer “%1”; its %2 layers count from 0. “convscope layers” lists them.</source>
        <translation>网络中没有层“%1”；其 %2 个层从 0 开始编号。可用“convscope layers”列出。</translation>
    </message>
    <message>
        <source>the layer %1 gives no maps. Choose a convolution, batch norm, ReLU or pool layer.</source>
        <translation>层 %1 不输出特征图。请选择卷积层、批归一化层、ReLU 层或池化层。</translation>
    </message>
    <message>
        <source>there is no filter %1 in layer %2; its %3 filters count from 0.</source>
        <translation>层 %2 中没有滤波器 %1；其 %3 个滤波器从 0 开始编号。</translation>
    </message>
    <message>
        <source>there is no class %1; the network&apos;s %2 classes count from 0.</source>
        <translation>没有类别 %1；网络的 %2 个类别从 0 开始编号。</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Allowed: %3.</source>
        <translation>%1 不能为“%2”。允许的值：%3。</translation>
    </message>
    <message>
        <source>this part of Convscope, which runs networks, cannot be loaded: %1. Build or install Convscope again.</source>
        <translation>无法加载 Convscope 中运行网络的部分：%1。请重新构建或安装 Convscope。</translation>
    </message>
    <message>
        <source>there is not enough memory. Close other programs, or use the CPU or a smaller network.</source>
        <translation>内存不足。请关闭其他程序，或改用 CPU 或较小的网络。</translation>
    </message>
    <message>
        <source>NaN or infinite values in %1. The network&apos;s training may have failed; try another checkpoint.</source>
        <translation>%1 中有 NaN 或无穷大的值。该网络的训练可能已失败；请换一个检查点。</translation>
    </message>
    <message>
        <source>something unexpected went wrong: %1. Run with --verbose and report it.</source>
        <translation>发生意外错误：%1。请加上 --verbose 运行并报告此问题。</translation>
    </message>
    <message>
        <source>The true class is not known; the predicted class is explained instead.</source>
        <translation>真实类别未知；改为解释预测类别。</translation>
    </message>
    <message>
        <source>The network is so sure that the gradient of its loss is mostly rounding; the gradient of the logit or float64 does not suffer from that.</source>
        <translation>网络过于确信，其损失的梯度大多是舍入误差；logit 的梯度或 float64 不受此影响。</translation>
    </message>
    <message>
        <source>This filter is silent here: its map has one value everywhere.</source>
        <translation>该滤波器在此无响应：其特征图处处为同一个值。</translation>
    </message>
    <message>
        <source>The filter image did not change, because the gradient is zero at its start (a dead ReLU); try the layer before the ReLU, or start from noise.</source>
        <translation>滤波器图像没有变化，因为起点处的梯度为零（失活的 ReLU）；请尝试该 ReLU 之前的层，或从噪声开始。</translation>
    </message>
    <message>
        <source>The photo has 16 bits a channel and was reduced to 8.</source>
        <translation>照片每通道 16 位，已降为 8 位。</translation>
    </message>
    <message>
        <source>The photo was converted from CMYK without its colour profile, as Pillow does.</source>
        <translation>照片由 CMYK 转换而来，未使用其颜色配置文件，与 Pillow 的做法相同。</translation>
    </message>
    <message>
        <source>The photo&apos;s transparency was dropped.</source>
        <translation>照片的透明度已舍弃。</translation>
    </message>
    <message>
        <source>The computation was stopped early; this is what it had reached.</source>
        <translation>计算提前停止；这是当时得到的结果。</translation>
    </message>
    <message>
        <source>Preview: computed in bfloat16 or half precision, so the numbers are inexact.</source>
        <translation>预览：以 bfloat16 或半精度计算，数值不精确。</translation>
    </message>
    <message>
        <source>The network was traced in training mode; its batch norm and dropout layers were put into eval mode.</source>
        <translation>该网络是在训练模式下 trace 的；其批归一化层和 dropout 层已切换到 eval 模式。</translation>
    </message>
    <message>
        <source>There are not as many class names as the network has classes, so they are not used.</source>
        <translation>类别名称的个数与网络的类别数不符，因此未使用。</translation>
    </message>
    <message>
        <source>The network ends with a softmax; the logarithms of its probabilities are used as logits.</source>
        <translation>该网络以 softmax 结尾；以其概率的对数作为 logit。</translation>
    </message>
    <message>
        <source>this file carries no recipe of Convscope. Choose a PNG, SVG or PDF that Convscope exported and no other program has saved again.</source>
        <translation>此文件不含 Convscope 的生成配方。请选择由 Convscope 导出、且未被其他程序重新保存过的 PNG、SVG 或 PDF。</translation>
    </message>
    <message>
        <source>this is no session of Convscope. Choose a file that “Save session as” wrote.</source>
        <translation>这不是 Convscope 的会话。请选择由“会话另存为”写出的文件。</translation>
    </message>
    <message>
        <source>what it says of the board is damaged (%1). Open another session or figure.</source>
        <translation>其中关于对照板的内容已损坏 (%1)。请打开另一个会话或插图。</translation>
    </message>
    <message>
        <source>a later version of Convscope wrote this (format %1, known up to %2). Update Convscope to open it.</source>
        <translation>此文件由更高版本的 Convscope 写出（格式 %1，本版本最高支持 %2）。请更新 Convscope 后再打开。</translation>
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
        <translation>%1 的内容与当时不同。</translation>
    </message>
    <message>
        <source>It was made with %1 %2; this is %1 %3.</source>
        <translation>它由 %1 %2 生成；当前为 %1 %3。</translation>
    </message>
    <message>
        <source>It was computed in %1, here in %2.</source>
        <translation>当时以 %1 计算，现在以 %2 计算。</translation>
    </message>
    <message>
        <source>It was computed on %1, here on %2.</source>
        <translation>当时在 %1 上计算，现在在 %2 上计算。</translation>
    </message>
    <message>
        <source>LIME&apos;s random numbers ran on from photo to photo; here they start again for each photo, so the LIME pictures may differ.</source>
        <translation>当时 LIME 的随机数在各照片之间连续使用；现在对每张照片重新开始，因此 LIME 图片可能不同。</translation>
    </message>
    <message>
        <source>It names what this version of Convscope does not know and leaves out: %1.</source>
        <translation>其中有此版本的 Convscope 不认识、因而忽略的内容：%1。</translation>
    </message>
    <message>
        <source>the middle of a shorter side of %1</source>
        <translation>短边缩放到 %1 后取中央部分</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>已归一化</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>the network did not answer and was given up. Open it again to try once more, or open another.</source>
        <translation>网络没有响应，已放弃。请重新打开它再试一次，或打开另一个网络。</translation>
    </message>
    <message>
        <source>this is a %3 archive with %2 in it. Unpack it (%4) and open that.</source>
        <translation>这是 %3 归档，其中有 %2。请解压（%4）后打开它。</translation>
    </message>
    <message>
        <source>this is a %3 archive. Unpack it (%4) and open what is in it.</source>
        <translation>这是 %3 归档。请解压（%4）后打开其中的文件。</translation>
    </message>
    <message>
        <source>In place of 224, 224 write the height and width of its pictures.</source>
        <translation>请把 224, 224 换成其图片的高和宽。</translation>
    </message>
    <message>
        <source>In Python, %1 converts it.</source>
        <translation>在 Python 中，%1 可以转换它。</translation>
    </message>
    <message>
        <source>this is a Git LFS pointer, a few lines in place of the file itself. Run “git lfs pull” in its folder to get the file.</source>
        <translation>这是 Git LFS 指针，只有几行文字，而不是文件本身。请在其文件夹中运行“git lfs pull”获取文件。</translation>
    </message>
    <message>
        <source>this is a web page, not the file: the download failed. Open the link in a browser, and download the file from there.</source>
        <translation>这是网页，不是所需的文件：下载失败了。请在浏览器中打开链接，并从那里下载文件。</translation>
    </message>
    <message>
        <source>the network was saved in the format before PyTorch 1.6.</source>
        <translation>该网络以 PyTorch 1.6 之前的格式保存。</translation>
    </message>
    <message>
        <source>this was written with pickle, not with torch.save.</source>
        <translation>它是用 pickle 写的，不是用 torch.save。</translation>
    </message>
    <message>
        <source>this is GGUF, which holds the weights of language models. Choose a network for pictures.</source>
        <translation>这是 GGUF，保存的是语言模型的权重。请选择处理图片的网络。</translation>
    </message>
    <message>
        <source>this is an array of NumPy. If it holds a dictionary of weights:</source>
        <translation>这是 NumPy 数组。如果其中是权重字典：</translation>
    </message>
    <message>
        <source>this is an archive of NumPy&apos;s arrays.</source>
        <translation>这是 NumPy 数组的归档。</translation>
    </message>
    <message>
        <source>this is the index of a network in several files. In their folder, in Python, %1 joins them.</source>
        <translation>这是分成多个文件的网络的索引。在其文件夹中用 Python 运行 %1 可以合并它们。</translation>
    </message>
    <message>
        <source>the weights %1 hold no numbers, as they were saved from the device “meta”. Load the network&apos;s weights first, then save it.</source>
        <translation>权重 %1 中没有数值，因为是从设备“meta”保存的。请先载入网络的权重，再保存。</translation>
    </message>
    <message>
        <source>the weights %1 are complex numbers, which no layer here takes.</source>
        <translation>权重 %1 是复数，这里没有层接受复数。</translation>
    </message>
    <message>
        <source>the weights %1 are sparse.</source>
        <translation>权重 %1 是稀疏的。</translation>
    </message>
    <message>
        <source>the weights %1 are quantised.</source>
        <translation>权重 %1 是量化的。</translation>
    </message>
    <message>
        <source>In Python, %1 makes a file that can be opened.</source>
        <translation>在 Python 中，%1 可以生成能打开的文件。</translation>
    </message>
    <message>
        <source>the text is not UTF-8. Save it as UTF-8 in an editor; of GBK, %1 makes one.</source>
        <translation>文本不是 UTF-8。请在编辑器中另存为 UTF-8；对于 GBK，可用 %1 转换。</translation>
    </message>
    <message>
        <source>the network file was packed again by a zip program. In Python, %1 makes one that can be opened.</source>
        <translation>网络文件被压缩程序重新打包过。在 Python 中，%1 可以生成能打开的文件。</translation>
    </message>
    <message>
        <source>the network could only be read by running code from the file (%1), which is never done.</source>
        <translation>只有运行文件中的代码（%1）才能读取该网络，而程序从不这样做。</translation>
    </message>
    <message>
        <source>there are no weights in it.</source>
        <translation>其中没有权重。</translation>
    </message>
    <message>
        <source>there are no weights in it, only: %1.</source>
        <translation>其中没有权重，只有：%1。</translation>
    </message>
    <message>
        <source>the %1 tensors in it have no names, as list(model.parameters()) gives them, and what batch norm measured is not among them.</source>
        <translation>其中的 %1 个张量没有名称，如 list(model.parameters()) 所给出的那样，而且批归一化的统计量不在其中。</translation>
    </message>
    <message>
        <source>the weights are arrays of NumPy.</source>
        <translation>权重是 NumPy 数组。</translation>
    </message>
    <message>
        <source>the weights alone do not tell how this network works: at %1, the notebook&apos;s kind has %2.</source>
        <translation>仅凭权重无法得知该网络如何工作：在 %1 处，notebook 的网络应为 %2。</translation>
    </message>
    <message>
        <source>the weights do not fit the notebook&apos;s kind of network: %1 should be %2 but is %3. If the network works otherwise:</source>
        <translation>权重不符合 notebook 的网络类型：%1 应为 %2，实际为 %3。如果网络的结构不同：</translation>
    </message>
    <message>
        <source>the network takes pictures of %3 × %4 pixels, not of %1 × %2. Set its input to that with %7, or tell none: then it is found.</source>
        <translation>网络接受 %3 × %4 像素的图片，而不是 %1 × %2。请用 %7 设置其输入，或不指定：程序会自行找出。</translation>
    </message>
    <message>
        <source>the picture is a %1, which cannot be read. Save it as JPEG or PNG.</source>
        <translation>该图片是%1，无法读取。请另存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>labels cannot be taken from file names (“%1”): none is called like 3_12.jpg, with a class of the network in front; the first is “%2”. Choose folders, numbers or none, or %7.</source>
        <translation>无法从文件名获取标签（“%1”）：没有文件像 3_12.jpg 那样以网络的类别开头；第一个是“%2”。请选择 folders、numbers 或 none，或%7。</translation>
    </message>
    <message>
        <source>labels cannot be taken from folder numbers (“%1”): no folder is called by the number of a class; the first photo lies in “%3”. Choose folders, names or none, or %7.</source>
        <translation>无法从文件夹编号获取标签（“%1”）：没有文件夹以类别编号命名；第一张照片在“%3”中。请选择 folders、names 或 none，或%7。</translation>
    </message>
    <message>
        <source>labels cannot be taken from folders (“%1”): there are no class folders; the first photo lies in “%3”. Choose names or none, or %7.</source>
        <translation>无法从文件夹获取标签（“%1”）：没有类别文件夹；第一张照片在“%3”中。请选择 names 或 none，或%7。</translation>
    </message>
    <message>
        <source>let the program choose</source>
        <translation>让程序选择</translation>
    </message>
    <message>
        <source>leave --labels out</source>
        <translation>不使用 --labels</translation>
    </message>
    <message>
        <source>“%1” maps no class. Write lines like Dessert=ice cream (nothing after the = for none), or a JSON object of that.</source>
        <translation>“%1”没有对应任何类别。请写成 Dessert=ice cream 这样的行（= 后为空表示没有），或写成 JSON 对象。</translation>
    </message>
    <message>
        <source>“%1” is mapped to “%2”, which is no class of the network. Give its name or its number.</source>
        <translation>“%1”被对应到“%2”，但它不是网络的类别。请给出其名称或编号。</translation>
    </message>
    <message>
        <source>the network file is damaged (%1). Copy or download it again.</source>
        <translation>网络文件已损坏（%1）。请重新复制或下载。</translation>
    </message>
    <message>
        <source>the network does not run on a picture of %1 × %2 pixels (%3), but it does on one of %4 × %5, %6. Set its input to that with %7.</source>
        <translation>网络无法处理 %1 × %2 像素的图片（%3），但可以处理 %4 × %5 的%6。请用 %7 将其输入设为该尺寸。</translation>
    </message>
    <message>
        <source>the network does not run on a picture of %1 × %2 pixels (%3). Set its input with %7, or describe it in a file beside it.</source>
        <translation>网络无法处理 %1 × %2 像素的图片（%3）。请用 %7 设置其输入，或在网络旁的文件中说明。</translation>
    </message>
    <message>
        <source>the network does not run, whatever the size of the picture (LibTorch says: %1).</source>
        <translation>无论图片大小，网络都无法运行（LibTorch 的说明：%1）。</translation>
    </message>
    <message>
        <source>the network answers differently each time (%1), as in training.</source>
        <translation>网络每次给出的结果都不同（%1），如同在训练中。</translation>
    </message>
    <message>
        <source>%1, but photos are given as channels × height × width. In Python, %2 makes a file that takes them.</source>
        <translation>%1，但照片以 通道 × 高 × 宽 的形式给出。在 Python 中，%2 可以生成接受这种形式的文件。</translation>
    </message>
    <message>
        <source>this is no network that tells the class of a picture: %1. Export one that gives the logits, before they are compared.</source>
        <translation>该网络不判断图片的类别：%1。请导出在比较之前给出 logit 的网络。</translation>
    </message>
    <message>
        <source>the network has no output “%1”. It has: %2.</source>
        <translation>网络没有输出“%1”。它有：%2。</translation>
    </message>
    <message>
        <source>the network has no layer “%1”; its %2 layers count from 0.</source>
        <translation>网络没有层“%1”；其 %2 个层从 0 开始编号。</translation>
    </message>
    <message>
        <source>the key “%1” is not known. Known are: %2.</source>
        <translation>键“%1”未知。已知的有：%2。</translation>
    </message>
    <message>
        <source>something unexpected went wrong: %1. Report it; Help &gt; About has what to send.</source>
        <translation>发生了意外错误：%1。请报告此问题；“帮助 &gt; 关于”中有需要附上的信息。</translation>
    </message>
    <message>
        <source>No gradient reaches the photo, as the network computes without gradients somewhere (no_grad or detach), so this picture is empty. LIME and the filters&apos; maps do not need gradients.</source>
        <translation>梯度到不了照片，因为网络在某处不计算梯度（no_grad 或 detach），所以这张图片是空的。LIME 和滤波器的特征图不需要梯度。</translation>
    </message>
    <message>
        <source>The photo&apos;s camera says that it lies on its side or is mirrored. It is used as it is stored, as in the notebook; %1 turns such photos.</source>
        <translation>照片的相机记录表明它是横放或镜像的。与 notebook 一样按存储的样子使用；%1可以转正这样的照片。</translation>
    </message>
    <message>
        <source>a choice under “Input…”</source>
        <translation>“输入…”中的选项</translation>
    </message>
    <message>
        <source>The network gives several outputs (%2); “%1” is used. Choose another with %3.</source>
        <translation>网络给出多个输出（%2）；使用“%1”。可用 %3 选择其他输出。</translation>
    </message>
    <message>
        <source>What pictures the network takes was guessed: the first size that it runs on. Where that is wrong, set it with %1.</source>
        <translation>网络接受什么样的图片是推测的：采用它能处理的第一种尺寸。如果不对，请用 %1 设置。</translation>
    </message>
    <message>
        <source>The network has 1000 classes, as ImageNet has. If it was trained on ImageNet, set its input to that with %1.</source>
        <translation>网络有 1000 个类别，与 ImageNet 相同。如果它是在 ImageNet 上训练的，请用 %1 将输入设为 ImageNet。</translation>
    </message>
    <message>
        <source>the button below</source>
        <translation>下方的按钮</translation>
    </message>
    <message>
        <source>The weights are those under “%1”.</source>
        <translation>权重取自“%1”。</translation>
    </message>
    <message>
        <source>The file holds weights more than once: those under “%1” are used, not %2.</source>
        <translation>文件中有多份权重：使用“%1”下的，不使用 %2。</translation>
    </message>
    <message>
        <source>Not needed and ignored: %1.</source>
        <translation>不需要、已忽略：%1。</translation>
    </message>
    <message>
        <source>The network is right about as often as by guessing. Perhaps it expects another input (%1), its classes stand in another order than the labels&apos;, or, of a checkpoint, activation, pool or epsilon are not the notebook&apos;s.</source>
        <translation>网络的正确率与随机猜测相当。可能它需要另一种输入（%1），或其类别的顺序与标签不同，或者（对检查点而言）激活函数、池化或 epsilon 与 notebook 不同。</translation>
    </message>
    <message>
        <source>The size of the pictures, %1 × %2, was guessed: the weights fit it, if convolutions are padded as in the notebook. Where that is wrong, set it with %3.</source>
        <translation>图片尺寸 %1 × %2 是推测的：若卷积按 notebook 的方式填充，权重与之相符。如果不对，请用 %3 设置。</translation>
    </message>
    <message>
        <source>The network takes one channel, so photos are turned gray.</source>
        <translation>网络接受一个通道，因此照片被转为灰度。</translation>
    </message>
    <message>
        <source>Activation, pool and epsilon were told, but a TorchScript network brings its own.</source>
        <translation>指定了激活函数、池化和 epsilon，但 TorchScript 网络自带这些。</translation>
    </message>
    <message>
        <source>%1 beside the network is no description of its input and is ignored. If it is one, write &quot;format&quot;: &quot;convscope-input&quot; in it.</source>
        <translation>网络旁的 %1 不是其输入的说明，已忽略。如果是，请在其中写入 &quot;format&quot;: &quot;convscope-input&quot;。</translation>
    </message>
    <message>
        <source>The class names in %1 are not used, as it is not UTF-8. Save it as UTF-8.</source>
        <translation>%1 中的类别名称未使用，因为它不是 UTF-8。请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The network gives each class a probability of its own (sigmoids), so they do not add up to 100 %; log(p/(1 − p)) serves as the logit.</source>
        <translation>网络给每个类别各自的概率（sigmoid），因此它们加起来不是 100 %；以 log(p/(1 − p)) 作为 logit。</translation>
    </message>
    <message>
        <source>The network gives one number x: 0 and x are taken for the logits of two classes, so that the second has the probability sigmoid(x).</source>
        <translation>网络只给出一个数 x：以 0 和 x 作为两个类别的 logit，因此第二个类别的概率为 sigmoid(x)。</translation>
    </message>
    <message>
        <source>The network answers only %1 photos at once, as it was traced; each photo takes as long as %1. Trace it with one picture to be faster.</source>
        <translation>由于跟踪方式，网络一次只能处理 %1 张照片；每张照片耗时相当于 %1 张。用一张图片重新跟踪会更快。</translation>
    </message>
    <message>
        <source>The network runs on %1 × %2 pixels and on %2 × %1 alike. Check that width and height of its input are not swapped: PyTorch names the height first.</source>
        <translation>网络既能处理 %1 × %2 像素，也能处理 %2 × %1。请检查其输入的宽和高没有弄反：PyTorch 先写高。</translation>
    </message>
    <message>
        <source>“Input…”</source>
        <translation>“输入…”</translation>
    </message>
    <message>
        <source>%1, 1 convolution</source>
        <translation>%1，1 个卷积层</translation>
    </message>
    <message>
        <source>%1, %2 convolutions</source>
        <translation>%1，%2 个卷积层</translation>
    </message>
    <message>
        <source>kernel %1 × %2</source>
        <translation>卷积核 %1 × %2</translation>
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
        <translation>%1 组</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>已转正</translation>
    </message>
    <message>
        <source>“%1” is mapped twice. Leave one of the two.</source>
        <translation>“%1”被映射了两次。请只保留其中一个。</translation>
    </message>
    <message>
        <source>the JSON is broken at line %1, column %2. Correct it there.</source>
        <translation>JSON 在第 %1 行第 %2 列有误。请在该处更正。</translation>
    </message>
    <message>
        <source>Weights do not tell what lies between them. As in the notebook, %1, %2 of 2 × 2, convolutions that keep the size and PyTorch&apos;s epsilon are assumed; if accuracy is poor, name others with %3, or export the network as TorchScript, which tells all.</source>
        <translation>权重不说明各层之间是什么。与 notebook 一样，假定为 %1、2 × 2 的 %2、保持尺寸的卷积和 PyTorch 的 epsilon；如果准确率很低，请用%3指定其他值，或将网络导出为 TorchScript，它会说明一切。</translation>
    </message>
    <message>
        <source>a JSON file beside the network (activation, slope, pool, epsilon)</source>
        <translation>网络旁的 JSON 文件（activation、slope、pool、epsilon）</translation>
    </message>
    <message>
        <source>The network gives one number p: it is taken for the probability of the second of two classes, the first has 1 − p, and 0 and log(p/(1 − p)) serve as their logits.</source>
        <translation>网络给出一个数 p：它被当作两个类别中第二个的概率，第一个为 1 − p，0 和 log(p/(1 − p)) 用作它们的 logit。</translation>
    </message>
    <message>
        <source>The network scales pictures of 0 to 255 by itself, so it is given such. Where that is wrong, set its input with %1.</source>
        <translation>网络自行缩放 0 到 255 的图像，因此给它的就是这样的图像。如果不对，请用%1设置其输入。</translation>
    </message>
    <message>
        <source>The gradient is zero everywhere, so the map is empty; try the logit as the objective.</source>
        <translation>梯度处处为零，所以图是空的；请尝试以 logit 为目标函数。</translation>
    </message>
    <message>
        <source>The gradient is zero everywhere, so the map is empty: a small change of this photo does not change what the network says of the class.</source>
        <translation>梯度处处为零，所以图是空的：这张照片的微小变化不会改变网络对该类别的判断。</translation>
    </message>
    <message>
        <source>Nothing here speaks for this class: no value of this layer&apos;s map is above 0, so the picture is empty. Another layer may show more.</source>
        <translation>这里没有什么支持该类别：这一层的图中没有大于 0 的值，所以图片是空的。换一层也许能看到更多。</translation>
    </message>
    <message>
        <source>The values do not add up to what they explain: they miss the change of the logit by more than 5 %. Take more steps.</source>
        <translation>各值之和与其所解释的量不符：与 logit 的变化相差超过 5%。请增加步数。</translation>
    </message>
    <message>
        <source>It ended before all its samples, because what it marks no longer changed beyond its error; all samples may mark others.</source>
        <translation>该方法在抽取全部样本之前结束，因为标记的变化已不再超出其误差；抽取全部样本可能得到不同的标记。</translation>
    </message>
    <message>
        <source>The photo has fewer than two superpixels, so there is nothing to compare; ask for more.</source>
        <translation>照片的超像素少于两个，无从比较；请增加超像素数。</translation>
    </message>
    <message>
        <source>This kind of map looks at no class: it is the same whatever class is asked for.</source>
        <translation>这种图不针对类别：无论问哪个类别，图都一样。</translation>
    </message>
    <message>
        <source>This layer has values below 0, but this kind of map is made for layers without such values. Choose the ReLU or the pool behind this layer.</source>
        <translation>该层有小于 0 的值，而这种图适用于没有这种值的层。请选择该层之后的 ReLU 或池化层。</translation>
    </message>
    <message>
        <source>The score of the class is not above 0. Ablation-CAM divides by it, which would turn the map around; here it divides by the score without its sign.</source>
        <translation>该类别的分数不大于 0。Ablation-CAM 要除以它，图会因此反转；这里除以不带符号的分数。</translation>
    </message>
    <message>
        <source>this method has no rule for %1 (%2). It explains networks whose convolutions, batch norms, ReLUs, pools and linear layers run one after the other. Choose another method.</source>
        <translation>此方法没有适用于 %1（%2）的规则。它只能解释由卷积、批归一化、ReLU、池化和线性层依次相连组成的网络。请选择其他方法。</translation>
    </message>
    <message>
        <source>the network has no ReLU, so this method would show no more than its gradient. Use saliency instead.</source>
        <translation>该网络没有 ReLU，此方法所显示的不会多于它的梯度。请改用显著图。</translation>
    </message>
    <message>
        <source>The map is empty: the ReLUs of this network let only positive gradients pass back, and none of them reaches the photo.</source>
        <translation>图为空：该网络的 ReLU 只让正梯度反向通过，而没有任何正梯度到达照片。</translation>
    </message>
    <message>
        <source>The values do not add up to what they explain: they miss the change of the logit by more than 5 %. Take more samples.</source>
        <translation>各值之和与其所解释的量不符：与 logit 的变化相差超过 5%。请增加样本数。</translation>
    </message>
    <message>
        <source>The values do not add up to what they explain: they miss the change of the logit by more than 5 %. With this method more steps do not help; compare places within the map.</source>
        <translation>各值之和与所解释的量不符：与 logit 的变化相差超过 5 %。对此方法，增加步数没有帮助；请只比较图内的各处。</translation>
    </message>
    <message>
        <source>this is no preset of rows. Choose a file that “Save preset to file” wrote (.convrows).</source>
        <translation>这不是行的预设。请选择由“将预设保存到文件”写出的文件（.convrows）。</translation>
    </message>
    <message>
        <source>what it says of the rows is damaged (%1). Open another preset.</source>
        <translation>其中关于行的内容已损坏（%1）。请打开另一个预设。</translation>
    </message>
    <message>
        <source>it has no row that this version of Convscope knows. Open another preset, or update Convscope.</source>
        <translation>其中没有此版本的 Convscope 认识的行。请打开另一个预设，或更新 Convscope。</translation>
    </message>
    <message>
        <source>no layer of the network has maps. Choose a method that explains the pixels of the photo.</source>
        <translation>网络没有带图的层。请选择解释照片像素的方法。</translation>
    </message>
    <message>
        <source>The class to compare with is not known, or is the one that is explained; the strongest other class is taken instead.</source>
        <translation>要比较的类别未知，或就是所解释的类别；改用最强的其他类别。</translation>
    </message>
    <message>
        <source>%1 against&#xa0;%2</source>
        <translation>%1&#xa0;对&#xa0;%2</translation>
    </message>
    <message>
        <source>how&#xa0;unsure the&#xa0;network&#xa0;is</source>
        <translation>网络有多不确定</translation>
    </message>
    <message>
        <source>layer&#xa0;%1, filter&#xa0;%2</source>
        <translation>层&#xa0;%1，滤波器&#xa0;%2</translation>
    </message>
    <message>
        <source>%1, row&#xa0;%2, column&#xa0;%3</source>
        <translation>%1，第&#xa0;%2&#xa0;行，第&#xa0;%3&#xa0;列</translation>
    </message>
    <message>
        <source>the weights of “%1” cannot be drawn anew. Of a checkpoint they can.</source>
        <translation>“%1”的权重无法重新随机生成，检查点的权重可以。</translation>
    </message>
    <message>
        <source>this row asks a second network, and none is open. Open one with File &gt; Second network, or let the row ask the first one.</source>
        <translation>该行询问第二个网络，但没有打开第二个网络。请用“文件 &gt; 第二个网络”打开一个，或让该行询问第一个网络。</translation>
    </message>
    <message>
        <source>a row asks a second network, and none is given. Name it with --model-b.</source>
        <translation>有一行询问第二个网络，但没有给出。请用 --model-b 指定。</translation>
    </message>
    <message>
        <source>nothing tells which of its %2 classes are those of the first network, which has %1. Name the classes of both in the same words, in a labels.txt beside each file.</source>
        <translation>无从得知它的 %2 个类别中哪些是第一个网络的类别（共 %1 个）。请在两个文件旁各放一个 labels.txt，用相同的词命名类别。</translation>
    </message>
    <message>
        <source>the second network does not know the class %1. Choose one that both know.</source>
        <translation>第二个网络不认识类别 %1。请选择两者都认识的类别。</translation>
    </message>
    <message>
        <source>the second network has no layer %1. Choose one that both have.</source>
        <translation>第二个网络没有层 %1。请选择两者都有的层。</translation>
    </message>
    <message>
        <source>answers of this method cannot be subtracted from each other. Ask each network in a row of its own.</source>
        <translation>该方法的结果不能相减。请用单独的行分别询问两个网络。</translation>
    </message>
    <message>
        <source>the two networks see different pictures of a photo, so there is no difference to show. Ask each network in a row of its own.</source>
        <translation>两个网络看到的是同一照片的不同图像，因此没有可显示的差值。请用单独的行分别询问两个网络。</translation>
    </message>
    <message>
        <source>the scores of the two networks mean different things, so there is no difference to show. Ask each network in a row of its own.</source>
        <translation>两个网络的得分含义不同，因此没有可显示的差值。请用单独的行分别询问两个网络。</translation>
    </message>
    <message>
        <source>the maps of the two networks differ in size (%1 × %2 and %3 × %4 values). Choose another layer, or ask each network in a row of its own.</source>
        <translation>两个网络的图大小不同（%1 × %2 与 %3 × %4 个值）。请选择另一层，或用单独的行分别询问两个网络。</translation>
    </message>
    <message>
        <source>the superpixels of the two answers differ. Ask each network in a row of its own.</source>
        <translation>两个结果的超像素不同。请用单独的行分别询问两个网络。</translation>
    </message>
    <message>
        <source>Network B is the same file as network A: they differ in nothing.</source>
        <translation>网络 B 与网络 A 是同一个文件：两者没有任何差异。</translation>
    </message>
    <message>
        <source>The networks do not have the same classes in the same order, so classes are compared by name. Of the %2 classes of A and the %3 of B, %1 are the same.</source>
        <translation>两个网络的类别或其顺序不同，因此按名称比较类别。A 的 %2 个类别与 B 的 %3 个类别中，有 %1 个相同。</translation>
    </message>
    <message>
        <source>Only one of the networks names its classes, so classes are compared by number.</source>
        <translation>只有一个网络给出了类别名称，因此按编号比较类别。</translation>
    </message>
    <message>
        <source>The networks see different pictures of a photo, as their inputs differ. Each can be asked, their difference cannot.</source>
        <translation>两个网络的输入不同，因此看到的是同一照片的不同图像。可以分别询问，但不能求差。</translation>
    </message>
    <message>
        <source>The largest value of A is at least %1 times that of B, so the difference is nearly the answer of A. Look at both.</source>
        <translation>A 的最大值是 B 的至少 %1 倍，因此差值几乎就是 A 的结果。请查看两者各自的结果。</translation>
    </message>
    <message>
        <source>The largest value of B is at least %1 times that of A, so the difference is nearly the answer of B with its sign turned. Look at both.</source>
        <translation>B 的最大值是 A 的至少 %1 倍，因此差值几乎就是符号相反的 B 的结果。请查看两者各自的结果。</translation>
    </message>
    <message>
        <source>The scores of the networks mean different things. Each can be asked, their difference cannot.</source>
        <translation>两个网络的得分含义不同。可以分别询问，但不能求差。</translation>
    </message>
    <message>
        <source>this is a network of Keras. In Python, %1 makes a folder of it.</source>
        <translation>这是 Keras 的网络。在 Python 中，%1 可将其存为一个文件夹。</translation>
    </message>
    <message>
        <source>On the command line, %1 makes an ONNX file of that, which can be opened.</source>
        <translation>然后在命令行中，%1 可将该文件夹转换为能打开的 ONNX 文件。</translation>
    </message>
    <message>
        <source>On the command line, %1 makes an ONNX file of it, which can be opened.</source>
        <translation>在命令行中，%1 可将其转换为能打开的 ONNX 文件。</translation>
    </message>
    <message>
        <source>If the file holds weights alone, build the model and load them into it first.</source>
        <translation>如果文件只包含权重，请先构建模型并载入权重。</translation>
    </message>
    <message>
        <source>this is a network of TensorFlow (SavedModel) in an archive. Unpack it first.</source>
        <translation>这是压缩包中的 TensorFlow 网络（SavedModel）。请先解压。</translation>
    </message>
    <message>
        <source>this is a network of TensorFlow (SavedModel).</source>
        <translation>这是 TensorFlow 的网络（SavedModel）。</translation>
    </message>
    <message>
        <source>FOLDER is the one that saved_model.pb lies in.</source>
        <translation>FOLDER 是 saved_model.pb 所在的文件夹。</translation>
    </message>
    <message>
        <source>this is a network of TensorFlow Lite.</source>
        <translation>这是 TensorFlow Lite 的网络。</translation>
    </message>
    <message>
        <source>this is a network of PaddlePaddle.</source>
        <translation>这是 PaddlePaddle（飞桨）的网络。</translation>
    </message>
    <message>
        <source>this is a network of Caffe, or its weights.</source>
        <translation>这是 Caffe 的网络或其权重。</translation>
    </message>
    <message>
        <source>this is an engine of TensorRT, which was compiled for one graphics card. Open the ONNX file that it was made from.</source>
        <translation>这是 TensorRT 引擎，是为某一种显卡编译的。请打开生成它的 ONNX 文件。</translation>
    </message>
    <message>
        <source>this is a network of Core ML, which only Apple&apos;s devices run. Export the network that it was made from.</source>
        <translation>这是 Core ML 的网络，只有 Apple 设备能运行。请导出生成它的原网络。</translation>
    </message>
    <message>
        <source>torch.export wrote this, but the program in it is missing. Save it again.</source>
        <translation>它由 torch.export 写成，但其中缺少程序。请重新保存。</translation>
    </message>
    <message>
        <source>this was compiled by AOTInductor for one kind of machine. Save the program that it was made from.</source>
        <translation>它由 AOTInductor 为某一种机器编译。请保存生成它的原程序。</translation>
    </message>
    <message>
        <source>this was compiled by ExecuTorch for small devices. Save the program that it was made from.</source>
        <translation>它由 ExecuTorch 为小型设备编译。请保存生成它的原程序。</translation>
    </message>
    <message>
        <source>this is an ONNX network, but it is cut off or damaged. Copy or download it again.</source>
        <translation>这是 ONNX 网络，但文件不完整或已损坏。请重新复制或下载。</translation>
    </message>
    <message>
        <source>If you trust the file, and have its class, in Python, %1 makes a file that can be opened.</source>
        <translation>如果您信任该文件，并且有它的类定义，在 Python 中 %1 可以生成能打开的文件。</translation>
    </message>
    <message>
        <source>In Python, %1 makes a file that can be opened; before PyTorch 2.1, %2 does.</source>
        <translation>在 Python 中，%1 可以生成能打开的文件；PyTorch 2.1 之前的版本请用 %2。</translation>
    </message>
    <message>
        <source>this is no network. Choose an exported program (.pt2), an ONNX file (.onnx), a TorchScript file (.pt), a checkpoint (.pth, .ckpt) or safetensors.</source>
        <translation>这不是网络。请选择导出的程序（.pt2）、ONNX 文件（.onnx）、TorchScript 文件（.pt）、检查点（.pth、.ckpt）或 safetensors。</translation>
    </message>
    <message>
        <source>the network needs the operator %1 (node %2), which %3 does not know. Export the network with TorchScript instead, or without this operator.</source>
        <translation>此网络需要算子 %1（节点 %2），而 %3 不认识它。请改用 TorchScript 导出网络，或去掉这个算子再导出。</translation>
    </message>
    <message>
        <source>the network uses the operator %1 (node %2), which could do more than compute. Such networks are not opened. Export the network without this operator.</source>
        <translation>此网络使用算子 %1（节点 %2），它可能不只是做计算。这样的网络不会被打开。请去掉这个算子再导出网络。</translation>
    </message>
    <message>
        <source>the operator %1 (node %2) has the argument %3 = %4, which is not supported. Export the network with TorchScript instead, or without this argument.</source>
        <translation>算子 %1（节点 %2）的参数 %3 = %4 不受支持。请改用 TorchScript 导出网络，或去掉这个参数再导出。</translation>
    </message>
    <message>
        <source>the network is quantised (%1, node %2), and whole numbers have no gradients. Export the network as it was before it was quantised.</source>
        <translation>此网络已被量化（%1，节点 %2），而整数没有梯度。请导出量化之前的网络。</translation>
    </message>
    <message>
        <source>The network&apos;s file says that it takes pictures of %1 × %2 pixels; photos are stretched to that. Check in the input dialog how they are to be prepared.</source>
        <translation>网络文件说明它接收 %1 × %2 像素的图片；照片会被拉伸到这个尺寸。请在输入对话框中检查照片应当怎样准备。</translation>
    </message>
    <message>
        <source>The network takes pictures as height × width × channels, as Keras does, and is given them so.</source>
        <translation>此网络按 高 × 宽 × 通道 的顺序接收图片（Keras 的方式），图片已按此顺序提供。</translation>
    </message>
    <message>
        <source>this part of an index is damaged (%1). Remove the index and build it again.</source>
        <translation>索引的这一部分已损坏（%1）。请删除该索引并重新构建。</translation>
    </message>
    <message>
        <source>a later version of Convscope wrote this index (format %1, known up to %2). Update Convscope, or remove the index and build it again.</source>
        <translation>该索引由更新版本的 Convscope 写入（格式 %1，已知到 %2）。请更新 Convscope，或删除该索引并重新构建。</translation>
    </message>
    <message>
        <source>this index was made of %1. Choose another place for a new one, or remove it.</source>
        <translation>该索引由%1生成。请为新索引选择另一个位置，或删除它。</translation>
    </message>
    <message>
        <source>another program is building this index. Wait until it has finished, or stop it.</source>
        <translation>另一个程序正在构建该索引。请等待其完成，或将其停止。</translation>
    </message>
    <message>
        <source>the index does not hold layer %1. Build it with that layer, or choose another one.</source>
        <translation>索引中没有第 %1 层。请在构建时加入该层，或选择另一层。</translation>
    </message>
    <message>
        <source>what comes out of this filter of layer %1 cannot be told, as its batch norm multiplies it by 0. Look at the batch norm instead.</source>
        <translation>无法得知第 %1 层这个滤波器的输出，因为其批归一化将它乘以 0。请改看批归一化。</translation>
    </message>
    <message>
        <source>the index does not hold what each photo gives in layer %1. Choose another layer, or build the index again.</source>
        <translation>索引中没有每张照片在第 %1 层的结果。请选择另一层，或重新构建索引。</translation>
    </message>
    <message>
        <source>no photo here has a mask. Put the masks into a folder “masks” beside the photos.</source>
        <translation>这里没有带遮罩的照片。请把遮罩放进照片旁边的“masks”文件夹。</translation>
    </message>
    <message>
        <source>The picture says nothing: what it is made for stays the same whatever the picture shows (a dead ReLU); try the layer before the ReLU, or another seed.</source>
        <translation>该图像没有意义：无论图像显示什么，目标都保持不变（死亡的 ReLU）；请尝试 ReLU 之前的层，或换一个种子。</translation>
    </message>
    <message>
        <source>this is no index of filters. Choose the folder of one, or one that is empty.</source>
        <translation>这不是滤波器索引。请选择一个索引的文件夹，或一个空文件夹。</translation>
    </message>
    <message>
        <source>no index has been built of this network and these photos. Build it first.</source>
        <translation>还没有为该网络和这些照片构建索引。请先构建。</translation>
    </message>
    <message>
        <source>this is an ONNX network, which Convscope was built here without. Open it where Convscope has ONNX, or save the network with torch.export.</source>
        <translation>这是 ONNX 网络，而此处的 Convscope 构建时未包含 ONNX。请在含有 ONNX 的 Convscope 中打开它，或用 torch.export 保存该网络。</translation>
    </message>
    <message>
        <source>this network has no layer before its answer that is kept of each photo: no fully connected layer with another one before it. Choose a layer whose filters are to tell the photos apart.</source>
        <translation>此网络在答案之前没有可为每张照片保存的层：没有前面还有其他层的全连接层。请选择一个用其滤波器区分照片的层。</translation>
    </message>
    <message>
        <source>there is no GPU for the device “%1”: %2. The processor is the device “cpu”.</source>
        <translation>没有设备“%1”所需的 GPU：%2。处理器是设备“cpu”。</translation>
    </message>
    <message>
        <source>the GPU does not answer any more (%1). Open the network again on the device “cpu”, or restart the program.</source>
        <translation>GPU 不再响应（%1）。请在设备“cpu”上重新打开网络，或重新启动程序。</translation>
    </message>
    <message>
        <source>the network&apos;s values, or their squares, are too large for the sums of an index, which reach %1. Leave this photo out, or scale the network&apos;s weights.</source>
        <translation>网络的数值或其平方过大，超出索引求和的范围（最大 %1）。请去掉这张照片，或缩放网络的权重。</translation>
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
        <translation>%1（真实类别）</translation>
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
        <translation>关于 Convscope</translation>
    </message>
    <message>
        <source>Shows what a convolutional network looks at. MIT licence.</source>
        <translation>显示卷积神经网络在看什么。MIT 许可证。</translation>
    </message>
    <message>
        <source>Versions, device and log file</source>
        <translation>版本、设备和日志文件</translation>
    </message>
    <message>
        <source>&amp;Copy for a bug report</source>
        <translation>复制以便报告错误(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation>显示日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>设备：%1</translation>
    </message>
    <message>
        <source>no network open</source>
        <translation>未打开网络</translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <translation>系统：%1，%2</translation>
    </message>
    <message>
        <source>Screen: %1 × %2 pixels, scale %3, drawn by Qt&apos;s %4</source>
        <translation>屏幕：%1 × %2 像素，缩放 %3，由 Qt 的 %4 绘制</translation>
    </message>
    <message>
        <source>Language of the system: %1</source>
        <translation>系统语言：%1</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>日志：%1</translation>
    </message>
</context>
<context>
    <name>convscope::AddRowDialog</name>
    <message>
        <source>Add row</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>What the row shows</source>
        <translation>该行显示什么</translation>
    </message>
    <message>
        <source>The row is added below the others, with the layer and the filter of the network panel.</source>
        <translation>新行加在其他行的下方，使用网络面板中的层和滤波器。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Other rows in place of those on the board</source>
        <translation>用其他行替换对照板上的行</translation>
    </message>
</context>
<context>
    <name>convscope::Autosave</name>
    <message>
        <source>The session cannot be saved for the next start. %1</source>
        <translation>无法为下次启动保存会话。%1</translation>
    </message>
</context>
<context>
    <name>convscope::BoardController</name>
    <message>
        <source>Not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing to explain: the photo cannot be read.</source>
        <translation>没有可解释的：照片无法读取。</translation>
    </message>
</context>
<context>
    <name>convscope::BoardCorner</name>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Fit all rows</source>
        <translation>适应所有行</translation>
    </message>
    <message>
        <source>Make the pictures as large as all rows fit</source>
        <translation>使图片在所有行都能显示的前提下尽量大</translation>
    </message>
    <message>
        <source>Photos as rows</source>
        <translation>照片作为行</translation>
    </message>
    <message>
        <source>One row a photo, one column a view</source>
        <translation>每行一张照片，每列一个视图</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>图片的大小</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl+Alt++ and Ctrl+Alt+-)</source>
        <translation>图片的大小 (Ctrl+Alt++ 和 Ctrl+Alt+-)</translation>
    </message>
</context>
<context>
    <name>convscope::BoardEvidence</name>
    <message>
        <source>Evidence for %1</source>
        <translation>%1的证据</translation>
    </message>
    <message>
        <source>Random maps of %1</source>
        <translation>%1的随机图</translation>
    </message>
</context>
<context>
    <name>convscope::BoardView</name>
    <message>
        <source>Board: one column a photo, one row a view</source>
        <translation>对照板：每列一张照片，每行一个视图</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All pictures are enlarged. Show them whole again (Ctrl+0)</source>
        <translation>所有图片都已放大。恢复完整图片 (Ctrl+0)</translation>
    </message>
    <message>
        <source>%1× – whole</source>
        <translation>%1× – 完整</translation>
    </message>
    <message>
        <source>Enlarged %1 times: show whole pictures</source>
        <translation>已放大 %1 倍：显示完整图片</translation>
    </message>
    <message>
        <source>Board: one row a photo, one column a view</source>
        <translation>对照板：每行一张照片，每列一个视图</translation>
    </message>
    <message>
        <source>+ Add row</source>
        <translation>＋ 添加行</translation>
    </message>
    <message>
        <source>Ask something else about the photos</source>
        <translation>对照片提出别的问题</translation>
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
        <translation>照片显示多少</translation>
    </message>
    <message>
        <source>Uncovers the photo below the picture, from the left</source>
        <translation>从左侧起揭开图片下方的照片</translation>
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
        <translation>未计算</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>The map has %1 × %2 values and is enlarged to the photo&apos;s size.</source>
        <translation>该图有 %1 × %2 个值，已放大到照片的尺寸。</translation>
    </message>
    <message>
        <source>The superpixels are those of the network&apos;s input, enlarged to the photo&apos;s size.</source>
        <translation>超像素是网络输入的超像素，已放大到照片的尺寸。</translation>
    </message>
    <message>
        <source>The network does not see what is faded.</source>
        <translation>网络看不到变淡的部分。</translation>
    </message>
    <message>
        <source>The photo at its own resolution. The network sees it in %1 × %2 pixels (key N).</source>
        <translation>照片的原始分辨率。网络看到的是 %1 × %2 像素（N 键）。</translation>
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
        <translation>缩小</translation>
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
        <translation>网络所见</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Pixels of the screen for one of the picture&apos;s</source>
        <translation>图片的一个像素对应屏幕的像素数</translation>
    </message>
    <message>
        <source>About this picture</source>
        <translation>关于这张图片</translation>
    </message>
    <message>
        <source>The network says</source>
        <translation>网络的判断</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel (what has been reached is kept)</source>
        <translation>取消（已得到的结果会保留）</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>开始 %1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Network B says</source>
        <translation>网络 B 的判断</translation>
    </message>
    <message>
        <source>Network A says</source>
        <translation>网络 A 的判断</translation>
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
        <translation>取消（保留已得到的结果）</translation>
    </message>
    <message>
        <source>Being computed</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>未计算</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>开始 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
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
        <translation>已暂停：正在计算更紧急的内容</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
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
        <translation>缺少 %1 的网络。这些图片来自当前打开的网络，而不是当初所用的网络。</translation>
    </message>
    <message>
        <source>%1 is open as far as its files were found. Since it was written:</source>
        <translation>%1 已打开，但有些文件未找到。自写出以来：</translation>
    </message>
    <message>
        <source>%1 is open. The pictures may differ, because since it was written:</source>
        <translation>%1 已打开。图片可能有所不同，因为自写出以来：</translation>
    </message>
    <message>
        <source>Changed since then</source>
        <translation>此后的变化</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>变化内容</translation>
    </message>
    <message>
        <source>&amp;Find the files…</source>
        <translation>查找文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the folder that the missing files are in now, or one above it</source>
        <translation>选择缺失文件现在所在的文件夹，或其上级文件夹</translation>
    </message>
    <message>
        <source>Choose the folder that the missing files are in now</source>
        <translation>选择缺失文件现在所在的文件夹</translation>
    </message>
</context>
<context>
    <name>convscope::ClassChooser</name>
    <message>
        <source>Choose a class</source>
        <translation>选择类别</translation>
    </message>
    <message>
        <source>Search classes by name or number</source>
        <translation>按名称或编号搜索类别</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>名称或编号</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>convscope::ColumnHeading</name>
    <message>
        <source>✓ right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 错误</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>真实类别：%1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>Pinned: stays while you browse on</source>
        <translation>已固定：浏览其他照片时保留</translation>
    </message>
    <message>
        <source>Column %1: pin, class that is explained</source>
        <translation>列 %1：固定、要解释的类别</translation>
    </message>
    <message>
        <source>Pin this photo, or choose the class that is explained for it</source>
        <translation>固定这张照片，或选择要为它解释的类别</translation>
    </message>
    <message>
        <source>true %1</source>
        <translation>真实 %1</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>Predicted by network B: %1</source>
        <translation>网络 B 的预测：%1</translation>
    </message>
</context>
<context>
    <name>convscope::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;photos…</source>
        <translation>打开照片(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;network…</source>
        <translation>打开网络(&amp;N)…</translation>
    </message>
    <message>
        <source>Open &amp;demo</source>
        <translation>打开演示(&amp;D)</translation>
    </message>
    <message>
        <source>Open &amp;figure…</source>
        <translation>打开插图(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>打开会话(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;ave session as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>导出插图(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find photos</source>
        <translation>查找照片(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to index</source>
        <translation>跳转到序号(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next filter</source>
        <translation>下一个滤波器(&amp;N)</translation>
    </message>
    <message>
        <source>Next &amp;layer</source>
        <translation>下一层(&amp;L)</translation>
    </message>
    <message>
        <source>Previous l&amp;ayer</source>
        <translation>上一层(&amp;A)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Whole pictures</source>
        <translation>完整图片(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>In all pictures of the photos that have a mask</source>
        <translation>在有掩码的照片的所有图片中</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;LIME in blue and orange</source>
        <translation>LIME 用蓝色与橙色(&amp;L)</translation>
    </message>
    <message>
        <source>LIME in green and red, as in the &amp;notebook</source>
        <translation>LIME 用绿色与红色，与 notebook 一致(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Preview &amp;precision</source>
        <translation>预览精度(&amp;P)</translation>
    </message>
    <message>
        <source>Meant for CUDA and processors with AMX. The numbers are inexact, and each picture says so</source>
        <translation>适用于 CUDA 和带 AMX 的处理器。数值不精确，每张图片上都会注明</translation>
    </message>
    <message>
        <source>&amp;Reset parameters</source>
        <translation>重置参数(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Evaluate all photos</source>
        <translation>评估所有照片(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>Cancel &amp;all jobs</source>
        <translation>取消所有任务(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Views and keys</source>
        <translation>视图与快捷键(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;About Convscope</source>
        <translation>关于 Convscope(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>语言(&amp;U)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Input of the network…</source>
        <translation>网络的输入(&amp;I)…</translation>
    </message>
    <message>
        <source>Open sin&amp;gle photos…</source>
        <translation>打开单张照片(&amp;G)…</translation>
    </message>
    <message>
        <source>Rel&amp;oad photos</source>
        <translation>重新载入照片(&amp;O)</translation>
    </message>
    <message>
        <source>Show in the file &amp;manager</source>
        <translation>在文件管理器中显示(&amp;M)</translation>
    </message>
    <message>
        <source>Sa&amp;ve session</source>
        <translation>保存会话(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Of the board&apos;s cell that has the focus</source>
        <translation>对照板上焦点所在的单元格</translation>
    </message>
    <message>
        <source>Select &amp;all photos</source>
        <translation>选择所有照片(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious filter</source>
        <translation>上一个滤波器(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Size of the pictures</source>
        <translation>图片的大小(&amp;S)</translation>
    </message>
    <message>
        <source>Size of the t&amp;humbnails</source>
        <translation>缩略图的大小(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Maps over the photos</source>
        <translation>将图叠加到照片上(&amp;M)</translation>
    </message>
    <message>
        <source>Outline the foo&amp;d</source>
        <translation>勾勒食物轮廓(&amp;D)</translation>
    </message>
    <message>
        <source>Five li&amp;keliest classes in the headings</source>
        <translation>在标题中显示最可能的五个类别(&amp;K)</translation>
    </message>
    <message>
        <source>Full scr&amp;een</source>
        <translation>全屏(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation>解释(&amp;X)</translation>
    </message>
    <message>
        <source>Confusion &amp;matrix</source>
        <translation>混淆矩阵(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;orget kept results…</source>
        <translation>清除保留的结果(&amp;O)…</translation>
    </message>
    <message>
        <source>What networks said to photos is kept for the next start</source>
        <translation>网络对照片的判断会保留到下次启动</translation>
    </message>
    <message>
        <source>S&amp;tart all</source>
        <translation>全部开始(&amp;T)</translation>
    </message>
    <message>
        <source>Whatever on the board was cancelled, failed or waits to be started</source>
        <translation>对照板上所有已取消、失败或等待开始的内容</translation>
    </message>
    <message>
        <source>Cancel what ru&amp;ns</source>
        <translation>取消正在运行的任务(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start slow rows by themselves</source>
        <translation>较慢的行自动开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Second net&amp;work</source>
        <translation>第二个网络(&amp;W)</translation>
    </message>
    <message>
        <source>Open as &amp;second…</source>
        <translation>作为第二个打开(&amp;S)…</translation>
    </message>
    <message>
        <source>This one with layers drawn &amp;anew…</source>
        <translation>重新随机生成当前网络的层(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close second</source>
        <translation>关闭第二个(&amp;C)</translation>
    </message>
    <message>
        <source>What speaks for each map, beside random maps</source>
        <translation>每张图有什么依据，与随机图比较</translation>
    </message>
    <message>
        <source>Compare A and &amp;B on all photos</source>
        <translation>在所有照片上比较 A 与 B(&amp;B)</translation>
    </message>
    <message>
        <source>Where the network and the second one say different classes</source>
        <translation>第一个网络与第二个网络在哪些照片上判断不同</translation>
    </message>
    <message>
        <source>Compare met&amp;hods…</source>
        <translation>比较方法(&amp;H)…</translation>
    </message>
    <message>
        <source>Evidence &amp;below the pictures</source>
        <translation>图片下方的证据(&amp;B)</translation>
    </message>
    <message>
        <source>The photos of the folder that excite each filter most</source>
        <translation>文件夹中最能激发每个滤波器的照片</translation>
    </message>
    <message>
        <source>Photos that are alike to the network stand together</source>
        <translation>网络认为相似的照片排在一起</translation>
    </message>
    <message>
        <source>F&amp;ilter microscope…</source>
        <translation>滤波器显微镜(&amp;I)…</translation>
    </message>
    <message>
        <source>Map o&amp;f the photos…</source>
        <translation>照片分布图(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>convscope::Comparer</name>
    <message>
        <source>Comparing methods (%1)</source>
        <translation>正在比较方法（%1）</translation>
    </message>
</context>
<context>
    <name>convscope::Comparing</name>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
<context>
    <name>convscope::ComparisonDialog</name>
    <message>
        <source>Add as a &amp;row</source>
        <translation>添加为一行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>比较方法</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比较的进度</translation>
    </message>
    <message>
        <source>Methods and their means</source>
        <translation>方法及其均值</translation>
    </message>
    <message>
        <source>Notes on the table</source>
        <translation>关于表格的说明</translation>
    </message>
    <message>
        <source>Values of each photo</source>
        <translation>每张照片的数值</translation>
    </message>
    <message>
        <source>Put the method of the selected row on the board</source>
        <translation>把所选行的方法放到对照板上</translation>
    </message>
    <message>
        <source>Save the table and the plots as PNG, SVG or PDF, or the numbers as CSV</source>
        <translation>把表格和图保存为 PNG、SVG 或 PDF，或把数值保存为 CSV</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open a network first.</source>
        <translation>请先打开一个网络。</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>开始(&amp;T)</translation>
    </message>
    <message>
        <source>Other work goes first.</source>
        <translation>其他工作优先。</translation>
    </message>
    <message>
        <source>Runs behind all other work. Stop keeps what is measured.</source>
        <translation>在所有其他工作之后运行。停止会保留已测量的结果。</translation>
    </message>
    <message>
        <source>Which method suits this network? Choose methods and measures, and start. Random and uniform maps are measured beside them: what is no better says nothing of the network.</source>
        <translation>哪种方法适合这个网络？请选择方法和度量，然后开始。随机图和均匀图会一同测量：不优于它们的方法说明不了网络。</translation>
    </message>
    <message>
        <source>%1 of %2 photos are measured</source>
        <translation>已测量 %2 张照片中的 %1 张</translation>
    </message>
    <message>
        <source>1 photo is measured</source>
        <translation>已测量 1 张照片</translation>
    </message>
    <message>
        <source>%1 photos are measured</source>
        <translation>已测量 %1 张照片</translation>
    </message>
    <message>
        <source>Means with 95 % intervals. ★: the best, whose interval overlaps that of no other.</source>
        <translation>均值及 95 % 区间。★：最好的方法，其区间不与其他方法重叠。</translation>
    </message>
    <message>
        <source>What was measured could not be kept: %1</source>
        <translation>测量结果无法保存：%1</translation>
    </message>
    <message>
        <source>%1 more photos could not be read.</source>
        <translation>另有 %1 张照片无法读取。</translation>
    </message>
    <message>
        <source>Save the comparison as</source>
        <translation>将比较保存为</translation>
    </message>
    <message>
        <source>CSV of the table (*.csv)</source>
        <translation>表格的 CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV of each photo (*.csv)</source>
        <translation>每张照片的 CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>convscope::ComparisonModel</name>
    <message>
        <source>This map knows nothing of the network. What a method is better than this, it owes to the network.</source>
        <translation>此图对网络一无所知。方法优于它的部分来自网络。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 张照片</translation>
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
        <translation>对照板上的行</translation>
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
        <translation>%2 张中的 %1 张，均匀选取</translation>
    </message>
    <message>
        <source>The one in the gallery</source>
        <translation>图库中的这一张</translation>
    </message>
    <message>
        <source>All %1 in the gallery</source>
        <translation>图库中的全部 %1 张</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>The gallery shows no photos. Open some, or change its filters.</source>
        <translation>图库没有显示照片。请打开一些照片，或更改其筛选条件。</translation>
    </message>
    <message>
        <source>No row of the board has a map that can be measured. Choose other methods.</source>
        <translation>对照板上没有可测量的图。请选择其他方法。</translation>
    </message>
    <message>
        <source>Choose at least one measure.</source>
        <translation>请至少选择一个度量。</translation>
    </message>
</context>
<context>
    <name>convscope::ConfusionDialog</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Rows are the true classes, columns the predicted ones. A click or Enter shows the photos of a cell in the gallery.</source>
        <translation>行为真实类别，列为预测类别。单击或按 Enter 键，可在图库中显示该单元格的照片。</translation>
    </message>
    <message>
        <source>Part of the class: none</source>
        <translation>占该类别的比例：无</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the table as text, cells apart by tabs (Ctrl+C)</source>
        <translation>将表格复制为文本，单元格以制表符分隔 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>复制为 CSV(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;all photos</source>
        <translation>显示所有照片(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No photo with a true class has been evaluated.</source>
        <translation>尚未评估任何真实类别已知的照片。</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>保存图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the table as PNG, SVG or PDF</source>
        <translation>将表格保存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Save the confusion matrix as</source>
        <translation>将混淆矩阵保存为</translation>
    </message>
    <message>
        <source>Confusion matrix – %1 – %2</source>
        <translation>混淆矩阵 – %1 – %2</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>网络：%1</translation>
    </message>
    <message>
        <source>Photos: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>The labels of these photos are not the network&apos;s classes, so there is nothing to compare. Map them to its classes: the button above the photos says where they come from, and has the map.</source>
        <translation>这些照片的标签不是网络的类别，因此无法比较。请将其对应到网络的类别：照片上方的按钮说明标签的来源，并可设置对应关系。</translation>
    </message>
    <message>
        <source>The labels are not the network&apos;s classes, so nothing is compared.</source>
        <translation>标签不是网络的类别，因此不作比较。</translation>
    </message>
    <message>
        <source>%1 so far; the folder has %2 photos</source>
        <translation>目前 %1；文件夹中共 %2 张照片</translation>
    </message>
    <message>
        <source>The %1 of %2 classes that occur are shown.</source>
        <translation>显示出现过的 %1 / %2 个类别。</translation>
    </message>
</context>
<context>
    <name>convscope::ConfusionModel</name>
    <message>
        <source>%1 of %2 photos of %3 are right</source>
        <translation>%3 的 %2 张照片中有 %1 张正确</translation>
    </message>
    <message>
        <source>%1 of %2 photos of %3 are taken for %4</source>
        <translation>%3 的 %2 张照片中有 %1 张被判为 %4</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>真实类别：%1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation>真实 \ 预测</translation>
    </message>
    <message>
        <source>No photo of %1 has been evaluated</source>
        <translation>%1 的照片都未评估</translation>
    </message>
    <message>
        <source>The only photo of %1 is right</source>
        <translation>%1 的唯一一张照片正确</translation>
    </message>
    <message>
        <source>The only photo of %1 is wrong</source>
        <translation>%1 的唯一一张照片错误</translation>
    </message>
    <message>
        <source>None of %1 photos of %2 is right</source>
        <translation>%2 的 %1 张照片都不正确</translation>
    </message>
    <message>
        <source>%1 of %2 photos of %3 is right</source>
        <translation>%3 的 %2 张照片中有 %1 张正确</translation>
    </message>
    <message>
        <source>No photo of %1 is taken for %2</source>
        <translation>没有 %1 的照片被判为 %2</translation>
    </message>
    <message>
        <source>The only photo of %1 is taken for %2</source>
        <translation>%1 的唯一一张照片被判为 %2</translation>
    </message>
    <message>
        <source>%1 of %2 photos of %3 is taken for %4</source>
        <translation>%3 的 %2 张照片中有 %1 张被判为 %4</translation>
    </message>
    <message>
        <source>No photo is taken for %1</source>
        <translation>没有照片被判为 %1</translation>
    </message>
    <message>
        <source>The only photo that is taken for %1 is right</source>
        <translation>唯一被判为 %1 的照片正确</translation>
    </message>
    <message>
        <source>The only photo that is taken for %1 is wrong</source>
        <translation>唯一被判为 %1 的照片错误</translation>
    </message>
    <message>
        <source>None of %1 photos that are taken for %2 is right</source>
        <translation>被判为 %2 的 %1 张照片都不正确</translation>
    </message>
    <message>
        <source>%1 of %2 photos that are taken for %3 is right</source>
        <translation>被判为 %3 的 %2 张照片中有 %1 张正确</translation>
    </message>
    <message>
        <source>%1 of %2 photos that are taken for %3 are right</source>
        <translation>被判为 %3 的 %2 张照片中有 %1 张正确</translation>
    </message>
    <message>
        <source>No photo with a true class has been evaluated</source>
        <translation>尚未评估任何已知真实类别的照片</translation>
    </message>
    <message>
        <source>%1 of %2 photos is right</source>
        <translation>%2 张照片中 %1 张正确</translation>
    </message>
    <message>
        <source>%1 of %2 photos are right</source>
        <translation>%2 张照片中 %1 张正确</translation>
    </message>
    <message>
        <source>Taken for it</source>
        <translation>被判为该类</translation>
    </message>
    <message>
        <source>Of the photos that are taken for a class, how many are of it (precision)</source>
        <translation>被判为某类别的照片中，有多少真正属于该类别（精确率）</translation>
    </message>
    <message>
        <source>Of the photos of a class, how many are taken for it (recall)</source>
        <translation>某类别的照片中，有多少被判为该类别（召回率）</translation>
    </message>
    <message>
        <source>How many photos are taken for a class</source>
        <translation>被判为某类别的照片数</translation>
    </message>
    <message>
        <source>How many photos of a class have been evaluated</source>
        <translation>某类别已评估的照片数</translation>
    </message>
</context>
<context>
    <name>convscope::ConfusionView</name>
    <message>
        <source>Confusion matrix: a row for each true class, a column for each predicted one</source>
        <translation>混淆矩阵：每行一个真实类别，每列一个预测类别</translation>
    </message>
    <message>
        <source>Predicted classes</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>True classes</source>
        <translation>真实类别</translation>
    </message>
</context>
<context>
    <name>convscope::CropModel</name>
    <message>
        <source>Whole photo: %1</source>
        <translation>整张照片：%1</translation>
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
        <translation>这是演示。打开您自己的：</translation>
    </message>
    <message>
        <source>Drawn photos in which it is known where the food is, and a small network trained on such</source>
        <translation>绘制的照片，已知食物在何处；以及用此类照片训练的小型网络</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Photos…</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Open a folder of your own photos (Ctrl+O)</source>
        <translation>打开您自己的照片文件夹 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>Open your own trained network (Ctrl+M)</source>
        <translation>打开您自己训练的网络 (Ctrl+M)</translation>
    </message>
    <message>
        <source>The network is the demo&apos;s, trained on drawn food. Open your own:</source>
        <translation>网络是演示用的，在绘制的食物上训练。打开您自己的：</translation>
    </message>
    <message>
        <source>The photos are the demo&apos;s. Open your own:</source>
        <translation>照片是演示用的。打开您自己的：</translation>
    </message>
</context>
<context>
    <name>convscope::DifferencesDialog</name>
    <message>
        <source>Where A and B differ</source>
        <translation>A 与 B 的不同之处</translation>
    </message>
    <message>
        <source>A double click, or Enter, puts a photo on the board.</source>
        <translation>双击或按 Enter 可将照片放上对照板。</translation>
    </message>
    <message>
        <source>A and B say different classes to %1 of %2 photos.</source>
        <translation>在 %2 张照片中，A 与 B 对 %1 张的判断不同。</translation>
    </message>
    <message>
        <source>McNemar&apos;s test compares %1 (only A right) with %2 (only B right).</source>
        <translation>McNemar 检验比较 %1（仅 A 正确）与 %2（仅 B 正确）。</translation>
    </message>
    <message>
        <source>Photos to which A and B say different classes</source>
        <translation>A 与 B 判断不同的照片</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>A says</source>
        <translation>A 的判断</translation>
    </message>
    <message>
        <source>B says</source>
        <translation>B 的判断</translation>
    </message>
    <message>
        <source>Of %1 photos with a class that both know: both right&#xa0;%2, only A right&#xa0;%3, only B right&#xa0;%4, both wrong&#xa0;%5.</source>
        <translation>类别为两者都认识的 %1 张照片：两者都正确 %2，仅 A 正确 %3，仅 B 正确 %4，两者都错 %5。</translation>
    </message>
</context>
<context>
    <name>convscope::DocumentationDialog</name>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>C&amp;ontents</source>
        <translation>目录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
</context>
<context>
    <name>convscope::DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>拖放以打开</translation>
    </message>
</context>
<context>
    <name>convscope::EmptyState</name>
    <message>
        <source>Open &amp;photos…</source>
        <translation>打开照片(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;network…</source>
        <translation>打开网络(&amp;N)…</translation>
    </message>
    <message>
        <source>Open &amp;demo</source>
        <translation>打开演示(&amp;D)</translation>
    </message>
    <message>
        <source>Photos come from a folder: one whose file names begin with the class (3_12.jpg), one with a sub-folder for each class, or any folder of pictures.</source>
        <translation>照片来自一个文件夹：文件名以类别开头（3_12.jpg），或每个类别各有一个子文件夹，或任意图片文件夹。</translation>
    </message>
    <message>
        <source>Files and folders can also be dropped anywhere on this window.</source>
        <translation>也可以把文件和文件夹拖放到此窗口的任意位置。</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>See what a network looks at</source>
        <translation>看看网络在看什么</translation>
    </message>
    <message>
        <source>Open a trained network and a folder of photos, or the demo.</source>
        <translation>打开训练好的网络和照片文件夹，或打开演示。</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Choose photos on the left</source>
        <translation>在左侧选择照片</translation>
    </message>
    <message>
        <source>Each photo becomes a column of the board. Hold Ctrl or Shift to choose several.</source>
        <translation>每张照片成为对照板的一列。按住 Ctrl 或 Shift 键可选择多张。</translation>
    </message>
    <message>
        <source>A network is a file of torch.export (.pt2), ONNX (.onnx) or TorchScript (.pt), or a checkpoint (.pth) of the homework&apos;s kind. Only TorchScript runs code from its file.</source>
        <translation>网络是 torch.export（.pt2）、ONNX（.onnx）或 TorchScript（.pt）的文件，或作业那类网络的检查点（.pth）。只有 TorchScript 会运行文件中的代码。</translation>
    </message>
</context>
<context>
    <name>convscope::Evaluating</name>
    <message>
        <source>Forget kept results</source>
        <translation>清除保留的结果</translation>
    </message>
    <message>
        <source>No results are kept.</source>
        <translation>没有保留的结果。</translation>
    </message>
    <message>
        <source>The answers of one network to one folder of photos are kept (%1).</source>
        <translation>保留了一个网络对一个照片文件夹的结果（%1）。</translation>
    </message>
    <message>
        <source>The answers of networks to %1 folders of photos are kept (%2).</source>
        <translation>保留了网络对 %1 个照片文件夹的结果（%2）。</translation>
    </message>
    <message>
        <source>They lie in %1. Once they are forgotten, photos have to be evaluated again.</source>
        <translation>它们在 %1 中。清除后，照片需要重新评估。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Not all kept results could be deleted.</source>
        <translation>未能删除所有保留的结果。</translation>
    </message>
    <message>
        <source>What was measured of methods is kept (%1).</source>
        <translation>已保存对方法的测量结果（%1）。</translation>
    </message>
    <message>
        <source>What was measured of methods is among them.</source>
        <translation>其中包括对方法的测量结果。</translation>
    </message>
</context>
<context>
    <name>convscope::EvaluationBar</name>
    <message>
        <source>Progress of the evaluation</source>
        <translation>评估进度</translation>
    </message>
    <message>
        <source>Which classes the network takes for which</source>
        <translation>网络把哪些类别判为哪些类别</translation>
    </message>
    <message>
        <source>Run the network over all photos of the folder, behind all else that it does</source>
        <translation>让网络处理文件夹中的所有照片，优先级低于其他任务</translation>
    </message>
    <message>
        <source>%1 of %2 evaluated</source>
        <translation>已评估 %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Matrix…</source>
        <translation>矩阵…</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Evaluate the rest</source>
        <translation>评估其余照片</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Cancel the evaluation; what has been answered is kept</source>
        <translation>取消评估；已得到的结果会保留</translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>All evaluated</source>
        <translation>全部已评估</translation>
    </message>
    <message>
        <source>The answers are lost when the program ends. %1</source>
        <translation>程序结束后结果将丢失。%1</translation>
    </message>
    <message>
        <source>The answers are kept for the next start.</source>
        <translation>结果会保留到下次启动。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Evaluate the photos again that could not be evaluated</source>
        <translation>再次评估未能评估的照片</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 张失败</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 张失败</translation>
    </message>
    <message>
        <source>%1 photos could not be evaluated. The first of them: %2</source>
        <translation>%1 张照片无法评估。其中第一张：%2</translation>
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
        <translation>正在评估 %1</translation>
    </message>
    <message>
        <source>chosen one by one</source>
        <translation>逐张选择</translation>
    </message>
</context>
<context>
    <name>convscope::EvidencePanel</name>
    <message>
        <source>The evidence follows when the picture is there.</source>
        <translation>图片出来后才有证据。</translation>
    </message>
    <message>
        <source>This map is about no class, so there is no probability that hiding could change.</source>
        <translation>这张图不针对任何类别，所以没有遮住像素会改变的概率。</translation>
    </message>
    <message>
        <source>Top %1 hidden</source>
        <translation>遮住最热的 %1</translation>
    </message>
    <message>
        <source>The map is the same everywhere.</source>
        <translation>图处处相同。</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>area %1
random maps %2–%3</source>
        <translation>面积 %1
随机图 %2–%3</translation>
    </message>
    <message>
        <source>area %1
measuring random maps</source>
        <translation>面积 %1
正在测量随机图</translation>
    </message>
    <message>
        <source>area %1</source>
        <translation>面积 %1</translation>
    </message>
    <message>
        <source>is being measured</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>The line is the probability of the class as pixels are hidden in black, the hottest first, or come back into a blurred photo. Gray: random maps as coarse as those of deep layers. Hatched: random maps of single pixels. The network has never seen such pictures.</source>
        <translation>曲线是从最热的像素开始涂黑，或放回模糊照片时该类别的概率。灰色：和深层的图一样粗的随机图。斜线：单个像素的随机图。网络从未见过这样的图片。</translation>
    </message>
    <message>
        <source>Evidence is measured of the first network alone.</source>
        <translation>证据只对第一个网络测量。</translation>
    </message>
    <message>
        <source>Evidence is measured of maps and of superpixels.</source>
        <translation>证据只对图和超像素测量。</translation>
    </message>
</context>
<context>
    <name>convscope::Examining</name>
    <message>
        <source>Here will be the photos that excite the filter most, once they have been found.</source>
        <translation>找到之后，这里将显示最能激发该滤波器的照片。</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Here will be all filters of a layer, once their photos have been found.</source>
        <translation>找到照片之后，这里将显示一层的所有滤波器。</translation>
    </message>
    <message>
        <source>What excites the filters of %1</source>
        <translation>什么能激发 %1 的滤波器</translation>
    </message>
    <message>
        <source>Save the page as</source>
        <translation>将页面另存为</translation>
    </message>
    <message>
        <source>Show the &amp;photo on the board</source>
        <translation>在对照板上显示该照片(&amp;P)</translation>
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
        <translation>插图宽度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>&amp;Captions and notes</source>
        <translation>图注和备注(&amp;C)</translation>
    </message>
    <message>
        <source>Captions and notes</source>
        <translation>图注和备注</translation>
    </message>
    <message>
        <source>Also the numbers</source>
        <translation>同时导出数值</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>选择文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose a folder for the numbers</source>
        <translation>选择保存数值的文件夹</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出插图</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Rows of the figure</source>
        <translation>插图的行</translation>
    </message>
    <message>
        <source>Photos of the figure</source>
        <translation>插图的照片</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 矢量图</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>SVG and PDF hold real text and stay sharp at every size</source>
        <translation>SVG 和 PDF 包含真正的文字，任意大小都清晰</translation>
    </message>
    <message>
        <source> cm</source>
        <translation> cm</translation>
    </message>
    <message>
        <source>Width of the whole figure; the pictures share what the texts leave</source>
        <translation>整幅插图的宽度；除文字外的空间由各图片平分</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Pixels an inch of a PNG</source>
        <translation>PNG 每英寸的像素数</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>The lines below the pictures, and the notes at the end that they point to</source>
        <translation>图片下方的文字，以及它们所指向的末尾备注</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Reso&amp;lution</source>
        <translation>分辨率(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>文字大小(&amp;T)</translation>
    </message>
    <message>
        <source>Arrays as .npy, LIME&apos;s weights as .csv, each with its picture and with how it was made</source>
        <translation>数组存为 .npy，LIME 的权重存为 .csv，各附其图片和生成方式</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>In a folder beside the figure</source>
        <translation>在插图旁的文件夹中</translation>
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
        <translation>将插图导出为</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>Language of the figure</source>
        <translation>插图的语言</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>语言(&amp;N)</translation>
    </message>
    <message>
        <source>Photos at their own resolution</source>
        <translation>照片用原始分辨率</translation>
    </message>
    <message>
        <source>Ph&amp;otos as rows</source>
        <translation>照片作为行(&amp;O)</translation>
    </message>
    <message>
        <source>Photos as rows</source>
        <translation>照片作为行</translation>
    </message>
    <message>
        <source>Wait for what is being computed</source>
        <translation>等待正在计算的内容</translation>
    </message>
    <message>
        <source>Also the num&amp;bers</source>
        <translation>同时导出数值(&amp;B)</translation>
    </message>
    <message>
        <source>The figure is written when all its pictures are there</source>
        <translation>所有图片就绪后再写入插图</translation>
    </message>
    <message>
        <source>One row a photo and one column a view: lower, where there are few photos</source>
        <translation>每行一张照片、每列一个视图：照片少时更矮</translation>
    </message>
    <message>
        <source>In the row of the photos, as far as the network sees them; not in the preview</source>
        <translation>照片行中，网络所见的部分；预览中不显示</translation>
    </message>
    <message>
        <source>That is higher than a page of A4: leave photos out, or make it narrower.</source>
        <translation>这超过一页 A4 的高度：请减少照片，或减小宽度。</translation>
    </message>
    <message>
        <source>That is higher than a page of A4: lay the photos as rows, leave rows out, or make it narrower.</source>
        <translation>这超过一页 A4 的高度：请把照片作为行，减少行，或减小宽度。</translation>
    </message>
    <message>
        <source>One picture is not computed yet.</source>
        <translation>有一张图片尚未计算。</translation>
    </message>
    <message>
        <source>%1 pictures are not computed yet.</source>
        <translation>有 %1 张图片尚未计算。</translation>
    </message>
    <message>
        <source>Photos &amp;at their own resolution</source>
        <translation>照片用原始分辨率(&amp;A)</translation>
    </message>
</context>
<context>
    <name>convscope::ExtremePhotos</name>
    <message>
        <source>Photos with the best values</source>
        <translation>数值最好的照片</translation>
    </message>
    <message>
        <source>Photos with the worst values</source>
        <translation>数值最差的照片</translation>
    </message>
    <message>
        <source>A click puts the photo on the board</source>
        <translation>单击可把照片放到对照板上</translation>
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
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>%1 was not written, as the board now shows other photos or rows. Export it again.</source>
        <translation>%1 未写入，因为对照板现在显示其他照片或行。请重新导出。</translation>
    </message>
</context>
<context>
    <name>convscope::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>插图预览</translation>
    </message>
    <message>
        <source>Choose at least one row and one photo.</source>
        <translation>请至少选择一行和一张照片。</translation>
    </message>
</context>
<context>
    <name>convscope::FilterCard</name>
    <message>
        <source>The chosen filter</source>
        <translation>所选滤波器</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights of the filter</source>
        <translation>滤波器的权重</translation>
    </message>
    <message>
        <source>Activation in the board&apos;s photos</source>
        <translation>在对照板照片上的激活</translation>
    </message>
    <message>
        <source>Activation of the filter in each photo</source>
        <translation>该滤波器在每张照片上的激活</translation>
    </message>
    <message>
        <source>What excites it most</source>
        <translation>最能激发它的图像</translation>
    </message>
    <message>
        <source>A picture made from noise so that the sum of this filter&apos;s map grows as large as it can. It shows what the filter answers to, not what the network decides by.</source>
        <translation>由噪声生成的图片，使该滤波器特征图的总和尽可能大。它显示滤波器对什么有响应，而不是网络据以判断的依据。</translation>
    </message>
    <message>
        <source>Picture that excites the filter most</source>
        <translation>最能激发该滤波器的图片</translation>
    </message>
    <message>
        <source>Progress of the picture</source>
        <translation>图片的进度</translation>
    </message>
    <message>
        <source>Filter %1 of layer %2, %3 %4</source>
        <translation>层 %2 的滤波器 %1，%3 %4</translation>
    </message>
    <message>
        <source>No filter is chosen</source>
        <translation>未选择滤波器</translation>
    </message>
    <message>
        <source>This layer&apos;s maps are not made by the filters of one convolution.</source>
        <translation>该层的特征图不是由单个卷积的滤波器产生的。</translation>
    </message>
    <message>
        <source>%1 × %2 × %3</source>
        <translation>%1 × %2 × %3</translation>
    </message>
    <message>
        <source>%1 (inputs, height, width)</source>
        <translation>%1（输入、高、宽）</translation>
    </message>
    <message>
        <source>Of the convolution before it, %1 %2: %3 (inputs, height, width)</source>
        <translation>来自其前的卷积 %1 %2：%3（输入、高、宽）</translation>
    </message>
    <message>
        <source>From noise of seed %1, %2 steps</source>
        <translation>从种子为 %1 的噪声开始，%2 步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>%1: picture that excites the filter most</source>
        <translation>%1：最能激发该滤波器的图片</translation>
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
        <translation>同一色标(&amp;C)</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>滤波器的排序</translation>
    </message>
    <message>
        <source>In which order the filters stand</source>
        <translation>滤波器按什么顺序排列</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By mean</source>
        <translation>按均值</translation>
    </message>
    <message>
        <source>By maximum</source>
        <translation>按最大值</translation>
    </message>
    <message>
        <source>Colour all maps from the lowest to the highest value of the layer, so that they can be compared; else each from its own lowest to its own highest</source>
        <translation>所有特征图按该层的最低值到最高值着色，以便比较；否则各按自身的最低值到最高值着色</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Select a photo to see what the filters find in it.</source>
        <translation>选择一张照片，查看各滤波器在其中的响应。</translation>
    </message>
    <message>
        <source>Maps of %1 are being computed.</source>
        <translation>正在计算 %1 的特征图。</translation>
    </message>
    <message>
        <source>Maps of %1, the board&apos;s first photo</source>
        <translation>对照板第一张照片 %1 的特征图</translation>
    </message>
    <message>
        <source>%1. %2 of %3 filters are silent.</source>
        <translation>%1。%3 个滤波器中有 %2 个无响应。</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>滤波器 %1</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>选择(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Weights and what excites it</source>
        <translation>权重和最能激发它的图像(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Explain what excites it here</source>
        <translation>解释它在此处为何被激发(&amp;E)</translation>
    </message>
</context>
<context>
    <name>convscope::FilterInspector</name>
    <message>
        <source>Image of filter %1 of layer %2</source>
        <translation>层 %2 滤波器 %1 的图像</translation>
    </message>
</context>
<context>
    <name>convscope::FilterMapDelegate</name>
    <message>
        <source>silent</source>
        <translation>无响应</translation>
    </message>
</context>
<context>
    <name>convscope::FilterMapModel</name>
    <message>
        <source>Filter %1</source>
        <translation>滤波器 %1</translation>
    </message>
    <message>
        <source>Filter %1: mean %2, maximum %3</source>
        <translation>滤波器 %1：均值 %2，最大值 %3</translation>
    </message>
    <message>
        <source>%1, silent on this photo</source>
        <translation>%1，对这张照片无响应</translation>
    </message>
</context>
<context>
    <name>convscope::FilterPage</name>
    <message>
        <source>No filter is chosen.</source>
        <translation>未选择滤波器。</translation>
    </message>
    <message>
        <source>Previous filter</source>
        <translation>上一个滤波器</translation>
    </message>
    <message>
        <source>Previous filter (Page Up or [)</source>
        <translation>上一个滤波器（Page Up 或 [）</translation>
    </message>
    <message>
        <source>Next filter</source>
        <translation>下一个滤波器</translation>
    </message>
    <message>
        <source>Next filter (Page Down or ])</source>
        <translation>下一个滤波器（Page Down 或 ]）</translation>
    </message>
    <message>
        <source>&amp;Map over the photos</source>
        <translation>在照片上叠加特征图(&amp;M)</translation>
    </message>
    <message>
        <source>Where in the photo the filter answers: the lighter, the more</source>
        <translation>滤波器在照片中的哪里有响应：越亮，响应越强</translation>
    </message>
    <message>
        <source>&amp;Whole photos</source>
        <translation>整张照片(&amp;W)</translation>
    </message>
    <message>
        <source>All photos whole, with a frame around what the filter sees; a click or Space does it for one</source>
        <translation>显示所有照片的全貌，并框出滤波器看到的部分；单击或按空格键只对一张照片这样做</translation>
    </message>
    <message>
        <source>&amp;All filters</source>
        <translation>所有滤波器(&amp;A)</translation>
    </message>
    <message>
        <source>All filters of this layer</source>
        <translation>该层的所有滤波器</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy this page as a picture (Ctrl+C)</source>
        <translation>将此页复制为图片 (Ctrl+C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save this page as PNG, SVG or PDF</source>
        <translation>将此页保存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>What excites the filter, strongest first</source>
        <translation>激发该滤波器的内容，最强的在前</translation>
    </message>
    <message>
        <source>The values of single photos were not kept in the index.</source>
        <translation>索引中没有保存单张照片的值。</translation>
    </message>
    <message>
        <source>Values by class</source>
        <translation>各类别的值</translation>
    </message>
    <message>
        <source>Numbers, image and weights of the filter</source>
        <translation>该滤波器的数值、图像和权重</translation>
    </message>
    <message>
        <source>What excites it most</source>
        <translation>最能激发它的图像</translation>
    </message>
    <message>
        <source>A picture made from noise so that the sum of this filter&apos;s map grows as large as it can. It shows what the filter answers to, not what the network decides by.</source>
        <translation>由噪声生成的图片，使该滤波器特征图的总和尽可能大。它显示滤波器对什么有响应，而不是网络据以判断的依据。</translation>
    </message>
    <message>
        <source>Picture that excites the filter most</source>
        <translation>最能激发该滤波器的图片</translation>
    </message>
    <message>
        <source>Progress of the picture</source>
        <translation>图片的进度</translation>
    </message>
    <message>
        <source>Most similar filters</source>
        <translation>最相似的滤波器</translation>
    </message>
    <message>
        <source>The cosine of their answers to the photos: 1, they answer alike</source>
        <translation>它们对照片的响应的余弦：1 表示响应相同</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights of the filter</source>
        <translation>滤波器的权重</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 (inputs, height, width)</source>
        <translation>%1 × %2 × %3（输入、高、宽）</translation>
    </message>
    <message>
        <source>Of the convolution before it, layer %1: %2</source>
        <translation>属于它之前的卷积，层 %1：%2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>%1: picture that excites the filter most</source>
        <translation>%1：最能激发该滤波器的图片</translation>
    </message>
    <message>
        <source>Filter %1, cosine %2</source>
        <translation>滤波器 %1，余弦 %2</translation>
    </message>
    <message>
        <source>Filter %1 is being read.</source>
        <translation>正在读取滤波器 %1。</translation>
    </message>
    <message>
        <source>No photo excites this filter.</source>
        <translation>没有照片能激发该滤波器。</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
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
        <translation>显示数据集中哪一部分的照片</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>No more than %1 photos can be pinned.</source>
        <translation>最多固定 %1 张照片。</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 张照片</translation>
    </message>
    <message>
        <source>%1 of %2 photos</source>
        <translation>%1 / %2 张照片</translation>
    </message>
    <message>
        <source> · %1 selected, the first %2 are on the board</source>
        <translation> · 已选 %1 张，前 %2 张在对照板上</translation>
    </message>
    <message>
        <source> · %1 selected</source>
        <translation> · 已选 %1 张</translation>
    </message>
    <message>
        <source> · %1 pinned</source>
        <translation> · 已固定 %1 张</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>The board has no room for more than %1 photos.</source>
        <translation>对照板最多容纳 %1 张照片。</translation>
    </message>
    <message>
        <source>Open &amp;large</source>
        <translation>放大打开(&amp;L)</translation>
    </message>
    <message>
        <source>Take from the &amp;board</source>
        <translation>从对照板移除(&amp;B)</translation>
    </message>
    <message>
        <source>Put on the &amp;board</source>
        <translation>放到对照板上(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pinned</source>
        <translation>固定(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>子集(&amp;S)</translation>
    </message>
    <message>
        <source>No photo fits the search and what is chosen under “Show only”.</source>
        <translation>没有照片符合搜索和“只显示”中的选择。</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>显示所有照片</translation>
    </message>
    <message>
        <source>Clear the search and show all photos</source>
        <translation>清除搜索并显示所有照片</translation>
    </message>
    <message>
        <source>&amp;Split (%1 of %2)</source>
        <translation>子集（%1 / %2）(&amp;S)</translation>
    </message>
    <message>
        <source>The first %1 of them are on the board.</source>
        <translation>其中前 %1 张在对照板上。</translation>
    </message>
    <message>
        <source>%1 of 1 photo</source>
        <translation>%1 / 1 张照片</translation>
    </message>
    <message>
        <source> · %1 selected, the first one is on the board</source>
        <translation> · 已选 %1 张，第一张在对照板上</translation>
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
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>正确或错误</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Most confidence</source>
        <translation>最高置信度</translation>
    </message>
    <message>
        <source>Search photos by name or index</source>
        <translation>按名称或序号搜索照片</translation>
    </message>
    <message>
        <source>Name or index</source>
        <translation>名称或序号</translation>
    </message>
    <message>
        <source>Show only some of the photos</source>
        <translation>只显示部分照片</translation>
    </message>
    <message>
        <source>Show all photos again</source>
        <translation>重新显示所有照片</translation>
    </message>
    <message>
        <source>In which order the photos stand</source>
        <translation>照片按什么顺序排列</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 错误</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Folder order</source>
        <translation>文件夹顺序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Least confident first</source>
        <translation>置信度从低到高</translation>
    </message>
    <message>
        <source>Most confident first</source>
        <translation>置信度从高到低</translation>
    </message>
    <message>
        <source>By predicted class</source>
        <translation>按预测类别</translation>
    </message>
    <message>
        <source>Wrong first</source>
        <translation>错误优先</translation>
    </message>
    <message>
        <source>Enter goes to the photo with index %1.</source>
        <translation>按 Enter 键跳转到序号为 %1 的照片。</translation>
    </message>
    <message>
        <source>The last index is %1.</source>
        <translation>最后一个序号是 %1。</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>Show only…</source>
        <translation>只显示…</translation>
    </message>
    <message>
        <source>Evaluate the photos to choose by what the network says of them.</source>
        <translation>先评估照片，才能按网络的判断选择。</translation>
    </message>
    <message>
        <source>Part of a file name shows the photos that have it. A number goes to the photo with that index, counted as the notebook does, from 0; several, as 83,4218, select those photos (Ctrl+F, Ctrl+G or /)</source>
        <translation>输入文件名的一部分，只显示包含它的照片。输入数字则跳转到该序号的照片，与 notebook 一样从 0 开始；输入多个，如 83,4218，则选中这些照片（Ctrl+F、Ctrl+G 或 /）</translation>
    </message>
    <message>
        <source>Show only (%1)</source>
        <translation>只显示（%1）</translation>
    </message>
    <message>
        <source>Enter selects the photos with these %1 indices.</source>
        <translation>按回车键选中这 %1 个序号的照片。</translation>
    </message>
</context>
<context>
    <name>convscope::GraphModel</name>
    <message>
        <source>In module %1</source>
        <translation>所在模块：%1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>层：%1</translation>
    </message>
    <message>
        <source>Shape of the output for one photo</source>
        <translation>一张照片的输出形状</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>convscope::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
</context>
<context>
    <name>convscope::IndexBar</name>
    <message>
        <source>Progress of the index</source>
        <translation>索引进度</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Remove indexes</source>
        <translation>删除索引</translation>
    </message>
    <message>
        <source>Remove the indexes of all networks and photos?</source>
        <translation>要删除所有网络和照片的索引吗？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Open a network and a folder of photos to see what excites each filter.</source>
        <translation>打开一个网络和一个照片文件夹，查看什么能激发每个滤波器。</translation>
    </message>
    <message>
        <source>Looking at the photos: waiting for other work.</source>
        <translation>正在查看照片：等待其他任务。</translation>
    </message>
    <message>
        <source>Looking at the photos: %1 of %2, about %3 left.</source>
        <translation>正在查看照片：第 %1 张，共 %2 张，还需约 %3。</translation>
    </message>
    <message>
        <source>Looking at the photos: %1 of %2.</source>
        <translation>正在查看照片：第 %1 张，共 %2 张。</translation>
    </message>
    <message>
        <source>Looking what is there…</source>
        <translation>正在查看现有内容…</translation>
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
        <translation>继续</translation>
    </message>
    <message>
        <source>Looks once at each photo, behind all other work, and keeps what it finds</source>
        <translation>在其他任务之后，把每张照片看一遍，并保存结果</translation>
    </message>
    <message>
        <source>Photos that could not be read: %1.</source>
        <translation>无法读取的照片：%1。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Looks at the index on the disk again</source>
        <translation>重新读取磁盘上的索引</translation>
    </message>
    <message>
        <source>Remove the index of this network and these photos…</source>
        <translation>删除此网络和这些照片的索引…</translation>
    </message>
    <message>
        <source>Remove all indexes…</source>
        <translation>删除所有索引…</translation>
    </message>
    <message>
        <source>Remove the index</source>
        <translation>删除索引</translation>
    </message>
    <message>
        <source>Remove the index of this network and these photos?</source>
        <translation>要删除此网络和这些照片的索引吗？</translation>
    </message>
    <message>
        <source>After that the photos have to be looked at again.</source>
        <translation>之后需要再次查看这些照片。</translation>
    </message>
    <message>
        <source>Looking at the photos: waiting for other work (%1).</source>
        <translation>正在查看照片：等待其他任务（%1）。</translation>
    </message>
    <message>
        <source>Photos that are in the folder now, but not in the list of the window: %1. Reload the photos there (F5).</source>
        <translation>现在在文件夹中、但不在窗口列表中的照片：%1 张。请在窗口中重新加载照片（F5）。</translation>
    </message>
    <message>
        <source>Look at the photos</source>
        <translation>查看照片</translation>
    </message>
</context>
<context>
    <name>convscope::InputDialog</name>
    <message>
        <source>Input of %1</source>
        <translation>%1 的输入</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>重置(&amp;E)</translation>
    </message>
    <message>
        <source>What a file beside the network says, else the notebook&apos;s way or a guess</source>
        <translation>采用网络旁文件的说明，否则采用 notebook 的方式或推测值</translation>
    </message>
    <message>
        <source>Save &amp;beside the network</source>
        <translation>保存到网络旁(&amp;B)</translation>
    </message>
    <message>
        <source>As a JSON file that is found whenever the network is opened</source>
        <translation>保存为 JSON 文件，以后打开该网络时会自动找到</translation>
    </message>
    <message>
        <source>The network could not be opened; tell what it takes.</source>
        <translation>无法打开该网络；请说明它接受什么输入。</translation>
    </message>
    <message>
        <source>As the file beside the network says.</source>
        <translation>采用网络旁文件的说明。</translation>
    </message>
    <message>
        <source>Guessed: the first size that the network runs on.</source>
        <translation>推测值：网络能运行的第一个尺寸。</translation>
    </message>
    <message>
        <source>As in the notebook, since nothing else is told.</source>
        <translation>未另行说明，采用 notebook 的方式。</translation>
    </message>
    <message>
        <source>Looking for what the network takes…</source>
        <translation>正在查找网络接受的输入…</translation>
    </message>
    <message>
        <source>Looking for the input of %1</source>
        <translation>正在查找 %1 的输入</translation>
    </message>
    <message>
        <source>The JSON files beside the network are of another kind and are left alone.</source>
        <translation>网络旁的 JSON 文件属于其他类型，未作改动。</translation>
    </message>
    <message>
        <source>Save beside the network</source>
        <translation>保存到网络旁</translation>
    </message>
    <message>
        <source>%1 describes an input already. Replace it?</source>
        <translation>%1 已描述了一个输入。要替换它吗？</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Told by you; remembered for this network.</source>
        <translation>由您指定；会为此网络记住。</translation>
    </message>
    <message>
        <source>The size is what the network&apos;s file tells. Check the rest.</source>
        <translation>尺寸来自网络文件。其余各项请自行核对。</translation>
    </message>
</context>
<context>
    <name>convscope::InputForm</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Width of the input</source>
        <translation>输入宽度</translation>
    </message>
    <message>
        <source>Height of the input</source>
        <translation>输入高度</translation>
    </message>
    <message>
        <source>C&amp;rop the middle</source>
        <translation>裁剪中间部分(&amp;R)</translation>
    </message>
    <message>
        <source>Crop the middle</source>
        <translation>裁剪中间部分</translation>
    </message>
    <message>
        <source>Shorter side before the crop</source>
        <translation>裁剪前的短边长度</translation>
    </message>
    <message>
        <source>&amp;Turn photos upright</source>
        <translation>转正照片(&amp;T)</translation>
    </message>
    <message>
        <source>Turn photos upright</source>
        <translation>转正照片</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>&amp;Normalise</source>
        <translation>归一化(&amp;N)</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
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
        <translation>自定义</translation>
    </message>
    <message>
        <source>All but the class names as others have it</source>
        <translation>除类别名称外，全部采用常见设置</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
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
        <translation>将照片短边缩放到该长度并裁出中间部分；关闭时：将照片拉伸到该尺寸</translation>
    </message>
    <message>
        <source>of a s&amp;horter side of</source>
        <translation>短边缩放到(&amp;H)</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>In the order in which the network takes them; OpenCV&apos;s is BGR</source>
        <translation>按网络接受的顺序；OpenCV 为 BGR</translation>
    </message>
    <message>
        <source>&amp;Channels</source>
        <translation>通道(&amp;C)</translation>
    </message>
    <message>
        <source>As their cameras say (EXIF); the notebook uses photos as they are stored</source>
        <translation>按相机的记录（EXIF）；notebook 按存储的样子使用照片</translation>
    </message>
    <message>
        <source>(x − mean) / deviation, of x from 0 to 1</source>
        <translation>（x − 均值）/ 标准差，x 取 0 到 1</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>均值(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Deviation</source>
        <translation>标准差(&amp;D)</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The likeliest</source>
        <translation>最可能的</translation>
    </message>
    <message>
        <source>%1, %2 classes</source>
        <translation>%1，%2 个类别</translation>
    </message>
    <message>
        <source>The network gives several; this one is its answer</source>
        <translation>网络给出多个输出；以此作为结果</translation>
    </message>
    <message>
        <source>O&amp;utput</source>
        <translation>输出(&amp;U)</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>每行一个名称</translation>
    </message>
    <message>
        <source>In the order of the network&apos;s outputs</source>
        <translation>按网络输出的顺序</translation>
    </message>
    <message>
        <source>&amp;Load…</source>
        <translation>载入(&amp;L)…</translation>
    </message>
    <message>
        <source>Load class names from a file</source>
        <translation>从文件载入类别名称</translation>
    </message>
    <message>
        <source>From a text file with one name a line</source>
        <translation>从每行一个名称的文本文件载入</translation>
    </message>
    <message>
        <source>Cl&amp;ass names</source>
        <translation>类别名称(&amp;A)</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Mean, %1</source>
        <translation>均值，%1</translation>
    </message>
    <message>
        <source>Deviation, %1</source>
        <translation>标准差，%1</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Line %1 is empty.</source>
        <translation>第 %1 行为空。</translation>
    </message>
    <message>
        <source>Names: %1. Classes of the network: %2.</source>
        <translation>名称：%1 个。网络的类别：%2 个。</translation>
    </message>
    <message>
        <source>One number a channel, for example 0.485.</source>
        <translation>每个通道一个数，例如 0.485。</translation>
    </message>
    <message>
        <source>At least %1, the longer side of the size.</source>
        <translation>至少为 %1，即尺寸的长边。</translation>
    </message>
    <message>
        <source>All must be above 0.</source>
        <translation>必须全部大于 0。</translation>
    </message>
    <message>
        <source>Load class names</source>
        <translation>载入类别名称</translation>
    </message>
    <message>
        <source>Texts (*.txt *.names *.labels);;All files (*)</source>
        <translation>文本文件 (*.txt *.names *.labels);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>convscope::JobSummary</name>
    <message>
        <source>Progress of what runs</source>
        <translation>当前任务的进度</translation>
    </message>
    <message>
        <source>Cancel all (what has been reached is kept)</source>
        <translation>全部取消（保留已得到的结果）</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Show all jobs (Ctrl+J)</source>
        <translation>显示所有任务 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>%1, %2 more</source>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · 剩余 %1</translation>
    </message>
</context>
<context>
    <name>convscope::JobsList</name>
    <message>
        <source>&amp;Cancel job</source>
        <translation>取消任务(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel &amp;all</source>
        <translation>全部取消(&amp;A)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Jobs that run and wait</source>
        <translation>正在运行和等待的任务</translation>
    </message>
    <message>
        <source>Cancel the chosen job; what it has reached is kept (Del)</source>
        <translation>取消所选任务；保留已得到的结果 (Del)</translation>
    </message>
    <message>
        <source>Nothing runs or waits.</source>
        <translation>没有正在运行或等待的任务。</translation>
    </message>
    <message>
        <source>All done in %1</source>
        <translation>%1后全部完成</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 个任务</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 个任务</translation>
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
        <translation>运行中</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Done in</source>
        <translation>剩余时间</translation>
    </message>
</context>
<context>
    <name>convscope::KernelView</name>
    <message>
        <source>%1 × %2 × %3 weights from %4 to %5</source>
        <translation>%1 × %2 × %3 个权重，从 %4 到 %5</translation>
    </message>
    <message>
        <source>gray: 0, full colour: ±%1</source>
        <translation>灰色：0，饱和色：±%1</translation>
    </message>
    <message>
        <source>Input %1: %2 to %3</source>
        <translation>输入 %1：%2 至 %3</translation>
    </message>
</context>
<context>
    <name>convscope::LabelMapDialog</name>
    <message>
        <source>Map of the labels</source>
        <translation>标签的对应关系</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Classes of the folder and of the network</source>
        <translation>文件夹和网络的类别</translation>
    </message>
    <message>
        <source>Class of the folder</source>
        <translation>文件夹的类别</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Class of the network</source>
        <translation>网络的类别</translation>
    </message>
    <message>
        <source>Which class of the network are the photos of each class of this folder? Photos of a class without one are shown, and count neither as right nor as wrong.</source>
        <translation>此文件夹中每个类别的照片属于网络的哪个类别？没有对应类别的照片会显示，但既不算正确也不算错误。</translation>
    </message>
    <message>
        <source>No map</source>
        <translation>不对应</translation>
    </message>
    <message>
        <source>Take the labels as the folder tells them</source>
        <translation>按文件夹给出的标签</translation>
    </message>
    <message>
        <source>Class of the network for %1</source>
        <translation>%1 对应的网络类别</translation>
    </message>
</context>
<context>
    <name>convscope::LabelsButton</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Map to the network&apos;s classes…</source>
        <translation>对应到网络的类别…</translation>
    </message>
    <message>
        <source>Click to take the labels otherwise, or to map them to the network&apos;s classes.</source>
        <translation>点击以其他方式获取标签，或将其对应到网络的类别。</translation>
    </message>
    <message>
        <source>Folders: their names, else their order</source>
        <translation>文件夹：其名称，否则按其顺序</translation>
    </message>
    <message>
        <source>Numbers that folders are called</source>
        <translation>文件夹所用的编号</translation>
    </message>
    <message>
        <source>File names: a number in front, like 3_12.jpg</source>
        <translation>文件名：以数字开头，如 3_12.jpg</translation>
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
其输出不是特征图，因此没有可显示的滤波器</translation>
    </message>
    <message>
        <source>Channels @ height × width</source>
        <translation>通道数 @ 高 × 宽</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>无参数</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1个参数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3, %4</source>
        <translation>%1，层 %2 到 %3，%4</translation>
    </message>
    <message>
        <source>%1
Layers %2 to %3, output %4
%5</source>
        <translation>%1
层 %2 到 %3，输出 %4
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
        <translation>算子</translation>
    </message>
    <message>
        <source>%1, layers %2 to %3</source>
        <translation>%1，层 %2 到 %3</translation>
    </message>
    <message>
        <source>What runs beside the modules, such as the sum behind a residual block
Layers %1 to %2</source>
        <translation>在模块之外运行的算子，例如残差块末尾的加法
层 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>convscope::LayerPage</name>
    <message>
        <source>No layer is chosen.</source>
        <translation>未选择层。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer whose filters are shown</source>
        <translation>显示其滤波器的层</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy all filters of the layer as a picture (Ctrl+C)</source>
        <translation>将该层的所有滤波器复制为图片 (Ctrl+C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save all filters of the layer as PNG, SVG or PDF</source>
        <translation>将该层的所有滤波器保存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>滤波器的排序</translation>
    </message>
    <message>
        <source>In which order the filters stand; the number that they are sorted by stands below each</source>
        <translation>滤波器的排列顺序；排序所依据的数值显示在每个滤波器下方</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By largest value</source>
        <translation>按最大值</translation>
    </message>
    <message>
        <source>By class selectivity</source>
        <translation>按类别选择性</translation>
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
        <translation>按与所选滤波器的相似度</translation>
    </message>
    <message>
        <source>Which filters are shown</source>
        <translation>显示哪些滤波器</translation>
    </message>
    <message>
        <source>Number of a filter</source>
        <translation>滤波器的编号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>&amp;Optimised images</source>
        <translation>优化图像(&amp;O)</translation>
    </message>
    <message>
        <source>In place of photos the pictures made from noise that excite the filters most</source>
        <translation>用由噪声生成的、最能激发滤波器的图片代替照片</translation>
    </message>
    <message>
        <source>Filters of the layer</source>
        <translation>该层的滤波器</translation>
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
        <translation>与另一滤波器相似</translation>
    </message>
    <message>
        <source>Fire for one class</source>
        <translation>只响应一个类别</translation>
    </message>
    <message>
        <source>Fire everywhere</source>
        <translation>处处响应</translation>
    </message>
    <message>
        <source>The most similar to filter %1 stand first.</source>
        <translation>与滤波器 %1 最相似的排在前面。</translation>
    </message>
    <message>
        <source>Right of the number stands the class selectivity, from 0 to 1.</source>
        <translation>编号右侧是类别选择性，从 0 到 1。</translation>
    </message>
    <message>
        <source>%1 of %2 filters are shown.</source>
        <translation>显示 %2 个滤波器中的 %1 个。</translation>
    </message>
</context>
<context>
    <name>convscope::LayerPageModel</name>
    <message>
        <source>Filter %1</source>
        <translation>滤波器 %1</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>无照片</translation>
    </message>
</context>
<context>
    <name>convscope::LegendView</name>
    <message>
        <source>Meaning of the colours</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>convscope::MainWindow</name>
    <message>
        <source>Open a figure</source>
        <translation>打开插图</translation>
    </message>
    <message>
        <source>Figures of Convscope (*.png *.svg *.pdf);;All files (*)</source>
        <translation>Convscope 插图 (*.png *.svg *.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Sessions of Convscope (*.convscope);;All files (*)</source>
        <translation>Convscope 会话 (*.convscope);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The figure was written to %1</source>
        <translation>插图已写入 %1</translation>
    </message>
    <message>
        <source>The figure was written to %1 and the numbers to %2</source>
        <translation>插图已写入 %1，数值已写入 %2</translation>
    </message>
    <message>
        <source>The session was saved as %1</source>
        <translation>会话已保存为 %1</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>打开照片文件夹</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>Save the session as</source>
        <translation>会话另存为</translation>
    </message>
    <message>
        <source>Sessions of Convscope (*.convscope)</source>
        <translation>Convscope 会话 (*.convscope)</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>%1, preview</source>
        <translation>%1，预览</translation>
    </message>
    <message>
        <source>The demo is not complete here: install the program again to have it. Everything else works; open your own photos and network.</source>
        <translation>此处的演示不完整：请重新安装程序以获得演示。其余功能均可使用；请打开您自己的照片和网络。</translation>
    </message>
    <message>
        <source>%1 is open. Its files and the program are as they were when it was written.</source>
        <translation>%1 已打开。其文件和程序与写出时相同。</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU，1 个线程</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU，%1 个线程</translation>
    </message>
    <message>
        <source>%1 does not answer. It may need longer, or its code may never end. Wait, give it up with Esc, or open another network.</source>
        <translation>%1 没有响应。它可能需要更长时间，也可能其代码永远不会结束。请等待，按 Esc 放弃，或打开另一个网络。</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>已取消：%1</translation>
    </message>
    <message>
        <source>Cancelled: %1, and %2 more</source>
        <translation>已取消：%1，以及另外 %2 个</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Classes that were chosen for single photos are not in %1 and are put back.</source>
        <translation>为单张照片选择的类别在 %1 中不存在，已恢复。</translation>
    </message>
    <message>
        <source>The gallery&apos;s filter by class is cleared.</source>
        <translation>照片列表的类别筛选已清除。</translation>
    </message>
    <message>
        <source>The search and the filters of the folder before are cleared.</source>
        <translation>之前文件夹的搜索和筛选已清除。</translation>
    </message>
    <message>
        <source>%1 was on the board and is not in the folder any more.</source>
        <translation>%1 原在对照板上，但已不在文件夹中。</translation>
    </message>
    <message>
        <source>%1 were on the board and are not in the folder any more.</source>
        <translation>%1 原在对照板上，但已不在文件夹中。</translation>
    </message>
    <message>
        <source>You stopped the opening of %1. Open it again to try once more.</source>
        <translation>您停止了打开 %1。要再试一次，请重新打开。</translation>
    </message>
    <message>
        <source>%1 is written once its last picture is computed</source>
        <translation>最后一张图片计算完后将写入 %1</translation>
    </message>
    <message>
        <source>%1 is written once %2 pictures are computed</source>
        <translation>%2 张图片计算完后将写入 %1</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open single photos</source>
        <translation>打开单张照片</translation>
    </message>
    <message>
        <source>One network and one folder can be open at a time. Left out: %1.</source>
        <translation>一次只能打开一个网络和一个文件夹。未打开：%1。</translation>
    </message>
    <message>
        <source>demo network</source>
        <translation>演示网络</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 张照片</translation>
    </message>
    <message>
        <source>demo photos</source>
        <translation>演示照片</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>The desktop has no program that opens %1</source>
        <translation>桌面没有可打开 %1 的程序</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 still waits for its pictures, and is not written if you quit now.</source>
        <translation>%1 仍在等待其图像，如果现在退出则不会写入。</translation>
    </message>
    <message>
        <source>%1 figures still wait for their pictures, and are not written if you quit now.</source>
        <translation>%1 张图仍在等待其图像，如果现在退出则不会写入。</translation>
    </message>
    <message>
        <source>The desktop has no program that shows the folder of %1</source>
        <translation>桌面没有可显示 %1 所在文件夹的程序</translation>
    </message>
    <message>
        <source>With more than %1 photos, slow rows start only when asked: a cell&apos;s or a row&apos;s own Start, or all of them with Explain &gt; Start all (Ctrl+R).</source>
        <translation>照片超过 %1 张时，较慢的行只在要求时才开始：使用单元格或行上的“开始”，或用“解释 &gt; 全部开始”（Ctrl+R）全部开始。</translation>
    </message>
    <message>
        <source>The rows are those of “%1”, without what this version of Convscope does not know: %2.</source>
        <translation>现在的行来自“%1”，不含此版本的 Convscope 不认识的内容：%2。</translation>
    </message>
    <message>
        <source>“%1” is kept; View &gt; Rows &gt; Presets has it.</source>
        <translation>“%1”已保存，见“视图 &gt; 行 &gt; 预设”。</translation>
    </message>
    <message>
        <source>The rows were saved as %1</source>
        <translation>行已保存为 %1</translation>
    </message>
    <message>
        <source>The rows are those of “%1”.</source>
        <translation>现在的行来自“%1”。</translation>
    </message>
    <message>
        <source>Keep as preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Save rows as preset</source>
        <translation>将行保存为预设</translation>
    </message>
    <message>
        <source>Open a preset of rows</source>
        <translation>打开行的预设</translation>
    </message>
    <message>
        <source>Presets of rows (*.convrows);;All files (*)</source>
        <translation>行的预设 (*.convrows);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save preset to file</source>
        <translation>将预设保存到文件</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Presets of rows (*.convrows)</source>
        <translation>行的预设 (*.convrows)</translation>
    </message>
    <message>
        <source>Network B is %1. A row asks it where its menu says so: ⋯ &gt; Network.</source>
        <translation>网络 B 是 %1。在行的菜单“⋯ &gt; 网络”中可让该行询问它。</translation>
    </message>
    <message>
        <source>Open a second network</source>
        <translation>打开第二个网络</translation>
    </message>
    <message>
        <source>Second network: layers drawn anew</source>
        <translation>第二个网络：重新随机生成的层</translation>
    </message>
    <message>
        <source>Network B is this network with the weights of its last layers drawn at random, as before training.
How many of its %1 layers with weights?</source>
        <translation>网络 B 是最后若干层的权重被重新随机生成（如同训练之前）的当前网络。
它有 %1 个带权重的层，要重新生成其中多少个？</translation>
    </message>
    <message>
        <source>Comparing A and B on all photos</source>
        <translation>正在所有照片上比较 A 与 B</translation>
    </message>
    <message>
        <source>A and B say different classes to %1 of %2 photos.</source>
        <translation>在 %2 张照片中，A 与 B 对 %1 张的判断不同。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 张无法读取。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 and B: %2</source>
        <translation>%1，B：%2</translation>
    </message>
    <message>
        <source>You stopped it before the other %1.</source>
        <translation>您在其余 %1 张之前停止了比较。</translation>
    </message>
    <message>
        <source>Networks (*.pt2 *.onnx *.pt *.pth *.ckpt *.tar *.safetensors)</source>
        <translation>网络 (*.pt2 *.onnx *.pt *.pth *.ckpt *.tar *.safetensors)</translation>
    </message>
    <message>
        <source>Use the processor</source>
        <translation>使用处理器</translation>
    </message>
</context>
<context>
    <name>convscope::MapLegend</name>
    <message>
        <source>Legend: choose a line to select its photos</source>
        <translation>图例：选择一行以选中其照片</translation>
    </message>
</context>
<context>
    <name>convscope::MappingPhotos</name>
    <message>
        <source>Here will be a map of the photos, once the network has looked at each.</source>
        <translation>网络看过每张照片之后，这里将显示照片分布图。</translation>
    </message>
    <message>
        <source>Laying out the photos…</source>
        <translation>正在排布照片…</translation>
    </message>
    <message>
        <source>Map of the photos</source>
        <translation>照片分布图</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>before the answer</source>
        <translation>答案之前的层</translation>
    </message>
    <message>
        <source>%1 (before the answer)</source>
        <translation>%1（答案之前的层）</translation>
    </message>
</context>
<context>
    <name>convscope::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>convscope::Microscope</name>
    <message>
        <source>Finding what excites filters</source>
        <translation>正在查找什么能激发滤波器</translation>
    </message>
    <message>
        <source>There is no home folder to keep an index in.</source>
        <translation>没有可以存放索引的主文件夹。</translation>
    </message>
</context>
<context>
    <name>convscope::MicroscopeDialog</name>
    <message>
        <source>Filter microscope</source>
        <translation>滤波器显微镜</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>滤波器(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Map of the &amp;photos</source>
        <translation>照片分布图(&amp;P)</translation>
    </message>
</context>
<context>
    <name>convscope::ModulesGroup</name>
    <message>
        <source>Tell what lies between the &amp;weights</source>
        <translation>说明权重之间是什么(&amp;W)</translation>
    </message>
    <message>
        <source>Activation behind convolutions</source>
        <translation>卷积之后的激活函数</translation>
    </message>
    <message>
        <source>Activation between linear layers</source>
        <translation>线性层之间的激活函数</translation>
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
        <translation>批归一化的 epsilon</translation>
    </message>
    <message>
        <source>The file of a checkpoint does not say it. Unless it is told, all is taken to be as in the notebook.</source>
        <translation>检查点文件不包含这些信息。如果不说明，则一切视为与 notebook 相同。</translation>
    </message>
    <message>
        <source>Acti&amp;vation</source>
        <translation>激活函数(&amp;V)</translation>
    </message>
    <message>
        <source>Slope below &amp;zero</source>
        <translation>零以下的斜率(&amp;Z)</translation>
    </message>
    <message>
        <source>Between linear la&amp;yers</source>
        <translation>线性层之间(&amp;Y)</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>池化(&amp;G)</translation>
    </message>
    <message>
        <source>Epsilon o&amp;f batch norm</source>
        <translation>批归一化的 epsilon(&amp;F)</translation>
    </message>
    <message>
        <source>Behind each convolution</source>
        <translation>在每个卷积之后</translation>
    </message>
    <message>
        <source>Of LeakyReLU, from 0 to 1</source>
        <translation>LeakyReLU 的斜率，0 到 1</translation>
    </message>
    <message>
        <source>Slope: a number from 0 to 1.</source>
        <translation>斜率：0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>Epsilon: a number from 1e-12 to 1.</source>
        <translation>epsilon：1e-12 到 1 之间的数。</translation>
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
        <translation>没有网络</translation>
    </message>
    <message>
        <source>&amp;Use ImageNet&apos;s input</source>
        <translation>使用 ImageNet 的输入(&amp;U)</translation>
    </message>
    <message>
        <source>Notes on the network</source>
        <translation>关于网络的备注</translation>
    </message>
    <message>
        <source>224 × 224 out of a shorter side of 256, normalised, as torchvision&apos;s networks were trained. It is remembered for this network</source>
        <translation>短边缩放到 256 后取 224 × 224，归一化，与 torchvision 的网络训练时相同。会为此网络记住</translation>
    </message>
    <message>
        <source>&amp;Input…</source>
        <translation>输入(&amp;I)…</translation>
    </message>
    <message>
        <source>Change how photos are prepared for the network</source>
        <translation>更改为网络预处理照片的方式</translation>
    </message>
    <message>
        <source>How photos are prepared for the network, and the names of its classes</source>
        <translation>为网络预处理照片的方式，以及各类别的名称</translation>
    </message>
    <message>
        <source>%1
%2
%3 parameters, %4 classes</source>
        <translation>%1
%2
%3个参数，%4 个类别</translation>
    </message>
    <message>
        <source>Input, guessed: %1</source>
        <translation>输入（推测）：%1</translation>
    </message>
    <message>
        <source>Input: %1</source>
        <translation>输入：%1</translation>
    </message>
</context>
<context>
    <name>convscope::NetworkPanel</name>
    <message>
        <source>Layers to list</source>
        <translation>要列出的层</translation>
    </message>
    <message>
        <source>Which layers are listed</source>
        <translation>列出哪些层</translation>
    </message>
    <message>
        <source>Find layers by name or index</source>
        <translation>按名称或序号查找层</translation>
    </message>
    <message>
        <source>Name or index</source>
        <translation>名称或编号</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Filter of the chosen layer, counted from 0 ([ and ])</source>
        <translation>所选层的滤波器，从 0 开始编号（[ 和 ]）</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>滤波器(&amp;L)</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>卷积层</translation>
    </message>
    <message>
        <source>of %1 in layer %2</source>
        <translation>（共 %1 个，层 %2）</translation>
    </message>
    <message>
        <source>Number of the filter</source>
        <translation>滤波器编号</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>选择(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py the layer&apos;s name</source>
        <translation>复制层的名称(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Unfold all</source>
        <translation>全部展开(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Fold all</source>
        <translation>全部折叠(&amp;F)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>How the network is shown</source>
        <translation>网络的显示方式</translation>
    </message>
    <message>
        <source>The network as its blocks, and the maps of a layer&apos;s filters</source>
        <translation>以模块显示网络，以及某一层各滤波器的特征图</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>All operators of the file, and the values between them</source>
        <translation>文件中的所有算子，以及它们之间传递的值</translation>
    </message>
</context>
<context>
    <name>convscope::NodeCard</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>To the operator before (Alt+Left)</source>
        <translation>回到之前的算子（Alt+左箭头）</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>To the operator that you came back from (Alt+Right)</source>
        <translation>再次前往刚才离开的算子（Alt+右箭头）</translation>
    </message>
    <message>
        <source>What is known of the operator</source>
        <translation>所选算子的信息</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>No operator chosen</source>
        <translation>未选择算子</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · 第 %2 个，共 %3 个</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Taken by no other operator</source>
        <translation>输出不被其他算子使用</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>输出给</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Takes nothing</source>
        <translation>没有输入</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1, Enter leads there</source>
        <translation>%1，按 Enter 键前往</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
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
        <translation>按类型、名称或模块查找算子</translation>
    </message>
    <message>
        <source>Find operator</source>
        <translation>查找算子</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>算子</translation>
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
        <translation>显示其参数的行</translation>
    </message>
    <message>
        <source>The row whose parameters are shown. A click on a row of the board selects it, too</source>
        <translation>显示其参数的行。单击对照板上的行也可以选择它</translation>
    </message>
    <message>
        <source>Hold at this layer and fil&amp;ter</source>
        <translation>固定在此层和滤波器(&amp;T)</translation>
    </message>
    <message>
        <source>A row that is held keeps its layer and filter. Other rows follow the network panel</source>
        <translation>固定的行保持自己的层和滤波器。其他行跟随网络面板</translation>
    </message>
    <message>
        <source>&amp;Reset to the usual values</source>
        <translation>恢复默认值(&amp;R)</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Why it is this class and not that one: what speaks for the class minus what speaks for the other.</source>
        <translation>为什么是这个类别而不是那个：支持该类别的内容减去支持另一类别的内容。</translation>
    </message>
</context>
<context>
    <name>convscope::PhotoDelegate</name>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>convscope::PhotoMapPanel</name>
    <message>
        <source>Show &amp;all</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Filter whose values are shown</source>
        <translation>显示其数值的滤波器</translation>
    </message>
    <message>
        <source>Filter </source>
        <translation>滤波器 </translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Dragging draws a line around photos to select them; Shift adds</source>
        <translation>拖动以圈选照片；按住 Shift 则加入选择</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Dragging moves the map, as the middle button always does</source>
        <translation>拖动以移动分布图，中键始终如此</translation>
    </message>
    <message>
        <source>The whole map again (0)</source>
        <translation>重新显示整张图（0）</translation>
    </message>
    <message>
        <source>Save the map as a figure or as a table</source>
        <translation>将分布图保存为图片或表格</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Colour by:</source>
        <translation>着色依据(&amp;C)：</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>分布图的进度</translation>
    </message>
    <message>
        <source>Keeps the map as it is now</source>
        <translation>保留当前的分布图</translation>
    </message>
    <message>
        <source>1 photo is selected</source>
        <translation>已选中 1 张照片</translation>
    </message>
    <message>
        <source>%1 photos are selected</source>
        <translation>已选中 %1 张照片</translation>
    </message>
    <message>
        <source>Save the map as</source>
        <translation>分布图另存为</translation>
    </message>
    <message>
        <source>CSV of each photo (*.csv)</source>
        <translation>每张照片的 CSV (*.csv)</translation>
    </message>
    <message>
        <source>La&amp;yer:</source>
        <translation>层(&amp;Y)：</translation>
    </message>
</context>
<context>
    <name>convscope::PresetCommands</name>
    <message>
        <source>&amp;Save rows as preset…</source>
        <translation>将行保存为预设(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Open preset file…</source>
        <translation>打开预设文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Save preset to &amp;file…</source>
        <translation>将预设保存到文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Manage presets…</source>
        <translation>管理预设(&amp;M)…</translation>
    </message>
</context>
<context>
    <name>convscope::PresetDialog</name>
    <message>
        <source>You have kept no preset. “Save rows as preset” keeps one.</source>
        <translation>您还没有保存预设。“将行保存为预设”可保存一个。</translation>
    </message>
    <message>
        <source>Presets of rows</source>
        <translation>行的预设</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的预设</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>Give the preset another name (F2)</source>
        <translation>为该预设换一个名称 (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete the preset and its file (Del)</source>
        <translation>删除该预设及其文件 (Del)</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Delete the preset “%1”? This cannot be undone.</source>
        <translation>要删除预设“%1”吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设的名称：</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>“%1”已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>convscope::RecentFiles</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清除此列表(&amp;C)</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Folders of photos</source>
        <translation>照片文件夹</translation>
    </message>
    <message>
        <source>Sessions and figures</source>
        <translation>会话和插图</translation>
    </message>
</context>
<context>
    <name>convscope::RowCommands</name>
    <message>
        <source>&amp;Add row…</source>
        <translation>添加行(&amp;A)…</translation>
    </message>
    <message>
        <source>D&amp;uplicate row</source>
        <translation>复制行(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove row</source>
        <translation>移除行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Move row up</source>
        <translation>上移行(&amp;M)</translation>
    </message>
    <message>
        <source>Move row &amp;down</source>
        <translation>下移行(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Hold row at its layer and filter</source>
        <translation>将行固定在其层和滤波器(&amp;H)</translation>
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
        <translation>行 %1：位置、配色、参数</translation>
    </message>
    <message>
        <source>Held at its layer and filter</source>
        <translation>固定在其层和滤波器</translation>
    </message>
    <message>
        <source>Move, duplicate or remove the row, change its colours</source>
        <translation>移动、复制或移除该行，更改其配色</translation>
    </message>
</context>
<context>
    <name>convscope::ScatterView</name>
    <message>
        <source>Map of the photos</source>
        <translation>照片分布图</translation>
    </message>
    <message>
        <source>%1 photos, %2 of them selected. R puts up a frame to select with.</source>
        <translation>%1 张照片，已选中 %2 张。按 R 显示选择框。</translation>
    </message>
</context>
<context>
    <name>convscope::SecondNetwork</name>
    <message>
        <source>Opening network B: %1</source>
        <translation>正在打开网络 B：%1</translation>
    </message>
    <message>
        <source>A with all layers drawn anew</source>
        <translation>所有层重新随机生成的 A</translation>
    </message>
    <message>
        <source>A with its last layer drawn anew</source>
        <translation>最后一层重新随机生成的 A</translation>
    </message>
    <message>
        <source>A with its last %1 layers drawn anew</source>
        <translation>最后 %1 层重新随机生成的 A</translation>
    </message>
</context>
<context>
    <name>convscope::SessionOpener</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>You stopped the opening of %1. Open it again to try once more.</source>
        <translation>您停止了打开 %1。要再试一次，请重新打开。</translation>
    </message>
</context>
<context>
    <name>convscope::SizeCommands</name>
    <message>
        <source>&amp;Automatic</source>
        <translation>自动(&amp;A)</translation>
    </message>
    <message>
        <source>Fit all &amp;columns</source>
        <translation>适应所有列(&amp;C)</translation>
    </message>
    <message>
        <source>Fit all &amp;rows</source>
        <translation>适应所有行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Photos as rows</source>
        <translation>照片作为行(&amp;P)</translation>
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
        <translation>无响应</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Share of the map&apos;s values that are exactly zero; silent where all its values are the same</source>
        <translation>特征图中恰好为零的值所占的比例；所有值都相同时为无响应</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
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
        <translation>指针处的值</translation>
    </message>
    <message>
        <source>Where the network runs</source>
        <translation>网络在何处运行</translation>
    </message>
</context>
<context>
    <name>convscope::StripView</name>
    <message>
        <source>Values of each photo: %1</source>
        <translation>每张照片的数值：%1</translation>
    </message>
    <message>
        <source>Values of each photo</source>
        <translation>每张照片的数值</translation>
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
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Index %1</source>
        <translation>序号 %1</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source> · ✓ right</source>
        <translation> · ✓ 正确</translation>
    </message>
    <message>
        <source> · ✗ wrong</source>
        <translation> · ✗ 错误</translation>
    </message>
</context>
<context>
    <name>convscope::TopBars</name>
    <message>
        <source>The likeliest classes</source>
        <translation>最可能的类别</translation>
    </message>
    <message>
        <source>%1 (true)</source>
        <translation>%1（真实）</translation>
    </message>
</context>
<context>
    <name>convscope::Workspace</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Listing %1</source>
        <translation>正在列出 %1</translation>
    </message>
</context>
</TS>
