namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Members()
    {
        const string Source = "Chi bộ Công tác Hội đồng nhân dân · tính đến ngày 22/11/2026";
        Fact[] counts = [new("Chính thức", "13"), new("Miễn sinh hoạt", "1"), new("Nam", "8"), new("Nữ", "6")];
        var claim = new ClaimView("m10", "Nghiêm Xuân Thọ", "0e2b1d54-7c1f-4c77-9a0e-6a4f5d1c9b10", "Thọ Nghiêm", "tho.nx@hdnd.example.org");
        return
        [
            ("members-roster", MembersCards.Roster(new(
                MembersText.RosterTitle,
                MembersText.Members(14),
                counts,
                [
                    new("Phan Thế Khải", "Bí thư"),
                    new("Lương Thị Thu Ngân", "Phó bí thư"),
                    new("Thái Thị Quỳnh Giao", "Miễn sinh hoạt"),
                    new("Viên Thị Mỹ Hằng", null),
                ],
                Source))),
            ("members-count", MembersCards.Roster(new(MembersText.CountTitle, MembersText.Members(14), counts, [], Source))),
            ("members-posts", MembersCards.Posts(new(
                MembersText.Committee,
                [new("Bí thư", "Phan Thế Khải"), new("Phó bí thư", "Lương Thị Thu Ngân"), new("Chi ủy viên", "Đoàn Thị Bích Liên")],
                Source))),
            ("members-claim", MembersCards.Claim(claim)),
            ("members-claim-decided", MembersCards.Decided(MembersText.Confirmed(claim.MemberName))),
            ("members-dispute", MembersCards.Dispute(claim.MemberName)),
        ];
    }
}
