using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>What plain words settle, whatever else the sentence resembles: another member's identity number or discipline and wiping out what the cell keeps are refused; “hủy cuộc họp …” orders nothing.</summary>
internal static class Guards
{
    private const double Settled = 0.98;

    public static void Apply(Parts parts, Span<double> likelihoods)
    {
        var sentence = parts.Sentence;
        if (likelihoods[(int)Intent.UnsafeInput] > 0.5 || likelihoods[(int)Intent.ConfidentialRequest] > 0.5)
        {
            return;
        }

        if (IsForbidding(sentence))
        {
            Settle(Intent.CancelCommand, likelihoods);
            return;
        }

        if (likelihoods[(int)Intent.CmdExportReport] > 0.3 && IsSomebodysAssessment(parts))
        {
            Settle(Intent.ConfidentialRequest, likelihoods);
            return;
        }

        for (var i = 0; i < sentence.Count; i++)
        {
            if (parts.Mentions.Count > 0 && (IsIdentityNumber(sentence, i) || IsDiscipline(sentence, i)))
            {
                Settle(Intent.ConfidentialRequest, likelihoods);
                return;
            }

            if (IsCallingOff(sentence, i))
            {
                Settle(Intent.CancelCommand, likelihoods);
                return;
            }

            if (IsWipe(sentence, i))
            {
                Settle(Intent.UnsafeInput, likelihoods);
                return;
            }
        }
    }

    private static bool IsIdentityNumber(Sentence sentence, int i) =>
        sentence.Bare(i) is "cccd" or "cmnd" || (sentence.Bare(i) == "can" && sentence.Bare(i + 1) == "cuoc") || (sentence.Bare(i) == "chung" && sentence.Bare(i + 1) == "minh" && sentence.Bare(i + 2) is "nhan" or "thu");

    /// <summary>“xuất bản kiểm điểm của chị Lan”: a name after what is to be printed.</summary>
    private static bool IsSomebodysAssessment(Parts parts) =>
        parts.Hits.Exists(h => h is { Slot: "report", Value: "assessment" } && parts.Mentions.Exists(m => m.From >= h.To && parts.Sentence.Bare(h.To) == "cua"));

    private static bool IsDiscipline(Sentence sentence, int i) => sentence.Bare(i + 1) switch
    {
        "trach" => sentence.Bare(i) == "khien",
        "cao" => sentence.Is(i, "canhR", "canh") && sentence.Bare(i - 1) is "bi" or "tung",
        "luat" => sentence.Bare(i) == "ky" && sentence.Bare(i - 1) is "bi" or "tung" or "chiu",
        _ => false,
    };

    /// <summary>“xóa hết”, “xóa sạch”, “xóa toàn bộ”, but not the taking back of a command.</summary>
    private static bool IsWipe(Sentence sentence, int i) =>
        sentence.Bare(i) == "xoa"
        && (sentence.Bare(i + 1) is "het" or "sach" or "trang" || (sentence.Bare(i + 1) == "toan" && sentence.Bare(i + 2) == "bo") || (sentence.Bare(i + 1) == "tat" && sentence.Bare(i + 2) == "ca"))
        && !TakesBack(sentence);

    /// <summary>“Đừng xuất …”, “bỏ lệnh …”, “thu hồi thông báo …” as the first words, or after words of address.</summary>
    private static bool IsForbidding(Sentence sentence)
    {
        var i = 0;
        while (i < sentence.Count && i < 5 && Manner.IsAddress(sentence, i))
        {
            i++;
        }

        return sentence.Bare(i) switch
        {
            "dung" => sentence.Is(i, "đưngF", "dung") && Manner.IsOrder(sentence, i + 1),
            "bo" or "rut" or "ngung" => sentence.Bare(i + 1) == "lenh",
            "thu" => sentence.Bare(i + 1) == "hoi" && sentence.Bare(i + 2) is "thong" or "lenh" or "tin" or "loi",
            _ => false,
        };
    }

    /// <summary>“Hủy cuộc họp …” as the first words, or after a courtesy; “anh Huy họp …” is somebody's name.</summary>
    private static bool IsCallingOff(Sentence sentence, int i) =>
        sentence.Bare(i) == "huy" && sentence.Is(i, "huyR", "huy")
        && (i == 0 || sentence.Bare(i - 1) is "xin" or "cho" or "toi" or "em" or "nho" or "on" or "oi" or "bot" or "thoi" or "can" or "muon" or "giup" or "hay" or "nghi")
        && (sentence.Bare(i + 1) is "hop" or "lich" or "cuoc" or "buoi" or "lenh" || (sentence.Bare(i + 1) == "hoi" && sentence.Bare(i + 2) == "nghi") || (sentence.Bare(i + 1) == "sinh" && sentence.Bare(i + 2) == "hoat"));

    private static bool TakesBack(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "lenh" or "nhac" or "nham" or "dung" or "nhap")
            {
                return true;
            }
        }

        return false;
    }

    private static void Settle(Intent intent, Span<double> likelihoods)
    {
        foreach (ref var likelihood in likelihoods)
        {
            likelihood *= 1 - Settled;
        }

        likelihoods[(int)intent] += Settled;
    }
}
