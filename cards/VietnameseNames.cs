using System.Text;

namespace ChiBoBot.Cards;

/// <summary>The order of names in a Vietnamese list: by given name, then family and middle names, letters before tones.</summary>
public static class VietnameseNames
{
    // A group is a letter with its tones: level, huyền, hỏi, ngã, sắc, nặng.
    private const string Alphabet =
        "aàảãáạ ăằẳẵắặ âầẩẫấậ b c d đ eèẻẽéẹ êềểễếệ f g h iìỉĩíị j k l m n oòỏõóọ ôồổỗốộ ơờởỡớợ p q r s t uùủũúụ ưừửữứự v w x yỳỷỹýỵ z";

    private static readonly Dictionary<char, (char Letter, char Tone)> Places = Alphabet
        .Split(' ')
        .SelectMany((group, letter) => group.Select((sign, tone) => (sign, Place: ((char)('A' + letter), (char)('0' + tone)))))
        .ToDictionary(one => one.sign, one => one.Place);

    /// <summary>A text that stands ordinally where the name belongs.</summary>
    public static string SortKey(string name)
    {
        var words = name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var key = new StringBuilder();
        foreach (var word in words.TakeLast(1).Concat(words.SkipLast(1)))
        {
            var letters = word.Where(Places.ContainsKey).Select(sign => Places[sign]).ToList();
            key.AppendJoin("", letters.Select(one => one.Letter)).Append(' ').AppendJoin("", letters.Select(one => one.Tone)).Append(' ');
        }

        return key.ToString();
    }
}
