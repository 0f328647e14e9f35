using System.Globalization;
using System.Text;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;

namespace ChiBoBot.Bench;

/// <summary>The press of “Có mặt” or “Đến muộn” in the group of a cell of sixty-four, each by the next member, each a change.</summary>
internal sealed class PressSample
{
    private const int Members = 64;
    private const string CellId = "bench";
    private const string IdMark = "0000000000000000";
    private const string MemberMark = "00007777";
    private const string HowMark = "presenT";

    private static readonly Event Meeting = new("bench-meeting", EventKind.Regular, "Sinh hoạt chi bộ định kỳ tháng 12/2026", new(2026, 12, 3));

    private readonly byte[] _template;

    public PressSample(string path, string? authorization, string serviceUrl)
    {
        var body = $$$"""
            {"type":"invoke","id":"f:{{{IdMark}}}","name":"adaptiveCard/action","timestamp":"2026-11-22T01:00:00.123Z","localTimestamp":"2026-11-22T08:00:00.123+07:00","serviceUrl":"{{{serviceUrl}}}","channelId":"msteams","from":{"id":"29:1bench-user-{{{MemberMark}}}-abcdefghijklmnopqrstuvwxyz","name":"Phan Thế Khải","aadObjectId":"{{{MemberMark}}}-0007-0007-0707-070707070707"},"conversation":{"isGroup":true,"conversationType":"groupChat","tenantId":"{{{SampleCells.TenantId}}}","id":"19:bench@thread.v2"},"recipient":{"id":"28:{{{Issuer.AppId}}}","name":"ChiBoBot"},"entities":[{"locale":"vi-VN","country":"VN","platform":"Windows","timezone":"Asia/Ho_Chi_Minh","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{{SampleCells.TenantId}}}"}},"replyToId":"1575667808184","value":{"action":{"type":"Action.Execute","title":"Có mặt","verb":"{{{RollCards.MarkVerb}}}","data":{"roll":"{{{RollRow.IdOf(Meeting)}}}","as":"{{{HowMark}}}"}},"trigger":"manual"},"locale":"vi-VN","localTimezone":"Asia/Ho_Chi_Minh"}
            """;
        _template = Target.Post(path, authorization, Encoding.UTF8.GetBytes(body));
    }

    public byte[] Request(long number)
    {
        var request = (byte[])_template.Clone();
        var bytes = request.AsSpan();
        number.TryFormat(bytes.Slice(bytes.IndexOf(Encoding.ASCII.GetBytes(IdMark)), IdMark.Length), out _, "D16", CultureInfo.InvariantCulture);
        Span<byte> member = stackalloc byte[MemberMark.Length];
        ((int)(number % Members)).TryFormat(member, out _, "x8", CultureInfo.InvariantCulture);
        for (int at; (at = bytes.IndexOf("00007777"u8)) >= 0;)
        {
            member.CopyTo(bytes[at..]);
        }

        // Seven letters: the shorter word is padded inside its quotes' room by a blank after them.
        var how = number / Members % 2 == 0 ? "present\""u8 : "late\"   "u8;
        how.CopyTo(bytes[bytes.IndexOf("presenT\""u8)..]);
        return request;
    }

    /// <summary>The cell with its open roll call.</summary>
    public static async Task Seed(ITables tables)
    {
        var file = new CellFile(new Cell(CellId, "Chi bộ đo tốc độ", SampleCells.TenantId))
        {
            Members = [.. Enumerable.Range(0, Members).Select(member => new Member(string.Create(CultureInfo.InvariantCulture, $"m{member:00}"), "Lâm Văn Thử", Gender.Male)
            {
                Joined = PartialDate.Parse("2010"),
                Official = PartialDate.Parse("2011"),
                ObjectId = string.Create(CultureInfo.InvariantCulture, $"{member:x8}-0007-0007-0707-070707070707"),
            })],
            Events = [Meeting],
        };
        await new CellImport(tables).Run(file, CancellationToken.None);
        await tables.Put(new RollRow(CellId, Meeting) { OpenedAt = DateTimeOffset.UnixEpoch, OpenedBy = "m00", ClosesAt = DateTimeOffset.UnixEpoch.AddYears(200) }, CancellationToken.None);
    }
}
