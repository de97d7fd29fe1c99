package org.machinami.loader.disclosure;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the name of a column says of its values. Words, not lists of columns: offices call the same
 * thing by many names. Where a word also stands for bodies and places, the values must decide.
 *
 * @param persons holds names of persons or is about one
 * @param functions holds names of persons in a public function, as of those who answer for a body
 * @param births holds dates of birth
 * @param ages holds the age of one person
 * @param addresses holds addresses
 * @param personalPhones holds numbers under which a person is called
 * @param phones holds phone numbers
 * @param places names the facility, body or station that a row is about
 * @param counts counts persons
 * @param meshes holds codes of the area mesh
 * @param coordinates holds latitudes or longitudes
 * @param times holds times of day
 */
record ColumnName(
    boolean persons,
    boolean functions,
    boolean births,
    boolean ages,
    boolean addresses,
    boolean personalPhones,
    boolean phones,
    boolean places,
    boolean counts,
    boolean meshes,
    boolean coordinates,
    boolean times) {

  private static final Pattern PERSONS =
      Pattern.compile(
          ".*(氏名|姓名|お名前|本人名|担当者|申請者|申込者|届出者|利用者名|会員名|参加者名|患者名|児童名|生徒名|園児名"
              + "|保護者|世帯主|職員名|住民名|相談者名).*|姓|名|苗字|セイ|メイ|シメイ|フリガナ|ふりがな"
              + "|.*(full|first|last|family|given|person)[ _-]?name.*|contact[ _-]?person",
          Pattern.CASE_INSENSITIVE);

  /** Not of a person: 担当者数, 担当部署, 氏名の有無. */
  private static final Pattern NO_PERSONS = Pattern.compile(".*(数|有無|部署|課|種別|区分|コード)");

  private static final Pattern FUNCTIONS =
      Pattern.compile(
          ".*(代表者|開設者|設置者|管理者|理事長|議長|議員|委員|院長|園長|校長|学長|館長|所長|首長|知事|市長|区長|町長|村長"
              + "|候補者|作者|著者|作家|画家|作曲|設計者|選手|講師|出演|監督).*");

  private static final Pattern BIRTHS =
      Pattern.compile(
          ".*(生年月日|誕生日|出生日|出生年月日).*|.*(birth[ _-]?(day|date)|date[ _-]?of[ _-]?birth).*|dob",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AGES =
      Pattern.compile("(満|現在)?(年齢|年令)(\\(歳\\))?|歳|age", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESSES =
      Pattern.compile(".*(住所|居所|所在地|address).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSONAL_PHONES =
      Pattern.compile(
          ".*(携帯|自宅|本人|個人|保護者|緊急連絡先).*(電話|番号|tel|連絡先)?.*|.*(mobile|cell)[ _-]?(phone)?.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PHONES =
      Pattern.compile(".*(電話|連絡先|tel|phone|fax|ファックス|ファクス).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACES =
      Pattern.compile(
          "(.*(施設|駅|停留所|地点|観測所|拠点|店舗|会場|団体|法人|事業者|学校|病院|公園|設置場所|港|空港|橋).*)?(名|名称)"
              + "|.*(name|station|stop|facility)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTS =
      Pattern.compile(
          ".*(人口|人数|者数|人員|客数|児童数|生徒数|園児数|学生数|職員数|会員数|滞在人|流動人).*"
              + "|.*(population|people|persons?|visitors?|passengers?|trips?|head[ _-]?count).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FLOWS = Pattern.compile("件数|トリップ数?|流動量|数|value|count");

  /** Capacities, rates, thousands: numbers beside which nobody stands. */
  private static final Pattern NO_COUNTS =
      Pattern.compile(
          ".*(定員|収容|可能|想定|計画|目標|上限|率|割合|比|平均|密度|指数|千人|万人|増減|備考|コード|区分|名称"
              + "|capacity|rate|ratio|average|density|per[ _]|code|name|type|id).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MESHES =
      Pattern.compile(".*(メッシュ|mesh).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern COORDINATES =
      Pattern.compile(".*(緯度|経度)|lat|latitude|lon|lng|long|longitude", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIMES =
      Pattern.compile(
          ".*(日時|時刻|時間帯?|タイムスタンプ|timestamp|date[ _-]?time|time)", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a name.
   *
   * @param flow whether the rows are data on the flow of people, where also plain words count them
   */
  static ColumnName of(String written, boolean flow) {
    String name =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    boolean counted = is(COUNTS, name) || (flow && is(FLOWS, name));
    boolean functions = is(FUNCTIONS, name);
    boolean persons = !functions && is(PERSONS, name) && !is(NO_PERSONS, name);
    return new ColumnName(
        persons,
        functions,
        is(BIRTHS, name),
        is(AGES, name),
        is(ADDRESSES, name),
        is(PERSONAL_PHONES, name),
        is(PHONES, name),
        !persons && is(PLACES, name),
        counted && !is(NO_COUNTS, name),
        is(MESHES, name),
        is(COORDINATES, name),
        is(TIMES, name));
  }

  private static boolean is(Pattern pattern, String name) {
    return pattern.matcher(name).matches();
  }
}
