// What the editor says by itself, in Japanese: whole texts, then texts with a part that stays.
export const words = {
  "Query": "クエリ",
  "Run query": "クエリを実行",
  "Share query": "クエリを共有",
  "Shorten": "短縮",
  "Add tab": "タブを追加",
  "Add a new tab": "新しいタブを追加",
  "New Tab": "新しいタブ",
  "Rename Tab": "タブの名前を変更",
  "Copy Tab": "タブを複製",
  "Close tab": "タブを閉じる",
  "Close Tab": "タブを閉じる",
  "Close other tabs": "ほかのタブを閉じる",
  "Undo close Tab": "閉じたタブを元に戻す",
  "Settings": "設定",
  "Open settings": "設定を開く",
  "Close settings": "設定を閉じる",
  "Request method": "送信方法",
  "Accept Headers": "受け取る形式",
  "Ask / Select": "ASK・SELECT",
  "Construct / Describe": "CONSTRUCT・DESCRIBE",
  "Arguments": "引数",
  "Header Arguments": "ヘッダー",
  "Default Graphs": "既定グラフ",
  "Named Graphs": "名前付きグラフ",
  "Clear endpoint": "宛先を消す",
  "Search or add an endpoint": "宛先を探す・加える",
  "Press \"enter\" to add this endpoint": "Enter キーでこの宛先を加えます",
  "Querying is disabled.": "いまは問い合わせできません。",
  "Press CTRL - <spacebar> to autocomplete": "Ctrl + スペースで入力候補を表示します",
  "This line is invalid. Expected:": "この行は正しくありません。ここに入るもの：",
  "pagination": "ページ送り",
  "Table": "表",
  "Response": "応答",
  "Simple view": "簡易表示",
  "Ellipse": "長い値を省略",
  "Filter query results": "結果を絞り込む",
  "Page size: ": "表示件数：",
  "All": "すべて",
  "Show all": "すべて表示",
  "Download result": "結果をダウンロード",
  "Download Results": "結果をダウンロード",
  "Download not supported": "この表示はダウンロードできません",
  "True": "はい（true）",
  "False": "いいえ（false）",
  "Error": "エラー",
  "cannot render result": "結果を表示できません",
  "Try query in a new browser window": "新しいウィンドウで試す",
  "Unable to get response from endpoint. Possible reasons:":
    "応答がありませんでした。考えられる理由：",
  "Incorrect endpoint URL": "宛先のアドレスが違う",
  "Endpoint is down": "問い合わせのサービスが止まっている",
  "Endpoint is not accessible from the YASGUI server and website, and the endpoint is not ":
    "このページから宛先に接続できない。宛先が次に対応していない：",
  "CORS-enabled": "CORS",
  "This plugin doesn't have a help reference yet. Please contact the maintainer to fix this":
    "この表示の説明はありません",
};

export const patterns = [
  [/^Query (\d+)$/, (number) => `クエリ ${number}`],
  [/^Shows (.+) view$/, (name) => `${word(name)}で表示`],
  [/^View documentation of (.+)$/, (name) => `「${word(name)}」の説明（英語）を開く`],
  [/^(\d+) results?$/, (count) => `${count} 件`],
  [/^(\d+) results? in ([\d.e-]+) seconds?$/, (count, time) => `${count} 件（${time} 秒）`],
  [/^Response in ([\d.e-]+) seconds?$/, (time) => `応答（${time} 秒）`],
  [
    /^Could not render results with the (.+) plugin, the results currently are rendered with the (.+) plugin\./,
    (wanted, used) => `「${word(wanted)}」では表示できないため、「${word(used)}」で表示しています。`,
  ],
  [/^(.+) documentation$/, (name) => `${word(name)}の説明（英語）`],
];

/** What the table of results says, in the terms of its own settings. */
export const table = {
  info: "_TOTAL_ 件中 _START_～_END_ 件",
  infoEmpty: "0 件",
  infoFiltered: "（全 _MAX_ 件から絞り込み）",
  emptyTable: "結果は 0 件です",
  zeroRecords: "当てはまる結果はありません",
  loadingRecords: "読み込み中",
  processing: "処理中",
  aria: {
    orderable: "：並べ替える",
    orderableReverse: "：逆順に並べ替える",
    orderableRemove: "：並べ替えをやめる",
    paginate: { first: "最初", last: "最後", next: "次", previous: "前", number: "ページ " },
  },
};

function word(name) {
  return words[name] ?? name;
}
