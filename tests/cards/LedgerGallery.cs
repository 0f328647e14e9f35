namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Ledger()
    {
        const string Entry = "audit|6579234567890123456|0a1b2c3d4e5f6071";
        var at = new DateTimeOffset(2026, 11, 22, 9, 30, 0, VietnamTime.Offset);
        return
        [
            ("ledger-undo", LedgerCards.Undo("ghi kết quả chỉ tiêu 7 năm 2026", at, Entry)),
            ("ledger-done", LedgerCards.Done("Đã ghi kết quả chỉ tiêu 7 năm 2026.", Entry)),
            ("ledger", LedgerCards.Ledger(
                [
                    new(at, "Phan Thế Khải", "ghi kết quả chỉ tiêu 7 năm 2026", false),
                    new(at.AddDays(-2), "Lương Thị Thu Ngân", "tạo lịch Sinh hoạt chi bộ định kỳ tháng 12/2026", true),
                ],
                17)),
            ("ledger-withdrawn", LedgerCards.Said(LedgerText.Withdrawn)),
        ];
    }
}
