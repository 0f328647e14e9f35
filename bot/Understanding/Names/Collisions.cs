using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Names;

/// <summary>Given names that are everyday words when their marks are left out: Nam and “năm”, Thắng and “tháng”, Mai and “ngày mai”.</summary>
internal static class Collisions
{
    /// <summary>A name only beside a title or with a capital.</summary>
    public static bool IsWord(string bare) => bare is
        "mai" or "nam" or "thang" or "thu" or "chi" or "ky" or "quy" or "tuan" or "sinh" or "dung" or "hop" or "loi" or "hoa" or "ha" or "nhung" or "hanh"
        or "thanh" or "giang" or "son" or "phuc" or "bich" or "kien" or "thao" or "thuy" or "duc" or "anh" or "hai" or "lan" or "huong" or "binh" or "long"
        or "minh" or "hung" or "cuong" or "hieu" or "tri" or "tu" or "van" or "xuan" or "bao" or "dat" or "hoang" or "toan" or "tam" or "tien" or "khoa"
        or "huy" or "vinh" or "nga" or "ngoc" or "hang" or "hong" or "hien" or "dong" or "ban" or "bay" or "sau" or "ba" or "tot" or "tinh" or "hau" or "dao" or "giao"
        or "vuong" or "lien" or "luc" or "cong" or "thi" or "ninh" or "chinh" or "quan" or "hoan" or "thien" or "trung" or "truong" or "dinh" or "thinh"
        or "phuong" or "loan" or "yen" or "an" or "my" or "ly" or "ai" or "di" or "kim" or "cam" or "tho" or "lam" or "dang" or "vi" or "y" or "bo" or "hau";

    /// <summary>Whether what stands beside it makes it the everyday word after all: “thang 9”, “nam nay”, “sang mai”, “bi thu”.</summary>
    public static bool IsOtherWord(Sentence sentence, int at, bool titled)
    {
        ref var token = ref sentence[at];
        var before = sentence.Bare(at - 1);
        var after = sentence.Bare(at + 1);
        if (token.Capital && at > 0 && (token.Marked || titled))
        {
            return (token.Bare == "chi" && after is "bo" or "uy" or "doan") || (token.Bare == "quy" && after is "i" or "ii" or "iii" or "iv");
        }

        var numberAfter = sentence.Kind(at + 1) is TokenKind.Integer;
        return token.Bare switch
        {
            "mai" => before is "sang" or "chieu" or "toi" or "ngay" or "trua" or "dem" or "hom" or "sau" or "khuya"
                || (before is "em" or "chau" or "minh" or "anh" && after is "co" or "hop" or "may" or "di" or "phai" or "luc" && !sentence.Is(at + 2, "nopJ", "nop") && IsAboutMeeting(sentence, at + 1))
                || after is "sau" or "hop" or "may" or "luc",
            "nam" => numberAfter || after is "nay" or "gan" or "ngoai" or "truoc" or "sau" or "qua" or "toi" or "vua" or "nao" or "may" or "ke" or "tuoi" or "hoc"
                || before is "dau" or "cuoi" or "trong" or "ca" or "hang" or "moi" or "thu" or "giua" or "may" or "bao" or "nhieu" or "nu" or "tung" or "het" or "tron" or "viet"
                || sentence.Kind(at - 1) is TokenKind.Integer,
            "thang" => numberAfter || sentence.Kind(at + 1) is TokenKind.Pair || after is "nay" or "truoc" or "sau" or "toi" or "vua" or "roi" or "qua" or "nao" or "may" or "gieng" or "chap" or "ni" or "dau" or "mot" or "hai" or "ba" or "tu" or "sau" or "muoi" or "chin"
                || before is "dau" or "cuoi" or "trong" or "giua" or "hang" or "moi" or "may" or "tung" or "chien" || sentence.Kind(at - 1) is TokenKind.Integer,
            "tuan" => after is "nay" or "truoc" or "sau" or "toi" or "vua" or "roi" or "qua" or "nua" or "ni" or "nao"
                || before is "dau" or "cuoi" or "trong" or "giua" or "hang" or "moi" or "may" || sentence.Kind(at - 1) is TokenKind.Integer,
            "thu" => numberAfter || before is "bi" or "bai" || (after is "hai" or "ba" or "tu" or "nam" or "sau" or "bay" or "ky" or "may" or "nhat" or "hoach" or "nhi" or "tuc" && !token.Capital) || after is "ky" or "nhat",
            "chi" => after is "bo" or "uy" or "tieu" or "dao" or "thi" or "tiet" or "em" or "can" or "la" or "dau" or "doan" or "hoi",
            "ky" => before is "nhiem" or "dinh" or "thu" or "ban" or "chu" or "hoc" or "thuong" or "chua" or "da" or "phai" || after is "nay" or "truoc" or "toi" or "vua" or "sau" or "hop" or "luat" or "niem" or "sinh" or "ten" or "ke" or "nao",
            "quy" => numberAfter || after is "nay" or "truoc" or "toi" or "vua" or "sau" or "dinh" or "che" or "hoach" or "trinh" or "nao" or "i" or "ii" or "iii" or "iv" or "ni" || before is "thu" or "trong" or "dau" or "cuoi" or "giua" or "moi" or "tung",
            "sinh" => after is "hoat" or "nhat" or "ngay" or "nam" or "vien" || before is "ngay" or "nam" or "hoc" or "phat" or "ky",
            "dung" => before is "dung" or "co" && after is "khong" || after is "khong" or "roi" or "luc" or "gio" or "han" or "ngay" or "mo" or "gui" or "nhac" or "vay" || before is "su" or "noi" or "tac" or "ap" or "xay" or "tin",
            "hop" => (!titled && !token.Marked) || after is "may" or "luc" or "o" or "gio" or "le" or "xong" or "chi" or "dau" or "hanh" or "nhe" || (before is "em" or "anh" or "chi" && after is "chua" or "roi") || before is "phu" or "tong" or "ket" or "truong" or "cuoc" or "buoi",
            "huy" => after is "hieu" or "dong" or "lenh" or "cuoc" or "lich" or "chuong" or "hoai" or "bo" or "nhac" or "viec" or "buoi" or "tin" || before is "chi" or "phat" or "chua" && after is not ("nop" or "co" or "vang"),
            "hanh" => after is "chinh" or "dong" or "vi" or "phuc" || before is "chap" or "hop" or "thi" or "tien" or "ban" or "thuc" or "hien",
            "anh" => !(titled && before is "chi" or "co" or "ba" or "be" or "cai" or "o" && after is not ("em" or "ay" or "chi")) && (!token.Capital || !titled),
            "minh" or "em" => !token.Capital,
            _ => false,
        };
    }

    private static bool IsAboutMeeting(Sentence sentence, int from)
    {
        for (var i = from; i < Math.Min(sentence.Count, from + 3); i++)
        {
            if (sentence.Bare(i) is "hop" or "gio" or "lich" or "sinh")
            {
                return true;
            }
        }

        return false;
    }
}
